"""Which files an office program can make a Word file of: told by their bytes, not their names."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from editor.files.file_kind import OLE, ZIP

_WRITER = b"application/vnd.oasis.opendocument.text"  # also -template, -master, -web
_WRITER_ENDINGS = (".odt", ".ott")
_ZIP_NAME = 30  # where the first member's name begins (APPNOTE.TXT 4.3.7)
_WORKS = ("MatOST", "MatadorObject")  # streams of Microsoft Works, whose files end in .wps too


ENDINGS = (".doc", ".dot", ".wps", ".wpt", ".rtf", *_WRITER_ENDINGS)


class WordFormat(NamedTuple):
    """A format: the ending an office program knows it by, and what the user calls it."""

    ending: str
    name: str

    @property
    def told(self) -> str:
        """The name behind Chinese words: 这是 RTF 文件, 这是很早的 Word 文档."""
        return f" {self.name}" if self.name[0].isascii() else self.name


RTF = WordFormat(".rtf", "RTF 文件（.rtf）")
ODT = WordFormat(".odt", "ODF 文档（.odt）")
OLD_WORD = WordFormat(".doc", "很早的 Word 文档（.doc）")
WORKS = WordFormat(".wps", "微软 Works 的文档（.wps）")


def word_format(path: Path, data: bytes) -> WordFormat | None:
    """The format of a file that must be converted first; None for any other file.

    What `file_kind` refuses (a password, a table, a letter) has been refused before.
    """
    if data.startswith(OLE):
        return _ole(path, data)
    if data.startswith(b"{\\rtf"):
        return RTF
    if data.startswith((b"\xdb\xa5", b"\x31\xbe\x00\x00")) and b"\x00" in data[:4096]:
        return OLD_WORD
    if data[_ZIP_NAME : _ZIP_NAME + 8 + len(_WRITER)] == b"mimetype" + _WRITER:
        return ODT
    # One that was packed again has its type squeezed.
    again = path.suffix.lower() in _WRITER_ENDINGS and data.startswith(ZIP)
    return ODT if again and b"content.xml" in data else None


def _ole(path: Path, data: bytes) -> WordFormat:
    suffix = path.suffix.lower()
    if any(stream.encode("utf-16-le") in data for stream in _WORKS):
        return WORKS
    if suffix in (".wps", ".wpt"):
        return WordFormat(".doc", f"WPS 的老格式（{suffix}）")
    named = "" if suffix in (".doc", ".dot") else f"，只是名字叫 {suffix}"
    return WordFormat(".doc", "Word 97—2003 的老格式（.doc）" + (named if suffix else ""))
