"""A small notation for tables: rows divided by ' / ', cells by '│', lines in a cell by ';'.

'〃' is the lower part of the cell above, '>' what a cell over several columns covers.
"""

from editor.blanks.blank_reader import find_blanks
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph


def drawn(table: str, name: str = "表1") -> Manuscript:
    """``drawn("姓名│ / 单位│")``: a table alone in a text."""
    found: list[Paragraph] = []
    above: dict[int, int] = {}
    for row, line in enumerate(table.split(" / "), 1):
        for column, cell in enumerate(line.split("│"), 1):
            if cell.strip() == ">":
                continue
            above[column] = above.get(column, row) if cell == "〃" else row
            frame = f"{name}·{above[column]}行{column}列"
            texts = [""] if cell == "〃" else cell.split(";")
            found += [Paragraph(text, len(found) + 1, frame=frame) for text in texts]
    return Manuscript(0, tuple(found))


def places(m: Manuscript, *, asked: bool = False) -> list[str]:
    """Where the open blanks (or those asked about) are: '1行2列 姓名'."""
    return [
        f"{m.paragraphs[b.span.paragraph].frame.partition('·')[2]} {b.slot.partition(':')[2]}"
        for b in find_blanks(m)
        if b.sure is not asked
    ]
