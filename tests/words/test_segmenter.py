import sys
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.words import segmenter as module
from editor.words.segmenter import Segmenter


@pytest.fixture(scope="module")
def words() -> Segmenter:
    loaded = Segmenter()
    loaded.load()
    return loaded


def test_it_cuts_single_characters_before_it_is_loaded() -> None:
    early = Segmenter()
    assert not early.ready
    assert [w.word for w in early.cut("职工2026年")] == ["职", "工", "2026", "年"]


def test_it_cuts_words_when_loaded(words: Segmenter) -> None:
    assert words.ready
    assert [w.word for w in words.cut("全体职工")] == ["全体", "职工"]


def test_numbers_latin_and_runs_of_one_mark_stay_whole(words: Segmenter) -> None:
    cut = [w.word for w in words.cut("完成98.5%——5G+X  ____××")]
    assert cut == ["完成", "98.5%", "——", "5G+X", "  ", "____", "××"]


MIXED = st.text(alphabet="推进职工代表大会ab1，。 \n×“”𠮷🙂\u2028", max_size=40)


@given(MIXED)
def test_the_words_tile_the_text(text: str) -> None:
    cut = Segmenter().cut(text)
    assert "".join(w.word for w in cut) == text
    assert all(text[w.start : w.end] == w.word for w in cut)


@given(MIXED, st.integers(0, 40))
def test_the_word_under_a_place_is_one_of_the_cut(text: str, offset: int) -> None:
    plain = Segmenter()
    if text and offset < len(text):
        start, end = plain.word_at(text, offset)
        assert start <= offset < end
        assert (start, end) in [(w.start, w.end) for w in plain.cut(text)]


def test_a_double_click_takes_the_word(words: Segmenter) -> None:
    assert words.word_at("推进集体协商工作", 3) == (2, 4)
    assert words.word_at("推进工作", 4) == (2, 4)
    assert words.word_at("", 0) == (0, 0)


def test_the_dictionary_is_the_one_jieba_would_build() -> None:
    jieba = module.import_jieba()
    tokenizer = jieba.Tokenizer()
    frequencies, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    ours = module.load_tokenizer()
    assert (ours.FREQ, ours.total) == (frequencies, total)


def test_without_jieba_it_goes_on_with_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jieba", None)
    lame = Segmenter()
    lame.load()
    assert not lame.ready
    assert [w.word for w in lame.cut("职工")] == ["职", "工"]


def test_a_second_load_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[int] = []
    fake = SimpleNamespace(cut=iter)
    monkeypatch.setattr(module, "load_tokenizer", lambda: reads.append(1) or fake)
    twice = Segmenter()
    threads = [Thread(target=twice.load) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reads) == 1


def test_jieba_is_not_imported_with_the_module() -> None:
    source = Path(module.__file__).read_text(encoding="utf-8")
    assert "\nimport jieba" not in source and "\nfrom jieba" not in source
