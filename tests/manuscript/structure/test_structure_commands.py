"""Every structural command: what it does, and what it refuses with a word why."""

import pytest

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.structure.apply_command import apply_command
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.section_extent import Refused
from editor.manuscript.structure.structure_commands import (
    ChangeLevel,
    CollectText,
    DeleteSections,
    DuplicateSection,
    InsertSection,
    MergeSections,
    MoveSections,
    RenameSection,
    ShiftSections,
    SplitSection,
    StructureCommand,
)
from tests.manuscript.structure.storm_speeches import POINTED, TWO_SPEECHES, with_blocks
from tests.notation import doc, lines

PLAIN = (
    "会上的讲话 | 同志们： | 讲三点。 | 一、甲 | （一）子。正文。 | （二）丑。正文。 | "
    "二、乙 | 乙文。 | 三、丙 | 丙文。 | 同志们，努力吧！"
)
RUN = (
    "一、问题 | 有三个问题：一是不高；二是不实；三是不硬。对此，要改。 | 尾段。 | "
    "二、措施 | 措施文。"
)


def node(m: Manuscript, title: str) -> Section:
    return next(s for s in outline_of(m).walk() if title in (s.title, s.kind.value))


def done(m: Manuscript, order: StructureCommand) -> list[str]:
    return [p.text for p in apply_command(m, outline_of(m), order).after.paragraphs]


def text(line: str, make: object) -> str:
    m = doc(line)
    return " | ".join(done(m, make(m)))  # type: ignore[operator]


def why(m: Manuscript, order: StructureCommand) -> str:
    with pytest.raises(Refused) as caught:
        apply_command(m, outline_of(m), order)
    return caught.value.why


def test_words_from_a_picture_to_a_note_are_collected() -> None:
    m = with_blocks()
    made = done(m, CollectText(Position(9, 3), Position(14, 4), node(m, "下步打算")))
    assert made[9] == "见下图力。要合。" and made[-2:] == ["（二）聚", "谢谢各位！"]


def test_two_sections_move_together_and_nested_ones_go_once() -> None:
    m = doc(PLAIN)
    order = ShiftSections((node(m, "甲"), node(m, "子"), node(m, "乙")), 1)
    assert " | ".join(done(m, order)[3:9]) == (
        "三、丙 | 丙文。 | 一、甲 | （一）子。正文。 | （二）丑。正文。 | 二、乙"
    )


def test_several_from_different_places_keep_their_order_where_they_go() -> None:
    m = doc(PLAIN)
    order = MoveSections((node(m, "丙"), node(m, "甲")), node(m, "乙"), DropPosition.BEFORE)
    assert done(m, order)[3:9:3] == ["一、甲", "三、丙"]
    assert sorted(done(m, order)) == sorted(p.text for p in m.paragraphs)


def test_into_another_section_it_goes_to_its_end_and_down_a_level() -> None:
    moved = text(
        PLAIN, lambda m: MoveSections((node(m, "丙"),), node(m, "甲"), DropPosition.INSIDE)
    )
    assert "（二）丑。正文。 | （三）丙 | 丙文。 | 二、乙" in moved


def test_a_point_dropped_behind_the_last_of_its_run_becomes_the_last() -> None:
    moved = text(
        RUN, lambda m: MoveSections((node(m, "不高"),), node(m, "不硬"), DropPosition.AFTER)
    )
    assert "有三个问题：二是不实；三是不硬；一是不高。对此，要改。 | 尾段。" in moved


def test_a_point_out_of_its_paragraph_and_into_another_run() -> None:
    line = RUN + "要做到：一要快；二要好。"
    moved = text(
        line, lambda m: MoveSections((node(m, "不硬"),), node(m, "好"), DropPosition.BEFORE)
    )
    assert "一是不高；二是不实。对此，要改。" in moved
    assert "一要快；三是不硬；二要好。" in moved
    alone = text(
        RUN, lambda m: MoveSections((node(m, "不高"),), node(m, "措施"), DropPosition.AFTER)
    )
    assert alone.endswith("措施文。 | 一是不高。")


