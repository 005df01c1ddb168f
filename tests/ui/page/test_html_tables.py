"""A pasted table is a paragraph a row; what only lays out a page stays as it is.

Labelled before anything was run: ten of either.
"""

import pytest
from PySide6.QtCore import QMimeData

from editor.blanks.blank_reader import find_blanks
from editor.intake.tidy import tidy
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD
from editor.ui.page.clipboard import from_mime

LONG = "要把责任一级一级压下去，把事情一件一件办到底。" * 10


def table(drawn: str) -> str:
    """'甲│乙 / 丙│丁' as HTML."""
    rows = ["".join(f"<td>{c.strip()}</td>" for c in row.split("│")) for row in drawn.split("/")]
    return f"<table><tr>{'</tr><tr>'.join(rows)}</tr></table>"


ROWS = {
    table("工种│人数 / 焊工│32 / 电工│"): "工种→人数|焊工→32|电工→____",
    table("│一季度│二季度 / 钢│3│4 / 煤│5│6"): "→一季度→二季度|钢→3→4|煤→5→6",
    table("姓名│ │性别│ / 单位│ │电话│"): "姓名→____→性别→____|单位→____→电话→____",
    "<p>如下：</p>"
    + table("时间│地点 / 八点│礼堂")
    + "<p>请准时。</p>": "如下：|时间→地点|八点→礼堂|请准时。",
    "<table><tr><th colspan=2>分工表</th></tr>"
    "<tr><td>组长</td><td>郑明</td></tr></table>": "分工表→|组长→郑明",
    "<table><tr><td rowspan=2>南片</td><td>一村</td></tr>"
    "<tr><td>二村</td></tr></table>": "南片→一村|→二村",
    "<table><tr><td><p>项目</p></td><td><p>进度</p><p>（%）</p></td></tr>"
    "<tr><td>水渠</td><td>80</td></tr></table>": "项目→进度 （%）|水渠→80",
    table("序号│事项 / 1│修路 / 2│ / 3│架桥"): "序号→事项|1→修路|2→____|3→架桥",
    table("甲│乙 / 丙│丁")
    + "<p>再看：</p>"
    + table("甲│乙 / 丙│戊"): "甲→乙|丙→丁|再看：|甲→乙|丙→戊",
    table("签到│签到 / │ / │ / │") + "<p>散会。</p>": "签到→签到|散会。",
}
NO_ROWS = (
    f"<table><tr><td>导航</td><td><p>同志们：</p><p>{LONG}</p></td></tr></table>",
    "<table><tr><td><p>同志们：</p><p>一要快。</p></td></tr></table>",
    "<table><tr><td>一要快。</td></tr><tr><td>二要实。</td></tr></table>",
    "<table><tr><td>首页</td><td><table><tr><td>一</td><td>二</td></tr></table></td></tr></table>",
    "<p>同志们：</p><p>今天开会。</p>",
    "<ul><li>一要快</li><li>二要实</li></ul>",
    "<table></table><p>没有格子</p>",
    "<table><tr><td></td><td></td></tr></table><p>空的</p>",
    f"<table><tr><td>{LONG}</td><td>{LONG}</td></tr></table>",
    "<p>表格 &lt;table&gt; 这个词</p><p>照写</p>",
)


def mime_of(html: str, text: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setHtml(f"<html><body>{html}</body></html>")
    if text:
        mime.setText(text)
    return mime


def pasted(html: str, text: str = "") -> str:
    lines = [p.text for p in from_mime(mime_of(html, text), "")]
    return "|".join(lines).replace("\t", "→")


@pytest.mark.parametrize("html", ROWS)
def test_a_row_is_a_paragraph_and_an_empty_cell_is_seen(html: str) -> None:
    assert pasted(html) == ROWS[html]


@pytest.mark.parametrize("html", NO_ROWS)
def test_what_lays_out_a_page_is_no_table(html: str) -> None:
    assert "→" not in pasted(html)


def test_the_plain_text_of_a_browser_gets_the_same_rows() -> None:
    html = table("工种│人数 / 焊工│32 / 电工│")
    for text in ("工种\t人数\n焊工\t32\n电工\t", "工种\n\n人数\n焊工\n\n32\n电工\n"):
        assert pasted(html, text) == "工种→人数|焊工→32|电工→____"


def test_of_a_word_file_only_what_a_form_asks_for_is_marked() -> None:
    office = "<meta name=Generator content='Microsoft Word' x='mso-'>"
    assert pasted(office + table("工种│人数 / 焊工│32 / 电工│")) == "工种→人数|焊工→32|电工→"


def test_looks_stay_on_their_letters() -> None:
    run = from_mime(
        mime_of(
            "<table><tr><td></td><td><b>人数</b></td></tr><tr><td>甲</td><td>3</td></tr></table>"
        ),
        "",
    )
    assert [(m.start, m.end) for m in run[0].marks if m.kind == BOLD] == [(1, 3)]


def test_the_open_cell_is_a_blank_and_cleaning_leaves_the_rows() -> None:
    html = "<p>人员配备如下。</p>" + table("工种│人数 / 焊工│32 / 电工│") + "<p>请抓紧。</p>"
    text = Manuscript(0, tuple(from_mime(mime_of(html), "")))
    assert tidy(text).clean().text == text.text
    assert [b.text for b in find_blanks(text)] == ["____"]
