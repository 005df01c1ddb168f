"""Whole lines that a site put around the text, told by their form alone.

Only forms that no speech has, wherever they stand; what could be a sentence of a speech
counts at the edges only (see `edges`). The forms are data: `resources/language/site-forms.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from editor.intake.line_buffer import LineBuffer
from editor.intake.noise_score import mostly_plain
from editor.language.sites import any_of, label_choice, matching, site_labels, sure_forms

# A bracket that closes on the next line belongs to a broken sentence.
_UNCLOSED = re.compile(r"[\s　]*(?:[(（][^)）]*|《[^》]*)$")
_URL_ONLY = re.compile(r"[\s　(（]*(?:https?://|www\.)[\w./?=&%#:\-]+[\s　)）]*", re.IGNORECASE)


# Government pages set their labels wide: 索 引 号：
_SPREAD = re.compile(r"(?<=[一-龥])[ 　](?=[一-龥](?:[ 　][一-龥])*\s*[:：])")


def remove_site_lines(buffer: LineBuffer) -> None:
    """Remove the lines whose form alone says that a site wrote them."""
    forms = tuple(one for one in sure_forms() if buffer.has(*one.words))
    gate = any_of(tuple(word for one in forms for word in one.words) or ("\n",))
    for number, whole in enumerate(buffer.lines):
        line = buffer.kept_text(number) if number in buffer.changes else whole
        if not 0 < len(line) <= 400 or buffer.is_removed(number):
            continue
        if _URL_ONLY.fullmatch(line):
            if not buffer.from_docx:
                buffer.remove_line(number, "url", "整行是网址")
        elif len(line) > 3 and (":" in line or "：" in line) and is_file_card(line):
            buffer.remove_line(number, "site-header", "网页或文档库的文件信息")
        elif gate.search(line) and not _UNCLOSED.match(line) and (found := matching(forms, line)):
            glued = mostly_plain(line)
            drawn = buffer.from_docx and found.kind == "site-note"
            if not glued and not drawn:
                buffer.remove_line(number, found.kind, found.why)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"({label_choice()})\s*[:：]")


def is_file_card(text: str) -> bool:
    """Whether a line is a file's or page's card: two labels, one of them a site's own."""
    text = _SPREAD.sub("", text)
    label, sites = _label(), site_labels()
    labels = label.findall(text)
    if len(text) > 240 or "。" in text or not labels:
        return False
    sure = sum(one in sites for one in labels)
    if sure and len(labels) >= 2:
        return True
    if sure and label.match(text.lstrip(" \t\u3000-—【[·•")):
        return len(text) <= 70
    return len(labels) >= 3 or {"作者", "来源"} <= set(labels)
