"""Files of other kinds become new texts through a program that never outlives its work."""

from __future__ import annotations

import io
import socket
import sys
import zipfile
from pathlib import Path

import pytest

from editor.files.conversion.convert import Conversion
from editor.files.conversion.libreoffice import libreoffice
from editor.files.file_kind import OLE
from editor.files.open import open_document
from editor.files.opened import Opened
from editor.files.save import save
from editor.files.trouble import Stopped, Trouble
from tests.files.made import docx, p, texts

if sys.platform == "win32":
    pytest.skip("the program in LibreOffice's place is a script", allow_module_level=True)

from tests.files.conversion.fake_office import FakeOffice, fake_office

needs_libreoffice = pytest.mark.skipif(
    libreoffice() is None, reason="LibreOffice is not installed here"
)
DOC = OLE + b"\x00" * 600 + "WordDocument".encode("utf-16-le")
RTF = rb"{\rtf1\ansi\ansicpg936 \u21516?\u24535?\u20204?\par}"
TABLE = f"<w:tbl><w:tr><w:tc>{p('格')}</w:tc></w:tr></w:tbl>"
ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>'
    '<text:p>同志们<draw:frame text:anchor-type="as-char"><draw:image xlink:href="{}" '
    'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
    "</office:text></office:body></office:document-content>"
)
MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry '
    'm:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/><m:file-entry '
    'm:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)
RESULT = docx(p("同志们：") + TABLE)


def old(folder: Path, data: bytes = DOC, name: str = "旧稿.doc") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def odt_with_picture(address: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", ODT.format(address))
        made.writestr("META-INF/manifest.xml", MANIFEST)
    return stream.getvalue()


def by(*offices: FakeOffice, stopped: FakeOffice | None = None, seconds: float = 60) -> Conversion:
    return Conversion(
        lambda: [one.office for one in offices],
        lambda: stopped is not None and stopped.hangs,
        seconds,
    )


def converted(folder: Path, data: bytes = DOC, name: str = "旧稿.doc") -> Opened:
    office = fake_office(folder / "office", "makes", RESULT)
    return open_document(old(folder, data, name), conversion=by(office))


def test_a_converted_file_is_a_new_text_and_its_file_stays_as_it_was(tmp_path: Path) -> None:
    opened = converted(tmp_path)
    assert texts(opened) == ["同志们：", "格"]
    assert opened.path is None and opened.origin == tmp_path / "旧稿.doc"
    line = opened.notes[0]
    assert "旧稿.doc" in line and "LibreOffice" in line and "表格" in line and "公式" not in line
    assert opened.origin.read_bytes() == DOC


def test_it_is_never_saved_over_the_file_it_was_made_of(tmp_path: Path) -> None:
    for name in ("旧稿.doc", "旧稿.docx"):  # the second by its name only
        opened = converted(tmp_path, name=name)
        with pytest.raises(Trouble):
            save(opened, opened.manuscript, tmp_path / name)
        after = save(opened, opened.manuscript, tmp_path / "新稿.docx").opened
        with pytest.raises(Trouble):
            save(after, opened.manuscript, tmp_path / name)
        assert (tmp_path / name).read_bytes() == DOC
        assert texts(open_document(tmp_path / "新稿.docx")) == ["同志们：", "格"]


def test_the_program_works_in_a_private_folder_with_its_own_profile(tmp_path: Path) -> None:
    office = fake_office(tmp_path / "office", "makes", RESULT)
    open_document(old(tmp_path, RTF, "稿.rtf"), conversion=by(office))
    arguments, given, rights = office.called()
    folder = Path(arguments[-1]).parent
    assert given == RTF and arguments[-1].endswith(".rtf") and rights == "0o700"
    assert f"-env:UserInstallation={(folder / 'profile').as_uri()}" in arguments
    assert not folder.exists()


def test_stopped_or_too_slow_it_is_killed_with_its_children(tmp_path: Path) -> None:
    for number, seconds in enumerate((600.0, 0.0)):
        office = fake_office(tmp_path / str(number), "hangs")
        patient = by(office, stopped=office, seconds=seconds)
        late = Conversion(patient.offices, lambda: False, seconds)
        with pytest.raises(Stopped if seconds else Trouble, match="停下"):
            open_document(old(tmp_path), conversion=patient if seconds else late)
        assert not seconds or office.is_dead()


def test_where_one_program_fails_the_next_is_asked(tmp_path: Path) -> None:
    bad = fake_office(tmp_path / "bad", "fails")
    gone = FakeOffice(tmp_path / "gone")
    gone.home.mkdir()
    good = fake_office(tmp_path / "good", "makes", RESULT)
    assert texts(open_document(old(tmp_path), conversion=by(gone, bad, good)))
    with pytest.raises(Trouble, match="转不出来"):
        open_document(old(tmp_path), conversion=by(gone, bad))


@pytest.mark.parametrize("result", [b"", b"PK\x03\x04 and no more"])
def test_a_result_that_cannot_be_read_is_told(tmp_path: Path, result: bytes) -> None:
    office = fake_office(tmp_path / "office", "makes", result)
    with pytest.raises(Trouble, match="LibreOffice"):
        open_document(old(tmp_path), conversion=by(office))


def test_without_any_program_it_is_said_what_to_do(tmp_path: Path) -> None:
    for conversion in (None, by()):
        with pytest.raises(Trouble, match=r"97—2003.*另存为.*LibreOffice"):
            open_document(old(tmp_path), conversion=conversion)


@pytest.mark.parametrize(
    "place",
    [
        "usr/lib/libreoffice/program/soffice",
        "opt/libreoffice24.8/program/soffice",
        "opt/apps/org.libreoffice.writer/files/program/soffice",
        "opt/apps/cn.office.suite/files/libreoffice7/program/soffice",
    ],
)
def test_it_is_found_where_distributions_and_stores_put_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert libreoffice(tmp_path) is None
    program = fake_office((tmp_path / place).parent, "makes", RESULT).program
    found = libreoffice(tmp_path)
    assert found and found.prepare(tmp_path / "a.doc", tmp_path)[0] == str(program)


@needs_libreoffice
def test_the_real_one_fetches_nothing_that_a_file_names(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        path = old(tmp_path, odt_with_picture(address), "稿.odt")
        assert open_document(path, conversion=Conversion()).manuscript.text.startswith("同志们")
        with pytest.raises(BlockingIOError):
            server.accept()


@needs_libreoffice
def test_the_real_one_converts_what_it_is_given(tmp_path: Path) -> None:
    opened = open_document(old(tmp_path, RTF, "稿.doc"), conversion=Conversion())
    assert opened.manuscript.text.startswith("同志们") and opened.path is None
