"""Numbers and names that vanished without a trace: 实现产值亿元, 今年月日, 请同志宣读.

Some sites delete every figure and name of a template. What is left is a measure word, a
calendar word or a title that cannot stand without one: that word is the blank, and it is
filled in front of it. Where a list is gone (监票人是。) the blank is the word with the
mark behind it, and it is filled between the two. `vanished` asks for a frame that proves
the gap; `suspected` is for a text with proven gaps (有个村 may be 'there is a village').
"""

from __future__ import annotations

import re

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import FoundBlank

_STOP = r"[，,。；;！!]"
_END = rf"(?=[ \u3000]?(?:{_STOP}|$)|左右)"
# What begins with a measure word and is a word of its own: 个别, 名单, 人员, 条件 …
_COUNTED = (
    "个(?![别人体性案税展中子位头大股])|家(?![庭长属乡具电国园人政校居族境住务禽畜底装中教企])|项(?![目链])|"
    "名(?![的望气声无利目堂山单额称字义誉牌录师优校企品家胜次册词副列人医为])|户(?![籍口外型主均数头])|"
    "场(?![地所馆景面合域外内次部站均])|次(?![序数要品日年生级月元第])|位(?![置于次居列移])|"
    "件(?=[，,。；;、])|条(?![件例款理令约纹目幅文块])|座(?![谈位右椅次落席标驾上])|"
    "台(?![账湾风词阶式商胞州柱上下前])|对(?=夫妇|夫妻|新人)"
)
_PERSON = (
    r"(?:正式|困难|优秀|先进|在职|农民|青年)?(?:党员|代表|委员|候选人|人大代表|职工|会员|员工|干部|学生|教师|群众|"
    r"民警|劳模|同志|选手|队员|志愿者|团员|居民|村民|工人|嘉宾)"
)
_HAS = r"(?:[共现约设]有|[共总合]计|[下共]辖|共设|达到|多达|全[县市区省镇乡州村厂校国]有)"
_CHOSEN = r"(?:选举|推选|选出|产生|表彰|培训|慰问|新增|抽调|选派|招聘|邀请|吸纳|发展|从|救助|帮扶)"
_PRESENT = (
    r"(?:[应实]到|[应实]到会|到会|请假|缺席|[应实]参加)(?:会)?的?(?:正式)?"
    r"(?:代表|党员|会员|委员|职工|股东|团员|人员)?(?:为|有|共|共有)?"
)
_MONEY = (
    r"(?:完成|实现|投资|投入|资金|经费|收入|产值|总值|利润|税收|利税|总额|金额|[共总合累]计|补助|奖励|发放|下拨|拨付|"
    r"筹集|筹措|募集|捐款|节约|节省|创收|贷款|存款|余额|增加值|销售额|签约额)"
)
_SIZE = r"(?:面积|占地|里程|全长|总长|产量|总产|达到?|[共合]计|造林|种植)"
_MORE = r"(?:提高|增长|提升|上升|下降|降低|回落|增加|减少|加快|高出|高|低|快)了?"
_ACT = (
    r"(?:作|做|主持|宣读|宣布|担任|代表|讲话|发言|致|介绍|通报|汇报|带领|传达|上台|领奖|总结|述职|"
    r"表态)"
)
_OURS = "[县市区镇省国校院司]"
_ROLE = (
    r"(?:(?:监票|计票|唱票|主持|总监票|发言|获奖)人|评委|来宾|人员名单|代表名单|得分|票数)(?:分别)?"
)
_TITLE = r"(?:副?(?:部|县|市|局|区|镇|校|院|董事)长|副?书记|副?主[任席]|总?经理|同志)"
_GUESTS = r"(?:出席|参加|莅临|光临|到会|列席|到场|担任)[^，,。；;：:]{0,24}?"
# The mark or letter behind the gap belongs to the blank: the gap is between the two.
_NO_LIST = (
    rf"(?:[.．、](?={_STOP})|{_STOP}|[让请对](?<=有.|是.|为.|[:：].)(?=我们|允许|他们|各位|你们))"
)
_BEFORE_DAY = r"(?:[今去明前]年|[0-9０-９xX×*]年|[自从于至到在]|截至|截止)"
_NO_DAY = r"(?![均报常程志记历期益前后夜月])"
_DONE = (
    r"(?:新建|改造|建成|培训|慰问|走访|救助|表彰|评选|解决|化解|实施|举办|开展|召开|签约|引进|查处|立案|处分|检查|排查|整改|"
    r"受理|办理|接待)(?:各类|困难)?"
)

