"""The zip around a docx: looked at before anything is unpacked, and copied bit for bit.

Nothing is ever written to disk from it; members are read one by one, each up to a limit
that its directory entry cannot lie about.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from functools import cached_property
from typing import Any

from editor.files.docx.xml_tree import parse_xml
from editor.files.trouble import Trouble

MOST_MEMBERS = 10_000
MOST_UNPACKED = 1 << 30  # bytes, as the directory declares them for all members together
# 48 MB of document.xml are some four million characters. Measured with 55 MB: 720 MB of
# memory to open as a tree, 880 MB to save.
LARGEST_PART = 48 << 20
# Deflate cannot pass 1032 : 1; a text of office prose stays below 100 : 1.
HIGHEST_RATIO = 400
_OFFICE = "/relationships/officeDocument"
_DAMAGED = "请用 Word 打开，选“打开并修复”，另存后再试；或从备份、邮件里重新取一份。"
_OTHER_ZIPS = (
    ("content.xml", "这是 ODF 文档（.odt）。", "请用 WPS 或 LibreOffice 打开，另存为 docx。"),
    ("xl/", "这是 Excel 表格，不是文稿。", "请把要用的文字复制过来。"),
    ("ppt/", "这是 PowerPoint 演示稿，不是文稿。", "请把要用的文字复制过来。"),
    ("OFD.xml", "这是 OFD 版式文件，不能改文字。", "请找原来的 Word 文件。"),
    ("META-INF/container.xml", "这是电子书（EPUB），不是文稿。", "请把要用的文字复制过来。"),
)


class Package:
    """The members of one docx. Raises Trouble for what is no docx or looks harmful."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError) as e:
            raise Trouble("文稿不完整，压缩包的目录读不出来。", _DAMAGED) from e
        self._look()

    def names(self) -> list[str]:
        """The members' names in the order of the directory."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """One member, unpacked. Raises KeyError where there is none, Trouble where damaged."""
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise Trouble("这份文稿的压缩包加了密码。", "请先用解压软件输入密码解开，再打开。")
        try:
            with self._zip.open(info) as member:
                data = member.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise Trouble(f"文稿已经损坏（{name} 解不开）。", _DAMAGED) from error
        except (NotImplementedError, RuntimeError) as error:
            raise Trouble(
                "文稿用了少见的压缩方法。", "请用 Word 或 WPS 打开，另存为 docx。"
            ) from error
        if len(data) > LARGEST_PART:
            raise _too_big(f"{name} 展开后超过 {LARGEST_PART >> 20} MB")
        return data

    def find(self, name: str) -> str | None:
        """The member of that name as the zip spells it (case and slashes may differ)."""
        return self._spelt.get(name.lstrip("/").lower())

    @cached_property
    def _spelt(self) -> dict[str, str]:
        # The first of a name wins: a file with thousands of pictures asks for every one.
        names = reversed(self._zip.namelist())
        return {name.replace("\\", "/").lstrip("/").lower(): name for name in names}

    def main_part(self) -> str:
        """The member that is the document. Raises Trouble where there is none."""
        named = self._named_main()
        found = (self.find(named) if named else None) or self.find("word/document.xml")
        if found:
            return found
        for member, what, advice in _OTHER_ZIPS:
            if any(name.lower().startswith(member.lower()) for name in self.names()):
                raise Trouble(what, advice)
        if any(n.lower().endswith("[content_types].xml") for n in self.names()):
            raise Trouble("文稿里没有正文（document.xml），已经损坏。", _DAMAGED)
        raise Trouble("这是压缩包，不是文稿。", "请先解压，再打开里面的文稿。")

    def related(self, part: str, kind: str) -> str | None:
        """The member a part points to by a relation (ending ``kind``), or None."""
        folder = posixpath.dirname(part.replace("\\", "/"))
        rels = self._relations(part)
        target = self._target(rels, kind) if rels else None
        if target:
            return self.find(posixpath.normpath(posixpath.join("/", folder, target)))
        return None

    def addresses(self, part: str) -> dict[str, str]:
        """Where the links of a part lead outside the package, by the names of the relations."""
        rels = self._relations(part)
        try:
            root: Any = parse_xml(self.read(rels), rels) if rels else ()
        except Trouble:
            return {}
        return {
            relation.get("Id", ""): relation.get("Target", "")
            for relation in root
            if relation.get("TargetMode") == "External"
        }

    def _relations(self, part: str) -> str | None:
        folder, name = posixpath.split(part.replace("\\", "/"))
        return self.find(posixpath.join(folder, "_rels", name + ".rels"))

    def _named_main(self) -> str | None:
        rels = self.find("_rels/.rels")
        target = self._target(rels, _OFFICE) if rels else None
        return posixpath.normpath("/" + target) if target else None

    def _target(self, rels: str, kind: str) -> str | None:
        try:
            root: Any = parse_xml(self.read(rels), rels)
        except Trouble:
            return None
        for relation in root:
            if str(relation.get("Type", "")).endswith(kind):
                return relation.get("Target")
        return None

    def _look(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MOST_MEMBERS:
            raise _too_big(f"里面有 {len(infos)} 个部件")
        unpacked = sum(info.file_size for info in infos)
        if unpacked > MOST_UNPACKED:
            raise _too_big(f"展开后有 {unpacked >> 20} MB")
        for info in infos:
            big = info.file_size > (8 << 20)
            if big and info.file_size > HIGHEST_RATIO * max(1, info.compress_size):
                raise _too_big(
                    f"{info.filename} 展开后大了 {info.file_size // max(1, info.compress_size)} 倍"
                )


def odd_names(names: list[str]) -> bool:
    """Whether a member's name leads out of the package, as only a crafted file's does."""
    return any(re.search(r"(^|[/\\])\.\.([/\\]|$)|^[A-Za-z]:", name) for name in names)


def _too_big(why: str) -> Trouble:
    return Trouble(
        f"这份文稿不正常：{why}，像是压缩炸弹，没有打开。",
        "请向发来的人核实；确是自己的文稿，请用 Word 打开后把正文复制到新文档。",
    )
