"""Versions: what was kept stays readable, whatever happens; a document keeps its past."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.files.trouble import Trouble
from editor.files.versions.document_index import FILE
from editor.files.versions.kept_version import Occasion, Version
from editor.files.versions.segment import Segment
from editor.files.versions.version_store import VersionStore
from editor.manuscript.delivery.statistics import count
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.marks import BOLD, RUN, Mark
from editor.manuscript.paragraph import Paragraph
from tests.notation import doc


def save(store: VersionStore, document: str, line: str) -> Version:
    return store.keep(document, doc(line), "保存", Occasion.SAVED)


@pytest.fixture
def store(tmp_path: Path) -> VersionStore:
    return VersionStore(tmp_path)


def log_of(folder: Path) -> Path:
    return next(folder.glob("*.versions"))


def test_each_version_gives_its_text_back(store: VersionStore) -> None:
    texts = ["一、甲 | 正文", "一、甲 | 正文改了", "正文改了 | 一、甲", "", "一、甲 | 正文"]
    kept = [save(store, "a", text) for text in texts]
    assert [store.text(v).text for v in kept] == [doc(t).text for t in texts]
    assert [v.number for v in store.list("a")] == [1, 2, 3, 4, 5]


def test_a_version_keeps_what_the_file_knows_of_a_paragraph(store: VersionStore) -> None:
    marks = (Mark(0, 1, BOLD), Mark(0, 1, RUN, "7.2"))
    rich = Paragraph("甲", 7, "一、", "heading1", "表1·1行1列", "图片", "3/0", marks)
    version = store.keep("a", Manuscript(3, (rich,)), "", Occasion.SAVED)
    assert store.text(version).paragraphs == (rich,)


def test_the_same_words_are_kept_once_but_for_what_left_the_house(store: VersionStore) -> None:
    first = save(store, "a", "甲")
    assert save(store, "a", "甲") == first
    assert store.keep("a", doc("甲"), "打印", Occasion.PRINTED).number == 2


def test_a_version_is_named_now_or_later(tmp_path: Path) -> None:
    store = VersionStore(tmp_path)
    version = save(store, "a", "甲")
    store.name(version, "第1稿")
    store.keep("a", doc("乙"), "第2稿", Occasion.NAMED)
    store.keep("a", doc("乙"), "送审稿", Occasion.NAMED)
    assert [v.name for v in VersionStore(tmp_path).list("a")] == ["第1稿", "送审稿"]


def test_what_somebody_else_wrote_is_a_version_of_its_own_and_takes_no_name(
    tmp_path: Path,
) -> None:
    store = VersionStore(tmp_path)
    store.keep("a", doc("甲"), "第1稿", Occasion.NAMED)
    store.keep("a", doc("甲"), "被覆盖的：别人存的", Occasion.OVERWRITTEN)
    found = VersionStore(tmp_path).list("a")
    assert [v.name for v in found] == ["第1稿", "被覆盖的：别人存的"]
    assert store.text(found[1]).text == "甲"


def test_a_version_tells_what_changed(store: VersionStore) -> None:
    save(store, "a", "甲甲甲甲甲甲。乙乙乙乙乙。 | 丙丙丙丙")
    tally = save(store, "a", "甲甲甲甲甲甲。乙乙戊乙乙。 | 丙丙丙丙 | 丁丁丁丁").tally
    assert (tally.reworded, tally.added, tally.put_in, tally.taken_out) == (1, 1, 5, 1)


def test_the_past_goes_along_to_another_name(tmp_path: Path) -> None:
    store, old, new = VersionStore(tmp_path), tmp_path / "旧.docx", tmp_path / "新.docx"
    document = store.document(None)
    save(store, document, "甲")
    store.link(document, old, doc("甲"))
    store.link(document, new, doc("甲"))
    again = VersionStore(tmp_path)
    assert again.document(new) == again.document(old) == document


def test_saving_over_another_document_loses_neither_past(tmp_path: Path) -> None:
    store, path = VersionStore(tmp_path), tmp_path / "稿.docx"
    for document, words in (("a", "甲"), ("b", "乙")):
        save(store, document, words)
        store.link(document, path, doc(words))
    assert store.document(path) == "b"
    assert [store.text(v).text for v in store.list("b")] == ["甲", "乙"]


def test_a_file_renamed_outside_is_known_by_its_words(tmp_path: Path) -> None:
    store = VersionStore(tmp_path)
    there = tmp_path / "在.txt"
    there.write_text("乙")
    store.link("a", tmp_path / "没了.txt", doc("甲"))
    store.link("b", there, doc("乙"))
    assert store.document(tmp_path / "改名.txt", doc("甲")) == "a"
    assert store.document(tmp_path / "抄件.txt", doc("乙")) not in ("a", "b")


def test_a_broken_index_is_made_anew_from_the_logs(tmp_path: Path) -> None:
    store, path = VersionStore(tmp_path), tmp_path / "稿.txt"
    store.link("a", path, doc("甲"))
    save(store, "a", "甲")
    (tmp_path / FILE).write_text("{")
    assert VersionStore(tmp_path).document(path) == "a"


def test_cut_anywhere_every_whole_version_is_there(tmp_path: Path) -> None:
    store = VersionStore(tmp_path)
    texts, ends = ["甲。", "甲。 | 乙。", "丙丙。"], [0]
    for text in texts:
        save(store, "a", text)
        ends.append(log_of(tmp_path).stat().st_size)
    whole = log_of(tmp_path).read_bytes()
    for size in range(len(whole)):
        log_of(tmp_path).write_bytes(whole[:size])
        cut = VersionStore(tmp_path)
        there = sum(end <= size for end in ends[1:])
        assert [cut.text(v).text for v in cut.list("a")] == [doc(t).text for t in texts[:there]]
        assert bool(cut.mended("a")) == (size not in ends)


def test_after_a_broken_tail_it_goes_on(tmp_path: Path) -> None:
    store = VersionStore(tmp_path)
    save(store, "a", "甲")
    log = log_of(tmp_path)
    log.write_bytes(log.read_bytes() + bytes(99))
    again = VersionStore(tmp_path)
    assert "99 个字节" in again.mended("a")
    save(again, "a", "乙")
    assert again.mended("a") == ""
    assert [again.text(v).text for v in again.list("a")] == ["甲", "乙"]


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.integers(0, 255))
def test_a_wrong_byte_never_gives_a_wrong_text(at: int, byte: int) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        store = VersionStore(Path(name))
        texts = {save(store, "a", f"甲{n}。 | 乙{n * n}。").number: n for n in range(6)}
        log = log_of(Path(name))
        data = bytearray(log.read_bytes())
        data[at % len(data)] = byte
        log.write_bytes(data)
        hurt = VersionStore(Path(name))
        for version in hurt.list("a"):
            try:
                assert hurt.text(version).text == f"甲{texts[version.number]}。\n" + (
                    f"乙{texts[version.number] ** 2}。"
                )
            except Trouble as trouble:
                assert "其他版本" in trouble.advice
        assert hurt.text(save(hurt, "a", "新的话")).text == "新的话"


def test_two_programs_write_into_one_log(tmp_path: Path) -> None:
    one, other = VersionStore(tmp_path), VersionStore(tmp_path)
    for n in range(6):
        save((one, other)[n % 2], "a", f"第{n}句。 | 同")
    assert [one.text(v).text for v in one.list("a")] == [f"第{n}句。\n同" for n in range(6)]


def test_two_programs_note_their_files_in_one_index(tmp_path: Path) -> None:
    one, two = VersionStore(tmp_path), VersionStore(tmp_path)
    for store, name in ((one, "甲"), (two, "乙")):
        save(store, name, f"{name}的话")
        store.link(name, tmp_path / f"{name}.txt", doc(f"{name}的话"))
    again = VersionStore(tmp_path)
    assert again.is_filed("甲") and again.is_filed("乙")
    assert one.unfiled() == ()
    one.remove("乙")
    assert again.document(tmp_path / "乙.txt") == "乙" and again.list("乙")


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble, match="没有留存"):
        save(VersionStore(tmp_path / "file"), "a", "甲")


def test_segments_keep_many_versions_small(tmp_path: Path) -> None:
    chance, store = random.Random(2), VersionStore(tmp_path)
    lines = [f"第{n}件事，{n * n}个单位要抓好落实。还要讲清楚第{n}条理由。" * 4 for n in range(90)]
    for n in range(150):
        lines[chance.randrange(90)] = f"这一段在第{n}次改过，改成了另外的一些话，一共{n * n}个字。"
        store.keep("a", manuscript_of("\n".join(lines)), "", Occasion.SAVED)
    size = log_of(tmp_path).stat().st_size
    assert size / 150 < 1_000
    assert len(store.list("a")) == 150


@given(
    st.lists(st.lists(st.sampled_from(["", "甲。乙", "甲" * 70 + "。丙", "\ud800"]), min_size=1))
)
def test_packed_texts_come_back_in_order(texts: list[list[str]]) -> None:
    packing, unpacking = Segment(), Segment()
    for rows in texts:
        manuscript = manuscript_of("\n".join(rows))
        assert unpacking.unpack(packing.pack(manuscript)) == manuscript.paragraphs


def test_the_index_is_plain_to_read(tmp_path: Path) -> None:
    VersionStore(tmp_path).link("a", tmp_path / "稿.txt", doc("甲"))
    assert json.loads((tmp_path / FILE).read_text("utf-8"))["documents"]["a"][0].endswith("稿.txt")


def test_a_version_counts_as_the_status_bar_does(store: VersionStore) -> None:
    m = doc("今年 2026 年，新增会员 1200 名。 | New members")
    version = store.keep("a", m, "", Occasion.SAVED)
    assert version.characters == count(m.text).words != len(m.text)
