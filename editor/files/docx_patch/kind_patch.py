"""A package under another ending: its content type is made to agree with its new name."""

from __future__ import annotations

from pathlib import Path

from editor.files.docx.package import Package
from editor.files.docx.word_kind import kind_inside, kind_of_ending
from editor.files.docx_patch.zip_patch import with_members
from editor.files.opened import DocxSource
from editor.files.trouble import Trouble


def named_kind(data: bytes, source: DocxSource, target: Path) -> tuple[bytes, tuple[str, ...]]:
    """The package as the kind that the target's ending promises, and notes.

    Under the ending it was first read with a file keeps what it says of itself, even where
    that disagrees. Raises Trouble where macros would be lost.
    """
    ending = target.suffix.lower()
    kind, inside = (
        kind_of_ending(ending),
        kind_inside(template=source.template, macros=source.macros),
    )
    if kind is None or ending == source.ending or kind == inside:
        return data, ()
    if inside.macros and not kind.macros:
        raise Trouble("这份文稿带宏，不能存成 .docx。", "请另存为 .docm，或另存为 .txt。")
    package = Package(data)
    name = package.find("[Content_Types].xml")
    types = package.read(name) if name else b""
    changed = types.replace(inside.content_type.encode(), kind.content_type.encode())
    if name is None or changed == types:
        return data, ()
    return with_members(data, {name: changed}), (f"已存成{kind.name}（{kind.ending}）。",)
