"""The options themselves: each declared once with type, default, label, help and group.

The store validates by these, the settings window is built from them and searches them. Options
without a label are remembered state (window size, recent files). To add one: a line here, and
whoever it governs reads it or is told of it (`ui/shell/option_effects.py`).
"""

from __future__ import annotations

from editor.settings.option_declaration import Earlier, Option

GROUPS = (
    "稿纸", "界面", "写作", "保存和版本", "检查", "打印和导出", "时间", "开始", "署名",
)  # fmt: skip
_OFFICIAL = "不选就用公文的正式字体；只管屏幕上的稿纸，打印和导出不变"
_MARGIN = "打印、预览和导出都按这个；公文版是上 37、下 35、左 28、右 26，字距行距不变"


def _paste_cleaning(offered: object) -> object:
    """Of a yes or no to being asked: no is leaving pastes alone, yes is what one has by default."""
    return "leave" if offered is False else "clean"


OPTIONS: tuple[Option, ...] = (
    Option(
        "page_face_title", "", "标题字体", _OFFICIAL, kind="font",
        group="稿纸", keywords=("小标宋", "大标题", "字型"),
    ),
    Option(
        "page_face_heading", "", "一级标题字体", f"“一、”这一级。{_OFFICIAL}", kind="font",
        group="稿纸", keywords=("黑体", "小标题", "字型"),
    ),
    Option(
        "page_face_subheading", "", "二级标题字体", f"“（一）”这一级和日期行。{_OFFICIAL}",
        kind="font", group="稿纸", keywords=("楷体", "小标题", "字型"),
    ),
    Option(
        "page_face_body", "", "正文字体", _OFFICIAL, kind="font",
        group="稿纸", keywords=("仿宋", "字型"),
    ),
    Option(
        "zoom", 100, "稿纸缩放", "稿纸上文字的大小；按住 Ctrl 转滚轮也能改", 50, 300,
        unit="%", group="稿纸", keywords=("放大", "缩小", "字号", "正文大小"),
    ),
    Option(
        "page_pitch", 100, "稿纸行距", "100 是公文的行距；只管屏幕，打印不变", 80, 200,
        unit="%", group="稿纸", keywords=("行间距", "疏密"),
    ),
    Option(
        "page_colours", "white", "稿纸底色", "只管屏幕；预览、打印和导出总是白纸黑字",
        choices=(("white", "总是白纸"), ("theme", "界面深色时也用深色")),
        group="稿纸", keywords=("夜间", "暗色", "黑色", "护眼", "深色", "白底", "颜色"),
    ),
    Option(
        "theme", "system", "界面明暗", "稿纸的颜色另选，见“稿纸底色”",
        choices=(("system", "跟随系统"), ("light", "浅色"), ("dark", "深色")),
        group="界面", keywords=("夜间", "暗色", "黑色", "护眼", "主题", "颜色"),
    ),
    Option(
        "interface_family", "", "界面字体", "菜单、提纲和右侧各栏的字体；不选就用雅黑一类的黑体",
        kind="font", group="界面", keywords=("菜单字体", "雅黑"),
    ),
    Option(
        "interface_size", 13, "界面字号", "菜单、提纲和右侧各栏的字号", 11, 24, unit="像素",
        group="界面", keywords=("菜单大小", "字太小", "大字", "老花"),
    ),
    Option(
        "tree_minutes", True, "提纲里写时长", "每一节右边写要讲几分几秒",
        group="界面", keywords=("分钟", "时间", "左栏"),
    ),
    Option(
        "tree_blanks", True, "提纲里写空的个数", "还有空没填的节，右边标出个数",
        group="界面", keywords=("填空", "黄色", "左栏"),
    ),
    Option(
        "completion", True, "写作时提示后文", "停笔时用语料库接着写，灰字，按 Tab 才写进稿子",
        group="写作", keywords=("补全", "联想", "灰字", "自动完成"),
    ),
    Option(
        "completion_pause", 350, "停笔多久才提示后文", "1000 毫秒是 1 秒", 200, 5000, unit="毫秒",
        group="写作", keywords=("补全", "联想", "灰字", "延迟"),
    ),
    Option(
        "paste_cleaning", "clean", "粘贴来的像网页",
        "带广告、页码、断行的；自动清理也留清单，Ctrl+Z 回到没清理的",
        choices=(("clean", "自动清理"), ("ask", "提示一声"), ("leave", "不管")),
        group="写作", keywords=("粘贴", "网页", "范文", "杂质", "清理"),
        was=(Earlier("paste_offer", _paste_cleaning),),
    ),
    Option(
        "autosave_seconds", 1, "最多隔几秒留底", "停电、死机最多丢这几秒打的字",
        1, 5, unit="秒", group="保存和版本", keywords=("自动保存", "断电", "恢复", "备份"),
    ),
    Option(
        "keep_sent", True, "打印、导出时留一版", "送出去的是哪一稿，以后查得到",
        group="保存和版本", keywords=("版本", "历史", "留存"),
    ),
    Option(
        "keep_before", True, "大改之前留一版", "清理、移动、重排序号之前的样子，在“版本”里找得回来",
        group="保存和版本", keywords=("版本", "历史", "留存", "后悔"),
    ),
    Option(
        "unfiled_days", 60, "没存过盘的旧版留多少天", "一直没有存成文件的稿子，它的各版留这么久",
        7, 365, unit="天", group="保存和版本", keywords=("版本", "历史", "清除", "占地方"),
    ),
    Option(
        "states_kept", 3, "每份稿子留几个存盘副本",
        "每次存盘连格式带图片原样留一份，文件存坏、被删都找得回来；0 表示不留",
        0, 10, unit="份", group="保存和版本", keywords=("备份", "副本", "存盘", "覆盖", "隐私"),
    ),
    Option(
        "states_days", 90, "存盘副本留多少天",
        "过了自动清掉；单个超过 64 兆的不留，合起来不超过 512 兆",
        7, 365, unit="天", group="保存和版本", keywords=("备份", "副本", "清除", "占地方"),
    ),
    Option(
        "checks_shown", "all", "检查栏里列出", "不列出的也还查；印前检查仍把必改项全部列出",
        choices=(("all", "必改、请看和提示"), ("look", "必改和请看"), ("must", "只列必改")),
        group="检查", keywords=("提示太多", "严格", "级别", "毛病"),
    ),
    Option(
        "margin_top", 37, "上边距", _MARGIN, 15, 60, unit="毫米",
        group="打印和导出", keywords=("页边距", "天头", "版心"),
    ),
    Option(
        "margin_bottom", 35, "下边距", _MARGIN, 15, 60, unit="毫米",
        group="打印和导出", keywords=("页边距", "地脚", "版心"),
    ),
    Option(
        "margin_left", 28, "左边距", _MARGIN, 10, 60, unit="毫米",
        group="打印和导出", keywords=("页边距", "订口", "装订", "版心"),
    ),
    Option(
        "margin_right", 26, "右边距", _MARGIN, 10, 60, unit="毫米",
        group="打印和导出", keywords=("页边距", "翻口", "版心"),
    ),
    Option(
        "page_numbers", True, "印页码", "每页下边的“— 1 —”",
        group="打印和导出", keywords=("页号", "页脚"),
    ),
    Option(
        "final_properties", "ask", "导出时带出去的属性",
        "修订的人、批注的人、路径、图片里的拍摄信息这一类；作者、单位、时间从来不写",
        choices=(("ask", "有就列出来问"), ("always", "每次都列出来"), ("strip", "不问，都去掉")),
        group="打印和导出", keywords=("属性", "元数据", "隐私", "作者", "保密", "路径"),
    ),
    Option(
        "final_title", False, "属性里写题名", "导出的 Word 定稿和 PDF 的属性里写上讲话的标题",
        group="打印和导出", keywords=("属性", "元数据", "标题", "隐私"),
    ),
    # 180 字/分 is the usual advice for reading a speech aloud; leaders differ by 120–260.
    Option(
        "pace", 180, "语速",
        "新稿子按这个语速估算时长；在时间安排里给某一份定了的，按它自己的", 120, 260, unit="字/分",
        group="时间", keywords=("时长", "分钟", "速度"),
    ),
    Option(
        "leader", "", "讲话人", "新稿子的讲话人；在时间安排里给某一份选了的，按它自己的",
        group="时间", keywords=("领导", "语速"),
    ),
    Option(
        "given_minutes", 0, "给定时间", "会务给的讲话时间，0 表示没有限定", 0, 600, unit="分钟",
        group="时间", keywords=("时长", "限时"),
    ),
    Option(
        "start", "session", "打开笔杆时", "直接双击稿子打开的不受影响",
        choices=(("session", "接着写上次的稿子"), ("page", "停在开始页")),
        group="开始", keywords=("启动", "上次", "恢复"),
    ),
    Option(
        "recent_kept", 20, "记住最近的稿子", "“最近的稿子”和开始页里列出的个数，0 表示不记", 0, 50,
        unit="份", group="开始", keywords=("最近打开", "历史", "隐私"),
    ),
    Option(
        "author", "", "起草人", "写在校核单上，也写进新存的 Word 文稿的属性；不填就空着",
        group="署名", keywords=("作者", "姓名", "名字"),
    ),
    Option("own_keys", ()),
    Option("first_use_over", False),
    Option("recent", ()),
    Option("found_words", ()),
    Option("replaced_words", ()),
    Option("find_options", False),
    Option("lost_later", ()),
    Option("session_path", ""),
    Option("session_caret", ""),
    Option("session_tabs", ()),
    Option("geometry", ""),
    Option("splitter", ""),
    Option("file_dialog_size", ""),
    Option("left_hidden", False),
    Option("right_hidden", False),
    Option("template_signs", False),
    Option("input_method_told", False),
    Option("right_tab", 0, low=0, high=9),
)  # fmt: skip

BY_NAME = {option.name: option for option in OPTIONS}
SHOWN = tuple(option for option in OPTIONS if option.label)