def test_a_point_that_is_a_paragraph_joins_a_run_inside_another() -> None:
    line = "一、甲 | 有：一是快；二是好。 | 二、乙 | 一是稳。 | 二是准。"
    moved = text(line, lambda m: MoveSections((node(m, "稳"),), node(m, "快"), DropPosition.AFTER))
    assert moved == "一、甲 | 有：一是快；一是稳；二是好。 | 二、乙 | 二是准。"


def test_a_closing_in_the_last_paragraph_stays_behind_the_section_that_moves() -> None:
    line = "讲话 | 同志们： | 讲两点。 | 一、甲 | 甲文。 | 二、乙 | 乙文很多很多。同志们，努力吧！"
    m = doc(line)
    if any(s.kind is SectionKind.CLOSING and s.start.offset for s in outline_of(m).walk()):
        assert done(m, ShiftSections((node(m, "乙"),), -1))[3:] == [
            "二、乙", "乙文很多很多。", "一、甲", "甲文。", "同志们，努力吧！",
        ]  # fmt: skip


def test_opening_and_closing_may_be_taken_into_a_section_and_nowhere_else() -> None:
    m = doc(PLAIN)
    assert (
        done(m, MoveSections((node(m, "opening"),), node(m, "乙"), DropPosition.INSIDE))[7]
        == "讲三点。"
    )
    assert "固定" in why(m, ShiftSections((node(m, "opening"),), 1))
    assert "标题" in why(
        m, MoveSections((node(m, "closing"),), node(m, "会上的讲话"), DropPosition.BEFORE)
    )
    assert "称谓" in why(
        m, MoveSections((node(m, "salutation"),), node(m, "乙"), DropPosition.AFTER)
    )


def test_speeches_change_places_whole() -> None:
    titles = [s for s in outline_of(TWO_SPEECHES).walk() if s.kind is SectionKind.TITLE]
    assert len(titles) == 2
    moved = done(TWO_SPEECHES, ShiftSections((titles[0],), 1))
    assert moved[0] == titles[1].title and moved[-1] == "谢谢！"


@pytest.mark.parametrize(
    ("title", "anchor", "where", "word"),
    [
        ("甲", "子", DropPosition.AFTER, "自己"),
        ("乙", "子", DropPosition.AFTER, "上一级"),
        ("乙", "会上的讲话", DropPosition.BEFORE, "标题前面"),
        ("乙", "salutation", DropPosition.AFTER, "开头的后面"),
        ("乙", "closing", DropPosition.AFTER, "结尾前面"),
        ("乙", "甲", DropPosition.AFTER, "已经在那里"),
    ],
)
def test_a_drop_that_makes_no_sense_says_why(
    title: str, anchor: str, where: DropPosition, word: str
) -> None:
    m = doc(PLAIN)
    assert word in why(m, MoveSections((node(m, title),), node(m, anchor), where))


def test_levels_of_several_go_on_counting() -> None:
    m = doc(PLAIN)
    got = done(m, ChangeLevel((node(m, "乙"), node(m, "丙")), 1))
    assert got[6] == "（三）乙" and got[8] == "（四）丙"


def test_a_point_promoted_leaves_its_paragraph() -> None:
    assert text(RUN, lambda m: ChangeLevel((node(m, "不实"),), -1)).startswith(
        "一、问题 | 有三个问题：一是不高。 | （一）不实。 | 三是不硬。对此，要改。"
    )


def test_duplicates_of_a_section_and_of_a_point() -> None:
    assert "乙文。 | 二、乙 | 乙文。 | 三、丙" in text(
        PLAIN, lambda m: DuplicateSection(node(m, "乙"))
    )
    assert "三是不硬；三是不硬。对此" in text(RUN, lambda m: DuplicateSection(node(m, "不硬")))


def test_merging_takes_the_number_of_the_next_and_no_word() -> None:
    assert "甲 | （一）子。正文。 | （二）丑。正文。 | 乙 | 乙文。" in text(
        PLAIN, lambda m: MergeSections(node(m, "甲"))
    )
    assert "一是不高；不实；三是" in text(RUN, lambda m: MergeSections(node(m, "不高")))
    assert "没有同级" in why(doc(PLAIN), MergeSections(node(doc(PLAIN), "丙")))


