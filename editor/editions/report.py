"""A report as values: a head, blocks of lines and tables. What it looks like is elsewhere.

So that its pages, its docx and its plain text are made of the same words; the 校核单 is
one. Separate from a manuscript, which has no tables.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportCell:
    """The words of a cell; line feeds break lines, ``strong`` stretches are set in 黑体."""

    text: str
    strong: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column: its title, its width in mm, whether its words are centred."""

    title: str
    width: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class ReportTable:
    """Rows of as many cells as there are columns. Raises ValueError otherwise."""

    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[ReportCell, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row has as many cells as the table has columns")


@dataclass(frozen=True, slots=True)
class ReportBlock:
    """A part of a report: a heading ('' for none), lines, then a table."""

    heading: str
    lines: tuple[str, ...] = ()
    table: ReportTable | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A report from its title to its last block."""

    title: str
    blocks: tuple[ReportBlock, ...]


def report_text(report: Report) -> str:
    """The report as plain text: a table's row on a line, its cells apart by a full-width space."""
    lines = [report.title, ""]
    for block in report.blocks:
        lines += [block.heading] if block.heading else []
        lines += block.lines
        if block.table:
            lines.append(_row([column.title for column in block.table.columns]))
            lines += [_row([cell.text for cell in row]) for row in block.table.rows]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(cells: list[str]) -> str:
    return "\u3000".join(cell.replace("\n", "；") for cell in cells).rstrip("\u3000")
