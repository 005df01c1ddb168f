"""Saving a docx after every sort of change: four times the text costs about four times.

Run: python -m tests.bench.docx.bench_docx_saving. Process time. The value is the time of four
times the text over that of the text; what grew quadratically would be 16. Aim: at most 6.
Shapes: many short paragraphs, some of 1,400 characters (an article pasted in one piece a page),
and some of 50,000 (a whole speech in one paragraph).
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import process_time

from editor.files.docx.open_docx import open_docx
from editor.files.save import save
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph
from tests.bench.measure import Figure, best, ratio, report
from tests.bench.prose import speech
from tests.bench.word_file import big_docx, word_file

AIM = 6.0
Texts = list[Paragraph]


def replaced(texts: Texts) -> Texts:
    """Two words replaced everywhere."""
    return [p.with_text(p.text.replace("的", "之之").replace("工", "公工")) for p in texts]


def keyless(texts: Texts) -> Texts:
    """The text as it comes back from outside: nobody knows which paragraph is which."""
    return [Paragraph(p.text if n % 9 else "", style=p.style) for n, p in enumerate(texts)]


CHANGES: dict[str, Callable[[Texts], Texts]] = {
    "one letter typed": lambda texts: [texts[0].with_text("改" + texts[0].text), *texts[1:]],
    "replace all": replaced,
    "every word another": lambda texts: [p.with_text(p.text[::-1]) for p in texts],
    "all moved": lambda texts: texts[::-1],
    "all deleted": lambda texts: texts[:1],
    "all doubled": lambda texts: [one for p in texts for one in (p, replace(p, key=0))],
    "without keys": keyless,
}


def shapes() -> Iterator[tuple[str, bytes, bytes]]:
    """A shape's name, a docx of it and one of four times the text."""
    yield "20,000 of 20 characters", big_docx(5_000, 20), big_docx(20_000, 20)
    for size in (1_400, 50_000):
        text = speech(400_000).replace("\n", "")
        whole, quarter = (
            word_file("\n".join(words[at : at + size] for at in range(0, len(words), size)))
            for words in (text, text[: len(text) // 4])
        )
        yield f"{-(-len(text) // size)} of {size:,} characters", quarter, whole


def bench(_: list[str]) -> Iterator[Figure]:
    """A figure for each change of each shape."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.docx"
        for shape, quarter, whole in shapes():
            for name, change in CHANGES.items():
                few, many = (seconds(data, change, target) for data in (quarter, whole))
                yield ratio(f"save, {name}: {shape}", many, ("a quarter of it", few), AIM)


def seconds(data: bytes, change: Callable[[Texts], Texts], target: Path) -> float:
    """The time of a save of what was opened, after a change."""
    opened = replace(open_docx(Path("a.docx"), data, None), path=None)
    texts = tuple(change(list(opened.manuscript.paragraphs)))
    made = Manuscript(1, texts, opened.manuscript.lists)
    return best(lambda: save(opened, made, target), 2, process_time)


if __name__ == "__main__":
    report(bench)
