"""A text of which some lines are UTF-8 and some GB18030: two files put into one by a program.

As one or the other half of it would be letters that nobody wrote; line by line it reads.
"""

from __future__ import annotations

from editor.files.usual_letters import usual_share

_LEAST = 2  # letters in a line by which it is known
_SHARE = 0.9


def decode_mixed(data: bytes) -> str | None:
    """The text line by line; None where it is not such a mixture, or one line is neither."""
    lines = data.splitlines(keepends=True)
    read, kinds = list[str](), set[str]()
    for line in lines:
        for name in ("utf-8", "gb18030"):
            try:
                text = line.decode(name)
            except UnicodeDecodeError:
                continue
            break
        else:
            return None
        read.append(text)
        letters = [c for c in text if c > "\x7f"]
        if len(letters) >= _LEAST and usual_share(text, name) >= _SHARE:
            kinds.add(name)
    return "".join(read) if len(kinds) == 2 else None
