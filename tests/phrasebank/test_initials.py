import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.bank import DATA
from phrasebank.initials import GAP, Initials

INITIALS = Initials.load(DATA / "initials.txt")


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("同志们", "tzm"),
        ("砥砺奋进", "dlfj"),
        ("重新出发", "cxcf"),
        ("重点工作", "zdgz"),
        ("啊座", "az"),
        ("5G园区", "5gyq"),
    ],
)
def test_initials_of_words(text: str, letters: str) -> None:
    assert INITIALS.of(text) == letters


@given(st.text(alphabet="重新调整厂长，。𠮷🙂ＡaZ\n", max_size=30))
def test_there_is_one_sign_for_each_code_point(text: str) -> None:
    spelt = INITIALS.of(text)
    assert len(spelt) == len(text)
    assert spelt.isascii()


def test_marks_are_gaps() -> None:
    assert INITIALS.of("，") == GAP


def test_a_table_entry_of_the_wrong_length_is_left_out() -> None:
    assert Initials("重新 c\n没有\nd 砥").of("重新砥") == Initials().of("重新") + "d"
