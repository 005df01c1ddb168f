"""The check that stands between a structural command and the text must be able to fail."""

from __future__ import annotations

import pytest

from editor.manuscript.edits import Splice
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.structure import apply_command as room
from editor.manuscript.structure.conservation import AllowedChanges, conserved
from editor.manuscript.structure.section_extent import Refused
from editor.manuscript.structure.structure_commands import ShiftSections
from tests.notation import doc

TEXT = doc("一、甲 | 一是快；二是好。 | 二、乙 | 乙文。")


def keyed(*texts: str, frame: int = -1) -> Manuscript:
    made = (
        Paragraph(t, n + 1, frame="表1·1行1列" if n == frame else "") for n, t in enumerate(texts)
    )
    return Manuscript(0, tuple(made))


@pytest.mark.parametrize(
    "after",
    [
        "一、甲 | 一是快；二是好。 | 二、乙",
        "一、甲 | 一是快；二是好。 | 二、乙 | 乙文。 | 乙文。",
        "一、甲 | 一是快；二是好。 | 二、乙 | 乙字。",
        "一、甲 | 一是快。二是好。 | 二、乙 | 乙文。",
        "二、甲 | 一是快；二是好。 | 二、乙 | 乙文。",
    ],
)
def test_unsaid_nothing_may_differ(after: str) -> None:
    assert not conserved(TEXT, doc(after))


def test_the_order_of_paragraphs_is_free() -> None:
    assert conserved(TEXT, doc("二、乙 | 乙文。 | 一、甲 | 一是快；二是好。"))


def test_only_what_is_said_may_differ() -> None:
    marks = doc("一、甲 | 二是好；一是快。 | 二、乙 | 乙文。")
    assert conserved(TEXT, marks, AllowedChanges(marks=True))
    numbers = doc("一、甲 | 一是快；二是好。 | （二）乙 | 乙文。")
    assert conserved(TEXT, numbers, AllowedChanges(numbers=1))
    assert not conserved(TEXT, numbers, AllowedChanges(marks=True))
    word = doc("一、甲 | 一是快；二是好。 | （二）丙 | 乙文。")
    assert not conserved(TEXT, word, AllowedChanges(numbers=4, marks=True))
    gone = doc("一、甲 | 一是快；二是好。")
    assert conserved(TEXT, gone, AllowedChanges(gone=("二、乙\n乙文。",)))
    assert not conserved(TEXT, doc("一、甲"), AllowedChanges(gone=("二、乙\n乙文。",)))


def test_keys_are_neither_doubled_nor_lost_and_tables_stay() -> None:
    text = keyed("甲", "乙", "丙", frame=1)
    one, two, three = text.paragraphs
    assert not conserved(text, Manuscript(1, (one, two, three, one)), AllowedChanges(come=("甲",)))
    lost = Manuscript(1, (Paragraph("甲"), two, three))
    assert not conserved(text, lost, AllowedChanges(marks=True))
    assert conserved(text, Manuscript(1, (three, two, one)))
    cut = keyed("甲", "乙", "丙", "丁", frame=1)
    inside = tuple(Paragraph(p.text, p.key, frame="表1·1行1列") for p in cut.paragraphs[1:3])
    table = Manuscript(0, (cut.paragraphs[0], *inside, cut.paragraphs[3]))
    torn = Manuscript(1, (inside[0], cut.paragraphs[0], inside[1], cut.paragraphs[3]))
    assert not conserved(table, torn)


def test_pictures_may_come_together_but_none_may_go() -> None:
    before = Manuscript(0, (Paragraph("甲", 1, holds="图片"), Paragraph("乙", 2, holds="脚注")))
    said = AllowedChanges(marks=True, keys=frozenset({2}))
    joined = Manuscript(1, (Paragraph("甲乙", 1, holds="图片、脚注"),))
    assert conserved(before, joined, said)
    assert not conserved(before, Manuscript(1, (Paragraph("甲乙", 1, holds="图片"),)), said)


def test_a_command_that_loses_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "shift_sections", lambda *_: (Splice(0, 1, ()),))
    outline = outline_of(TEXT)
    with pytest.raises(Refused, match="没有改动"):
        room.apply_command(TEXT, outline, ShiftSections((outline.sections[0],), 1))
