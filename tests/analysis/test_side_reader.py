"""What stands beside the speech is checked with it, at the paragraph it belongs to."""

from dataclasses import replace

import pytest

from editor.analysis.analyzer import SpeechAnalyzer, make_analyzer
from editor.checks.finding import Finding, Severity
from editor.checks.report.gate import gate
from editor.manuscript.edits import Move, Replace, Splice, apply
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import RUN, Mark
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.side_texts import SideText
from tests.files.made import opened
from tests.files.word_objects import docx_with_header, field, par, run

K = ObjectKind
BODY = tuple(Paragraph(t, n) for n, t in enumerate(["同志们：", "今天开会。", "谢谢大家！"], 1))


@pytest.fixture(scope="module")
def analyzer() -> SpeechAnalyzer:
    return make_analyzer()


def speech(*beside: SideText) -> Manuscript:
    return Manuscript(0, BODY, beside=beside)


def text(words: str, kind: ObjectKind = K.FOOTNOTE, key: int = 2) -> SideText:
    return SideText("脚注1", kind, key, tuple(map(Paragraph, words.split("|"))))


def must(analyzer: SpeechAnalyzer, m: Manuscript) -> list[Finding]:
    return [f for f in analyzer.analyze(m).findings if f.side and f.severity is Severity.MUST]


def test_a_blank_in_a_note_holds_the_gate_and_offers_no_edit(analyzer: SpeechAnalyzer) -> None:
    analysis = analyzer.analyze(speech(text("引自X工会文件")))
    (found,) = [f for f in analysis.findings if f.side]
    assert (found.place, found.excerpt, found.fixes) == ("脚注1", "X", ())
    assert found.span.paragraph == 1 and found.span.start == found.span.end
    assert not gate(analysis.manuscript, analysis.findings, analysis.blanks).clean
    assert analysis.blanks == () and [b.place for b in analysis.blanks_beside] == ["脚注1"]


def test_it_goes_with_its_paragraph_wherever_that_goes(analyzer: SpeechAnalyzer) -> None:
    m = speech(text("引自X工会文件"))
    typed = apply(m, Replace(Position(0, 0), Position(0, 0), "各位"))
    moved = apply(typed, Move(1, 2, 0))
    assert [f.span.paragraph for f in must(analyzer, moved)] == [0]
    gone = apply(moved, Splice(0, 1, ()))
    assert must(analyzer, gone) == []


def test_joined_to_another_it_is_where_its_letters_are(analyzer: SpeechAnalyzer) -> None:
    joined = Paragraph(
        "同志们：今天开会。", 1, marks=(Mark(0, 4, RUN, "1"), Mark(4, 9, RUN, "2.0"))
    )
    m = replace(speech(text("X工会")), paragraphs=(joined, BODY[2]))
    assert [f.span.paragraph for f in must(analyzer, m)] == [0]


def test_what_belongs_to_the_whole_file_stands_at_its_head(analyzer: SpeechAnalyzer) -> None:
    (found,) = must(analyzer, speech(text("X工会简报", K.HEADER, 0)))
    assert found.span.paragraph == 0


@pytest.mark.parametrize(
    ("words", "kind", "number"),
    [
        ("S=X×Y", K.FORMULA, 0),
        ("X=12.5%", K.FORMULA, 0),
        ("完成X亿元", K.FORMULA, 1),
        ("这里,再看看", K.COMMENT, 0),  # a slip of marks in a colleague's own note
        ("请X处再核", K.COMMENT, 1),
        ("1,200", K.CHART, 0),
        ("一、|三、", K.FOOTNOTE, 0),  # no outline is read beside the speech
        ("见附件", K.FOOTNOTE, 0),  # nor an end that is missing
        ("再接再励", K.HEADER, 1),
        ("第一步|第一步", K.SMART_ART, 0),
    ],
)
def test_rules_are_those_that_fit_the_text(
    analyzer: SpeechAnalyzer, words: str, kind: ObjectKind, number: int
) -> None:
    found = [f for f in analyzer.analyze(speech(text(words, kind))).findings if f.side]
    assert len(found) == number, found


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("[1] 张明. 基层治理研究[J]. 行政论坛, 2020(2): 12-15.", 0),
        ("李红:《工会史》[M], 北京:人民出版社, 2019.", 0),
        ("国家统计局[EB/OL],网上公报", 0),
        ("参见李红：《工会史》,人民出版社", 1),
        ("见[甲],再看", 1),
    ],
)
def test_the_marks_of_a_reference_are_its_own(
    analyzer: SpeechAnalyzer, words: str, number: int
) -> None:
    assert len(must(analyzer, speech(text(words)))) == number


def test_how_a_margin_is_written_holds_nothing_up_what_it_leaves_open_does(
    analyzer: SpeechAnalyzer,
) -> None:
    footer = text("电话:63124455　X工会", K.FOOTER, 0)
    found = [f for f in analyzer.analyze(speech(footer)).findings if f.side]
    assert [(f.excerpt, f.severity.value) for f in found] == [(":", "请看"), ("X", "必改")]


def test_what_is_switched_off_is_named_and_holds_nothing_up(analyzer: SpeechAnalyzer) -> None:
    off = replace(text("X工会", K.HEADER, 0), shown=False)
    analysis = analyzer.analyze(speech(off))
    assert [f.severity.value for f in analysis.findings if f.side] == ["请看"]
    assert analysis.blanks_beside == ()


def test_texts_beside_one_another_do_not_mix(analyzer: SpeechAnalyzer) -> None:
    halves = [replace(text(words, K.FOOTNOTE), place=words) for words in ("共有", "亿元")]
    together = analyzer.analyze(speech(*halves, text("X工会"))).findings
    assert [f.place for f in together if f.side] == ["脚注1"]


def test_it_is_read_once_while_one_types(
    analyzer: SpeechAnalyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    m = speech(text("X工会"))
    first = must(analyzer, m)
    monkeypatch.setattr("editor.analysis.side_reader.find_blanks", None)
    typed = apply(m, Replace(Position(2, 0), Position(2, 0), "再次"))
    assert must(analyzer, typed) == first


@pytest.mark.parametrize(
    "inside",
    [
        field("MERGEFIELD 姓名", "«姓名»"),
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("单击或点击此处输入文字。")
        + "</w:sdtContent></w:sdt>",
    ],
    ids=["a merge field", "a prompt"],
)
def test_what_word_puts_for_a_blank_is_one_in_a_header_too(
    analyzer: SpeechAnalyzer, inside: str
) -> None:
    file = opened(docx_with_header(default=par(inside)))
    assert [f.place for f in must(analyzer, file.manuscript)] == ["页眉"]
