"""The window fixture, as the shell tests have it."""

from tests.ui.shell.conftest import the_dictionary_is_not_read, window

__all__ = ["the_dictionary_is_not_read", "window"]
