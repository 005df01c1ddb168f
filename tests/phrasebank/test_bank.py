from pathlib import Path

import pytest

from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Outline
from editor.manuscript.paragraph import Position
from phrasebank.bank import PhraseBank, load_phrase_bank, read_text
from tests.notation import doc


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "语料" / "我的语料.txt"


def own_texts(bank: PhraseBank) -> list[str]:
    return [p.text for p in bank.phrases if p.own]


def test_an_added_phrase_is_found_first_and_stays(own: Path) -> None:
    bank = load_phrase_bank(own=own)
    added = bank.add("一锤接着一锤敲，把好事办实。", "要求", occasion="动员会", tags=["落实"])
    assert bank.search("好事")[0].phrase == added
    again = load_phrase_bank(own=own)
    assert again.search("好事")[0].phrase == added
    assert (added.occasions, added.tags, added.own) == (("动员会",), ("落实",), True)


def test_the_same_words_are_added_once(own: Path) -> None:
    bank = load_phrase_bank(own=own)
    assert bank.add("今天开会。", "开场") == bank.add(" 今天开会。", "结尾")
    assert own_texts(bank) == ["今天开会。"]


def test_adding_keeps_what_the_writer_wrote_by_hand(own: Path) -> None:
    own.parent.mkdir()
    own.write_text("; 我的说明\n# 总结会\n## 开场\n005 头一条。\n坏#行也留着\n", encoding="utf-8")
    bank = load_phrase_bank(own=own)
    bank.add("# 号开头的一条", "开场", occasion="总结会")
    kept = own.read_text(encoding="utf-8")
    assert kept.startswith("; 我的说明\n# 总结会\n## 开场\n005 头一条。\n坏#行也留着\n")
    assert own_texts(load_phrase_bank(own=own))[-1] == "# 号开头的一条"


def test_a_removed_phrase_takes_only_its_line(own: Path) -> None:
    own.parent.mkdir()
    own.write_text("# 通用\n## 开场\n001 甲方案。\n; 说明\n002 乙方案。\n", encoding="utf-8")
    bank = load_phrase_bank(own=own)
    bank.remove(bank.search("甲方案")[0].phrase)
    assert own.read_text(encoding="utf-8") == "# 通用\n## 开场\n; 说明\n002 乙方案。\n"
    assert own_texts(bank) == ["乙方案。"]


def test_a_failed_write_leaves_everything_as_it_was(own: Path) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError("no space")

    bank = load_phrase_bank(own=own, write=full)
    with pytest.raises(OSError, match="no space"):
        bank.add("写不进去的一条。", "开场")
    assert own_texts(bank) == []
    assert not own.exists()


def test_no_temporary_file_is_left(own: Path) -> None:
    load_phrase_bank(own=own).add("今天开会。", "开场")
    assert not [path for path in own.parent.iterdir() if path.suffix == ".tmp"]


def test_a_wrong_line_of_the_own_file_is_named_and_left_out(own: Path) -> None:
    own.parent.mkdir()
    own.write_text("# 通用\n## 讲话\n甲\n## 开场\n乙\n", encoding="utf-8")
    bank = load_phrase_bank(own=own)
    assert own_texts(bank) == ["乙"]
    assert [p.line for p in bank.problems] == [2, 3]


def test_what_is_wrong_in_a_bundled_file_is_named_and_the_rest_is_there(tmp_path: Path) -> None:
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases" / "坏.txt").write_text("没有部位的一条", encoding="utf-8")
    (tmp_path / "phrases" / "乱.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "phrases" / "好.txt").write_text("# 通用\n## 开场\n乙\n", encoding="utf-8")
    for table in ("occasions.txt", "initials.txt"):
        (tmp_path / table).write_bytes(b"\xff# \x00\n")
    bank = load_phrase_bank(tmp_path)
    assert [p.text for p in bank.phrases] == ["乙"]
    assert {(p.file, p.line) for p in bank.damaged} == {
        ("phrases/坏.txt", 1),
        ("phrases/乱.txt", 0),
    }


def test_the_bundled_files_are_whole() -> None:
    assert not load_phrase_bank().damaged


def test_a_file_of_an_office_pc_is_read(own: Path) -> None:
    own.parent.mkdir()
    own.write_bytes("# 通用\r\n## 开场\r\n今天开会。\r\n".encode("gb18030"))
    assert own_texts(load_phrase_bank(own=own)) == ["今天开会。"]
    own.write_bytes(b"\xef\xbb\xbf" + "甲".encode())
    assert read_text(own) == "甲"


@pytest.mark.parametrize(("text", "part"), [("", "开场"), ("甲", "讲话")])
def test_nothing_and_an_unknown_part_are_refused(own: Path, text: str, part: str) -> None:
    with pytest.raises(ValueError, match="部位"):
        load_phrase_bank(own=own).add(text, part)
    with pytest.raises(ValueError, match="部位"):
        load_phrase_bank().add("甲", "开场")


def test_occasions_and_parts_come_in_order() -> None:
    bank = load_phrase_bank()
    assert bank.occasions()[0] == "动员会"
    assert bank.parts()[0] == "称谓"
    assert bank.parts()[-1] == "固定提法"


def test_where_no_phrase_has_all_words_those_with_some_are_found(own: Path) -> None:
    bank = load_phrase_bank(own=own)
    bank.add("甲乙同心。", "开场")
    bank.add("乙丙齐力。", "开场")
    assert bank.search("甲乙 齐力") == []
    some = bank.search_some("甲乙 齐力 乙丙")
    assert [h.phrase.text for h in some] == ["乙丙齐力。", "甲乙同心。"]
    assert some[0].spans == ((0, 2), (2, 4))


def test_a_place_tells_where_its_sentences_belong() -> None:
    m = doc("在全县职工技能竞赛动员大会上的讲话 | 同志们： | 今天开会。 | 一、抓好落实 | 要抓好。")
    bank = load_phrase_bank()
    assert bank.home_of(outline_of(m), Position(2, 2)) == ("竞赛", "开场")
    assert bank.home_of(Outline(), Position(0, 0)) == ("", "")
