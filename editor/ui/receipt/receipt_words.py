"""How one item of a receipt is told: its place, what stood around it, what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from editor.intake.receipt import Receipt, ReceiptItem
from editor.ui.look.palette import Colours

AROUND = 10  # characters of the text shown on either side
WHYS = 3  # reasons of one kind that are told together
LONGEST = 40  # characters of what was removed, in a row


def item_words(receipt: Receipt, item: ReceiptItem) -> str:
    """One line: '第3段　…前文〔删去的〕后文…'; the reason too where it is asked about."""
    before, behind = _around(receipt, item)
    went = _visible(item.before.lstrip("\n") or item.before)
    if len(went) > LONGEST:
        went = went[: LONGEST - 1] + "…"
    became = f"→{_visible(item.after)}" if item.after else ""
    place = f"第{item.paragraph + 1}段　"
    if not item.sure:
        return f"{place}{item.why}　〔{went}{became}〕"
    return f"{place}{before}〔{went}{became}〕{behind}"


def before_and_after(receipt: Receipt, item: ReceiptItem, colours: Colours) -> str:
    """Rich text for the pane below: kind, reason, before and after in their context."""
    return (
        f"<p><b>{escape(item.label)}</b>　第 {item.paragraph + 1} 段<br>"
        f'<span style="color:{colours.dim}">{escape(item.why)}</span></p>'
        + _two_states(receipt, item, colours)
    )


def kind_words(receipt: Receipt, items: Sequence[ReceiptItem], colours: Colours) -> str:
    """Rich text for the pane when a kind is chosen: what it is, how many, the first as example."""
    gone = sum(len(i.before.strip()) for i in items)
    size = f"，共 {gone:,} 字符" if gone else ""
    whys = list(dict.fromkeys(item.why for item in items))
    told = "；".join(whys[:WHYS]) + (f" 等 {len(whys)} 种情况" if len(whys) > WHYS else "")
    label = items[0].label if items[0].sure else "、".join(dict.fromkeys(i.label for i in items))
    return (
        f"<p><b>{escape(label)}</b>　{len(items)} 处{size}<br>"
        f'<span style="color:{colours.dim}">{escape(told)}</span></p>'
        f"<p>例如第 {items[0].paragraph + 1} 段：</p>" + _two_states(receipt, items[0], colours)
    )


def balance_words(receipt: Receipt, items: tuple[ReceiptItem, ...]) -> str:
    """The account: characters before = after + removed − put in, counted, not assumed."""
    raw, clean = len(receipt.raw.text), len(receipt.clean(items).text)
    removed = sum(len(i.before) for i in items)
    put_in = sum(len(i.after) for i in items)
    sums = f"清理前 {raw:,} 字符 ＝ 清理后 {clean:,} ＋ 删去 {removed:,}"
    if put_in:
        sums += f" － 添入 {put_in:,}"
    return sums + ("　✓ 一字不差" if receipt.balanced(items) else "　✗ 对不上，不能清理")


def _two_states(receipt: Receipt, item: ReceiptItem, colours: Colours) -> str:
    before, behind = _around(receipt, item, 60)
    gone = f'<span style="color:{colours.must};text-decoration:line-through">'
    came = f'<span style="color:{colours.good};font-weight:600">'
    new = f"{came}{escape(_visible(item.after))}</span>" if item.after else ""
    nothing = f'<span style="color:{colours.dim}">（什么也不留）</span>'
    return (
        f"<p>清理前：{escape(before)}{gone}{escape(_visible(item.before))}</span>{escape(behind)}</p>"
        f"<p>清理后：{(escape(before) + new + escape(behind)) or nothing}</p>"
    )


def _around(receipt: Receipt, item: ReceiptItem, width: int = AROUND) -> tuple[str, str]:
    paragraphs = receipt.raw.paragraphs
    first = paragraphs[item.start.paragraph].text
    before = "" if item.before.startswith("\n") else first[: item.start.offset][-width:]
    behind = ""
    if item.end.paragraph < len(paragraphs) and not item.whole:
        behind = paragraphs[item.end.paragraph].text[item.end.offset :][:width]
    return before, behind


def _visible(text: str) -> str:
    shown = text.replace("\n", "↵")
    # Blanks are only worth a sign where nothing else goes: among words they read as dots.
    return shown if text.strip() else shown.replace("\u3000", "□").replace(" ", "·")
