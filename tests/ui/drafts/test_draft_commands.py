"""Versions and comparing in a complete window."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("PySide6")

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QCheckBox, QInputDialog

from editor.files.open import open_document
from editor.files.save import new_document, save
from editor.files.versions.kept_version import Occasion
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.drop_rules import DropPosition
from editor.ui.drafts.draft_commands import DraftCommands
from editor.ui.shell.window import Window
from editor.ui.tree.renumber_dialog import RenumberDialog
from tests.files.docx_patch.test_docx_lists import BODY, PLAIN
from tests.files.made import docx
from tests.ui.parts import button
from tests.ui.shell.conftest import the_dictionary_is_not_read as the_dictionary_is_not_read
from tests.ui.shell.windows import end_window, open_window, parts_of, run, text_of
from tests.ui.until import rest, until

MINE = (
    "在会上的讲话\n同志们：\n今天开会，我讲两点。\n一、提高认识\n认识要到位，行动要跟上，责任要压实。\n"
    "二、狠抓落实\n逐条对照，逐项整改。\n谢谢大家！\n"
)
HIS = MINE.replace("行动要跟上", "行动要更快").replace("谢谢大家！\n", "再说一句。\n谢谢大家！\n")


@pytest.fixture
def window(application: object, tmp_path: Path) -> object:
    path = tmp_path / "稿.txt"
    path.write_text(MINE, "utf-8")
    (tmp_path / "他.txt").write_text(HIS, "utf-8")
    made = open_window(tmp_path / "home", str(path))
    yield made
    end_window(made)


def drafts(window: Window) -> DraftCommands:
    return parts_of(window).drafts


def labels(window: Window) -> list[str]:
    return [v.name or v.label for v in drafts(window).history.versions()]


def write(window: Window, paragraph: int, words: str) -> None:
    parts_of(window).controller.go_to(Position(paragraph, 0))
    parts_of(window).controller.insert(words)


def test_opening_alone_keeps_nothing(window: Window) -> None:
    assert labels(window) == []


def test_saving_keeps_what_it_was_and_what_it_is(window: Window) -> None:
    write(window, 4, "先说一句。")
    run(window, "file.save")
    assert labels(window) == ["打开时", "保存"]


def test_a_move_keeps_the_text_before_it(window: Window) -> None:
    write(window, 4, "先说一句。")
    before = text_of(window)
    parts_of(window).controller.go_to(Position(5, 0))
    run(window, "outline.up")
    assert text_of(window) != before
    kept = drafts(window).history
    last = kept.versions()[-1]
    assert last.occasion is Occasion.COMMAND
    assert kept.store().text(last).text == before


def test_a_version_is_named_by_the_user(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, text="", **k: (text, True))
    run(window, "drafts.keep")
    write(window, 4, "改。")
    run(window, "drafts.keep")
    assert labels(window)[-2:] == ["第1稿", "第2稿"]


def test_all_of_a_version_comes_back_in_one_step(window: Window) -> None:
    run(window, "file.save")
    old = text_of(window)
    write(window, 4, "先说一句。")
    parts_of(window).controller.go_to(Position(5, 0))
    run(window, "outline.up")
    new = text_of(window)
    drafts(window).presenter.restore(drafts(window).history.versions()[0])
    assert text_of(window) == old
    parts_of(window).controller.undo()
    assert text_of(window) == new


def test_one_section_of_a_version_comes_back(window: Window) -> None:
    run(window, "file.save")
    write(window, 4, "甲处。")
    write(window, 6, "乙处。")
    version = drafts(window).history.versions()[0]
    from editor.manuscript.outline.reader import outline_of

    sections = outline_of(drafts(window).history.store().text(version)).walk()
    second = next(s for s in sections if s.title == "狠抓落实")
    drafts(window).presenter.restore(version, second)
    assert "甲处。" in text_of(window)
    assert "乙处。" not in text_of(window)


def test_his_changes_are_taken_one_by_one(window: Window, tmp_path: Path) -> None:
    shown = drafts(window).comparisons.with_file(tmp_path / "他.txt")
    assert shown is not None
    assert len(shown.session.open()) == 2
    shown.take()
    assert "行动要更快" in text_of(window)
    assert "再说一句" not in text_of(window)
    shown.let_be()
    assert shown.session.open() == []
    shown.session.bring_back()
    assert len(shown.session.open()) == 1
    parts_of(window).controller.undo()
    assert text_of(window).strip() == MINE.strip()
    shown.close()


def test_the_window_itself_takes_back_what_was_taken_or_set_aside(
    window: Window, tmp_path: Path
) -> None:
    shown = drafts(window).comparisons.with_file(tmp_path / "他.txt")
    assert shown is not None
    shown.take()
    shown.let_be()
    assert shown.session.open() == []
    keys = {short.key().toString(): short for short in shown.findChildren(QShortcut)}
    keys["Ctrl+Z"].activated.emit()
    assert len(shown.session.open()) == 1 and "行动要更快" in text_of(window)
    keys["Ctrl+Z"].activated.emit()
    assert len(shown.session.open()) == 2 and "行动要更快" not in text_of(window)
    keys["Ctrl+Y"].activated.emit()
    assert len(shown.session.open()) == 1 and "行动要更快" in text_of(window)
    shown.close()


def test_it_follows_what_is_written_meanwhile(window: Window, tmp_path: Path) -> None:
    shown = drafts(window).comparisons.with_file(tmp_path / "他.txt")
    assert shown is not None
    write(window, 0, "新题：")
    until(lambda: len(shown.session.open()) == 3)
    shown.take_rest()
    assert text_of(window).strip() == HIS.strip()
    assert "相同" in shown.view.accessibleDescription()
    shown.close()


def test_a_change_whose_words_are_gone_is_refused_with_a_word(
    window: Window, tmp_path: Path
) -> None:
    shown = drafts(window).comparisons.with_file(tmp_path / "他.txt")
    assert shown is not None
    write(window, 4, "抢先改了这一句，")
    said: list[str] = []
    shown.session.said.connect(said.append)
    shown.take()
    assert said and "改过" in said[0]
    shown.close()


def test_the_first_change_is_seen_whole_when_the_window_opens(
    window: Window, tmp_path: Path
) -> None:
    filler = "".join(f"第{n}段的话说得很长，" * 12 + "\n" for n in range(30))
    parts_of(window).controller.load(manuscript_of(filler + "就改这一句话。\n" + filler))
    (tmp_path / "他.txt").write_text(filler + "就改那一句话。\n" + filler, "utf-8")
    shown = drafts(window).comparisons.with_file(tmp_path / "他.txt")
    assert shown is not None
    shown.findChild(QCheckBox).setChecked(False)
    shown.resize(700, 500)
    view = shown.view
    rest(shown)
    top, bottom = view.extent(shown.current)
    seen = view.verticalScrollBar().value()
    assert seen <= top and bottom <= seen + view.viewport().height()
    shown.close()


def test_keys_go_from_change_to_change(window: Window, tmp_path: Path) -> None:
    shown = drafts(window).comparisons.with_file(tmp_path / "他.txt")
    assert shown is not None
    assert shown.current == 0
    shown.step(1)
    assert shown.current == 1
    shown.step(1)
    assert shown.current == 0
    shown.step(-1)
    assert shown.current == 1
    shown.close()


def test_two_versions_are_only_looked_at(window: Window) -> None:
    run(window, "file.save")
    write(window, 4, "甲处。")
    run(window, "file.save")
    one, two = drafts(window).history.versions()
    shown = drafts(window).comparisons.of_two(one, two)
    assert shown is not None
    assert not shown.session.can_take
    assert len(shown.session.open()) == 1
    shown.close()


def test_the_window_lists_versions_and_shows_their_text(window: Window) -> None:
    run(window, "file.save")
    write(window, 4, "甲处。")
    run(window, "file.save")
    run(window, "drafts.versions")
    shown = drafts(window).presenter.window
    assert shown is not None
    assert shown.list.topLevelItemCount() == 2
    assert "甲处。" in shown.text.toPlainText()
    shown.list.setCurrentItem(shown.list.topLevelItem(1))
    assert "甲处。" not in shown.text.toPlainText()
    shown.close()


def test_what_is_still_template_is_known_by_place(window: Window) -> None:
    run(window, "file.save")
    write(window, 6, "全新的一句话。")
    rows = drafts(window).presenter.kept_shares()
    shares = {row.section.start: row.share for row in rows if row.section}
    assert shares[Position(3, 0)] == 1
    assert shares[Position(5, 0)] < 1


def test_the_past_goes_along_to_another_name(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QFileDialog

    run(window, "file.save")
    target = str(tmp_path / "改名.txt")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (target, ""))
    write(window, 4, "甲处。")
    run(window, "file.save_as")
    parts_of(window).openings.open_path(target)
    assert labels(window) == ["打开时", "保存"]


def test_watched_commands_give_their_lists_through(window: Window) -> None:
    handlers = {"outline.collect": lambda: [1]}
    assert drafts(window).watch(handlers, str)["outline.collect"]() == [1]


def test_a_drag_in_the_tree_keeps_the_text_before_it(window: Window) -> None:
    before = text_of(window)
    first, second = [
        s
        for s in parts_of(window).controller.analysis().outline.walk()
        if s.level == 1 and s.number
    ]
    parts_of(window).outline.move_to((second,), first, DropPosition.BEFORE)
    assert text_of(window) != before
    last = drafts(window).history.versions()[-1]
    assert drafts(window).history.store().text(last).text == before


def test_numbers_put_right_from_the_strip_keep_the_text_before_them(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts_of(window).controller.go_to(Position(5, 0))
    run(window, "outline.up")
    until(lambda: "重排序号…" in parts_of(window).messages.offers())
    before = text_of(window)
    monkeypatch.setattr(RenumberDialog, "exec", lambda _: True)
    button(parts_of(window).messages, "重排序号…").click()
    assert text_of(window) != before
    last = drafts(window).history.versions()[-1]
    assert last.label == "重排序号之前"
    assert drafts(window).history.store().text(last).text == before


@pytest.mark.parametrize("ending", [".txt", ".docx"])
def test_his_splits_joins_and_turned_points_are_taken_and_undone(
    application: object, tmp_path: Path, ending: str
) -> None:
    mine = (
        "讲话\n同志们：\n要抓好安全生产，责任压到班组。要改进作风，少开会多办事。\n"
        "一是盯住危险化学品；二是盯住建筑工地。\n月底前完成自查。\n自查情况报安委办，逾期通报。\n完了"
    )
    his = mine.replace("班组。要", "班组。\n要").replace("自查。\n自查", "自查。自查")
    his = his.replace(
        "一是盯住危险化学品；二是盯住建筑工地", "一是盯住建筑工地；二是盯住危险化学品"
    )
    for name, text in (("稿", mine), ("他", his)):
        save(
            new_document(manuscript_of(text), ending[1:]),
            manuscript_of(text),
            tmp_path / (name + ending),
        )
    window = open_window(tmp_path / "home", str(tmp_path / f"稿{ending}"))
    shown = drafts(window).comparisons.with_file(tmp_path / f"他{ending}")
    assert shown is not None
    found = [change.kind.value for change in shown.session.comparison.changes]
    assert found == ["split", "reordered", "joined"]
    for count in (3, 2, 1):
        assert len(shown.session.open()) == count
        shown.take()
    assert text_of(window) == his
    run(window, "file.save")
    assert open_document(tmp_path / f"稿{ending}").manuscript.text == his
    for _ in range(3):
        run(window, "edit.undo")
    assert text_of(window) == mine
    end_window(window)


def test_a_version_of_a_word_file_opened_as_a_new_one_has_each_number_once(
    window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "号.docx"
    path.write_bytes(docx(BODY, numbering=PLAIN))
    parts_of(window).openings.open_path(path)
    drafts(window).history.keep(parts_of(window).controller.manuscript(), "第1稿", Occasion.NAMED)
    (version,) = drafts(window).history.versions()
    assert drafts(window).presenter.open_new(version)
    rows = parts_of(window).controller.manuscript().paragraphs
    assert [p.label + p.text for p in rows][:3] == ["一、甲事", "甲文很长。", "二、乙事"]


def test_a_version_gives_the_levels_of_words_own_numbers_back(
    window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "号.docx"
    path.write_bytes(docx(BODY, numbering=PLAIN))
    shop = parts_of(window)
    shop.openings.open_path(path)
    before = shop.controller.manuscript().paragraphs
    drafts(window).history.keep(shop.controller.manuscript(), "第1稿", Occasion.NAMED)
    shop.controller.go_to(Position(2, 0))
    run(window, "outline.demote")
    assert shop.controller.manuscript().paragraphs[2].label == "（一）"
    drafts(window).presenter.restore(drafts(window).history.versions()[0])
    assert shop.controller.manuscript().paragraphs == before
    shop.controller.undo()
    assert shop.controller.manuscript().paragraphs[2].label == "（一）"
