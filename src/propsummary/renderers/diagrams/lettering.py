"""Words in diagrams: how much room they take, broken into lines, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from propsummary._text import width
from propsummary.renderers._drawing import words
from propsummary.renderers._wrap import wrap

__all__ = ["BELOW_NAMES", "FONT", "LINE", "SMALL", "broken", "lettered", "room_for", "stacked"]

FONT = 13
SMALL = 12
#: From one line of words to the next.
LINE = 18
#: Units across below which a name has no room beside what it names.
BELOW_NAMES = 560
_COLUMN = Decimal("7.1")  # of one column of text: a little more than half the size of type
_FEWEST = 6  # columns of a line


def broken(text: str, room: Decimal | int, *, size: int = FONT) -> list[str]:
    """*text* in lines that fit into *room* in type of *size*."""
    return wrap(text, max(int(Decimal(room) * FONT / size / _COLUMN), _FEWEST)) if text else []


def room_for(lines: Sequence[str]) -> Decimal:
    """The room that the longest of *lines* takes."""
    return max(map(width, lines), default=0) * _COLUMN


def stacked(lines: Sequence[str]) -> int:
    """How high *lines* are."""
    return LINE * len(lines)


def lettered(
    lines: Sequence[str],
    x: Decimal,
    top: Decimal,
    colour: str,
    *,
    anchor: str = "start",
    weight: int = 400,
    size: int | None = None,
    halo: str = "",
) -> Iterator[str]:
    """*lines* one below the other, the first in a line that begins at *top*."""
    for number, line in enumerate(lines):
        yield words(line, x, top + LINE * number + FONT, colour, anchor=anchor, weight=weight, size=size, halo=halo)
