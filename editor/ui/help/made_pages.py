"""The pages of the help that are made of the program's own tables: keys, rules, about."""

from __future__ import annotations

from html import escape

from editor.ui.help.habits import HABITS, UNLIKE_WPS
from editor.ui.help.help_book import HelpPage
from editor.ui.settings.command_keys import CommandKeys, shown

FAMILIES = {
    "blanks": "未填的空", "structure": "结构和序号", "punctuation": "标点", "numbers": "数字",
    "wording": "用词", "formulations": "提法", "spun": "伪原创的字句",
}  # fmt: skip


def keys_page(keys: CommandKeys) -> HelpPage:
    """All keys by menu, what the page does besides, and where WPS does something else."""
    rows: list[str] = []
    for menu in dict.fromkeys(command.menu for command in keys.commands.values()):
        own = [c for c in keys.commands.values() if c.menu == menu]
        keyed = [(c, held) for c in own if (held := keys.keys(c.id))]
        if keyed:
            rows.append(f'<tr><td colspan="2"><h3>{menu}</h3></td></tr>')
            rows += [_row(c.text.rstrip("…"), shown(held)) for c, held in keyed]
    rows += _habits(keys)
    html = f"<h1>快捷键一览</h1><table cellpadding='4'>{''.join(rows)}</table>"
    return HelpPage("keys", "快捷键一览", html, ("键盘", "热键", "快捷键"), html=True)


def _habits(keys: CommandKeys) -> list[str]:
    rows = ["<tr><td colspan='2'><h3>在稿纸上</h3></td></tr>"]
    rows += [_row(habit.does, habit.hand) for habit in HABITS]
    rows.append("<tr><td colspan='2'><h3>和 WPS 不同的键</h3></td></tr>")
    for other in UNLIKE_WPS:
        hand = shown(keys.keys(other.command)) if other.command else other.hand
        rows += [_row(f"{other.does}（WPS：{other.in_wps}）", hand)] if hand else []
    return rows


def _row(does: str, hand: str) -> str:
    return f"<tr><td>{escape(does)}</td><td>&nbsp;&nbsp;&nbsp;{escape(hand)}</td></tr>"


def rules_page() -> HelpPage:
    """Every rule with its severity, reason and source, from the rule files."""
    from editor.checks.engine.rule_set import bundled_rules
    from editor.checks.rules.explain import help_page

    parts: list[str] = ["<h1>检查规则一览</h1>"]
    for family in help_page(bundled_rules().rules):
        parts.append(f"<h2>{escape(FAMILIES.get(family.family, family.title))}</h2>")
        parts += [
            f"<p><b>{escape(rule.title)}</b>（{rule.severity}）<br>{escape(rule.why)}"
            f"<br><small>依据：{escape(rule.source)}</small></p>"
            for rule in family.rules
        ]
    return HelpPage("rules", "检查规则一览", "".join(parts), ("规则", "依据"), html=True)


def about_page() -> HelpPage:
    """Version and licences."""
    from editor import __version__

    html = (
        f"<h1>笔杆 {__version__}</h1><p>离线的讲话稿编辑器。不联网，不上传，稿子只在本机。</p>"
        "<p>以 Apache-2.0 许可发布。界面库 Qt 6 / PySide6（LGPL-3.0），分词 jieba（MIT），"
        "文档 lxml（BSD）、python-docx（MIT）。</p>"
        "<p>规则和固定提法的依据、日期写在每条规则里，见“检查规则一览”。</p>"
    )
    return HelpPage("about", "关于笔杆", html, ("版本", "许可"), html=True)
