"""Points that changed places inside a paragraph, few or many."""

from editor.manuscript.comparison.reordering import points_of, reordering
from editor.manuscript.numbering import write_numeral
from tests.bench.prose import speech
from tests.effort import effort

TEXT = speech(30_000).replace("\n", "").replace("，", "").replace("、", "")
WORDS = [part[:30] for part in TEXT.split("。") if len(part) > 30]


def points(words: list[str]) -> str:
    return "".join(f"{write_numeral(n)}是{words_of}；" for n, words_of in enumerate(words, 1))


def swapped(words: list[str]) -> list[str]:
    return [words[0], words[2], words[1], *words[3:]]


def test_a_point_among_many_that_moved_is_found_as_among_few() -> None:
    for size in (5, 60):
        old, new = points(WORDS[:size]), points(swapped(WORDS[:size]))
        found = reordering(old, new)
        assert found and found[0].arranged(old) == new and not found[1]
        assert len(points_of(old)) == size


def test_a_point_that_moved_and_was_reworded_is_found_among_many() -> None:
    words = WORDS[:60]
    others = swapped([*words[:40], words[40] + "要实", *words[41:]])
    found = reordering(points(words), points(others))
    assert found and found[0].arranged(points(words)).count("；") == 60


def test_ten_times_the_points_are_about_ten_times_the_work() -> None:
    def work(words: list[str]) -> int:
        return effort(lambda: reordering(points(words), points([one[::-1] for one in words])))

    assert work(WORDS[:600]) <= 15 * work(WORDS[:60])
