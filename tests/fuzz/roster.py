"""Which targets there are, and where. A module is imported when its target is asked for."""

from __future__ import annotations

from importlib import import_module

from tests.fuzz.target import Target

NAMES = (
    "decoder", "docx", "intake", "outline", "blanks", "checks", "phrases", "profile", "rules",
    "settings", "journal", "versions", "commands",
)  # fmt: skip


def target_named(name: str) -> Target:
    """The target of a name."""
    return import_module(f"tests.fuzz.targets.{name}").TARGET
