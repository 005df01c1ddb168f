"""The four kinds of Word file: a document or a template, with macros or without.

A kind is said twice, by the ending of the file's name and by the content type of the main
part inside (ECMA-376 Part 1, 11.3.10; [MS-OFFMACRO2] 2.2 for macros). Word refuses a file in
which the two disagree; WPS and LibreOffice open it.
"""

from __future__ import annotations

from typing import NamedTuple

_OPEN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OWN = "application/vnd.ms-word."


class WordKind(NamedTuple):
    """One kind: its ending, what the user calls it, the content type of its main part."""

    ending: str
    name: str
    content_type: str
    template: bool = False
    macros: bool = False


WORD_KINDS = (
    WordKind(".docx", "普通文档", _OPEN + "document.main+xml"),
    WordKind(".dotx", "模板", _OPEN + "template.main+xml", template=True),
    WordKind(".docm", "带宏的文档", _OWN + "document.macroEnabled.main+xml", macros=True),
    WordKind(
        ".dotm", "带宏的模板", _OWN + "template.macroEnabledTemplate.main+xml", True, True
    ),
)  # fmt: skip


def kind_of_ending(ending: str) -> WordKind | None:
    """The kind that an ending ('.docx') promises; None for any other."""
    return next((kind for kind in WORD_KINDS if kind.ending == ending.lower()), None)


def kind_inside(*, template: bool, macros: bool) -> WordKind:
    """The kind that the content types tell."""
    return next(k for k in WORD_KINDS if (k.template, k.macros) == (template, macros))


def kind_notes(ending: str, inside: WordKind) -> list[str]:
    """What the user is told of a file's kind when it is opened."""
    named = kind_of_ending(ending)
    notes = ["文稿带宏；这里不运行宏，保存时原样保留。"] if inside.macros else []
    if named is not None and named != inside:
        notes.append(
            f"文件名是 {named.ending}，里面标的却是{inside.name}（{inside.ending}），"
            f"Word 可能打不开；保存时照原样。要给 Word 用，请另存为 {inside.ending}。"
        )
    elif inside.template:
        notes.append("这是模板；写新稿请另存为 .docx。")
    return notes
