"""Two programs never put the same file in its place at once, and none waits for a dead one."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from editor.storage.save_lock import ENDING, NOBODY, SaveLock, lock_beside, read_holder
from editor.storage.storage import Storage
from editor.storage.storage_error import ChangedMeanwhile, Held, Reason, StorageError
from editor.storage.system_disk import SystemDisk
from editor.storage.this_machine import host_name
from tests.storage.disks import WatchedDisk, leftovers

DEAD = 2**22 + 1  # no program has this number


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    return path


def left_behind(file: Path, age: float = 0.0, **told: Any) -> Path:
    """A lock file that somebody made ``age`` seconds ago."""
    lock = lock_beside(file)
    lock.write_text(json.dumps({"who": "王", "host": "乙机", "pid": 1, "since": 5.0} | told))
    now = lock.stat().st_mtime
    os.utime(lock, (now - age, now - age))
    return lock


def alone(file: Path) -> bool:
    return list(file.parent.iterdir()) == [file]


def test_the_writer_is_asked_while_nobody_else_can_write(file: Path) -> None:
    seen: list[bool | None] = []

    def still() -> bool:
        disk = SystemDisk()
        other = disk.open_again(lock_beside(file))
        seen.append(disk.try_lock(other))
        disk.close(other)
        return True

    Storage().write(file, b"new", still=still)
    assert seen == [False] and file.read_bytes() == b"new" and alone(file)


def test_what_was_changed_meanwhile_stays(file: Path) -> None:
    with pytest.raises(ChangedMeanwhile) as caught:
        Storage().write(file, b"new", still=lambda: file.read_bytes() == b"other")
    assert caught.value.reason is Reason.CHANGED and caught.value.filename == str(file)
    assert file.read_bytes() == b"old" and alone(file)


def test_the_writer_is_asked_after_all_else_and_just_before_the_rename(file: Path) -> None:
    disk = WatchedDisk()
    disk.storage.write(file, b"new", still=lambda: bool(disk.calls.append(("still", None)) or True))
    rest = disk.names[disk.names.index("still") :]
    assert "write" not in rest and rest.index("replace") < rest.index("remove")


def test_who_holds_the_file_is_named_after_a_few_seconds(file: Path) -> None:
    disk = WatchedDisk()
    left_behind(file)
    with pytest.raises(Held) as caught:
        disk.storage.write(file, b"new")
    held = caught.value
    assert (held.who, held.host, held.since, held.reason) == ("王", "乙机", 5.0, Reason.HELD)
    assert 3 < sum(seconds for name, seconds in disk.calls if name == "pause") < 10
    assert file.read_bytes() == b"old" and not leftovers(file.parent)


def test_a_lock_that_goes_is_waited_for(file: Path) -> None:
    lock, disk = left_behind(file), WatchedDisk()
    disk.pauses = lambda: lock.unlink(missing_ok=True)
    disk.storage.write(file, b"new")
    assert file.read_bytes() == b"new" and alone(file)


@pytest.mark.parametrize("age, told", [(61, {}), (0, {"host": host_name(), "pid": DEAD})])
def test_the_lock_of_a_dead_program_is_taken_over(
    file: Path, age: float, told: dict[str, Any]
) -> None:
    left_behind(file, age, **told)
    disk = WatchedDisk()
    disk.storage.write(file, b"new")
    assert file.read_bytes() == b"new" and alone(file) and "pause" not in disk.names


@pytest.mark.parametrize("words", [b"", b"[" * 5000, b'{"who": 1}', b"\xff", b'{"pid": 1e999}'])
def test_a_lock_that_says_nothing_is_left_after_a_moment(file: Path, words: bytes) -> None:
    left_behind(file, 3).write_bytes(words)
    assert read_holder(words) == NOBODY
    now = file.stat().st_mtime
    os.utime(lock_beside(file), (now - 3, now - 3))
    Storage().write(file, b"new")
    assert file.read_bytes() == b"new" and alone(file)


def test_one_that_says_nothing_yet_is_waited_for(file: Path) -> None:
    lock_beside(file).write_bytes(b"")  # made just now, not yet signed
    with pytest.raises(Held):
        WatchedDisk().storage.write(file, b"new")
    assert file.read_bytes() == b"old"


def test_what_the_system_holds_is_held_whatever_stands_in_it(file: Path) -> None:
    lock = left_behind(file, 3000, host=host_name(), pid=DEAD)
    handle = SystemDisk().open_again(lock)
    assert SystemDisk().try_lock(handle)
    with pytest.raises(Held):
        WatchedDisk().storage.write(file, b"new")
    SystemDisk().close(handle)
    assert file.read_bytes() == b"old"


class TestWithoutSystemLocks:
    """A share that carries no locks of the system: who made the file has it."""

    @pytest.fixture
    def disk(self) -> WatchedDisk:
        disk = WatchedDisk()
        disk.real.try_lock = lambda handle: None  # type: ignore[method-assign]
        return disk

    def test_a_running_program_of_this_machine_is_waited_for(
        self, file: Path, disk: WatchedDisk
    ) -> None:
        left_behind(file, 3000, host=host_name(), pid=os.getpid())
        with pytest.raises(Held):
            disk.storage.write(file, b"new")

    def test_a_dead_one_is_not(self, file: Path, disk: WatchedDisk) -> None:
        left_behind(file, host=host_name(), pid=DEAD)
        disk.storage.write(file, b"new")
        assert file.read_bytes() == b"new" and alone(file)


def test_a_lock_lost_in_sleep_is_asked_for_again(file: Path) -> None:
    asked: list[int] = []

    def still() -> bool:
        asked.append(1)
        if len(asked) == 1:  # while we slept, another machine held us for dead
            lock_beside(file).unlink()
        return True

    Storage().write(file, b"new", still=still)
    assert len(asked) == 2 and file.read_bytes() == b"new" and alone(file)


def test_an_error_while_asking_is_told_and_changes_nothing(file: Path) -> None:
    def still() -> bool:
        raise OSError(5, "played")

    with pytest.raises(StorageError):
        Storage().write(file, b"new", still=still)
    assert file.read_bytes() == b"old" and alone(file)


def test_a_lock_is_private_and_has_one_name_in_any_case(tmp_path: Path) -> None:
    with SaveLock(SystemDisk(), tmp_path / "Gao.TXT"):
        (lock,) = tmp_path.iterdir()
        assert os.name == "nt" or lock.stat().st_mode & 0o777 == 0o600
        holder = read_holder(lock.read_bytes())
        assert (holder.host, holder.pid) == (host_name(), os.getpid())
    assert lock.name.casefold() == lock_beside(tmp_path / "gao.txt").name.casefold()
    assert len(lock_beside(Path("长" * 80)).name.encode()) < 255 and lock.name.endswith(ENDING)


COUNTING = """
import sys
from pathlib import Path
from editor.storage.storage import Storage
from editor.storage.storage_error import ChangedMeanwhile
file, rounds = Path(sys.argv[1]), int(sys.argv[2])
while rounds:
    seen = file.read_bytes()
    try:
        Storage().write(file, b"%d" % (int(seen) + 1), still=lambda: file.read_bytes() == seen)
        rounds -= 1
    except ChangedMeanwhile:
        pass
"""


def test_three_programs_that_count_in_one_file_lose_no_count(tmp_path: Path) -> None:
    file = tmp_path / "数"
    file.write_bytes(b"0")
    run = [sys.executable, "-c", COUNTING, str(file), "20"]
    programs = [subprocess.Popen(run, cwd=Path(__file__).parents[2]) for _ in range(3)]
    assert [program.wait() for program in programs] == [0, 0, 0]
    assert file.read_bytes() == b"60" and alone(file)
