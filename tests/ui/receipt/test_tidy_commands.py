"""The commands of cleaning: told before anything goes, taken back each place, over with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData

from editor.files.save import new_document
from editor.intake.pasted import PastedRun
from editor.manuscript.paragraph import Position
from editor.ui.receipt.receipt_reader import READING
from editor.ui.receipt.tidy_commands import OFFER, TidyCommands, looks_messy
from tests.notation import doc, lines
from tests.ui.parts import Parts, parts_on
from tests.ui.until import rest, until

TEXT = "本文由小编整理，仅供参考，下载请登录会员 | 同志们： | 今天我们开会，部署工作。 | 谢谢大家！"


@pytest.fixture
def parts(application: object, tmp_path: Path) -> Iterator[Parts]:
    made = parts_on(TEXT, tmp_path)
    yield made
    made.close()


@pytest.fixture
def commands(parts: Parts) -> TidyCommands:
    return TidyCommands(parts.context, parts.theme)


def clean(commands: TidyCommands) -> None:
    receipt = commands.receipt()
    commands.clean(receipt, receipt.items)


def test_a_text_that_is_not_all_speech_is_offered_to_be_cleaned(
    parts: Parts, commands: TidyCommands
) -> None:
    text, messages = parts.context.text, parts.context.messages
    text.load(new_document(doc(TEXT), "docx"))
    assert messages.offers() == [OFFER]
    text.load(new_document(doc("同志们： | 今天开会。"), "docx"))
    assert messages.offers() == []
    text.restore(doc(TEXT))
    assert messages.offers() == [OFFER]


LONG = doc(f"{TEXT} | " + "今年的工作要抓紧抓实。" * 400)


def test_a_long_text_is_looked_through_beside_the_window(
    parts: Parts, commands: TidyCommands
) -> None:
    messages = parts.context.messages
    parts.context.text.load(new_document(LONG, "docx"))
    assert messages.offers() == [], "it is only begun"
    until(lambda: messages.offers() == [OFFER])
    parts.context.text.load(new_document(LONG, "docx"))
    parts.context.text.load(new_document(doc("同志们： | 今天开会。"), "docx"))
    rest(parts.controller.view)
    assert messages.offers() == [], "what was begun for another text is not told"


def test_who_waits_for_a_long_text_is_told_and_a_changed_text_is_not_cleaned(
    parts: Parts, commands: TidyCommands
) -> None:
    messages = parts.context.messages
    parts.context.text.load(new_document(LONG, "docx"))
    commands.run()
    assert messages.words() == READING
    parts.controller.insert("新")
    until(lambda: "改过了" in messages.words())
    assert messages.offers() == [OFFER]


def test_who_keeps_versions_is_told_before_anything_goes(
    parts: Parts, commands: TidyCommands
) -> None:
    told: list[tuple[str, str]] = []
    parts.context.text.about_to_change.connect(
        lambda what: told.append((what, lines(parts.controller.manuscript())))
    )
    clean(commands)
    assert told == [("清理范文", TEXT)]
    assert "小编" not in lines(parts.controller.manuscript())


def test_what_was_cleaned_can_be_put_back(parts: Parts, commands: TidyCommands) -> None:
    receipt = commands.receipt()
    commands.clean(receipt, receipt.items)
    commands.change(receipt.items, ())
    assert lines(parts.controller.manuscript()) == TEXT
    assert parts.context.messages.words().startswith("还原了")


def test_after_an_undo_there_is_nothing_to_put_back(parts: Parts, commands: TidyCommands) -> None:
    receipt = commands.receipt()
    commands.clean(receipt, receipt.items)
    parts.controller.undo()
    commands.change(receipt.items, ())
    assert parts.context.messages.words() == "清理已经撤销，文字就是原来的。"


def test_an_undo_takes_the_offer_to_put_back_away(parts: Parts, commands: TidyCommands) -> None:
    clean(commands)
    assert "看清单" in parts.context.messages.offers()
    parts.controller.undo()
    parts.controller.refresh()
    assert "看清单" not in parts.context.messages.offers()


def test_with_another_text_the_receipt_is_over(parts: Parts, commands: TidyCommands) -> None:
    clean(commands)
    parts.context.text.load(new_document(doc("同志们： | 今天开会。"), "docx"))
    commands.show_receipt()
    assert parts.context.messages.words() == "这份稿子还没有清理过。"
    commands.show_original()
    assert parts.context.messages.words().startswith("没有留存的原文")


WEB = "来源：某某范文网 www.example.com\n要把基础打牢。\n更多范文请访问 www.example.com"


def paste(parts: Parts, commands: TidyCommands) -> None:
    """Words of a web page pasted behind the running text's first words."""
    page = parts.controller.view
    page.messy = looks_messy
    page.paste_is_messy.connect(commands.take_paste)
    parts.context.text.load(new_document(doc("同志们： | 今天开会。"), "docx"))
    parts.controller.go_to(Position(1, 5))
    words = QMimeData()
    words.setText(WEB)
    page.insertFromMimeData(words)


