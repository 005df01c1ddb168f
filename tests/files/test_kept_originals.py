"""The untouched original stays within reach, and never passes for another file's."""

import zlib
from hashlib import blake2b
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from editor.files.kept_originals import FileIdentity, KeptOriginals

SPEECH = "同志们，今天我们开会部署工作。\n一要抓好落实，二要改进作风。\n谢谢大家！"
PAGE = "下面是整理的范文，供大家参考。\n" + SPEECH
STRANGER = "各位来宾，欢迎来到青石县考察。\n这里的茶叶远近闻名。"


@given(text=st.text(max_size=60))
def test_an_original_comes_back_as_it_was(tmp_path_factory: object, text: str) -> None:
    originals = KeptOriginals(tmp_path_factory.mktemp("o"))  # type: ignore[attr-defined]
    originals.keep(FileIdentity("甲.txt", "1"), text)
    assert originals.of(FileIdentity("甲.txt", "1"), "") == text


def test_the_first_original_stays_through_every_save(tmp_path: Path) -> None:
    originals = KeptOriginals(tmp_path / "新")
    originals.keep(FileIdentity("甲.txt", "1"), PAGE)
    for number in range(1, 4):
        originals.follow(
            FileIdentity("甲.txt", str(number)), FileIdentity("甲.txt", str(number + 1))
        )
        originals.keep(FileIdentity("甲.txt", str(number + 1)), "第二次清理前")
    again = KeptOriginals(tmp_path / "新")
    assert (
        again.of(FileIdentity("甲.txt", "4"), "")
        == PAGE
        == again.of(FileIdentity("甲.txt", "1"), "")
    )
    assert len(list((tmp_path / "新").glob("*.original"))) == 1


def test_another_file_under_an_old_name_has_no_original(tmp_path: Path) -> None:
    originals = KeptOriginals(tmp_path)
    originals.keep(FileIdentity("甲.txt", "1"), PAGE)
    assert originals.of(FileIdentity("甲.txt", "9"), STRANGER) is None
    originals.keep(FileIdentity("甲.txt", "9"), STRANGER + "网页")
    assert originals.of(FileIdentity("甲.txt", "9"), STRANGER) == STRANGER + "网页"
    assert originals.of(FileIdentity("甲.txt", "1"), SPEECH) == PAGE


def test_a_file_saved_elsewhere_takes_its_original_along(tmp_path: Path) -> None:
    originals = KeptOriginals(tmp_path)
    originals.keep(FileIdentity("甲.txt", "1"), PAGE)
    originals.follow(FileIdentity("甲.txt", "1"), FileIdentity("乙.docx", "5"))
    assert originals.of(FileIdentity("乙.docx", "5"), "") == PAGE
    assert originals.of(FileIdentity("甲.txt", "1"), "") == PAGE
    originals.keep(FileIdentity("乙.docx", "7"), STRANGER)
    originals.follow(FileIdentity("甲.txt", "1"), FileIdentity("乙.docx", "7"))  # written over
    assert originals.of(FileIdentity("乙.docx", "7"), STRANGER) == PAGE


def test_a_file_changed_by_another_program_is_known_by_its_words(tmp_path: Path) -> None:
    originals = KeptOriginals(tmp_path)
    originals.keep(FileIdentity("甲.txt", "1"), PAGE)
    assert originals.of(FileIdentity("甲.txt", "8"), SPEECH + "\n在 WPS 里又添了一句话。") == PAGE
    assert originals.of(FileIdentity("甲.txt", "8"), "") == PAGE


def test_what_was_kept_by_name_alone_is_taken_over_by_its_own_text_only(tmp_path: Path) -> None:
    name = blake2b("甲.txt".encode(), digest_size=12).hexdigest()
    (tmp_path / f"{name}.original").write_bytes(zlib.compress(PAGE.encode()))
    originals = KeptOriginals(tmp_path)
    assert originals.of(FileIdentity("甲.txt", "3"), STRANGER) is None
    assert originals.of(FileIdentity("甲.txt", "2"), SPEECH) == PAGE
    originals.follow(FileIdentity("甲.txt", "2"), FileIdentity("甲.txt", "4"))
    assert originals.of(FileIdentity("甲.txt", "4"), "") == PAGE
    assert originals.of(FileIdentity("甲.txt", "3"), STRANGER) is None


def test_a_missing_or_broken_original_is_none_and_can_be_kept_again(tmp_path: Path) -> None:
    originals = KeptOriginals(tmp_path)
    originals.keep(FileIdentity("甲.txt", "1"), PAGE)
    next(tmp_path.glob("*.original")).write_bytes(b"x")
    assert originals.of(FileIdentity("甲.txt", "1"), SPEECH) is None
    assert originals.of(FileIdentity("乙.txt", "1"), SPEECH) is None
    originals.keep(FileIdentity("甲.txt", "1"), PAGE)
    assert originals.of(FileIdentity("甲.txt", "1"), SPEECH) == PAGE
    next(tmp_path.glob("*.lines")).write_bytes(b"{")
    assert originals.of(FileIdentity("甲.txt", "1"), SPEECH) is None


def test_a_save_of_what_has_no_original_writes_nothing(tmp_path: Path) -> None:
    originals = KeptOriginals(tmp_path)
    originals.follow(FileIdentity("甲.txt", "1"), FileIdentity("甲.txt", "2"))
    assert list(tmp_path.iterdir()) == []
