"""The gate before the printer."""

from editor.blanks.blank_reader import find_blanks
from editor.checks.report.fates import Output, notices
from editor.checks.report.gate import gate
from editor.manuscript.file_objects import FileObject, ObjectKind
from tests.checks.rule_lab import findings
from tests.notation import doc


def gate_of(line: str):
    m = doc(line)
    return gate(m, findings(m), find_blanks(m))


def test_a_clean_text_may_go():
    assert gate_of("同志们： | 今天，我们召开动员大会。").clean


def test_blanks_and_sure_faults_hold_it_up_doubtful_ones_do_not():
    held = gate_of("X工会要再接再励。")
    assert not held.clean and len(held.must) == 2 and len(held.blanks) == 1
    look = gate_of("其它单位也要参加。")
    assert look.clean and len(look.look) == 1


def test_what_may_be_a_blank_is_listed_and_may_pass():
    look = gate_of("泵站建成于202 年。")
    assert look.clean and look.blanks == () and [f.rule for f in look.look] == ["blanks/unsure"]


def test_objects_hold_it_up_until_the_writer_knows_of_each_kind():
    m = doc("同志们： | 今天，我们召开动员大会。")
    kinds = (ObjectKind.COMMENT, ObjectKind.FIELD, ObjectKind.HEADER)
    told = notices([FileObject(kind, "第 1 段", 0) for kind in kinds], Output.PAPER)
    held = gate(m, (), (), told)
    assert held.clean and held.held_kinds == (ObjectKind.COMMENT, ObjectKind.HEADER)
    assert not held.passes() and not held.passes({ObjectKind.COMMENT})
    assert held.passes(set(held.held_kinds)) and held.revision == m.revision


def test_knowing_of_the_objects_is_no_leave_for_blanks_and_faults():
    assert not gate_of("X工会要开会。").passes(list(ObjectKind))
    assert not gate_of("要再接再励。").passes(list(ObjectKind))


def test_what_was_not_looked_for_holds_it_up_and_blanks_speak_without_a_finding():
    m = doc("同志们： | X工会今天开会。")
    assert gate(m, (), find_blanks(m)).spoken == {"blanks"}
    unread = gate(doc("同志们： | 今天开会。"), (), (), (), frozenset({"blanks"}))
    assert not unread.clean and not unread.spoken
