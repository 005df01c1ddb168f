"""Any edits of any docx: the text afterwards is the edited one, the rest keeps its bytes."""

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.files.docx.body import paragraphs_of
from editor.files.docx.numbering_part import Numbering
from editor.files.docx.paragraph_reader import DocxStyling
from editor.files.docx.plain_body import quick_paragraphs
from editor.files.docx.styles_part import Styles
from editor.files.docx.xml_tree import parse_xml
from editor.manuscript.edits import Edit, Move, Replace, Splice, apply
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from tests.files.made import document, docx, opened, part, saved, texts

WORDS = st.text('甲乙丙 &<>"a\t\u2028\u00ad\u2011𠮷', max_size=6)
RUN_PARTS = st.sampled_from([
    "<w:t>甲乙</w:t>", '<w:t xml:space="preserve"> 丙 </w:t>', "<w:tab/>", "<w:br/>", "<w:t/>",
    "<w:t>丁&amp;&#x4E00;</w:t>", "<w:drawing/>", "<w:br w:type='page'/>", "<w:softHyphen/>",
])  # fmt: skip
RUNS = st.lists(RUN_PARTS, max_size=3).map(lambda parts: f"<w:r>{''.join(parts)}</w:r>")
WRAPS = st.sampled_from([
    "{}", "{}", "<w:hyperlink>{}</w:hyperlink>", '<w:ins w:id="1">{}</w:ins>',
    '<w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>{}', "<!-- 注 -->{}",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", '<w:bookmarkStart w:id="3"/>{}',
])  # fmt: skip
INSIDES = st.lists(st.builds(str.format, WRAPS, RUNS), max_size=3).map("".join)
HEADS = st.sampled_from(["", '<w:pPr><w:jc w:val="center"/></w:pPr>', "<w:pPr><w:sectPr/></w:pPr>"])
PARAGRAPHS = st.one_of(st.just("<w:p/>"), st.builds("<w:p>{}{}</w:p>".format, HEADS, INSIDES))
TABLES = PARAGRAPHS.map(lambda p: f"<w:tbl>\n <w:tr><w:tc>{p}</w:tc></w:tr></w:tbl>")
BODIES = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, TABLES), min_size=1, max_size=6).map("\n".join)


def replacements(data: st.DataObject, text: Manuscript) -> Edit:
    """A replacement inside one paragraph."""
    at = data.draw(st.integers(0, len(text.paragraphs) - 1))
    size = len(text.paragraphs[at].text)
    a, b = sorted([data.draw(st.integers(0, size)), data.draw(st.integers(0, size))])
    return Replace(Position(at, a), Position(at, b), data.draw(WORDS))


@settings(max_examples=150)
@given(BODIES)
def test_the_quick_reading_sees_what_the_careful_one_sees(body: str) -> None:
    data = document(body.replace("<!-- 注 -->", "")).encode()
    quick = quick_paragraphs(data, DocxStyling(Styles(), Numbering()))
    if quick is not None:
        root = parse_xml(data, "document.xml")
        assert quick.paragraphs == paragraphs_of(root, DocxStyling(Styles(), Numbering()))
    else:
        assert "<w:tbl>" in body or "<w:sdt>" in body


@settings(max_examples=150)
@given(BODIES, st.data())
def test_words_change_and_every_other_paragraph_keeps_its_bytes(
    body: str, data: st.DataObject
) -> None:
    file = opened(docx(body))
    before = file.manuscript
    after = apply(before, replacements(data, before))
    with tempfile.TemporaryDirectory() as folder:
        new, _ = saved(file, list(after.paragraphs), Path(folder))
    assert texts(opened(new)) == [one.text for one in after.paragraphs]
    pattern = re.compile(r"<w:p/>|<w:p>.*?</w:p>", re.DOTALL)
    old, now = (pattern.findall(part(x)) for x in (docx(body), new))
    changed = {
        one.key for one, two in zip(before.paragraphs, after.paragraphs, strict=True) if one != two
    }
    assert {n for n, (a, b) in enumerate(zip(old, now, strict=True), 1) if a != b} <= changed


@settings(max_examples=150)
@given(BODIES, st.data())
def test_free_paragraphs_split_join_and_move(body: str, data: st.DataObject) -> None:
    body = (
        body.replace("<w:drawing/>", "")
        .replace("<w:sectPr/>", "")
        .replace("<w:br w:type='page'/>", "")
    )
    file = opened(docx(re.sub(r"</?w:t(bl|r|c)>", "", body)))
    text = file.manuscript
    for _ in range(data.draw(st.integers(1, 3))):
        count = len(text.paragraphs)
        a, b = sorted([data.draw(st.integers(0, count)), data.draw(st.integers(0, count))])
        edits: list[Edit] = [replacements(data, text)]
        if b - a < count:
            edits += [Splice(a, b, ()), Move(a, b, data.draw(st.sampled_from([0, a, b, count])))]
        at = data.draw(st.integers(0, count - 1))
        place = Position(at, data.draw(st.integers(0, len(text.paragraphs[at].text))))
        edits.append(Replace(place, place, "\n"))
        text = apply(text, data.draw(st.sampled_from(edits)))
    with tempfile.TemporaryDirectory() as folder:
        new, notes = saved(file, list(text.paragraphs), Path(folder))
    assert texts(opened(new)) == [one.text for one in text.paragraphs] and notes == ()


@settings(max_examples=100)
@given(BODIES, st.data())
def test_nothing_that_is_not_text_is_ever_lost(body: str, data: st.DataObject) -> None:
    file = opened(docx(body))
    kept = data.draw(st.lists(st.sampled_from(file.manuscript.paragraphs), unique=True, max_size=4))
    with tempfile.TemporaryDirectory() as folder:
        new, _ = saved(file, kept or [file.manuscript.paragraphs[0]], Path(folder))
    for thing in ("<w:drawing/>", "<w:sectPr/>", "<w:tbl>", "<w:br w:type='page'/>"):
        assert part(new).count(thing) == part(docx(body)).count(thing)
