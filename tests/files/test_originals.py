"""The untouched original stays within reach."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from editor.files.originals import Originals


@given(text=st.text(max_size=60))
def test_an_original_comes_back_as_it_was(tmp_path_factory: object, text: str) -> None:
    originals = Originals(tmp_path_factory.mktemp("o"))  # type: ignore[attr-defined]
    originals.keep("甲.txt", text)
    assert originals.of("甲.txt") == text


def test_the_first_original_stays(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "新")
    originals.keep("甲.txt", "网页原文")
    originals.keep("甲.txt", "第二次清理前")
    assert originals.of("甲.txt") == "网页原文"


def test_a_missing_or_broken_original_is_none(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    originals.keep("甲.txt", "原文")
    next(tmp_path.glob("*.original")).write_bytes(b"x")
    assert originals.of("甲.txt") is None
    assert originals.of("乙.txt") is None