def test_a_paste_into_a_running_speech_is_cleaned_by_itself(
    parts: Parts, commands: TidyCommands
) -> None:
    paste(parts, commands)
    assert lines(parts.controller.manuscript()) == "同志们： | 今天开会。要把基础打牢。"
    assert parts.context.messages.words().startswith("粘贴来的已清理 2 处（")
    parts.controller.undo()
    assert "某某范文网" in lines(parts.controller.manuscript())
    parts.controller.undo()
    assert lines(parts.controller.manuscript()) == "同志们： | 今天开会。"


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>　　要把基础打牢。</p><p>　　要把路修通。</p>", "要把基础打牢。 | 要把路修通。"),
        (
            "<meta content='Word.Document'><p>　　要打牢。</p><p>　　要修通。</p>",
            "　　要打牢。 | 　　要修通。",
        ),
    ],
)
def test_the_blanks_before_a_web_pages_paragraphs_go_and_those_of_a_word_file_stay(
    parts: Parts, commands: TidyCommands, html: str, left: str
) -> None:
    page = parts.controller.view
    page.messy = looks_messy
    page.paste_is_messy.connect(commands.take_paste)
    parts.context.text.load(new_document(doc(""), "docx"))
    copied = QMimeData()
    copied.setHtml(html)
    copied.setText("\n".join(re.findall("<p>(.*?)</p>", html)))
    page.insertFromMimeData(copied)
    assert lines(parts.controller.manuscript()) == left


def test_its_receipt_is_of_the_paste_and_puts_back_in_the_text(
    parts: Parts, commands: TidyCommands
) -> None:
    paste(parts, commands)
    receipt = PastedRun(Position(1, 5), Position(3, 23), WEB).receipt(
        doc("同志们： | 今天开会。" + WEB.replace("\n", " | "))
    )
    commands.change(receipt.sure[:1], ())
    assert "某某范文网" in parts.controller.manuscript().text
    assert "更多范文" not in parts.controller.manuscript().text


@pytest.mark.parametrize(("wish", "offers"), [("ask", [OFFER]), ("leave", [])])
def test_a_paste_is_only_told_of_or_left_alone_on_wish(
    parts: Parts, commands: TidyCommands, wish: str, offers: list[str]
) -> None:
    parts.context.settings.set("paste_cleaning", wish)
    paste(parts, commands)
    assert "某某范文网" in parts.controller.manuscript().text
    assert parts.context.messages.offers() == offers


ASKED = "首页 | 讲话稿\n" + WEB + "\n各单位要抓好落实。\n编辑：小李"


def test_what_was_asked_about_stands_in_the_receipt_of_a_paste(
    parts: Parts, commands: TidyCommands
) -> None:
    text = "同志们： | 今天开会。"
    parts.context.text.load(new_document(doc(text), "docx"))
    parts.controller.go_to(Position(1, 5))
    parts.controller.insert(ASKED)
    run = PastedRun(Position(1, 5), parts.controller.caret(), ASKED)
    doubtful = run.receipt(parts.controller.manuscript()).doubtful
    assert doubtful
    commands.clean_pasted(run)
    before = parts.controller.manuscript().text
    commands.change((), doubtful)
    assert len(parts.controller.manuscript().text) < len(before)
    assert parts.context.messages.words() == f"又清理了 {len(doubtful)} 处。"
    parts.controller.undo()
    assert parts.controller.manuscript().text == before


def test_an_offer_that_is_late_does_not_come_behind_the_answer(
    parts: Parts, commands: TidyCommands
) -> None:
    messages = parts.context.messages
    parts.context.text.load(new_document(LONG, "docx"))  # and it begins to look what to offer
    commands.run()
    parts.controller.insert("新")
    until(lambda: messages.words() != READING)
    rest(parts.controller.view)
    assert "改过了" in messages.words()


def test_an_offer_that_is_late_covers_no_other(parts: Parts, commands: TidyCommands) -> None:
    messages = parts.context.messages
    parts.context.text.load(new_document(LONG, "docx"))
    messages.say("上次有一份稿子没存盘。", "看看", lambda: None)
    until(lambda: len(messages.offers()) == 2)
    assert messages.words() == "上次有一份稿子没存盘。"
    assert messages.offers() == [OFFER, "看看"]
