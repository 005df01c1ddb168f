"""A converted file as a new text: its words and looks, its origin, one line of what to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from editor.files.conversion.convert import Conversion, Converted, cannot_convert
from editor.files.conversion.word_formats import WordFormat
from editor.files.opened import Opened
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import Manuscript


def open_converted(
    path: Path, data: bytes, kind: WordFormat, conversion: Conversion | None
) -> Opened:
    """A new text without a file, made of another program's file, which stays as it is.

    Without a ``conversion`` nothing is run: the Trouble says what to do. Raises Trouble too
    where it cannot be converted, or its result not be read.
    """
    from editor.files.docx.open_docx import open_docx

    if conversion is None:
        raise cannot_convert(kind)
    made = conversion.convert(data, kind)
    try:
        opened = open_docx(path.with_suffix(".docx"), made.data, None)
    except Trouble as trouble:
        raise Trouble(f"{made.by} 转出来的文稿读不了：{trouble.what}", trouble.advice) from trouble
    line = _told(path, kind, made, opened.manuscript)
    return replace(opened, path=None, origin=path, read_only=False, notes=(line, *opened.notes))


def _told(path: Path, kind: WordFormat, made: Converted, manuscript: Manuscript) -> str:
    looked_at = "、".join(_fragile(manuscript))
    return (
        f"“{path.name}”是{kind.told}，由 {made.by} 转成了新文稿，原文件没有动；保存时请另起名字。"
        f"请对照原稿看一遍{looked_at}。"
    )


def _fragile(manuscript: Manuscript) -> Iterator[str]:
    """What of this text conversions get wrong."""
    paragraphs = manuscript.paragraphs
    yield "分段和字体"
    if any(paragraph.label for paragraph in paragraphs):
        yield "自动编号"
    if any(paragraph.frame.startswith("表") for paragraph in paragraphs):
        yield "表格"
    held = dict.fromkeys(
        word for paragraph in paragraphs for word in paragraph.holds.split("、") if word
    )
    if any(paragraph.frame.startswith("文本框") for paragraph in paragraphs):
        held["文本框"] = None
    yield from held
    yield "页眉页脚"
