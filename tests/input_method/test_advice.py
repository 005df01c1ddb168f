"""Where nothing answers, the words name what the user of that system opens."""

from pathlib import Path

import pytest

from editor.input_method.advice import LATE, advice, distribution
from editor.input_method.running import Running

WORDS = [("uos", "开始菜单"), ("kylin", "开始菜单"), ("ubuntu", "键盘"), ("arch", "IBus")]


@pytest.mark.parametrize(("system", "word"), WORDS)
def test_each_system_has_its_words(system: str, word: str) -> None:
    words = advice({}, Running(), frozenset((system,)))
    assert word in words and words.startswith("没有找到") and words.endswith("再打开一次。")


def test_one_that_came_late_wants_only_a_new_start() -> None:
    assert advice({}, Running(ibus=True), frozenset()) == LATE


def test_one_that_cannot_be_spoken_to_is_named() -> None:
    assert "“yong”" in advice({"XMODIFIERS": "@im=yong"}, Running(), frozenset())


def test_a_system_tells_its_name_and_what_it_is_like(tmp_path: Path) -> None:
    path = tmp_path / "os-release"
    path.write_text('NAME="UOS"\nID=uos\nID_LIKE="deepin debian"\n', "utf-8")
    assert distribution(path) == {"uos", "deepin", "debian"}
    assert distribution(tmp_path / "none") == frozenset()
