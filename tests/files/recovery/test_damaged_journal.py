"""Of a damaged journal all that can be read is offered; one that cannot be read is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from editor.files.recovery.journal import Journal
from editor.files.recovery.recovery_bin import RecoveryBin
from editor.files.recovery.snapshot import Damage, Snapshot
from editor.files.versions.log_records import scan
from editor.manuscript.manuscript import manuscript_of

LINES = [f"第{number}段，要抓紧抓实抓出成效。" for number in range(400)]


def written(folder: Path, *texts: list[str]) -> Path:
    journal = Journal(folder)
    for lines in texts:
        journal.write("稿", manuscript_of("\n".join(lines)), "稿.txt")
    return journal.file_of("稿")


def harmed(file: Path, harm: Callable[[bytes], bytes]) -> Snapshot:
    file.write_bytes(harm(file.read_bytes()))
    (found,) = Journal(file.parent).left()
    return found


def zeros(at: float) -> Callable[[bytes], bytes]:
    """Ten zero bytes at a part of the file."""
    return lambda data: data[: int(len(data) * at)] + bytes(10) + data[int(len(data) * at) + 10 :]


@pytest.mark.parametrize("at", [0.1, 0.3, 0.5, 0.501, 0.502, 0.77, 0.95])
def test_zero_bytes_in_the_middle_cost_a_paragraph_or_two(tmp_path: Path, at: float) -> None:
    found = harmed(written(tmp_path, LINES), zeros(at))
    read = {one.text for one in found.manuscript.paragraphs}
    assert found.damage is Damage.PART and found.path == Path("稿.txt")
    assert len(set(LINES) - read) <= 2 and "\ufffd" in found.manuscript.text


def test_of_a_file_cut_off_at_the_half_the_first_half_is_read(tmp_path: Path) -> None:
    found = harmed(written(tmp_path, LINES), lambda data: data[: len(data) // 2])
    read = [one.text for one in found.manuscript.paragraphs]
    assert found.damage is Damage.PART and len(read) > 180
    assert read[:-1] == LINES[: len(read) - 1] and LINES[len(read) - 1].startswith(read[-1][:5])


def test_what_was_noted_after_the_damaged_whole_is_put_to_it(tmp_path: Path) -> None:
    file = written(tmp_path, LINES, [*LINES, "最后写的话"])
    at = file.read_bytes().index(LINES[200].encode()) + 9
    found = harmed(file, lambda data: data[:at] + bytes(10) + data[at + 10 :])
    assert found.damage is Damage.PART and found.manuscript.paragraphs[-1].text == "最后写的话"


def test_records_up_to_the_damaged_one_are_read_and_the_loss_is_marked(tmp_path: Path) -> None:
    file = written(tmp_path, ["甲"], ["甲", "乙"], ["甲", "乙", "丙"])
    second = scan(file.read_bytes()).records[1]
    spoilt = second.end - len(second.body)
    found = harmed(file, lambda data: data[:spoilt] + bytes(4) + data[spoilt + 4 :])
    assert found.manuscript.text == "甲" and found.damage is Damage.PART


def test_a_torn_end_is_no_damage(tmp_path: Path) -> None:
    found = harmed(written(tmp_path, ["甲"], ["甲", "乙"]), lambda data: data[:-3])
    assert found.manuscript.text == "甲" and found.damage is Damage.NONE


GARBAGE = [Random(7).randbytes(200_000), bytes(5_000), b"\xff\x00" * 30]


@pytest.mark.parametrize("number", range(len(GARBAGE)))
def test_garbage_is_named_put_aside_and_never_removed(tmp_path: Path, number: int) -> None:
    folder = tmp_path / "1-1"
    found = harmed(written(folder, LINES), lambda _: GARBAGE[number])
    assert found.damage is Damage.ALL and Journal(folder).pending() == ()
    Journal(folder).put_aside()
    Journal(folder).remove_folder()
    (aside,) = tmp_path.iterdir()
    Journal(aside).put_aside()
    Journal(aside).remove_folder()
    (still,) = Journal(aside).left()
    assert still.file and still.file.parent == aside and not folder.exists()
    assert still.file.read_bytes() == GARBAGE[number]


def test_a_damaged_snapshot_of_the_first_program_is_read_too(tmp_path: Path) -> None:
    rows = ",".join(f'["{line}",{number}]' for number, line in enumerate(LINES))
    old = f'{{"version":1,"id":"a","path":"","written":7.0,"revision":3,"paragraphs":[{rows}]}}'
    (tmp_path / "a.snapshot").write_bytes(zeros(0.5)(old.encode()))
    (found,) = Journal(tmp_path).left()
    lost = set(LINES) - {one.text for one in found.manuscript.paragraphs}
    assert found.damage is Damage.PART and len(lost) <= 2


def test_a_text_that_lost_its_name_is_let_go_by_its_file(tmp_path: Path) -> None:
    found = harmed(written(tmp_path / "1", LINES), lambda data: bytes(300) + data[300:])
    assert found.damage is Damage.PART and found.file
    Journal(tmp_path / "1").discard_read(found)
    assert Journal(tmp_path / "1").left() == ()
    again = harmed(written(tmp_path / "1", LINES), lambda data: bytes(300) + data[300:])
    assert again.file and RecoveryBin(tmp_path / "bin").throw_file(again.file)
    assert RecoveryBin(tmp_path / "bin").thrown()[0].snapshot.manuscript == again.manuscript
