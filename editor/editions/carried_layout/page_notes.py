"""Numbers of notes that begin anew on each page, as the pages fall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from editor.editions.carried import Carried, CarriedNote, CarriedParagraph
from editor.editions.paginate import PlacedLine
from editor.editions.slab import Slab
from editor.manuscript.number_format import write_number


def numbered_by_page(carried: Carried, placed: Iterable[PlacedLine]) -> Carried:
    """The same with the numbers of the pages the notes stand on; the same value if none change."""
    if not any(_begins_anew(thing) for p in carried.paragraphs.values() for _, thing in p.things):
        return carried
    pages = iter([item.page for item in placed for _ in _notes(item)])
    found: dict[int, CarriedParagraph] = dict(carried.paragraphs)
    last, count = -1, 0
    for number in sorted(found):
        things = list(found[number].things)
        for at, (offset, thing) in enumerate(things):
            if not isinstance(thing, CarriedNote) or thing.last:
                continue
            page = next(pages, last)
            last, count = page, count if page == last else 0
            if _begins_anew(thing):
                count += 1
                things[at] = (offset, replace(thing, number=write_number(count, thing.form)))
        found[number] = replace(found[number], things=tuple(things))
    return carried if found == carried.paragraphs else replace(carried, paragraphs=found)


def _begins_anew(thing: object) -> bool:
    return isinstance(thing, CarriedNote) and bool(thing.form and thing.number)


def _notes(item: PlacedLine) -> Iterator[object]:
    if isinstance(item.row, Slab):
        yield from item.row.notes
