"""What was saved elsewhere because a save failed belongs to its own file, not to its name."""

from pathlib import Path

import pytest

from editor.files.trouble import Trouble
from editor.files.write_file import write_file
from editor.traces.all_traces import clear
from editor.traces.trace import Home
from tests.traces.test_all_traces import User


def refused(path: Path, folder: Path) -> None:
    """A save that fails, for the folder of the file is gone."""
    with pytest.raises(Trouble, match="另存一份"):
        write_file(path, str(path).encode(), rescue=folder)


def test_of_two_speeches_of_one_name_only_the_one_that_is_meant_loses_its_copy(
    tmp_path: Path,
) -> None:
    user = User(tmp_path)
    own = user.works_on("讲话.txt", "甲")
    rescued = user.home / "rescue"
    other = tmp_path / "gone" / own.name
    refused(other, rescued)
    own.unlink()
    user.desk.rmdir()
    refused(own, rescued)
    clear(Home(user.settings, user.kept("讲话.txt")), {"rescue"})
    assert [kept.read_bytes() for kept in rescued.iterdir()] == [str(other).encode()]
