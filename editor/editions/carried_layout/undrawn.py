"""What of a file's things the pages cannot draw: named, never dropped without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from editor.editions.carried import (
    Carried,
    CarriedFormula,
    CarriedNote,
    CarriedPicture,
    CarriedThing,
    Undrawable,
)
from editor.editions.composed_pages import Undrawn
from editor.manuscript.file_objects import FileObject, ObjectKind

# Kinds of which pages draw some and others not.
COUNTED = frozenset(
    {
        ObjectKind.PICTURE, ObjectKind.CHART, ObjectKind.SMART_ART, ObjectKind.SHAPE,
        ObjectKind.EMBEDDED, ObjectKind.INK, ObjectKind.FORMULA, ObjectKind.FOOTNOTE,
        ObjectKind.ENDNOTE, ObjectKind.TABLE, ObjectKind.PAGE_BREAK,
    }
)  # fmt: skip


def drawable(carried: Carried, draws: Callable[[bytes], bool]) -> Carried:
    """The same with every picture that cannot be drawn turned into its name."""
    asked = cache(draws)

    def drawn(thing: CarriedThing) -> CarriedThing:
        if isinstance(thing, CarriedPicture) and not asked(thing.data):
            return Undrawable(thing.kind)
        return thing

    paragraphs = {
        number: replace(look, things=tuple([(at, drawn(thing)) for at, thing in look.things]))
        if look.things
        else look
        for number, look in carried.paragraphs.items()
    }
    return replace(carried, paragraphs=paragraphs)


def with_undrawn(objects: Iterable[FileObject], carried: Carried) -> tuple[FileObject, ...]:
    """The objects of a file, those marked that no page draws.

    Both are in the order of the text. What is not known to be drawn counts as not drawn: a
    picture of a header, or one in a part that could not be read.
    """
    known: dict[tuple[ObjectKind, int], Iterator[bool]] = {
        key: iter(drawn) for key, drawn in _drawn_in_order(carried).items()
    }
    return tuple(
        one._replace(undrawn=True)
        if one.kind in COUNTED and not next(known.get((one.kind, one.paragraph), iter(())), False)
        else one
        for one in objects
    )


def _drawn_in_order(carried: Carried) -> dict[tuple[ObjectKind, int], list[bool]]:
    """Of each kind in each paragraph, whether its things are drawn."""
    found: dict[tuple[ObjectKind, int], list[bool]] = {}
    for number, look in carried.paragraphs.items():
        if look.turns:
            found.setdefault((ObjectKind.PAGE_BREAK, number), []).append(True)
        for _, thing in look.things:
            kind, drawn = _kind_of(thing)
            found.setdefault((kind, number), []).append(drawn)
    for table in carried.tables:
        found.setdefault((ObjectKind.TABLE, min(table.paragraphs())), []).append(True)
    return found


def _kind_of(thing: CarriedThing) -> tuple[ObjectKind, bool]:
    """What a thing is, and whether pages draw it."""
    if isinstance(thing, CarriedPicture | Undrawable):
        return thing.kind, isinstance(thing, CarriedPicture)
    if isinstance(thing, CarriedNote):
        return (ObjectKind.ENDNOTE if thing.last else ObjectKind.FOOTNOTE), True
    if isinstance(thing, CarriedFormula):
        return ObjectKind.FORMULA, thing.line is not None
    return ObjectKind.PAGE_BREAK, True


def undrawn(carried: Carried) -> tuple[Undrawn, ...]:
    """The things without a picture or an exact line, in the order of the text."""
    return tuple(_undrawn(carried))


def _undrawn(carried: Carried) -> Iterator[Undrawn]:
    for number in sorted(carried.paragraphs):
        for _, thing in carried.paragraphs[number].things:
            kind, drawn = _kind_of(thing)
            if not drawn:
                yield Undrawn(kind, number)
