"""How one item of a receipt is told: its place, what stood around it, what became of it."""

from __future__ import annotations

from html import escape

from editor.intake.receipt import Receipt, ReceiptItem
from editor.ui.shell.palette import Colours

AROUND = 10  # characters of the text shown on either side
LONGEST = 40  # characters of what was removed, in a row


def row_words(receipt: Receipt, item: ReceiptItem) -> str:
    """One line: '第3段　…前文〔删去的〕后文…'."""
    before, behind = _around(receipt, item)
    went = _visible(item.before)
    if len(went) > LONGEST:
        went = went[: LONGEST - 1] + "…"
    became = f"→{_visible(item.after)}" if item.after else ""
    return f"第{item.start.paragraph + 1}段　{before}〔{went}{became}〕{behind}"


def before_and_after(receipt: Receipt, item: ReceiptItem, colours: Colours) -> str:
    """Rich text for the pane below: kind, reason, before and after in their context."""
    before, behind = _around(receipt, item, 60)
    gone = f'<span style="color:{colours.must};text-decoration:line-through">'
    came = f'<span style="color:{colours.good};font-weight:600">'
    new = f"{came}{escape(_visible(item.after))}</span>" if item.after else ""
    nothing = f'<span style="color:{colours.dim}">（什么也不留）</span>'
    return (
        f"<p><b>{escape(item.label)}</b>　第 {item.start.paragraph + 1} 段<br>"
        f'<span style="color:{colours.dim}">{escape(item.why)}</span></p>'
        f"<p>清理前：{escape(before)}{gone}{escape(_visible(item.before))}</span>{escape(behind)}</p>"
        f"<p>清理后：{(escape(before) + new + escape(behind)) or nothing}</p>"
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


def _around(receipt: Receipt, item: ReceiptItem, width: int = AROUND) -> tuple[str, str]:
    paragraphs = receipt.raw.paragraphs
    before = paragraphs[item.start.paragraph].text[: item.start.offset][-width:]
    behind = ""
    if item.end.paragraph < len(paragraphs) and not item.whole:
        behind = paragraphs[item.end.paragraph].text[item.end.offset :][:width]
    return before, behind


def _visible(text: str) -> str:
    shown = text.replace("\n", "↵")
    # Blanks are only worth a sign where nothing else goes: among words they read as dots.
    return shown if text.strip() else shown.replace("\u3000", "□").replace(" ", "·")
