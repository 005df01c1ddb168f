"""Whole lines that a site put around the text, told by their form.

``_ALWAYS`` holds forms no speech has; ``_EDGE`` forms count only where nothing of the
speech stands between them and the file's beginning or end (see `edges`).
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from editor.intake.sheet import Sheet


class Form(NamedTuple):
    """A form of line: what it is, why it goes, and the words one of which it must hold."""

    kind: str
    why: str
    gate: tuple[str, ...]
    pattern: re.Pattern[str]


def _form(kind: str, why: str, gate: str, pattern: str) -> Form:
    return Form(kind, why, tuple(gate.split()), re.compile(pattern, re.IGNORECASE))


_S = r"[\s　【\[（(<《·•※★☆*\-—=]*"
_SITE = r"(?:网站?|本站|文库|文档|论坛|资料库|下载站|频道|门户|[Ww][Ww][Ww]\.|\.(?:com|net|cn|org))"
# What only a site's file card says, and what a speech's own card may say too.
_CARD_TEXT: Final = (
    "上传人 上传者 上传用户 上传时间 上传日期 文档编号 资源编号 资源ID 文档分类 所属分类 "
    "文档格式 文件格式 文件大小 文档大小 文章大小 文件类型 浏览量 浏览次数 阅读次数 阅读量 "
    "点击数 点击量 点击次数 访问量 下载量 下载次数 下载积分 所需积分 收藏数 评论数 售价 "
    "信息来源 文章来源 稿件来源 发布时间 发布日期 发布人 发布者 更新时间 添加时间 责任编辑 "
    "网站编辑 文章录入 录入者 索引号 信息索引 主题分类 信息分类 公开方式 所属栏目 字体大小 "
    "分享到 文章标题 文章作者"
)
_LOOSE_TEXT: Final = (
    "格式 页数 大小 积分 金币 价格 来源 作者 编辑 录入 审核 字体 字号 浏览 阅读 点击 人气 "
    "栏目 楼主 发布单位 发布机构 发文机关 发表于 时间 日期"
)
_CARD: Final = tuple(_CARD_TEXT.split())
_PAIR = "(?:" + "|".join((*_CARD, *_LOOSE_TEXT.split())) + ")"
_LABEL = re.compile(rf"({_PAIR})\s*[:：]")
_STAMP = r"20\d\d\s*[-/年.]\s*\d{1,2}\s*[-/月.]\s*\d{1,2}日?\s+\d{1,2}:\d\d(?::\d\d)?"

ALWAYS: Final = (
    _form("site-nav", "网页的位置导航", "位置",
          rf"{_S}(?:您|你)?(?:的|现在|当前|目前|所在)*(?:的)?位置(?:是|为)?\s*[:：].{{0,150}}"),
    _form("site-nav", "网页的位置导航", "> ＞ » › >>",
          r"[^。；;]{0,20}(?:首页|主页)\s*(?:>|＞|»|›|->|→).{0,150}"),
    _form("site-nav", "网站的欢迎语", "欢迎",
          rf"{_S}(?:您好|你好|hi|hello)?[\s,，!！]*(?:热烈)?欢迎(?:您)?(?:访问|光临|来到|"
        rf"登录|登陆|浏览|进入)[^。]{{0,24}}{_SITE}[^。]{{0,20}}[!！。]?"),
    _form("site-header", "文档库的文件名", ". ．",
          r"[\s　]*.{1,90}\.(?:docx?|pdf|wps|pptx?|txt|rtf|xlsx?)(?:[_\s　"
        r"]*第\s*\d+\s*页)?[\s　]*"),
    _form("site-header", "网页的发布时间", ": ：",
          rf"{_S}(?:(?:发布|发表|更新|录入)?(?:时间|日期)\s*[:：]\s*)?{_STAMP}[^。]{{0,60}}"),
    _form("site-header", "网页的字号和打印按钮", "字体 字号 打印 大",
          rf"{_S}(?:字体|字号|大小)?\s*[:：]?\s*[\[【(（]?\s*大\s*[|｜/]?\s*中\s*[|"
        rf"｜/]?\s*小\s*[\]】)）]?.{{0,40}}"),
    _form("site-footer", "网页的文末信息", "本文 链接 原文 地址 网址",
          rf"{_S}(?:本文|原文|文章|本页|转载|文档)?(?:标题|链接|地址|网址|出处|来源|链接地址|"
        rf"永久链接|固定链接)\s*[:：]\s*.{{0,150}}(?:https?:|www\.|\.com|\.cn|\.net|"
        rf"\.html?).{{0,150}}"),
    _form("site-footer", "网页的文末信息", "本文",
          rf"{_S}本文(?:标题|链接|地址|网址|出处|关键词|关键字|标签|来源|作者)\s*[:：].{{0,200}}"),
    _form("site-footer", "网站备案和许可编号", "备 证 许可",
          r"[^。]{0,80}(?:ICP\s*[备证]|公网安备|经营许可证(?:编号)?\s*[:：]|网站标识码|"
        r"信息网络传播视听节目许可证|网文\s*[\[〔【(（]\d{4}).{0,120}"),
    _form("copyright", "网站的版权信息", "opyright OPYRIGHT © All ALL 版权所有 rights",
          r".{0,60}(?:copyright\s*(?:©|\(c\)|@|\d|：|:)|©|all\s*rights\s*reserved|"
        r"版权所有(?:\s|[:：©,，]|$)).{0,120}"),
    _form("copyright", "网站的版权声明", "声明 说明 免责",
          rf"{_S}(?:版权|免责|特别|郑重|重要)?(?:声明|说明)\s*[】\])）:：]+.{{0,200}}(?:网|"
        rf"站|转载|侵权|版权|著作权|原作者|删除|出处).{{0,200}}"),
    _form("copyright", "网站的版权声明", "版权 免责",
          rf"{_S}(?:版权|免责)(?:声明|说明|提示)\s*[】\])）:：]*\s*"),
    _form("copyright", "网站的版权声明", "本站 本网 小编 平台 原作者 网友 版权 侵权",
          r"[^。]{0,80}(?:本站|本网|本文库|本平台|小编|原作者|原著|网友|作者所有|版权信息|"
        r"互联网|网络).{0,80}(?:侵权|侵犯|著作权|版权|转载|删除|免费阅览|联系我们|"
        r"联系客服|不代表本).{0,120}"),
    _form("copyright", "网站的转载声明", "转载",
          rf"{_S}(?:未经(?:许可|授权|同意).{{0,20}}(?:不得|禁止|严禁|谢绝)|转载(?:请|须|时请|"
        rf"务必)|如需转载|欢迎转载|严禁转载|谢绝转载)[^。]{{0,60}}[。!！]?[】\]]?"),
    _form("copyright", "网站的版权声明", "如有 若有 如涉及 涉及",
          r"[\s　※*]*(?:如|若|如果|倘若)?(?:有|涉及|存在)(?:任何)?(?:侵权|版权问题|"
        r"侵犯).{0,20}(?:联系|告知|通知|删除).{0,60}"),
    _form("related-links", "网站的推荐链接",
          "推荐 相关 标签 热词 关键词 猜 延伸 上一篇 下一篇 上一条 下一条 阅读 tag Tag TAG",
          rf"{_S}(?:推荐(?:访问|阅读|文章|信息)|相关(?:资源|搜索|推荐|阅读|文章|范文|热词|"
        rf"标签|链接|文档|新闻|专题|关键词)|热门(?:搜索|标签|推荐|文章)|延伸阅读|拓展阅读|"
        rf"猜(?:你|您)喜欢|(?:你|您)可能(?:还)?(?:喜欢|感兴趣).{{0,6}}|上一[篇条个]|"
        rf"下一[篇条个]|文章标签|文档标签|文档关键词|"
        rf"tags?)\s*[】\])）]?\s*[:：].{{0,240}}"),
    _form("related-links", "网站的推荐链接", "更多",
          rf"{_S}(?:查看|点击|想要?|阅读|获取|搜索)?(?:了解|查看|阅读|"
        rf"获取)?更多[^。]{{0,40}}(?:请(?:关注|点击|访问|查看|搜索|进入|登录|上)|>>|＞＞|"
        rf"》》|尽在|范文|内容请).{{0,80}}"),
    _form("share-bar", "网页的分享栏", "分享",
          rf"{_S}(?:分享|转发|收藏)(?:到|至|本文|此文|文章|按钮|给好友)\s*[:：].{{0,100}}"),
    _form("share-bar", "网页的收藏按钮", "收藏",
          rf"{_S}收藏\s*《[^》]{{2,60}}》\s*[)）\]】]?[\s　]*"),
    _form("share-bar", "公众号的关注提示", "公众号 扫 长按 关注 二维码 蓝字 星标 在看",
          r"[\s　👆👇↑↓▲▼]*(?:请|欢迎|记得|快来|马上)?(?:(?:微信)?扫(?:一扫|码|描)|长按|"
        r"点击(?:上方|下方|蓝字|右上角|标题|图片)|识别(?:上方|下方|图中)?二维码|"
        r"搜索?公众号|关注(?:我们|公众号|微信公众号|本号)|微信(?:搜一搜|公众号\s*[:：])|"
        r"微信号\s*[:：]|功能介绍\s|公众号\s*[:：]|(?:点|戳)(?:个)?[\"“「]?(?:在看|"
        r"赞)).{0,70}"),
    _form("share-bar", "公众号的页面信息", "公众号 原创 收录 发表 阅读",
          r"[\s　]*(?:原创[\s　|·].{0,60}(?:20\d\d|发表于|收录于).{0,40}|收录于\s*(?:合集|"
        r"话题).{0,60}|.{0,40}20\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s+\d{1,2}:\d\d\s*(?:发"
        r"表于|发布于).{0,12}|阅读\s*[\d.]+[万wW+]*(?:\s|$).{0,30}|(?:赞|"
        r"在看)\s*\d+(?:\s.{0,20})?|人划线|视频\s+小程序\s*[,，]?.{0,60})"),
    _form("share-bar", "论坛的页面信息", "楼层 阅读模式 复制链接 楼主 本帖 发表于 积分",
          r"[\s　]*(?:.{0,70}\[复制链接\].{0,20}|.{0,40}显示全部楼层.{0,30}|"
        r"本帖最后由.{0,60}编辑[\s　]*|.{0,30}发表于\s*(?:20\d\d|昨天|前天|\d+\s*(?:天|"
        r"小时|分钟)前).{0,60}|(?:楼主|沙发|板凳|地板|\d{1,3}#|\d{1,3}楼)[\s　|"
        r":：].{0,60}|马上注册.{0,50}|您需要\s*登录.{0,60}|.{0,10}(?:威望|积分|帖子|金钱|"
        r"注册时间|在线时间)[\s　:：]*\d.{0,60})"),
)  # fmt: skip

EDGE: Final = (
    _form("site-header", "网页的来源信息", "来源 作者 编辑 发布 时间 日期 字体 浏览 阅读 点击 人气",
          rf"{_S}{_PAIR}\s*[:：].{{0,60}}"),
    _form("site-header", "网页的日期行", "-",
          r"[\s　]*(?:20\d\d-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d\d(?::\d\d)?)?).{0,40}"),
    _form("site-nav", "网站的欢迎语", "欢迎 您好",
          rf"{_S}(?:您好|你好)?[\s,，!！]*欢迎(?:您)?(?:访问|光临|来到|登录|浏览).{{0,40}}"),
    _form("related-links", "网页的关键词", "关键词 关键字 标签",
          rf"{_S}(?:关键词|关键字|标签)\s*[】\])）]?\s*[:：].{{0,120}}"),
    _form("site-footer", "网页的文末信息",
          "编辑 审核 校对 来源 技术支持 主办 承办 地址 电话 邮编 投稿 监制 供稿 撰稿",
          rf"{_S}(?:责编|责任编辑|编辑|初审|复审|终审|审核|校对|监制|供稿|撰稿|通讯员|来源|"
        rf"技术支持|主办单位?|承办单位?|协办单位?|地址|电话|联系电话|邮编|邮箱|投稿邮箱|"
        rf"传真|客服电话|客服QQ)\s*[】\])）]?\s*[:：丨|].{{0,90}}"),
    _form("copyright", "网站的版权声明", "网 站 侵 转载 版权 著作权 侵犯",
          r".{0,90}(?:本站|本网|文库网|转载|著作权|侵权|侵犯了?(?:您|你)|投稿).{0,130}"),
    _form("site-footer", "网址", "http www .com .cn .net",
          r"[^。]{0,40}(?:https?://|www\.)[\w./?=&%#:\- ]+[^。]{0,20}"),
    _form("site-nav", "网页的栏目行", "首页 网",
          r"[\s　]*(?:首页|[^\s。]{2,10}网)(?:[\s　|｜\-—>]+[^\s。|｜]{2,8}){2,12}[\s　]*"),
)  # fmt: skip

_URL_ONLY = re.compile(r"[\s　(（]*(?:https?://|www\.)[\w./?=&%#:\-]+[\s　)）]*", re.IGNORECASE)


def matching(forms: tuple[Form, ...], text: str) -> Form | None:
    """The first of the forms that a whole line has."""
    for form in forms:
        if any(word in text for word in form.gate) and form.pattern.fullmatch(text):
            return form
    return None


def is_file_card(text: str) -> bool:
    """Whether a line is a file's or page's card: two labels, one of them a site's own."""
    labels = _LABEL.findall(text)
    sure = sum(label in _CARD for label in labels)
    if len(text) > 240 or "。" in text or not labels:
        return False
    if sure and (len(labels) >= 2 or _LABEL.match(text.lstrip(" \t\u3000-—【[·•"))):
        return len(labels) >= 2 or len(text) <= 70
    return len(labels) >= 3 or {"作者", "来源"} <= set(labels)


def strike_site_lines(sheet: Sheet) -> None:
    """Strike the lines whose form alone says that a site wrote them."""
    forms = tuple(form for form in ALWAYS if sheet.has(*form.gate))
    for number, line in enumerate(sheet.lines):
        if not 3 < len(line) <= 400 or sheet.gone(number):
            continue
        if _URL_ONLY.fullmatch(line):
            if not sheet.from_docx:
                sheet.strike_line(number, "url", "整行是网址")
        elif (":" in line or "：" in line) and is_file_card(line):
            sheet.strike_line(number, "site-header", "网页或文档库的文件信息")
        elif form := matching(forms, line):
            sheet.strike_line(number, form.kind, form.why)
