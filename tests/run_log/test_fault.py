"""What is kept of a fault tells where it is and not a word of what was written."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from editor.run_log.fault import Fault, fault_of, qt_fault

SECRET = "关于张三同志的内部讲话"


def raised(error: Exception, cause: Exception | None = None) -> Exception:
    try:
        raise error from cause
    except Exception as caught:
        return caught


def fall(words: str) -> None:
    secret = words  # a value of the frame
    raise ValueError(f"cannot read {secret}")


def fault_in_fall() -> Fault:
    try:
        fall(SECRET)
    except ValueError as error:
        return fault_of(error, "按键之后")
    raise AssertionError


def test_a_fault_names_the_lines_of_code_and_no_words_of_the_speech() -> None:
    fault = fault_in_fall()
    assert fault.kind == "ValueError" and "按键之后" in fault.text
    assert fault.places[-1].startswith("tests/run_log/test_fault.py:")
    assert fault.places[-1].endswith(" fall")
    assert not any(letter in fault.text for letter in SECRET)


def test_no_folder_of_a_person_is_named() -> None:
    fault = fault_in_fall()
    assert str(Path.home()) not in fault.text and str(Path(__file__).parents[2]) not in fault.text


def test_the_name_of_a_file_that_could_not_be_read_is_not_kept() -> None:
    error = raised(OSError(errno.EACCES, "Permission denied", f"/home/li/{SECRET}.docx"))
    fault = fault_of(error, "程序")
    assert fault.kind == f"PermissionError {errno.EACCES}" and "li" not in fault.text


def test_what_led_to_an_error_is_told_before_it() -> None:
    fault = fault_of(raised(RuntimeError(SECRET), raised(KeyError(SECRET))), "程序")
    assert fault.kind == "RuntimeError" and "KeyError，随后：" in fault.places
    assert SECRET not in fault.text


def test_errors_that_lead_to_each_other_come_to_an_end() -> None:
    one, other = raised(ValueError()), raised(KeyError())
    one.__context__, other.__context__ = other, one
    assert len(fault_of(one, "程序").text) < 2000


def deep(levels: int) -> None:
    if levels:
        deep(levels - 1)
    raise ValueError


def test_of_a_deep_fall_the_innermost_lines_are_kept() -> None:
    with pytest.raises(ValueError) as fell:
        deep(200)
    fault = fault_of(fell.value, "程序")
    assert len(fault.places) == 31 and fault.places[0] == "……还有 172 层"
    assert fault.places[-1].endswith(" deep")


def test_of_the_words_of_qt_only_its_own_names_are_kept() -> None:
    told = qt_fault("Qt 警告", f"QPainter::begin: {SECRET} in /home/li/a.png")
    assert told.places == ("QPainter::begin",) and SECRET not in told.text
    assert SECRET not in qt_fault("Qt 警告", SECRET).text
