"""Letters and signs that mean themselves, by the place they stand in; the same as blanks."""

import pytest

from editor.blanks.grammar import scan
from tests.blanks.marked import plain, shown

# A letter for its shape, a name of science, mathematics, a key, a sign that is spoken of.
THEMSELVES = """
前方是一个“X”形路口，注意减速。
两条路呈X形交叉，绳子打成X字。
支架做成“X”型，横梁画一个‘X’状记号。
接通后请按*号键返回，按#键结束。
输入卡号后按*键，再按“*”确认。
在这门语言里，*是乘方，×是乘号。
符号*表示通配，带*号的为必填项，标*的要复印。
“5G+X”里的X，指的是千行百业。
“1+X”中，“1”是学历证书，“X”是技能等级证书。
我们这X一代，伴着互联网长大，X世代和Z世代各有所长。
医院添了X光机、X射线仪，X染色体检查也开展了。
沿X轴方向移动，X坐标不变，x值增大，y值减小。
设x为人数，则x加3等于8，求x。
从A、B、X三个方案里选一个，选项X最稳。
代号X的试验、型号X的样机、字母X的写法。
他在答题卡上打了个×，对的打√，错的画×。
按下键盘上的X键和Ctrl+X组合键。
用“×”标出错字，用*标出重点。
x≥5，x＜9，x的平方，2x+1，x/y，f(x)。
X战警、X档案、X因素，讲的都是未知。
把“X”换成自己的姓，字母“X”读作艾克斯。
拼音x、q、j后面的ü省去两点。
工地入口是个X型岔道，两侧立着警示牌。
大桥采用“X”字形斜撑，抗震能力强。
语音提示：查话费请按1，返回请按*。
密码以*显示，输错三次锁定。
公式里的*号改成了×号。
打造“AI+X”，这里的“X”可以是农业，也可以是医疗。
队员排成一个大大的“X”。
做完X线检查再去三楼。
X射线安检机、x光片、ｘ射线都在这里。
甲数是x，乙数比x多3。
“红色物业+X”中的X既是服务也是责任。
航天员乘坐龙飞船和SpaceX公司的飞船。
“×”代表缺席，“√”代表到会。
游戏手柄上A、B、X、Y四个键。
罗马数字X就是十，Ⅴ是五。
乘号×与字母x不同。
Generation X一代如今已人到中年。
他在名字旁边画了一个×。
表中带×的项目今年暂缓。
"""
STAND_INS = """
⟦X⟧市总工会在“⟦X⟧”路口设了服务站。
打造学习型、服务型、⟦X⟧型社会组织。
第⟦X⟧代产品已经下线，⟦X⟧号楼同时封顶。
于⟦*⟧号召开大会，发出⟦*⟧号文件。
⟦*⟧是我市的老劳模，⟦×⟧是他的徒弟。
推进“党建+X”模式，⟦X⟧工会带了好头，⟦X⟧县也在学。
坚持以“⟦X⟧”精神为引领，弘扬“⟦X⟧”作风。
⟦X⟧光荣地当选为代表，⟦X⟧光彩事业促进会成立。
⟦X⟧字〔2024〕5号文件，⟦X⟧线上线下同步。
请⟦X⟧书记、⟦X⟧主任和⟦X⟧局长上台。
⟦×⟧县、⟦×⟧镇、⟦×⟧村三级联动。
设⟦X⟧个分会场，求得⟦X⟧家单位支持。
向⟦X⟧表示感谢，由⟦X⟧表示祝贺。
按⟦X⟧元标准发放，打⟦X⟧折销售。
带⟦*⟧名徒弟，标兵⟦*⟧人。
代⟦X⟧市长讲话，为⟦X⟧书记点赞。
在⟦X⟧方向上发力，沿⟦X⟧路前行。
型号多达⟦X⟧种，字母多达⟦X⟧个。
⟦X⟧型企业建设稳步推进。
由⟦X⟧中队承担，⟦X⟧支队配合。
“⟦X⟧”杯职工篮球赛圆满落幕。
“⟦X⟧”节上，⟦X⟧剧团演出了新戏。
走“⟦X⟧”之路，创“⟦X⟧”品牌，树“⟦X⟧”标杆。
去年⟦X⟧光伏电站并网，⟦X⟧线上平台开通。
学习“⟦X⟧”重要思想，落实“⟦X⟧”战略。
向⟦×⟧同志学习，以⟦×⟧为榜样。
⟦*⟧局长带队，到⟦*⟧镇调研⟦*⟧次。
用⟦X⟧天时间，把⟦X⟧个村走遍。
以⟦X⟧公司为龙头，将⟦X⟧建成样板。
按⟦X⟧的要求，带⟦X⟧的队伍。
标准⟦X⟧项，标兵⟦X⟧名，注册⟦X⟧家。
输入⟦X⟧万吨，敲定⟦X⟧个项目。
在⟦X⟧的坚强领导下，“⟦X⟧”行动成效明显。
⟦X⟧代表发言，⟦X⟧指挥长总结。
"""


@pytest.mark.parametrize("row", [row for row in THEMSELVES.split("\n") if row])
def test_what_means_itself_is_no_blank(row: str) -> None:
    assert [row[f.start : f.end] for f in scan(row)] == []


@pytest.mark.parametrize("row", [row for row in STAND_INS.split("\n") if row])
def test_what_stands_for_a_word_is_a_blank(row: str) -> None:
    assert shown(plain(row)) == row
