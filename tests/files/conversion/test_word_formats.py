"""What must be converted is told by its bytes, whatever its name says."""

import io
import zipfile
from pathlib import Path

import pytest

from editor.files.conversion.automation import office_called
from editor.files.conversion.office import RESULT
from editor.files.conversion.word_formats import word_format
from editor.files.file_kind import OLE
from editor.files.open import open_document
from editor.files.trouble import Trouble
from tests.files.made import docx, p


def odf(kind: str, method: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as made:
        made.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        made.writestr("content.xml", "<a/>")
    return stream.getvalue()


def ole(*streams: str) -> bytes:
    return OLE + bytes(600) + b"".join(s.encode("utf-16-le") for s in streams)


CONVERTED = [
    ("稿.doc", ole("WordDocument"), ".doc", "97—2003"),
    ("稿.docx", ole("WordDocument"), ".doc", "只是名字叫 .docx"),
    ("稿.txt", ole("WordDocument"), ".doc", "只是名字叫 .txt"),
    ("稿", ole("WordDocument"), ".doc", "（.doc）"),
    ("稿.wps", ole("WordDocument"), ".doc", "WPS"),
    ("稿.wps", ole("CONTENTS", "MatOST"), ".wps", "Works"),
    ("稿.rtf", b"{\\rtf1 a}", ".rtf", "RTF"),
    ("稿.doc", b"{\\rtf1 a}", ".rtf", "RTF"),
    ("稿.odt", odf("text"), ".odt", "ODF"),
    ("稿.odt", odf("text", zipfile.ZIP_DEFLATED), ".odt", "ODF"),
    ("稿.docx", odf("text-template"), ".odt", "ODF"),
    ("稿.doc", b"\xdb\xa5\x2d\x00" + bytes(99), ".doc", "很早"),
]
LEFT = [
    ("稿.docx", docx(p("甲"))),
    ("稿.doc", docx(p("甲"))),
    ("稿.rtf", "只是文字".encode()),
    ("稿.txt", b"{\\ rtf}"),
    ("稿.txt", "郓城的讲话".encode("gb18030")),  # 郓 begins with the byte 0xDB
    ("表.ods", odf("spreadsheet")),
    ("页.html", b"<html>"),
    ("稿.odt", b""),
    ("图.doc", b"\x89PNG"),
    ("版.pdf", b"%PDF-1.7"),
]


@pytest.mark.parametrize(("name", "data", "ending", "words"), CONVERTED)
def test_what_is_converted(name: str, data: bytes, ending: str, words: str) -> None:
    found = word_format(Path(name), data)
    assert found and found.ending == ending and words in found.name


@pytest.mark.parametrize(("name", "data"), LEFT)
def test_what_is_let_be(name: str, data: bytes) -> None:
    assert word_format(Path(name), data) is None


def test_a_password_is_told_before_any_program_is_asked(tmp_path: Path) -> None:
    fib = b"\xec\xa5\xc1\x00" + bytes(6)
    for flags, words in ((b"\xf0\x13", "密码"), (b"\xf0\x12", "97—2003")):
        path = tmp_path / "稿.doc"
        path.write_bytes(ole("WordDocument").ljust(1024, b"\0") + fib + flags + bytes(99))
        with pytest.raises(Trouble, match=words):
            open_document(path)


def test_word_and_wps_are_called_through_a_script_of_their_own(tmp_path: Path) -> None:
    office = office_called("WPS", "KWPS.Application")
    command = office.prepare(tmp_path / "source.doc", tmp_path)
    script = Path(command[command.index("-File") + 1])
    assert script.read_bytes().startswith(b"\xef\xbb\xbf")  # PowerShell 5 asks for the mark
    assert command[-4:-1] == (
        "KWPS.Application",
        str(tmp_path / "source.doc"),
        str(tmp_path / RESULT),
    )
