"""Nobody reaches far through the project's own objects: `tests/reaches.py` says what counts."""

import ast
from textwrap import dedent

from tests.reaches import Reaches
from tests.sources import source_files, told, tree_of, where

FURTHEST = 2

PARTS = """
    class Page:
        colours: Signal
        def live(self) -> Live: ...
    class Live:
        pages: list[Page]
    class Window:
        def __init__(self, page: Page, names: Names):
            self._page, self.names = page, names
            self.spare = Page()
    @dataclass(frozen=True)
    class Names:
        window: Window
"""


def furthest(code: str) -> int:
    """The most reaches of one chain in a function that is given a window."""
    tree = ast.parse(dedent(PARTS) + "def use(window: Window):\n    " + code)
    return max(chain.reaches for chain in Reaches([tree]).chains(tree))


def test_steps_on_our_own_objects_are_counted_through_calls_and_subscripts() -> None:
    assert furthest("window.spare") == 1
    assert furthest("window.spare.live().pages[0].setFocus()") == 4


def test_steps_on_values_and_on_qt_are_not_counted() -> None:
    assert furthest("window.spare.colours.connect(print)") == 2
    assert furthest("window.names.window") == 1
    assert furthest("window.names.window.spare") == 2


def test_a_chain_that_is_given_a_name_is_not_shorter() -> None:
    assert furthest("live = window.spare.live(); live.pages") == 3
    assert furthest("for page in window.spare.live().pages: page.colours") == 4


def test_what_is_written_in_brackets_is_a_chain_of_its_own() -> None:
    assert furthest("print(window.spare.live(), window.spare)") == 2


def test_the_longest_chain_of_reaches_in_the_window_is_two() -> None:
    reaches = Reaches([tree_of(path) for path in source_files()])
    ui = [path for path in source_files("editor/ui") if where(path) != "main.py"]
    found = [(path, chain) for path in ui for chain in reaches.chains(tree_of(path))]
    assert len(found) > 5000  # else nothing was looked at
    far = [
        f"{where(path)}:{chain.line}: {chain.reaches} reaches in {chain.text}"
        for path, chain in found
        if chain.reaches > FURTHEST
    ]
    assert not far, told(far)
