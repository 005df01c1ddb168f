"""What the menu 帮助 shows, made from the tables and rules themselves."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from editor.ui.look.button_row import close_only
from editor.ui.look.first_size import fit
from editor.ui.settings.command_keys import CommandKeys, shown
from editor.ui.shell.command_table import COMMANDS, MENUS

FAMILIES = {
    "blanks": "未填的空", "structure": "结构和序号", "punctuation": "标点", "numbers": "数字",
    "wording": "用词", "formulations": "提法", "spun": "伪原创的字句",
}  # fmt: skip
GUIDE = Path(__file__).resolve().parents[3] / "resources" / "help" / "guide.md"


class HelpCommands:
    """Pages of help; they stay open beside the window."""

    def __init__(self, parent: QWidget, keys: CommandKeys) -> None:
        self._parent, self._keys = parent, keys

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        window = self._parent
        return {
            "help.guide": lambda: show_page(window, "使用说明", markdown=GUIDE.read_text("utf-8")),
            "help.keys": lambda: show_page(window, "快捷键一览", html=keys_page(self._keys)),
            "help.rules": lambda: show_page(window, "检查规则一览", html=rules_page()),
            "help.about": lambda: show_page(window, "关于笔杆", html=about_page()),
        }


def show_page(parent: QWidget, title: str, *, html: str = "", markdown: str = "") -> QDialog:
    """A window with one page of text; not modal."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    fit(dialog, 640, 620)
    page = QTextBrowser()
    page.setOpenExternalLinks(False)
    if markdown:
        page.setMarkdown(markdown)
    else:
        page.setHtml(html)
    page.document().setDocumentMargin(16)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    column = QVBoxLayout(dialog)
    column.addWidget(page)
    column.addWidget(close_only(dialog))
    dialog.show()
    return dialog


def keys_page(keys: CommandKeys) -> str:
    """All keys by menu, as HTML."""
    rows: list[str] = []
    for menu in MENUS:
        own = [c for c in COMMANDS if c.menu == menu and c.id in keys.commands]
        keyed = [(c, held) for c in own if (held := keys.keys(c.id))]
        if keyed:
            rows.append(f'<tr><td colspan="2"><h3>{menu}</h3></td></tr>')
            rows += [
                f"<tr><td>{escape(c.text.rstrip('…'))}</td><td>&nbsp;&nbsp;&nbsp;{escape(shown(held))}</td></tr>"
                for c, held in keyed
            ]
    return f"<table cellpadding='4'>{''.join(rows)}</table>"


def rules_page() -> str:
    """Every rule with its severity, reason and source, from the rule files."""
    from editor.checks.engine.rule_set import bundled_rules
    from editor.checks.rules.explain import help_page

    parts: list[str] = []
    for family in help_page(bundled_rules().rules):
        parts.append(f"<h2>{escape(FAMILIES.get(family.family, family.title))}</h2>")
        parts += [
            f"<p><b>{escape(rule.title)}</b>（{rule.severity}）<br>{escape(rule.why)}"
            f"<br><small>依据：{escape(rule.source)}</small></p>"
            for rule in family.rules
        ]
    return "".join(parts)


def about_page() -> str:
    """Version and licences."""
    from editor import __version__

    return (
        f"<h2>笔杆 {__version__}</h2><p>离线的讲话稿编辑器。不联网，不上传，稿子只在本机。</p>"
        "<p>以 Apache-2.0 许可发布。界面库 Qt 6 / PySide6（LGPL-3.0），分词 jieba（MIT），"
        "文档 lxml（BSD）、python-docx（MIT）。</p>"
        "<p>规则和固定提法的依据、日期写在每条规则里，见“检查规则一览”。</p>"
    )
