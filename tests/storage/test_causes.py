"""Whatever a system refuses is said in the user's own language, with what to do about it."""

import errno
import re
from pathlib import Path

import pytest

from editor.storage.causes import Cause, cause_of, reading_cause_of
from editor.storage.storage_error import Held, Reason, reason_of, told_of

FOREIGN = re.compile("[A-Za-z]+")
KNOWN = {"Word", "WPS", "U"}


def raised(error: OSError, path: Path) -> OSError:
    try:
        with told_of(path):
            raise error
    except OSError as found:
        return found


def is_said(cause: Cause) -> bool:
    words = str(cause)
    whole = cause.what.endswith("。") and cause.advice.endswith("。")
    return whole and set(FOREIGN.findall(words)) <= KNOWN


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_every_error_of_the_system_is_said_in_chinese(number: int, tmp_path: Path) -> None:
    error = OSError(number, "Some words of the system")
    assert is_said(cause_of(error)) and is_said(reading_cause_of(error))
    assert is_said(cause_of(raised(error, tmp_path), tmp_path / "稿.txt"))


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, Reason.FULL), (errno.EDQUOT, Reason.QUOTA), (errno.EROFS, Reason.READ_ONLY),
        (errno.EIO, Reason.BROKEN), (errno.EINTR, Reason.INTERRUPTED), (errno.ELOOP, Reason.CIRCLE),
        (errno.ETXTBSY, Reason.BUSY), (errno.ENAMETOOLONG, Reason.LONG_NAME),
        (errno.ENOTDIR, Reason.ABSENT), (errno.EFBIG, Reason.TOO_LARGE),
        (errno.EHOSTDOWN, Reason.FAR), (errno.ESTALE, Reason.FAR), (errno.EPERM, Reason.BARRED),
    ],
)  # fmt: skip
def test_what_can_be_helped_differently_has_a_reason_of_its_own(
    number: int, reason: Reason, tmp_path: Path
) -> None:
    assert reason_of(raised(OSError(number, "played"), tmp_path)) is reason


@pytest.mark.parametrize(
    ("windows", "reason"),
    [(32, Reason.BUSY), (33, Reason.BUSY), (19, Reason.READ_ONLY), (112, Reason.FULL),
     (206, Reason.LONG_NAME), (123, Reason.BAD_NAME), (53, Reason.FAR), (225, Reason.WATCHED),
     (1295, Reason.QUOTA)],
)  # fmt: skip
def test_a_number_of_windows_tells_more_than_its_errno(
    windows: int, reason: Reason, tmp_path: Path
) -> None:
    error = OSError(errno.EACCES, "Access denied")
    error.winerror = windows  # type: ignore[attr-defined]
    assert reason_of(raised(error, tmp_path)) is reason


def test_no_two_reasons_are_said_alike() -> None:
    numbers = {reason_of(OSError(number, "")): number for number in sorted(errno.errorcode)}
    said = [str(cause_of(OSError(number, ""))) for number in numbers.values()]
    assert len(set(said)) == len(said) > 12


def test_who_holds_a_file_is_named_with_place_and_time() -> None:
    words = str(cause_of(Held(Path("稿.txt"), "王", "乙机", 1e9)))
    assert "王" in words and "乙机" in words and re.search(r"\d\d:\d\d 起", words)
    assert "别的程序" in str(cause_of(Held(Path("稿.txt"), "", "", 0.0)))
