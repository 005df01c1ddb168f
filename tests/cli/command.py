"""A command as it is typed, with rules that are read once for all tests."""

from __future__ import annotations

from functools import cache

from editor.checks.engine.checker import Checker
from editor.checks.perspective import Perspective
from editor.cli.entry import run
from editor.cli.services import CommandServices, bundled_checker


@cache
def _checker() -> Checker:
    return bundled_checker()


def _checker_of_nobody() -> Checker:
    checker = _checker()
    checker.perspective = Perspective()
    return checker


def no_pdf(_compose: object, _path: str) -> list[str]:
    raise AssertionError("no PDF was asked for")


def bigan(*words: str, write_pdf: object = no_pdf) -> int:
    """Run a command; its exit code."""
    return run(words, CommandServices(write_pdf, checker=_checker_of_nobody))  # type: ignore[arg-type]
