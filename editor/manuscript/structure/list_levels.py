"""Promote, demote and join headings that Word numbers by itself: their place in the list.

Apart from the typed numbers of `level_step`: here no character changes, only the level a
paragraph says it has; what it is numbered then, `label_edits` tells.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from editor.language.markdown import HEADING
from editor.manuscript.edits import Edit, Splice, apply
from editor.manuscript.lists import BULLET, LEVELS, UNLISTED, Lists, listed_at, place_of
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import MarkerStyle, marker_at
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.structure.relabelling import label_edits
from editor.manuscript.structure.section_extent import Refused

_BY_STYLE: Final = "这一节的级别由 Word 的样式决定，没有自动编号可以升降，请在 Word 里改。"
_BY_SIGN: Final = "这一节的级别由行首的 # 决定，请先清理范文，再升降级。"
_NO_NUMBER: Final = "这一节没有序号，不能升降级；请先点“提纲—设为”给它编上号。"


def auto_numbered(manuscript: Manuscript, section: Section) -> Paragraph | None:
    """The paragraph that a section begins, where Word numbers it; else None."""
    paragraph = manuscript.paragraphs[section.start.paragraph]
    ahead = paragraph.text[: section.start.offset].strip()
    return paragraph if is_listed(paragraph) and not ahead else None


def change_list_level(manuscript: Manuscript, section: Section, step: int) -> tuple[Edit, ...]:
    """The edits that take an automatic heading, and such under it, ``step`` levels deeper.

    Raises Refused where a list has no such level.
    """
    if auto_numbered(manuscript, section) is None:
        raise Refused(_why_fixed(manuscript.paragraphs[section.start.paragraph]))
    return _steps(manuscript, section, step, strict=True)


def _why_fixed(paragraph: Paragraph) -> str:
    """What gives a heading its level, where neither a typed number nor Word's does."""
    if paragraph.style:
        return _BY_STYLE
    return _BY_SIGN if HEADING.match(paragraph.text) else _NO_NUMBER


def change_list_levels_below(
    manuscript: Manuscript, section: Section, step: int
) -> tuple[Edit, ...]:
    """The same for what Word numbers under a typed heading, where its lists allow it."""
    return _steps(manuscript, section, step, strict=False)


def _steps(
    manuscript: Manuscript, section: Section, step: int, *, strict: bool
) -> tuple[Edit, ...]:
    lists, edits, done = manuscript.lists, list[Edit](), set[int]()
    for node in section.walk():
        line, paragraph = node.start.paragraph, auto_numbered(manuscript, node)
        if paragraph is None or line in done:
            continue
        done.add(line)
        listed = lists.beside(paragraph.listed, step)
        if listed:
            style = lists.role(paragraph.style, paragraph.listed, listed)
            fresh = replace(paragraph, listed=listed, style=style)
            edits.append(Splice(line, line + 1, (fresh,)))
        elif strict:
            raise Refused(_why_not(lists, paragraph, step, own=node is section))
    return tuple(edits)


def unnumbered(manuscript: Manuscript, section: Section) -> tuple[Edit, ...]:
    """The edit that makes an automatic heading a plain paragraph of the section before."""
    paragraph = auto_numbered(manuscript, section)
    if paragraph is None:
        if manuscript.paragraphs[section.start.paragraph].style:
            raise Refused("下一节的标题由 Word 的样式决定，请在 Word 里改成正文再合并。")
        raise Refused("下一节的标题没有序号可以去掉，请在稿纸上把它并进正文。")
    line = section.start.paragraph
    return (Splice(line, line + 1, (as_body(paragraph),)),)


def as_body(paragraph: Paragraph) -> Paragraph:
    """The paragraph as body text without Word's number."""
    return replace(paragraph, listed=UNLISTED, label="", style="")


def auto_numbered_like(manuscript: Manuscript, line: int, style: MarkerStyle) -> Paragraph | None:
    """The paragraph at the level of its list that writes its numbers in a style; None if none."""
    old, lists = manuscript.paragraphs[line], manuscript.lists
    for step in sorted(range(-LEVELS, LEVELS), key=abs):
        if listed := lists.beside(old.listed, step):
            fresh = replace(old, listed=listed, style=lists.role(old.style, old.listed, listed))
            there = apply(manuscript, Splice(line, line + 1, (fresh,)))
            label = recounted(there).paragraphs[line].label
            marker = marker_at(label.strip())
            if marker and marker.style is style:
                return replace(fresh, label=label)
    return None


def recounted(manuscript: Manuscript) -> Manuscript:
    """The text with all automatic numbers counted anew."""
    if not manuscript.lists:
        return manuscript
    fresh = list(manuscript.paragraphs)
    for edit in label_edits(manuscript):
        fresh[edit.first] = edit.paragraphs[0]
    return Manuscript(manuscript.revision, tuple(fresh), manuscript.lists, manuscript.beside)


def is_listed(paragraph: Paragraph) -> bool:
    """Whether Word numbers a paragraph visibly, by a list that is known."""
    return bool(paragraph.label and paragraph.listed and paragraph.listed != UNLISTED)


def _why_not(lists: Lists, paragraph: Paragraph, step: int, *, own: bool) -> str:
    list_id, level = place_of(paragraph.listed)
    if lists.level(paragraph.listed) is None:
        return "它的自动编号在文件里已经找不到了，请在 Word 里改。"
    if step < 0:
        return "已经是自动编号的最高一级了。" if level <= 0 else "它的上一级没有编号，不能再升。"
    other = lists.level(listed_at(list_id, level + step))
    which = "这一节" if own else f"下面的“{(paragraph.label + paragraph.text)[:10]}”"
    if other is not None and other.form == BULLET:
        return f"{which}的自动编号再降一级是项目符号，不是序号，没有改动。"
    depth = lists.depth(paragraph.listed)
    return f"{which}不能再降：这份文稿的自动编号只有 {depth} 级。请先在 Word 里给它加一级。"
