"""How much of a speech is still its template."""

from editor.manuscript.comparison.provenance import KeptShare, kept_shares
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Position
from tests.notation import doc

TEMPLATE = (
    "关于工作的讲话 | 一、提高认识 | 认识要到位。行动要跟上。 | 二、狠抓落实 | 逐条对照。逐项整改。"
)


def shares(now: str) -> dict[str, KeptShare]:
    text = doc(now)
    rows = kept_shares(doc(TEMPLATE), text, outline_of(text))
    return {row.section.title if row.section else "全文": row for row in rows}


def test_an_untouched_text_is_all_template() -> None:
    found = shares(TEMPLATE)
    assert found["全文"].share == 1
    assert all(row.untouched for row in found.values())


def test_only_the_section_that_was_written_anew_is_ones_own() -> None:
    found = shares(TEMPLATE.replace("认识要到位。行动要跟上。", "先说去年的三件实事。再说今年。"))
    assert found["狠抓落实"].untouched
    assert not found["提高认识"].untouched
    assert found["提高认识"].kept == 1  # its heading


def test_marks_width_and_a_new_number_do_not_make_it_ones_own() -> None:
    found = shares(TEMPLATE.replace("一、提", "三、提").replace("认识要到位。", "认识要到位！"))
    assert found["提高认识"].untouched


def test_a_copy_counts_once() -> None:
    found = shares(TEMPLATE + "逐项整改。")
    assert (found["全文"].kept, found["全文"].total) == (7, 8)


def test_an_empty_text_keeps_nothing() -> None:
    assert shares("")["全文"].share == 0


def test_where_everything_is_run_together_an_untouched_part_is_untouched() -> None:
    whole = "会上的讲话同志们：今天讲两点一、提高认识认识要到位。二、狠抓落实逐条对照。谢谢大家！"
    text = doc(f"{whole} | 一是抓学习，二是抓落实。")
    parts = [
        Section(
            SectionKind.SECTION,
            1,
            "一",
            "提高认识",
            Position(0, 14),
            Position(0, 20),
            Position(0, 26),
        ),
        Section(
            SectionKind.SECTION,
            1,
            "二",
            "狠抓落实",
            Position(0, 26),
            Position(0, 32),
            Position(1, 6),
        ),
    ]
    rows = kept_shares(text, text, Outline(tuple(parts)))
    assert all(row.kept == row.total for row in rows)
    assert rows[2].total == 2