# The signs of a family: characters, then those of which one stands behind them, in every
# text that one of its frames fits. Group 1 of a frame is the blank.
_Family = tuple[tuple[tuple[str, str], ...], tuple[str, ...]]
_MEASURE = "个家项名户场次位件条座台对"
_DATES: tuple[_Family, ...] = (
    (
        (("月", "日"), ("年", "月我他她被参入毕，,"), ("之", "年")),
        (
            r"(?:[今去明前]年|[0-9０-９xX×*]年)(月份?)(?=[，,。；;、至到])",
            rf"{_BEFORE_DAY}(月)日{_NO_DAY}",
            rf"{_BEFORE_DAY}月(日){_NO_DAY}",
            rf"{_BEFORE_DAY}月日[至到—-]月?(日){_NO_DAY}",
            rf"^[ \u3000]*(是)(?=[^，,。；]{{0,6}}{_OURS}[^，,。；]{{2,40}}之年[，,。])",
            r"(?:^|[。；;！])[ \u3000]*(年)(?=[，,]?(?:我|他|她|被|参加工作|入党|毕业))",
        ),
    ),
    ((("第", "届次批期"),), (r"第(?<![门及次府宅科等落品]第)([届次批期])",)),
    (
        (("届", "中次"), ("的", "大")),
        (
            r"届(中)全会",
            r"届(次)(?=全会|全体|会议|职代会|执委|代表|党代|人代|团代)",
            r"党的(大)(?=精神|报告|以来|代表|召开|胜利|闭幕)",
        ),
    ),
)
_FIGURES: tuple[_Family, ...] = (
    (
        (("长降高升落达占为到少加约了率成幅", "%％"),),
        (rf"(?<=[长降高升落达占为到少加约了率成幅])([%％])(?=以上|左右|的|{_STOP}|、)",),
    ),
    (
        (("达到成现资入费值润税额计助励放拨付集措款约省收贷存模金", "万亿"),),
        (rf"(?<![户人]均){_MONEY}(?:资金)?([万亿]元){_END}", rf"达到?(万元){_END}"),
    ),
    (
        (("入资助励款额准计金到", "元"),),
        (rf"(?:收入|工资|补助|奖励|罚款|捐款|总额|标准|金额|合计|共计|奖金|达到)(元){_END}",),
    ),
    ((("高长升降低落加少快了", "个"),), (rf"{_MORE}(个)百分点",)),
    ((("年", "个"), ("时", "分")), (r"[时达经近约]年(个)月", r"小时(分)钟")),
    (
        (("积地程长量产达到计林植", "亩吨公万平"),),
        (rf"{_SIZE}(万?[亩吨]|平方公里|公里|万?平方米|公顷){_END}",),
    ),
)
_PEOPLE: tuple[_Family, ...] = (
    (
        (("应实", "到参"), ("请", "假"), ("缺", "席"), ("到", "会")),
        (rf"(?<!落){_PRESENT}(名|(?<!的)人)(?={_STOP}|[、）)])",),
    ),
    ((("额人", "名"),), (rf"(?:名额|候选人)(名)(?={_STOP})",)),
    (
        (("举选出生彰训问增调派聘请纳展从助扶定荐了", "名"),),
        (
            rf"{_CHOSEN}(名)(?={_PERSON})",
            r"(?:选举产生|确定|推荐|推选)了?(名)(?![单额称义次牌人优师录字誉])(?=[\u4e00-\u9fff]{0,6}(?:候选人|委员|代表))",
        ),
    ),
    (
        (("员工部师生众民", "名人"),),
        (r"(?:党员|委员|会员|职工|干部|教师|学生|群众|村民|居民)([名人])(?=[，,。；;])",),
    ),
    (
        (("（(，,", "共人"),),
        (r"[（(]共(人)[)）]", r"[，,](人)(?=未到[，,]其中|请假|缺席)"),
    ),
    ((("亡伤难踪", "人"),), (r"(?:死亡|受伤|遇难|失踪)(人)(?=以上|以下|[，,。；;])",)),
    ((("共", "人"),), (r"(?<=[，,。；;有约会])共(人)(?=参加|出席|到会)",)),
    ((("票", "张各"),), (r"(?:选票|表决票|测评票)各?(张)(?=[，,。；;、])",)),
    ((("有计辖设到", _MEASURE),), (rf"{_HAS}({_COUNTED})",)),
)
_NAMES: tuple[_Family, ...] = (
    # 群众 past a filter
    (
        (("众", "，,。的、；;：”接"),),
        (r"(?:的|服务|接触|联系|[在向])(众)(?=[，,。的、；;：”]|接触)",),
    ),
    (
        (("由请迎选，、,·…．.", "同"),),
        (
            rf"(?:[由请]|欢迎|推选|补选)(同志)(?={_ACT})",
            r"[·…．.]{3}(同志)(?=[的在作就])",
            r"[，、,](同志)(?=担任|宣读|宣布|主持|传达|通报|作了|做了|代表(?!们))",
        ),
    ),
    ((("人委宾单别分数", "是有为"),), (rf"{_ROLE}([是有为][:：]? ?{_NO_LIST})",)),
    ((("谢请迎的由向", ".．"),), (rf"(?:[谢请由向]|欢迎|尊敬的)([.．])(?={_TITLE})",)),
    ((("的还导宾", "有"),), (rf"{_GUESTS}(有[:：]?{_NO_LIST})",)),
    # the first of a list, or the name of a document, is gone: 代表、县政府; 《的通知》
    (
        (("表共：:，,。；、", "、"), ("在由", "和与")),
        (
            r"(?:我代表|中共)(、)(?=[\u4e00-\u9fff]{0,4}(?:[县市区省镇乡州]|党|公司|政府))",
            r"(?<=[：:，,。；])(、)(?=[\u4e00-\u9fff])",
            r"(?<=[\u4e00-\u9fff]、)(、)(?=[\u4e00-\u9fff])",
            r"[在由]([和与](?![谐平睦解气善风日]))(?=[^，,。；]{2,16}的(?:坚强|正确)?(?:领导|关心|支持|指导)下)",
        ),
    ),
    (
        (("《", "的关"),),
        (
            r"《(的)(?=[^》]{0,12}(?:通知|决定|意见|办法|方案|报告|规定|通报|批复|公告|条例)》)",
            r"《关于(的)(?=[^》]{0,12}(?:通知|决定|意见|办法|方案|报告|规定|通报|批复|公告)》)",
            r"《关于(》)",
        ),
    ),
    (
        (("请", ".．、宣致上讲发"),),
        (
            r"(?:下面|现在)[，,](?:首先)?有?请(上台|讲话|发言)(?!稿|人|者|精神)",
            r"[:：，,。；](?:下面|现在)?有?请(宣布|宣读|致(?:开幕词|闭幕词|欢迎词|辞))(?!人|完|者)",
            r"(?:下面|现在|首先|最后)[，,]?(?:我们)?(?:首先)?有?(请[.．、])(?=[，,\u4e00-\u9fff])",
        ),
    ),
)
_DOUBTFUL: tuple[_Family, ...] = (
    ((("有", _MEASURE),), (rf"(?<![没只唯仅独稀少所])有(?!位)({_COUNTED})",)),
    (
        (("建造成训问访助彰选决解施展办开约进处案分查改理待类难", _MEASURE),),
        (rf"{_DONE}({_COUNTED})",),
    ),
    (
        (("口积训待务助与", "万人"),),
        (r"(?:人口|面积|培训|接待|服务|救助|参与)(万[人名亩户]|人次)(?=[，,。；;])",),
    ),
)


