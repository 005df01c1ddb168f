"""What a file is by its first bytes, before anything parses it.

Every kind that is not ours has its own words: what it is, and how to get at its text.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

from editor.files.encodings import decode
from editor.files.sealed import refuse_even_bytes
from editor.files.trouble import Trouble
from editor.storage.causes import reading_cause_of
from editor.storage.storage import Storage

# 256 MB: far beyond any speech, near enough to what an office PC can hold.
LARGEST = 256 * 1024 * 1024
PDF = b"%PDF"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIB, _FLAGS, _ENCRYPTED = b"\xec\xa5", 11, 1  # FibBase: wIdent, the byte of fEncrypted
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
WORD_SUFFIXES = {".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt"}
_AS_DOCX = "请用 Word 或 WPS 打开，“另存为”选“Word 文档（*.docx）”，再打开新文件。"


class _Other(NamedTuple):
    magic: bytes
    what: str
    advice: str


_IMAGE = "请用文字识别（OCR）转成文字，再粘贴进来。"
_UNPACK = "请先解压，再打开里面的文稿。"
OTHERS = (
    _Other(b"\x89PNG", "这是图片（PNG），里面没有文字。", _IMAGE),
    _Other(b"\xff\xd8\xff", "这是图片（JPEG），里面没有文字。", _IMAGE),
    _Other(b"GIF8", "这是图片（GIF），里面没有文字。", _IMAGE),
    _Other(b"II*\x00", "这是图片（TIFF），里面没有文字。", _IMAGE),
    _Other(b"MM\x00*", "这是图片（TIFF），里面没有文字。", _IMAGE),
    _Other(b"RIFF", "这是音频、视频或图片，不是文稿。", "请确认选对了文件。"),
    _Other(b"Rar!", "这是压缩包（RAR）。", _UNPACK),
    _Other(b"7z\xbc\xaf", "这是压缩包（7z）。", _UNPACK),
    _Other(b"\x1f\x8b", "这是压缩包（gz）。", _UNPACK),
    _Other(b"MZ", "这是程序，不是文稿。", "来历不明的程序不要运行；请确认选对了文件。"),
    _Other(b"\x7fELF", "这是程序，不是文稿。", "请确认选对了文件。"),
)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises Trouble with the cause where they cannot be had."""
    if path.name.startswith("~$"):
        raise Trouble(
            f"“{path.name}”是 Word 或 WPS 打开文稿时留下的锁文件，不是文稿。",
            f"请打开同一文件夹里名字以“{path.name[2:]}”结尾的那一份。",
        )
    with contextlib.suppress(OSError):  # a disk that is only read has nothing half done by us
        Storage().mend(path)
    try:
        if path.is_dir():
            raise Trouble(f"“{path.name}”是文件夹。", "请打开里面的文稿。")
        size = path.stat().st_size
        if size > LARGEST:
            raise Trouble(
                f"文件太大（{size // 1024 // 1024} MB），讲话稿不会有这么大。",
                "请用 Word 删去里面的图片、附件，或拆成几份再打开。",
            )
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    if not data and path.suffix.lower() in WORD_SUFFIXES:
        raise Trouble(
            f"“{path.name}”是空文件，一个字节也没有。",
            "可能没有下载或复制完，请重新取一份；要写新稿请用“新建”。",
        )
    return data


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a zip, the outer shape of a docx."""
    return data.startswith(ZIP)


def refuse_other_kinds(path: Path, data: bytes) -> None:
    """Raises Trouble where the bytes are a kind of file that is neither text nor Word's."""
    for other in OTHERS:
        if data.startswith(other.magic):
            # Two letters are too few to refuse a plain text by.
            if len(other.magic) == 2 and b"\x00" not in data[:4096]:
                continue
            raise Trouble(other.what, other.advice)
    if data[4:8] == b"ftyp":
        raise Trouble("这是视频或手机照片，不是文稿。", "请确认选对了文件。")
    _refuse_marked_up(path, data)


def _refuse_marked_up(path: Path, data: bytes) -> None:
    head = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    word = path.suffix.lower() in WORD_SUFFIXES
    page = word or path.suffix.lower() in (".htm", ".html", ".mht", ".mhtml")
    if b"<w:worddocument" in head or b"<pkg:package" in head:
        raise Trouble("这是 Word 的 XML 文档。", _AS_DOCX)
    named = "，只是名字像 Word 文档。" if word else "。"
    if page and head.startswith((b"<!doctype html", b"<html", b"<head", b"<meta", b"<!--")):
        raise Trouble("这是网页（HTML）" + named, _AS_DOCX)
    if page and b"mime-version:" in head:
        raise Trouble("这是单文件网页（MHT）" + named, _AS_DOCX)
    if word:
        raise _no_document(path, data)


def _no_document(path: Path, data: bytes) -> Trouble:
    suffix = path.suffix
    if not any(data[:512]):
        return Trouble(
            f"“{path.name}”里全是空字节，内容已经丢了。",
            "多半是断电或没有复制完，请从备份或邮件里重新取一份。",
        )
    what = f"“{path.name}”的名字是 {suffix}，内容却不是 Word 文档。"
    text = decode(data)
    if text is None or text.lost:
        refuse_even_bytes(path, data)
        return Trouble(what, "可能没有下载完，也可能已经损坏，请重新取一份。")
    return Trouble(what, "它是纯文本：把名字改成 .txt 就能打开。")


def refuse_ole(data: bytes) -> None:
    """Raises Trouble where an OLE file, the outer shape of a .doc, holds no text to be had."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage") or _has_password(data):
        raise Trouble(
            "这份文稿加了打开密码。",
            "请用 Word 或 WPS 输入密码打开，去掉密码后另存为 docx，再打开新文件。",
        )
    for stream, what in (("Workbook", "Excel 表格"), ("PowerPoint Document", "PowerPoint 演示稿")):
        if has(stream) and not has("WordDocument"):
            raise Trouble(f"这是老格式的 {what}，不是文稿。", "请把要用的文字复制过来。")
    if has("__substg1.0_") or has("__properties_version1.0"):
        raise Trouble("这是一封 Outlook 邮件。", "请在 Outlook 里打开，把附件或文字取出来。")


def _has_password(data: bytes) -> bool:
    """Whether a Word 97—2003 file is encrypted: the flag of its FIB ([MS-DOC] 2.5.2).

    Streams begin where sectors of 512 bytes do; the FIB is the first of WordDocument.
    """
    at = data.find(_FIB)
    while at >= 0:
        if at % 512 == 0 and len(data) > at + _FLAGS:
            return bool(data[at + _FLAGS] & _ENCRYPTED)
        at = data.find(_FIB, at + 1)
    return False


def _unreadable(path: Path, error: OSError) -> Trouble:
    if isinstance(error, FileNotFoundError):
        return Trouble(f"找不到“{path.name}”。", "它可能改了名字、移走或删掉了，请重新选择。")
    if isinstance(error, PermissionError):
        return Trouble(
            f"没有权限打开“{path.name}”。",
            "它可能正被 Word 或 WPS 独占，或只许别人看。请在那边关掉，或复制一份再打开。",
        )
    cause = reading_cause_of(error)
    return Trouble(f"“{path.name}”读不出来：{cause.what}", cause.advice)
