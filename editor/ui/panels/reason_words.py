"""Why a rule speaks, as rich text: the wrong and the right stretch are set off by their look."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from editor.checks.report.finding_words import RuleReason
from editor.checks.rules.rule import Example
from editor.ui.look.palette import Colours
from editor.ui.panels.marked_text import with_marks


def reason_html(reason: RuleReason, colours: Colours) -> str:
    """The reason, its source, and an example of each sort."""
    parts = [escape(reason.why), f"<i>依据：{escape(reason.source)}</i>"]
    wrong = f"color:{colours.must};text-decoration:underline"
    right = f"color:{colours.good};font-weight:600"
    for name, example, style in (("不对", reason.bad, wrong), ("对", reason.good, right)):
        if example is not None:
            parts.append(f"{name}：{with_marks(*_one_line(example), style)}")
    return "<br>".join(parts)


def _one_line(example: Example) -> tuple[str, Sequence[tuple[int, int]]]:
    """Paragraphs of an example stand behind each other, parted by as much as they were."""
    return example.text.replace("\n", "⏎"), example.marks
