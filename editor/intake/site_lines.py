"""Whole lines that a site put around the text, told by their form alone.

Only forms that no speech has, wherever they stand; what could be a sentence of a speech
counts at the edges only (see `edge_lines`).
"""

from __future__ import annotations

import re
from typing import Final

from editor.intake.evidence import mostly_plain
from editor.intake.forms import LEAD, STAMP, any_of, form, is_file_card, matching
from editor.intake.sheet import Sheet

_LINKED = r"(?:https?:|www\.|\.com|\.cn|\.net|\.html?)"

_RUN_BY = r"(?:主办|承办|主管|协办|运维|技术支持)(?:单位)?\s*[:：丨|]"

ALWAYS: Final = (
    form(
        "site-note",
        "表格转成文字时留下的竖线",
        "| ｜",
        r"[\s　|｜:\-]*[|｜][\s　|｜:\-]*",
    ),
    form(
        "site-note",
        "转换文件时留下的图形名",
        "Shape TextBox Picture Image Object Rectangle Group 文本框 图形 矩形",
        r"[\s　]*(?:Shape|TextBox|Picture|Image|Object|Rectangle|Group|文本框|图形|矩形)"
        r"[ ]?\d{1,4}[\s　]*",
    ),
    form(
        "site-nav",
        "网页的位置导航",
        "位置 首页 主页",
        rf"{LEAD}(?:您|你)?(?:的|现在|当前|目前|所在)*位置(?:是|为)?\s*[:：].{{0,150}}",
        r"[^。；;]{0,20}(?:首页|主页)\s*(?:>|＞|»|›|->|→).{0,150}",
    ),
    form(
        "site-header",
        "文档库的文件名",
        ". ．",
        r"[\s　]*[^。，,；;！!？]{1,90}\.(?:docx?|pdf|wps|pptx?|txt|rtf|xlsx?)(?:[_\s　"
        r"]*第\s*\d+\s*页)?[\s　]*",
    ),
    form(
        "site-header",
        "网页的发布时间",
        ":",
        rf"{LEAD}(?:(?:发布|发表|更新|录入)?(?:时间|日期)\s*[:：]\s*)?{STAMP}[^。]{{0,60}}",
    ),
    form(
        "site-header",
        "网页的字号和打印按钮",
        "字体 字号 大",
        rf"{LEAD}(?:字体|字号|大小)?\s*[:：]?\s*[\[【(（]?\s*大\s*[|｜/]?\s*中\s*[|｜/]?\s*小"
        r"\s*[\]】)）]?.{0,40}",
    ),
    form(
        "site-footer",
        "网页的文末信息",
        "本文 链接 原文 地址 网址 出处",
        rf"{LEAD}(?:本文|原文|文章|本页|转载|文档)?(?:标题|链接|地址|网址|出处|来源|"
        rf"链接地址)\s*[:：]"
        rf"\s*.{{0,150}}{_LINKED}.{{0,150}}",
        rf"{LEAD}本文(?:标题|链接|地址|网址|出处|关键词|关键字|标签|来源|作者)\s*[:：].{{0,200}}",
    ),
    form(
        "site-note",
        "网页的箭头和字数",
        "▼ ▲ ↓ ↑ 本文 全文 正文 本稿 您正在 你正在",
        r"[\s　▼▲↓↑▽△]{2,}",
        r"[\s　（(【]*(?:本文|全文|正文|本稿)共?约?计?\s*\d{2,6}\s*字[^。]{0,30}[)）】]?[\s　]*",
        rf"{LEAD}(?:您|你)正在(?:阅读|浏览|查看)(?:的是)?\s*[:：].{{0,60}}",
    ),
    form(
        "share-bar",
        "请人点赞和关注的话",
        "点赞 收藏 在看 评论 转发 更多精彩 更多内容 更多优质 更多资料 更多文章 更多范文 更多相关",
        r"[\s　]*(?:欢迎|记得|别忘了?|请|看完)*(?:大家|您|你)?(?:记得)?"
        r"(?:(?:点赞|评论|收藏|转发|关注|在看|分享)[、，,\s和]*){2,}[哦~～！!吧呀啦]*[\s　]*",
        r"[\s　]*更多(?:精彩|优质|相关)?(?:内容|资料|文章|范文)[^。]{0,6}"
        r"(?:关注|点击|扫码|搜索|访问)[^。]{0,40}",
    ),
    form(
        "site-footer",
        "网页的主办和审核栏",
        "主办 承办 主管 运维 审： 审: 审丨 审|",
        rf"[\s　]*(?:{_RUN_BY}[^。，:：]{{2,24}}[\s　]+){{1,4}}{_RUN_BY}[^。，]{{2,24}}",
        r"[\s　]*(?:[一二三初复终]审\s*[:：丨|]\s*[^\s。，]{1,8}[\s　]*){2,4}",
    ),
    form(
        "site-footer",
        "网站备案和许可编号",
        "备 证 网站标识码 网文",
        r"[^。]{0,80}(?:ICP\s*[备证]|公网安备|经营许可证(?:编号)?\s*[:：]|网站标识码\s*[:：]|"
        r"信息网络传播视听节目许可证\s*[:：]?\d|网文\s*[\[〔【(（]\d{4}).{0,120}",
    ),
    form(
        "copyright",
        "网站的版权信息",
        "opyright OPYRIGHT © rights RIGHTS Rights 版权所有",
        r".{0,60}(?:copyright\s*(?:©|\(c\)|@|\d|：|:)|©|all\s*rights\s*reserved).{0,120}",
        rf"{LEAD}[^。]{{0,40}}版权所有(?:\s|[:：©]).{{0,100}}",
        r"[^。，,]{2,20}版权所有[\s　]*",
    ),
    form(
        "copyright",
        "文档库的说明",
        "本站 文库 本网",
        r"[\s　]*(?:\d{1,2}[.、．]\s*)?(?:本站|本网站|[一-龥]{2,6}文库网?)(?:的|上|仅|不|所有|所)"
        r"[^。]{0,40}(?:资源|文档|资料|信息存储|侵权|版权|上传|下载).{0,120}",
    ),
    form(
        "copyright",
        "网站的转载声明",
        "转载",
        rf"{LEAD}未经(?:许可|授权|同意|允许|本站|本网|作者).{{0,20}}(?:不得|禁止|严禁|谢绝|请勿)"
        r".{0,8}转载.{0,80}",
        rf"{LEAD}(?:如若|如需|若需|若要|如|若)?转载[,，]?请(?:务必)?注明.{{0,60}}",
    ),
    form(
        "copyright",
        "网站的版权声明",
        "声明 说明 免责",
        rf"{LEAD}(?:版权|免责|特别|郑重|重要)?(?:声明|说明)\s*[】\])）:：]+.{{0,200}}"
        r"(?:本站|本网|网站|转载|侵权|版权|著作权|原作者|删除|出处).{0,200}",
        rf"{LEAD}(?:版权|免责)(?:声明|说明|提示)\s*[】\])）:：]*\s*",
    ),
    form(
        "related-links",
        "网站的推荐链接",
        "推荐 相关 标签 热词 热门 猜 延伸 拓展 上一 下一 tag Tag TAG 可能",
        rf"{LEAD}(?:(?:精品|精彩|小编|编辑)?推荐(?:访问|阅读|文章|信息)?|相关(?:资源|搜索|推荐|阅读|文章|范文|热词(?:搜索)?|"
        rf"标签|链接|"
        r"文档|新闻|专题|关键词)|热门(?:搜索|标签|推荐|文章)|延伸阅读|拓展阅读|猜(?:你|您)喜欢|"
        r"(?:你|您)可能(?:还)?(?:喜欢|感兴趣).{0,6}|[上下]一[篇条个]|文章标签|文档标签|"
        r"文档关键词|tags?)"
        r"\s*(?:[】\])）]\s*[:：]?|[:：]).{0,240}",
        rf"{LEAD}(?:延伸阅读|拓展阅读|相关阅读|推荐阅读|精品推荐|热门推荐|[Tt]ags?标签)"
        r"[\s　]+[^。]{2,60}",
        r"[^。；;]{2,60}[的】\]》”]?相关(?:文章|范文|阅读|资料|推荐|文档)(?:推荐)?\s*[】\])）]?\s*[:：]",
    ),
    form(
        "share-bar",
        "网页的分享和收藏按钮",
        "分享 转发 收藏",
        rf"{LEAD}(?:分享|转发|收藏)(?:到|至|本文|此文|文章|按钮|给好友)\s*[:：].{{0,100}}",
        rf"{LEAD}收藏\s*《[^》]{{2,60}}》\s*[)）\]】]?[\s　]*",
    ),
    form(
        "share-bar",
        "公众号的页面信息",
        "公众号 点赞 长按 点击 原创 收录 发表 阅读 赞 在看 微信 功能介绍 划线 小程序",
        r"[^。；]{0,12}(?:(?:分享|点赞|在看|转发|收藏|关注)[、，,\s和+]+){2,}"
        r"(?:分享|点赞|在看|转发|收藏|关注)[^。；]{0,24}",
        r"[\s　]*原创[\s　|·].{0,60}(?:20\d\d|发表于|收录于).{0,40}",
        r"[\s　]*收录于\s*(?:合集|话题).{0,60}",
        r".{0,40}20\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s+\d{1,2}:\d\d\s*(?:发表于|发布于).{0,12}",
        r"[\s　]*阅读\s*[\d.]+[万wW+]*(?:\s+(?:赞|在看|分享|收藏).{0,30})?",
        r"[\s　]*(?:赞|在看)\s*\d+(?:\s+(?:赞|在看|分享|收藏).{0,20})?|.{0,6}人划线|"
        r"视频\s+小程序.{0,60}",
        r"[\s　]*(?:微信公众号|公众号|微信号)\s*[:：].{0,40}|功能介绍\s.{0,70}",
        r"[\s　👆👇↑↓▲▼]*点击(?:上方|下方)?(?:蓝字|标题|图片|右上角).{0,20}关注.{0,30}",
        r"[\s　👆👇↑↓▲▼]*长按.{0,10}(?:二维码|识别|图片).{0,30}",
    ),
    form(
        "share-bar",
        "论坛的页面信息",
        "楼层 阅读模式 复制链接 楼主 本帖 本主题 发表于 积分 注册 登录 查看 回复",
        r"[\s　]*.{0,70}\[复制链接\].{0,20}|.{0,60}显示全部楼层.{0,30}|"
        r"本帖最后由.{0,60}编辑[\s　]*",
        r"[\s　]*本(?:主题|帖|文)由.{1,30}于.{0,30}"
        r"(?:高亮|置顶|移动|精华|编辑|提升|关闭|审核|合并).{0,12}",
        r"[\s　]*查看\s*[:：]\s*\d+.{0,4}回复\s*[:：]\s*\d+.{0,20}",
        r".{0,30}发表于\s*(?:20\d\d-\d{1,2}-\d{1,2}|(?:昨天|前天)\s*\d|\d+\s*(?:天|小时|"
        r"分钟)前).{0,60}",
        r"[\s　]*马上注册[,，].{0,50}|您需要\s*登录\s*才.{0,60}|没有(?:账号|帐号)\?.{0,20}",
        r"(?:.{0,10}(?:威望|积分|帖子|金钱|注册时间|在线时间)[\s　:：]*\d\S*\s*){2,}.{0,40}",
    ),
    form(
        "member-notice",
        "网站的会员或预览提示",
        "亲 预览 试读 未读 页 提示信息 会员分享 超出 下载",
        r"[\s　]*亲[,，!！~].{0,30}(?:文档|预览|下载|页).{0,50}",
        r"[\s　]*(?:已阅读|已预览|您已阅读)\s*\d+\s*页.{0,30}|(?:还剩|"
        r"剩余)\s*\d+\s*页(?:未读)?.{0,30}|[^。]{0,24}还剩\s*\d+\s*页未读.{0,30}",
        r"[\s　]*下载(?:本?(?:文档|文件|资料|文))?到(?:电脑|手机|本地)[^。]{0,40}",
        rf"{LEAD}(?:全文|免费)?(?:预览|试读)(?:部分)?(?:已结束|结束|到此为止)[^。]{{0,60}}[。!！]?",
        r".{0,30}超出(?:免费)?(?:预览|阅读)范围.{0,40}",
        rf"{LEAD}请(?:认真|仔细)?阅读下面的?提示信息.{{0,10}}",
        r".{0,80}由会员分享[,，]?可在线阅读.{0,160}",
    ),
)

