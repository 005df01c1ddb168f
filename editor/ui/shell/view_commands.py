"""Commands on the look of the window: panels, zoom, light and dark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from editor.settings.options import BY_NAME
from editor.ui.look.palette import DARK
from editor.ui.look.wheel_steps import TypeWheel
from editor.ui.settings.command_keys import OPTION, shown
from editor.ui.shell.desk import Desk
from editor.ui.shell.window import Window

STEP = 10  # percent
BACK = "恢复菜单和两栏"


class ViewCommands(QObject):
    """What the menu 视图 does, and the options of the interface."""

    def __init__(self, window: Window, desk: Callable[[], Desk]) -> None:
        """``desk``: the speech in front."""
        super().__init__(window)
        self._window, self._theme, self._settings = window, window.theme, window.settings
        self._desk = desk
        self._before: tuple[bool, bool] | None = None
        self._told = ""  # how to come back
        self._wheel = TypeWheel(window, self.change_type)
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        window.closing.connect(self._bare)

    def join(self, desk: Desk) -> None:
        """Another speech: its lists and its page are under the same commands."""
        for part in (desk.columns.left, desk.columns.right):
            self._wheel.listen(part)
        desk.page.zoom_changed.connect(self._keep_zoom)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "view.left": lambda: self._swap(self._window.left),
            "view.right": lambda: self._swap(self._window.right),
            "view.page_only": self.page_only,
            "view.zoom_in": lambda: self._zoom(STEP),
            "view.zoom_out": lambda: self._zoom(-STEP),
            "view.zoom_reset": self._whole_size,
            "view.type_in": lambda: self.change_type(1),
            "view.type_out": lambda: self.change_type(-1),
            "view.theme": self.swap_theme,
            "app.quit": self._window.close,
        }

    def show_ticks(self) -> None:
        """Tick what is shown in the menu."""
        window = self._window
        window.tick("view.left", not window.left.isHidden())
        window.tick("view.right", not window.right.isHidden())
        window.tick("view.page_only", self._before is not None)
        window.tick("view.theme", self._theme.colours is DARK)

    def change_type(self, step: int) -> None:
        """Interface type larger or smaller by ``step`` pixels."""
        option = BY_NAME["interface_size"]
        size = min(option.high, max(option.low, self._settings.number("interface_size") + step))
        self._settings.set("interface_size", size)
        self._desk().messages.say(f"界面字号 {size}")

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
        messages = self._desk().messages
        messages.withdraw(BACK)
        messages.unsay(self._told)
        if self._before is not None:
            keys = shown(window.actions_.by_id["view.page_only"].shortcut().toString())
            if keys:
                self._told = f"只看稿纸，按 {keys} 恢复。"
                messages.say(self._told)
            else:  # no menu is there to come back by
                messages.say("只看稿纸。", BACK, self.page_only)

    def swap_theme(self) -> None:
        """Light to dark and back."""
        self._settings.set("theme", "light" if self._theme.colours is DARK else "dark")

    def put_on_theme(self) -> None:
        """Colours and interface type as the settings say."""
        settings = self._settings
        family = settings.text("interface_family")
        self._theme.put_on(settings.text("theme"), settings.number("interface_size"), family)
        self._window.put_icons()
        self.show_ticks()

    def take_option(self, name: str) -> None:
        """An option has another value now."""
        if name in ("theme", "interface_size", "interface_family", "page_colours"):
            self.put_on_theme()
        elif name == OPTION:
            self._window.actions_.put_keys()

    def _zoom(self, step: int) -> None:
        page = self._desk().page
        page.set_zoom(page.zoom() + step)

    def _whole_size(self) -> None:
        self._desk().page.set_zoom(100)

    def _bare(self) -> None:
        """The panels as they were before 'page only', for the next run."""
        if self._before is not None:
            self.page_only()

    def _keep_zoom(self, percent: int) -> None:
        self._settings.set("zoom", percent)

    def _swap(self, part: QWidget) -> None:
        part.setVisible(part.isHidden())
        self.show_ticks()

    def _follow_system(self) -> None:
        if self._settings.text("theme") == "system":
            self.put_on_theme()
