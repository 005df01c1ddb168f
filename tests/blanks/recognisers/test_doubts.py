"""What may be a blank and may be meant: asked about, never sure; labelled before they were run.

⟨ ⟩ marks what is asked about; of a twin nothing is.
"""

import pytest

from editor.blanks.blank_reader import find_blanks
from editor.manuscript.manuscript import manuscript_of
from tests.blanks.marked import plain

SOMEONE = """
⟨某⟩股干部作风漂浮。
⟨某⟩书记在会上作了检讨。
办一个证被⟨某⟩科拦了三次。
⟨某⟩局长把公车当私车。
⟨某⟩支队的做法值得借鉴。
有的像⟨某⟩主任那样当甩手掌柜。
⟨某⟩县的教训不可谓不深。
下属⟨某⟩办公室擅自发文。
⟨某⟩站长说得好。
⟨某⟩中队队员见义勇为。
"""
SOMEONE_TWINS = """
某些干部作风漂浮。
在某种程度上缓解了压力。
某个环节出了问题。
某一阶段的重点不同。
某方面的短板要补齐。
某日清晨，王某来到工地。
李某局长落马的教训深刻。
某项工作推不动，要找原因。
去年某企业、某单位出过事故。
某次会议上大家各抒己见。
某人说某地某时发生过某事。
"""
LETTERED = """
以⟨A⟩市为例，财政十分紧张。
⟨A⟩市⟨B⟩区原区长严重违纪。
⟨B⟩县原县长受贿。
⟨A⟩公司与⟨B⟩公司签了阴阳合同。
⟨C⟩村两委班子软弱。
⟨H⟩省⟨J⟩市发生一起事故。
⟨A⟩镇⟨B⟩村的做法。
⟨D⟩单位的账目不清。
查处⟨A⟩局串通投标案。
有个⟨S⟩县人人皆知的例子。
"""
LETTERED_TWINS = """
A股市场回暖。
车停在B区停车场。
A级景区增至八家。
推行AB角制度。
IT企业落户园区。
AAA企业信用评级。
A类企业优先用地。
用U盘拷贝材料。
在B站开设账号。
展品在A区3号展厅。
"""
MANY = """
近⟨N⟩年来，案件一路攀升。
过去⟨N⟩年间，搬了三次家。
早在⟨N⟩年前就定下了规矩。
再过⟨N⟩年，这里会是另一番景象。
"""
MANY_TWINS = """
同样的话讲了N次，找了N个理由。
第N次强调安全。
依法支付N+1补偿。
构建“1+N”体系。
推进“5+N”行动。
发放N95口罩。
满足N-1校验。
磁铁的N极和S极
采用N型电池技术。
化验氮（N）元素含量。
走进CBN年会。
"""
STRIPPED = """
建于⟨202 ⟩年的泵站
自⟨202 ⟩年以来，
⟨20  ⟩年前后建成。
于⟦20  ⟧年5月开工。
到⟨202 ⟩年末完成。
该校⟨19  ⟩年建校。
⟨201 ⟩年至⟨202 ⟩年的账目
⟦20  ⟧年度工作总结
从⟨202  ⟩年起执行。
"""
STRIPPED_TWINS = """
20年前，这里还是荒滩。
2023年建成。
20 年前的今天，我们出发。
历时 30 年。
公元前202 年，刘邦称帝。
近 20 年来变化很大。
建厂已满 100 年。
工作了 20 年。
到 2023 年底建成。
"""
MOUTHS = """
由⟨口口⟩负责落实。
⟨口口⟩市总工会
请⟨口口口⟩同志讲话。
在⟨口口⟩召开现场会。
⟨口口⟩公司工会
姓名：⟨口口口⟩
共⟨口口⟩人参加。
来到⟨口口⟩镇调研。
请⟨口口⟩主任点评。
在⟨口口口⟩的领导下，
"""
MOUTH_TWINS = """
故事口口相传。
不能口口声声说为民。
在路口口头传达了通知。
统一人口口径。
建设出口口岸。
窗口口号要响亮。
在门口口角几句。
严查进口口罩质量。
户口口径不一。
堵住缺口口子。
"""
SQUARES = """
由[]负责落实。
会议在[ ]召开。
邀请[]同志授课。
全年完成[]项。
第[]届职代会
共[]人参会。
听取[]作的报告。
根据[]要求，制定本方案。
交由[]办理，[]配合。
围绕“[]”主题开展活动。
"""
SQUARE_TWINS = """
[]是　[]否
[ ] 同意 [ ] 不同意
满意[] 一般[] 不满意[]
[] 已完成整改
选择：[]A []B
请在[]内打√。
性别：[]男[]女
在方括号“[]”内填写序号。
- [ ] 写提纲
参加[] 不参加[]
"""
SPACED = """
投入⟨1 000⟩万元。
合计⟨12 500⟩元。
惠及⟨3 200⟩人。
"""
SPACED_TWINS = """
投入1000万元。
合计1,000元。
共 3 个月。
电话：62 880 001
"""


# A second lot, labelled and run once before anything was mended: 13 of 15 and 21 of 25.
MORE = """
⟨某⟩副局长违规操办婚宴。
⟨某⟩镇⟨某⟩村的干部说了实话。
⟨A⟩县⟨B⟩乡⟨C⟩村的路修了三年。
对⟨C⟩局进行了审计。
⟨N⟩年来的实践告诉我们，
始建于⟨201  ⟩年。
共计⟨2 600⟩户。
参加⟨[ ]⟩会议的同志请注意。
"""
MORE_TWINS = """
某科技公司
某室内场馆
某书记员的故事
第N年的坚守
口口是心非
赵某书记
公元前 202 年
已有 20  年了
[1]参考文献
见图[]。
10 000米长跑
ABC公司
"""


def asked(text: str) -> str:
    """The text with what is asked about between ⟨ ⟩ and what is sure between ⟦ ⟧."""
    for blank in reversed(find_blanks(manuscript_of(text))):
        _, start, end = blank.span
        left, right = "⟦⟧" if blank.sure else "⟨⟩"
        text = f"{text[:start]}{left}{text[start:end]}{right}{text[end:]}"
    return text


def bare(line: str) -> str:
    return plain(line.replace("⟨", "").replace("⟩", ""))


SQUARED = SQUARES.replace("[]", "⟨[]⟩").replace("[ ]", "⟨[ ]⟩")
ASKED = (SOMEONE, LETTERED, MANY, STRIPPED, MOUTHS, SQUARED, SPACED, MORE)
TWINS = (
    SOMEONE_TWINS,
    LETTERED_TWINS,
    MANY_TWINS,
    STRIPPED_TWINS,
    MOUTH_TWINS,
    SQUARE_TWINS,
    SPACED_TWINS,
    MORE_TWINS,
)


@pytest.mark.parametrize("line", "".join(ASKED).strip().splitlines(), ids=bare)
def test_a_doubt_is_asked_about(line: str) -> None:
    line = line.strip()
    assert asked(bare(line)) == line


@pytest.mark.parametrize("line", "".join(TWINS).strip().splitlines())
def test_its_twin_is_not(line: str) -> None:
    assert asked(line.strip()) == line.strip()
