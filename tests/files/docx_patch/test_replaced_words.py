"""Words replaced by a search are saved with the looks they had, read back by python-docx."""

from __future__ import annotations

from pathlib import Path

import docx

from editor.files.open import open_document
from editor.files.save import save
from editor.manuscript.edits import apply_all
from editor.manuscript.search.finder import find
from editor.manuscript.search.query import Notation, Query
from editor.manuscript.search.replacing import pieces_of, replacements


def replaced(path: Path, words: str, other: str) -> Path:
    """The file with all hits of an expression replaced."""
    opened = open_document(path)
    hits = find(opened.manuscript, Query(words, Notation.EXPRESSION))
    pieces = pieces_of(other, Notation.EXPRESSION, len(hits[0].groups))
    edits, _ = replacements(opened.manuscript, hits, pieces)
    save(opened, apply_all(opened.manuscript, edits), path.with_name("改.docx"))
    return path.with_name("改.docx")


def test_groups_take_their_looks_along(tmp_path: Path) -> None:
    made = docx.Document()
    line = made.add_paragraph()
    line.add_run("2026年").bold = True
    line.add_run("工作")
    line.add_run("要点").italic = True
    made.save(str(tmp_path / "稿.docx"))
    path = replaced(tmp_path / "稿.docx", r"(\d+年)(工作)(要点)", r"\3和\2\1")
    (line,) = docx.Document(str(path)).paragraphs
    looks = [(run.text, bool(run.bold), bool(run.italic)) for run in line.runs]
    assert "".join(text for text, _, _ in looks) == "要点和工作2026年"
    assert looks[0][2] and not looks[0][1] and looks[-1] == ("2026年", True, False)


def test_paragraphs_are_parted_but_no_cell(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_table(1, 1).cell(0, 0).text = "甲；乙"
    made.add_paragraph("丙；丁")
    made.save(str(tmp_path / "稿.docx"))
    again = docx.Document(str(replaced(tmp_path / "稿.docx", "；", r"\n")))
    assert [p.text for p in again.paragraphs] == ["丙", "丁"]
    assert again.tables[0].cell(0, 0).text == "甲；乙"
