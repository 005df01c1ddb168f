"""Where a paragraph stands, named as a person says it: cells, nested ones, boxes in either."""

from tests.files.made import docx, opened, p


def tc(*inside: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{''.join(inside)}</w:tc>"


def tbl(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def box(inside: str) -> str:
    drawn = f"<w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict>"
    return f"<w:p><w:r><w:t>旁</w:t>{drawn}</w:r></w:p>"


def frames(body: str) -> list[tuple[str, str]]:
    return [(one.text, one.frame) for one in opened(docx(body)).manuscript.paragraphs]


def test_a_table_in_a_cell_has_a_number_of_its_own() -> None:
    inner = tbl(tc(p("乙")) + tc(p("丙")))
    assert frames(tbl(tc(p("甲"), inner, p("丁")), tc(p("戊")))) == [
        ("甲", "表1·1行1列"),
        ("乙", "表1·1行1列·表2·1行1列"),
        ("丙", "表1·1行1列·表2·1行2列"),
        ("丁", "表1·1行1列"),
        ("戊", "表1·2行1列"),
    ]


def test_boxes_in_cells_and_tables_in_boxes_are_named_from_outside_in() -> None:
    body = tbl(tc(box(p("框")))) + box(tbl(tc(p("格"))))
    assert frames(body) == [
        ("旁", "表1·1行1列"),
        ("框", "表1·1行1列·文本框1"),
        ("旁", ""),
        ("格", "文本框2·表2·1行1列"),
    ]


def test_a_cell_over_several_rows_is_one_cell() -> None:
    first, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tc(p("情况"), more=first) + tc(p("姓名")),
        tc("<w:p/>", more=on) + tc(p("单位")),
        tc(p("备注"), more=first) + tc(p("无"), more='<w:vMerge w:val="restart"/>'),
    )
    names = [frame for _, frame in frames(table)]
    assert names[0] == names[2] == "表1·1行1列"
    assert names[3:] == ["表1·2行2列", "表1·3行1列", "表1·3行2列"]


def test_columns_are_those_of_the_grid() -> None:
    wide = tc(p("宽"), more='<w:gridSpan w:val="3"/>') + tc(p("后"))
    late = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>' + tc(p("迟"))
    assert [f for _, f in frames(tbl(wide, late))] == ["表1·1行1列", "表1·1行4列", "表1·2行3列"]


def test_two_controls_beside_each_other_show_two_prompts() -> None:
    shows = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    run = "<w:r><w:t>{}</w:t></w:r>"
    both = "".join(
        f"<w:sdt>{shows}<w:sdtContent>{run.format(words)}</w:sdtContent></w:sdt>"
        for words in ("写名字", "写名字", "写单位")
    )
    (one,) = opened(docx(f"<w:p>{both}</w:p>")).manuscript.paragraphs
    assert [m.value for m in one.marks if m.kind == "placeholder"] == ["写名字", "写名字", "写单位"]


def test_a_control_around_a_paragraph_or_cell_gives_its_prompt() -> None:
    shows = '<w:sdtPr><w:alias w:val="姓名"/><w:showingPlcHdr/></w:sdtPr>'
    free = f"<w:sdt>{shows}<w:sdtContent>{p('请填名字')}</w:sdtContent></w:sdt>"
    cell = f"<w:sdt>{shows}<w:sdtContent>{tc(p('写在这里'))}</w:sdtContent></w:sdt>"
    one, two, far = opened(docx(free + tbl(cell + tc(p("旁边"))))).manuscript.paragraphs
    assert ("placeholder", "请填名字") in [(m.kind, m.value) for m in one.marks]
    assert {(m.kind, m.value) for m in two.marks} >= {
        ("control", "姓名"),
        ("placeholder", "写在这里"),
    }
    assert far.marks == ()
