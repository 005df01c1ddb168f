"""Files that an office's own encryption software has sealed: only an authorised PC reads them.

Such software encrypts every file that is written and keeps its name, so that a .docx, .doc or .txt
comes along whose bytes are none. Two headers are known from what public programs look for in
such files (2026-11): ``%TSD-Header-###%`` at the start; ``E-SafeNet`` (亿赛通) with ``LOCK`` in the
first 512 bytes. No description of others was found: they are told by having no known beginning
and bytes that cannot be squeezed.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from editor.files.trouble import Trouble

_STARTS = b"%TSD-Header"
_WITHIN = (b"E-SafeNet", b"LOCK")
_HEAD = 512  # bytes
_ADVICE = "请在授权的电脑上解密后再打开"
_SAMPLE = 1 << 16  # bytes
_FEWEST = 1024  # below, chance and a text are too much alike
_OF_A_ZIP = (b"PK\x01\x02", b"PK\x05\x06")  # what a torn docx still has


def refuse_sealed(path: Path, data: bytes) -> None:
    """Raises Trouble where a file has the header of a known encryption software."""
    head = data[:_HEAD]
    if head.startswith(_STARTS) or all(mark in head for mark in _WITHIN):
        raise Trouble(
            f"“{path.name}”被单位的文件加密软件加了密，这里读不到里面的文字。",
            f"{_ADVICE}；改文件名没有用，原文件也没有动。",
        )


def refuse_even_bytes(path: Path, data: bytes) -> None:
    """The same where nothing else is known of the bytes but that they look encrypted."""
    if looks_encrypted(data):
        raise Trouble(
            f"“{path.name}”的内容认不出来，像是被单位的文件加密软件加了密。",
            f"{_ADVICE}；如果在那里也打不开，请重新取一份。",
        )


def looks_encrypted(data: bytes) -> bool:
    """Whether the bytes are as chance would have them: nothing makes them shorter.

    Texts in any encoding and programs are squeezed to nine tenths at most; what is squeezed
    already, as a torn docx is, has the marks of its members.
    """
    sample = data[:_SAMPLE]
    if len(sample) < _FEWEST or any(mark in data for mark in _OF_A_ZIP):
        return False
    return len(zlib.compress(sample)) >= len(sample)
