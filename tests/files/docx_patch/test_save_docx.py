"""A saved docx: the bytes that belong to no change are the bytes it came with."""

from pathlib import Path

import pytest

from editor.files.open import open_document
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph
from tests.files.made import docx, opened, p, part, saved, texts

BOLD = "<w:rPr><w:b/></w:rPr>"
PICTURE = "<w:p><w:r><w:t>图</w:t><w:drawing><pic/></w:drawing></w:r></w:p>"
TABLE = f"<w:tbl><w:tr><w:tc>{p('格')}</w:tc></w:tr></w:tbl>"
SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>节末</w:t></w:r></w:p>"
KEEP = '<w:t xml:space="preserve">'


def edit(body: str, folder: Path, *new: str | tuple[int, str]) -> tuple[str, tuple[str, ...]]:
    """The new body: ``new`` names paragraphs by (key, text), or brings new ones as text."""
    file = opened(docx(body))
    old = {one.key: one for one in file.manuscript.paragraphs}
    paragraphs = [old[n[0]].with_text(n[1]) if isinstance(n, tuple) else Paragraph(n) for n in new]
    data, notes = saved(file, paragraphs, folder)
    whole = part(data)
    return whole[whole.index("<w:body>") + 8 : whole.rindex("<w:sectPr/></w:body>")], notes


def test_nothing_changed_is_the_same_file(tmp_path: Path) -> None:
    data = docx(p("甲") + TABLE)
    file = opened(data)
    assert saved(file, list(file.manuscript.paragraphs), tmp_path)[0] == data


def test_only_the_run_that_changed_is_written_anew(tmp_path: Path) -> None:
    body = f"<w:p><w:r>{BOLD}<w:t>粗体</w:t></w:r><w:r><w:t>平常</w:t></w:r></w:p>" + p("尾")
    new, _ = edit(body, tmp_path, (1, "粗字体平常"), (2, "尾"))
    assert new == body.replace("<w:t>粗体</w:t>", f"{KEEP}粗字体</w:t>")


def test_pictures_notes_and_breaks_stay_where_they_are(tmp_path: Path) -> None:
    body = (
        '<w:p><w:bookmarkStart w:id="1" w:name="b"/><w:r><w:t>甲</w:t><w:drawing><pic/></w:drawing>'
        '<w:t>乙</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
        '<w:bookmarkEnd w:id="1"/></w:p>'
    )
    new, _ = edit(body, tmp_path, (1, "甲&<乙丙"))
    assert new == body.replace("<w:t>甲</w:t>", f"{KEEP}甲&amp;&lt;</w:t>").replace(
        "<w:t>乙</w:t>", f"{KEEP}乙丙</w:t>"
    )


def test_soft_breaks_and_tabs_become_elements(tmp_path: Path) -> None:
    new, _ = edit(p("甲"), tmp_path, (1, "甲\t\u2028 "))
    assert new == f"<w:p><w:r>{KEEP}甲</w:t><w:tab/><w:br/>{KEEP} </w:t></w:r></w:p>"


def test_an_empty_paragraph_takes_text_in_the_look_of_its_mark(tmp_path: Path) -> None:
    new, _ = edit(f"<w:p><w:pPr>{BOLD}</w:pPr></w:p><w:p/>", tmp_path, (1, "甲"), (2, "乙"))
    run = f"<w:r>{{}}{KEEP}{{}}</w:t></w:r>"
    assert new == (
        f"<w:p><w:pPr>{BOLD}</w:pPr>{run.format(BOLD, '甲')}</w:p><w:p>{run.format('', '乙')}</w:p>"
    )


def test_a_split_clones_the_look_and_a_join_removes(tmp_path: Path) -> None:
    look = f'<w:pPr><w:jc w:val="center"/></w:pPr><w:r>{BOLD}'
    body = f"<w:p>{look}<w:t>甲乙</w:t></w:r></w:p>" + p("丙") + p("丁")
    new, notes = edit(body, tmp_path, (1, "甲"), "乙", (2, "丙丁"))
    assert new == (
        f"<w:p>{look}{KEEP}甲</w:t></w:r></w:p><w:p>{look}{KEEP}乙</w:t></w:r></w:p>"
        f"<w:p><w:r>{KEEP}丙丁</w:t></w:r></w:p>"
    )
    assert notes == ()


def test_a_moved_paragraph_takes_its_element_along(tmp_path: Path) -> None:
    body = p("甲") + PICTURE + p("丙")
    new, _ = edit(body, tmp_path, (2, "图"), (1, "甲"), (3, "丙"))
    assert new in (PICTURE + p("甲") + p("丙"), p("甲").join([PICTURE, p("丙")]))


def test_a_section_stays_when_its_paragraph_moves(tmp_path: Path) -> None:
    body = p("甲") + SECTION + p("乙") + p("丙")
    new, _ = edit(body, tmp_path, (1, "甲"), (3, "乙"), (4, "丙"), (2, "节末"))
    shell = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    assert new == p("甲") + shell + p("乙") + p("丙") + SECTION.replace("<w:sectPr/>", "")


