"""清除痕迹: a word of a speech stands nowhere in the user's folder afterwards, nor its name."""

import json
import os
import re
import time
import zlib
from pathlib import Path

import pytest

from editor.files.backups.backup_store import BackupStore
from editor.files.document_values import DocumentValues
from editor.files.kept_originals import FileIdentity, KeptOriginals
from editor.files.recovery.journal import FileBehind, Journal, name_of
from editor.files.recovery.recovery_bin import RecoveryBin
from editor.files.versions.kept_documents import KeptDocument, kept_documents
from editor.files.versions.kept_version import Occasion
from editor.files.versions.version_store import VersionStore
from editor.settings.store import Settings
from editor.storage.shared_file import LOCK
from editor.storage.storage import Storage
from editor.traces.all_traces import EVERY, KINDS, clear, traces
from editor.traces.trace import Home
from tests.notation import doc
from tests.storage.disks import QuickDisk


class User:
    """A user who has worked on speeches: every store of the program has something of them."""

    def __init__(self, folder: Path) -> None:
        self.home, self.desk = folder / "home", folder / "desk"
        self.desk.mkdir()
        self.settings = Settings(self.home)
        self.versions = VersionStore(self.home / "versions")

    def works_on(self, name: str, words: str) -> Path:
        path = self.desk / name
        path.write_text(words, "utf-8")
        document = self.versions.document(path, doc(words))
        self.versions.link(document, path, doc(words))
        self.versions.keep(document, doc(words), "保存", Occasion.SAVED)
        BackupStore(self.home / "backups").keep(document, path, words.encode(), 3)
        DocumentValues(self.home / "ignored").keep(path, [words])
        DocumentValues(self.home / "times").keep(path, [words])
        KeptOriginals(self.home / "originals").keep(FileIdentity(str(path), "d"), words)
        journal = Journal(self.home / "recovery" / name)
        for number in range(2):
            journal.write(f"{name}{number}", doc(words), path, document, FileBehind(b"PK"))
        RecoveryBin(self.home / "recovery_bin").throw(journal, f"{name}0")
        self._is_listed(path)
        return path

    def _is_listed(self, path: Path) -> None:
        rows = {"recent": str(path), "session_tabs": json.dumps([str(path), 0, 0, True]),
                "lost_later": f"{path}|1"}  # fmt: skip
        for option, row in rows.items():
            self.settings.set(option, (*self.settings.texts(option), row))
        self.settings.set("session_path", str(path))
        self.settings.set("found_words", ("查过的词",))
        self.settings.save()

    def about(self, name: str | None = None) -> Home:
        return Home(self.settings, self.kept(name) if name else None)

    def kept(self, name: str) -> KeptDocument:
        rows = kept_documents(
            VersionStore(self.home / "versions"), BackupStore(self.home / "backups")
        )
        return next(row for row in rows if row.words == name)

    def knows(self, word: str) -> list[str]:
        """The files of the user's folder in which a word stands, packed or not, or in the name."""
        return [
            str(path.relative_to(self.home))
            for path in sorted(self.home.rglob("*"))
            if path.is_file() and (word in path.name or word in unpacked(path.read_bytes()))
        ]


def unpacked(data: bytes) -> str:
    """What bytes say, also where they are squeezed somewhere inside, or written as \\uXXXX."""
    parts = [data]
    for at in range(len(data)):
        if data[at : at + 1] == b"\x78":
            try:
                parts.append(zlib.decompressobj().decompress(data[at:]))
            except zlib.error:
                continue
    words = "\n".join(part.decode("utf-8", "replace") for part in parts)
    return words + re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), words)


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> User:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    made = User(tmp_path)
    made.works_on("金丝猴.txt", "长臂猿")
    made.works_on("穿山甲.txt", "扬子鳄")
    return made


def test_the_stores_do_hold_what_is_cleared_here(user: User) -> None:
    assert len(user.knows("长臂猿")) >= 6
    assert len(user.knows("金丝猴")) >= 3


def test_after_clearing_all_no_word_and_no_name_is_left(user: User) -> None:
    assert clear(user.about(), EVERY) == ()
    assert [user.knows(word) for word in ("长臂猿", "金丝猴", "扬子鳄", "穿山甲", "查过")] == [
        []
    ] * 5
    assert traces(user.about()) == ()


def test_the_speeches_themselves_are_left_alone(user: User) -> None:
    clear(user.about(), EVERY)
    assert (user.desk / "金丝猴.txt").read_text("utf-8") == "长臂猿"


def test_of_one_speech_only_its_own_goes(user: User) -> None:
    before = user.knows("扬子鳄"), user.knows("穿山甲")
    assert clear(user.about("金丝猴.txt"), EVERY) == ()
    assert (user.knows("长臂猿"), user.knows("金丝猴")) == ([], [])
    assert (user.knows("扬子鳄"), user.knows("穿山甲")) == before


