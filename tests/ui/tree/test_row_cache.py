"""Rows shown from pictures look as rows that are drawn: after commands, signs and themes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QBrush, QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from editor.manuscript.comparison.provenance import kept_shares
from editor.manuscript.delivery.allotment import GivenMinutes
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.structure_commands import (
    ChangeLevel,
    DeleteSections,
    DuplicateSection,
    InsertSection,
    RenameSection,
    ShiftSections,
)
from editor.ui.look.palette import DARK, LIGHT
from editor.ui.tree.outline_delegate import OutlineDelegate
from editor.ui.tree.row_cache import ROOM, DrawnRow, RowCache
from tests.ui.tree.test_outline_panel import Tree

CHANGES: dict[str, Callable[[Tree], object]] = {
    "shift": lambda t: t.panel.apply_to_chosen(lambda s: ShiftSections(s, 1)),
    "level": lambda t: t.panel.apply_to_chosen(lambda s: ChangeLevel(s, 1)),
    "insert": lambda t: t.panel.apply_to_chosen(lambda s: InsertSection(s[0], DropPosition.AFTER)),
    "delete": lambda t: t.panel.apply_to_chosen(lambda s: DeleteSections(s)),
    "duplicate": lambda t: t.panel.apply_to_chosen(lambda s: DuplicateSection(s[0])),
    "rename": lambda t: t.panel.apply_to_chosen(lambda s: RenameSection(s[0], "换个标题")),
    "type": lambda t: t.controller.insert("围绕X项重点，再讲三百字。" * 9),
    "fold": lambda t: t.view.collapseAll(),
    "choose": lambda t: t.controller.go_to(t.controller.manuscript().end),
    "pace": lambda t: t.panel.put_pace(90),
    "slot": lambda t: t.panel.put_given(GivenMinutes(1.0, 180)),
    "colours": lambda t: t.panel.put_colours(DARK),
    "template": lambda t: t.panel.put_kept(
        kept_shares(
            t.controller.manuscript(), t.controller.manuscript(), t.controller.analysis().outline
        )
    ),
}


def shown(tree: Tree) -> QImage:
    QApplication.processEvents()
    return tree.view.grab().toImage()


def drawn_anew(tree: Tree) -> QImage:
    """What is shown without pictures: other colours in between take them away."""
    delegate = tree.view.itemDelegate()
    assert isinstance(delegate, OutlineDelegate)
    colours = delegate.colours
    tree.panel.put_colours(LIGHT if colours is DARK else DARK)
    assert shown(tree)
    tree.panel.put_colours(colours)
    return shown(tree)


@pytest.fixture
def tree(application: object) -> Tree:
    tree = Tree()
    tree.view.expandAll()
    tree.controller.go_to(
        next(s.start for s in tree.controller.analysis().outline.walk() if s.title == "甲事")
    )
    return tree


@pytest.mark.parametrize("name", CHANGES)
def test_a_row_from_its_picture_looks_as_if_it_were_drawn(tree: Tree, name: str) -> None:
    before = shown(tree)
    CHANGES[name](tree)
    pictured = shown(tree)
    assert pictured == drawn_anew(tree)
    assert pictured != before
    tree.controller.close()


def test_the_pictures_of_a_long_text_are_few(application: object) -> None:
    image, pictures = QImage(200, 30, QImage.Format.Format_RGB32), RowCache()
    painter, row = QPainter(image), DrawnRow(image.rect(), 18, None, False)
    drawn: list[QRect] = []
    for number in [*range(3 * ROOM), 3 * ROOM - 1]:
        pictures.use(QBrush(QColor("white")), 1.0, ())  # at the beginning of each paint
        pictures.draw(painter, row, (number,), lambda _, place: drawn.append(place))
    painter.end()
    assert len(drawn) == 3 * ROOM and len(pictures) <= ROOM + 1
