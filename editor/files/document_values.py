"""What the writer has set aside in a document, kept beside it in the user's folder.

As plain values: what they mean is known to the checks. The window writes them, the
window and the command line read them. One small JSON file a document.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import cast

from editor.data_files.json_data import read_json
from editor.storage.storage import Storage


class DocumentValues:
    """What is kept beside documents in one folder of the user's: decisions, or minutes."""

    def __init__(self, folder: Path, storage: Storage | None = None) -> None:
        self._folder = folder
        self._storage = storage or Storage()

    def of(self, document: Path) -> list[object]:
        """What is kept for a document; nothing where there is none, or it is broken."""
        with suppress(OSError, ValueError):
            found = read_json(self._file(document))
            if isinstance(found, list):
                return cast("list[object]", found)
        return []

    def keep(self, document: Path, values: Sequence[object]) -> None:
        """Write the decisions down; a folder that takes nothing is no reason to stop."""
        with suppress(OSError):
            self._storage.make_folder(self._folder)
            data = json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass")
            self._storage.write(self._file(document), data)

    def _file(self, document: Path) -> Path:
        path = str(document.absolute())
        name = blake2b(path.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        return self._folder / f"{name}.json"
