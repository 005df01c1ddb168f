"""The untouched original of a text that was cleaned, kept in the user's folder.

So that 查看原文 works after saving, closing and opening again. One compressed file an
original, named after the document it belongs to; written whole or not at all.
"""

from __future__ import annotations

import contextlib
import zlib
from hashlib import blake2b
from pathlib import Path

from editor.files.atomic import write_atomically


class Originals:
    """The originals in one folder. Keeping raises Trouble where the folder takes nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, document: str, text: str) -> None:
        """Keep a text as the original of a document; the first one kept stays."""
        target = self._file(document)
        if not target.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(target, zlib.compress(text.encode("utf-8", "surrogatepass")))

    def of(self, document: str) -> str | None:
        """The original of a document, or None where there is none (or it is broken)."""
        with contextlib.suppress(OSError, zlib.error, UnicodeDecodeError):
            return zlib.decompress(self._file(document).read_bytes()).decode(
                "utf-8", "surrogatepass"
            )
        return None

    def _file(self, document: str) -> Path:
        name = blake2b(document.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        return self._folder / f"{name}.original"
