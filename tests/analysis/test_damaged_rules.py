"""Rules whose files are damaged: the others are there, and what was not checked is not approved."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from editor.analysis.analyzer import SpeechAnalyzer
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import RuleSet
from editor.checks.finding import Severity
from editor.checks.rules.rule_files import RULES, read_rules
from editor.language.lists import LanguageListError
from editor.manuscript.outline.reader import OutlineReader
from tests.notation import doc

SPEECH = doc("在全县会议上的讲话 | 同志们： | 今天开会。 | 谢谢大家！")
DAMAGE = {
    "garbage": (b"\xff\xfe\x00\x81", "UTF-8", 1),
    "cut": ('title = "甲"\nwhy = "没写'.encode(), "TOML", 2),
    "brackets": (b"a = " + b"[" * 5000, "TOML", 0),
    "a key of no rule": (b'title = "a"\n\ncolour = "b"\n', "colour", 3),
    "nothing": (b"", "severity", 0),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for family in ("punctuation", "wording"):
        shutil.copytree(RULES / family, tmp_path / family)
    return tmp_path


@pytest.mark.parametrize("damage", DAMAGE)
def test_the_other_rules_are_there_and_the_file_and_line_are_told(
    folder: Path, damage: str
) -> None:
    whole = {rule.id for rule in read_rules(folder).rules}
    broken = sorted(whole)[0]
    data, what, line = DAMAGE[damage]
    (folder / f"{broken}.toml").write_bytes(data)
    rules, (problem,) = read_rules(folder)
    assert {rule.id for rule in rules} == whole - {broken}
    assert problem.file == f"{broken.partition('/')[2]}.toml" and problem.line == line
    assert what in problem.what and "请" in problem.remedy


def test_a_text_is_not_approved_where_a_rule_could_not_be_read(folder: Path) -> None:
    whole = SpeechAnalyzer(Checker(RuleSet(*read_rules(folder)))).analyze(SPEECH)
    assert not [f for f in whole.findings if f.severity is Severity.MUST]
    for file in folder.glob("punctuation/*.toml"):
        file.write_bytes(b"=")
    analysis = SpeechAnalyzer(Checker(RuleSet(*read_rules(folder)))).analyze(SPEECH)
    (told,) = [f for f in analysis.findings if f.severity is Severity.MUST]
    assert told.rule == "reading/unchecked" and "没有按它们检查" in told.message


def test_a_list_that_cannot_be_read_is_named_where_the_text_was_not_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fall(*_: object) -> None:
        raise LanguageListError(RULES.parent / "language" / "genres.txt", FileNotFoundError())

    monkeypatch.setattr(OutlineReader, "read", fall)
    analysis = SpeechAnalyzer(Checker(RuleSet(())), lambda _: None).analyze(SPEECH)
    told = analysis.findings[0].message
    assert "resources/language/genres.txt：文件不在" in told and not analysis.complete
