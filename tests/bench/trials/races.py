"""Several programs at once on one file and on one user's settings; what is lost untold is counted.

    python -m tests.bench.trials.races [--seconds 60] [--programs 2] [--blind]

Every program opens a plain text or a Word file (by its name or by a link to it), dwells on it as
chance has it, puts in words of its own and saves, again and again; and keeps an option, an entry
of a list, a leader, a document and a decision. A save that went through is noted with the
bytes it was made of: two made of the same bytes are one lost untold. With ``--blind`` the files
are saved without looking, to show that the count sees what it is there for.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from editor.files.document_values import DocumentValues
from editor.files.open import open_document
from editor.files.opened import stamp_at
from editor.files.save import SaveOptions, new_document, save
from editor.files.trouble import ChangedOnDisk, Trouble
from editor.files.versions.version_store import VersionStore
from editor.manuscript.manuscript import manuscript_of
from editor.settings.speaking_rates import SpeakingRate, SpeakingRates
from editor.settings.store import Settings
from tests.sources import ROOT

FILES = ("稿.txt", "稿.docx")
LINK = "别名"  # before the name of a file: another name of it
COUNTED = ("pace", "given_minutes", "autosave_seconds", "interface_size")  # one for each program
LISTED = 400  # entries of the list that all add to


class Tally(NamedTuple):
    """What the programs did to the files, and what of it was lost."""

    saved: int
    told: int
    troubles: int
    untold: int
    kept: int
    not_there: int


def saving(folder: Path, number: int, *, blind: bool) -> Iterator[list[str]]:
    """Save the files again and again; a row for each save: what became of it."""
    chance = random.Random(number)
    while True:
        name = chance.choice(FILES)
        path = folder / chance.choice((name, LINK + name))
        opened = open_document(path)
        time.sleep(chance.choice((0, 0, 0.001, 0.01)))
        token = f"{number}-{time.monotonic_ns()}"
        try:
            seen = SaveOptions(over=stamp_at(path)) if blind else SaveOptions()
            done = save(opened, manuscript_of(token), path, seen).opened
        except ChangedOnDisk:
            yield ["told"]
        except Trouble as trouble:
            yield ["trouble", str(trouble)]
        else:
            assert opened.stamp and done.stamp
            yield ["saved", name + opened.stamp.digest, name + done.stamp.digest]


def keeping(folder: Path, number: int) -> Iterator[list[str]]:
    """Keep one thing of each store again and again; a row for each that is not there then."""
    settings, leaders = Settings(folder), SpeakingRates(folder)
    decisions, versions = DocumentValues(folder / "ignored"), VersionStore(folder / "versions")
    document, mine = folder / "共同.txt", list[object]()
    decisions.of(document)
    for step in range(1_000_000):
        token = f"{number}-{step}"
        value = step % 40 + 120 if number == 0 else step % 3 + 11 if number == 3 else step % 5 + 1
        settings.set(COUNTED[number], value)
        settings.change("found_words", lambda kept, token=token: (token, *kept)[:LISTED])
        settings.save()
        leaders.put(SpeakingRate(token))
        versions.link(token, folder / f"{token}.txt", manuscript_of(token))
        decisions.keep(document, mine := [*mine, token])
        again = Settings(folder)
        found = {
            "option": again.number(COUNTED[number]) == value,
            "list": token in again.texts("found_words"),
            "leader": token in SpeakingRates(folder).all,
            "document": VersionStore(folder / "versions").document(folder / f"{token}.txt"),
            "decision": token in DocumentValues(folder / "ignored").of(document),
        }
        yield ["kept", *[name for name, there in found.items() if not there]]


def play(folder: Path, number: int, seconds: float, *, blind: bool) -> None:
    """One program: for so long, eleven saves for each round of keeping."""
    files, home = saving(folder, number, blind=blind), keeping(folder / "home", number)
    end, rows = time.monotonic() + seconds, list[list[str]]()
    while time.monotonic() < end:
        rows += [next(files) for _ in range(11)]
        rows.append(next(home))
    (folder / f"{number}.rows").write_text(json.dumps(rows), "utf-8")


def run(programs: int, seconds: float, *, blind: bool = False) -> Tally:
    """Let so many programs run against each other."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in FILES:
            fresh = new_document(manuscript_of("开头"), "docx" if "docx" in file else "txt")
            save(fresh, fresh.manuscript, folder / file)
            (folder / (LINK + file)).symlink_to(folder / file)
        command = [sys.executable, "-m", __spec__.name, "--seconds", str(seconds), "--in", name]
        command += ["--blind"] if blind else []
        started = [
            subprocess.Popen([*command, "--number", str(n)], cwd=ROOT) for n in range(programs)
        ]
        assert [one.wait() for one in started] == [0] * programs, "a program failed"
        left = [path.name for path in folder.iterdir() if path.name.startswith(".")]
        assert not left, f"left lying: {left}"
        files = sorted(folder.glob("*.rows"))
        return tally([row for file in files for row in json.loads(file.read_bytes())], folder)


def tally(rows: list[list[str]], folder: Path) -> Tally:
    """Count; a save is lost untold where another was made of the same bytes as it."""
    kinds = Counter(row[0] for row in rows)
    saves = [row for row in rows if row[0] == "saved"]
    made_of = Counter(row[1] for row in saves)
    untold = sum(count - 1 for count in made_of.values())
    ends = {row[2] for row in saves} - made_of.keys()  # written over by nobody
    there = {file + open_stamp(folder / file) for file in FILES}
    untold += len(ends - there)
    for trouble in {row[1] for row in rows if row[0] == "trouble"}:
        print(trouble)
    missing = Counter(name for row in rows if row[0] == "kept" for name in row[1:])
    print(*[f"not there: {name} {count}" for name, count in missing.items()], sep="\n")
    lost = missing.total()
    return Tally(len(saves), kinds["told"], kinds["trouble"], untold, kinds["kept"], lost)


def open_stamp(path: Path) -> str:
    """The fingerprint of what lies there."""
    found = stamp_at(path)
    return found.digest if found else ""


def main() -> None:
    """Run, or be one of those that run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--programs", type=int, choices=(2, 3, 4), default=2)
    parser.add_argument("--blind", action="store_true")
    parser.add_argument("--in", dest="folder")
    parser.add_argument("--number", type=int, default=0)
    args = parser.parse_args()
    if args.folder:
        play(Path(args.folder), args.number, args.seconds, blind=args.blind)
        return
    made = run(args.programs, args.seconds, blind=args.blind)
    print(
        f"{args.programs} programs, {args.seconds:g} s: {made.saved} saves went through, "
        f"{made.told} were told that another had written, {made.troubles} other troubles, "
        f"{made.untold} overwritten untold; {made.kept} rounds of 5 things kept, "
        f"{made.not_there} not there"
    )
    sys.exit(bool(made.untold or made.not_there or made.troubles) and not args.blind)


if __name__ == "__main__":
    main()
