"""What is wrong with a file of data, for whoever has to put it right: where, what, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
REINSTALL: Final = "请重新安装笔杆，或从安装包里把这个文件拷回来。"


@dataclass(frozen=True, slots=True)
class DataProblem:
    """``file`` as one can find it in the program's folder; ``line`` counts from 1, 0: unknown."""

    file: str
    what: str
    line: int = 0
    remedy: str = REINSTALL

    def __str__(self) -> str:
        place = f" 第 {self.line} 行" if self.line else ""
        return f"{self.file}{place}：{self.what}。{self.remedy}"


def problem_in(path: Path, error: Exception | str) -> DataProblem:
    """What kept a file of the program from being read: an error in words of an office."""
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    line = getattr(error, "line", 0)
    match error:
        case FileNotFoundError():
            what = "文件不在"
        case OSError():
            what = "文件读不出来"
        case UnicodeError():
            what = "不是 UTF-8 编码"
        case KeyError():
            what = f"缺少“{error.args[0] if error.args else ''}”一项"
        case _:
            what = str(error) or "写法不对"
    return DataProblem(name, what, line)
