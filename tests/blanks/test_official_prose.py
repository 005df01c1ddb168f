"""Official prose as the touchstone: its numbers stripped are found, spaces strewn in it are not."""

import re
import tarfile
from functools import cache
from random import Random

from editor.blanks.grammar import scan
from tests.corpus import CORPUS, needs

ARCHIVE = CORPUS / "official.tar.gz"
NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff])[0-9０-９][0-9０-９.．]*(?=[\u4e00-\u9fff%％])(?![年月日])"
)
SAMPLE = 600
SPACE = 0.05  # the share of characters that a strewn space stands before


@cache
def sentences() -> tuple[str, ...]:
    """Sentences of all official texts of the archive, in an order of chance, always the same."""
    found: list[str] = []
    with tarfile.open(ARCHIVE) as archive:
        for member in archive:
            if (file := archive.extractfile(member)) and member.name.endswith(".txt"):
                lines = file.read().decode("utf-8").splitlines()
                found += [one for line in lines for one in re.split("(?<=。)", line.strip())]
    Random(3).shuffle(found)
    return tuple(one for one in found if len(one) > 20)


def without_numbers(sentence: str) -> tuple[str, list[int]]:
    """The sentence with a space for each number, and where the spaces are."""
    gaps, text, last = list[int](), "", 0
    for number in NUMBER.finditer(sentence):
        text += sentence[last : number.start()]
        gaps.append(len(text))
        text, last = text + " ", number.end()
    return text + sentence[last:], gaps


@needs(ARCHIVE)
def test_stripped_numbers_are_found_in_a_sentence_that_lost_two() -> None:
    stripped = [without_numbers(s) for s in sentences() if len(NUMBER.findall(s)) > 1][:SAMPLE]
    places = [
        (gap, {at for blank in scan(text) for at in range(blank.start, blank.end)})
        for text, gaps in stripped
        for gap in gaps
    ]
    assert len(places) > SAMPLE
    assert sum(gap in found for gap, found in places) > 0.93 * len(places)


@needs(ARCHIVE)
def test_spaces_strewn_between_characters_are_no_blanks() -> None:
    chance = Random(7)
    texts = [s for s in sentences() if not scan(s)][: 4 * SAMPLE]
    strewn = ["".join(c if chance.random() > SPACE else f" {c}" for c in text) for text in texts]
    assert sum(any(blank.sure for blank in scan(text)) for text in strewn) < 0.003 * len(texts)
