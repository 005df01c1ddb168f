"""A file of another kind, made into a Word file: which program does it, and what it cost.

The original is copied into a private folder first: no program ever sees, locks or writes it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import NamedTuple

from editor.files.conversion.automation import automated_offices
from editor.files.conversion.child_process import Ending, run_child
from editor.files.conversion.libreoffice import libreoffice
from editor.files.conversion.office import RESULT, SOURCE, Office
from editor.files.conversion.word_formats import WordFormat
from editor.files.trouble import Stopped, Trouble
from editor.storage.causes import cause_of
from editor.storage.scratch import scratch_folder
from editor.storage.storage import Storage

LIMIT = 60  # seconds that all programs together may take
_BY_HAND = "请用 Word 或 WPS 打开，“另存为”选“Word 文档（*.docx）”，再打开新文件"


class Converted(NamedTuple):
    """The bytes of the Word file, and what made it."""

    data: bytes
    by: str


def installed_offices() -> list[Office]:
    """The programs of this machine that convert, the surest first."""
    found = libreoffice()
    return [*([found] if found else []), *automated_offices()]


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Conversion:
    """How files of other kinds are converted; ``stopped`` is asked all the while."""

    offices: Callable[[], Sequence[Office]] = installed_offices
    stopped: Callable[[], bool] = _never
    seconds: float = LIMIT

    def convert(self, data: bytes, kind: WordFormat) -> Converted:
        """The Word file of these bytes. Raises Trouble that says what to do instead."""
        offices = self.offices()
        if not offices:
            raise cannot_convert(kind)
        end = monotonic() + self.seconds
        for office in offices:
            try:
                ending, made = self._made_by(office, data, kind, end)
            except OSError as error:
                what = f"这是{kind.told}。转换要用的临时文件写不下来：{cause_of(error).what}"
                raise Trouble(what, "请腾出些地方，再打开一次。") from error
            if ending is Ending.STOPPED:
                raise Stopped()
            if made:
                return Converted(made, office.name)
            if ending is Ending.TOO_LATE:
                why = f"{office.name} 转换了 {self.seconds:.0f} 秒还没有转完，已经停下。"
                raise Trouble(f"这是{kind.told}。{why}", f"{_BY_HAND}。")
        names = "、".join(office.name for office in offices)
        why = f"{names} 转不出来，可能加了密码，也可能已经损坏。"
        raise Trouble(f"这是{kind.told}。{why}", f"{_BY_HAND}；打不开的，请重新取一份。")

    def _made_by(
        self, office: Office, data: bytes, kind: WordFormat, end: float
    ) -> tuple[Ending, bytes]:
        with scratch_folder() as folder:
            source = folder / (SOURCE + kind.ending)
            Storage().write(source, data, private=True)
            ending = run_child(office.prepare(source, folder), end - monotonic(), self.stopped)
            if ending is not Ending.BY_ITSELF:
                office.clean(folder)
                return ending, b""
            try:
                return ending, (folder / RESULT).read_bytes()
            except OSError:
                return ending, b""


def cannot_convert(kind: WordFormat) -> Trouble:
    """What is told where nothing converts: what it is and what to do."""
    return Trouble(
        f"这是{kind.told}。",
        f"{_BY_HAND}。本机装上 LibreOffice 以后，这里可以直接打开它。",
    )
