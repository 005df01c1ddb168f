"""`analyse FILE --json`: blanks, noise, outline and defects in offsets of the file's text.

Offsets are Python str indices into the decoded file (line ends and BOM counted as they
stand); for a docx into its paragraphs joined by line feeds. The text is cleaned first
(`tidy`), read clean, and every place is mapped back to the raw text.
"""

from __future__ import annotations

import argparse
import json

from editor.blanks.blank import Blank, BlankKind
from editor.blanks.reader import find_blanks
from editor.checks.engine import Checker
from editor.checks.finding import Finding
from editor.checks.loader import load_rules
from editor.cli.entry import Context
from editor.cli.raw_defects import cut_end, raw_findings
from editor.cli.raw_offsets import RawOffsets
from editor.files.open import open_document
from editor.intake.receipt import Receipt
from editor.intake.tidy import tidy
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Kind
from editor.manuscript.paragraph import Position, Span

EXAMPLE = """例：
  python main.py analyse 范文.txt --json"""

Item = dict[str, object]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="文件")
    parser.add_argument("--json", action="store_true", help="输出 JSON（总是如此）")


def run(args: argparse.Namespace, context: Context) -> int:
    """Print the analysis as JSON."""
    del context
    opened = open_document(args.file)
    receipt = tidy(opened.manuscript, docx=opened.kind == "docx")
    analysis = Analysis(receipt, RawOffsets(opened))
    print(json.dumps(analysis.data(), ensure_ascii=False))
    return 0


class Analysis:
    """One clean reading of a raw text, told in raw offsets."""

    def __init__(self, receipt: Receipt, offsets: RawOffsets) -> None:
        self._receipt = receipt
        self._offsets = offsets
        self._clean = receipt.clean()
        self._rules = load_rules()

    def data(self) -> dict[str, list[Item]]:
        """The four lists, each in the order of the text."""
        outline = outline_of(self._clean)
        blanks = find_blanks(self._clean)
        rules = self._rules
        findings = Checker(rules).check(self._clean, outline, blanks)
        defects = {rule.id: rule.defect for rule in rules}
        headings = [s for s in outline.walk() if s.kind in (Kind.TITLE, Kind.SECTION, Kind.POINT)]
        return {
            "placeholders": self._placeholders(blanks),
            "noise": self._noise(),
            "outline": [
                {
                    "level": s.level,
                    "number": s.number,
                    "title": s.title,
                    "start": self._raw(s.start),
                }
                for s in headings
            ],
            "defects": self._defects(findings, defects),
        }

    def _raw(self, place: Position) -> int:
        return self._offsets.flat(self._receipt.raw_position(place))

    def _range(self, span: Span) -> tuple[int, int]:
        # The end is taken from the last character, so that what was removed behind
        # the span is not counted in.
        start = self._raw(span.head)
        if span.start == span.end:
            return start, start
        return start, self._raw(Position(span.paragraph, span.end - 1)) + 1

    def _placeholders(self, blanks: tuple[Blank, ...]) -> list[Item]:
        items = [self._placeholder(*self._range(b.span), b) for b in blanks]
        items += self._cut_off(items)
        return sorted(items, key=lambda item: (item["start"], item["end"]))  # type: ignore[return-value,arg-type]

    def _placeholder(self, start: int, end: int, blank: Blank) -> Item:
        return {
            "start": start,
            "end": end,
            "text": self._offsets.text[start:end],
            "kind": blank.kind.value,
            "slot": blank.slot,
        }

    def _cut_off(self, known: list[Item]) -> list[Item]:
        # A note that something was left out goes with the noise, but the gap stays.
        raw = self._receipt.raw
        found: list[Item] = []
        for blank in find_blanks(raw):
            if blank.kind is not BlankKind.ELIDED:
                continue
            start = self._offsets.flat(blank.span.head)
            end = self._offsets.flat(blank.span.tail)
            if not any(k["start"] < end and k["end"] > start for k in known):  # type: ignore[operator]
                found.append(self._placeholder(start, end, blank))
        return found

    def _noise(self) -> list[Item]:
        items: list[Item] = []
        for item in self._receipt.items:
            if item.after.strip() or not item.before.strip():
                continue
            start, end = self._offsets.flat(item.start), self._offsets.flat(item.end)
            items.append({"start": start, "end": end, "kind": item.kind})
        return items

    def _defects(self, findings: tuple[Finding, ...], names: dict[str, str]) -> list[Item]:
        items: list[Item] = []
        for finding in findings:
            # Open blanks stand among the placeholders already.
            if not names.get(finding.rule) or finding.rule.startswith("blanks/"):
                continue
            start, end = self._range(finding.span)
            items.append(
                {"start": start, "end": end, "kind": names[finding.rule], "note": finding.message}
            )
        items += self._raw_defects(names, {item["start"] for item in items if _is_end(item)})
        for item in self._receipt.items:
            if item.kind == "line-join":
                start, end = self._offsets.flat(item.start), self._offsets.flat(item.end)
                items.append({"start": start, "end": end, "kind": "hard-break", "note": item.why})
        return sorted(items, key=lambda item: (item["start"], item["end"]))  # type: ignore[return-value,arg-type]

    def _raw_defects(self, names: dict[str, str], ends: set[object]) -> list[Item]:
        """What cleaning mends, in the raw text; ``ends`` are the missing ends known."""
        items: list[Item] = []
        for finding in raw_findings(self._receipt.raw, self._rules):
            start = self._offsets.flat(finding.span.head)
            end = self._offsets.flat(finding.span.tail)
            kind = names[finding.rule]
            items.append({"start": start, "end": end, "kind": kind, "note": finding.message})
        last = cut_end(self._receipt, self._clean)
        if last is not None:
            start, end = self._range(last)
            note = "网页说后面还有，全文到这里就断了"
            if start not in ends:
                items.append({"start": start, "end": end, "kind": "missing-end", "note": note})
        return items


def _is_end(item: Item) -> bool:
    return item["kind"] == "missing-end"
