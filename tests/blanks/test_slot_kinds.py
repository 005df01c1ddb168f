"""What a blank stands for: a label, a unit or a heading decides; what nobody tells stands alone."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.blanks.blank_reader import find_blanks
from editor.blanks.fill import fill
from editor.blanks.slots import slots_of
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import manuscript_of
from tests.blanks.cells.drawn import drawn

KEYS = {
    "姓名：XXX，年龄：XX岁，职务：XXX": "field:姓名 age:岁 field:职务",
    "单位：XX公司，电话：XXXXXXXXXXX": "unit:X公司 field:电话",
    "联系人XXX、职务XXX、电话XXXXXXXXXXX": "field:联系人 field:职务 field:电话",
    "XXX（X岁）": "person: age:岁",
    "XXX，男，XX岁，现居XX市。": "person: age:岁 unit:X市",
    "会场设在X楼，报到处在XX栋XX层。": "floor:楼 floor:栋 floor:层",
    "开展活动【数量】件，整改隐患【数量】处。": "number:件 number:处",
    "全X各级工会要带头，我X今年任务很重。": "level: level:",
    "坚持以“XX”为主题，在XX召开大会。": "other: other:",
    "先后担任XXX、XXX，任职满X年。": "post: post: time:年",
    "由XXX同志主持，请XXX讲话。": "name:同志 person:",
    "张XX、李XX等同志受到表彰。": "given:张 given:李",
    "请XXX、XXX、XXX三位同志上台。": "name:同志 name:同志 name:同志",
    "地址：XX市XX路XX号": "unit:X市 unit:X路 number:号",
    "上午X时XX分在X楼会议室集合。": "time:时 time:分 floor:楼",
    "投资XX万元，惠及XX户，户均XX元。": "number:万元 number:户 number:元",
    "手机1XXXXXXXXXX，身份证号XXXXXXXXXXXXXXXXXX": "field:手机 field:身份证号",
    "选树“X工匠”八名，发挥“X工匠”的作用。": "other:工匠 other:工匠",
    "推动X经济社会发展，打造X特色，建设美丽X。": "place: place: place:",
    "尊敬的XX书记：": "name:书记",
    "定于X月X日上午X：XX开会，联系人：XX。": "time:月 time:日 time:时 time:分 field:联系人",
    "XX年X月X日，XX县XX镇XX村": "time:年 time:月 time:日 unit:X县 unit:X镇 unit:X村",
    "增长XX.X%，提高X个百分点。": "number:% number:个百分点",
    "主持人：XXX　记录人：XXX": "field:主持人 field:记录人",
    "聘任XX公司XX项目经理XXX。": "unit:X公司 unit:X项目 person:",
}

# A second lot, labelled and run once before anything was mended: 17 of 20.
MORE = {
    "报名人：XXX\u3000单位：XXX\u3000手机：XXXXXXXXXXX": "field:报名人 field:单位 field:手机",
    "XXX（现任XX局局长）": "person: unit:X局",
    "今年XX岁的XXX扎根乡村XX年。": "age:岁 other: time:年",
    "请到X栋X单元X楼领取。": "floor:栋 floor:单元 floor:楼",
    "由市总工会主席XXX作报告。": "person:市总工会主席",
    "年龄在XX岁至XX岁之间": "age:岁 age:岁",
    "邮编：XXXXXX\u3000传真：XXXX-XXXXXXX": "field:邮编 field:传真",
    "职称：XX\u3000学历：XX": "field:职称 field:学历",
    "奖励先进集体X个、先进个人XX名，发放奖金XX万元。": "number:个 number:名 number:万元",
    "XX月XX日至XX日": "time:月 time:日 time:日",
    "第XX期培训班共X期": "number:第期 number:期",
    "推荐XX同志任XX职务。": "name:同志 post:",
    "李XX，女，XX岁，XX公司职工。": "given:李 age:岁 unit:X公司",
    "占地XX亩，高XX层，总高XX米。": "number:亩 floor:层 number:米",
    "在XX书记的带领下，XX村变了样。": "name:书记 unit:X村",
    "【姓名】【职务】【联系电话】": "field:姓名 field:职务 field:联系电话",
    "【人数】人、【金额】万元": "number:人 number:万元",
    "XX省XX市XX区XX街道XX社区": "unit:X省 unit:X市 unit:X区 unit:X街道 unit:X社区",
    "我X、全X、X委、X政府": "level: level: unit:X委 unit:X政府",
    "时任XX县县长XXX": "unit:X县 person:XX县县长",
}


@pytest.mark.parametrize("line", KEYS | MORE)
def test_each_blank_knows_what_it_stands_for(line: str) -> None:
    assert [blank.slot for blank in find_blanks(manuscript_of(line))] == (KEYS | MORE)[line].split(
        " "
    )


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("姓名│年龄│联系电话 / XXX│XX│XXXXXXXXXXX", ["field:姓名", "field:年龄", "field:联系电话"]),
        ("职务│XXX / 参会人数│XX", ["field:职务", "field:参会人数"]),
        ("单位│人数 / XX公司│XX人", ["unit:X公司", "number:人"]),
    ],
)
def test_in_a_table_the_heading_or_the_label_beside_decides(table: str, keys: list[str]) -> None:
    assert [blank.slot for blank in find_blanks(drawn(table))] == keys


# By kind: no two blanks of different kinds may ever be filled at once.
FRAMES = {
    "name": ("XXX（X岁）", "请XXX讲话", "主持人：XXX", "由XXX同志主持", "姓名：XXX"),
    "number": ("新增XX家", "培训XXX人次", "XX万元", "第X届", "【数量】处", "■个", "达N万人"),
    "age": ("年龄：XX岁", "今年XX岁"),
    "floor": ("在X楼集合", "XX栋"),
    "phone": ("电话：XXXXXXXXXXX", "手机XXXXXXXXXXX", "1XXXXXXXXXX"),
    "post": ("职务：XXX", "职务XXX", "现任XXX。"),
    "unit": ("XX工会部署", "XX县", "X公司"),
    "unknown": ("在XX召开", "以“XX”为主题", "推进XX。"),
}
PIECES = st.sampled_from([line for lines in FRAMES.values() for line in lines])
FAMILY = {line: kind for kind, lines in FRAMES.items() for line in lines}


@given(st.lists(PIECES, min_size=2, max_size=8))
def test_no_slot_joins_blanks_of_two_kinds(pieces: list[str]) -> None:
    m = manuscript_of("\n\n".join(pieces))
    for slot in slots_of(m, find_blanks(m)):
        for one, other in combinations(slot.blanks, 2):
            lines = [pieces[b.span.paragraph // 2] for b in (one, other)]
            if "XXX（X岁）" not in lines:
                assert FAMILY[lines[0]] == FAMILY[lines[1]], (slot.key, lines)


@given(st.lists(PIECES, min_size=1, max_size=8))
def test_a_unit_is_never_put_before_a_measure_and_a_guess_fills_one_place(
    pieces: list[str],
) -> None:
    m = manuscript_of("\n\n".join(pieces))
    for slot in slots_of(m, find_blanks(m)):
        if slot.key.startswith("unit:"):
            done = apply_all(m, fill(slot.blanks, "云川市总工会")).text
            assert not any(
                f"总工会{word}" in done for word in ("岁", "家", "人", "万元", "楼", "处")
            )
        if slot.key == "other:":
            assert slot.alone
