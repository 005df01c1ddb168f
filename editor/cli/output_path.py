"""Where a command may write: never over its own source, only kinds that it can make."""

from __future__ import annotations

from pathlib import Path

from editor.files.trouble import Trouble

KINDS = (".docx", ".pdf", ".txt")


def output_path(output: str, source: str) -> Path:
    """The path to write to. Raises Trouble for another kind, or the source itself."""
    target = Path(output)
    if target.suffix.lower() not in KINDS:
        raise Trouble(f"不能导出成“{target.suffix}”。", "输出文件请用 .docx、.pdf 或 .txt 结尾。")
    not_the_source(target, source)
    return target


def not_the_source(target: Path, source: str) -> None:
    """Raises Trouble where an output would be written over the file it is made from."""
    if target.resolve() == Path(source).resolve():
        raise Trouble("输出文件就是原稿，没有写。", "请给输出文件另起一个名字。")
