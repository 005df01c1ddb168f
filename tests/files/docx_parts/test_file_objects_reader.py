"""What a docx holds beside its words is found, wherever it is, and said to be where it is."""

from collections.abc import Callable

import pytest

from editor.files.docx.xml_tree import parse_xml
from editor.files.docx_parts.file_objects_reader import header_words, objects_of_docx
from editor.manuscript.file_objects import FileObject, ObjectKind, summary, where
from tests.files.made import W, docx, opened, p
from tests.files.word_objects import (
    PARTS,
    PICTURE,
    by,
    docx_with_header,
    field,
    full,
    par,
    rewritten,
    root,
    run,
)

K = ObjectKind


def kinds(body: str, styles: str = "") -> list[str]:
    return [o.kind.value for o in opened(docx(body, styles=styles)).objects]


def test_one_of_each_is_found_with_its_place_and_words() -> None:
    told = {o.kind: (where(o), o.words) for o in opened(full()).objects}
    assert told[K.INSERTION] == ("第 2 段", "新句") and told[K.DELETION] == ("第 2 段", "旧句")
    assert told[K.HIDDEN] == ("第 3 段", "看不见") and told[K.STRUCK] == ("第 3 段", "划掉")
    assert told[K.FORMULA] == ("第 4 段", "x=5") and told[K.PICTURE] == ("第 4 段", "")
    assert told[K.FOOTNOTE] == ("第 4 段，脚注1", "见附件")
    assert told[K.COMMENT] == ("第 5 段，批注 李明", "这里再核")
    assert told[K.FIELD] == ("第 5 段", "DATE 3月5日")
    assert told[K.MERGE_FIELD] == ("第 5 段", "李红")
    assert told[K.TABLE] == ("表1", "格子") and told[K.PAGE_BREAK] == ("第 7 段", "")
    assert {K.TRACKING, K.PROTECTION} <= told.keys() and len(told) == 14


def test_opening_says_it_in_a_line_and_what_tracking_means_here() -> None:
    notes = "".join(opened(full()).notes)
    assert "修订 2 处、批注 1 条、隐藏文字 1 处、删除线 1 处、公式 1 个" in notes
    assert "这里的改动不记成修订" in notes


def test_a_plain_file_has_none_and_is_silent() -> None:
    file = opened(docx(p("一句") + par(run("粗", "<w:b/>"), "<w:r><w:br/></w:r>")))
    assert file.objects == () and file.notes == ()


@pytest.mark.parametrize("look", ["<w:vanish/>", '<w:rStyle w:val="H"/>', "<w:specVanish/>"])
def test_hidden_is_hidden_by_itself_and_by_its_style(look: str) -> None:
    style = '<w:style w:type="character" w:styleId="{}">{}</w:style>'
    styles = style.format("B", "<w:rPr><w:vanish/></w:rPr>")
    styles += style.format("H", '<w:basedOn w:val="B"/>')
    assert kinds(par(run("藏", look)), styles) == ["隐藏文字"]


@pytest.mark.parametrize(
    "look", ['<w:vanish w:val="0"/>', "<w:webHidden/>", '<w:strike w:val="false"/>']
)
def test_what_is_switched_off_or_for_browsers_is_not_hidden(look: str) -> None:
    assert kinds(par(run("字", look))) == []


def test_a_paragraph_style_hides_unless_a_run_says_otherwise() -> None:
    hidden = '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>'
    styled = '<w:pPr><w:pStyle w:val="P"/></w:pPr>'
    shown = run("显", '<w:vanish w:val="0"/>')
    assert kinds(par(styled, run("藏")), hidden) == ["隐藏文字"]
    assert kinds(par(styled, shown), hidden) == []


def test_one_change_in_several_runs_is_one_and_two_hands_are_two() -> None:
    one = by("ins", run("甲")) + '<w:bookmarkStart w:id="4" w:name="b"/>' + by("ins", run("乙"))
    assert kinds(par(one)) == ["修订插入"]
    assert kinds(par(one, by("ins", run("丙"), "王芳"))) == ["修订插入"] * 2


def test_a_deleted_paragraph_mark_and_a_changed_look_are_named() -> None:
    mark = f"<w:pPr><w:rPr>{by('del', '')}</w:rPr></w:pPr>"
    look = run("字", f"<w:b/>{by('rPrChange', '<w:rPr/>')}")
    assert kinds(par(mark, run("上")) + p("下")) == ["修订合段"]
    assert kinds(par(look, look)) == ["修订格式"]


