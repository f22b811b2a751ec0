"""Reading a whole text as one period or one day."""

from __future__ import annotations

import re
from datetime import date

from propsummary.periods._calendar import Days
from propsummary.periods._patterns import CN, compiled, plain
from propsummary.periods._scan import Point, Stretch, number, scan
from propsummary.periods.period import Period

__all__ = ["covered", "read_date", "read_period"]

_AROUND = " \t\r\n()[]【】〔〕《》“”\"'"


def read_period(text: str, near: Period | None = None) -> Period | None:
    """
    The period that *text* names, or None if it names none, or one that does not exist.

    Reads labels (``2025-H1``, ``2025Q3``, ``2025-02..2025-07``), what staff write (``2025年1—11月``, ``二〇二四年度``, ``25年``,
    ``25年三季度``, ``2025年上半年度``, ``2025.07-2025.12``, ``截至2025年10月底``) and, beside *near*, names without a year (二季度
    lies in the year of *near*; 上年度, 上年同期, 下季度 are counted from it). A single day is no period.
    Years 1900 to 2099 are read.
    """
    spelled = plain(text).strip(_AROUND)
    if re.fullmatch("[0-4][0-9]年", spelled):  # alone it can only be a year
        spelled = f"20{spelled}"
    if re.fullmatch("(?:19|20)[0-9]{2}", spelled):
        days: Days | None = (date(int(spelled), 1, 1), date(int(spelled), 12, 31))
    else:
        stretch = _only(spelled)
        days = covered(stretch, near, near.last if near else None) if stretch else None
    return Period.between(*days, text=text) if days else None


def _only(spelled: str) -> Stretch | None:
    """The one stretch that the whole text is, unless it is a single day."""
    found = scan(spelled)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(spelled)):
        return None
    stretch = found[0]
    single = len(stretch.points) == 1 and not (stretch.until or stretch.since)
    point = stretch.points[0] if stretch.points else None
    single_day = point is not None and point.is_date and not (point.unit == "third" or point.edge == "inside")
    return None if single and single_day else stretch


def covered(stretch: Stretch, near: Period | None, today: date | None) -> Days | None:
    """
    First and last day of a stretch as a period: names without a year lie in the year of *near*.

    Args:
        today: What 截至目前 and 今年以来 reach to; the last day of *near* if not known.

    Returns:
        None if there are no such days, or nothing to count them from.
    """
    today = today or (near.last if near else None)
    if not stretch.points:
        return (date(near.last.year if near else today.year, 1, 1), today) if today else None
    first = _point_days(stretch.points[0], near, _first_year(stretch))
    if first is None:
        return None
    last = _other_end(stretch.points[-1], near, first[0].year) if len(stretch.points) > 1 else first
    if last is None:
        return None
    begin, end = first[0], last[1]
    if stretch.until:
        begin = date(end.year, 1, 1)
    if stretch.since:
        end = today or begin
    return (begin, end) if begin <= end else None


def _other_end(point: Point, near: Period | None, year: int) -> Days | None:
    """The days of the second of two ends; 次年 is the year after the first one's."""
    return _point_days(point, near, year) if near or point.shift is None else point.days(year + point.shift)


def _first_year(stretch: Stretch) -> int | None:
    """The year that a first end without one takes from the last (``3月至2025年11月``)."""
    first, last = stretch.points[0], stretch.points[-1]
    return None if last.year is None else last.year - (first.high > last.high)


def _point_days(point: Point, near: Period | None, year: int | None) -> Days | None:
    """The days of one name; *year* is what a missing one is taken from before *near* is asked."""
    if point.year is not None:
        year = point.year
    elif point.shift is not None:
        year = near.last.year + point.shift if near else None
    elif point.offset is not None:
        return point.from_base(near.last) if near else None
    elif year is None:
        year = near.last.year if near else None
    if year is None:
        return None
    if point.same:
        shifted = near and near.in_year(year - near.last.year + near.first.year)
        return (shifted.first, shifted.last) if shifted else None
    return point.days(year)


def read_date(text: str) -> date | None:
    """
    The day that *text* names, or None if it names none, or one that does not exist.

    Reads ``2026-06-30``, ``2026.6.30``, ``2026/6/30``, ``20260630``, ``2026年6月30日``, ``26年7月1日`` and
    ``二〇二六年七月一日``, in either width. A day without a year is not read.
    """
    spelled = "".join(plain(text).split())
    matches = (compiled(pattern).fullmatch(spelled) for pattern in (_WRITTEN, _SEPARATED, _COMPACT))
    match = next(filter(None, matches), None)
    if match is None:
        return None
    year, month, day = (number(match[name]) for name in ("year", "month", "day"))
    try:
        return date(year + 2000 if len(match["year"]) == 2 else year, month, day)
    except ValueError:
        return None


_N = rf"(?:[0-9]{{1,2}}|[{CN}]{{1,3}})"
_WRITTEN = rf"(?P<year>[0-9]{{4}}|[0-9]{{2}}|[{CN}]{{4}})年(?P<month>{_N})月(?P<day>{_N})[日号]?"
_SEPARATED = r"(?P<year>[0-9]{4})(?P<sep>[-./])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})"
_COMPACT = r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
