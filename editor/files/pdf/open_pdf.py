"""A PDF with a text layer as a new text to be cleaned; the PDF itself is never written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from editor.files.limits import refuse_many_paragraphs
from editor.files.opened import Opened
from editor.files.pdf.line_joining import paragraphs_of
from editor.files.pdf.page_furniture import Furnished, without_furniture
from editor.files.pdf.page_lines import PdfPages, read_pages
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph

_FEWEST = 10  # characters a page with a picture: less is a stamp on a scan
_MOST_LOST = 0.2  # of the characters without Unicode
_SCANNED = "请用文字识别（OCR）转成文字，或找原来的 Word 文件。"


def open_pdf(path: Path, data: bytes, stopped: Callable[[], bool]) -> Opened:
    """The words of a PDF as a new text. Raises Trouble where it has none that can be read."""
    pages = read_pages(data, stopped)
    _refuse_wordless(pages)
    furnished = without_furniture(pages.lines, pages.number)
    rows = paragraphs_of(furnished.lines)
    refuse_many_paragraphs(len(rows))
    paragraphs = tuple([Paragraph(row, number) for number, row in enumerate(rows, 1)])
    note = "".join(_told(path, pages, furnished))
    return Opened(None, Manuscript(0, paragraphs), "docx", notes=(note,), origin=path)


def _refuse_wordless(pages: PdfPages) -> None:
    text = "".join([line.text for line in pages.lines])
    stamps = len(text) < _FEWEST * pages.number and 2 * pages.pictured >= pages.number
    if not text or stamps:
        raise Trouble("这份 PDF 里没有文字层，多半是扫描的图片。", _SCANNED)
    lost = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    if lost > _MOST_LOST * len(text):
        raise Trouble("这份 PDF 的字体没有带编码，取出来的是乱码。", _SCANNED)


def _told(path: Path, pages: PdfPages, furnished: Furnished) -> list[str]:
    words = [f"“{path.name}”的文字取成了新文稿，原文件没有动；保存时请另起名字。"]
    gone: list[str] = []
    if furnished.numbers:
        gone.append(f"页码 {furnished.numbers} 处")
    gone += [f"每页都有的“{text[:20]}”" for text in furnished.repeated[:3]]
    if pages.aslant:
        gone.append(f"{pages.aslant} 页斜着的水印")
    if pages.pictured:
        gone.append(f"{pages.pictured} 页上的图片")
    if gone:
        words.append(f"没有收：{'、'.join(gone)}。")
    if pages.textless:
        some = "、".join(str(page + 1) for page in pages.textless[:5])
        more = "等" if len(pages.textless) > 5 else ""
        words.append(f"第 {some} 页{more}没有文字（可能是图片），没有收。")
    words.append("分段是按行的位置接起来的，请对照原件看一遍分段、表格和脚注。")
    return words
