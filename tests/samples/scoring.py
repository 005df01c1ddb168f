"""Scores of an analysis against gold labels, by the rules the corpus is judged with.

A blank is found when a predicted span touches it and is at most 12 characters longer;
a heading when title (punctuation, marker and width aside) and level agree; noise counts by
character without white space. Optional gold items cost nothing either way.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.samples.markup import Labels

SLACK = 12
NUMERALS = "一二三四五六七八九十百"
MARKER = re.compile(
    rf"^(?:第?[{NUMERALS}]+[、,.是要]+|第[{NUMERALS}]+[,、]?|\([{NUMERALS}]+\)|\d+[、.]|\(\d+\))"
)


@dataclass
class Tally:
    """Right, extra and missed; ``found`` gold items (two predictions may share one)."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    found: int = 0

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.right += other.right
        self.extra += other.extra
        self.missed += other.missed
        self.found += other.found

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there was nothing to find."""
        gold = self.found + self.missed
        precision = self.right / (self.right + self.extra) if self.right + self.extra else 1.0
        recall = self.found / gold if gold else 1.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Faults(NamedTuple):
    """How many were missed, and how many found that are none (of noise: characters)."""

    missed: int = 0
    extra: int = 0

    def exceed(self, known: Faults) -> bool:
        """Whether there are more of either than were known."""
        return self.missed > known.missed or self.extra > known.extra


@dataclass
class Score:
    """The figures of one text, or of many added up, with what went wrong in words."""

    exact: Tally = field(default_factory=Tally)
    overlap: Tally = field(default_factory=Tally)
    outline: Tally = field(default_factory=Tally)
    noise: Tally = field(default_factory=Tally)
    kind_right: int = 0
    negatives_hit: int = 0
    defects: dict[str, Tally] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, other: Score) -> None:
        """Count another text in."""
        for name in ("exact", "overlap", "outline", "noise"):
            getattr(self, name).add(getattr(other, name))
        self.kind_right += other.kind_right
        self.negatives_hit += other.negatives_hit
        for kind, tally in other.defects.items():
            self.defects.setdefault(kind, Tally()).add(tally)
        self.wrong.update(other.wrong)

    @property
    def faults(self) -> dict[str, Faults]:
        """What was missed and what was found too much, by what was looked for."""
        parts = ("blanks", self.overlap), ("spans", self.exact), ("outline", self.outline)
        tallies = (*parts, ("noise", self.noise), *sorted(self.defects.items()))
        counted = {name: Faults(tally.missed, tally.extra) for name, tally in tallies}
        counted["kinds"] = Faults(self.overlap.right - self.kind_right, 0)
        counted["look-alikes"] = Faults(0, self.negatives_hit)
        return {name: faults for name, faults in counted.items() if any(faults)}


def score(text: str, gold: Labels, found: dict[str, list[dict]]) -> Score:
    """How right the analysis ``found`` is about ``text``."""
    result = Score()
    blanks = sorted(filter(_sure, found["placeholders"]), key=lambda b: b["start"])
    _blanks(result, text, gold, blanks)
    _outline(result, gold.outline, found["outline"])
    _noise(result, text, gold.noise, found["noise"])
    for kind in ("numbering", "count-mismatch", "spun"):
        mine = [d for d in found["defects"] if d["kind"] == kind]
        true = [d for d in gold.defects if d["kind"] == kind]
        tally, _, extra = _spans(true, mine, exact=False)
        result.defects[kind] = tally
        for item in extra:
            result.wrong[f"defect + {kind} {_near(text, item)}"] += 1
    return result


def _sure(place: dict) -> bool:
    return place.get("sure", True)


def plain_title(title: str) -> str:
    """A title without width, punctuation, list marker and page marks."""
    title = unicodedata.normalize("NFKC", title or "")
    title = re.sub(r"\s+", "", re.sub(r"-\d+-", "", title))
    title = MARKER.sub("", title)
    kept = (c for c in title if unicodedata.category(c)[0] in "LN" or c == "_")
    return re.sub(r"^[是要]", "", "".join(kept))


def _near(text: str, item: dict) -> str:
    start, end = item["start"], item["end"]
    words = f"{text[max(0, start - 8) : start]}[{text[start:end]}]{text[end : end + 8]}"
    return f"{item.get('kind', '')} {words!r}"


def _touch(mine: dict, true: dict) -> bool:
    if mine["start"] == mine["end"]:
        return true["start"] <= mine["start"] <= true["end"]
    apart = mine["start"] >= true["end"] or mine["end"] <= true["start"]
    size = mine["end"] - mine["start"]
    return not apart and size <= true["end"] - true["start"] + SLACK


def _same(mine: dict, true: dict) -> bool:
    return mine["start"] == true["start"] and mine["end"] == true["end"]


def _spans(
    gold: list[dict], found: list[dict], *, exact: bool, ignore: list[dict] | None = None
) -> tuple[Tally, list[tuple[dict, dict]], list[dict]]:
    """The tally, the matched pairs and the predictions that match nothing."""
    required = [g for g in gold if not g.get("optional")]
    optional = [g for g in gold if g.get("optional")]
    fits = _same if exact else _touch
    pairs: list[tuple[dict, dict]] = []
    extra: list[dict] = []
    for mine in found:
        hit = next((g for g in required if fits(mine, g)), None)
        if hit is not None:
            pairs.append((mine, hit))
        elif any(_touch(mine, g) for g in optional):
            continue
        elif not any(n["start"] <= mine["start"] and mine["end"] <= n["end"] for n in ignore or ()):
            extra.append(mine)
    hits = {id(g) for _, g in pairs}
    tally = Tally(len(pairs), len(extra), len(required) - len(hits), len(hits))
    return tally, pairs, extra


def _blanks(result: Score, text: str, gold: Labels, found: list[dict]) -> None:
    result.exact, _, _ = _spans(gold.placeholders, found, exact=True, ignore=gold.noise)
    result.overlap, pairs, extra = _spans(gold.placeholders, found, exact=False, ignore=gold.noise)
    for mine, true in pairs:
        right = mine["kind"] in (true["kind"], *true.get("kind_alt", ()))
        result.kind_right += right
        if not right:
            result.wrong[f"kind {mine['kind']} not {_near(text, true)}"] += 1
        if not _same(mine, true):
            result.wrong[f"span {_near(text, mine)} not {true['text']!r}"] += 1
    hits = {id(true) for _, true in pairs}
    for true in gold.placeholders:
        if id(true) not in hits and not true.get("optional"):
            result.wrong[f"blank - {_near(text, true)}"] += 1
    for mine in extra:
        result.wrong[f"blank + {_near(text, mine)}"] += 1
    for item in gold.negatives:
        hit = any(b["start"] < item["end"] and b["end"] > item["start"] for b in found)
        result.negatives_hit += hit


def _fits(mine: dict, true: dict) -> bool:
    titles = {plain_title(t) for t in (true["title"], *true.get("title_alt", ()))}
    levels = (true["level"], *true.get("level_alt", ()))
    return plain_title(mine["title"]) in titles and mine["level"] in levels


def _outline(result: Score, gold: list[dict], found: list[dict]) -> None:
    used: set[int] = set()
    for mine in found:
        fitting = [i for i, true in enumerate(gold) if i not in used and _fits(mine, true)]
        if not fitting:
            result.outline.extra += 1
            result.wrong[f"heading + {mine['level']} {mine['title'][:40]!r}"] += 1
            continue
        best = min(
            fitting,
            key=lambda i: (
                abs(gold[i]["start"] - mine.get("start", 0)),
                bool(gold[i].get("optional")),
            ),
        )
        used.add(best)
        if not gold[best].get("optional"):
            result.outline.right += 1
            result.outline.found += 1
    for i, true in enumerate(gold):
        if i not in used and not true.get("optional"):
            result.outline.missed += 1
            result.wrong[f"heading - {true['level']} {true['title'][:40]!r}"] += 1


def _noise(result: Score, text: str, gold: list[dict], found: list[dict]) -> None:
    label = [0] * len(text)
    for item in gold:
        for i in range(item["start"], item["end"]):
            label[i] = max(label[i], 1 if item.get("optional") else 2)
    taken = [False] * len(text)
    for item in found:
        for i in range(item["start"], item["end"]):
            taken[i] = True
    counted = [i for i, c in enumerate(text) if not c.isspace() and label[i] != 1]
    result.noise.right = sum(taken[i] and label[i] == 2 for i in counted)
    result.noise.found = result.noise.right
    lost = [i for i in counted if taken[i] and label[i] == 0]
    left = [i for i in counted if not taken[i] and label[i] == 2]
    result.noise.extra, result.noise.missed = len(lost), len(left)
    for what, places in (("lost", lost), ("left", left)):
        for start, end in _stretches(text, places):
            result.wrong[f"noise {what} {text[start:end][:60]!r}"] += end - start


def _stretches(text: str, places: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for at in places:
        if runs and not text[runs[-1][1] : at].strip() and "\n" not in text[runs[-1][1] : at]:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs
