"""The table: for each module that takes a `Storage`, how it keeps a word, and how that is read."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from editor.files.backups.backup_store import BackupStore
from editor.files.conversion import automation, libreoffice
from editor.files.conversion.child_process import Ending
from editor.files.conversion.convert import Conversion
from editor.files.conversion.office import RESULT, Office
from editor.files.conversion.word_formats import WordFormat
from editor.files.document_values import DocumentValues
from editor.files.kept_originals import FileIdentity, KeptOriginals
from editor.files.open import open_document
from editor.files.recovery.journal import Journal
from editor.files.recovery.recovery_bin import RecoveryBin
from editor.files.save import SaveOptions, save
from editor.files.trouble import Trouble
from editor.files.versions.document_index import read_index
from editor.files.versions.kept_version import Occasion
from editor.files.versions.unfiled import remove_old
from editor.files.versions.version_store import VersionStore
from editor.files.write_file import write_file
from editor.profile.profile_store import ProfileStore
from editor.profile.unit_profile import Profile
from editor.run_log.run_log import RunLog
from editor.settings.speaking_rates import SpeakingRate, SpeakingRates
from editor.settings.store import Settings
from editor.storage.shared_file import SharedFile
from editor.storage.storage import Storage
from editor.storage.storage_error import StorageError
from phrasebank.bank import PhraseBank
from phrasebank.initials import Initials
from phrasebank.ranking import PhraseRanking
from phrasebank.values import PARTS
from tests.notation import doc

Write = Callable[[Path, Storage, str], object]
Read = Callable[[Path], str]
INITIALS = Initials()


@dataclass(frozen=True)
class Writer:
    """``read`` gives the word that is kept; raises ``tells`` alone, and a ``quiet`` one nothing."""

    module: str
    write: Write
    read: Read
    quiet: bool = False
    tells: type[Exception] = StorageError


@contextlib.contextmanager
def given(module: str, storage: Storage) -> Generator[None, None, None]:
    """A module that makes its own `Storage` gets this one."""
    with mock.patch.object(importlib.import_module(module), "Storage", lambda: storage):
        yield


def _words_in(name: str) -> Read:
    return lambda folder: (folder / name).read_text("utf-8").strip()


def _speech(folder: Path, storage: Storage, text: str) -> None:
    path = folder / "稿.txt"
    if not path.exists():
        path.write_bytes(b"\n")
    how = SaveOptions(rescue=folder / "rescue", storage=storage)
    save(open_document(path), doc(text), path, how)


def _final(folder: Path, storage: Storage, text: str) -> None:
    write_file(folder / "定稿", text.encode(), rescue=folder / "rescue", storage=storage)


def _journal(folder: Path, storage: Storage, text: str) -> None:
    Journal(folder, storage).write("稿", doc(text), None)


def _bin(folder: Path, storage: Storage, text: str) -> None:
    _journal(folder, Storage(), text)
    RecoveryBin(folder / "bin", storage).throw(Journal(folder), "稿")


def _kept(folder: Path) -> str:
    (found,) = Journal(folder).pending()
    return found.manuscript.text


def _binned(folder: Path) -> str:
    thrown = RecoveryBin(folder / "bin").thrown()
    return thrown[0].snapshot.manuscript.text if thrown else _kept(folder)


def _version(folder: Path, storage: Storage, text: str) -> None:
    VersionStore(folder, storage).keep("稿", doc(text), "", Occasion.SAVED)


def _last_version(folder: Path) -> str:
    store = VersionStore(folder)
    return store.text(store.list("稿")[-1]).text


def _old_versions(folder: Path, storage: Storage, text: str) -> None:
    _version(folder, Storage(), text)
    remove_old(folder, (), storage, days=-1)


def _first_version(folder: Path) -> str:
    found = VersionStore(folder).list("稿")
    return VersionStore(folder).text(found[-1]).text if found else "乙"


def _index(folder: Path, storage: Storage, text: str) -> None:
    read_index(folder, storage).link("稿", folder / "稿.txt", text)


def _indexed(folder: Path) -> str:
    return read_index(folder, Storage()).entries["稿"].digest


def _option(folder: Path, storage: Storage, text: str) -> None:
    settings = Settings(folder, storage)
    settings.set("author", text)
    settings.save()


def _leader(folder: Path, storage: Storage, text: str) -> None:
    SpeakingRates(folder, storage).put(SpeakingRate("王", heard=1.0 if text == "甲" else 2.0))


def _leaders(folder: Path) -> str:
    return {1.0: "甲", 2.0: "乙"}[SpeakingRates(folder).get("王").heard]


def _profile(folder: Path, storage: Storage, text: str) -> None:
    ProfileStore(folder, storage).put(Profile(unit="云川市", short=text), "云川市")


def _profiled(folder: Path) -> str:
    store = ProfileStore(folder)
    (found,) = {profile.short for name in store.names() if (profile := store.get(name))}
    return found


def _phrase(folder: Path, storage: Storage, text: str) -> None:
    with given("phrasebank.bank", storage):
        bank = PhraseBank((), PhraseRanking({}, {}), INITIALS, folder / "phrases.txt")
        bank.add(f"一句{text}话说了。", PARTS[0])


def _phrases(folder: Path) -> str:
    words = (folder / "phrases.txt").read_text("utf-8")
    return "乙" if "乙" in words else "甲"


def _asked(folder: Path, storage: Storage, text: str) -> None:
    name = "editor.ui.session.first_program"
    with (
        given(name, storage),
        mock.patch.multiple(name, STARTING_S=-1.0, PATIENCE_S=-1.0, LOOK_MS=0),
    ):
        importlib.import_module(name).FirstProgram(folder).hand_over(text)


def _office(command: Sequence[str], *_: object) -> Ending:
    Path(command[0]).write_text(command[1], "utf-8")
    return Ending.BY_ITSELF


def _converted(folder: Path, storage: Storage, text: str) -> None:
    """By an office that makes a file of this word; what it needs is written first."""

    def prepare(source: Path, where: Path) -> tuple[str, ...]:
        for name in ("libreoffice", "automation"):
            with given(f"editor.files.conversion.{name}", storage):
                made = libreoffice.office_at(source), automation.office_called("甲", "乙")
                made[name == "automation"].prepare(source, where)
        return str(where / RESULT), text

    name = "editor.files.conversion.convert"
    with given(name, storage), mock.patch(f"{name}.run_child", _office):
        how = Conversion(lambda: [Office("甲", prepare)])
        (folder / "out").write_bytes(how.convert(b"", WordFormat(".doc", "Word")).data)


def _values(folder: Path, storage: Storage, text: str) -> None:
    DocumentValues(folder, storage).keep(Path("稿.txt"), [text])


def _valued(folder: Path) -> str:
    return str(*DocumentValues(folder).of(Path("稿.txt")))


def _original(folder: Path, storage: Storage, text: str) -> None:
    KeptOriginals(folder, storage).keep(FileIdentity("稿.txt", text), text)


def _originals(folder: Path) -> str:
    of = KeptOriginals(folder).of
    found = of(FileIdentity("稿.txt", "乙"), "") or of(FileIdentity("稿.txt", "甲"), "")
    return found or ""


def _state(folder: Path, storage: Storage, text: str) -> None:
    BackupStore(folder, storage).keep("a", folder / "稿.txt", text.encode(), 3)


def _last_state(folder: Path) -> str:
    store = BackupStore(folder)
    return store.data(store.states(["a"])[0]).decode()


def _log(folder: Path, storage: Storage, text: str) -> None:
    RunLog(folder, storage).say(text)


def _shared(folder: Path, storage: Storage, text: str) -> None:
    SharedFile(folder / "a.json", storage).change(text.encode)


WRITERS = (
    Writer("editor.files.save", _speech, _words_in("稿.txt"), tells=Trouble),
    Writer("editor.files.write_file", _final, _words_in("定稿"), tells=Trouble),
    Writer("editor.files.recovery.journal", _journal, _kept),
    Writer("editor.files.recovery.journal_file", _journal, _kept),
    Writer("editor.files.recovery.recovery_bin", _bin, _binned, quiet=True),
    Writer("editor.files.versions.version_store", _version, _last_version, tells=Trouble),
    Writer("editor.files.versions.unfiled", _old_versions, _first_version, quiet=True),
    Writer("editor.files.versions.document_index", _index, _indexed, tells=Trouble),
    Writer("editor.files.backups.backup_store", _state, _last_state, tells=Trouble),
    Writer("editor.files.document_values", _values, _valued, quiet=True),
    Writer("editor.files.kept_originals", _original, _originals, tells=Trouble),
    Writer("editor.files.conversion.convert", _converted, _words_in("out"), tells=Trouble),
    Writer("editor.profile.profile_store", _profile, _profiled),
    Writer("editor.run_log.run_log", _log, lambda f: RunLog(f).text()[-1], quiet=True),
    Writer("editor.settings.speaking_rates", _leader, _leaders, quiet=True),
    Writer("editor.settings.store", _option, lambda f: Settings(f).text("author"), quiet=True),
    Writer("editor.storage.shared_file", _shared, _words_in("a.json")),
    Writer("phrasebank.bank", _phrase, _phrases),
    Writer("editor.ui.session.first_program", _asked, lambda _: "乙", quiet=True),
)
