"""The options themselves: each declared once with type, default, label and help.

The store validates by these, the settings window is built from them, and the help page
lists them. Options without a label are remembered state (window size, recent files).
"""

from __future__ import annotations

from typing import NamedTuple, cast

Value = str | int | bool | tuple[str, ...]


class Option(NamedTuple):
    """One option. ``low``/``high`` bound an int, ``choices`` list the values of a str."""

    name: str
    default: Value
    label: str = ""
    help: str = ""
    low: int = 0
    high: int = 0
    choices: tuple[tuple[str, str], ...] = ()

    def accepts(self, value: object) -> bool:
        """Whether a value has the type, the range and is one of the choices."""
        match self.default, value:
            case bool(), _:
                return isinstance(value, bool)
            case int(), bool():
                return False
            case int(), int():
                return self.low == self.high or self.low <= value <= self.high
            case tuple(), tuple():
                return all(isinstance(v, str) for v in cast("tuple[object, ...]", value))
            case str(), str():
                return not self.choices or value in [choice for choice, _ in self.choices]
            case _:
                return False


OPTIONS: tuple[Option, ...] = (
    # 180 字/分 is the usual advice for reading a speech aloud; leaders differ by 120–260.
    Option("pace", 180, "语速（字/分）", "按讲话人实际语速填写，用来估算时长", 120, 260),
    Option("leader", "", "讲话人", "按谁的语速估算；试讲后会记下来"),
    Option("given_minutes", 0, "给定时间（分钟）", "会务给的讲话时间，0 表示没有限定", 0, 600),
    Option(
        "theme", "system", "界面明暗", "稿纸始终是白底黑字，便于核对打印效果",
        choices=(("system", "跟随系统"), ("light", "浅色"), ("dark", "深色")),
    ),
    Option("interface_size", 13, "界面字号（像素）", "菜单、提纲和右侧各栏的字号", 11, 24),
    Option("zoom", 100, "稿纸缩放（%）", "稿纸上文字的大小", 50, 300),
    Option("completion", True, "写作时提示后文", "停笔时用语料库接着写，灰字，按 Tab 才写进稿子"),
    Option("author", "", "起草人", "写在校核单上，也写进新存的 Word 文稿的属性；不填就空着"),
    Option("recent", ()),
    Option("lost_later", ()),
    Option("session_path", ""),
    Option("session_caret", ""),
    Option("geometry", ""),
    Option("splitter", ""),
    Option("left_hidden", False),
    Option("right_hidden", False),
    Option("template_signs", False),
    Option("right_tab", 0, low=0, high=9),
)  # fmt: skip

BY_NAME = {option.name: option for option in OPTIONS}
