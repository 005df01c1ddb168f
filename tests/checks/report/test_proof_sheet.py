"""The 校核单 says what was found, what was set aside by whom and why, and what is clean."""

from editor.blanks.blank_reader import find_blanks
from editor.checks.finding import Finding, Said, Severity, SideSpan
from editor.checks.report.ignore_list import IgnoreList
from editor.checks.report.proof_sheet import (
    AROUND,
    About,
    Checked,
    ProofSheet,
    Remark,
    proof_sheet,
)
from editor.checks.rules.explain import FAMILIES
from editor.manuscript.paragraph import Span
from tests.checks.rule_lab import findings, rules
from tests.notation import doc

SPEECH = "同志们： | X工会要再接再励。 | 其它单位也要参加，其它行业也一样。"
ABOUT = About("动员会讲话.docx", "林致远", "云川市总工会", "2026-03-05T09:30")


def checked(line: str = SPEECH, ignored: IgnoreList | None = None) -> Checked:
    m = doc(line)
    kept, aside = (ignored or IgnoreList()).sift(findings(m))
    return Checked(m, kept, find_blanks(m), aside)


def sheet_of(line: str = SPEECH, ignored: IgnoreList | None = None) -> ProofSheet:
    return proof_sheet(checked(line, ignored), rules(), ABOUT)


def others() -> IgnoreList:
    """Both 其它 set aside, the first with a reason."""
    found = [f for f in findings(doc(SPEECH)) if f.excerpt == "其它"]
    first = IgnoreList().with_finding(found[0], who="林致远", when="2026-03-04")
    first = first.explained(first.items, "引文，照录原文")
    return first.with_finding(found[1], when="2026-03-04")


def test_every_finding_stands_on_the_sheet_once_under_its_severity():
    sheet = sheet_of()
    told = [(r.rule, r.place.excerpt) for r in (*sheet.must, *sheet.look, *sheet.hint)]
    assert sorted(told) == sorted((f.rule, f.excerpt) for f in checked().findings)
    assert [r.place.excerpt for r in sheet.look] == ["其它", "其它"]
    assert {r.severity for r in sheet.must} == {"必改"} and not sheet.passed


def test_remarks_are_numbered_through_and_say_where_and_on_what_authority():
    sheet = sheet_of()
    rows = (*sheet.must, *sheet.look, *sheet.hint)
    assert [r.number for r in rows] == list(range(1, len(rows) + 1))
    [idiom] = [r for r in rows if r.place.excerpt == "再接再励"]
    assert (idiom.place.paragraph, idiom.place.before) == (2, "X工会要")
    assert "现代汉语词典" in idiom.source and "再接再厉" in idiom.message


def test_what_was_set_aside_is_told_with_who_when_and_why():
    sheet = sheet_of(ignored=others())
    one, two = sheet.aside
    assert (one.who, one.when, one.why) == ("林致远", "2026-03-04", "引文，照录原文")
    assert (two.who, two.why, two.everywhere) == ("", "", False)
    assert not sheet.look and one.remark.place.excerpt == "其它"


def test_a_family_is_clean_when_none_of_its_rules_holds_anything_against_the_text():
    names = {f.family: f.aside for f in sheet_of(ignored=others()).clean}
    assert "blanks" not in names and names["spun"] == 0
    families = {r.family for r in rules()}
    assert (
        names.keys() <= families
        and {f.name for f in sheet_of().clean} <= set(FAMILIES.values()) | families
    )


def test_a_hint_alone_does_not_take_a_family_from_the_clean_ones():
    sheet = sheet_of("同志们： | 各单位要做出承诺。")
    assert [r.place.excerpt for r in sheet.hint] == ["做出"] and sheet.passed
    assert "wording" in {f.family for f in sheet.clean}


def test_the_reason_of_one_decision_is_not_written_to_another():
    kept = others()
    assert [item.why for item in kept.items] == ["引文，照录原文", ""]
    assert IgnoreList.from_json(kept.to_json()) == kept


