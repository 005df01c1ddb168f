"""The list of all that is kept: nothing is on the disk that one cannot come to."""

from pathlib import Path

import pytest

from editor.files.backups.backup_store import BackupStore
from editor.files.versions.kept_documents import KeptDocument, Presence, kept_documents
from editor.files.versions.kept_version import Occasion
from editor.files.versions.version_store import VersionStore
from tests.notation import doc


class Home:
    """A user's folder and his speeches."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = VersionStore(folder / "versions")
        self.backups = BackupStore(folder / "backups")

    def save(self, name: str, words: str) -> str:
        """Save a speech, as the window does; its document."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(words, "utf-8")
        document = self.store.document(path, doc(words))
        self.store.link(document, path, doc(words))
        self.store.keep(document, doc(words), "保存", Occasion.SAVED)
        self.backups.keep(document, path, path.read_bytes(), 3)
        return document

    def rows(self) -> tuple[KeptDocument, ...]:
        return kept_documents(VersionStore(self.folder / "versions"), self.backups)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def told(home: Home) -> list[tuple[str, Presence, int, int]]:
    return [(row.words, row.presence, row.versions, row.states) for row in home.rows()]


def test_nothing_is_kept_at_first(home: Home) -> None:
    assert told(home) == []


def test_a_speech_is_listed_with_all_that_is_kept_the_latest_first(home: Home) -> None:
    home.save("甲.txt", "甲")
    home.save("甲.txt", "甲改")
    home.save("乙.txt", "乙")
    assert told(home) == [("乙.txt", Presence.THERE, 1, 1), ("甲.txt", Presence.THERE, 2, 2)]


def test_one_whose_file_was_deleted_is_listed_as_gone(home: Home) -> None:
    home.save("甲.txt", "甲")
    (home.folder / "甲.txt").unlink()
    assert told(home) == [("甲.txt", Presence.GONE, 1, 1)]


def test_one_whose_folder_is_not_there_is_told_so(home: Home) -> None:
    home.save("盘/甲.txt", "甲")
    (home.folder / "盘" / "甲.txt").unlink()
    (home.folder / "盘").rmdir()
    assert told(home) == [("甲.txt", Presence.FOLDER_GONE, 1, 1)]


def test_one_that_was_never_saved_is_listed_by_its_words(home: Home) -> None:
    home.store.keep(home.store.document(None), doc("没存过的稿"), "", Occasion.COMMAND)
    assert told(home) == [("没存过的稿", Presence.UNFILED, 1, 0)]


def test_a_speech_saved_under_another_name_is_one_row(home: Home) -> None:
    document = home.save("甲.txt", "甲")
    home.store.link(document, home.folder / "乙.txt", doc("甲"))
    (home.folder / "乙.txt").write_text("甲", "utf-8")
    assert told(home) == [("乙.txt", Presence.THERE, 1, 1)]


def test_states_are_found_where_index_and_versions_are_lost(home: Home) -> None:
    home.save("甲.txt", "甲")
    for file in (home.folder / "versions").iterdir():
        file.unlink()
    assert told(home) == [("甲.txt", Presence.THERE, 0, 1)]


def test_versions_are_found_where_the_index_is_lost(home: Home) -> None:
    home.save("甲.txt", "甲")
    (home.folder / "versions" / "documents.json").unlink()
    assert told(home) == [("甲.txt", Presence.THERE, 1, 1)]
