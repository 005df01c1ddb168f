"""The options' file: whatever is in it, every option has a value that fits, and saving works."""

from __future__ import annotations

import json

from editor.settings.options import BY_NAME, OPTIONS
from editor.settings.store import Settings
from tests.fuzz.mutate.values import changed_json
from tests.fuzz.scratch import scratch_file
from tests.fuzz.target import Target, law


def run(data: bytes) -> None:
    """A broken file is kept aside; of a whole one nothing is lost that is unknown here."""
    with scratch_file("settings.json", data) as path:
        settings = Settings(path.parent)
        for option in OPTIONS:
            law(option.accepts(settings.get(option.name)), "an option has a value that fits")
        if not path.exists():
            aside = path.with_suffix(".json.broken")
            law(aside.exists() and aside.read_bytes() == data, "a broken file is kept aside")
        strange = _strange(data) if path.exists() else {}
        for option in OPTIONS:
            settings.set(option.name, option.default)
        settings.save()
        written = Settings(path.parent)
        for option in OPTIONS:
            law(written.get(option.name) == option.default, "what was set is saved")
        kept = json.loads(path.read_text("utf-8", "surrogatepass"))
        law(strange.keys() <= kept.keys(), "an option of a newer program stays")


def _strange(data: bytes) -> dict[str, object]:
    found = json.loads(data.decode("utf-8", "surrogatepass"))
    known = {earlier.name for option in OPTIONS for earlier in option.was} | BY_NAME.keys()
    return {name: value for name, value in found.items() if name not in known}


def seeds() -> list[bytes]:
    """All options, those of earlier versions, and one nobody knows."""
    whole = {option.name: option.default for option in OPTIONS}
    earlier = {was.name: 1 for option in OPTIONS for was in option.was}
    rows = (whole, earlier, {"of_a_newer_one": [1, {"a": None}]}, {}, [])
    return [json.dumps(row, ensure_ascii=False).encode() for row in rows]


TARGET = Target("settings", run, seeds, changed_json, 120_000)
