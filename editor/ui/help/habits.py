"""What keys and mouse do on the page, for the sheet of keys; each is tried in the tests.

Word and WPS are what a writer's hand knows. Where we differ it is said.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Habit(NamedTuple):
    """``hand``: what is pressed; ``does``: what comes of it."""

    hand: str
    does: str


class OtherThanWps(NamedTuple):
    """A key that does something else in WPS: a ``command``'s, or the page's own (``hand``)."""

    command: str
    hand: str
    does: str
    in_wps: str


HABITS: Final = (
    Habit("Ctrl+←、Ctrl+→", "按词走"),
    Habit("Ctrl+↑、Ctrl+↓", "按段走"),
    Habit("Home、End", "到行首、行尾"),
    Habit("Ctrl+Home、Ctrl+End", "到稿首、稿尾"),
    Habit("上面这些加 Shift", "边走边选"),
    Habit("Ctrl+Backspace、Ctrl+Delete", "删前面、后面一个词"),
    Habit("Shift+Enter", "换行不分段"),
    Habit("双击", "选一个词；按住拖，一个词一个词地选"),
    Habit("三击", "选一段"),
    Habit("Ctrl+单击", "选一句；按住拖，一句一句地选"),
    Habit("Shift+单击", "选到这里"),
    Habit("拖动选中的文字", "移到别处；按住 Ctrl 是复制"),
    Habit("中键单击", "粘贴刚才选中的文字（Linux）"),
    Habit("Ctrl+滚轮", "放大、缩小稿纸"),
    Habit("表格里按 Tab、Shift+Tab", "到后一格、前一格"),
)

UNLIKE_WPS: Final = (
    OtherThanWps("outline.split", "", "从光标处拆成两节", "另起一页"),
    OtherThanWps("insert.page_break", "", "不分页：打印、导出时自动排页", "分栏"),
    OtherThanWps("edit.find_previous", "", "查找上一处", "换大小写"),
    OtherThanWps("check.next", "", "下一处毛病", "扩展选定"),
    OtherThanWps("blanks.next", "", "下一个空", "两端对齐"),
    OtherThanWps("insert.phrase", "", "查语料库", "插入超链接"),
    OtherThanWps("insert.keep", "", "选中文字收入语料库", "字体"),
    OtherThanWps("outline.level1", "", "设为 一、", "单倍行距"),
    OtherThanWps("outline.level2", "", "设为 （一）", "双倍行距"),
    OtherThanWps("outline.body", "", "设为正文", "段前加空行"),
    OtherThanWps("", "Ctrl+B、Ctrl+I、Ctrl+U", "不改字形：由版式统一排", "加粗、倾斜、下划线"),
    OtherThanWps("", "段首按 Tab", "不动：缩进由版式排", "缩进"),
    OtherThanWps("", "Insert", "不动：打字从不盖掉后面的字", "插入、改写切换"),
)
