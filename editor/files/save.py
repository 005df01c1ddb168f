"""Saving, from what was first read and the text as it is now; and new documents.

Nothing reaches the disk before the new bytes are complete and have been read back.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, NamedTuple

from editor.files.authorship import Authorship
from editor.files.opened import (
    DocxSource,
    FileKind,
    FileStamp,
    NewDocxSource,
    Opened,
    Saved,
    device_of,
    digest_of,
    may_go,
    stamp_at,
)
from editor.files.presence import is_same, is_there
from editor.files.text_file import TextSource, encode_text, new_text_source, recoded, told_of_signs
from editor.files.trouble import ChangedOnDisk, Trouble
from editor.files.write_file import write_file
from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import loose, moved
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Outline
from editor.manuscript.paragraph import Paragraph
from editor.storage.storage import Storage

WORD = (".docx", ".docm", ".dotx", ".dotm")
TEXT = (".txt", ".text", ".md", "")
GONE: Final = "原来的文件已经不在那里了（被移走、改名或删除），这里重新存了一份。"


@dataclass(frozen=True, slots=True)
class SaveOptions:
    """How to save, where it is not as usual.

    ``encoding`` for a plain text that needs another one; ``over`` is what somebody else wrote
    and may be written over, that and nothing newer; ``rescue`` the folder that keeps the bytes
    where writing fails; ``storage`` what writes. Of a new docx ``by`` tells who writes it and
    when, ``outline`` what is known of the text already.
    """

    encoding: str | None = None
    over: FileStamp | None = None
    rescue: Path | None = None
    storage: Storage = field(default_factory=Storage)
    by: Authorship = field(default_factory=Authorship)
    outline: Outline | None = None


class _Made(NamedTuple):
    data: bytes
    opened: Opened
    notes: tuple[str, ...]


def new_document(manuscript: Manuscript, kind: FileKind) -> Opened:
    """A text that is on no disk yet; its first `save` needs a path.

    What stood in a Word file stands in words here: its lists and tables are not in this one.
    """
    rows = tuple(
        Paragraph(
            text_with_label(p), p.key, style=p.style, marks=moved(loose(p.marks), len(p.label))
        )
        for p in manuscript.paragraphs
    )
    source = new_text_source() if kind == "txt" else None
    return Opened(None, Manuscript(manuscript.revision, rows), kind, source=source)


def save(
    opened: Opened,
    manuscript: Manuscript,
    path: Path | str | None = None,
    how: SaveOptions | None = None,
) -> Saved:
    """Write the text, as ``path``'s ending says (txt or docx), and say what to go on with.

    Raises ChangedOnDisk, CannotEncode or another Trouble; the file is then as it was.
    """
    how = how or SaveOptions()
    target = Path(path) if path is not None else opened.path
    if target is None:
        raise Trouble("新文稿还没有名字。", "请先“另存为”，给它起个名字。")
    known = _known(opened, target, how)
    gone = opened.stamp is not None and not is_there(target) and _is_own(opened, target)
    if gone and opened.stamp is not None:
        _refuse_other_disk(opened.stamp, target)
    made = _make(opened, manuscript, target, how)
    # Asked of what was written, not of the name: another may stand there by now.
    written = write_file(
        target,
        made.data,
        rescue=how.rescue,
        storage=how.storage,
        still=lambda: may_go(target, known),
    )
    stamp = FileStamp(written, len(made.data), digest_of(made.data), device_of(target))
    after = replace(made.opened, path=target, read_only=False, stamp=stamp, origin=opened.origin)
    return Saved(after, (*made.notes, GONE) if gone else made.notes)


def _refuse_other_disk(stamp: FileStamp, target: Path) -> None:
    """Raises Trouble where the folder of a file that is gone is on another disk by now."""
    now = device_of(target)
    if now and stamp.device and now != stamp.device:
        raise Trouble(
            f"放“{target.name}”的盘已经不在了（U 盘拔出，或网络盘断开），没有保存。",
            "把盘接回来再存，或用“另存为”存到别的地方；文字还在窗口里，自动保存也记着。",
        )


def _known(opened: Opened, target: Path, how: SaveOptions) -> FileStamp | None:
    """What may be written over at ``target``. Raises Trouble where it is that already not."""
    if opened.origin is not None and is_same(target, opened.origin):
        raise Trouble(
            f"“{target.name}”是转来的原文件，没有覆盖它。", "请给新文稿另起一个名字，或换个文件夹。"
        )
    own = _is_own(opened, target)
    if own and opened.read_only:
        raise Trouble(f"“{target.name}”是以只读方式打开的，没有保存。", "请用“另存为”存成新文件。")
    try:
        known = how.over or (opened.stamp if own else stamp_at(target))
        changed = own and not may_go(target, known)
    except OSError:  # what cannot be read cannot be compared: writing says why
        return opened.stamp
    if changed:
        raise ChangedOnDisk(
            f"“{target.name}”在打开以后被别人改过，没有保存。",
            "请先比较，把那边要的改动采用过来再存；也可以另存一份，两份都留着。",
        )
    return known


def _is_own(opened: Opened, target: Path) -> bool:
    """Whether the file is the text's, under whichever of its names."""
    return opened.path is not None and is_same(target, opened.path)


def _make(opened: Opened, manuscript: Manuscript, target: Path, how: SaveOptions) -> _Made:
    suffix = target.suffix.lower()
    kept = opened.path is not None and suffix == opened.path.suffix.lower()
    if suffix in WORD or (kept and opened.kind == "docx"):
        return _make_docx(opened, manuscript, target, how)
    if suffix in TEXT or kept:
        return _make_text(opened, manuscript, how)
    raise Trouble(f"不能存成“{suffix}”。", "文件名请用 .docx 或 .txt 结尾。")


def _make_text(opened: Opened, manuscript: Manuscript, how: SaveOptions) -> _Made:
    source = opened.source if isinstance(opened.source, TextSource) else new_text_source()
    if how.encoding:
        source = recoded(source, how.encoding)
    data = encode_text(source, manuscript)
    if opened.kind == "txt":
        bom = bool(source.bom)
        after = replace(opened, source=source, encoding=source.encoding, bom=bom)
        return _Made(data, after, told_of_signs(source, data))
    notes = ("存成了纯文本，格式、图片和表格线没有存进去。",)
    return _Made(data, Opened(None, manuscript, "txt", source=source), notes)


def _make_docx(opened: Opened, manuscript: Manuscript, target: Path, how: SaveOptions) -> _Made:
    if isinstance(opened.source, DocxSource):
        from editor.files.docx_patch.save_docx import save_docx

        return _Made(*save_docx(opened, opened.source, manuscript, target))
    from editor.files.docx_new.new_docx import new_docx

    known = opened.source.created if isinstance(opened.source, NewDocxSource) else None
    by = replace(how.by, created=known or how.by.now)
    data = new_docx(manuscript, how.outline or outline_of(manuscript), by)
    made = NewDocxSource(by.created or by.now)
    return _Made(data, Opened(None, manuscript, "docx", source=made), ())
