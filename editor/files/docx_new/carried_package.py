"""What a carried body needs around it: notes and copied parts, their types and relations."""

from __future__ import annotations

from editor.files.docx_final.part_copies import CarriedParts, NewRelation
from editor.files.docx_final.word_xml import RELATIONS
from editor.files.docx_new.carried_body import DOCUMENT, CarriedBody

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def carried_parts(body: CarriedBody) -> CarriedParts:
    """The parts of a body that is written; its notes are among them."""
    parts = body.items.copies.parts
    if body.items.objects.used:  # drawings and charts take their colours from the theme
        body.items.copies.related_of("theme", body.source.part, DOCUMENT)
    for notes in body.items.notes.values():
        if xml := notes.xml():
            name = notes.names.part
            parts.members[f"word/{name}.xml"] = (_HEAD + xml).encode("utf-8")
            parts.types[f"word/{name}.xml"] = f"{_WORD}{name}+xml"
            row = parts.relations.setdefault(DOCUMENT, [])
            row.append(NewRelation(name, f"{RELATIONS}/{name}", f"word/{name}.xml"))
    if body.margins:
        more = body.margins.parts
        parts.members.update(more.members)
        parts.types.update(more.types)
        for part, rows in more.relations.items():
            parts.relations.setdefault(part, []).extend(rows)
    return parts
