"""The whole program is checked strictly by pyright; what is exempt has its reason."""

import re
import tomllib

from tests.sources import ROOT, source_files, text_of, told, where

IGNORED = re.compile(r"#\s*(type|pyright):\s*(ignore|basic|standard)(\[\w+\])?(?P<reason>.*)")
EXEMPT = 0  # a figure that only falls


def exemptions() -> list[tuple[str, str]]:
    """Where a line is not checked, and the comment above or behind that says why."""
    found: list[tuple[str, str]] = []
    for path in source_files():
        lines = ["", *text_of(path).splitlines()]
        for number, line in enumerate(lines):
            if mark := IGNORED.search(line):
                above = lines[number - 1].strip()
                reason = mark["reason"] or (above if above.startswith("# ") else "")
                found.append((f"{where(path)}:{number}", reason))
    return found


def test_every_room_is_checked_strictly() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pyright"]
    assert {"main.py", "editor", "phrasebank"} <= set(settings["strict"])
    assert set(settings["include"]) == set(settings["strict"])


def test_what_is_exempt_is_little_and_has_its_reason_above_or_behind() -> None:
    found = exemptions()
    assert len(found) <= EXEMPT, told([place for place, _ in found])
    bare = [place for place, reason in found if len(reason) < 20]
    assert not bare, told(bare)