def test_one_whose_file_is_gone_is_cleared_too(user: User) -> None:
    (user.desk / "金丝猴.txt").unlink()
    clear(user.about("金丝猴.txt"), EVERY)
    assert (user.knows("长臂猿"), user.knows("金丝猴")) == ([], [])


def test_a_program_that_knew_the_speech_does_not_write_it_back(user: User) -> None:
    other = VersionStore(user.home / "versions")
    clear(user.about("金丝猴.txt"), EVERY)
    other.link(other.document(user.desk / "新.txt"), user.desk / "新.txt", doc("新"))
    assert user.knows("金丝猴") == []


def test_only_what_is_chosen_goes(user: User) -> None:
    clear(user.about(), {"recent"})
    assert user.settings.texts("recent") == ()
    assert user.knows("长臂猿")


def test_it_is_told_before_how_much_there_is(user: User) -> None:
    told = {trace.kind.id: trace.found.count for trace in traces(user.about())}
    assert told["recent"] == told["states"] == told["journal"] == 2
    assert {"versions", "bin", "originals", "ignored", "times", "session", "searched"} <= set(told)


def test_what_a_running_program_holds_stays_and_is_told(user: User) -> None:
    home = Home(user.settings, is_held=lambda folder: folder.name == "金丝猴.txt")
    left = clear(home, EVERY)
    assert [one.what for one in left] == ["没存盘的稿子"]
    assert len(user.knows("长臂猿")) == 1


@pytest.mark.parametrize("name", [None, "金丝猴.txt"])
def test_the_bytes_of_a_file_are_found_where_no_text_is_beside_them(
    user: User, name: str | None
) -> None:
    own = name_of(str(user.desk / "金丝猴.txt"))
    left = [user.home / "recovery" / "1-1" / f"{own}.source",
            user.home / "recovery_bin" / f"{own}-7.source"]  # fmt: skip
    clear(user.about(), {"journal", "bin"})
    for file in left:
        file.parent.mkdir(parents=True)
        file.write_text("长臂猿", "utf-8")
    found = {trace.kind.id: trace.found.count for trace in traces(user.about(name))}
    assert found["journal"] == found["bin"] == 1
    assert clear(user.about(name), {"journal", "bin"}) == ()
    assert not any(file.exists() for file in left)


@pytest.mark.parametrize("name", [None, "金丝猴.txt"])
def test_what_a_running_program_has_of_it_is_counted_before_and_told_after(
    user: User, name: str | None
) -> None:
    clear(user.about(), {"journal"})
    own = user.home / "recovery" / "1-1"
    path = user.desk / "金丝猴.txt"
    Journal(own).write(str(path), doc("长臂猿"), path)
    home = Home(user.settings, user.kept(name) if name else None, lambda folder: folder == own)
    assert {t.kind.id: t.found.count for t in traces(home)}["journal"] == 1
    assert [one.what for one in clear(home, {"journal"})] == ["没存盘的稿子"]


def test_a_lock_alone_is_no_trace(user: User) -> None:
    clear(user.about(), EVERY)
    for kept in (DocumentValues(user.home / "ignored"), DocumentValues(user.home / "times")):
        kept.keep(user.desk / "金丝猴.txt", ["长臂猿"])
    assert {trace.kind.id for trace in traces(user.about())} == {"ignored", "times"}
    clear(user.about(), {"ignored", "times"})
    assert (user.home / "ignored" / LOCK).exists()
    assert traces(user.about()) == ()


def test_what_cannot_be_removed_is_told_with_its_reason(user: User) -> None:
    class Barred(QuickDisk):
        def remove(self, path: Path) -> None:
            raise PermissionError(13, "no")

    [left, *_] = clear(Home(user.settings, storage=Storage(Barred())), {"states"})
    assert left.what.startswith("存盘副本：")
    assert "占用" in left.why


def test_a_file_that_no_kind_knows_is_among_the_others(user: User) -> None:
    (user.home / "settings.json.broken").write_text("金丝猴", "utf-8")
    (user.home / "someday").mkdir()
    (user.home / "someday" / "new.store").write_text("长臂猿", "utf-8")
    clear(user.about(), EVERY)
    assert user.knows("长臂猿") == user.knows("金丝猴") == []


def test_what_an_old_conversion_left_goes_and_one_at_work_is_left_alone(
    user: User, tmp_path: Path
) -> None:
    for name, age in (("bigan-old", 3600), ("bigan-new", 0)):
        (tmp_path / "tmp" / name).mkdir()
        (tmp_path / "tmp" / name / "a.doc").write_text("x", "utf-8")
        moment = time.time() - age
        os.utime(tmp_path / "tmp" / name, (moment, moment))
    clear(user.about(), {"temporary"})
    left = [path.parent.name for path in (tmp_path / "tmp").rglob("*.doc")]
    assert left == ["bigan-new"]


def test_what_one_has_written_oneself_goes_only_where_one_asks_for_it() -> None:
    assert {kind.id for kind in KINDS if not kind.ticked} == {"names", "profiles", "phrases"}
