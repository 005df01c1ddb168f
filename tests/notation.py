"""The small notation of the tests: a manuscript on one line."""

from editor.manuscript.manuscript import Manuscript, manuscript_of


def doc(line: str) -> Manuscript:
    """``doc("一、标题 | 正文")``: paragraphs divided by ' | '."""
    return manuscript_of("\n".join(line.split(" | ")))


def lines(manuscript: Manuscript) -> str:
    """The manuscript back in the notation."""
    return " | ".join(p.text for p in manuscript.paragraphs)
