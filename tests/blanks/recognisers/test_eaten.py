"""Characters eaten inside set words, and rooms and notices that real pages leave."""

import pytest

from editor.blanks.blank_reader import find_blanks
from editor.blanks.grammar import scan
from tests.blanks.marked import kinds, plain, shown
from tests.notation import doc

EATEN = """
推进全面从严治⟦，⟧压实责任，习近⟦总⟧书记强调，不忘初⟦、⟧牢记使命。
中国共产⟦领⟧导下，培育社会主⟦核⟧心价值观，发扬民主集⟦制⟧。
我代表⟦、⟧县人民政府致辞，监票人：⟦、⟧李明，计票人：王强、⟦、⟧张文。
在⟦和⟧县政府的坚强领导下，我们印发了《⟦的⟧通知》《关于⟦的⟧实施意见》。
历时近年⟦个⟧月建成。
"""
MARKED = """
请市委书记 ⟦*⟧ 讲话，会议由 ⟦*⟧ 主持。
⟦★★⟧县⟦★★⟧镇党委书记⟦★★★⟧
⟦﹡﹡⟧县委书记⟦∗∗∗⟧同志讲话。
感谢⟦某某⟧大力支持，关心⟦某某⟧发展。
全年投入资金⟦ ⟧万元，新修道路⟦ ⟧公里，提高⟦ ⟧个百分点。
到会的有⟦ ⟧，投资达到⟦ ⟧。
我⟦zz⟧学院承办，产量[⟦[X]⟧]万吨。
市局⟦xx-x⟧同志，⟦__X⟧公司。
把⟦×⟧建设好，驻⟦×⟧各单位：⟦×⟧区发展势头良好。
"""
NOTES = """
后面的内容⟦……剩余内容1800字，开通后继续阅读⟧
⟦（以下隐藏600字）⟧
⟦此处隐藏320字⟧
要抓好落实⟦···试读结束⟧
"""
CLEAN = """
集中共产党员的智慧，安全从严治理，率先模范作用，城乡振兴战略。
为人服务，以人为中心，从严治军、从严治党、从严治警、从严治队，全面从严治警。
在和谐社会建设中，由和平发展的领导下，接受、消化、吸收。
《通知》《决定》和《关于加强作风建设的意见》。
★先进事迹★ 评为五星级★★★★★酒店，* 第一项工作。
国 家，大 家，市 场，工 人，个 人。
王某某、李某某被处分，刘某某受贿。
中国梦·劳动美，一、目录·······1
√表示对，×表示错，底×高，长×宽×高。
"""


@pytest.mark.parametrize("row", [r for r in EATEN.split("\n") if r])
def test_a_character_gone_from_a_set_word_is_missed(row: str) -> None:
    assert shown(plain(row)) == row
    assert set(kinds(plain(row))) == {"dropped"}


@pytest.mark.parametrize("row", [r for r in (MARKED + NOTES).split("\n") if r])
def test_marks_and_notes_of_real_pages_are_found(row: str) -> None:
    row = row.replace("[⟦[X]⟧]", "⟦[X]⟧")
    assert shown(plain(row)) == row


@pytest.mark.parametrize("row", [r for r in CLEAN.split("\n") if r])
def test_what_looks_like_it_is_left_alone(row: str) -> None:
    assert [row[f.start : f.end] for f in scan(row)] == []


def test_a_single_space_is_a_room_where_others_are_proven() -> None:
    loose = "惠及群众 户。 | 同比增长 ，势头良好。 | 奖励先进 名。"
    assert find_blanks(doc(loose)) == ()
    proven = "投入资金 万元，新修道路 公里。"
    assert [b.span.paragraph for b in find_blanks(doc(f"{proven} | {loose}"))] == [0, 0, 1, 2, 3]


def test_a_broken_word_is_no_room() -> None:
    proven = "投入资金 万元，新修道路 公里。"
    assert len(find_blanks(doc(f"{proven} | 建设国 家，服务大 家，开拓市 场。"))) == 2


def test_certain_things_are_blanks_where_others_are() -> None:
    things = "推进某工程建设，治理某河。"
    assert find_blanks(doc(f"X县 X镇 | {things}")) != () and len(find_blanks(doc(things))) == 0
    assert len(find_blanks(doc(f"某某同志在某市工会讲话。某县委很重视。 | {things}"))) == 5


def test_dots_stand_for_a_name_before_a_comrade() -> None:
    row = "请常务副市长⟦...⟧同志宣读，市委书记⟦……⟧同志讲话，下面，请⟦上台⟧领奖。"
    assert shown(plain(row)) == row
    assert scan("他说：“同志……我对不起你。”下面，请负责人上台。") == ()


def test_stars_before_a_company_open_no_bold_words() -> None:
    row = "感谢大家。⟦**⟧公司是老朋友，今天来到⟦**⟧，参加⟦**⟧项目开工。"
    assert shown(plain(row)) == row
