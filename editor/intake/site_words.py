"""Lines made of nothing but a site's buttons and captions: 下载 相关 举报, 猜你喜欢.

By vocabulary, so that any order and any separators are met; a speech has no such line.
"""

from __future__ import annotations

import re
from typing import Final

from editor.intake.sheet import Sheet

# A caption that stands for itself.
_SURE_TEXT: Final = (
    "在线阅读 免费阅读 立即阅读 在线试读 "
    "展开阅读全文 展开全文 展开全部 点击展开全文 阅读全文 查看全文 点击查看更多 "
    "查看更多 相关资源 相关搜索 "
    "相关文档 相关推荐 相关阅读 相关文章 相关范文 相关链接 相关热词 相关资讯 "
    "相关新闻 相关标签 猜你喜欢 "
    "猜您喜欢 您可能感兴趣 你可能感兴趣 你可能喜欢 您可能喜欢 喜欢此内容的人还喜欢 "
    "推荐阅读 推荐访问 精选留言 我要留言 相关内容 电脑桌面 分享赚钱 附件列表 "
    "往期推荐 往期精彩 往期回顾 往期文章 精彩推荐 热文推荐 延伸阅读 更多精彩 "
    "推荐文章 推荐文档 热门推荐 热门文章 热门文档 热门范文 热门搜索 热点推荐 "
    "最新文章 最新文档 最新推荐 "
    "精品推荐 精选推荐 资源描述 资源简介 文档描述 文档简介 内容描述 文档预览 在线预览 全文预览 "
    "立即下载 免费下载 点击下载 下载文档 下载全文 下载本文 下载本文档 下载原文 "
    "收藏本文 收藏文档 收藏本站 "
    "加入收藏 设为首页 返回首页 网站首页 返回顶部 返回列表 返回搜狐 打印本页 "
    "打印本文 打印此页 关闭窗口 "
    "关闭本页 关闭页面 复制链接 复制全文 分享到 分享至 分享文档 我要投稿 我要评论 "
    "发表评论 网友评论 "
    "查看评论 写留言 写评论 在线客服 意见反馈 举报投诉 侵权投诉 投诉举报 版权申诉 "
    "版权投诉 网站地图 "
    "联系我们 关于我们 隐私政策 用户协议 服务协议 免责声明 版权声明 版权说明 "
    "友情链接 帮助中心 会员中心 "
    "显示全部楼层 只看该作者 只看楼主 倒序浏览 阅读模式 电梯直达 使用道具 马上注册 "
    "发表于 上一主题 下一主题 "
    "微信扫码 微信扫码分享 "
    "微信扫一扫 扫一扫分享 扫码关注 微信好友 朋友圈 QQ空间 QQ好友 新浪微博 腾讯微博 人人网 "
    "点击关注 一键关注 阅读原文 轻触阅读原文 预览时标签不可点 继续滑动看下一个 向上滑动看下一个 "
    "合集下载 打包下载 加入会员 开通会员 开通VIP 加入VIP 会员登录 免费注册 用户登录 "
    "手机版 无障碍浏览 "
    "正文预览 正文复制 正文内容 请先登录 会员注册 下载该文章 会员信息 请登录 适老化 "
    "小编推荐 小编精选 编辑推荐 相关专题 广告 点击下一页 继续阅读 下一页继续阅读 本页已读完 分页 "
    "开启左侧 关灯 用户评论 热门标签 正文阅读 全文阅读 查看原文 微信订阅号 相关专题 "
    "文章搜索 本周热门 本月热门 长者模式 简体版 繁体版 政务微博 政务微信 纠错"
)
# A caption that may be a word of a speech when it stands alone.
_WEAK_TEXT: Final = (
    "下载 收藏 分享 相关 举报 赏 点赞 在看 喜欢 赞 转发 评论 打印 关闭 首页 尾页 "
    "末页 上一页 下一页 上页 下页 "
    "上一篇 下一篇 返回 搜索 登录 注册 登陆 微信 微博 预览 投诉 分享到 字号 字体 大 "
    "中 小 放大 缩小 默认 回复 楼主 "
    "沙发 板凳 点评 引用 编辑 置顶 精华 顶 踩 顶一下 踩一下 "
    "豆瓣 更多 全屏 目录 文库 范文 文档 公文 论坛 "
    "论文 资讯 新闻 下一个 上一个 "
    "QQ VIP APP 打赏 点击 客户端 关注 邮箱 知道了 允许 取消 视频 小程序 繁體 English"
)
_SURE: Final = tuple(_SURE_TEXT.split())
_WEAK: Final = tuple(_WEAK_TEXT.split())
_SEPARATORS = r"[\s　|｜/\\·•>＞»«<＜\-—_+,，、:：()（）\[\]【】《》〈〉★☆※↓↑→←▲▼◆●\d.…~*]*"


def _line_of(words: tuple[str, ...]) -> re.Pattern[str]:
    options = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(f"(?:{_SEPARATORS}({options}))+?{_SEPARATORS}")


_ANY = _line_of((*_SURE, *_WEAK))
_WORDS = re.compile("|".join(sorted(map(re.escape, [*_SURE, *_WEAK]), key=len, reverse=True)))
_KNOWN = frozenset(_SURE)
_RELATED = ("相关", "往期", "延伸", "精彩", "热文", "猜", "推荐", "热门", "最新", "喜欢", "感兴趣")
_SHARED = ("分享", "收藏", "赞", "在看", "微博", "微信", "朋友圈", "关注")
_BARE = re.compile(r"[\s　]*(?:目录|范文|公文|论文|文库|新闻|资讯)[\s　]*")


def button_kind(text: str) -> str:
    """The kind of a line of buttons, '' where it is none; 'weak' where it may be a word."""
    if len(text) > 120 or not _ANY.fullmatch(text):
        return ""
    words = _WORDS.findall(text)
    if not any(word in _KNOWN for word in words) and len(words) < 2:
        return "" if _BARE.fullmatch(text) else "weak"
    if not any(word in _KNOWN for word in words) and (
        all(len(word) == 1 for word in words) or any(mark in text for mark in "，、。；,;")
    ):
        return "weak"
    if any("版权" in word or "声明" in word for word in words):
        return "copyright"
    if any(word.startswith(_RELATED) or "喜欢" in word for word in words):
        return "related-links"
    if any(part in word for word in words for part in _SHARED):
        return "share-bar"
    return "site-header"


def strike_buttons(sheet: Sheet) -> None:
    """Strike the lines of buttons."""
    for number, line in enumerate(sheet.lines):
        if 1 < len(line) <= 120 and line.strip():
            kind = button_kind(line)
            if kind and kind != "weak":
                sheet.strike_line(number, kind, "整行都是网页按钮和栏目名，不是讲话内容")
