"""The whole check and the live check are one check; groups, fixes and contexts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.blanks.blank_reader import find_blanks
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.checks.report.finding_groups import group
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.reader import outline_of
from tests.checks.rule_lab import findings, rules
from tests.notation import doc

SPLIT = (
    "一、抓学习|（二）|(三)|首先，|第三，|经济社会开展|公共效劳|广阔职工|假设干政策|根底设施|，，"
    "|“四个意识”|坚定四个意识|”|《|其它|截止目前|我讲三点意见。|20xx年|X工会|3-5万|8月08日|……|..."
    '| |\n|同志们：|要把职工群众的安危冷暖时刻放在心上抓在手上。|--|"好"'
    "|习近平新时代中国特色社会思想|做到三点：一是学，二是做。|在青石县委领导下|漯河市职工|我县|全县各级"
    "|十八大以来|迎接建国70周年|2019年是收官之年|县委书记王建国强调|其次，|谢谢大家"
)
PIECES = st.sampled_from(SPLIT.split("|"))
TEXTS = st.lists(PIECES, max_size=25).map("".join)


def read(checker: Checker, m: Manuscript, live: bool):
    ask = checker.live if live else checker.check
    return ask(m, outline_of(m), find_blanks(m))


@settings(max_examples=60)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_live_says_what_a_whole_check_says_whatever_came_before(texts: list[str]):
    live = Checker(bundled_rules())
    for text in texts:
        m = manuscript_of(text)
        assert read(live, m, True) == read(live, m, False)


@settings(max_examples=60)
@given(TEXTS)
def test_every_span_holds_its_excerpt_and_lies_in_its_context(text: str):
    m = manuscript_of(text)
    for f in findings(m):
        assert m.paragraphs[f.span.paragraph].text[f.span.start : f.span.end] == f.excerpt
        assert f.excerpt in f.context
        assert f.message and "{" not in f.message


def test_half_width_marks_are_one_group_with_one_fix_that_leaves_figures_alone():
    m = doc("同志们: | 今年(X月)增长3.5%,共1,000人,9:30开会!")
    found = [g for g in group(findings(m, ())) if g.rule == "punctuation/half-width"]
    assert len(found) == 1 and found[0].fix is not None
    mended = apply_all(m, found[0].fix.edits)
    assert mended.text == "同志们：\n今年（X月）增长3.5%，共1,000人，9:30开会！"


def test_groups_put_what_must_be_mended_first():
    groups = group(findings(doc("其它单位,要再接再励。"), ()), rules())
    assert [g.severity.value for g in groups] == ["必改", "必改", "请看"]
    assert groups[-1].title == "“其它”作“其他”"


def test_blanks_are_findings_by_their_kind():
    m = doc("20xx年，X工会召开会议。")
    found = [(f.rule, f.excerpt) for f in findings(m) if f.rule.startswith("blanks/")]
    assert found == [("blanks/year", "20xx"), ("blanks/x", "X")]
