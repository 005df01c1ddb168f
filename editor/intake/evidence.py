"""How much a line has of a site's furniture: signs that add up, none of them enough alone.

Whole words of sites are only one sign of several; a line's shape, whom it speaks to and
what it speaks about (the text itself, the page, the reader) count as much.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from editor.intake.shapes import is_salutation

# From this sum on a line is a site's, where a speech has not begun or is over.
ENOUGH: Final = 3
# A whole sentence that does not speak of the text or the page needs more than this.
_OVERWHELMING: Final = 4


class Sign(NamedTuple):
    """A group of words that say the same: what one of them weighs, and two or more."""

    name: str
    one: int
    more: int
    pattern: re.Pattern[str]


def _sign(name: str, one: int, more: int, words: str) -> Sign:
    return Sign(name, one, more, re.compile("|".join(words.split()), re.IGNORECASE))


_SIGNS: Final = (
    _sign(
        "button",
        2,
        3,
        "点击 点此 点这里 点开 轻点 戳 下载 登录 登陆 注册 开户 扫码 扫一扫 二维码 收藏 打赏 "
        "打印 复制 刷新 加载 载入 展开 收起 清单 书架 申诉 举报 纠错 挑错 关灯 送花 鸡蛋 评分 "
        "只看 签到 浏览 阅读 分享 转发 点赞 立即 马上 试用 返回 首页 主页 顶部 按钮 右上角 "
        "左下角 查看 搜索 订阅 留言 评论 回复 跟帖 投票 字号 人气 点击数 热度 换一批 换一换 "
        "关闭 保存 存下 领取 加群 加好友 支付 购买 付费 充值 安装 开通 续费 解锁 书签 夜间 目录 "
        "追问 提问 采纳 列表 推给 打开APP 剩余 退出 浏览器 Loading 页面 插件 Flash Player 切换 "
        "邮箱 邮件 收件人 发件人",
    ),
    _sign(
        "site",
        2,
        3,
        "本站 本网 本页 本栏 本号 本平台 网友 网站 站内 站长 会员(?!单位|企业|大会|代表|小组|家) "
        "游客 VIP 积分 金币 客服 写手 "
        "代笔 代写 佚名 上传 发布者 发布人 楼主 版块 论坛 本帖 帖子 威望 公众号 小编 编辑部 "
        "微信 QQ APP 客户端 星标 店铺 匿名 答主 用户 手机[版站] 电脑版 触屏版 备案 网址 "
        r"\{[^{}]*(?:标题|站点|站名|栏目|标签)[^{}]*\} "
        r"[一-龥]{2,8}(?:网|文库|素材站|资料站|范文站)(?![络格点上下民信站])",
    ),
    _sign(
        "text",
        1,
        2,
        "全文 原文 正文 文档 文库 范文 例文 范本 模板 素材 稿件 文稿 本稿 资料 合集 大全 宝典 "
        r"[\d一二三四五六七八九十]+\s*篇 \d+\s*字 \d+\s*页 \d\s*[KM]B? Word docx? PDF 格式 预览 "
        r"整[个篇]讲稿 讲稿内容 篇幅 示范 排版 字数 读完 \d+\s*分钟 文章 写作 写稿 投稿 约稿 投递 "
        "摘要 导读 导语 汇编 无水印 附件 稿子 好稿 排版 完整版 类型 类别 主题：",
    ),
    _sign("genre", 2, 3, "讲话稿 发言稿 演讲稿 主持词 致辞稿 议论型 叙事型 应用文"),
    _sign(
        "links",
        1,
        2,
        "相关 同类 类似 相近 相似 热门 热议 热搜 热点 推荐 荐读 最新 猜你 精选 精品 更多 上一篇 "
        "下一篇 上篇 下篇 前一章 后一章 话题 标签 关键词 专题 排行 本周 延伸 往期 栏目 随机 "
        "链接 随便看看 您?可能 大家都在 还看 看过 其他 其它",
    ),
    _sign(
        "rights",
        1,
        3,
        "版权 著作权 转载 转自 摘编 镜像 侵权 刊用 未经 声明 真实性 立场 观点 来源 出处 原创 授权 "
        "独家 署名 作者 撰稿 编辑 责编 校对 审核 供稿 图源 通讯员 删除 敬告 告示 免责 来自网络 "
        "网络收集",
    ),
    _sign("use", 1, 2, "仅供 仅作 参考 借鉴 学习交流 交流学习 仅用于 请勿 谢绝 对照"),
    _sign(
        "advice",
        2,
        3,
        "可以?(?:根据|结合|按照?|补充|删|替换|调整|修改|适当|酌情|加入|灵活|自行|任意|自由) "
        "使用(?:提示|建议|说明) 修改建议 写作(?:提示|思路|要点) 实际情况(?:替换|修改|调整) "
        "温馨提示 小贴士 替换其中",
    ),
    _sign(
        "chat",
        3,
        4,
        "随时告诉我 (?:您|你)?需要我 "
        "如需(?:根据|结合|进一步|其他)[^。]{0,30}(?:调整|修改|定制|补充|版) "
        "如(?:果|需)(?:您|你)?(?:还)?(?:需要?|想要?)[^。]{0,20}(?:版|稿|词|调整|修改) "
        "希望(?:这|本|以上|上述)[^。]{0,16}(?:帮助|有用|启发|满意) "
        r"^[\s　]*(?:好的|当然(?:可以)?)[，,！!。] "
        "(?:以下|下面|这)是(?:一|我)?[份篇则为][^。]{0,40}(?:稿|讲话|发言|致辞|范文)",
    ),
    _sign(
        "offer",
        3,
        4,
        "(?:为|给|替)(?:您|你|大家|各位|朋友们?|大伙儿?)[^。，]{0,6}"
        "(?:整理|搜罗|挑|收集|搜集|准备|带来|分享|汇总|精选|撰写|推荐) "
        "本文[^。]{0,6}(?:将|就)[^。]{0,60}(?:介绍|探讨|分享|解析|盘点|整理|讨论) "
        "怎么写 怎么讲 怎样写 如何写 求[^。，]{0,8}(?:稿|范文|发言|讲话)",
    ),
    _sign(
        "about",
        2,
        3,
        "(?:这|本|该|此|上|全)[篇份则段]"
        "(?:讲话|发言|致辞|致词|演讲|稿|文(?!章)|范文|主持词|内容|例文|材料) "
        "(?:以上|上述|本)(?:文|范文|内容|稿件|文章|讲话稿|发言稿|资料) "
        "[本这此][篇份则][^，,。]{0,20}(?:稿|范文|例文|讲话|发言|致辞) "
        "从(?:以下)?几个(?:部分|方面)来?介绍 ^[\\s　]*第[一二三四五六]个?部分[是为]",
    ),
    _sign(
        "judged",
        1,
        2,
        "适合 适用 条理 语言 语气 结构 层次 风格 贴近 朴实 生动 感染力 场景 场合 突出了 体现了 "
        "涵盖 围绕 包含 正能量 侧重 字左右",
    ),
    _sign("reader", 1, 2, "您 亲[，,] 读者 朋友吧 帮(?:到|上) 对你 瞧瞧 来看看"),
    _sign(
        "stamp",
        2,
        3,
        r"https?: www\. \.com \.cn \.net [a-z]{3,}\.[a-z]{2,7} [A-Za-z_]{3,}\d{2,} \d{1,2}:\d\d "
        r"20\d\d-\d{1,2}-\d{1,2} \d+\s*(?:天|小时|个?月|年|分钟)前 [👉👈👇👆☞☜►▶◀←→▲▼↓↑] \[LV "
        r"^[A-Za-z]{0,6}\d(?=\w*[a-zA-Z])[A-Za-z\d]{9,}$ [一-龥）》]\s*\d\d-\d\d$ "
        r"\d{3,4}-\d{7,8} 1[3-9]\d{9} [¥￥]\s*\d [A-Z]{2,}\d*-\d{2,}",
    ),
    _sign(
        "shop",
        2,
        3,
        "店家 销量 商品 售出 退换 慎拍 掌柜 旺旺 拍下 秒发 电子版 卖家 买家 下单 包邮 年费 甄别 "
        "购物车 优惠券 原价 现价 会员价 立减 "
        r"[\d.]+\s*(?:元|下载券|积分|金币|学币|文币|点券)(?:/份)?$ "
        r"[：:]\s*[A-Za-z]\w{4,}$ 智能(?:工具|助手)",
    ),
    _sign(
        "counter",
        2,
        3,
        r"^[一-龥]{1,6}[\s　]*[:：]?[\s　]*[\d.]+\s*[万千wk+℃]*$ 共\s*\d+\s*[个条页篇次] \d+\s*次 "
        r"\d\s*万\+?人 \d分 \d+\s*人(?:浏览|阅读|点赞|收藏|喜欢|看过)",
    ),
    _sign(
        "piece",
        3,
        3,
        r"^[\W_]*(?:第?[一二三四五六七八九十\d]{1,3}篇|(?:篇目?|范文|例文|样文|范例|模板|版本|样稿)"
        r"[\s　]*[一二三四五六七八九十\d]{1,3})[\W_]*$",
    ),
    # Below a picture or a report: who took it, who wrote it.
    _sign(
        "press",
        3,
        4,
        r"图文无关 ^[\s　（(]*图(?:片|源)?(?:来源|来自|为) "
        r"^[\s　（(]*[文图][/／][一-龥]{2,4}(?:\s|$) "
        r"(?:记者|通讯员|特约)[\s/]*[一-龥]{1,2}[\s]?[一-龥]{1,2}[\s]*(?:摄|文|报道|图)",
    ),
    _sign("chatty", 1, 1, "啦 哦 哟 咯 吧[。！!～~↓]*$ 小伙伴 亲们 一下吧 小心心 错过 记得"),
    _sign(
        "ornament",
        2,
        2,
        r"^[\s　]*([▼▲◆●★☆※◎■□◇○↓↑→←=~—–\-_*·]+)[^▼▲◆●★☆※◎■□◇○↓↑→←=~—–\-_*·]{1,20}\1[\s　]*$",
    ),
    _sign("table", 3, 3, r"^[\s　]*\|[^|]*\|.*\|[\s　]*$"),
    _sign(
        "path",
        2,
        3,
        r"^[\s　]*第\d+章\s \S\s*[>＞›»]\s*\S+\s*[>＞›»]\s*\S "
        r"^\s*\S{2,8}\s*[>＞›»]\s*\S{2,8}\s*[>＞›»]\s*$",
    ),
    _sign("bars", 1, 2, r"[|｜»›>＞⊙◎〖] ·\s [一-龥]_[一-龥] \s\+\s ^\s*\+ \s[-–—/]\s ^\s*[-•▪]\s"),
)
_SPOKEN = re.compile(
    "(?<!关注)(?<!联系)(?<!关于)我们|各级|群众|干部|党员|职工|(?:^|[，。；、])(?:要|必须|坚决|坚持|对|把)|同志们|咱们|"
    "作者系|内部资料|注意保存|录音|本人审阅|议程|出席|参会|"
    "我(?:代表|谨|讲|想|希望|相信|宣布|提|就|完|再)|谢谢|各位|让我|祝愿?"
)
# Who speaks of himself and his listeners again and again makes a speech, whatever he says.
_SPEAKER = re.compile(
    "(?<!关注)(?<!联系)(?<!关于)我们|咱们?|我(?=叫|是|谨|代表|想|要|的|宣布|希望|相信|市|县|区|镇|校|省|国)"
)
_EDITOR = re.compile("小编|范文|例文|本站|本网|网友|下载|会员|免费|全文|转载|版权")
_PARAGRAPH: Final = 60
_SENTENCE = re.compile("[^。！？!?；;]+[。！？!?；;]?")
_PLAIN: Final = 8
_HAN = re.compile("[一-龥]")
_FACT = re.compile(r"\d|请大家|朋友|老师|同学|让")
_NOTE: Final = 30
# A site that speaks to its readers says 各位 too, and a report says 出席.
_ADDRESSES: Final = frozenset(("chat", "offer", "press"))
_ENDED = re.compile(r"[。！？!?；;：:…][”’」』）)】]?[\s　]*$")
# A short line with the word 讲话稿 is a title.
_TITLED: Final = 30
# What speaks about the text or the page, as sentences of a speech do not.
_META: Final = frozenset(
    ("chat", "offer", "about", "advice", "rights", "text", "genre", "title", "site")
)
_BARE = re.compile(r"[\s　]*(?:\d{1,7}|[\-—=*~·•|｜>»#]{1,40})[\s　]*")
_WRAPPED = re.compile(r"[\s　]*(?:【[^】]*】|[\[［〖][^\]］〗]*[\]］〗]|[（(][^）)]*[）)])[\s　]*")
_LABELLED = re.compile(r"[\s　]*【[^】]{2,8}】\S")
_CAPTION = re.compile(r"[\s　]*[一-龥]{2,8}[:：][\s　]*")
_LABEL = re.compile(r"[一-龥]{2,5}[:：丨｜|]|[一-龥] [一-龥] [一-龥][:：]")


class Evidence(NamedTuple):
    """The sum of a line's signs, and which of them it has."""

    score: int
    signs: frozenset[str]


