"""What goes wrong with files, in the words the user reads: what happened, what to do."""

from __future__ import annotations


class Trouble(Exception):  # noqa: N818 - the name the other rooms catch
    """A file cannot be opened or saved. ``what`` happened; ``advice``: what to do now."""

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.what}{self.advice}"


class ChangedOnDisk(Trouble):
    """Somebody else has written the file since it was opened, or since one agreed to replace it."""


class Stopped(Trouble):
    """The user did not want to wait for it."""

    def __init__(self) -> None:
        super().__init__("已停下，没有打开。", "原来的文件没有动。")


class CannotEncode(Trouble):
    """Characters that the file's encoding lacks; ``offer`` is an encoding that has them."""

    def __init__(self, encoding: str, characters: str, offer: str = "utf-8") -> None:
        shown = " ".join(characters[:10]) + (" 等" if len(characters) > 10 else "")
        super().__init__(
            f"这份文件用的是 {encoding.upper()} 编码，存不下这些字：{shown}。",
            "请改用 UTF-8 编码保存；原文件没有动。",
        )
        self.characters = characters
        self.offer = offer
