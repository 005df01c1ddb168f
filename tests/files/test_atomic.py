"""A save that fails leaves the old file whole and the new text somewhere safe."""

import os
from pathlib import Path

import pytest

from editor.files import atomic
from editor.files.atomic import write_atomically
from editor.files.trouble import Trouble


def test_the_new_bytes_take_the_old_ones_place(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new" and list(tmp_path.iterdir()) == [path]
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o640


def test_a_failed_replace_keeps_both_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "busy", str(target))

    monkeypatch.setattr(atomic, "PAUSES", (0.0, 0.0))
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Trouble) as caught:
        write_atomically(path, b"new", rescue=tmp_path / "rescue")
    kept = list((tmp_path / "rescue").iterdir())
    assert path.read_bytes() == b"old" and kept[0].read_bytes() == b"new"
    assert str(kept[0]) in caught.value.advice


def test_a_moment_of_refusal_is_waited_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = Path.replace, []

    def refuse_once(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 1:
            raise PermissionError(13, "scanned")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse_once)
    write_atomically(tmp_path / "稿.txt", b"new")
    assert (tmp_path / "稿.txt").read_bytes() == b"new"


def test_word_holding_the_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "讲话稿.docx").write_bytes(b"old")
    (tmp_path / "~$稿.docx").write_bytes(b"lock")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Trouble, match="Word 或 WPS"):
        write_atomically(tmp_path / "讲话稿.docx", b"new", rescue=tmp_path / "r")


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="文件夹已经不在"):
        write_atomically(tmp_path / "无" / "稿.txt", b"new", rescue=tmp_path / "r")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "真.txt").write_bytes(b"old")
    (tmp_path / "链.txt").symlink_to(tmp_path / "真.txt")
    write_atomically(tmp_path / "链.txt", b"new")
    assert (tmp_path / "链.txt").is_symlink() and (tmp_path / "真.txt").read_bytes() == b"new"
