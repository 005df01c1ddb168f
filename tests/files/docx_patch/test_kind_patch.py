"""Document or template, with macros or without: a file stays what it is until it is renamed."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from editor.files.docx.word_kind import WORD_KINDS, WordKind
from editor.files.open import open_document
from editor.files.opened import Opened
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import manuscript_of
from tests.files.made import TYPES, docx, p

DOCUMENT, TEMPLATE, MACROS, _ = WORD_KINDS
ENDINGS = [kind.ending for kind in WORD_KINDS]


def named(name: str, inside: WordKind, folder: Path) -> Opened:
    """A file of a kind under a name, opened."""
    types = TYPES.replace(DOCUMENT.content_type, inside.content_type)
    path = folder / name
    path.write_bytes(docx(p("甲") + p("乙"), **{"[Content_Types].xml": types}))
    return open_document(path)


def members(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def kind_in(path: Path) -> WordKind:
    types = members(path)["[Content_Types].xml"].decode()
    return next(kind for kind in WORD_KINDS if f'"{kind.content_type}"' in types)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("inside", WORD_KINDS, ids=lambda kind: kind.ending)
def test_saved_as_it_is_every_member_is_the_same(
    ending: str, inside: WordKind, tmp_path: Path
) -> None:
    file = named("稿" + ending, inside, tmp_path)
    before = members(tmp_path / ("稿" + ending))
    for target in (None, tmp_path / ("抄" + ending)):
        done = save(file, file.manuscript, target)
        assert done.opened.path and members(done.opened.path) == before and done.notes == ()


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("inside", WORD_KINDS, ids=lambda kind: kind.ending)
def test_edited_only_its_words_are_others(ending: str, inside: WordKind, tmp_path: Path) -> None:
    file = named("稿" + ending, inside, tmp_path)
    before = members(tmp_path / ("稿" + ending))
    save(file, manuscript_of("甲\n改"))
    now = members(tmp_path / ("稿" + ending))
    assert {name for name in before if now[name] != before[name]} == {"word/document.xml"}


def test_under_another_ending_it_becomes_what_its_name_says(tmp_path: Path) -> None:
    file = named("模板.dotx", TEMPLATE, tmp_path)
    done = save(file, file.manuscript, tmp_path / "新稿.docx")
    assert done.notes == ("已存成普通文档（.docx）。",)
    assert kind_in(tmp_path / "新稿.docx") == DOCUMENT
    again = save(done.opened, manuscript_of("改"))
    assert again.notes == () and kind_in(tmp_path / "新稿.docx") == DOCUMENT
    save(again.opened, manuscript_of("改"), tmp_path / "又.docm")
    assert kind_in(tmp_path / "又.docm") == MACROS


def test_macros_are_not_lost_by_a_name(tmp_path: Path) -> None:
    file = named("宏.docm", MACROS, tmp_path)
    with pytest.raises(Trouble, match="带宏"):
        save(file, file.manuscript, tmp_path / "宏.docx")


def test_a_name_that_says_another_kind_is_told_when_it_is_opened(tmp_path: Path) -> None:
    [note] = named("稿.docx", TEMPLATE, tmp_path).notes
    assert "文件名是 .docx" in note and "模板" in note and "请另存为 .dotx" in note
    [note] = named("模板.dotx", DOCUMENT, tmp_path).notes
    assert "普通文档" in note and "请另存为 .docx" in note
    assert named("真.docx", DOCUMENT, tmp_path).notes == ()
    assert named("真.dotx", TEMPLATE, tmp_path).notes == ("这是模板；写新稿请另存为 .docx。",)
