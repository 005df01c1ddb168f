"""Opening: look at the bytes first, then hand them to the room's reader for their kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.files.conversion.word_formats import ENDINGS, word_format
from editor.files.encodings import told_of
from editor.files.file_kind import OLE, PDF, is_zip, read_bytes, refuse_ole, refuse_other_kinds
from editor.files.opened import FileStamp, Opened, Saved, digest_of, stamp_of
from editor.files.sealed import refuse_even_bytes, refuse_sealed
from editor.files.text_file import NoText, decode_text

if TYPE_CHECKING:
    from editor.files.conversion.convert import Conversion

LARGE = 2_000_000  # bytes
_PDF_WITHIN = 1024  # bytes: readers let that much stand before a PDF's first line

__all__ = ["Opened", "Saved", "open_document"]


def open_document(
    path: Path | str, *, encoding: str | None = None, conversion: Conversion | None = None
) -> Opened:
    """The text of a file with what saving it again needs.

    ``encoding`` opens a plain text with that encoding instead of a guess (see
    `encodings.CHOICES`). With a ``conversion`` an office program makes a new text of a .doc,
    .wps, .rtf or .odt, which takes seconds; a PDF becomes a new text without one. Raises
    Trouble, never another error, for whatever cannot be opened.
    """
    path = Path(path)
    return open_bytes(path, read_bytes(path), encoding, conversion)


def open_bytes(
    path: Path, data: bytes, encoding: str | None = None, conversion: Conversion | None = None
) -> Opened:
    """The text in the bytes that a file has, or had: as `open_document`."""
    refuse_sealed(path, data)
    if data.startswith(OLE):
        refuse_ole(data)
    if kind := word_format(path, data):
        from editor.files.conversion.open_converted import open_converted

        return open_converted(path, data, kind, conversion)
    stamp = _stamp(path, data)
    if is_zip(data):
        from editor.files.docx.open_docx import open_docx

        return open_docx(path, data, stamp)
    if data[:_PDF_WITHIN].lstrip().startswith(PDF):
        from editor.files.pdf.open_pdf import open_pdf

        return open_pdf(path, data, conversion.stopped if conversion else lambda: False)
    refuse_other_kinds(path, data)
    return _open_text(path, data, stamp, encoding)


def takes_long(path: Path) -> bool:
    """Whether opening a file may take seconds: it is large, or must be converted first."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(4096)
            size = path.stat().st_size
    except OSError:
        return False
    if size > LARGE or path.suffix.lower() in (*ENDINGS, ".pdf"):
        return True
    return PDF in head[:_PDF_WITHIN] or word_format(path, head) is not None


def _stamp(path: Path, data: bytes) -> FileStamp:
    try:
        return stamp_of(path, data)
    except OSError:
        return FileStamp(0, len(data), digest_of(data))


def _open_text(path: Path, data: bytes, stamp: FileStamp, encoding: str | None) -> Opened:
    try:
        source, manuscript, found = decode_text(data, encoding)
    except NoText:
        refuse_even_bytes(path, data)
        raise
    return Opened(
        path=path,
        manuscript=manuscript,
        kind="txt",
        encoding=source.encoding,
        newline=source.newline,
        bom=bool(source.bom),
        read_only=bool(found.lost and not found.bad),
        notes=told_of(found) if encoding is None or found.lost else (),
        doubtful=encoding is None and not found.sure,
        source=source,
        stamp=stamp,
    )
