"""Bytes that may be a text: read as the guess has it and as each choice would, written back."""

from __future__ import annotations

from editor.files.encodings import CHOICES
from editor.files.text_file import decode_text, encode_text
from editor.files.trouble import Trouble
from editor.manuscript.edits import Replace, apply
from editor.manuscript.paragraph import Position
from tests.fuzz.mutate.raw import SCRAPS, changed_bytes
from tests.fuzz.seed_texts import pieces_of_samples
from tests.fuzz.target import Target, law

WORDS = "添。"
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "big5hkscs", "utf-16", "utf-16-be", "utf-32")


def run(data: bytes) -> None:
    """A text that was read whole is written back to the byte, an edited one is read as edited."""
    for encoding in (None, *[name for name, _ in CHOICES]):
        try:
            source, manuscript, found = decode_text(data, encoding)
        except Trouble as trouble:
            law(trouble.what, "a trouble says what happened")
            continue
        law(encode_text(source, manuscript) == data, "an unedited text is the same bytes")
        if found.lost and not found.bad:
            continue
        last = manuscript.end
        edited = apply(manuscript, Replace(Position(0, 0), Position(0, 0), WORDS))
        try:
            made = encode_text(source, edited)
        except Trouble:
            continue
        again = decode_text(made, source.encoding)[1]
        law(again.text == edited.text, f"an edited text is read as it was edited ({last})")


def seeds() -> list[bytes]:
    """Samples in every encoding, and scraps of every other."""
    texts = pieces_of_samples()[::4]
    made = [text.encode(name, "replace") for text in texts for name in ENCODINGS]
    return [*made, *SCRAPS, b"", "你好".encode() + "，世界".encode("gb18030")]


TARGET = Target("decoder", run, seeds, changed_bytes, 4_000)
