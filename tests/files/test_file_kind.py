"""Each thing that is not ours is refused in words that name it and what to do."""

import os
import zipfile
from pathlib import Path

import pytest

from editor.files.file_kind import OLE
from editor.files.open import open_document
from editor.files.trouble import Trouble
from tests.files.made import TYPES, document, docx, p, relations, zipped

ENCRYPTED = OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 64
BOMB = {
    "_rels/.rels": relations(officeDocument="word/document.xml"),
    "word/document.xml": b" " * (30 << 20),
}
CASES = [
    ("旧.doc", OLE + b"\x00" * 600, "97—2003", "另存为"),
    ("旧.docx", OLE + b"\x00" * 600, "只是名字叫 .docx", "另存为"),
    ("旧.wps", OLE + b"\x00" * 600, "WPS", "另存为"),
    ("密.docx", ENCRYPTED, "密码", "去掉密码"),
    ("空.docx", b"", "空文件", "重新取"),
    ("零.docx", b"\x00" * 900, "空字节", "备份"),
    ("文.rtf", b"{\\rtf1 a}", "RTF", "docx"),
    ("文.doc", b"{\\rtf1 a}", "RTF", "docx"),
    ("页.doc", b"<html><body>a</body></html>", "网页", "另存为"),
    ("页.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "MHT", "另存为"),
    ("版.pdf", b"%PDF-1.7\n", "PDF", "重新取"),
    ("图.docx", b"\x89PNG\r\n\x1a\n", "图片", "OCR"),
    ("名.docx", "只是文字".encode(), "不是 Word 文档", ".txt"),
    ("二.txt", bytes(range(256)) * 8, "不是文本", "选对"),
    ("残.docx", docx(p("甲"))[:500], "不完整", "打开并修复"),
    ("弹.docx", zipped(BOMB), "压缩炸弹", "核实"),
    ("包.zip", zipped({"a.txt": "甲"}), "压缩包", "解压"),
    ("缺.docx", zipped({"[Content_Types].xml": TYPES}), "没有正文", "打开并修复"),
    ("开.odt", zipped({"mimetype": "x", "content.xml": "<a/>"}), "ODF", "docx"),
    ("表.docx", zipped({"[Content_Types].xml": TYPES, "xl/styles.xml": "<a/>"}), "Excel", "复制"),
    ("坏.docx", zipped({"word/document.xml": "<w:document"}), "损坏", "打开并修复"),
    ("根.docx", zipped({"word/document.xml": "<a/>"}), "没有正文", "打开并修复"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "what", "advice"), CASES, ids=[c[0] for c in CASES])
def test_what_is_not_ours_is_named(
    tmp_path: Path, name: str, data: bytes, what: str, advice: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Trouble) as caught:
        open_document(path)
    assert what in caught.value.what and advice in caught.value.advice


def test_a_declared_entity_is_refused_before_parsing(tmp_path: Path) -> None:
    evil = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + document(p("&x;"))[58:]
    path = tmp_path / "稿.docx"
    path.write_bytes(docx("", **{"word/document.xml": evil}))
    with pytest.raises(Trouble, match="DTD"):
        open_document(path)


def test_a_lock_file_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    for path, what in (
        (tmp_path / "~$稿.docx", "锁文件"),
        (tmp_path, "文件夹"),
        (tmp_path / "无", "找不到"),
    ):
        with pytest.raises(Trouble, match=what):
            open_document(path)


def test_a_zip_with_a_password_is_named(tmp_path: Path) -> None:
    data = bytearray(docx(p("甲")))
    with zipfile.ZipFile(__import__("io").BytesIO(bytes(data))) as made:
        offset = made.getinfo("word/document.xml").header_offset
    data[offset + 6] |= 1
    at = bytes(data).rfind(b"PK\x01\x02", 0, bytes(data).rfind(b"word/document.xml"))
    data[at + 8] |= 1
    path = tmp_path / "稿.docx"
    path.write_bytes(bytes(data))
    with pytest.raises(Trouble, match="密"):
        open_document(path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_nobody_may_read(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("甲", "utf-8")
    path.chmod(0)
    with pytest.raises(Trouble, match="权限"):
        open_document(path)


def test_a_plain_text_that_begins_like_a_program_still_opens(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("MZ 是开头的两个字母", "utf-8")
    assert open_document(path).manuscript.text.startswith("MZ")