class _Frames:
    """Families of frames behind the pairs of characters that are their signs.

    One search for those pairs is all that a clean text costs: there are many families,
    and a search of its own for each would cost more than all other blanks together.
    """

    def __init__(self, families: tuple[_Family, ...]) -> None:
        self._frames = [[re.compile(frame) for frame in frames] for _, frames in families]
        self._pairs: dict[str, int] = {}
        for at, (signs, _) in enumerate(families):
            for firsts, seconds in signs:
                pairs = (first + second for first in firsts for second in seconds)
                self._pairs |= {pair: self._pairs.get(pair, 0) | 1 << at for pair in pairs}
        firsts = "".join(sorted({pair[0] for pair in self._pairs}))
        seconds = "".join(sorted({pair[1] for pair in self._pairs}))
        self._sign = re.compile(f"[{re.escape(firsts)}](?=([{re.escape(seconds)}]))")

    def found(self, text: str) -> list[FoundBlank]:
        """The blanks of a paragraph, family by family."""
        signs = 0
        for match in self._sign.finditer(text):
            signs |= self._pairs.get(match[0] + match[1], 0)
        return [
            FoundBlank(*match.span(1), BlankKind.DROPPED)
            for at, frames in enumerate(self._frames)
            if signs >> at & 1
            for frame in frames
            for match in frame.finditer(text)
        ]


_SURE = _Frames(_DATES + _FIGURES + _PEOPLE + _NAMES)
_MAYBE = _Frames(_DOUBTFUL)


def vanished(text: str) -> list[FoundBlank]:
    """The proven gaps of a paragraph."""
    return _SURE.found(text)


def suspected(text: str) -> list[FoundBlank]:
    """What else is a gap in a text where other numbers vanished."""
    return _MAYBE.found(text)