COUNTED = "讲话 | 同志们： | 第一个关键词：甲 | 甲文。 | 第二个关键词：乙 | 乙文。 | 谢谢！"


def test_numbers_with_words_of_their_own_take_every_command() -> None:
    m = doc(COUNTED)
    one, two = node(m, "甲"), node(m, "乙")
    assert done(m, MergeSections(one))[4] == "乙"
    assert done(m, ChangeLevel((two,), 1))[4] == "（一）乙"
    assert done(m, InsertSection(one, DropPosition.AFTER))[4] == "第二个关键词：【小标题】。"
    assert done(m, SplitSection(Position(3, 1)))[4].startswith("第二个关键词：文")


def test_splitting_at_the_caret() -> None:
    line = "一、甲 | 前半。后半。 | 再一段。 | 二、乙"
    assert text(line, lambda _: SplitSection(Position(1, 3))) == (
        "一、甲 | 前半。 | 二、后半。 | 再一段。 | 二、乙"
    )
    assert text(line, lambda _: SplitSection(Position(2, 0))).split(" | ")[2] == "二、再一段。"
    assert text(line, lambda _: SplitSection(Position(1, 6))).split(" | ")[2] == "二、【小标题】"
    point = "一、问题 | 有：一是不高，不快；二是不实。"
    assert "一是不高；二是不快；二是不实。" in text(point, lambda _: SplitSection(Position(1, 7)))


def test_deleting_sections_and_points_leaves_right_marks() -> None:
    assert "一是不高；二是不实。对此" in text(RUN, lambda m: DeleteSections((node(m, "不硬"),)))
    both = text(RUN, lambda m: DeleteSections((node(m, "不硬"), node(m, "不高"), node(m, "措施"))))
    assert both == "一、问题 | 有三个问题：二是不实。对此，要改。 | 尾段。"
    m = doc("一、甲 | 甲文。")
    assert done(m, DeleteSections((node(m, "甲"),))) == [""]


def test_renaming_changes_the_words_alone() -> None:
    assert "二、新乙 | 乙文。" in text(PLAIN, lambda m: RenameSection(node(m, "乙"), " 新乙 "))
    assert "二是不牢；" in text(RUN, lambda m: RenameSection(node(m, "不实"), "不牢"))
    assert "一行" in why(doc(PLAIN), RenameSection(node(doc(PLAIN), "乙"), ""))


def test_inserting_before_after_and_inside() -> None:
    m = doc(PLAIN)
    assert done(m, InsertSection(node(m, "乙"), DropPosition.BEFORE, "新"))[6] == "二、新"
    assert done(m, InsertSection(node(m, "乙"), DropPosition.AFTER, "新"))[8] == "三、新"
    assert done(m, InsertSection(node(m, "乙"), DropPosition.INSIDE, "新"))[8] == "（一）新"
    assert done(m, InsertSection(node(m, "甲"), DropPosition.INSIDE, "新"))[6] == "（三）新"
    assert done(m, InsertSection(node(m, "opening"), DropPosition.AFTER, "新"))[3] == "一、新"
    assert done(m, InsertSection(node(m, "closing"), DropPosition.BEFORE, "新"))[10] == "四、新"
    assert "三是不硬；四是新。对此" in text(
        RUN, lambda m: InsertSection(node(m, "不硬"), DropPosition.AFTER, "新")
    )


def test_selected_words_go_to_the_end_of_a_section() -> None:
    m = doc(PLAIN)
    whole = CollectText(Position(7, 0), Position(8, 0), node(m, "甲"))
    assert done(m, whole)[6] == "乙文。"
    words = CollectText(Position(4, 5), Position(4, 8), node(m, "乙"))
    assert done(m, words)[4::4] == ["（一）子。", "正文。"]
    into = doc(RUN)
    point = CollectText(Position(1, 21), Position(1, 26), node(into, "不高"))
    assert "一是不高，" in done(into, point)[1]


def test_words_that_were_moved_are_selected_where_they_are() -> None:
    m = doc(PLAIN)
    step = apply_command(
        m, outline_of(m), CollectText(Position(4, 5), Position(4, 8), node(m, "乙"))
    )
    assert step.select is not None
    (line, start), (_, end) = step.select
    assert step.after.paragraphs[line].text[start:end] == "正文" and line == 8


