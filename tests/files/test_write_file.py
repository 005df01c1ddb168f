"""A save that fails leaves the old file whole and the new text somewhere safe."""

import errno
import os
from pathlib import Path

import pytest

from editor.files.trouble import ChangedOnDisk, Trouble
from editor.files.write_file import write_file
from tests.storage.disks import WatchedDisk, each_call_failing, leftovers


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "讲话稿.docx"
    path.write_bytes(b"old")
    return path


def read_only() -> WatchedDisk:
    disk = WatchedDisk()
    # root may always
    disk.real.may_write = lambda path: "稿" not in path.name or "-" in path.name  # type: ignore[method-assign]
    return disk


def test_every_failing_call_keeps_a_text_and_says_where(file: Path, tmp_path: Path) -> None:
    rescue = tmp_path / "rescue"
    tries = each_call_failing(
        lambda storage: write_file(file, b"new", rescue=rescue, storage=storage),
        lambda: file.write_bytes(b"old"),
    )
    for _, raised in tries:
        assert file.read_bytes() == (b"old" if raised else b"new")
        assert not leftovers(tmp_path)
        if raised:
            kept = max(rescue.iterdir(), key=lambda path: path.stat().st_mtime_ns)
            assert type(raised) is Trouble and str(rescue) in raised.advice
            assert kept.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.ENOSPC, "磁盘满了"),
        (errno.EACCES, "正被别的程序占用"),
        (errno.EISDIR, "那里是一个文件夹"),
        (errno.EIO, "磁盘读写出错"),
        (errno.EDQUOT, "配额已满"),
        (errno.EROFS, "写保护"),
        (errno.ENAMETOOLONG, "太长"),
        (errno.EPROTO, f"错误号 {errno.EPROTO}"),
    ],
)
def test_what_happened_is_said_in_words(file: Path, error: int, words: str) -> None:
    with pytest.raises(Trouble, match=words):
        write_file(file, b"new", rescue=file.parent / "r", storage=WatchedDisk(1, error).storage)


def test_word_holding_the_file_is_named(file: Path) -> None:
    file.with_name("~$稿.docx").write_bytes(b"lock")
    with pytest.raises(Trouble, match="Word 或 WPS"):
        write_file(file, b"new", rescue=file.parent / "r", storage=read_only().storage)


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="文件夹已经不在"):
        write_file(tmp_path / "无" / "稿.txt", b"new", rescue=tmp_path / "r")


def test_a_name_that_is_too_long_has_a_rescue_under_a_short_one(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="太长") as caught:
        write_file(tmp_path / ("长" * 200 + ".docx"), b"new", rescue=tmp_path / "r")
    (kept,) = (tmp_path / "r").iterdir()
    assert kept.read_bytes() == b"new" and kept.suffix == ".docx"
    assert kept.name in caught.value.advice


def test_a_rescue_is_private_and_no_other_is_written_over(file: Path) -> None:
    rescue, storage = file.parent / "r", read_only().storage
    for text in (b"one", b"two"):
        with pytest.raises(Trouble):
            write_file(file, text, rescue=rescue, storage=storage)
    assert sorted(kept.read_bytes() for kept in rescue.iterdir()) == [b"one", b"two"]
    if os.name != "nt":
        assert rescue.stat().st_mode & 0o777 == 0o700
        assert {kept.stat().st_mode & 0o777 for kept in rescue.iterdir()} == {0o600}


def test_without_a_choice_the_rescue_is_in_the_users_own_folder(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIGAN_HOME", str(file.parent / "家"))
    with pytest.raises(Trouble):
        write_file(file, b"new", storage=read_only().storage)
    (kept,) = (file.parent / "家" / "rescue").iterdir()
    assert kept.read_bytes() == b"new"


def test_a_full_disk_leaves_no_empty_rescue(file: Path) -> None:
    disk = WatchedDisk()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "played")

    disk.real.write = full  # type: ignore[method-assign]
    with pytest.raises(Trouble, match="磁盘满了") as caught:
        write_file(file, b"new", rescue=file.parent / "r", storage=disk.storage)
    assert "还在窗口里" in caught.value.advice
    assert list((file.parent / "r").iterdir()) == []


def test_what_somebody_else_wrote_meanwhile_stays_and_needs_no_rescue(file: Path) -> None:
    with pytest.raises(ChangedOnDisk, match="被别人写过"):
        write_file(file, b"new", rescue=file.parent / "r", still=lambda: False)
    assert file.read_bytes() == b"old" and not (file.parent / "r").exists()


def test_where_nothing_can_be_kept_the_window_is_to_stay_open(file: Path) -> None:
    storage = read_only().storage
    (file.parent / "r").write_bytes(b"no folder")
    with pytest.raises(Trouble, match="请先不要关闭"):
        write_file(file, b"new", rescue=file.parent / "r", storage=storage)
