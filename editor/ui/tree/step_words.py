"""What a structural command is called in the list of undo steps."""

from __future__ import annotations

from editor.manuscript.outline.sections import Section
from editor.manuscript.structure.structure_commands import (
    ChangeLevel,
    CollectText,
    DeleteSections,
    DuplicateSection,
    InsertSection,
    MergeSections,
    MoveSections,
    PasteSections,
    RenameSection,
    ShiftSections,
    SplitSection,
    StructureCommand,
)
from editor.ui.document.step_names import shortened
from editor.ui.look.section_numbers import shown_number


def step_name(command: StructureCommand) -> str:
    """'移动“二、搭好擂台”', '升一级“（一）……”等 3 节'."""
    match command:
        case MoveSections(sections) | ShiftSections(sections):
            return f"移动{_titles(sections)}"
        case ChangeLevel(sections, step):
            return f"{'升一级' if step < 0 else '降一级'}{_titles(sections)}"
        case DeleteSections(sections):
            return f"删除{_titles(sections)}"
        case DuplicateSection(section):
            return f"复制{_titles((section,))}"
        case MergeSections(section):
            return f"合并{_titles((section,))}和下一节"
        case RenameSection(section):
            return f"改标题{_titles((section,))}"
        case PasteSections():
            return "粘贴一节"
        case InsertSection():
            return "添一节"
        case SplitSection():
            return "拆成两节"
        case CollectText(_, _, section):
            return f"选中的文字移到{_titles((section,))}"


def _titles(sections: tuple[Section, ...]) -> str:
    first = sections[0]
    title = f"“{shortened(shown_number(first) + first.title)}”"
    return title if len(sections) == 1 else f"{title}等 {len(sections)} 节"
