"""The words of the 校核单: the same sheet on paper, in Word and as plain text."""

from editor.blanks.blank_reader import find_blanks
from editor.checks.report.ignore_list import Ignored, IgnoreList
from editor.checks.report.proof_sheet import About, Checked
from editor.editions.report import Report, ReportBlock, report_text
from editor.proof_report import SHOWN, make_report, when_words
from tests.checks.rule_lab import findings, rules
from tests.notation import doc

ABOUT = About("动员会讲话.docx", "林致远", "云川市总工会", "2026-03-05T09:30")


def report_on(line: str, ignored: IgnoreList | None = None, about: About = ABOUT) -> Report:
    m = doc(line)
    kept, aside = (ignored or IgnoreList()).sift(findings(m))
    return make_report(Checked(m, kept, find_blanks(m), aside), rules(), about)


def block(report: Report, heading: str) -> ReportBlock:
    return next(b for b in report.blocks if b.heading.startswith(heading))


def column(made: ReportBlock, at: int) -> list[str]:
    assert made.table
    return [row[at].text for row in made.table.rows]


def test_the_head_names_file_unit_length_time_and_author():
    text = report_text(report_on("同志们： | 今天，我们召开动员大会。"))
    for words in (
        "动员会讲话.docx",
        "云川市总工会",
        "每分钟 180 字",
        "2026年3月5日 09:30",
        "林致远",
    ):
        assert words in text
    assert "可以付印" in text


def test_a_row_has_place_words_problem_authority_and_room_for_the_pen():
    found = block(report_on("同志们： | 我们要再接再励。"), "必改（1 处）")
    assert found.table
    number, where, words, problem, source, done = (c.text for c in found.table.rows[0])
    assert (number, where, words) == ("1", "第2段", "我们要〔再接再励〕。")
    assert "再接再厉" in problem and "词典" in source and "已改" in done
    [(start, end)] = found.table.rows[0][2].strong
    assert words[start:end] == "〔再接再励〕"


def test_the_authority_is_written_once_a_rule():
    sources = column(block(report_on("同志们： | 其它单位和其它行业。"), "请看"), 4)
    assert len(sources) == 2 and sources[1] == "同上"


def test_a_slip_that_runs_through_the_text_is_summed_up_but_each_paragraph_named():
    many = SHOWN + 10
    found = block(report_on(" | ".join(f"第{n}类，其它单位。" for n in range(many))), "请看")
    assert found.heading == f"请看（{many} 处）"
    assert found.table and len(found.table.rows) == SHOWN + 1
    last = [cell.text for cell in found.table.rows[-1]]
    assert last[0] == f"{SHOWN + 1}～{many}" and str(many) in last[2] and "10 处" in last[3]


def test_what_is_set_aside_says_by_whom_when_and_why():
    line = "同志们： | 其它单位也要参加。"
    [other] = [f for f in findings(doc(line)) if f.excerpt == "其它"]
    kept = IgnoreList().with_finding(other, who="林致远", when="2026-03-04", why="引文")
    assert column(block(report_on(line, kept), "已忽略（1 处）"), 5) == [
        "林致远 2026-03-04\n理由：引文"
    ]
    silent = IgnoreList((Ignored(other.rule, other.excerpt, context=""),))
    words = column(block(report_on(line, silent), "已忽略"), 5)[0]
    assert "未署名" in words and "没有写理由" in words and "全文同样" in words


def test_open_blanks_forbid_the_final_and_are_counted():
    text = report_text(report_on("同志们： | X工会开会。"))
    assert "不能付印定稿" in text and "未填的空 1 处" in text


def test_dates_are_written_as_an_office_writes_them():
    assert when_words("2026-03-05T09:30:11") == "2026年3月5日 09:30"
    assert when_words("2026-03-05", long=False) == "2026-03-05"
    assert when_words("") == ""


def test_what_was_not_looked_at_is_a_block_of_its_own_and_no_blank_is_denied() -> None:
    m = doc("同志们： | 今天，我们召开动员大会。")
    made = Checked(m, (), unlooked=frozenset({"wording", "blanks"}))
    report = make_report(made, rules(), ABOUT)
    assert block(report, "没有检查完（2 项）").lines == ("未填写处、用词。",)
    assert "用词" not in "".join(block(report, "无误").lines)
    text = report_text(report)
    assert "没有未填的空" not in text and "未填的空没有检查完" in text
