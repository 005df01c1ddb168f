"""The sheet of counts as HTML: 字数 of the text, its parts and the selection, and minutes."""

from __future__ import annotations

from html import escape

from editor.analysis.values import Analysis
from editor.manuscript.delivery.several_speeches import several_speeches
from editor.manuscript.delivery.statistics import Counts, count, minutes
from editor.manuscript.manuscript import text_between
from editor.manuscript.outline.sections import Section, SectionKind
from editor.ui.look.clock import clock
from editor.ui.look.section_numbers import shown_number
from editor.ui.tree.row_figures import RowFigures

PACES = (160, 180, 200, 220)  # 字 a minute: what guides for speech writers give, and faster


def counts_page(analysis: Analysis, selected: str, pace: int) -> str:
    """All figures of an analysis; ``selected`` is '' where nothing is."""
    parts = [_table("全文", analysis.counts, len(analysis.manuscript.paragraphs))]
    for speech in several_speeches(analysis.outline):
        lines = range(speech.start.paragraph, speech.end.paragraph + (speech.end.offset > 0))
        text = text_between(analysis.manuscript, speech.start, speech.end)
        parts.append(_table(escape(speech.title[:40]), count(text), len(lines)))
    if selected:
        parts.append(_table("选中的文字", count(selected), selected.count("\n") + 1))
    rows = [
        (f"{speed} 字/分" + ("（现在的语速）" if speed == pace else ""),
         clock(minutes(analysis.counts.spoken, speed)))
        for speed in sorted({*PACES, pace})
    ]  # fmt: skip
    parts.append("<h3>念完要多久</h3>" + _rows(rows))
    figures = RowFigures()
    figures.take(analysis)
    sections = [s for s in analysis.outline.walk() if _is_part(s)]
    if sections:
        told = [(_name(s), clock(figures.of(s).spoken / pace)) for s in sections]
        parts.append("<h3>各部分</h3>" + _rows(told))
    return "".join(parts)


def _table(title: str, counts: Counts, paragraphs: int) -> str:
    rows = [
        ("字数（同 WPS）", f"{counts.words:,}"),
        ("字符数（不计空格）", f"{counts.solid:,}"),
        ("字符数（计空格）", f"{counts.characters:,}"),
        ("读出来的字数", f"{counts.spoken:,}"),
        ("段落", f"{paragraphs:,}"),
    ]
    return f"<h3>{title}</h3>" + _rows(rows)


def _rows(rows: list[tuple[str, str]]) -> str:
    cells = [f"<tr><td>{escape(a)}</td><td align='right'>　{escape(b)}</td></tr>" for a, b in rows]
    return f"<table cellpadding='3'>{''.join(cells)}</table>"


def _is_part(section: Section) -> bool:
    return section.level <= 1 and section.kind is not SectionKind.SALUTATION


def _name(section: Section) -> str:
    return f"{shown_number(section)}{section.called}"[:40]