# A bracket that closes on the next line belongs to a broken sentence.
_UNCLOSED = re.compile(r"[\s　]*(?:[(（][^)）]*|《[^》]*)$")
_URL_ONLY = re.compile(r"[\s　(（]*(?:https?://|www\.)[\w./?=&%#:\-]+[\s　)）]*", re.IGNORECASE)


def strike_site_lines(sheet: Sheet) -> None:
    """Strike the lines whose form alone says that a site wrote them."""
    forms = tuple(one for one in ALWAYS if sheet.has(*one.words))
    gate = any_of(tuple(word for one in forms for word in one.words) or ("\n",))
    for number, whole in enumerate(sheet.lines):
        line = sheet.left(number) if number in sheet.marks else whole
        if not 0 < len(line) <= 400 or sheet.gone(number):
            continue
        if _URL_ONLY.fullmatch(line):
            if not sheet.from_docx:
                sheet.strike_line(number, "url", "整行是网址")
        elif len(line) > 3 and (":" in line or "：" in line) and is_file_card(line):
            sheet.strike_line(number, "site-header", "网页或文档库的文件信息")
        elif gate.search(line) and not _UNCLOSED.match(line) and (found := matching(forms, line)):
            glued = mostly_plain(line)
            if not glued:
                sheet.strike_line(number, found.kind, found.why)
