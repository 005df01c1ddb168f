"""The notation of these tests: ⟦ ⟧ around each blank of a sentence."""

from editor.blanks.grammar import scan


def plain(marked: str) -> str:
    """The sentence itself."""
    return marked.replace("⟦", "").replace("⟧", "")


def shown(text: str) -> str:
    """A sentence with what the scan found put between ⟦ ⟧."""
    for found in reversed(scan(text)):
        text = f"{text[: found.start]}⟦{text[found.start : found.end]}⟧{text[found.end :]}"
    return text


def kinds(text: str) -> list[str]:
    """The kinds found, in order."""
    return [found.kind.value for found in scan(text)]
