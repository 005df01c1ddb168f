"""What the writer has set aside in a document, kept beside it in the user's folder.

As plain values: what they mean is known to the checks. The window writes them, the
window and the command line read them. One small JSON file a document. Two running programs
that have the document open keep each other's.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import cast

from editor.data_files.json_data import read_json
from editor.storage.shared_file import SharedFile
from editor.storage.storage import Storage

Rows = Sequence[object]


class DocumentValues:
    """What is kept beside documents in one folder of the user's: decisions, or minutes.

    ``merge`` lays together what was read here, what is to be kept, and what stands there by then.
    """

    def __init__(
        self,
        folder: Path,
        storage: Storage | None = None,
        merge: Callable[[Rows, Rows, Rows], Rows] | None = None,
    ) -> None:
        self._folder = folder
        self._storage = storage or Storage()
        self._merge = merge or merged_rows
        self._known: dict[Path, Rows] = {}  # by file: what this program has read or kept

    def of(self, document: Path) -> list[object]:
        """What is kept for a document; nothing where there is none, or it is broken."""
        file = self.file_of(document)
        found = self._known[file] = self._rows(file)
        return found

    def keep(self, document: Path, values: Rows) -> None:
        """Write the decisions down; a folder that takes nothing is no reason to stop."""
        file = self.file_of(document)
        before = self._known.get(file)
        self._known[file] = list(values)

        def rewritten() -> bytes:
            there = self._rows(file)
            # A document that was not read here has been saved over: what was kept of it goes.
            alone = before is None or before == there
            rows = list(values if alone else self._merge(before or (), values, there))
            return json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass")

        with suppress(OSError):
            SharedFile(file, self._storage).change(rewritten)

    def _rows(self, file: Path) -> list[object]:
        with suppress(OSError, ValueError):
            found = read_json(file)
            if isinstance(found, list):
                return cast("list[object]", found)
        return []

    def file_of(self, document: Path) -> Path:
        """Where the values of a document are."""
        path = str(document.absolute())
        name = blake2b(path.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        return self._folder / f"{name}.json"


def merged_rows(before: Rows, mine: Rows, theirs: Rows) -> Rows:
    """Theirs, without what was taken out here and with what was added; rows may come again."""
    gone = Counter(map(_told, before)) - Counter(map(_told, mine))
    more = Counter(map(_told, mine)) - Counter(map(_told, before))
    kept = [row for row in theirs if not _counted(gone, row)]
    return [*kept, *[row for row in mine if _counted(more, row)]]


def _counted(rows: Counter[str], row: object) -> bool:
    """Whether a row is among these; it is so many times fewer then."""
    told = _told(row)
    rows[told] -= 1
    return rows[told] >= 0


def _told(row: object) -> str:
    return json.dumps(row, sort_keys=True)