def test_paragraph_marks_that_came_or_went_with_their_words_are_named_once() -> None:
    def marked(name: str) -> str:
        return f"<w:pPr><w:rPr>{by(name, '')}</w:rPr></w:pPr>"

    assert kinds(par(marked("ins"), run("原有的字")) + p("下")) == ["修订插入"]
    assert kinds(par(marked("ins"), by("ins", run("新写的字")))) == ["修订插入"]
    away, here = by("moveFrom", run("移")), by("moveTo", run("移"))
    assert kinds(par(marked("moveFrom"), away) + par(marked("moveTo"), here)) == ["修订移动"]


def test_a_changed_table_is_one_change_of_looks() -> None:
    changed = f"<w:tcPr>{by('tcPrChange', '')}</w:tcPr>"
    cells = f"<w:tc>{changed}{p('甲')}</w:tc>" * 2
    assert kinds(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == ["表格", "修订格式"]


def test_a_table_of_which_every_row_was_deleted_is_only_that() -> None:
    gone = f"<w:tr><w:trPr>{by('del', '')}</w:trPr><w:tc>{p('')}</w:tc></w:tr>"
    kept = f"<w:tr><w:tc>{p('甲')}</w:tc></w:tr>"
    assert kinds(f"<w:tbl>{gone * 2}</w:tbl>") == ["修订删除"] * 2
    assert kinds(f"<w:tbl>{gone}{kept}</w:tbl>") == ["表格", "修订删除"]


def test_what_stands_in_no_paragraph_is_at_its_row_or_behind_what_is_above() -> None:
    row = f"<w:tr><w:trPr>{by('ins', '')}</w:trPr><w:tc>{p('新的')}</w:tc></w:tr>"
    body = p("一") + f"<w:tbl><w:tr><w:tc>{p('二')}</w:tc></w:tr>{row}</w:tbl>" + p("四")
    chunks = "<w:altChunk/><w:bookmarkStart/><w:altChunk/>"
    objects = opened(docx(body + chunks)).objects
    found = [(o.kind.value, o.paragraph) for o in objects if o.kind is not ObjectKind.TABLE]
    assert found == [("修订插入", 2), ("外部内容", 3), ("外部内容", 3)]


def test_letters_with_others_above_and_words_to_click_on_are_named() -> None:
    above = f"<w:rt>{run('qiáo')}</w:rt><w:rubyBase>{run('桥')}</w:rubyBase>"
    body = par(f"<w:r><w:ruby>{above}</w:ruby></w:r>") + par(field("MACROBUTTON a 点这里", ""))
    found = [(o.kind.value, o.paragraph, o.words) for o in opened(docx(body)).objects]
    assert found == [("注音", 0, "桥（qiáo）"), ("提示域", 1, "点这里")]


@pytest.mark.parametrize(("number", "told"), [("1", []), ("2", ["2 栏"]), ("x", [])])
def test_text_in_columns_is_named(number: str, told: list[str]) -> None:
    section = f'<w:pPr><w:sectPr><w:cols w:space="425" w:num="{number}"/></w:sectPr></w:pPr>'
    assert [o.words for o in opened(docx(par(section, run("两栏")))).objects] == told


def form(name: str, inside: str, shows: str = "") -> str:
    """A form's field with what Word keeps of it."""
    data = f"<w:ffData>{inside}</w:ffData></w:fldChar>"
    begun = f'<w:fldChar w:fldCharType="begin">{data}'
    return field(name, shows).replace('<w:fldChar w:fldCharType="begin"/>', begun)


@pytest.mark.parametrize(
    ("picked", "words"),
    [('<w:result w:val="1"/>', "乙级"), ("", "甲级"), ('<w:result w:val="x"/>', ""),
     ('<w:result w:val="9"/>', "")],
)  # fmt: skip
def test_a_row_chosen_from_a_list_is_named_though_no_run_says_it(picked: str, words: str) -> None:
    rows = "".join(f'<w:listEntry w:val="{one}"/>' for one in ("甲级", "乙级"))
    file = opened(docx(par(form("FORMDROPDOWN", f"<w:ddList>{picked}{rows}</w:ddList>"))))
    assert [o.words for o in file.objects] == [words]
    assert [t.paragraphs[0].text for t in file.manuscript.beside] == [words] * bool(words)


def test_a_box_that_was_ticked_is_named() -> None:
    boxes = ["<w:checkBox><w:checked/></w:checkBox>", "<w:checkBox/>"]
    found = opened(docx(par(*[form("FORMCHECKBOX", one) for one in boxes]))).objects
    assert [(o.kind, o.words) for o in found] == [(ObjectKind.FORM, s) for s in ("☑", "□")]


def test_an_embedded_object_says_what_it_was_made_with() -> None:
    ole = '<w:r><w:object><o:OLEObject xmlns:o="urn:o" ProgID="Equation.DSMT4"/></w:object></w:r>'
    assert [o.words for o in opened(docx(par(ole))).objects] == ["公式编辑器的公式"]


def test_what_stands_in_a_header_goes_with_it() -> None:
    (logo,) = opened(docx_with_header(default=par(PICTURE))).objects
    assert (logo.kind, logo.place, logo.inside) == (K.PICTURE, "页眉", K.HEADER)


def test_a_picture_that_was_deleted_is_only_a_deletion_of_words() -> None:
    gone = by("del", "<w:r><w:delText>旧</w:delText><w:drawing><pic/></w:drawing></w:r>")
    assert kinds(par(gone)) == ["修订删除"]


def test_headers_are_named_by_page_and_section_and_numbers_alone_are_none() -> None:
    data = docx_with_header(first=p("首页字样"), default=p("某部门文件"), footer=field("PAGE", "1"))
    told = [(where(o), o.words) for o in opened(data).objects if o.kind is K.HEADER]
    assert told == [("首页页眉", "首页字样"), ("页眉", "某部门文件")]
    assert not [o for o in opened(data).objects if o.kind is K.FOOTER]


@pytest.mark.parametrize("footer", ["- {} -", "第{}页", "第 {} 页 共 9 页", "—{}—", "Page {}"])
def test_a_page_number_in_any_dress_is_no_footer(footer: str) -> None:
    before, _, behind = footer.partition("{}")
    inside = par(run(before), field("PAGE", "12"), run(behind))
    assert header_words(parse_xml(root("ftr", inside).encode(), "ftr")) == ""


@pytest.mark.parametrize("words", ["内部资料", "第3页 内部资料", "2026年印"])
def test_words_beside_the_number_are_a_footer(words: str) -> None:
    inside = par(run(words), field("PAGE", "12"))
    assert header_words(parse_xml(root("ftr", inside).encode(), "ftr")) == words


def test_a_watermark_in_a_header_is_named_by_its_words() -> None:
    mark = '<w:r><w:pict><v:shape id="x"><v:textpath string="样稿"/></v:shape></w:pict></w:r>'
    told = opened(docx_with_header(default=par(mark))).objects
    assert told == (FileObject(K.WATERMARK, "页眉", 0, "样稿"),)


def test_rows_say_which_paragraph_is_which_after_edits() -> None:
    rows = (1, 0, 2, 4, 5, 6, 7)  # one written here, one taken out
    told = {o.kind: o.paragraph for o in objects_of_docx(full(), "word/document.xml", rows)}
    assert told[K.INSERTION] == 2 and told[K.FORMULA] == 3 and told[K.HIDDEN] == 2


def test_a_broken_part_is_said_not_to_be_read() -> None:
    data = docx(p("字"), **{**PARTS, "word/footnotes.xml": root("footnotes", "<w:footnote>")})
    assert [o.place for o in opened(data).objects if o.kind is K.UNREAD] == ["word/footnotes.xml"]


def test_the_summary_counts_changes_of_all_sorts_together() -> None:
    rows = [FileObject(k, "第 1 段", 0) for k in (K.INSERTION, K.MOVE, K.COMMENT, K.FIELD)]
    assert summary(rows) == "修订 2 处、批注 1 条"


@pytest.mark.parametrize(
    "change",
    [
        lambda part: part.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        lambda part: part.replace("w:", "wne:").replace("xmlns:w=", "xmlns:wne="),
    ],
)
def test_the_strict_edition_and_other_prefixes_are_read_alike(change: Callable[[str], str]) -> None:
    assert opened(rewritten(full(), change)).objects == opened(full()).objects
