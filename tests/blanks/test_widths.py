"""Whatever is found in a text is found where letters are wide, and where its marks are narrow."""

import pytest

from editor.blanks.grammar import scan
from tests.blanks.marked import plain
from tests.blanks.recognisers import (
    test_gaps,
    test_letters_as_letters,
    test_merge_marks,
    test_square_marks,
    test_stripped,
    test_template_lines,
)
from tests.blanks.test_blanks_found import ROWS

TABLES = (
    *(test_square_marks.LINES, test_square_marks.HEADINGS, test_square_marks.IN_SENTENCES),
    *(test_square_marks.FINISHED, test_merge_marks.FIELDS, test_merge_marks.OTHERS),
    *(test_gaps.ROOM, test_gaps.SPACES, test_stripped.STRIPPED, test_stripped.LOOSE),
    test_template_lines.LINES,
    *(test_letters_as_letters.THEMSELVES, test_letters_as_letters.STAND_INS),
)
TEXTS = [plain(row) for table in TABLES for row in table.split("\n") if row]
TEXTS += [plain(row) for _, row in ROWS]
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
NARROW = str.maketrans("，。：；", ",.:;")


def places(text: str) -> list[tuple[int, int, bool]]:
    return [(found.start, found.end, found.sure) for found in scan(text)]


@pytest.mark.parametrize("table", [WIDE, NARROW], ids=["wide letters", "narrow marks"])
def test_the_width_of_a_character_tells_nothing(table: dict[int, int]) -> None:
    assert [t for t in TEXTS if places(t.translate(table)) != places(t)] == []
