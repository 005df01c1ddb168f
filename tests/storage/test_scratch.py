"""A folder for another program: nobody else looks into it, and nothing of it stays."""

import os

import pytest

from editor.storage.scratch import scratch_folder


def test_it_is_private_and_goes_with_all_in_it_whatever_happens() -> None:
    with pytest.raises(RuntimeError), scratch_folder() as folder:
        (folder / "profile").mkdir()
        (folder / "profile" / "a").write_text("甲", "utf-8")
        assert os.name == "nt" or folder.stat().st_mode & 0o077 == 0
        raise RuntimeError
    assert not folder.exists()
