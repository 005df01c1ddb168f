"""What may be a blank: found, told apart, and left alone until it is chosen."""

from dataclasses import replace

from editor.blanks.blank import Blank
from editor.blanks.blank_reader import find_blanks
from editor.blanks.fill import fill_values
from editor.blanks.slots import slots_of
from editor.manuscript.edits import apply_all
from tests.notation import doc, lines

LINE = "X股开了会。泵站建成于202 年。"


def test_a_guess_makes_a_slot_of_its_own_behind_the_others() -> None:
    blanks = find_blanks(doc(LINE))
    assert [b.sure for b in blanks] == [True, False]
    assert [(s.key.split(":")[0], s.sure) for s in slots_of(doc(LINE), blanks)][1] == (
        "unsure",
        False,
    )


def test_a_guess_in_the_slot_of_sure_ones_is_not_filled_with_them() -> None:
    sure, guess = (b for b in find_blanks(doc("X工会和X工会")))
    guess = replace(guess, sure=False)
    assert [s.blanks for s in slots_of(doc(""), [guess, sure])] == [(sure,), (guess,)]


def test_a_guess_is_filled_by_its_own_name_only() -> None:
    assert filled(LINE, {"X": "综合"}) == "综合股开了会。泵站建成于202 年。"
    assert filled(LINE, {"202": "2024"}) == "X股开了会。泵站建成于2024年。"


def test_what_is_left_tells_the_guesses_apart() -> None:
    result = fill_values(doc(LINE), {})
    assert ([b.sure for b in result.left], [b.sure for b in result.unsure]) == ([True], [False])


def filled(line: str, values: dict[str, str | list[str]]) -> str:
    return lines(apply_all(doc(line), fill_values(doc(line), values).edits))


def test_a_room_to_sign_is_no_guess() -> None:
    (blank,) = find_blanks(doc("X工会"))
    room = replace(blank, sure=False, note="表1第1行")
    assert (room.topic, slots_of(doc("X工会"), [room])) == ("asked", ())
    assert isinstance(room, Blank)
