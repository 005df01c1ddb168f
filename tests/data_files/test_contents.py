"""The program knows the files that belong to it, and says which are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.checks.engine import rule_set
from editor.checks.engine.rule_set import bundled_rules
from editor.data_files.contents import CONTENTS, damaged_lists, missing_files
from editor.data_files.problem import ROOT, DataProblem, problem_in
from editor.data_files.toml_data import toml_of
from editor.data_files.unreadable import UnreadableError
from tests.data_files.contents import present_files


def test_the_list_names_every_file_there_is() -> None:
    """After a change: `python -m tests.data_files.contents` writes it anew."""
    assert (ROOT / CONTENTS).read_text("utf-8").splitlines() == present_files()
    assert not missing_files()


def test_what_is_missing_is_told_with_what_to_do(tmp_path: Path) -> None:
    for name in ("resources/rules/wording/a.toml", "resources/icons/b.svg"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    (tmp_path / CONTENTS).write_text("\n".join(present_files(tmp_path)), "utf-8")
    assert not missing_files(root=tmp_path)
    (tmp_path / "resources/icons/b.svg").unlink()
    (problem,) = missing_files(root=tmp_path)
    assert problem.file == "resources/icons/b.svg" and "重新安装" in str(problem)
    assert not missing_files("resources/rules/", tmp_path)


def test_a_missing_list_is_told_itself(tmp_path: Path) -> None:
    assert [p.file for p in missing_files(root=tmp_path)] == [CONTENTS]


def test_a_problem_says_file_line_and_remedy() -> None:
    path = ROOT / "resources" / "rules" / "wording" / "x.toml"
    with pytest.raises(UnreadableError) as fell:
        toml_of(b"a = 1\nb 2\n")
    told = str(problem_in(path, fell.value))
    assert told.startswith("resources/rules/wording/x.toml 第 2 行：") and "请" in told
    assert "文件不在" in str(problem_in(path, FileNotFoundError(2, "No such file")))


@pytest.mark.parametrize("data", [bytes(range(256)), b"a\x00b\x01", b"", None])
def test_a_list_that_holds_no_text_is_told_like_a_missing_one(
    tmp_path: Path, data: bytes | None
) -> None:
    for name in ("whole", "surnames"):
        (tmp_path / f"resources/language/{name}.txt").parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"resources/language/{name}.txt").write_text("赵\n", "utf-8")
    (tmp_path / CONTENTS).write_text("\n".join(present_files(tmp_path)), "utf-8")
    assert not damaged_lists("resources/language/", tmp_path)
    harmed = tmp_path / "resources/language/surnames.txt"
    harmed.unlink() if data is None else harmed.write_bytes(data)
    (problem,) = damaged_lists("resources/language/", tmp_path)
    assert problem.file.endswith("surnames.txt") and "重新安装" in str(problem)


def test_the_rules_say_which_list_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = DataProblem("resources/language/surnames.txt", "不是 UTF-8 编码")
    monkeypatch.setattr(rule_set, "damaged_lists", lambda _: (gone,))
    assert bundled_rules.__wrapped__().problems == (gone,)
