"""No window of ours is larger than the screen, whatever the type."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from editor.profile.profile_store import ProfileStore
from editor.ui.look.first_size import fit
from editor.ui.look.palette import LIGHT
from editor.ui.look.theme import put_on
from editor.ui.profile.profile_dialog import ProfileDialog
from editor.ui.shell.window import Window
from tests.ui.shell.conftest import the_dictionary_is_not_read as the_dictionary_is_not_read
from tests.ui.shell.conftest import window as window


@pytest.mark.parametrize("size", [13, 20, 24])
def test_a_window_never_outgrows_the_screen(application: QApplication, size: int) -> None:
    put_on(application, LIGHT, size)
    window = QWidget()
    fit(window, 600, 5000)
    room = window.screen().availableSize()
    assert window.height() < room.height() and window.width() >= min(600, room.width() - 16)
    put_on(application, LIGHT, 13)


def test_the_buttons_of_the_profile_stay_on_a_small_screen(
    application: QApplication, tmp_path: Path
) -> None:
    put_on(application, LIGHT, 24)
    dialog: QDialog = ProfileDialog(None, ProfileStore(tmp_path))
    dialog.resize(560, 500)
    dialog.show()
    QApplication.processEvents()
    assert dialog.height() <= 500
    assert all(
        b.mapTo(dialog, b.rect().bottomLeft()).y() < 500 for b in dialog.findChildren(QPushButton)
    )
    dialog.close()
    put_on(application, LIGHT, 13)


@pytest.mark.parametrize("size", [13, 20, 24])
def test_every_menu_stands_in_one_column_on_a_small_screen(window: Window, size: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    put_on(app, LIGHT, size)
    for menu in window.actions_.menus.values():
        menu.ensurePolished()
        menu.adjustSize()
        places = [menu.actionGeometry(action) for action in menu.actions()]
        assert len({place.x() for place in places}) == 1, menu.title()
        assert max(place.bottom() for place in places) < 768, menu.title()
    put_on(app, LIGHT, 13)
