"""Whole small speeches of many offices, all invented: what their trees must be."""

import json

import pytest

from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import SectionKind
from tests.corpus import SPEECHES, needs
from tests.manuscript.outline.test_outline import headings
from tests.notation import doc

BODY = "各级各部门要认清形势，主动作为，把各项任务落到实处，确保取得实实在在的成效。"


def kinds(line: str) -> list[str]:
    return [s.kind.value for s in outline_of(doc(line)).walk()]


def test_every_part_of_a_speech_is_a_node() -> None:
    line = f"在会上的讲话 | 同志们： | {BODY} | 一、甲 | {BODY} | 同志们，努力吧！ | 谢谢大家！"
    assert kinds(line) == ["title", "salutation", "opening", "section", "closing"]


def test_a_school_speech_with_ordinals_at_line_heads() -> None:
    m = doc(
        "在2024年秋季开学典礼上的讲话 | 云川市第三中学校长　李某某 | （2024年9月1日） | "
        "尊敬的各位老师、亲爱的同学们： | 我给同学们提三点希望。 | "
        "第一，志存高远，做有理想的人。理想是灯塔。 | "
        "第二，勤奋刻苦，做有本领的人。第一名可贵，但第一次登台的勇气更可贵。 | "
        "第三，崇德向善，做有品格的人。首先要尊敬师长，从三、五分钟的劳动做起。 | "
        "最后，祝老师们工作顺利！"
    )
    assert headings(m) == [
        "0 在2024年秋季开学典礼上的讲话",
        "3 志存高远，做有理想的人",
        "3 勤奋刻苦，做有本领的人",
        "3 崇德向善，做有品格的人",
    ]


def test_an_enterprise_report_with_parts_and_mixed_levels() -> None:
    m = doc(
        "凝心聚力谋发展　乘势而上开新局 | ——在公司2024年度工作会议上的报告 | 总经理 王某 | "
        "（2024年1月15日） | 各位代表、同志们： | 请予审议。 | 第一部分　2023年工作回顾 | "
        "1.市场开拓取得新突破。新签合同63份。 | 2.安全生产平稳。未发生事故。 | "
        "第二部分　2024年重点工作 | 一、聚焦主业 | （一）抓市场。 | 1、稳存量。要稳住。 | "
        "2、拓增量。要走出去。 | 二、守牢底线 | （一）压实责任。 | （1）主体责任。要签字。"
    )
    assert headings(m) == [
        "0 凝心聚力谋发展　乘势而上开新局",
        "1 2023年工作回顾",
        "3 市场开拓取得新突破",
        "3 安全生产平稳",
        "1 2024年重点工作",
        "1 聚焦主业",
        "2 抓市场",
        "3 稳存量",
        "3 拓增量",
        "1 守牢底线",
        "2 压实责任",
        "3 主体责任",
    ]


def test_a_government_speech_in_a_single_line() -> None:
    m = doc(
        "在全县安全生产会议上的讲话同志们：刚才通报了情况。下面，我讲三点意见。"
        "一、提高站位，切实增强做好安全生产工作的责任感当前，全县形势总体平稳，但不容乐观。"
        "二、突出重点，扎实推进隐患排查整治一要紧盯重点领域。各行业要排查。"
        "二要紧盯重点时段。节假日要严防。三、压实责任，确保各项措施落地见效"
        "各级各部门要各司其职，密切配合。同志们，让我们共同努力！谢谢大家！"
    )
    assert headings(m) == [
        "0 在全县安全生产会议上的讲话",
        "1 提高站位，切实增强做好安全生产工作的责任感",
        "1 突出重点，扎实推进隐患排查整治",
        "3 紧盯重点领域",
        "3 紧盯重点时段",
        "1 压实责任，确保各项措施落地见效",
    ]
    assert outline_of(m).sections[0].children[-1].kind is SectionKind.CLOSING


def test_a_womens_federation_speech_with_points_behind_a_colon() -> None:
    m = doc(
        "在临江区妇女代表大会上的讲话 | 各位代表，同志们，姐妹们： | "
        "首先，我代表区委致以问候！ | 一是起步早，二是力度大，三是效果好。 | "
        "一、把牢方向，当好“主心骨”。一方面，要抓学习；另一方面，要抓宣传。 | "
        "二、服务大局，争做“排头兵”。要做到：一是在乡村振兴中建功；二是在治理中出彩。 | "
        "各位代表、姐妹们！让我们团结奋斗！"
    )
    assert headings(m) == [
        "0 在临江区妇女代表大会上的讲话",
        "1 把牢方向，当好“主心骨”",
        "1 服务大局，争做“排头兵”",
        "3 在乡村振兴中建功",
        "3 在治理中出彩",
    ]


def test_headings_without_numbers() -> None:
    m = doc(
        f"在谈话会上的讲话 | 同志们： | {BODY} | 要始终对党忠诚 | {BODY} | "
        f"要始终心系群众 | {BODY} | 同志们，努力吧！"
    )
    assert headings(m) == ["0 在谈话会上的讲话", "1 要始终对党忠诚", "1 要始终心系群众"]


@pytest.mark.parametrize(
    ("first", "second"), [("范文一", "范文二"), ("第一篇", "第二篇"), ("【篇一】", "【篇二】")]
)
def test_two_speeches_with_titles_under_bare_piece_numbers(first: str, second: str) -> None:
    m = doc(
        f"{first} | 在教育会议上的讲话 | 同志们： | 一、甲。{BODY} | 谢谢大家！ | "
        f"{second} | 在卫生会议上的讲话 | 同志们： | 一、乙 | {BODY}"
    )
    assert headings(m) == ["0 在教育会议上的讲话", "1 甲", "0 在卫生会议上的讲话", "1 乙"]


