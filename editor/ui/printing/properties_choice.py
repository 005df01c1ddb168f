"""Which properties of a final stay behind: by the options, or as the writer says on the sheet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from editor.files.metadata.metadata_item import MetadataItem, MetadataKind
from editor.ui.context import Context

# What a final has of itself; nobody has to be asked of these each time.
OWN: Final = (MetadataKind.TITLE, MetadataKind.DATES, MetadataKind.PROGRAM)
OPTION: Final = "final_properties"


def kept_by_option(context: Context) -> tuple[MetadataKind, ...]:
    """The kinds that go along where nobody is asked."""
    return (MetadataKind.TITLE,) if context.settings.flag("final_title") else ()


def properties_left_behind(
    context: Context, items: Sequence[MetadataItem], *, draft: bool
) -> Collection[MetadataKind] | None:
    """The kinds to take out of what is made; None where the writer stays.

    What is not named by an item is taken out too: nothing goes that nobody has seen.
    """
    kept = kept_by_option(context)
    how = context.settings.text(OPTION)
    telling = [item for item in items if item.kind not in OWN]
    asked = not draft and ((how == "always" and items) or (how == "ask" and telling))
    if not asked:
        return set(MetadataKind) - set(kept)
    from editor.ui.printing.properties_sheet import PropertiesSheet

    sheet = PropertiesSheet(context.parent, items, kept)
    if not sheet.exec():
        return None
    if sheet.never.isChecked():
        context.settings.set(OPTION, "strip")
    named = {item.kind for item in items}
    return set(MetadataKind) - (named - sheet.unwanted())
