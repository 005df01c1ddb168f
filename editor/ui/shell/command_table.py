"""Every command of the window, declared once: words, keys, icon, menu, tool bar.

To add one: a line here, and its id in the `handlers()` of the class that does it. Menus,
tool bar, the sheet of keys and the tests read this table.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """``menu`` '' keeps it out of the menus; ``tool`` is the short word under its icon.

    ``needs`` says when it can be used: 'text' an open speech, '' always. ``kind``:
    'menu' opens a list that its handler gives, 'tick' can be on or off, '' just runs.
    ``more``: other keys that do the same, as long as no command has them for its own.
    """

    id: str
    text: str
    keys: str = ""
    menu: str = ""
    icon: str = ""
    tool: str = ""
    needs: str = "text"
    tip: str = ""
    kind: str = ""
    more: str = ""


MENUS = ("文件", "编辑", "提纲", "插入", "检查", "视图", "帮助")
MENU_LETTERS = "FEOICVH"  # with Alt, as in every office program: 文件(F)

COMMANDS: tuple[Command, ...] = (
    Command("file.new", "新建空白稿", "Ctrl+N", "文件", "new", needs=""),
    Command("file.skeleton", "从骨架新建", "", "文件", needs="", kind="menu"),
    Command("file.open", "打开…", "Ctrl+O", "文件", "open", "打开", needs=""),
    Command("file.recent", "最近的稿子", "", "文件", needs="", kind="menu"),
    Command("file.reopen", "换编码重新打开…", "", "文件"),
    Command("-", "", menu="文件"),
    Command("file.save", "保存", "Ctrl+S", "文件", "save", "保存"),
    Command("file.save_as", "另存为…", "F12", "文件"),
    Command("file.close", "关闭稿子", "Ctrl+W", "文件"),
    Command("-", "", menu="文件"),
    Command("drafts.keep", "留存一版…", "Ctrl+Shift+S", "文件"),
    Command(
        "drafts.versions",
        "版本…",
        "Ctrl+Shift+B",
        "文件",
        "versions",
        "版本",
        tip="留存的各版：看、比较、恢复",
    ),
    Command("drafts.compare", "与文件比较…", "", "文件"),
    Command("drafts.lost", "没存盘的稿子…", "", "文件", needs="", tip="断电、误关时替您留下的稿子"),
    Command("-", "", menu="文件"),
    Command("print.preview", "打印预览…", "Ctrl+Shift+P", "文件", "preview", "预览"),
    Command("print.print", "打印…", "Ctrl+P", "文件", "print", "打印", tip="先过印前检查，再打印"),
    Command("print.pdf", "导出 PDF 文件…", "", "文件", "pdf"),
    Command("print.docx", "导出 Word 定稿…", "", "文件"),
    Command("-", "", menu="文件"),
    Command("profile.edit", "单位档案…", "", "文件", needs=""),
    Command("app.settings", "设置…", "Ctrl+,", "文件", needs=""),
    Command("app.quit", "退出", "Ctrl+Q", "文件", needs=""),
    Command("edit.undo", "撤销", "Ctrl+Z", "编辑", "undo", "撤销"),
    Command("edit.redo", "重做", "Ctrl+Y", "编辑", "redo", "重做"),
    Command("edit.undo_to", "撤销到", "", "编辑", kind="menu"),
    Command("edit.redo_to", "重做到", "", "编辑", kind="menu"),
    Command("-", "", menu="编辑"),
    Command("edit.cut", "剪切", "Ctrl+X", "编辑"),
    Command("edit.copy", "复制", "Ctrl+C", "编辑"),
    Command("edit.paste", "粘贴", "Ctrl+V", "编辑"),
    Command("edit.paste_plain", "只粘贴文字", "Ctrl+Shift+V", "编辑", tip="不带格式地粘贴"),
    Command(
        "file.paste_new",
        "粘贴网页范文",
        "",
        "编辑",
        needs="",
        tip="剪贴板里的文字另起一份稿子，网页上的东西先清掉",
    ),
    Command("outline.copy", "复制这一节", "", "编辑", tip="光标在提纲里时按 Ctrl+C"),
    Command("outline.cut", "剪切这一节", "", "编辑", tip="光标在提纲里时按 Ctrl+X"),
    Command("outline.paste", "粘贴到后面", "", "编辑", tip="光标在提纲里时按 Ctrl+V"),
    Command("edit.select_all", "全选", "Ctrl+A", "编辑"),
    Command("-", "", menu="编辑"),
    Command("edit.find", "查找…", "Ctrl+F", "编辑", "find"),
    Command("edit.replace", "替换…", "Ctrl+H", "编辑"),
    Command("edit.find_next", "查找下一处", "F3", "编辑"),
    Command("edit.find_previous", "查找上一处", "Shift+F3", "编辑"),
    Command("edit.go_to", "转到段落…", "Ctrl+G", "编辑"),
    Command("outline.up", "上移一节", "Alt+Shift+Up", "提纲", "up"),
    Command("outline.down", "下移一节", "Alt+Shift+Down", "提纲", "down"),
    Command("outline.promote", "升一级", "Alt+Shift+Left", "提纲", "promote"),
    Command("outline.demote", "降一级", "Alt+Shift+Right", "提纲", "demote"),
    Command("-", "", menu="提纲"),
    Command("outline.split", "从光标处拆成两节", "Ctrl+Return", "提纲"),
    Command(
        "outline.merge", "和下一节合并", "Ctrl+Shift+M", "提纲", tip="去掉下一节的序号，字都留着"
    ),
    Command("outline.after", "在后面添一节", "Alt+Shift+Return", "提纲"),
    Command("outline.before", "在前面添一节", "Ctrl+Alt+Return", "提纲"),
    Command("outline.inside", "在里面添一小节", "Ctrl+Alt+Shift+Return", "提纲"),
    Command("outline.rename", "改标题…", "F2", "提纲"),
    Command("outline.duplicate", "复制一份", "Ctrl+Shift+D", "提纲"),
    Command("outline.delete", "删除这一节", "Ctrl+Shift+Delete", "提纲"),
    Command("outline.collect", "选中的文字移到…", "", "提纲", kind="menu"),
    Command("-", "", menu="提纲"),
    Command("outline.renumber", "重排序号…", "Ctrl+Shift+N", "提纲", "renumber", "重排序号"),
    Command("outline.level1", "设为 一、", "Ctrl+1", "提纲"),
    Command("outline.level2", "设为 （一）", "Ctrl+2", "提纲"),
    Command("outline.level3", "设为 1.", "Ctrl+3", "提纲"),
    Command("outline.level4", "设为 （1）", "Ctrl+4", "提纲"),
    Command("outline.body", "设为正文", "Ctrl+0", "提纲"),
    Command("insert.phrase", "查语料库", "Ctrl+K", "插入", "phrases"),
    Command("insert.keep", "选中文字收入语料库…", "Ctrl+D", "插入"),
    Command("insert.page_break", "另起一页", "Ctrl+Shift+Return", "插入"),
    Command("insert.date", "今天的日期", "Alt+Shift+D", "插入"),
    Command("check.all", "检查全文", "F7", "检查", "check", "检查"),
    Command("check.next", "下一处毛病", "F8", "检查"),
    Command("check.previous", "上一处毛病", "Shift+F8", "检查"),
    Command("check.accept", "改正这一处，到下一处", "Alt+Return", "检查"),
    Command("check.leave", "忽略这一处，到下一处", "Ctrl+F8", "检查"),
    Command("spun.repair", "逐对修复伪原创…", "", "检查"),
    Command("-", "", menu="检查"),
    Command("blanks.next", "下一个空", "Ctrl+J", "检查"),
    Command("blanks.previous", "上一个空", "Ctrl+Shift+J", "检查"),
    Command("blanks.sheet", "填空单", "Ctrl+Shift+K", "检查", "blanks", "填空单"),
    Command("-", "", menu="检查"),
    Command("check.counts", "字数和时长…", "", "检查", "info"),
    Command("check.slot", "给定时间…", "", "检查"),
    Command("time.sheet", "时间安排…", "", "检查", tip="每一节多长，超了看哪里能删"),
    Command("time.leader", "按谁的语速", "", "检查", kind="menu"),
    Command("time.rehearse", "试讲计时…", "Ctrl+Shift+T", "检查"),
    Command("-", "", menu="检查"),
    Command("tidy.run", "清理范文", "Ctrl+Shift+L", "检查", "tidy", "清理范文"),
    Command("tidy.receipt", "清理清单…", "", "检查"),
    Command("tidy.original", "查看原文…", "", "检查"),
    Command("-", "", menu="检查"),
    Command("gate.sheet", "印前检查…", "Ctrl+F7", "检查", "sheet"),
    Command("proof.sheet", "校核单…", "Ctrl+Shift+F7", "检查"),
    Command("view.left", "提纲栏", "F9", "视图", needs="", kind="tick"),
    Command("view.right", "右侧栏", "F10", "视图", needs="", kind="tick"),
    Command("view.page_only", "只看稿纸", "F11", "视图", needs="", kind="tick"),
    Command("view.next_part", "到下一栏", "F6", "视图", needs=""),
    Command("view.previous_part", "到上一栏", "Shift+F6", "视图", needs=""),
    Command("-", "", menu="视图"),
    Command("tabs.next", "下一份稿子", "Ctrl+Tab", "视图", more="Ctrl+PgDown"),
    Command("tabs.previous", "上一份稿子", "Ctrl+Shift+Tab", "视图", more="Ctrl+PgUp"),
    Command("-", "", menu="视图"),
    Command("view.focus", "只看这一节（专注）", "Ctrl+Shift+F", "视图", kind="tick"),
    Command("view.headings", "提纲视图…", "Ctrl+Shift+O", "视图"),
    Command("view.parallel", "对仗视图…", "Ctrl+Shift+E", "视图"),
    Command("view.second", "对照另一处", "Ctrl+Shift+2", "视图", kind="tick"),
    Command(
        "view.template",
        "标出还是范文的节",
        "",
        "视图",
        kind="tick",
        tip="提纲里用小圆点标出每一节还有多少句是范文原样",
    ),
    Command("-", "", menu="视图"),
    Command("view.zoom_in", "放大", "Ctrl+=", "视图", needs=""),
    Command("view.zoom_out", "缩小", "Ctrl+-", "视图", needs=""),
    Command("view.zoom_reset", "实际大小", "Ctrl+Alt+0", "视图", needs=""),
    Command("-", "", menu="视图"),
    Command("view.type_in", "界面字放大", "Ctrl+Alt+=", "视图", needs=""),
    Command("view.type_out", "界面字缩小", "Ctrl+Alt+-", "视图", needs=""),
    Command("view.theme", "深色界面", "", "视图", needs="", kind="tick"),
    Command("help.here", "这里怎么用", "F1", "帮助", needs="", tip="光标在哪一块，就讲哪一块"),
    Command("help.guide", "使用说明", "", "帮助", needs=""),
    Command("help.tour", "四步导览", "", "帮助", needs="", tip="用样例稿看一遍怎么用"),
    Command("help.keys", "快捷键一览", "Ctrl+/", "帮助", needs=""),
    Command("app.keys", "自定义快捷键…", "", "帮助", needs=""),
    Command("help.rules", "检查规则一览", "", "帮助", needs=""),
    Command("help.sample", "打开样例稿", "", "帮助", needs=""),
    Command("help.log", "查看运行记录", "", "帮助", needs="", tip="程序自己出过的毛病"),
    Command(
        "help.diagnosis", "复制诊断信息", "", "帮助", needs="", tip="给维护的人，没有稿子里的话"
    ),
    Command("-", "", menu="帮助"),
    Command(
        "drafts.kept",
        "留着的文稿…",
        "",
        "帮助",
        needs="",
        tip="笔杆替您留着的全部文稿：文件被删了，也从这里找回",
    ),
    Command(
        "traces.document",
        "清除这份稿子的痕迹…",
        "",
        "帮助",
        tip="它的版本、副本、留底、最近的稿子，一样一样列出来再清",
    ),
    Command("traces.all", "清除全部痕迹…", "", "帮助", needs=""),
    Command("-", "", menu="帮助"),
    Command("help.about", "关于笔杆", "", "帮助", needs=""),
)

# The tool bar from left to right; '|' divides groups.
TOOLS = (
    "file.open", "file.save", "|", "edit.undo", "edit.redo", "|", "tidy.run", "blanks.sheet",
    "outline.renumber", "check.all", "drafts.versions", "|", "print.preview", "print.print",
)  # fmt: skip

BY_ID = {command.id: command for command in COMMANDS if command.id != "-"}
