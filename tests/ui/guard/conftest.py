"""The whole window, for the tests of its guard."""

from tests.ui.shell.conftest import the_dictionary_is_not_read, window

__all__ = ["the_dictionary_is_not_read", "window"]
