"""The outline of every sample dressed anew: how well it is read whatever a site did to it.

Run: python -m tests.bench.trials.redress [dress …] [-v] [folder=outline]. Only the outline is
scored, after cleaning; the source's own dress is left out. Texts whose headings carry no
number cannot be told apart in one line, so those dresses leave them out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import SectionKind
from tests.samples.dress import ORDERS, joined, undressed
from tests.samples.markup import HEAD_LINE, Mark, Sample, Sign, parse, sample_of
from tests.samples.scoring import Score, Tally, score
from tests.samples.shelf import FOLDERS, HERE

COLLECTION = "37-"  # holds the others once more

Dress = Callable[[list[Sign]], list[Sign]]


def title_of(sign: Sign) -> Mark | None:
    """The heading (not a speech's title) a character stands in."""
    return next((m for m in sign.marks if m.what == "title" and m.kind != "0"), None)


def glued(signs: list[Sign], between: str = "") -> list[Sign]:
    """Headings that fill their lines run into the next line, ``between`` in between."""
    lines = undressed(signs)
    out: list[list[Sign]] = []
    run_on = False
    for line in lines:
        if run_on and line and not starts_heading(line):
            out[-1] += [Sign(c) for c in between] + line
        else:
            out.append(list(line))
        run_on = bool(line) and title_of(line[-1]) is not None and starts_heading(line)
    return joined(out)


def starts_heading(line: list[Sign]) -> bool:
    """Whether a line begins with a heading or its marker."""
    return any(title_of(s) for s in line[:6])


def markers(signs: list[Sign], variant: dict[str, str]) -> list[Sign]:
    """The marks of the numbers in front of headings exchanged (一、 → 一.)."""
    out = list(signs)
    for at, sign in enumerate(signs):
        mark = title_of(sign)
        if mark is None or (at and mark in signs[at - 1].marks):
            continue
        for back in range(max(0, at - 4), at):
            new = variant.get(signs[back].char)
            if new is not None:
                out[back] = Sign(new, signs[back].marks)
    return [s for s in out if s.char]


def bare(signs: list[Sign]) -> list[Sign]:
    """The speech alone, as it is when it is copied: lines of the site's words left out."""
    kept = [
        line
        for line in undressed(signs)
        if not line or not all(any(m.what == "noise" for m in s.marks) for s in line)
    ]
    return joined(kept)


def _order(name: str, rest: str = "") -> Dress:
    return lambda signs: ORDERS[name](signs, rest)


def _both(*steps: Dress) -> Dress:
    def dressed(signs: list[Sign]) -> list[Sign]:
        for step in steps:
            signs = step(signs)
        return signs

    return dressed


def _wraps() -> dict[str, Dress]:
    made: dict[str, Dress] = {}
    for width in ("24", "28", "32", "35", "38"):
        made[f"wrap {width}"] = _order("wrap", width)
        made[f"wrap {width} indent"] = _both(_order("indent"), _order("wrap", width))
    return made


DRESSES: dict[str, Dress] = {
    "none": lambda signs: signs,
    "oneline": _both(bare, _order("oneline")),
    "oneline half": _both(bare, _order("oneline"), _order("halfwidth")),
    "oneline spaced": _both(bare, _order("oneline", " ")),
    **_wraps(),
    "glued": glued,
    "glued space": partial(glued, between=" "),
    "glued stop": partial(glued, between="。"),
    "glued colon": partial(glued, between="："),
    "blank lines": _both(_order("indent"), _order("blanklines")),
    "blank lines half": _both(_order("halfwidth"), _order("blanklines")),
    "marks dot": partial(markers, variant={"、": ".", "（": "(", "）": ")"}),
    "marks comma": partial(markers, variant={".": "、", "．": "、", "（": "(", "）": ")"}),
    "marks wide": partial(markers, variant={"、": "．", "(": "（", ")": "）"}),
    "marks doubled": partial(markers, variant={"）": "）、", ")": ")、"}),
}


def outline(text: str) -> dict[str, list[dict]]:
    """The outline of a raw text after cleaning, in the shape of the labels."""
    clean = tidy(manuscript_of(text)).clean()
    nodes = list(outline_of(clean).walk())
    found = [
        {"level": s.level, "number": s.number, "title": s.title}
        for s in nodes
        if s.kind in (SectionKind.TITLE, SectionKind.SECTION, SectionKind.POINT) and not s.shown
    ]
    return {"placeholders": [], "noise": [], "outline": found, "defects": []}


def sources(folders: tuple[str, ...] = FOLDERS) -> list[Path]:
    """The samples to dress."""
    found = [p for f in folders for p in sorted((HERE / f).glob("*.txt"))]
    return [p for p in found if not p.name.startswith(COLLECTION)]


def is_numbered(sample: Sample) -> bool:
    """Whether every heading of the sample carries a number."""
    headings = [o for o in sample.gold.outline if o["level"] and not o.get("optional")]
    text = sample.text
    before = (text[max(0, o["start"] - 4) : o["start"]].rstrip() for o in headings)
    return all(re.search("[、.．）)是要，,：:一-十①-⑳　]$|首先$|最后$|其次$", b) for b in before)


def figure(dress: Dress, paths: list[Path], *, numbered: bool = False) -> tuple[Tally, list[str]]:
    """The tally of one dress over the samples, and what went wrong."""
    total, wrong = Tally(), list[str]()
    for path in paths:
        signs = _signs(path)
        if numbered and not is_numbered(sample_of(path.stem, {}, signs)):
            continue
        sample = sample_of(path.stem, {}, dress(signs))
        result: Score = score(sample.text, sample.gold, outline(sample.text))
        total.add(result.outline)
        lines = [w for w in result.wrong if w.startswith("heading")]
        wrong += [f"{path.name[:12]} {line}" for line in lines]
    return total, wrong


def _signs(path: Path) -> list[Sign]:
    text = path.read_text(encoding="utf-8")
    while found := HEAD_LINE.match(text):
        text = text[found.end() :]
    return parse(text.rstrip("\n"))


def main(words: list[str]) -> None:
    """Print a line for each dress."""
    verbose = "-v" in words
    folders = tuple(w[7:] for w in words if w.startswith("folder=")) or FOLDERS
    names = [w for w in words if w != "-v" and not w.startswith("folder=")]
    paths = sources(folders)
    whole = Tally()
    for name, dress in DRESSES.items():
        if names and name not in names:
            continue
        total, wrong = figure(dress, paths, numbered=name.startswith(("oneline", "glued")))
        whole.add(total)
        print(
            f"{name:18} outline {total.f1:.3f} {total.found}/{total.found + total.missed}"
            f"+{total.extra}"
        )
        for line in wrong if verbose else ():
            print("     ", line)
    print(f"{'ALL':18} outline {whole.f1:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