def test_pieces_whose_number_is_in_the_title() -> None:
    m = doc(
        "工会主席发言稿（精选2篇） | 工会主席发言稿 篇1 | 各位同事： | 1、学习。要学。 | "
        "2、服务。要服务。 | 谢谢大家！ | 工会主席发言稿 篇2 | 各位代表： | 很高兴参加会议。"
    )
    assert headings(m) == ["0 工会主席发言稿 篇1", "3 学习", "3 服务", "0 工会主席发言稿 篇2"]


def test_a_second_speech_is_found_by_title_and_salutation() -> None:
    m = doc(
        f"在春训会上的讲话 | 同志们： | 一、甲 | {BODY} | 谢谢大家！ | "
        f"在夏训会上的讲话 | 同志们： | 一、乙 | {BODY}"
    )
    assert headings(m) == ["0 在春训会上的讲话", "1 甲", "0 在夏训会上的讲话", "1 乙"]


def test_full_width_numbers_and_indents() -> None:
    m = doc(
        "关于２０２４年农业工作的报告 | 　　各位委员： | 　　（一）主要成效 | "
        "　　１．粮食稳中有增。产量１２．５万吨。 | 　　２．特色加快发展。新建果园。 | "
        "　　（二）下步打算 | 　　第一、抓产业；第二、抓人才；第三、抓品牌。"
    )
    assert headings(m) == [
        "0 关于２０２４年农业工作的报告",
        "2 主要成效",
        "3 粮食稳中有增",
        "3 特色加快发展",
        "2 下步打算",
        "3 抓产业",
        "3 抓人才",
        "3 抓品牌",
    ]


def test_half_width_full_stops_end_headings_too() -> None:
    m = doc(
        "在镇党代会上的报告 | 各位代表: | 一.过去五年 | 做了两项:一是抓产业,促增收.发展茶园5.5亩."
        "二是抓环境.改厕1200户. | 二.今后思路 | 1.指导思想.高举旗帜. | 2.目标.到2028年突破3万元."
    )
    assert headings(m)[1:] == [
        "1 过去五年",
        "3 抓产业,促增收",
        "3 抓环境",
        "1 今后思路",
        "3 指导思想",
        "3 目标",
    ]


def test_headings_run_into_their_paragraphs_without_any_mark() -> None:
    m = doc(
        "在招商大会上的讲话 | 同志们： | "
        "一、认清形势，坚定招商引资的信心和决心当前，区域竞争日趋激烈，不进则退。要看到差距。 | "
        "二、创新方式，提升招商引资的质量和水平招商引资是一项系统工程，要创新思路，综合施策。 | "
        "三、优化环境，形成招商引资的强大合力各级各部门要树立“一盘棋”思想，主动服务，密切配合。"
    )
    assert headings(m)[1:] == [
        "1 认清形势，坚定招商引资的信心和决心",
        "1 创新方式，提升招商引资的质量和水平",
        "1 优化环境，形成招商引资的强大合力",
    ]


def test_a_table_of_contents_is_not_the_outline() -> None:
    contents = "一、提高站位……1 | 二、聚焦重点……5 | 三、加强领导……9"
    text = f"一、提高站位 | {BODY} | 二、聚焦重点 | {BODY} | 三、加强领导 | {BODY}"
    title = "0 在党建会上的讲话"
    found = [title, "1 提高站位", "1 聚焦重点", "1 加强领导"]
    assert headings(doc(f"在党建会上的讲话 | 目　录 | {contents} | 同志们： | {text}")) == found
    assert headings(doc(f"目录 | {contents} | 在党建会上的讲话 | 同志们： | {text}")) == found


def test_a_skeleton_of_blanks_keeps_its_tree() -> None:
    m = doc(
        "在____会议上的讲话 | （20__年__月__日） | ____（姓名） | 同志们： | "
        "今天，我们召开____会议。 | 一、肯定成绩 | 取得了____。一是____。二是____。 | "
        "二、____ | （一）____不够到位。____ | 同志们，____！"
    )
    assert headings(m) == [
        "0 在____会议上的讲话",
        "1 肯定成绩",
        "3 ____",
        "3 ____",
        "1 ____",
        "2 ____不够到位",
    ]


def test_a_moderators_script_and_three_sentences_of_advice() -> None:
    m = doc(
        "毕业典礼主持词 | （2024年12月） | 各位领导、同志们： | 现在开会。 | "
        "送大家三句话。第一句话，永葆情怀。要爱国。第二句话，永葆奋斗。要实干。 | "
        f"就落实会议精神，我强调两点： | 一要传达学习。{BODY} | 二要谋划部署。{BODY} | 散会！"
    )
    assert headings(m) == [
        "0 毕业典礼主持词",
        "3 永葆情怀",
        "3 永葆奋斗",
        "3 传达学习",
        "3 谋划部署",
    ]


@needs(SPEECHES)
@pytest.mark.parametrize("name", ["S0", "S1", "S2", "S3", "S4"])
def test_labelled_speeches_without_their_noise(name: str) -> None:
    text = (SPEECHES / f"{name}.txt").read_bytes().decode("utf-8")
    gold = json.loads((SPEECHES / f"{name}.json").read_text("utf-8"))
    for noise in sorted(gold["noise"], key=lambda z: z["start"], reverse=True):
        if not noise.get("optional"):
            text = text[: noise["start"]] + text[noise["end"] :]
    found = {line.split(" ", 1)[1] for line in headings(doc(text.replace("\n", " | ")))}
    wanted = {o["title"] for o in gold["outline"] if not o.get("optional")}
    assert len(wanted & found) >= 0.9 * len(wanted)
