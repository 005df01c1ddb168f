"""Commands on the look of the window: panels, zoom, light and dark, settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from editor.ui.shell.workshop import Workshop

STEP = 10  # percent


class ViewCommands:
    """What the menu 视图 does, and 设置."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._window = shop.window
        self._before: tuple[bool, bool] | None = None
        page = self._window.page
        page.zoom_changed.connect(self._keep_zoom)
        page.set_zoom(self._window.settings.number("zoom"))
        self._keep_zoom(self._window.settings.number("zoom"))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        page = self._window.page
        return {
            "view.left": lambda: self._window.left.setVisible(self._window.left.isHidden()),
            "view.right": lambda: self._window.right.setVisible(self._window.right.isHidden()),
            "view.page_only": self.page_only,
            "view.zoom_in": lambda: page.set_zoom(page.zoom() + STEP),
            "view.zoom_out": lambda: page.set_zoom(page.zoom() - STEP),
            "view.zoom_reset": lambda: page.set_zoom(100),
            "view.theme": self.swap_theme,
            "app.settings": self.settings,
        }

    def page_only(self) -> None:
        """Hide everything but the page, or bring it back."""
        window = self._window
        parts = (window.left, window.right)
        if self._before is None:
            self._before = (parts[0].isHidden(), parts[1].isHidden())
            hidden = (True, True)
        else:
            hidden, self._before = self._before, None
        for part, hide in zip(parts, hidden, strict=True):
            part.setHidden(hide)
        for bar in (window.tools, window.menuBar(), window.statusBar()):
            bar.setVisible(self._before is None)
        if self._before is not None:
            self._shop.strip.say("只看稿纸，按 F11 恢复。")

    def swap_theme(self) -> None:
        """Light to dark and back."""
        from editor.ui.shell.palette import DARK

        dark = self._window.colours is DARK
        self._window.settings.set("theme", "light" if dark else "dark")
        self.put_on_theme()

    def put_on_theme(self) -> None:
        """Colours and interface type as the settings say."""
        from editor.ui.shell.theme import colours_for, put_on

        settings = self._window.settings
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._window.colours = colours_for(settings.text("theme"))
        put_on(app, self._window.colours, settings.number("interface_size"))
        self._window.put_icons()
        self._shop.put_colours(self._window.colours)

    def settings(self) -> None:
        """The settings window, built from the declared options."""
        from editor.ui.shell.settings_dialog import SettingsDialog

        if SettingsDialog(self._window, self._window.settings).exec():
            self._window.settings.save()
            self.put_on_theme()
            self._window.page.set_zoom(self._window.settings.number("zoom"))
            self._shop.use_pace(self._window.settings.number("pace"))

    def _keep_zoom(self, percent: int) -> None:
        self._window.settings.set("zoom", percent)
        self._shop.status.show_zoom(percent)
