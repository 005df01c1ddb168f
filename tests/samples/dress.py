"""What sites do to a text on the way: broken lines, page marks, half-width signs, one line.

Orders (in ``% dress:`` of a source, parted by semicolons):
    wrap 35            a line break after every 35 characters of a paragraph
    pages 18 - {} -    a page mark on its own line after every 18 lines
    inline 400 -{}-    a page mark inside the words after every 400 characters
    index 300          a page index (2、) on its own line between the halves of a word
    halfwidth          ，。：；！？（） as half-width signs
    oneline            all line breaks gone
    blanklines         an empty line between the paragraphs
    indent             two full-width spaces before each paragraph
    crlf               line ends of Windows
    bom                a byte order mark in front
    water 3 words      words of a site at the end of every third paragraph
    inwater 300 words  words of a site inside a sentence after every 300 characters
"""

from __future__ import annotations

from collections.abc import Iterable

from tests.samples.markup import Mark, Sign

HALF = str.maketrans("，：；！？（）", ",:;!?()")


def dress(signs: list[Sign], order: str) -> list[Sign]:
    """The text after one order."""
    name, _, rest = order.partition(" ")
    return ORDERS[name](signs, rest)


def undressed(signs: list[Sign]) -> list[list[Sign]]:
    """The lines of a text, without their line feeds."""
    lines: list[list[Sign]] = [[]]
    for sign in signs:
        if sign.char == "\n":
            lines.append([])
        else:
            lines[-1].append(sign)
    return lines


def joined(lines: Iterable[list[Sign]]) -> list[Sign]:
    """Lines into one text."""
    out: list[Sign] = []
    for number, line in enumerate(lines):
        if number:
            out.append(Sign("\n"))
        out += line
    return out


def _noise(words: str, kind: str) -> list[Sign]:
    mark = Mark("noise", kind)
    return [Sign(c, (mark,)) for c in words]


def _wrap(signs: list[Sign], rest: str) -> list[Sign]:
    width = int(rest or 35)
    lines: list[list[Sign]] = []
    for line in undressed(signs):
        if _is_noise(line):
            lines.append(line)
            continue
        lines += [line[i : i + width] for i in range(0, len(line), width)] or [[]]
    return joined(lines)


def _is_noise(line: list[Sign]) -> bool:
    return bool(line) and all(any(m.what == "noise" for m in s.marks) for s in line)


def _pages(signs: list[Sign], rest: str) -> list[Sign]:
    every, _, form = rest.partition(" ")
    out: list[list[Sign]] = []
    page = 0
    for number, line in enumerate(undressed(signs)):
        out.append(line)
        if number % int(every) == int(every) - 1:
            page += 1
            out.append(_noise(form.replace("{}", str(page)), "page-number"))
    return joined(out)


def _between_words(signs: list[Sign], every: int) -> Iterable[int]:
    """Places about ``every`` characters apart with Chinese characters on both sides."""
    last = 0
    for at in range(1, len(signs)):
        near = signs[at - 2 : at + 2]
        plain = all("\u4e00" <= s.char <= "\u9fff" and not s.marks for s in near)
        if at - last >= every and plain and len(near) == 4:
            last = at
            yield at


def _insert(signs: list[Sign], every: int, piece: str, kind: str) -> list[Sign]:
    out: list[Sign] = []
    last = 0
    for page, at in enumerate(_between_words(signs, every), 2):
        out += signs[last:at]
        for line in piece.replace("{}", str(page)).split("\n"):
            out += _noise(line, kind) if line else []
            out.append(Sign("\n"))
        out.pop()
        last = at
    return out + signs[last:]


def _inline(signs: list[Sign], rest: str) -> list[Sign]:
    every, _, form = rest.partition(" ")
    return _insert(signs, int(every), form, "page-number")


def _index(signs: list[Sign], rest: str) -> list[Sign]:
    return _insert(signs, int(rest), "\n\n{}、", "page-split")


def _inwater(signs: list[Sign], rest: str) -> list[Sign]:
    every, _, words = rest.partition(" ")
    return _insert(signs, int(every), words, "watermark")


def _water(signs: list[Sign], rest: str) -> list[Sign]:
    every, _, words = rest.partition(" ")
    lines = undressed(signs)
    for number, line in enumerate(lines):
        if number % int(every) == int(every) - 1 and line:
            line += [Sign(" "), *_noise(words, "watermark")]
    return joined(lines)


def _halfwidth(signs: list[Sign], rest: str) -> list[Sign]:
    del rest
    return [Sign(s.char.translate(HALF), s.marks) for s in signs]


def _oneline(signs: list[Sign], rest: str) -> list[Sign]:
    return [s if s.char != "\n" else Sign(rest) for s in signs if s.char != "\n" or rest]


def _blank_lines(signs: list[Sign], rest: str) -> list[Sign]:
    del rest
    return [s for sign in signs for s in ((sign, sign) if sign.char == "\n" else (sign,))]


def _indent(signs: list[Sign], rest: str) -> list[Sign]:
    del rest
    return joined([[Sign("\u3000")] * 2 + line if line else line for line in undressed(signs)])


def _crlf(signs: list[Sign], rest: str) -> list[Sign]:
    del rest
    return [s for sign in signs for s in ((Sign("\r"), sign) if sign.char == "\n" else (sign,))]


def _bom(signs: list[Sign], rest: str) -> list[Sign]:
    del rest
    return [Sign("\ufeff"), *signs]


ORDERS = {
    "wrap": _wrap,
    "pages": _pages,
    "inline": _inline,
    "index": _index,
    "inwater": _inwater,
    "water": _water,
    "halfwidth": _halfwidth,
    "oneline": _oneline,
    "blanklines": _blank_lines,
    "indent": _indent,
    "crlf": _crlf,
    "bom": _bom,
}
