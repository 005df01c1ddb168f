"""A fault of the program as a value: which error, in which lines of which files of code.

Neither the words of an error nor the values of its frames are kept: both may be words of a
speech, a file's name, a person's. The lines of code are ours and everybody may read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final

from editor.data_files.problem import DataProblem

_ROOT: Final = Path(__file__).resolve().parents[2].as_posix() + "/"
_OTHERS: Final = re.compile(r".*(?:site-packages|dist-packages|python3\.\d+|Lib)/")
_PLACES: Final = 30  # lines kept of each trace, the innermost
_CHAIN: Final = 5  # errors kept of those that led to one another
_QT_PLACE: Final = re.compile(r"[A-Za-z_]\w*(?:::[~\w]+)+")


@dataclass(frozen=True, slots=True)
class Fault:
    """``kind`` is the error's own name, ``where`` it was noticed in words of the program;

    ``places`` are lines of code, the innermost last, with a line for each error that led to it.
    """

    kind: str
    where: str
    places: tuple[str, ...] = ()
    about: str = ""  # the file of data that it is about, where it is one of the program's

    @property
    def key(self) -> tuple[str, str]:
        """What is the same for the same fault, however often it comes."""
        return self.kind, self.places[-1] if self.places else self.where

    @property
    def text(self) -> str:
        """For the log and to be copied."""
        about = [f"  {self.about}"] if self.about else []
        return "\n".join(
            [f"{self.kind}（{self.where}）", *about, *[f"  {place}" for place in self.places]]
        )


def fault_of(error: BaseException, where: str, trace: TracebackType | None = None) -> Fault:
    """The fault that an error is, with the errors that led to it before it."""
    places: list[str] = []
    *earlier, last = _chain(error)
    for one in earlier:
        places += [*_places(one.__traceback__), f"{_name(one)}，随后："]
    places += _places(trace or last.__traceback__)
    problem = getattr(error, "problem", None)
    about = str(problem) if isinstance(problem, DataProblem) else ""
    return Fault(_name(error), where, tuple(places), about)


def qt_fault(kind: str, words: str) -> Fault:
    """The fault that Qt tells of: of its words only the function it names, if it names one."""
    named = _QT_PLACE.match(words.strip())
    return Fault(kind, "Qt", (named[0] if named else "没有说在哪里",))


def _name(error: BaseException) -> str:
    """The error's own name, and the number that the system gives its errors."""
    kind = type(error)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    name = f"{module}{kind.__qualname__}"
    number = error.errno if isinstance(error, OSError) else None
    return name if number is None else f"{name} {number}"


def _chain(error: BaseException) -> list[BaseException]:
    """The errors that led to one another, the first first."""
    found: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in found and len(found) < _CHAIN:
        found.insert(0, at)
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return found


def _places(trace: TracebackType | None) -> list[str]:
    found = list(_lines(trace))
    left = len(found) - _PLACES
    return [f"……还有 {left} 层", *found[-_PLACES:]] if left > 0 else found


def _lines(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{_file(code.co_filename)}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next


def _file(path: str) -> str:
    """A file of code without the folders it lies in: they may hold the name of a person."""
    plain = path.replace("\\", "/")
    if plain.startswith(_ROOT):
        return plain[len(_ROOT) :]
    others = _OTHERS.match(plain)
    return plain[others.end() :] if others else plain.rpartition("/")[2]
