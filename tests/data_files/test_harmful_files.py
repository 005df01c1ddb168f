"""Whatever lies in the user's folder, the program starts: each reader against each harm."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.files.document_values import DocumentValues
from editor.files.kept_originals import FileIdentity, KeptOriginals
from editor.files.recovery.journal import Journal
from editor.files.speech_times import from_rows
from editor.files.trouble import Trouble
from editor.files.versions.document_index import FILE, read_index
from editor.files.versions.kept_version import Occasion, read_head, version_of
from editor.files.versions.segment import Segment
from editor.files.versions.version_store import VersionStore
from editor.settings.speaking_rates import SpeakingRates
from editor.settings.store import Settings
from editor.storage.storage import Storage
from tests.notation import doc

HARMS = [
    b"[" * 100_000,
    b'{"a":' * 500 + b"1" + b"}" * 500,
    b'{"version": 1, "written": 1e999, "revision": 1' + b"0" * 400 + b"}",
    b'{"pace": 1' + b"0" * 5000 + b"}",
    b'[[[["\xed\xa0\x80"]], 7, null, {"name": 7, "pace": [], "heard": NaN}]]',
    b'[{"name": "\xe7\x8e\x8b", "pace": 200, "heard": "inf"}, {"slot": [], "leader": {}}]',
    b'{"paths": 7, "documents": {"a": [[], {}]}}',
    b"\0" * 1000,
    b"",
]
SPEECH = Path("稿.txt")


def a_settings(folder: Path) -> None:
    Settings(folder).save()


def an_index(folder: Path) -> None:
    read_index(folder, Storage()).document(SPEECH, "digest")


def the_decisions(folder: Path) -> None:
    from_rows(DocumentValues(folder).of(SPEECH))


def the_originals(folder: Path) -> None:
    KeptOriginals(folder).of(FileIdentity("稿", "1"), "各位代表")


def the_journal(folder: Path) -> None:
    Journal(folder).pending()


def the_leaders(folder: Path) -> None:
    assert not SpeakingRates(folder).all


READERS: dict[Callable[[Path], None], Callable[[Path], Path]] = {
    a_settings: lambda folder: folder / "settings.json",
    an_index: lambda folder: folder / FILE,
    the_decisions: lambda folder: DocumentValues(folder).file_of(SPEECH),
    the_originals: lambda folder: KeptOriginals(folder)._list("稿"),  # pyright: ignore[reportPrivateUsage]
    the_journal: lambda folder: Journal(folder).file_of("a"),
    the_leaders: lambda folder: folder / "leaders.json",
}


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@pytest.mark.parametrize("harm", range(len(HARMS)))
def test_no_file_of_ours_stops_the_program(
    tmp_path: Path, reader: Callable[[Path], None], harm: int
) -> None:
    file = READERS[reader](tmp_path)
    file.write_bytes(HARMS[harm])
    reader(tmp_path)


@pytest.mark.parametrize("harm", HARMS)
def test_no_record_of_a_version_stops_the_program(harm: bytes) -> None:
    assert version_of("a", read_head(harm) or {}) is None
    packed = zlib.compress(harm.decode("utf-8", "replace").encode("utf-16-le"))
    for body in (harm, packed):
        with pytest.raises(ValueError):
            Segment().unpack(body)


def test_an_id_of_the_index_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "own" / "versions"
    folder.mkdir(parents=True)
    path = str((tmp_path / "稿.txt").absolute())
    evil = "../../evil"
    rows = {"version": 1, "paths": {path: [evil]}, "documents": {evil: [path, "d"]}}
    (folder / FILE).write_text(json.dumps(rows), "utf-8")
    store = VersionStore(folder)
    document = store.document(Path(path))
    store.keep(document, doc("甲"), "保存", Occasion.SAVED)
    assert [p.parent for p in tmp_path.rglob("*.versions")] == [folder]


def test_an_id_from_elsewhere_writes_and_reads_nothing_outside(tmp_path: Path) -> None:
    store = VersionStore(tmp_path / "versions")
    with pytest.raises(Trouble, match="版本"):
        store.keep("../evil", doc("甲"), "保存", Occasion.SAVED)
    assert not list(tmp_path.rglob("*evil*")) and store.list("../evil") == ()


def test_a_snapshot_names_no_history_outside(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write("a", doc("甲"), None, history="../../evil")
    (found,) = journal.pending()
    assert found.history == "" and found.manuscript == doc("甲")
