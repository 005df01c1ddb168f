"""An example of the reason shows its wrong stretch by its look, never by signs."""

from __future__ import annotations

from html import escape

import pytest

from editor.checks.report.finding_words import reason_of
from editor.checks.rules.rule import Rule
from editor.ui.look.palette import LIGHT
from editor.ui.panels.reason_words import reason_html
from tests.ui.parts import rules


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_the_wrong_stretch_is_set_off_by_its_look(rule: Rule) -> None:
    told = reason_html(reason_of(rule), LIGHT)
    assert not set("‹›") & set(told)
    start, end = rule.bad[0].marks[0]
    wrong = escape(rule.bad[0].text[start:end].replace("\n", "⏎"))
    assert f'underline">{wrong}</span>' in told
