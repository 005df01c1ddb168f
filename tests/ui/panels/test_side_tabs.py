"""The tabs at the right: their names count, and the one in front comes back in the next run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from editor.files.save import new_document
from editor.ui.panels.phrase_bank_source import PhraseBankSource
from editor.ui.panels.side_tabs import SideTabs
from tests.notation import doc
from tests.ui.parts import Parts, parts_on, rules, words_of


def tabs_of(parts: Parts) -> SideTabs:
    bank = PhraseBankSource(parts.context.settings.folder / "phrases.txt")
    tabs = SideTabs(parts.context, parts.theme, bank, rules())
    tabs.setParent(parts.context.parent)
    return tabs


@pytest.fixture
def parts(application: object, tmp_path: Path) -> Iterator[Parts]:
    made = parts_on("今天,我们开会。 | X同志讲话。", tmp_path)
    yield made
    made.close()


@pytest.fixture
def tabs(parts: Parts) -> SideTabs:
    return tabs_of(parts)


def names(tabs: SideTabs) -> list[str]:
    return [tabs.tabText(n) for n in range(tabs.count())]


def test_the_names_tell_how_much_there_is(parts: Parts, tabs: SideTabs) -> None:
    parts.controller.refresh()
    tabs.resize(600, 400)
    assert names(tabs) == ["语料库", "检查 必改 2", "填空 1 处"]
    assert tabs.tabToolTip(1) == "必改 2 处（2 类）"
    assert tabs.tabToolTip(2) == "还有 1 处没填，归成 1 项"
    parts.context.text.load(new_document(doc("好。"), "docx"))
    assert names(tabs) == ["语料库", "检查", "填空"]


def test_without_a_text_nothing_is_counted_and_nothing_can_be_done(
    parts: Parts, tabs: SideTabs
) -> None:
    parts.controller.refresh()
    tabs.show_text(False)
    assert names(tabs) == ["语料库", "检查", "填空"] and not tabs.blanks.isEnabled()
    tabs.show_text(True)
    assert tabs.blanks.isEnabled() and tabs.phrases.isEnabled()


def test_without_a_text_the_panels_say_what_to_do(parts: Parts, tabs: SideTabs) -> None:
    tabs.show()
    for panel in (tabs.findings, tabs.blanks):
        tabs.setCurrentWidget(panel)
        tabs.show_text(False)
        assert "打开或新建" in words_of(panel) and "没有要改的" not in words_of(panel)
        tabs.show_text(True)
        assert "打开或新建" not in words_of(panel)


def test_where_there_is_little_room_a_name_says_less(parts: Parts, tabs: SideTabs) -> None:
    parts.context.text.load(new_document(doc("今天,其它单位也来。"), "docx"))
    tabs.show()
    for width, name in ((600, "检查 必改 1·请看 1"), (120, "检查")):
        tabs.resize(width, 400)
        QApplication.processEvents()
        assert names(tabs)[1] == name
    assert tabs.tabToolTip(1) == "必改 1 处（1 类） · 请看 1 处（1 类）"


def test_the_one_in_front_is_in_front_in_the_next_run(parts: Parts, tabs: SideTabs) -> None:
    raised: list[bool] = []
    tabs.raised.connect(lambda: raised.append(True))
    tabs.bring(tabs.blanks)
    tabs.remember()
    assert raised == [True]
    again = tabs_of(parts)
    assert again.currentWidget() is again.blanks


def test_what_a_panel_says_stands_in_the_message_bar(parts: Parts, tabs: SideTabs) -> None:
    parts.context.text.load(new_document(doc("好。"), "docx"))
    tabs.blanks.step(True)
    assert parts.context.messages.words() == "这份稿子没有要填的空。"
