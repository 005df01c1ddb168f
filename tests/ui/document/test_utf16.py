from hypothesis import given
from hypothesis import strategies as st

from editor.ui.document.utf16 import offset_of, tame, unit_of, units, units_of

texts = st.text(alphabet="一是X 𠮷𬭚😀\u2028\u00a0a", max_size=30)


@given(texts)
def test_units_are_what_utf_16_has(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le")) // 2


@given(texts, st.data())
def test_offsets_go_to_units_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert offset_of(text, unit_of(text, offset)) == offset


@given(texts, st.integers(0, 40))
def test_many_offsets_of_one_text_are_what_each_is(text: str, offset: int) -> None:
    assert units_of(text)(offset) == unit_of(text, offset)


def test_a_place_inside_a_pair_is_the_start_of_the_pair() -> None:
    assert offset_of("甲𠮷乙", 2) == 1


@given(st.text(max_size=20))
def test_tame_text_has_nothing_a_document_would_take_for_its_own(text: str) -> None:
    assert not set(tame(text)) & set("\r\n\u2029\ufdd0\ufdd1")
    assert len(tame(text)) == len(text)
