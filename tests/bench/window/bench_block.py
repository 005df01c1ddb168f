"""The longest time that no event is served, whatever is done at 100,000 characters.

Run: python -m tests.bench.window.bench_block [characters]. Opening, cleaning, exporting,
previewing, checking, headings moved, versions and views opened; until all is quiet. Dialogs are
shown and answered as a user would. One pass of the event loop, by the process's time and never
more than the wall's. Aim: 100 ms each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.bench.measure import Figure, block, report, size_of
from tests.bench.program import Program, answering, pressing, worked
from tests.bench.prose import speech
from tests.bench.word_file import word_file
from tests.intake.messy import MESSY, sample

ACTS = (
    "检查全文", "填空单", "下一处毛病", "下一个空", "下移一节", "重排序号", "版本", "打印预览",
    "印前检查", "校核单", "提纲视图", "对照另一处", "只看这一节（专注）",
)  # fmt: skip
OPEN_ONES = ("关闭", "取消", "好", "确定", "回去改", "知道了", "不重排", "留存", "OK", "Close")


def bench(words: list[str]) -> Iterator[Figure]:
    """A figure an act."""
    size = size_of(words, 100_000)

    def script(program: Program, folder: Path) -> Iterator[Figure]:
        docx, messy = folder / "speech.docx", folder / "messy.txt"
        docx.write_bytes(word_file(speech(size)))
        messy.write_text(untidy(size), "utf-8")
        program.open(docx)  # rules, words and phrases are loaded once
        program.settle()
        spent = program.open(docx)
        yield block("open a docx", max(spent.block, program.settle()))
        for name in ACTS:
            yield done(program, name, lambda name=name: program.choose(name))
        for name in ACTS[-2:]:  # these are switched off again
            yield done(program, f"{name} off", lambda name=name: program.choose(name))
        yield from exported(program, folder)
        spent = program.open(messy)
        yield block("open a messy txt", max(spent.block, program.settle()))
        with pressing("清理"):
            yield done(program, "清理范文", lambda: program.choose("清理范文"))
        yield done(program, "撤销 of it", lambda: program.choose("撤销"))

    yield from worked(script)


def exported(program: Program, folder: Path) -> Iterator[Figure]:
    """The draft as PDF and as docx, through the gate."""
    for name, ending in (("导出 PDF 文件", ".pdf"), ("导出 Word 定稿", ".docx")):
        path = folder / f"draft{ending}"
        with ExitStack() as answers:
            answers.enter_context(pressing("导出草稿"))
            answers.enter_context(answering("getSaveFileName", path))
            yield done(program, name, lambda name=name: program.choose(name), path.exists)


def done(
    program: Program,
    name: str,
    act: Callable[[], object],
    until: Callable[[], bool] | None = None,
) -> Figure:
    """The longest block of an act; what it opened is closed again."""
    before = set(program.app.topLevelWidgets())
    with ExitStack() as answers:
        if until is None and "清理" not in name:
            answers.enter_context(pressing(*OPEN_ONES))
        spent = program.spend(act, until)
        longest = max(spent.block, program.settle())
    for window in program.app.topLevelWidgets():
        if window not in before and window.isVisible():
            window.close()
    program.settle()
    return block(name, longest)


def untidy(size: int) -> str:
    """A speech with the furniture of web pages in between."""
    pieces = [sample(marked).text for marked in MESSY.values()]
    parts = (speech(size // 14, seed) for seed in range(14))
    return "\n".join(f"{part}\n{pieces[n % len(pieces)]}" for n, part in enumerate(parts))


if __name__ == "__main__":
    report(bench)
