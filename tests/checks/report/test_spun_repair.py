"""A spun text is mended pair by pair: ordered, sifted by certainty, nothing else touched."""

import json
from difflib import SequenceMatcher

from editor.checks.report.spun_repair import Pair, Repair, edits_of, left_after, repair_of
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript, Offsets, manuscript_of
from tests.checks.rule_lab import findings, rules
from tests.corpus import SPEECHES, needs
from tests.notation import doc

SPUN = (
    "推动经济社会开展再上新台阶，坚持科学开展，转变开展方式。 | "
    "根底设施不断改善，公共效劳水平提升，广阔职工共享成果。 | "
    "要为全县开展大局出力，创新能力缺乏，坚持规划先行的原那么。 | "
    "次要领导要亲自抓，共同开展宣传教育活动。"
)
S4 = SPEECHES / "S4.txt"


def repair(m: Manuscript) -> Repair:
    return repair_of(findings(m), rules())


def sure(found: Repair) -> list[Pair]:
    return [pair for pair in found.pairs if pair.sure]


def words(pairs: list[Pair]) -> list[str]:
    return [f"{p.found}→{p.original}" for p in pairs]


def test_what_turns_the_meaning_round_comes_first_then_the_sure_then_the_doubtful():
    found = repair(doc(SPUN))
    assert words(list(found.pairs))[:2] == ["次要→主要", "开展→发展"]
    grades = [(not p.inverted, not p.sure) for p in found.pairs]
    assert grades == sorted(grades)
    assert words([p for p in found.pairs if not p.sure]) == ["缺乏→不足"]


def test_the_sure_pairs_put_back_give_the_text_that_was_spun():
    m = doc(SPUN)
    chosen = [s for pair in sure(repair(m)) for s in pair.swaps]
    mended = apply_all(m, edits_of(chosen)).text
    assert mended.split("\n") == [
        "推动经济社会发展再上新台阶，坚持科学发展，转变发展方式。",
        "基础设施不断改善，公共服务水平提升，广大职工共享成果。",
        "要为全县发展大局出力，创新能力缺乏，坚持规划先行的原则。",
        "主要领导要亲自抓，共同开展宣传教育活动。",
    ]


def test_a_pair_proved_often_is_sure_where_the_rules_alone_would_doubt_it():
    lone = "推动经济社会开展。 | 公共效劳、根底设施都好。 | 推动城市开展。"
    often = f"{lone} | 坚持科学开展。 | 转变开展方式。"
    assert [p.sure for p in repair(doc(lone)).pairs if p.found == "开展"] == [True, False]
    [pair] = [p for p in repair(doc(often)).pairs if p.found == "开展"]
    assert pair.sure and len(pair.swaps) == 4


def test_what_is_left_is_known_at_its_new_places_though_the_checks_fall_silent():
    m = doc("坚持原那么，" * 3 + "创新能力缺乏，经济社会开展，公共效劳好。")
    found = repair(m)
    done = [s for pair in sure(found) for s in pair.swaps]
    mended = apply_all(m, edits_of(done))
    left = left_after(found, done)
    assert words(list(left.pairs)) == ["缺乏→不足"]
    assert all(
        mended.paragraphs[s.span.paragraph].text[s.span.start : s.span.end] == s.found
        for s in left.swaps
    )
    assert left.swaps[0].span != found.pairs[-1].swaps[0].span
    assert not repair(mended).swaps


def test_a_text_that_nobody_spun_has_nothing_to_mend():
    assert repair(doc("要共同开展宣传教育活动，为国效劳，广阔舞台。")) == Repair(())


@needs(S4)
def test_on_a_real_spun_speech_few_places_are_left_and_nothing_else_changes():
    m = manuscript_of(S4.read_text("utf-8"))
    found = repair(m)
    chosen = [s for pair in sure(found) for s in pair.swaps]
    mended = apply_all(m, edits_of(chosen))
    left = left_after(found, chosen)
    assert len(chosen) >= 90 and len(left.swaps) <= 15
    assert not repair(mended).swaps
    changed = sum(len(s.original) - len(s.found) for s in chosen)
    assert len(mended.text) == len(m.text) + changed
    for old, new in zip(m.paragraphs, mended.paragraphs, strict=True):
        same = SequenceMatcher(None, old.text, new.text, autojunk=False).get_matching_blocks()
        of_it = [s for s in chosen if m.paragraphs[s.span.paragraph] is old]
        assert sum(b.size for b in same) >= len(old.text) - sum(len(s.found) for s in of_it)


@needs(S4)
def test_on_a_real_spun_speech_every_ticked_place_gets_the_word_that_stood_there():
    m = manuscript_of(S4.read_text("utf-8"))
    defects = json.loads(S4.with_suffix(".json").read_text("utf-8"))["defects"]
    labels = {d["start"]: d["note"] for d in defects if d["kind"] == "spun"}
    flat = Offsets(m).flat
    chosen = [s for pair in sure(repair(m)) for s in pair.swaps]
    wrong = [s for s in chosen if labels.get(flat(s.span.head)) != f"{s.found} → {s.original}"]
    assert len(wrong) * 20 <= len(chosen)
