"""How a pair and its places are told: rows of the tree, before and after in the pane."""

from __future__ import annotations

from html import escape

from editor.checks.report.spun_repair import Pair, Swap
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span
from editor.ui.look.palette import Colours

AROUND = 18  # characters either side, in a row
WIDE = 45  # in the pane below


def pair_words(pair: Pair) -> str:
    """'开展 → 发展　69 处　确定', and what else must be known before it is ticked."""
    grade = "确定" if pair.sure else "存疑，请逐处看"
    turned = "　意思说反了" if pair.inverted else ""
    return f"{pair.found} → {pair.original}　{len(pair.swaps)} 处　{grade}{turned}"


def place_words(m: Manuscript, span: Span) -> str:
    """'第3段　…前文〔词〕后文…'."""
    before, inside, behind = _around(m, span, AROUND)
    return f"第{span.paragraph + 1}段　{before}〔{inside}〕{behind}"


def reason_words(pair: Pair, swap: Swap) -> str:
    """Why a place is taken for spun, and how far that goes."""
    if swap.proved:
        return "放在这里不成话，可以确定"
    if pair.sure:
        return "同一对词在别处已经证实，这里也当是替换的"
    return "单看是真词，在伪原创稿里可疑，请对着上下文看"


def before_and_after(m: Manuscript, swap: Swap, reason: str, colours: Colours) -> str:
    """Rich text for the pane: the place as it stands, and with the original put back."""
    before, inside, behind = (escape(part) for part in _around(m, swap.span, WIDE))
    gone = f'<span style="color:{colours.must};text-decoration:line-through">{inside}</span>'
    came = f'<span style="color:{colours.good};font-weight:600">{escape(swap.original)}</span>'
    return (
        f'<p>第 {swap.span.paragraph + 1} 段　<span style="color:{colours.dim}">{reason}</span></p>'
        f"<p>现在：{before}{gone}{behind}</p><p>换回：{before}{came}{behind}</p>"
    )


def _around(m: Manuscript, span: Span, width: int) -> tuple[str, str, str]:
    text = m.paragraphs[span.paragraph].text.replace("\u2028", " ")
    before, behind = text[: span.start][-width:], text[span.end :][:width]
    before = "…" + before if span.start > width else before
    behind = behind + "…" if span.end + width < len(text) else behind
    return before, text[span.start : span.end], behind