@pytest.mark.parametrize(
    ("body", "word", "left"),
    [(PICTURE, "图片", "<w:drawing>"), (TABLE, "表1", "<w:tbl>"), (SECTION, "", "<w:sectPr/>")],
)
def test_what_is_not_text_outlives_its_paragraph(
    tmp_path: Path, body: str, word: str, left: str
) -> None:
    new, notes = edit(p("甲") + body + p("乙"), tmp_path, (1, "甲"), (3, "乙"))
    assert left in new and all(text not in new for text in ("图<", "格<", "节末<"))
    assert word in "".join(notes)


def test_two_tables_never_grow_together(tmp_path: Path) -> None:
    new, _ = edit(p("甲") + TABLE + p("乙") + TABLE, tmp_path, (1, "甲"), (2, "格"), (4, "格"))
    assert new == p("甲") + TABLE + "<w:p/>" + TABLE


def test_a_content_control_is_never_left_empty(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('控')}</w:sdtContent></w:sdt>"
    new, _ = edit(p("甲") + control, tmp_path, (1, "甲"))
    assert new == p("甲") + control.replace(p("控"), "<w:p/>")


def test_a_control_that_word_will_fill_again_is_named(tmp_path: Path) -> None:
    bound = "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = (
        bound.format(p("控")) + f"<w:p>{bound.format('<w:r><w:t>内</w:t></w:r>')}</w:p>" + p("外")
    )
    for key, told in ((1, True), (2, True), (3, False)):
        changed = [(n, text + "改" * (n == key)) for n, text in ((1, "控"), (2, "内"), (3, "外"))]
        _, notes = edit(body, tmp_path, *changed)
        assert bool(notes) == told and all("核对" in note for note in notes)


def test_half_a_bookmark_outlives_its_paragraph(tmp_path: Path) -> None:
    half = '<w:bookmarkStart w:id="7" w:name="b"/>'
    body = f'<w:p>{half}<w:r><w:t>甲</w:t></w:r></w:p><w:p><w:bookmarkEnd w:id="7"/></w:p>'
    new, _ = edit(body, tmp_path, (2, "乙"))
    assert new.startswith(half + '<w:p><w:bookmarkEnd w:id="7"/><w:r>')


def test_a_text_box_is_changed_for_old_and_new_readers(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('框')}</w:txbxContent>"
    body = (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    new, _ = edit(body, tmp_path, (1, ""), (2, "匣"))
    assert new == body.replace("<w:t>框</w:t>", f"{KEEP}匣</w:t>")


def test_typing_after_a_link_does_not_grow_the_link(tmp_path: Path) -> None:
    link = "<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>"
    new, _ = edit(f"<w:p>{link}<w:r><w:t>后</w:t></w:r></w:p>", tmp_path, (1, "链接后"))
    assert new == f"<w:p>{link}<w:r>{KEEP}接后</w:t></w:r></w:p>"


def test_pronunciation_goes_with_its_word(tmp_path: Path) -> None:
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>qiú</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>仇</w:t></w:r>"
        "</w:rubyBase></w:ruby></w:r>"
    )
    new, _ = edit(f"<w:p>{ruby}<w:r><w:t>书记</w:t></w:r></w:p>", tmp_path, (1, "书记"))
    assert new == "<w:p><w:r></w:r><w:r><w:t>书记</w:t></w:r></w:p>"


def test_keys_outlive_a_save_so_that_undo_brings_a_paragraph_back(tmp_path: Path) -> None:
    file = opened(docx(p("甲") + PICTURE.replace("图", "") + p("乙")))
    first = save(file, Manuscript(1, file.manuscript.paragraphs[:2]), tmp_path / "稿.docx").opened
    again = save(first, file.manuscript)
    assert again.opened.path and again.opened.path.read_bytes() == docx(
        p("甲") + PICTURE.replace("图", "") + p("乙")
    )


def test_a_text_without_keys_is_laid_beside_the_file(tmp_path: Path) -> None:
    file = opened(docx(p("甲") + PICTURE + p("乙")))
    data, _ = saved(
        file, [Paragraph("甲"), Paragraph("图"), Paragraph("改"), Paragraph("新")], tmp_path
    )
    assert "<w:drawing>" in part(data) and texts(opened(data)) == ["甲", "图", "改", "新"]


def test_other_members_are_copied_bit_for_bit(tmp_path: Path) -> None:
    data = docx(p("甲"))
    file = opened(data)
    new, _ = saved(file, [file.manuscript.paragraphs[0].with_text("乙")], tmp_path)
    at = data.index(b"word/media/image1.png")
    assert data[at : at + 1060] in new and len(new) - len(data) < 60


def test_kinds_change_by_the_name(tmp_path: Path) -> None:
    file = opened(docx(p("甲") + p("乙")))
    done = save(file, file.manuscript, tmp_path / "稿.txt")
    assert (tmp_path / "稿.txt").read_text("utf-8") == "甲\n乙" and "纯文本" in done.notes[0]
    save(done.opened, done.opened.manuscript, tmp_path / "回.docx")
    assert texts(open_document(tmp_path / "回.docx")) == ["甲", "乙"]
    with pytest.raises(Trouble, match="不能存成"):
        save(file, file.manuscript, tmp_path / "稿.doc")
