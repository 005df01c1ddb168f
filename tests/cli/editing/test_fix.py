"""`fix`: only what is sure or asked for is mended, each change is told, no blank goes with it."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.analysis.analyzer import SpeechAnalyzer
from editor.checks.report.ignore_list import Ignored, IgnoreList
from editor.cli.editing.fixing import Fixing
from editor.cli.services import bundled_checker
from editor.files.document_values import DocumentValues
from editor.manuscript.manuscript import manuscript_of
from tests.cli.command import bigan
from tests.files.made import docx, p
from tests.samples.markup import Sample
from tests.samples.shelf import samples

HEAD = "在全市动员会上的讲话\n同志们：\n"
END = "\n谢谢大家！\n"
Fix = Callable[..., tuple[int, str, dict[str, list[dict[str, object]]]]]


@pytest.fixture
def fix(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Fix:
    """Runs the command on words between a head and an end: (exit code, mended words, JSON)."""
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "home"))
    path, out = tmp_path / "稿.txt", tmp_path / "出.txt"

    def run(words: str, *options: str) -> tuple[int, str, dict[str, list[dict[str, object]]]]:
        path.write_bytes((HEAD + words + END).encode("utf-8"))
        code = bigan("fix", str(path), "-o", str(out), "--json", *options)
        made = out.read_text("utf-8")
        assert made.startswith(HEAD) and made.endswith(END)
        return code, made[len(HEAD) : -len(END)], json.loads(capsys.readouterr().out)

    return run


@pytest.mark.parametrize(
    ("words", "mended"),
    [
        ("今天,我们开会!要抓好落实。", "今天，我们开会！要抓好落实。"),
        ("要再接再励，抓好落实。", "要再接再厉，抓好落实。"),
        ('要当好职工的"娘家人"。', "要当好职工的“娘家人”。"),
        ("做为一名党员,,要带头。", "作为一名党员，要带头。"),
    ],
)
def test_what_is_sure_is_mended(fix: Fix, words: str, mended: str) -> None:
    assert fix(words)[:2] == (0, mended)


@pytest.mark.parametrize(
    "words",
    [
        "其它单位参照执行。",
        "1980年加强法制建设的经验值得研究。",
        "增强“四个意识”、“四个自信”。",
        "增长3.5%，见 http://example.com/a?b=1 页。",
    ],
)
def test_what_may_be_meant_is_left_and_a_name_mends_it(fix: Fix, words: str) -> None:
    code, mended, told = fix(words)
    assert (code, mended, told["changes"]) == (0, words, [])
    asked = {str(f["rule"]) for f in told["findings"] if f["fixable"]}
    for rule in asked:
        assert fix(words, "--rule", rule)[1] != words


@pytest.mark.parametrize("name", ["punctuation", "punctuation/half-width", "半角标点"])
def test_a_rule_is_named_by_family_id_or_title(fix: Fix, name: str) -> None:
    code, mended, _ = fix("今天,我们要再接再励。", "--rule", name)
    assert (code, mended) == (1, "今天，我们要再接再励。")


def test_an_unknown_rule_is_told_with_what_comes_near(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(HEAD, "utf-8")
    assert bigan("fix", str(path), "-o", str(tmp_path / "出.txt"), "--rule", "punctuatoin") == 2
    assert "punctuation" in capsys.readouterr().err and not (tmp_path / "出.txt").exists()


def test_each_change_is_told_with_its_place_and_words(fix: Fix) -> None:
    _, _, told = fix("今天,我们开会。要再接再励。")
    rows = [(c["paragraph"], c["start"], c["before"], c["after"]) for c in told["changes"]]
    assert rows == [(2, 2, ",", "，"), (2, 9, "再接再励", "再接再厉")]


def test_a_broken_line_is_joined_where_asked(fix: Fix) -> None:
    broken = "全市各级要认真学习会议精神，切实提高工作的针\n对性和有效性，不断开创新局面。"
    assert fix(broken)[1] == broken
    assert fix(broken, "--rule", "structure/hard-break")[1] == broken.replace("\n", "")


@pytest.mark.parametrize(
    "words",
    ["20--年,全市新建工会X家。", "会议在____召开,办了**件实事。", '要建立""工作机制,抓好落实。'],
)
def test_no_blank_goes_with_a_fix(fix: Fix, words: str) -> None:
    every = ("--rule", "punctuation", "--rule", "structure", "--rule", "wording")
    counts = []
    for options in (("--rule", "numbers"), (), every):  # the first changes nothing here
        _, _, told = fix(words, *options)
        counts.append(sum(str(f["rule"]).startswith("blanks/") for f in told["findings"]))
    assert counts[0] and counts == counts[:1] * 3


@pytest.mark.parametrize("sample", samples("clean"), ids=lambda s: s.name)
def test_a_finished_speech_is_left_as_it_is(sample: Sample, tmp_path: Path) -> None:
    if "halfwidth" in sample.facts.get("dress", ""):
        pytest.skip("its marks are rightly mended")
    path, out = tmp_path / "稿.txt", tmp_path / "出.txt"
    path.write_bytes(sample.text.encode("utf-8"))
    bigan("fix", str(path), "-o", str(out))
    assert out.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("sample", samples("blanks") + samples("whole"), ids=lambda s: s.name)
@pytest.mark.parametrize("asked", ["sure", "every rule"])
def test_a_fix_keeps_the_blanks_and_leaves_itself_nothing(sample: Sample, asked: str) -> None:
    analyzer = SpeechAnalyzer(bundled_checker())
    rules = {rule.id for rule in analyzer.rules} if asked == "every rule" else set[str]()
    text = sample.text.replace("\r\n", "\n").translate(str.maketrans("，；：？！（）", ",;:?!()"))
    before, fixing = analyzer.analyze(manuscript_of(text)), Fixing(analyzer, rules)
    fixed = fixing.fix(before.manuscript)
    assert fixed.settled and fixed.changes
    assert len(fixed.analysis.blanks) >= len(before.blanks)
    assert not fixing.fix(fixed.analysis.manuscript).changes


def test_the_numbers_are_left_to_their_command(
    fix: Fix, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "一、抓学习\n要学。\n三、抓落实\n要干。\n三、抓作风\n要严。"
    assert fix(words)[:2] == (1, words)


def test_a_spun_text_gets_its_words_back_and_what_is_doubtful_is_told(fix: Fix) -> None:
    code, mended, told = fix(
        "推动经济社会开展，夯实根底设施，做好公共效劳，让广阔职工共享成果。\n"
        "要以更大的热情创造时机。"
    )
    assert "经济社会发展，夯实基础设施，做好公共服务，让广大职工" in mended
    assert code == 0 and "时机" in mended and told["doubted"]


def test_what_the_writer_said_is_right_stays(fix: Fix, tmp_path: Path) -> None:
    words = "要再接再励，抓好落实。"
    item = Ignored(
        "wording/idioms", "再接再励", f"要{words[1:]}"[:13], "引文", "林致远", "2026-03-04"
    )
    path = tmp_path / "稿.txt"
    fix(words)
    DocumentValues(tmp_path / "home" / "ignored").keep(path, IgnoreList((item,)).to_json())
    assert fix(words)[:2] == (0, words)


def test_a_docx_is_patched_and_nothing_else_of_it_changes(tmp_path: Path) -> None:
    path, out = tmp_path / "稿.docx", tmp_path / "出.docx"
    bold = p("第一段不动。").replace("<w:t", "<w:rPr><w:b/></w:rPr><w:t")
    path.write_bytes(docx(bold + p("今天,我们开会。")))
    assert bigan("fix", str(path), "-o", str(out)) == 0
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out) as new:
        assert old.namelist() == new.namelist()
        for name in set(old.namelist()) - {"word/document.xml"}:
            assert old.read(name) == new.read(name)
        body = new.read("word/document.xml").decode("utf-8")
        assert bold in body and "今天，我们开会。" in body


def test_the_source_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("今天,我们开会。", "utf-8")
    assert bigan("fix", str(path), "-o", str(path)) == 2
    assert path.read_text("utf-8") == "今天,我们开会。"


def test_the_list_says_what_is_left_and_what_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(
        HEAD + "今天,我市新建工会X家。其它单位也要抓，把\ufffd任扛起来。" + END, "utf-8"
    )
    assert bigan("fix", str(path), "-o", str(tmp_path / "出.txt")) == 1
    said = capsys.readouterr().out
    assert "今天〔, → ，〕我市新建工会X" in said and "没填的空 1 处：用 fill 填" in said
    assert "--rule wording/qita" in said and "自己改：第3段：它单位也要抓，把〔\ufffd〕任" in said