def test_the_data_note_names_the_newest_date_and_the_number_of_rules():
    data = sheet_of().data
    dates = sorted(r.date for r in rules() if r.date)
    assert (data.rules, data.dated, data.newest) == (len(rules()), len(dates), dates[-1])


def test_a_clean_text_passes_and_the_same_input_gives_the_same_sheet():
    clean = "同志们： | 今天，我们召开动员大会。"
    assert sheet_of(clean).passed
    assert sheet_of() == sheet_of()


def test_a_long_excerpt_is_named_by_its_ends():
    row = "要加强领导，落实责任，密切配合，形成工作合力，确保各项任务按时保质完成，"
    row += "并及时报告进展情况和存在的问题。"
    remarks = sheet_of(f"同志们： | {row} | 中间另有一段。 | {row}")
    longest = max(len(r.place.excerpt) for r in (*remarks.must, *remarks.look, *remarks.hint))
    assert 30 < longest <= 40


def told_of(finding: Finding, line: str) -> Remark:
    m = doc(line)
    (remark,) = proof_sheet(Checked(m, (finding,), (), ()), rules(), ABOUT).look
    return remark


def test_the_words_around_are_cut_only_where_there_are_more() -> None:
    row = "一二三四五六七八九十" * 4
    said = Said("none/such", Severity.LOOK, "这里说的话")
    at = AROUND
    for start, end, dots in ((at, len(row) - at, ("", "")), (at + 1, len(row) - at - 1, "……")):
        place = told_of(Finding(Span(0, start, end), row, said), row).place
        assert (place.before[:1] == "…", place.behind[-1:] == "…") == tuple(map(bool, dots))
        assert place.before.strip("…") == row[start - at : start]
        assert place.behind.strip("…") == row[end : end + at]


def test_a_rule_that_is_no_more_is_titled_by_what_it_said() -> None:
    said = Said("none/such", Severity.LOOK, "这里说的话")
    remark = told_of(Finding(Span(0, 0, 1), "甲乙", said), "甲乙")
    assert (remark.title, remark.source) == ("这里说的话", "")
    known = told_of(Finding(Span(0, 0, 1), "甲乙", said._replace(rule=rules()[0].id)), "甲乙")
    assert known.title == rules()[0].title


def test_what_stands_beside_the_speech_is_told_by_its_place_and_its_own_words() -> None:
    said = Said("blanks/placeholder", Severity.MUST, "还有空没有填")
    beside = Finding(Span(1, 0, 0), "××县委办公室", said, SideSpan("页眉", 0, 2))
    m = doc("同志们： | 今天开会。")
    sheet = proof_sheet(Checked(m, (beside,), (), ()), rules(), ABOUT)
    (remark,) = sheet.must
    assert (remark.place.excerpt, remark.place.behind) == ("××", "县委办公室")
    assert remark.place.paragraph == 0 and remark.place.frame == "页眉"
    assert sheet.head.blanks == 1 and not sheet.passed


def test_families_are_named_in_the_order_of_the_help_and_blanks_speak_without_a_finding() -> None:
    names = [f.family for f in sheet_of("同志们： | 今天，我们召开动员大会。").clean]
    known = [name for name in FAMILIES if name in names]
    assert names == known + sorted(set(names) - set(known)) and "blanks" in names
    m = doc("同志们： | X工会今天开会。")
    unsaid = proof_sheet(Checked(m, (), find_blanks(m), ()), rules(), ABOUT)
    assert "blanks" not in {f.family for f in unsaid.clean}


def test_a_family_that_was_not_looked_at_is_named_and_is_not_clean() -> None:
    m = doc("同志们： | 今天，我们召开动员大会。")
    made = Checked(m, (), unlooked=frozenset({"wording", "blanks"}))
    sheet = proof_sheet(made, rules(), ABOUT)
    assert sheet.unlooked == (FAMILIES["blanks"], FAMILIES["wording"]) and not sheet.passed
    clean = {f.family for f in sheet.clean}
    assert "era" in clean and not clean & made.unlooked
