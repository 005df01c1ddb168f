"""Commands on the look of the window: panels, zoom, light and dark, settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from editor.settings.options import BY_NAME
from editor.ui.look.palette import DARK
from editor.ui.shell.type_wheel import TypeWheel

if TYPE_CHECKING:
    from editor.ui.shell.composition import Workshop

STEP = 10  # percent


class ViewCommands:
    """What the menu 视图 does, and 设置."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._window = shop.window
        self._before: tuple[bool, bool] | None = None
        page = self._window.page
        page.zoom_changed.connect(self._keep_zoom)
        self._wheel = TypeWheel(self._window, self.change_type)
        for part in (self._window.left, self._window.right):
            self._wheel.listen(part)
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        page.set_zoom(self._window.settings.number("zoom"))
        self._keep_zoom(self._window.settings.number("zoom"))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        page = self._window.page
        return {
            "view.left": lambda: self._swap(self._window.left),
            "view.right": lambda: self._swap(self._window.right),
            "view.page_only": self.page_only,
            "view.zoom_in": lambda: page.set_zoom(page.zoom() + STEP),
            "view.zoom_out": lambda: page.set_zoom(page.zoom() - STEP),
            "view.zoom_reset": lambda: page.set_zoom(100),
            "view.type_in": lambda: self.change_type(1),
            "view.type_out": lambda: self.change_type(-1),
            "view.theme": self.swap_theme,
            "app.settings": self.settings,
        }

    def show_ticks(self) -> None:
        """Tick what is shown in the menu."""
        window = self._window
        window.actions_.tick("view.left", not window.left.isHidden())
        window.actions_.tick("view.right", not window.right.isHidden())
        window.actions_.tick("view.page_only", self._before is not None)
        window.actions_.tick("view.theme", window.theme.colours is DARK)

    def change_type(self, step: int) -> None:
        """Interface type larger or smaller by ``step`` pixels."""
        settings = self._window.settings
        option = BY_NAME["interface_size"]
        size = min(option.high, max(option.low, settings.number("interface_size") + step))
        settings.set("interface_size", size)
        self.put_on_theme()
        self._shop.strip.say(f"界面字号 {size}")

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
        self.show_ticks()
        self._shop.strip.say("只看稿纸，按 F11 恢复。" if self._before is not None else "")

    def swap_theme(self) -> None:
        """Light to dark and back."""
        dark = self._window.theme.colours is DARK
        self._window.settings.set("theme", "light" if dark else "dark")
        self.put_on_theme()

    def put_on_theme(self) -> None:
        """Colours and interface type as the settings say."""
        settings = self._window.settings
        self._window.theme.put_on(settings.text("theme"), settings.number("interface_size"))
        self._window.put_icons()
        self._shop.put_colours(self._window.theme.colours)
        self.show_ticks()

    def settings(self) -> None:
        """The settings window, built from the declared options."""
        from editor.ui.shell.settings_dialog import SettingsDialog

        if SettingsDialog(self._window, self._window.settings).exec():
            self._window.settings.save()
            self.put_on_theme()
            self._window.page.set_zoom(self._window.settings.number("zoom"))
            self._shop.times.use_pace(self._window.settings.number("pace"))

    def bare(self) -> None:
        """The panels as they were before 'page only', for the next run."""
        if self._before is not None:
            self.page_only()

    def _swap(self, part: QWidget) -> None:
        part.setVisible(part.isHidden())
        self.show_ticks()

    def _follow_system(self) -> None:
        if self._window.settings.text("theme") == "system":
            self.put_on_theme()

    def _keep_zoom(self, percent: int) -> None:
        self._window.settings.set("zoom", percent)
        self._shop.status.show_zoom(percent)
