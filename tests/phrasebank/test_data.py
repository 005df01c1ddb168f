import re
from collections import Counter

import pytest

from editor.blanks.blank_reader import find_blanks
from editor.blanks.grammar import scan
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.manuscript.outline.reader import outline_of
from phrasebank.bank import DATA, load_phrase_bank
from phrasebank.initials import GAP, Initials
from phrasebank.parser import parse
from phrasebank.values import FIXED_PART, PARTS, Phrase
from tests.notation import doc

FILES = sorted(DATA.glob("*/*.txt"))
ALL = load_phrase_bank().phrases
WRITTEN = [p for p in ALL if not p.fixed]
FIXED = [p for p in ALL if p.fixed]
OCCASIONS = {
    *("动员会", "总结会", "表彰会", "部署会", "座谈会", "代表大会", "开学毕业", "安全生产"),
    *("党建主题", "廉政", "竞赛", "慰问节日", "成立揭牌", "培训开班", "调研", "换届表态"),
}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_file_reads_without_a_problem(path) -> None:
    parsed = parse(path.read_text(encoding="utf-8"), path.name)
    assert parsed.problems == ()
    assert parsed.phrases


def test_identities_and_texts_are_unique() -> None:
    assert [n for n, c in Counter(p.id for p in ALL).items() if c > 1] == []
    assert [t for t, c in Counter(p.text for p in ALL).items() if c > 1] == []


def test_there_are_enough_of_every_part_and_occasion() -> None:
    parts = Counter(p.part for p in ALL)
    assert len(WRITTEN) >= 450
    assert {part: n for part in PARTS if (n := parts[part]) < 25} == {}
    assert set(load_phrase_bank().occasions()) == OCCASIONS
    held = Counter(o for p in WRITTEN for o in p.occasions)
    assert {o: n for o in OCCASIONS if (n := held[o]) < 20} == {}


@pytest.mark.parametrize("phrase", WRITTEN, ids=lambda p: p.id)
def test_a_phrase_is_well_made(phrase: Phrase) -> None:
    shortest = 6 if phrase.part == "称谓" else 12
    assert shortest <= len(phrase.text) <= 90
    assert not re.search(r"""[,;:?!()"'.]|，，|。。|\s""", phrase.text)
    assert phrase.text[-1] in ("：" if phrase.part == "称谓" else "。！？")
    for left, right in ("“”", "《》", "（）", "【】"):
        assert phrase.text.count(left) == phrase.text.count(right)


@pytest.mark.parametrize("phrase", FIXED, ids=lambda p: p.id)
def test_a_fixed_formulation_has_its_source_and_dates(phrase: Phrase) -> None:
    assert phrase.part == FIXED_PART
    assert phrase.source
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", phrase.date)
    assert re.fullmatch(r"\d{4}-\d{2}", phrase.checked)


def test_every_blank_is_one_that_the_editor_knows() -> None:
    marked = re.compile(r"【[^】]+】|_+|×+")
    for phrase in WRITTEN:
        found = {(f.start, f.end) for f in scan(phrase.text)}
        assert found == {m.span() for m in marked.finditer(phrase.text)}, phrase.id


def test_every_character_has_its_initial() -> None:
    initials = Initials.load(DATA / "initials.txt")
    spelt = [(c, i) for p in ALL for c, i in zip(p.text, initials.of(p.text), strict=True)]
    assert {c for c, i in spelt if i == GAP and "\u4e00" <= c <= "\u9fff"} == set()


def test_the_table_of_initials_holds_only_what_the_code_does_not_give() -> None:
    plain = Initials()
    for line in (DATA / "initials.txt").read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition(" ")
        if name.isascii() and name.isalpha():
            assert set(plain.of(rest)) == {GAP}, line
        elif rest and not line.startswith(";"):
            assert plain.of(name) != rest, line


def test_an_inserted_phrase_brings_no_finding_but_its_blanks() -> None:
    checker = Checker(bundled_rules())
    for phrase in ALL:
        text = doc("在会议上的讲话 | 同志们： | " + phrase.text + " | 谢谢大家！")
        found = checker.check(text, outline_of(text), find_blanks(text))
        rules = {f.rule for f in found if f.span.paragraph == 2}
        assert {r for r in rules if not r.startswith("blanks/")} == set(), phrase.id
