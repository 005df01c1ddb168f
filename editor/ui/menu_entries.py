"""The rows of a menu that is filled when it opens: words, tip, what a row does."""

from collections.abc import Callable, Sequence

MenuEntries = Sequence[tuple[str, str, Callable[[], object]]]
