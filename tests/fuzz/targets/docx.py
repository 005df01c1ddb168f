"""A Word file of anybody's: opened or told why not; what is saved is read back as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from editor.blanks.blank_reader import find_blanks
from editor.editions.compose import compose
from editor.editions.styles import OFFICIAL
from editor.editions.text_measure import FixedMeasure
from editor.files.current_docx import current_docx
from editor.files.docx.open_docx import open_docx
from editor.files.docx_carried.carried_text import carried_text
from editor.files.docx_new.final_docx import FinalOptions, write_final_docx
from editor.files.opened import Opened
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Paragraph
from tests.files.made import docx, p
from tests.files.rich import rich
from tests.fuzz.mutate.docx_package import changed_docx
from tests.fuzz.mutate.docx_xml import BLOCKS, INLINE, NUMBERING, STYLES
from tests.fuzz.scratch import scratch_folder
from tests.fuzz.target import Target, law


def run(data: bytes) -> None:
    """Opening, saving with a few edits, and the final: done, or told."""
    try:
        opened = open_docx(Path("稿.docx"), data, None)
    except Trouble as trouble:
        law(trouble.what, "a trouble says what happened")
        return
    law(
        saved(opened, opened.manuscript) in (None, words(opened.manuscript)),
        "saving keeps the text",
    )
    for text in edited(opened.manuscript, len(data)):
        law(saved(opened, text) in (None, words(text)), "saving writes the text as it was edited")
    final(opened)


def words(text: Manuscript) -> list[str]:
    """What is compared: the words of paragraphs that have some."""
    return [p.text for p in text.paragraphs if p.text.strip()]


def saved(opened: Opened, text: Manuscript) -> list[str] | None:
    """The words of the file after a save; None where it was told why it cannot be saved."""
    with scratch_folder() as folder:
        path = folder / "存.docx"
        try:
            save(replace(opened, path=None), text, path)
        except Trouble:
            law(not path.exists(), "what was not saved is not there")
            return None
        return words(open_docx(path, path.read_bytes(), None).manuscript)


def edited(text: Manuscript, number: int) -> list[Manuscript]:
    """The text with a word more, and with a plain paragraph less."""
    rows = list(text.paragraphs)
    at = number % len(rows)
    more = [
        *rows[:at],
        rows[at].with_text(rows[at].text[:1] + "添" + rows[at].text[1:]),
        *rows[at + 1 :],
    ]
    made = [Manuscript(1, tuple(more), text.lists, text.beside)]
    if not rows[at].frame and not rows[at].holds and len(rows) > 1:
        less = [*rows[:at], *rows[at + 1 :], Paragraph("新添一段。")]
        made.append(Manuscript(1, tuple(less), text.lists, text.beside))
    return made


def final(opened: Opened) -> None:
    """The final and the pages with all that stands in the file; the final is read back."""
    text = opened.manuscript
    outline = outline_of(text)
    try:
        current = current_docx(opened, text)
    except Trouble:
        return
    for options in (
        FinalOptions(current=current),
        FinalOptions(True, find_blanks(text), current, True),
    ):
        made = write_final_docx(text, outline, OFFICIAL, options)
        open_docx(Path("成稿.docx"), made.data, None)
    pages = compose(text, outline, OFFICIAL, FixedMeasure(), carried=carried_text(opened, text))
    law(pages.pages, "there is a page at least")


def seeds() -> list[bytes]:
    """Plain files, and each thing that may stand in one."""
    plain = p("在全区会议上的讲话") + p("同志们：") + p("一、", "抓学习。", "要学好。")
    inline = "".join(
        f"<w:p><w:r><w:t>前</w:t></w:r>{one}<w:r><w:t>后</w:t></w:r></w:p>" for one in INLINE
    )
    rows = [
        docx(plain),
        docx(plain, styles=STYLES, numbering=NUMBERING),
        rich(inline, notes=("注",)),
    ]
    rows += [rich(plain + one, notes=("注一", "注二"), styles=STYLES) for one in BLOCKS]
    rows += [docx(f"<w:p>{one}{two}</w:p>") for one, two in zip(INLINE, INLINE[7:], strict=False)]
    return rows


TARGET = Target("docx", run, seeds, changed_docx, 60_000)
