"""A rule file: a rule that can be run, or an error that names file, key and fault."""

from __future__ import annotations

from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import RuleSet
from editor.checks.rules.rule import ExpressionError
from editor.checks.rules.rule_files import RULES, load_rule
from editor.checks.rules.rule_table import RuleError
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from tests.fuzz.mutate.toml import changed_toml
from tests.fuzz.scratch import scratch_file
from tests.fuzz.target import Target, law

TEXT = (
    "在青石县总工会会议上的讲话\n同志们：\n"
    "一、其它单位,要再接再励。截止5月底，共有3点。\n的的。“甲”"
)


def run(data: bytes) -> None:
    """What is taken as a rule can be run on a text and on its own examples, or is told then."""
    with scratch_file("甲.toml", data) as path:
        try:
            rule = load_rule(path, "wording/甲")
        except RuleError as error:
            law(error.file and error.key and str(error), "an error names file and key")
            return
        checker = Checker(RuleSet([rule]))
        for text in (TEXT, *[example.text for example in (*rule.bad, *rule.good)]):
            manuscript = manuscript_of(text)
            try:
                found = checker.check(manuscript, outline_of(manuscript))
            except ExpressionError:
                return
            spans = [manuscript.paragraphs[f.span.paragraph].text[f.span.start :] for f in found]
            law(all(map(str.startswith, spans, [f.excerpt for f in found])), "letters are there")


def seeds() -> list[bytes]:
    """A rule of each way of finding, the short ones first."""
    files = sorted(RULES.glob("*/*.toml"), key=lambda path: path.stat().st_size)
    return [path.read_bytes() for path in files[:: max(1, len(files) // 40)]]


TARGET = Target("rules", run, seeds, changed_toml, 12_000)
