"""A part of the program that raises where the text has a certain word."""

from __future__ import annotations

import pytest

from editor.manuscript.manuscript import Manuscript

RED = "红字"


def fall_over(what: object, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a method raise where the text has the word 红字."""
    whole = getattr(what, name)

    def read(self: object, manuscript: Manuscript, *rest: object) -> object:
        if RED in manuscript.text:
            raise IndexError("a rule of its own")
        return whole(self, manuscript, *rest)

    monkeypatch.setattr(what, name, read)
