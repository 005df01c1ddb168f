"""Tells once, after the start, which files could not be read and what is missing for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from editor.checks.engine.rule_set import bundled_rules
from editor.data_files.contents import missing_files
from editor.profile.profile_store import ProfileStore
from editor.settings.store import Settings
from editor.ui.context import Context
from editor.ui.errands import Errands
from editor.ui.guard.report_window import ReportWindow
from phrasebank.bank import PhraseBank

SHOW = "看是哪些"
TITLE = "没有读出来的文件"
WORDS = (
    "下面这些文件坏了或者不在，和它们有关的事做不了；其余的照常。文字没有丢，可以照常写、照常保存。"
)


class DataHealth(QObject):
    """What is wrong with the program's files and the user's own, told in the message bar."""

    def __init__(self, settings: Settings, front: Callable[[], Context], parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._front = settings, front
        self._errands = Errands(self)

    def look(self, bank: PhraseBank) -> None:
        """Look for what is wrong, in a thread; the bank has been loaded."""
        settings = self._settings

        def problems() -> list[str]:
            return [*_of_program(bank), *_of_user(settings, bank)]

        self._errands.send(problems, self._tell)

    def _tell(self, problems: list[str]) -> None:
        if problems:
            first = problems[0] if len(problems) == 1 else f"有 {len(problems)} 处文件读不出来。"
            self._front().messages.say_lasting(first, SHOW, lambda: self._show(problems))

    def _show(self, problems: list[str]) -> None:
        window = self._front().parent.window()
        ReportWindow(window, TITLE, WORDS, "\n\n".join(problems)).show()


def _of_program(bank: PhraseBank) -> list[str]:
    rules = [str(p) for p in bundled_rules().problems]
    missing = [str(p) for p in missing_files()]
    damaged = [f"语料 phrasebank/data/{p}。这一行没有用上。" for p in bank.damaged]
    return list(dict.fromkeys([*rules, *missing, *damaged]))


def _of_user(settings: Settings, bank: PhraseBank) -> list[str]:
    told: list[str] = []
    if settings.set_aside:
        told.append(
            f"选项文件坏了，这次用的是原来的默认值；坏的那份另存为 {settings.set_aside}，"
            f"在 {settings.folder}。要改的选项请在“选项”里再设一次。"
        )
    told += [f"我的语料 {p}。这一行没有用上，请在语料文件里改正。" for p in bank.problems]
    told += [f"{words}。请改正这份文件，或者在“单位档案”里重填一份。" for words in
             ProfileStore(settings.folder).problems()]  # fmt: skip
    return told
