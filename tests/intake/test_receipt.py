"""The laws of a receipt: it balances, any part can be taken back, places map."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.intake.line_buffer import LineBuffer, LineChange
from editor.intake.receipt import Receipt
from editor.intake.receipt_items import receipt_items
from editor.intake.receipt_kinds import LABELS
from editor.intake.tidy import tidy
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript, Offsets, manuscript_of
from editor.manuscript.paragraph import Paragraph, Position
from tests.intake.messy import MESSY, sample
from tests.manuscript.marked import letter_by_letter

RAW = {name: sample(marked).text for name, marked in MESSY.items()}
RECEIPTS = {name: tidy(manuscript_of(text)) for name, text in RAW.items()}
names = st.sampled_from(sorted(RAW))
SCRAPS = [
    "第1页", "-3-", "2、", "　　", "下载 收藏", "小编为大家整理的范文", "一、标题", "同志们：",
    "半句话没有完", "句子完了。", "稿子汇,范文学习文库", "X", "(未完,会员可阅读全文",
    "👇", "\ufeff",
]  # fmt: skip
scraps = st.lists(st.sampled_from([*SCRAPS, "\n", "\n\n", " ", "长" * 46]), max_size=40)


def keyed(text: str) -> Manuscript:
    lines = text.split("\n")
    return Manuscript(0, tuple(Paragraph(line, key) for key, line in enumerate(lines, 1)))


@settings(max_examples=60)
@given(names, st.data())
def test_any_part_of_a_receipt_balances_and_equals_its_edits(
    name: str, data: st.DataObject
) -> None:
    receipt = RECEIPTS[name]
    keep = data.draw(
        st.lists(st.booleans(), min_size=len(receipt.items), max_size=len(receipt.items))
    )
    part = [item for item, kept in zip(receipt.items, keep, strict=True) if kept]
    assert receipt.balanced(part)
    edited = apply_all(receipt.raw, receipt.edits(part))
    assert edited.paragraphs == receipt.clean(part).paragraphs


@settings(max_examples=150)
@given(scraps, st.booleans(), st.randoms())
def test_whatever_the_text_the_receipt_balances(pieces: list[str], docx: bool, random) -> None:
    text = "".join(pieces)
    raw = letter_by_letter(keyed(text)) if random.random() < 0.5 else keyed(text)
    receipt = tidy(raw, docx=docx)
    assert receipt == tidy(raw, docx=docx)
    part = [item for item in receipt.items if random.random() < 0.6]
    for items in (None, part):
        assert receipt.balanced(items)
        edited = apply_all(raw, receipt.edits(items))
        assert edited.paragraphs == receipt.clean(items).paragraphs


@settings(max_examples=30)
@given(names)
def test_a_place_in_the_clean_text_is_the_same_character_in_the_raw(name: str) -> None:
    receipt = RECEIPTS[name]
    clean, raw = receipt.clean(), RAW[name]
    offsets, inner = Offsets(receipt.raw), Offsets(clean)
    flat = [offsets.flat(receipt.raw_position(inner.place(n))) for n in range(len(clean.text))]
    assert flat == sorted(flat)
    put_in = sum(len(item.after) for item in receipt.items)
    different = sum(raw[f] != c for f, c in zip(flat, clean.text, strict=True))
    assert different <= put_in
    for number, place in enumerate(flat):
        if raw[place] == clean.text[number] and raw[place] not in "\n )":
            back = inner.flat(receipt.clean_position(offsets.place(place)))
            assert back == number


def test_paragraphs_that_stay_keep_the_keys_of_their_file() -> None:
    raw = keyed("当前位置：首页 > 讲话\n在全区会议上的讲话\n同志们：\n今天开会。")
    clean = tidy(raw).clean()
    assert clean.paragraphs[0].text == "在全区会议上的讲话"
    assert [p.key for p in clean.paragraphs] == [2, 3, 4]


def test_tables_and_pictures_are_left_alone() -> None:
    lines = ["当前位置：首页 > 讲话", "第1页 / 共2页", "今天开会，"]
    framed = tuple(Paragraph(t, n, frame="表1·1行1列") for n, t in enumerate(lines, 1))
    held = tuple(Paragraph(t, n + 9, holds="图片") for n, t in enumerate(lines, 1))
    assert tidy(Manuscript(0, framed + held)).items == ()


def test_kinds_have_names_and_reasons() -> None:
    for receipt in RECEIPTS.values():
        assert set(receipt.kinds()) <= set(LABELS)
        assert all(item.why and item.label != item.kind for item in receipt.items)


def test_a_whole_kind_can_be_taken_back() -> None:
    receipt = RECEIPTS["portal"]
    left = [item for item in receipt.items if item.kind != "related-links"]
    assert "上一篇：全区防汛工作视频会议召开" in receipt.clean(left).text
    assert receipt.balanced(left)


def test_a_receipt_that_lies_does_not_balance() -> None:
    honest = RECEIPTS["portal"]
    first = honest.items[0]
    forged = type(first)(first.kind, first.start, first.end, "别的话", "", first.why)
    assert not Receipt(honest.raw, (forged,)).balanced()


@settings(max_examples=200)
@given(scraps, st.booleans(), st.data())
def test_any_part_of_sure_and_doubtful_balances(
    pieces: list[str], docx: bool, data: st.DataObject
) -> None:
    raw = keyed("".join(pieces))
    buffer = LineBuffer(raw, docx)
    for number, line in enumerate(buffer.lines):
        for _ in range(data.draw(st.integers(0, 3))):
            start = data.draw(st.integers(0, len(line))) * data.draw(st.integers(0, 1))
            end = data.draw(st.sampled_from([len(line), min(len(line), start + 3)]))
            sure = data.draw(st.booleans())
            buffer.apply([LineChange(number, start, end, "url", "无", sure=sure)])
    receipt = Receipt(raw, receipt_items(buffer))
    part = [item for item in receipt.items if data.draw(st.booleans())]
    for items in (None, receipt.items, part):
        assert receipt.balanced(items)
        edited = apply_all(raw, receipt.edits(items))
        assert edited.paragraphs == receipt.clean(items).paragraphs


def test_what_is_doubtful_stays_and_its_places_are_those_of_what_is_chosen() -> None:
    buffer = LineBuffer(raw := keyed("甲甲\n乙乙\n丙丙"), docx=False)
    buffer.remove_line(0, "url", "确凿")
    buffer.remove_line(1, "url", "拿不准", sure=False)
    receipt = Receipt(raw, receipt_items(buffer))
    assert receipt.clean().text == "乙乙\n丙丙"
    assert receipt.raw_position(Position(0, 0)) == Position(1, 0)
    assert receipt.clean(receipt.items).text == "丙丙"
    assert receipt.only(receipt.items).raw_position(Position(0, 0)) == Position(2, 0)
    assert [item.why for item in receipt.doubtful] == ["拿不准"]
