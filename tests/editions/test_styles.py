"""The official edition in figures of GB/T 9704-2012."""

import pytest

from editor.editions.styles import OFFICIAL, PT_PER_MM, SIZES


def test_the_type_area_is_156_by_225_mm() -> None:
    sheet = OFFICIAL.sheet
    assert sheet.type_width == pytest.approx(156 * PT_PER_MM)
    assert sheet.type_height == pytest.approx(225 * PT_PER_MM)


def test_22_lines_of_28_characters_give_pitch_and_cell() -> None:
    assert OFFICIAL.pitch == pytest.approx(28.99, abs=0.005)
    assert OFFICIAL.cell == pytest.approx(15.79, abs=0.005)


def test_sizes_fall_from_the_largest_to_the_smallest() -> None:
    sizes = list(SIZES.values())
    assert SIZES["三号"] == 16 and sizes == sorted(sizes, reverse=True)


def test_headings_are_hei_kai_and_then_fang_song() -> None:
    assert [OFFICIAL.heading_face(n).name for n in (1, 2, 3, 5)] == ["黑体", "楷体", "仿宋", "仿宋"]
