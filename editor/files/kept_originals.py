"""The untouched original of a text that was cleaned, kept in the user's folder.

So that 查看原文 works after saving, closing and opening again. An original belongs to a
document by its path and the fingerprints of its bytes: that of the day it was cleaned and
those of every save since. Another file under an old name has other bytes and other words,
and gets no original of strangers.

One compressed file an original, and beside it a list per path of which fingerprints have
which; each written whole or not at all.
"""

from __future__ import annotations

import contextlib
import json
import re
import zlib
from collections.abc import Generator
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, cast

from editor.data_files.json_data import read_json
from editor.files.presence import is_there
from editor.files.trouble import Trouble
from editor.storage.causes import cause_of
from editor.storage.shared_file import held_folder
from editor.storage.storage import Storage

LARGEST = 1 << 26  # bytes of an original unpacked
PRINTS = 200  # fingerprints remembered of one document, the newest
SHORTEST = 6  # characters of a sentence that tells two texts apart
KIN = 0.2  # share of a text's sentences that its original has, at least
_NAME = re.compile("[0-9a-f]{24}")  # of an original: it becomes the name of a file
_END = re.compile("[。！？!?\n\u2028]")


class FileIdentity(NamedTuple):
    """A file as it is on the disk now: where, and the fingerprint of its bytes."""

    path: str
    digest: str


class _KeptOriginal(NamedTuple):
    """The file of one original, and the fingerprints its document has had."""

    name: str
    prints: tuple[str, ...]

    def grown(self, digest: str) -> _KeptOriginal:
        others = tuple(p for p in self.prints if p != digest)
        return _KeptOriginal(self.name, (*others, digest)[-PRINTS:])


class KeptOriginals:
    """The originals in one folder. Keeping raises Trouble where the folder takes nothing."""

    def __init__(self, folder: Path, storage: Storage | None = None) -> None:
        self._folder = folder
        self._storage = storage or Storage()

    def keep(self, document: FileIdentity, text: str) -> None:
        """Keep a text as the original of a document; the first one kept of it stays."""
        lines = self._lines(document.path)
        if any(document.digest in line.prints and self._text(line) is not None for line in lines):
            return
        line = _KeptOriginal(_hash(document.path + "\n" + document.digest), (document.digest,))
        packed = zlib.compress(text.encode("utf-8", "surrogatepass"))
        with self._held():
            self._storage.write(self._original(line), packed, private=True)
            others = [o for o in self._lines(document.path) if document.digest not in o.prints]
            self._write(document.path, [*others, line])

    def follow(self, old: FileIdentity, new: FileIdentity) -> None:
        """A document was saved, perhaps elsewhere: its original goes along."""
        found = [line for line in self._lines(old.path) if old.digest in line.prints]
        if not found or old == new:
            return
        line = found[-1]
        with self._held():
            others = [o for o in self._lines(new.path) if o.name != line.name]
            others = [o._replace(prints=_without(o, new.digest)) for o in others]
            self._write(new.path, [*others, line.grown(new.digest)])

    def of(self, document: FileIdentity, text: str) -> str | None:
        """The original of a document that reads ``text``; None where there is none.

        One that was changed by another program, or kept before fingerprints were, is
        known by its words.
        """
        lines = self._lines(document.path)
        for line in lines:
            if document.digest in line.prints:
                return self._text(line)
        for line in reversed(lines):
            original = self._text(line)
            if original is not None and _kin(text, original):
                with contextlib.suppress(Trouble), self._held():
                    now = self._lines(document.path)
                    others = [o.grown(document.digest) if o.name == line.name else o for o in now]
                    self._write(document.path, others)
                return original
        return None

    @contextlib.contextmanager
    def _held(self) -> Generator[None, None, None]:
        """No other running program changes the lists meanwhile."""
        try:
            with held_folder(self._folder, self._storage):
                yield
        except OSError as error:
            raise Trouble(
                f"原文没有留下来：{cause_of(error).what}", "文稿本身不受影响。"
            ) from error

    def files_of(self, path: str) -> list[Path]:
        """All that is kept of a document: its list, and the originals that are named there."""
        files = [self._list(path), *[self._original(line) for line in self._lines(path)]]
        return [file for file in files if file.is_file()]

    def _text(self, line: _KeptOriginal) -> str | None:
        with contextlib.suppress(OSError, zlib.error, UnicodeDecodeError):
            unpack = zlib.decompressobj()
            data = unpack.decompress(self._original(line).read_bytes(), LARGEST)
            return data.decode("utf-8", "surrogatepass") if unpack.eof else None
        return None

    def _original(self, line: _KeptOriginal) -> Path:
        return self._folder / f"{line.name}.original"

    def _list(self, path: str) -> Path:
        return self._folder / f"{_hash(path)}.lines"

    def _lines(self, path: str) -> list[_KeptOriginal]:
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            rows = cast("list[dict[str, Any]]", read_json(self._list(path)))
            lines = [
                _KeptOriginal(str(row["original"]), tuple(map(str, row["prints"]))) for row in rows
            ]
            return [line for line in lines if _NAME.fullmatch(line.name)]
        # As it was kept before there were fingerprints: one to a path.
        old = _KeptOriginal(_hash(path), ())
        return [old] if is_there(self._original(old)) else []

    def _write(self, path: str, lines: list[_KeptOriginal]) -> None:
        rows = [{"original": line.name, "prints": list(line.prints)} for line in lines]
        data = json.dumps(rows).encode("ascii")
        self._storage.write(self._list(path), data, private=True)


def _without(line: _KeptOriginal, digest: str) -> tuple[str, ...]:
    return tuple(p for p in line.prints if p != digest)


def _hash(name: str) -> str:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _kin(text: str, original: str) -> bool:
    """Whether a text can have come of an original: enough of its sentences stand there."""
    pieces = [piece.strip() for piece in _END.split(text)]
    pieces = [piece for piece in pieces if len(piece) >= SHORTEST]
    there = sum(1 for piece in pieces if piece in original)
    return bool(pieces) and there >= KIN * len(pieces)
