"""The window of the shell's tests is that of the tool bar's."""

from tests.ui.shell.conftest import the_dictionary_is_not_read, window

__all__ = ["the_dictionary_is_not_read", "window"]
