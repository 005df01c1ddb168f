"""The samples on disk and the program's reading of one, as `analyse --json` prints it."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from editor.cli.analyse import Analysis
from editor.cli.raw_offsets import RawOffsets
from editor.files.open import open_document
from editor.intake.tidy import tidy
from tests.samples.dress import dress
from tests.samples.markup import Sample, load

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
HELD_OUT = HERE / "held_out"
THIRD = HERE / "third"
OUTLINES = (HERE / "outline_more", HERE / "outline_last")


@lru_cache
def samples(folder: Path = SOURCES) -> tuple[Sample, ...]:
    """All samples of a folder, by name."""
    return tuple(load(path, dress) for path in sorted(folder.glob("*.txt")))


def analyse(text: str) -> dict[str, list[dict]]:
    """What the program says of a raw text, told by the file it would be opened from."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "样本.txt"
        path.write_bytes(text.encode("utf-8"))
        opened = open_document(path)
        return Analysis(tidy(opened.manuscript), RawOffsets(opened)).data()  # type: ignore[return-value]


def export(folder: Path) -> None:
    """Raw texts and gold labels as files, for another scorer."""
    for sample in (*samples(), *samples(HELD_OUT), *samples(THIRD)):
        stem = folder / sample.name
        stem.with_suffix(".txt").write_bytes(sample.text.encode("utf-8"))
        gold = json.dumps(vars(sample.gold), ensure_ascii=False, indent=1)
        stem.with_suffix(".json").write_text(gold, encoding="utf-8")
