"""Whatever call of the disk fails: a file is the old or the new one, and nobody meets an OSError
that is not ours."""

from collections.abc import Callable
from pathlib import Path

import pytest

from editor.files.document_values import DocumentValues
from editor.files.kept_originals import FileIdentity, KeptOriginals
from editor.files.open import open_document
from editor.files.opened import may_go
from editor.files.recovery.journal import Journal
from editor.files.recovery.recovery_bin import RecoveryBin
from editor.files.save import SaveOptions, save
from editor.files.trouble import Trouble
from editor.files.versions.kept_version import Occasion
from editor.files.versions.version_store import VersionStore
from editor.profile.profile_store import ProfileStore
from editor.profile.unit_profile import Profile
from editor.settings.speaking_rates import SpeakingRate, SpeakingRates
from editor.settings.store import Settings
from editor.storage.storage import Storage
from editor.storage.storage_error import StorageError
from tests.files.made import docx, p
from tests.notation import doc
from tests.storage.disks import WatchedDisk, each_call_failing, leftovers


def test_a_save_is_whole_or_has_not_been(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes("旧的一段\n".encode())
    opened = open_document(path)
    tries = each_call_failing(
        lambda s: save(opened, doc("新"), path, SaveOptions(None, None, tmp_path / "r", s)),
        lambda: path.write_bytes("旧的一段\n".encode()),
    )
    for _, raised in tries:
        assert path.read_text("utf-8").startswith("旧" if raised else "新")
        assert raised is None or type(raised) is Trouble
        assert not leftovers(tmp_path)


def test_a_saved_file_is_known_again_whatever_failed_after(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old\n")
    opened = open_document(path)
    disk = WatchedDisk()
    saved = save(opened, doc("新"), how=SaveOptions(storage=disk.storage))
    assert may_go(path, saved.opened.stamp)
    path.write_bytes(b"someone else's\n")
    assert not may_go(path, saved.opened.stamp)


def test_a_word_file_is_whole_or_has_not_been(tmp_path: Path) -> None:
    path, old = tmp_path / "稿.docx", docx(p("甲"))
    path.write_bytes(old)
    opened = open_document(path)
    tries = each_call_failing(
        lambda s: save(opened, doc("乙"), how=SaveOptions(None, None, tmp_path / "r", s)),
        lambda: path.write_bytes(old),
    )
    for _, raised in tries:
        assert (path.read_bytes() == old) is (raised is not None)
        assert raised or open_document(path).manuscript.text == "乙"


def test_versions_kept_before_stay_readable(tmp_path: Path) -> None:
    VersionStore(tmp_path).keep("稿", doc("甲"), "", Occasion.SAVED)
    whole = next(tmp_path.glob("*.versions"))
    before = whole.read_bytes()
    tries = each_call_failing(
        lambda s: VersionStore(tmp_path, s).keep("稿", doc("乙"), "", Occasion.SAVED),
        lambda: whole.write_bytes(before),
    )
    for _, raised in tries:
        store = VersionStore(tmp_path)
        texts = [store.text(v).text for v in store.list("稿")]
        assert texts[0] == "甲" and (raised or texts == ["甲", "乙"])
        assert raised is None or type(raised) is Trouble


def snapshot(folder: Path, storage: Storage, text: str) -> None:
    Journal(folder, storage).write("稿", doc(text), None)


def bin_of(folder: Path, storage: Storage, text: str) -> None:
    snapshot(folder, Storage(), text)
    RecoveryBin(folder / "bin", storage).throw(Journal(folder), "稿")


def options(folder: Path, storage: Storage, text: str) -> None:
    settings = Settings(folder, storage)
    settings.set("author", text)
    settings.save()


def leaders(folder: Path, storage: Storage, text: str) -> None:
    SpeakingRates(folder, storage).put(SpeakingRate(text))


def decisions(folder: Path, storage: Storage, text: str) -> None:
    DocumentValues(folder, storage).keep(Path("稿.txt"), [text])


def originals(folder: Path, storage: Storage, text: str) -> None:
    KeptOriginals(folder, storage).keep(FileIdentity("稿.txt", text), text)


def profiles(folder: Path, storage: Storage, text: str) -> None:
    ProfileStore(folder, storage).put(Profile(unit="云川市", short=text))


WRITERS = [snapshot, bin_of, options, leaders, decisions, originals, profiles]


@pytest.mark.parametrize("write", WRITERS)
def test_a_store_raises_only_what_is_ours_and_leaves_nothing_lying(
    write: Callable[[Path, Storage, str], None], tmp_path: Path
) -> None:
    folder = tmp_path / "家"
    write(folder, Storage(), "甲")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def reset() -> None:
        for path in [path for path in folder.rglob("*") if path.is_file()]:
            path.unlink()
        for path, data in before.items():
            path.write_bytes(data)

    for _, raised in each_call_failing(lambda s: write(folder, s, "乙"), reset):
        assert raised is None or type(raised) in (StorageError, Trouble)
        assert not leftovers(folder)


@pytest.mark.parametrize("write", WRITERS)
def test_a_store_flushes_file_and_folder(
    write: Callable[[Path, Storage, str], None], tmp_path: Path
) -> None:
    disk = WatchedDisk()
    write(tmp_path / "家", disk.storage, "甲")
    names = disk.steps
    assert names.count("flush") == names.count("create")
    moved = [at for at, name in enumerate(names) if name == "replace"]
    assert moved and all("flush_folder" in names[at + 1 : at + 2] for at in moved)