def test_a_table_stays_and_what_can_moves_around_it() -> None:
    m = with_blocks()
    first, second = node(m, "主要成效"), node(m, "存在问题")
    assert done(m, ShiftSections((first,), 1))[3] == "存在问题"
    assert "表1" in why(m, DeleteSections((first,)))
    assert "表1" in why(m, DuplicateSection(first))
    assert "图片" in why(m, DuplicateSection(second))


def test_nothing_is_put_into_a_cell_that_holds_the_speech() -> None:
    rows = ("一、甲", "正文。" * 30, "二、乙", "正文。" * 30, "三、丙", "正文。")
    m = Manuscript(0, tuple(Paragraph(t, n + 1, frame="表1·1行1列") for n, t in enumerate(rows)))
    assert "表格" in why(m, InsertSection(node(m, "乙"), DropPosition.AFTER))


def test_numbers_of_word_follow_by_themselves() -> None:
    m = with_blocks()
    after = apply_command(m, outline_of(m), ShiftSections((node(m, "存在问题"),), -1)).after
    assert [p.label for p in after.paragraphs if p.label] == ["一、", "二、", "三、"]
    inserted = apply_command(
        m, outline_of(m), InsertSection(node(m, "存在问题"), DropPosition.AFTER, "新")
    )
    fresh = next(p for p in inserted.after.paragraphs if p.text == "新")
    assert (fresh.label, fresh.style, fresh.key) == ("三、", "heading1", 0)
    assert [p.label for p in inserted.after.paragraphs if p.label][-1] == "四、"


def test_the_caret_goes_with_its_words() -> None:
    m = doc(RUN)
    step = apply_command(m, outline_of(m), ShiftSections((node(m, "不实"),), -1))
    at = step.carried(Position(1, m.paragraphs[1].text.index("实")))
    assert step.after.paragraphs[at.paragraph].text[at.offset] == "实"
    assert lines(step.after).startswith("一、问题 | 有三个问题：二是不实；一是不高；三是不硬。")


def test_a_hard_text_has_the_nodes_the_random_tests_need() -> None:
    kinds = [s.kind for s in outline_of(POINTED).walk()]
    assert kinds.count(SectionKind.POINT) >= 8 and kinds.count(SectionKind.SECTION) >= 6
    assert Paragraph("") in POINTED.paragraphs


def test_renaming_a_title_broken_by_hand_makes_one_line_of_it() -> None:
    m = doc("在全县河湖长制 |  | 工作会议上的讲话 | 同志们： | 讲三点。 | 一、甲 | 甲文。")
    title = outline_of(m).sections[0]
    renamed = done(m, RenameSection(title, "在河长制会议上的讲话"))
    assert renamed == ["在河长制会议上的讲话", "同志们：", "讲三点。", "一、甲", "甲文。"]
    with pytest.raises(Refused):
        apply_command(m, outline_of(m), RenameSection(title, title.title))


def test_headings_of_markdown_are_renamed_behind_their_signs() -> None:
    m = doc("# 一、甲 | 甲文。 | ## 乙 | 乙文。 | # 二、丙 | 丙文。")
    assert done(m, RenameSection(node(m, "甲"), "丁"))[0] == "# 一、丁"
    assert done(m, RenameSection(node(m, "乙"), "戊"))[2] == "## 戊"
    assert "#" in why(m, ChangeLevel((node(m, "乙"),), 1))


def test_a_head_without_a_number_is_told_how_it_gets_one() -> None:
    m = doc(
        "一、成绩 | 队伍更齐了 | 新来了七位姐妹，都能独当一面。 | 路子更宽了 | "
        "果子卖到了外县，价钱也好。 | 二、打算 | 接着干。"
    )
    assert "编上号" in why(m, ChangeLevel((node(m, "队伍更齐了"),), -1))
    assert "Word" not in why(m, MergeSections(node(m, "队伍更齐了")))


def test_an_opening_in_the_paragraph_of_its_salutation_is_not_duplicated() -> None:
    m = doc("各位代表：今天开会。 | 一、甲 | 甲文。")
    assert "另起一段" in why(m, DuplicateSection(node(m, "opening")))
