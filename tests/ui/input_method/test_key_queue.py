"""Keys keep the order they were pressed in, whoever they turn out to be for."""

from editor.ui.input_method.key_queue import KeyQueue


def waiting(*keys: str) -> KeyQueue[str]:
    queue: KeyQueue[str] = KeyQueue()
    for number, key in enumerate(keys, 1):
        queue.put(key, number)
    return queue


def test_a_key_that_is_not_taken_comes_back() -> None:
    queue = waiting("a", "b")
    assert queue.settle(1, taken=False) == ["a"]
    assert queue.settle(2, taken=True) == []
    assert len(queue) == 0


def test_an_answer_that_was_passed_over_holds_nothing_up() -> None:
    assert waiting("a", "b", "c").settle(3, taken=False) == ["a", "b", "c"]


def test_a_late_answer_settles_nothing() -> None:
    queue = waiting("a", "b")
    assert queue.settle(9, taken=False) == []
    assert queue.give_up() == ["a", "b"]
    assert queue.settle(2, taken=False) == []
