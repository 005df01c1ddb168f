"""What stands around a speech goes on the evidence; what an office puts there stays."""

from __future__ import annotations

import pytest

from editor.intake.marks.obfuscation import is_shuffled
from editor.intake.noise_score import ENOUGH, noise_score
from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from tests.intake.speeches import LIBRARY, SAFETY
from tests.samples.markup import Sample
from tests.samples.shelf import all_samples

OTHERWISE = {
    "168-forum-sown": "one short line between the title and the salutation says nothing of a page",
    "61-forum-reply-noise": "点评 alone, behind the last words, is a word",
    "121-video-lesson": "what is said below it, to a pupil, has no sign of a page",
    "24-cut-off-end": "the notes of what was left out stay: they are blanks",
    "35-brace-instructions": "a byte order mark goes, and is no noise of a site",
    "37-collection-long": "has these two in it",
    "245-oneline-two-pieces": "篇一 in front of a title goes, labelled as the speech's",
    "246-pieces-own-titles": "范文一 above a title goes, labelled as the speech's",
    "250-page-index-arabic": "the first number of the site's pages is not told from a point",
    "265-pieces-lines": "第一篇： in front of a title goes, labelled as the speech's",
}
SAMPLES = [s for s in all_samples() if s.name not in OTHERWISE]
ISSUED = (
    "（根据录音整理，未经本人审阅）",
    "青石县人民政府办公室\n2024年6月10日印发",
    "抄送：县委宣传部，县委网信办",
    "附件：各镇任务分解表\n1.青石镇\n2.临江镇\n3.云川镇",
    "陆文清\n二〇二四年六月十日",
    "（热烈鼓掌）",
)


def cleaned(text: str) -> str:
    """Without what goes for sure and what is asked about."""
    receipt = tidy(manuscript_of(text))
    return receipt.clean(receipt.items).text


def without_noise(sample: Sample, *, optional: bool = True) -> str:
    noise = [n for n in sample.gold.noise if optional or not n.get("optional")]
    gone = {i for item in noise for i in range(item["start"], item["end"])}
    return "".join(c for i, c in enumerate(sample.text) if i not in gone)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_a_site_wrote_goes_and_the_speech_stays(sample: Sample) -> None:
    found = _bare(cleaned(sample.text))
    assert found in (_bare(without_noise(sample)), _bare(without_noise(sample, optional=False)))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_from_a_clean_speech_nothing_goes(sample: Sample) -> None:
    lines = [line for line in without_noise(sample).split("\n") if line.strip()]
    kinds = {item.kind for item in tidy(manuscript_of("\n".join(lines))).items}
    assert kinds <= {"line-join", "line-split", "blank-line", "dup-title", "piece-mark"}


@pytest.mark.parametrize("speech", [SAFETY, LIBRARY], ids=["safety", "library"])
@pytest.mark.parametrize("line", ISSUED)
def test_what_an_office_puts_below_a_speech_stays(speech: str, line: str) -> None:
    assert cleaned(f"{speech}\n{line}") == f"{speech}\n{line}"


def test_one_sign_is_not_enough() -> None:
    assert noise_score("把文明网站评选工作做得更好，让大家满意。").total < ENOUGH
    assert noise_score("热门 推荐 换一批").total >= ENOUGH


def test_characters_at_random_are_told_from_a_title() -> None:
    assert is_shuffled("桥束盾泥粒镰仅晒挨森铁半扛载炉穗充墙巩烫屋晌粱窜克销洗捎")
    assert not is_shuffled("在全县深入学习贯彻党的创新理论暨作风建设推进会上的讲话")


def _bare(text: str) -> str:
    return "".join(text.split())
