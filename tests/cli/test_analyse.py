"""`analyse` tells its places in the offsets of the file as it is decoded."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.command import bigan
from tests.corpus import SCORER, SPEECHES, needs

TEXT = (
    "下面是小编为大家整理的讲话稿，供大家参考。\n在X工会会议上的讲话\n同志们：\n"
    "一、统一思想\n今年有____名职工。\n二、抓好落实\n要行动。\n"
)


def analyse(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, list[dict[str, object]]]:
    assert bigan("analyse", str(path), "--json") == 0
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("end", "bom"), [("\n", ""), ("\r\n", ""), ("\n", "\ufeff"), ("\r\n", "\ufeff")]
)
def test_offsets_count_line_ends_and_bom(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], end: str, bom: str
) -> None:
    raw = bom + TEXT.replace("\n", end)
    path = tmp_path / "稿.txt"
    path.write_bytes(raw.encode("utf-8"))
    found = analyse(path, capsys)
    marks = [raw[p["start"] : p["end"]] for p in found["placeholders"]]  # type: ignore[misc]
    assert marks == ["X", "____"]
    heads = [raw[o["start"] :][:2] for o in found["outline"]]  # type: ignore[misc]
    assert heads == ["在X", "一、", "二、"]
    [noise] = found["noise"]
    assert raw[noise["start"] : noise["end"]].strip().startswith("下面是小编")  # type: ignore[misc]


def test_a_title_of_several_lines_is_told_joined(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(
        "在全县河湖长制\n工作会议上的讲话\n（2025年6月）\n同志们：\n讲两点。\n", "utf-8"
    )
    [title] = analyse(path, capsys)["outline"]
    assert (title["title"], title["start"]) == ("在全县河湖长制工作会议上的讲话", 0)  # type: ignore[index]


RAW = {
    "page-mark-in-word": "在X工会会议上的讲话\n同志们：\n要发挥主‹-5-›力军作用。\n谢谢大家！\n",
    "missing-end": "在X工会会议上的讲话\n同志们：\n希望大家认真对待‹。›\n共2页,当前第1页\n",
    "missing-paragraphs": "在X会议上的讲话‹各位代表、同志们：›" + "要抓好各项工作。" * 60,
}


@pytest.mark.parametrize("kind", sorted(RAW))
def test_what_cleaning_mends_is_told_of_the_raw(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    head, marked, tail = RAW[kind].replace("›", "‹").split("‹")
    path = tmp_path / "稿.txt"
    path.write_text(head + marked + tail, "utf-8")
    found = [d for d in analyse(path, capsys)["defects"] if d["kind"] == kind]
    assert [(d["start"], d["end"]) for d in found] == [(len(head), len(head + marked))]


@settings(max_examples=40)
@given(st.text("一二、（）()X年.。，\n\r \u2028𠮷“”_-1", max_size=60))
def test_no_text_breaks_it(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("a") / "稿.txt"
    path.write_bytes(("讲话" + text).encode("utf-8"))
    assert bigan("analyse", str(path), "--json") == 0


# The scorer leaves its files open.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@needs(SCORER)
def test_the_five_speeches_are_read_as_labelled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec and spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    results = []
    for text in sorted(SPEECHES.glob("*.txt")):
        prediction = tmp_path / f"{text.stem}.json"
        prediction.write_text(json.dumps(analyse(text, capsys)), "utf-8")
        results.append(score.one(str(text.with_suffix(".json")), str(prediction)))
    assert not any(r["neg"] for r in results)
    for part, least in (("overlap", 0.98), ("outline", 0.97), ("noise", 0.98)):
        tp, fp, fn = (sum(r[part][k] for r in results) for k in ("tp", "fp", "fn"))
        assert 2 * tp / (2 * tp + fp + fn) >= least, part
    assert sum(r["noise"]["fp"] for r in results) <= 10


def test_a_placeholder_says_whether_it_is_sure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("同志们：\nX工会办了____件实事，某股的教训要记取。\n", "utf-8")
    places = analyse(path, capsys)["placeholders"]
    assert [(p["text"], p["sure"]) for p in places] == [("X", True), ("____", True), ("某", False)]