def weigh(text: str, title: str = "") -> Evidence:
    """What speaks for a line being a site's; ``title``: the speech's, which sites repeat."""
    signs: set[str] = set()
    score = 0
    for name, one, more, pattern in _SIGNS:
        found = {hit.group() for hit in pattern.finditer(text)}
        if found and (name != "genre" or len(text) > _TITLED):
            signs.add(name)
            score += one if len(found) == 1 else more + (len(found) > 2)
    short = len(text.strip()) <= 30 and not _ENDED.search(text)
    score += _shape(text, short)
    if title and title in text and text.strip() != title:
        score += 2
        signs.add("title")
    if _SPOKEN.search(text) and not signs & _ADDRESSES:
        score -= 3
    if len(text) > _PARAGRAPH and len(_SPEAKER.findall(text)) > 1 and not _EDITOR.search(text):
        score -= 4
    return Evidence(score if signs or _BARE.fullmatch(text) else 0, frozenset(signs))


def mostly_plain(text: str) -> bool:
    """Whether a third of a line or more is a speaker's, without a sign: a note is glued to it."""
    if len(text) <= _NOTE:
        return False
    plain = [
        hit.group()
        for hit in _SENTENCE.finditer(text)
        if len(_HAN.findall(hit.group())) >= _PLAIN and not weigh(hit.group()).signs
    ]
    spoken = any(_SPOKEN.search(s) or _FACT.search(s) for s in plain)
    return spoken and sum(map(len, plain)) * 3 >= len(text)


def is_bracketed(text: str) -> bool:
    """Whether a whole line stands in brackets: a stage direction, or a site's remark."""
    return _WRAPPED.fullmatch(text) is not None


def _shape(text: str, short: bool) -> int:
    score = int(short)
    if _BARE.fullmatch(text):
        score += 2
    if _WRAPPED.fullmatch(text) or text.count("【") + text.count("〖") > 1 or _LABELLED.match(text):
        score += 1
    score += _CAPTION.fullmatch(text) is not None
    score += min(len(_LABEL.findall(text)), 2) if len(text) <= 80 else 0
    return score


def is_furniture(text: str, found: Evidence) -> bool:
    """Whether a line outside a speech is a site's; a whole sentence needs more to be one."""
    if is_salutation(text):
        return False
    if len(text.strip()) > 24 and _ENDED.search(text):
        return found.score > (ENOUGH if found.signs & _META else _OVERWHELMING)
    return found.score >= ENOUGH
