"""Pictures set in the type area or a cell: at their size where it fits, else smaller."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from editor.editions.carried import CarriedPicture, Placement
from editor.editions.composed_pages import PagePicture
from editor.editions.slab import Slab
from editor.editions.styles import PT_PER_MM

_GAP = 6.0  # pt between two pictures side by side, and above and below one


class PictureRoom(NamedTuple):
    """Where pictures are set, in pt: width, greatest height, line pitch; where they stand."""

    width: float
    tallest: float
    pitch: float
    placement: Placement


def scaled_size(picture: CarriedPicture, width: float, height: float) -> tuple[float, float]:
    """Width and height in pt, made smaller in one ratio to fit."""
    own = (picture.width * PT_PER_MM, picture.height * PT_PER_MM)
    ratio = min(1.0, width / max(own[0], 0.1), height / max(own[1], 0.1))
    return own[0] * ratio, own[1] * ratio


def picture_rows(pictures: Iterable[CarriedPicture], room: PictureRoom, loose: bool) -> list[Slab]:
    """Rows of pictures, as many side by side as the width allows."""
    rows: list[list[tuple[CarriedPicture, float, float]]] = []
    used = 0.0
    for picture in pictures:
        width, height = scaled_size(picture, room.width, room.tallest - 2 * _GAP)
        if not rows or used + _GAP + width > room.width + 0.01:
            rows.append([])
            used = -_GAP
        rows[-1].append((picture, width, height))
        used += _GAP + width
    return [_row(row, room, loose) for row in rows]


def _row(row: list[tuple[CarriedPicture, float, float]], room: PictureRoom, loose: bool) -> Slab:
    tallest = max(height for _, _, height in row)
    height = tallest + 2 * _GAP
    if not loose:  # what follows stays on the grid
        height = math.ceil(round(height / room.pitch, 3)) * room.pitch
    height = min(height, room.tallest)
    slack = max(0.0, room.width - sum(w for _, w, _ in row) - _GAP * (len(row) - 1))
    left = {Placement.CENTRE: slack / 2, Placement.RIGHT: slack}.get(
        room.placement, 0.0 if loose else slack / 2
    )
    bottom = (height + tallest) / 2
    made: list[PagePicture] = []
    for picture, width, tall in row:
        place = (left, bottom - tall, left + width, bottom)
        made.append(PagePicture(*place, picture.data, picture.crop, picture.quarters))
        left += width + _GAP
    return Slab(height, pictures=tuple(made), loose=loose)
