"""A calendar along an axis: as many days or months as have room for their names."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import attrs

from propsummary.document import Language
from propsummary.renderers.diagrams.lettering import room_for

__all__ = ["Tick", "ticks"]

_BY_DAY = 75  # days; a longer stretch is divided by months
_DAY, _MONTH = 64, 35  # room of the name of a day and of a month
_DAYS = (1, 2, 7, 14, 28)
_MONTHS = (1, 2, 3, 6, 12, 24, 60)
_GAP = 6  # from a tick to its name, and to the next
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@attrs.frozen
class Tick:
    """
    A round day.

    Attributes:
        name: Of the day or of its month; empty where it has no room.

        year: Its year where that is news, and has room.
    """

    day: datetime.date
    name: str
    year: str


def ticks(first: datetime.date, last: datetime.date, *, room: Decimal, language: Language) -> Iterator[Tick]:
    """Round days from *first* to *last*, on an axis as long as *room* (in the drawing's units)."""
    length = (last - first).days + 1
    by_day = length <= _BY_DAY
    days = list(_days(first, length, room) if by_day else _months(first, last, room))
    ends = [*((day - first).days for day in days), length]
    told = ""
    for day, (here, after) in zip(days, pairwise(ends), strict=True):
        name, year = _name(day, by_day=by_day, language=language), str(day.year) if language == "en" else f"{day.year}年"
        free = room * (after - here) / length
        turn = next((end for other, end in zip(days, ends, strict=False) if other.year > day.year), length)
        news = year != told and _fits(year, room * (turn - here) / length)
        told = year if news else told
        yield Tick(day, name if _fits(name, free) else "", year if news else "")


def _fits(name: str, room: Decimal) -> bool:
    return room_for([name]) + _GAP <= room


def _name(day: datetime.date, *, by_day: bool, language: Language) -> str:
    if language == "en":
        return f"{day.day} {_ENGLISH[day.month - 1]}" if by_day else _ENGLISH[day.month - 1]
    return f"{day.month}月{day.day}日" if by_day else f"{day.month}月"


def _days(first: datetime.date, length: int, room: Decimal) -> Iterator[datetime.date]:
    step = next((step for step in _DAYS if room * step >= _DAY * length), _DAYS[-1])
    return (first + datetime.timedelta(days=n) for n in range(0, length, step))


def _months(first: datetime.date, last: datetime.date, room: Decimal) -> Iterator[datetime.date]:
    """The first day, then first days of months; those of a step of several begin with January."""
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    length = end - begin + 1
    step = next((step for step in _MONTHS if room * step >= _MONTH * length), _MONTHS[-1] * (length // 600 + 1))
    yield first
    yield from (datetime.date(n // 12, n % 12 + 1, 1) for n in range(begin - begin % step + step, end + 1, step))
