"""帮助 → 查看运行记录, 复制诊断信息: what the program says of itself, without words of a speech."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from editor.run_log.run_log import RunLog
from editor.settings.options import OPTIONS
from editor.settings.store import Settings
from editor.ui.context import Context
from editor.ui.guard.report_window import ReportWindow

_LAST = 6000  # characters of the log that go along
NOTHING = "（没有记录：程序还没有出过毛病。）"
WORDS = (
    "程序自己出过的毛病，最新的在最下面。里面没有稿子里的话，也没有文件名和人名。\n记录存在：{file}"
)


class LogCommands:
    """What the two commands do."""

    def __init__(self, settings: Settings, front: Callable[[], Context]) -> None:
        """``front``: where what is told of the speech in front is told."""
        self._settings, self._front = settings, front
        self._log = RunLog(settings.folder)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"help.log": self.show, "help.diagnosis": self.copy}

    def show(self) -> None:
        """The log in a window."""
        words = WORDS.format(file=self._log.file)
        text = self._log.text() or NOTHING
        window = ReportWindow(self._front().parent.window(), "运行记录", words, text)
        window.show()
        window.show_end()

    def copy(self) -> None:
        """What whoever helps wants to know, into the clipboard."""
        QGuiApplication.clipboard().setText(self.diagnosis())
        self._front().messages.say("诊断信息已复制，里面没有稿子里的话，可以直接粘贴给维护的人。")

    def diagnosis(self) -> str:
        """What it runs on, what it shows itself on, which options are not usual, and the log."""
        from editor.run_log.environment import environment

        screens = [
            f"{s.size().width()}×{s.size().height()}，缩放 {round(s.devicePixelRatio() * 100)}%"
            for s in QGuiApplication.screens()
        ]
        parts = [
            environment(),
            f"界面：{QGuiApplication.platformName()}；屏幕：{'；'.join(screens)}",
            f"改过的选项：{'；'.join(self._unusual()) or '无'}",
            "运行记录：",
            self._log.text()[-_LAST:] or NOTHING,
        ]
        return "\n".join(parts)

    def _unusual(self) -> list[str]:
        """Options with a closed set of values: a free text may be a name."""
        closed = [o for o in OPTIONS if o.label and (o.choices or isinstance(o.default, int))]
        return [
            f"{o.name}={self._settings.get(o.name)}"
            for o in closed
            if self._settings.get(o.name) != o.default
        ]
