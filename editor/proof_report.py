"""The 校核单 in the words of an office: from the sheet's values to a report for paper.

Separate from the checks, which know no paper, and from paper, which knows no checks; the
window, the command line, the docx and the PDF all show this one report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from editor.checks.report.fates import holding, not_looked_at
from editor.checks.report.proof_sheet import (
    About,
    Checked,
    DataNote,
    ProofSheet,
    Remark,
    SetAside,
    SheetHead,
    SheetPlace,
    proof_sheet,
)
from editor.checks.rules.rule import Rule
from editor.editions.report import Report, ReportBlock, ReportCell, ReportColumn, ReportTable

SHOWN = 5  # places of one rule on lines of their own; further ones are told by paragraph
BLANKS_SHOWN = 20  # the same for blanks: each is a question, not a slip of one kind

# Widths in mm; they add up to the 170 mm of the report's type area.
_WIDTHS = (11, 16, 46, 40, 35, 22)
_TITLES = ("序号", "位置", "原文", "问题", "依据", "处理")
COLUMNS = tuple(
    ReportColumn(title, width, centred=title in ("序号", "位置"))
    for title, width in zip(_TITLES, _WIDTHS, strict=True)
)
_TO_TICK = "□ 已改\n□ 保留"


def make_report(checked: Checked, rules: Iterable[Rule], about: About) -> Report:
    """The report of a text: `proof_sheet` and `report_of` in one."""
    return report_of(proof_sheet(checked, rules, about))


def report_of(sheet: ProofSheet) -> Report:
    """The sheet in words: head, 必改, 请看, 提示, 已忽略, 没有检查完, 无误, data, signatures."""
    found = (("必改", sheet.must), ("请看", sheet.look), ("提示", sheet.hint))
    blocks = [ReportBlock("", (_verdict(sheet), *_facts(sheet.head)))]
    blocks += [_found(name, rows) for name, rows in found if rows or name != "提示"]
    blocks += [_beside(sheet)] if sheet.notices else []
    blocks += [_aside(sheet.aside), *_unlooked(sheet.unlooked), _clean(sheet)]
    blocks.append(ReportBlock("数据", _data(sheet.data)))
    blocks.append(ReportBlock("", ("校核人：＿＿＿＿＿＿＿＿　　　日期：＿＿＿＿年＿＿月＿＿日",)))
    return Report("校核单", tuple(blocks))


def _verdict(sheet: ProofSheet) -> str:
    held = len(holding(sheet.notices))
    if sheet.passed and held:
        return f"结论：没有必改的地方；文稿里另有 {held} 种内容定稿带不全，确认以后可以付印。"
    if sheet.passed:
        return "结论：没有必改的地方，可以付印。"
    return f"结论：还有 {len(sheet.must)} 处必改，不能付印定稿。"


def _facts(head: SheetHead) -> Iterator[str]:
    about = head.about
    yield f"稿件：{about.file}"
    if about.profile:
        yield f"单位：{about.profile}"
    blanks = f"，未填的空 {head.blanks} 处" if head.blanks else "，没有未填的空"
    if not head.all_blanks:
        blanks = f"，未填的空没有检查完（已看到 {head.blanks} 处）"
    yield f"篇幅：{head.words:,} 字，约 {head.minutes:.0f} 分钟（每分钟 {about.pace} 字）{blanks}"
    yield f"核对：{when_words(about.when)}　起草人：{about.author or '（未填写）'}"


def _found(name: str, remarks: Sequence[Remark]) -> ReportBlock:
    if not remarks:
        return ReportBlock(f"{name}（无）")
    rows: list[tuple[ReportCell, ...]] = []
    for _, run in groupby(remarks, key=lambda r: r.rule):
        rows += _rule_rows(list(run))
    return ReportBlock(f"{name}（{len(remarks)} 处）", (), ReportTable(COLUMNS, tuple(rows)))


def _rule_rows(remarks: Sequence[Remark]) -> Iterator[tuple[ReportCell, ...]]:
    """The places of one rule; its source is given once, and long runs are summed up."""
    most = BLANKS_SHOWN if remarks[0].rule.startswith("blanks/") else SHOWN
    shown = remarks if len(remarks) <= most + 1 else remarks[:most]
    for n, remark in enumerate(shown):
        source = "同上" if n else remark.source
        yield _row(remark, remark.message, source, _TO_TICK)
    rest = remarks[len(shown) :]
    if rest:
        numbers = dict.fromkeys(str(r.place.paragraph) for r in rest if r.place.paragraph)
        margins = dict.fromkeys(r.place.frame for r in rest if not r.place.paragraph)
        where = "、".join([*([f"第 {'、'.join(numbers)} 段"] if numbers else []), *margins])
        number = f"{rest[0].number}～{rest[-1].number}"
        cells = (number, "多处", f"在{where}", f"{rest[0].title}，同样的另有 {len(rest)} 处")
        yield tuple(map(ReportCell, (*cells, "同上", _TO_TICK)))


def _row(remark: Remark, message: str, source: str, done: str) -> tuple[ReportCell, ...]:
    place = remark.place
    return (
        ReportCell(str(remark.number)),
        ReportCell(where(place)),
        in_context(place),
        ReportCell(message),
        ReportCell(source),
        ReportCell(done),
    )


def where(place: SheetPlace) -> str:
    """'第3段', with the frame where it stands in one."""
    frame = f"\n{place.frame}" if place.frame else ""
    return f"第{place.paragraph}段{frame}" if place.paragraph else place.frame


def in_context(place: SheetPlace) -> ReportCell:
    """The excerpt in brackets between its neighbours, set strong."""
    start, inside = len(place.before), f"〔{place.excerpt}〕"
    return ReportCell(f"{place.before}{inside}{place.behind}", ((start, start + len(inside)),))


def _beside(sheet: ProofSheet) -> ReportBlock:
    """What the file holds beside the words: how many, where, and what becomes of it."""
    lines = [f"{n.title}（{n.places(SHOWN)}）" for n in sheet.notices]
    if unseen := not_looked_at(sheet.notices):
        lines.append(f"没有检查：{unseen}。")
    return ReportBlock(f"文稿里另有（{len(sheet.notices)} 种）", tuple(lines))


def _aside(rows: Sequence[SetAside]) -> ReportBlock:
    if not rows:
        return ReportBlock("已忽略（无）")
    made = tuple(_row(r.remark, r.remark.message, r.remark.source, _decision(r)) for r in rows)
    return ReportBlock(f"已忽略（{len(rows)} 处）", (), ReportTable(COLUMNS, made))


def _decision(row: SetAside) -> str:
    who = row.who or "未署名"
    lines = [f"{who} {when_words(row.when, long=False)}".strip()]
    lines.append(f"理由：{row.why}" if row.why else "没有写理由")
    if row.everywhere:
        lines.append("全文同样的都忽略")
    return "\n".join(lines)


def _unlooked(names: Sequence[str]) -> Iterator[ReportBlock]:
    if names:
        yield ReportBlock(f"没有检查完（{len(names)} 项）", (f"{'、'.join(names)}。",))


def _clean(sheet: ProofSheet) -> ReportBlock:
    names = [f.name + (f"（忽略 {f.aside} 处）" if f.aside else "") for f in sheet.clean]
    return ReportBlock(f"无误（{len(names)} 项）", ("、".join(names) + "。",) if names else ())


def _data(data: DataNote) -> tuple[str, ...]:
    dated = f"，其中 {data.dated} 条注明资料日期，最新 {data.newest}" if data.newest else ""
    return (
        f"检查规则 {data.rules} 条{dated}。此后的新提法不在其内。",
        "机器只查有规则的毛病，事实、数字和文意须由人核对。",
    )


def when_words(when: str, *, long: bool = True) -> str:
    """An ISO date or time as an office writes it: '2026年3月5日 09:30', '2026-03-05'."""
    day, _, clock = when.partition("T")
    if not long:
        return day
    parts = day.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return when
    year, month, date = map(int, parts)
    return f"{year}年{month}月{date}日 {clock[:5]}".strip()
