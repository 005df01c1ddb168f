"""A structural command that makes no sense here, with a word why for the user."""

from __future__ import annotations


class Refused(ValueError):  # noqa: N818 - an answer, not an error
    """Nothing was done; ``why`` is a sentence in Chinese for the message strip."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
