"""A finding set aside stays aside while its words stand, wherever they move."""

import json

from editor.checks.finding import Finding
from editor.checks.report.ignore_list import Ignored, IgnoreList
from tests.blanks.cells.drawn import drawn
from tests.checks.rule_lab import findings
from tests.notation import doc

LINE = "各位领导： | 其它单位参照执行，不得有误。"


def others(line: str):
    return [f for f in findings(doc(line), ()) if f.rule == "wording/qita"]


def everywhere(finding: Finding) -> IgnoreList:
    return IgnoreList((Ignored(finding.rule, finding.excerpt, context=""),))


def test_survives_edits_elsewhere_but_not_in_its_own_words():
    ignored = IgnoreList().with_finding(others(LINE)[0], why="引文")
    assert ignored.sift(others("新增一段。 | " + LINE))[0] == ()
    assert len(ignored.sift(others(LINE.replace("参照", "一律照此")))[0]) == 1


def test_one_decision_is_for_one_place_all_like_it_for_every_place():
    twice = LINE + " | " + LINE.split(" | ")[1]
    one = others(twice)[0]
    assert len(IgnoreList().with_finding(one).sift(others(twice))[0]) == 1
    assert everywhere(one).sift(others(twice))[0] == ()


def test_is_plain_json_and_back():
    ignored = IgnoreList().with_finding(others(LINE)[0], why="引文", who="甲", when="2026-11-21")
    again = IgnoreList.from_json(json.loads(json.dumps(ignored.to_json())))
    assert again == ignored


def test_what_is_not_understood_in_the_file_is_left_out():
    assert IgnoreList.from_json([1, {"rule": "a"}, "x"]).items == ()


def test_of_two_empty_cells_with_one_label_only_the_one_meant_is_set_aside():
    found = findings(drawn("电话│ / 传真│ / 电话│"))
    assert [f.excerpt for f in found] == ["", "", ""]
    kept, aside = IgnoreList().with_finding(found[2]).sift(found)
    assert kept == found[:2] and [f for f, _ in aside] == [found[2]]
