"""Days of the calendar's units: which day a year, half, quarter or month begins and ends."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, TypeAlias

__all__ = ["MONTHS_OF", "Days", "Unit", "day_after", "day_before", "month_end", "months_from", "unit_days"]

#: Units that a span of the calendar can be named by.
Unit: TypeAlias = Literal["year", "half", "quarter", "month", "third", "day"]

#: First and last day, both included.
Days: TypeAlias = tuple[date, date]

#: How many months each unit of whole months has.
MONTHS_OF = {"year": 12, "half": 6, "quarter": 3, "month": 1}


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def day_after(day: date) -> date:
    """The following day; the last day there is stays where it is."""
    return day if day == date.max else day + timedelta(days=1)


def day_before(day: date) -> date:
    """The day before; the first day there is stays where it is."""
    return day if day == date.min else day - timedelta(days=1)


def months_from(first: date, count: int) -> Days | None:
    """*count* whole months from the first of the month of *first*, or None beyond the calendar."""
    end = first.year * 12 + first.month - 1 + count - 1
    year, month = divmod(end, 12)
    return (first.replace(day=1), month_end(year, month + 1)) if 1 <= year <= date.max.year else None


def unit_days(year: int, unit: Unit, low: int, high: int) -> Days | None:
    """
    First and last day of the units *low* to *high* of a year (quarters 1 to 3, months 1 to 11).

    None where the year has no such unit, or *high* comes before *low*.
    """
    months = MONTHS_OF[unit]
    if not (1 <= year <= date.max.year and 1 <= low <= high <= 12 // months):
        return None
    return date(year, (low - 1) * months + 1, 1), month_end(year, high * months)
