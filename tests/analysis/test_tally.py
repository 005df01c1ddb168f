"""The one count: places everywhere, so that no two figures of the window disagree."""

from __future__ import annotations

from editor.analysis.analyzer import make_analyzer
from editor.analysis.tally import tally
from editor.checks.report.gate import gate
from tests.notation import doc

SPEECH = doc("在大会上的讲话 | 同志们: | 今天,新建工会X家，其它的来了X名，X名是新的，X工会也来。")


def test_places_are_counted_and_agree_with_the_gate() -> None:
    analysis = make_analyzer().analyze(SPEECH)
    told, verdict = tally(analysis), gate(SPEECH, analysis.findings, analysis.blanks)
    assert (told.must, told.look) == (len(verdict.must), len(verdict.look))
    assert told.blanks == len(verdict.blanks) == 4 and told.slots == 3


def test_kinds_are_named_as_kinds() -> None:
    told = tally(make_analyzer().analyze(SPEECH))
    assert told.findings_words() == f"必改 6 处（{told.must_kinds} 类） · 请看 1 处（1 类）"
    assert told.blanks_words() == "还有 4 处没填，归成 3 项"


def test_what_there_is_none_of_is_not_told() -> None:
    told = tally(make_analyzer().analyze(doc("好。")))
    assert told.findings_words() == told.blanks_words() == "" and told.open == 0
