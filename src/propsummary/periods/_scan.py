"""
Finding named stretches of the calendar in a text: ``2025年1—11月``, ``明年一季度末``, ``下月10日``, ``2025-H1``.

What a name without a year means depends on who asks (a period lies in the reporting year, a deadline comes after it), so a
`Point` keeps what was printed and `Point.days` is told the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import attrs

from propsummary._numerals import read_numeral
from propsummary.periods._calendar import MONTHS_OF, Days, Unit, month_end, unit_days
from propsummary.periods._patterns import CERTAIN, JOIN, NAME, SHIFTS, compiled

__all__ = ["Point", "Stretch", "number", "scan"]

_OFFSETS = {"上": -1, "前": -1, "下": 1, "次": 1}  # 本, 这, 当: this one


@attrs.frozen(kw_only=True)
class Point:
    """
    One name of a stretch of the calendar, as printed.

    Attributes:
        start, end: Where it stands in the text.

        year: The printed year, or None.

        shift: How many years from the current one a word says (明年 is 1), or None.

        unit: What is named. Of a ``third`` (旬) or ``day``, *low* and *high* are the month.

        low, high: Which ones of the year's units, from 1; equal unless a run is named (1—11月).

        offset: How many units from the current one a word says (下月 is 1), or None where a number does.

        day_low, day: Which days of the month, or which third.

        edge: Which part of the unit is meant: ``begin``, ``middle``, ``end``, ``inside`` or nothing.

        same: Whether it is the asker's own period in another year (上年同期).

        sep: What separates the numbers of ``2025-06``.
    """

    start: int
    end: int
    year: int | None = None
    shift: int | None = None
    unit: Unit = "year"
    low: int = 1
    high: int = 1
    offset: int | None = None
    day_low: int = 0
    day: int = 0
    edge: str = ""
    same: bool = False
    sep: str = ""

    @property
    def is_date(self) -> bool:
        """Whether it names a day or a few days of a month: a date rather than a period."""
        return self.unit == "third" or bool(self.edge) or (self.unit == "day" and self.day_low == self.day)

    def from_base(self, base: date) -> Days | None:
        """The days that an *offset* leads to, counted from the unit that *base* lies in."""
        per_year = 12 // MONTHS_OF.get(self.unit, 1)
        here = base.year * per_year + (base.month - 1) * per_year // 12
        year, before = divmod(here + (self.offset or 0), per_year)
        return attrs.evolve(self, low=before + 1, high=before + 1).days(year)

    def days(self, year: int) -> Days | None:
        """First and last day in *year*; None if there are no such days."""
        if self.unit in MONTHS_OF:
            span = unit_days(year, self.unit, self.low, self.high)
            return span and _edge(span, self)
        if not (1 <= year <= date.max.year and 1 <= self.high <= 12):
            return None
        last = month_end(year, self.high)
        first_day, last_day = (self.day_low, self.day)
        if self.unit == "third":
            first_day, last_day = self.day * 10 - 9, last.day if self.day == 3 else self.day * 10
        if not 1 <= first_day <= last_day <= last.day:
            return None
        return last.replace(day=first_day), last.replace(day=last_day)


def _edge(span: Days, point: Point) -> Days:
    """月初 is up to the 10th, 月中 up to the 15th; of longer units the last day stands."""
    first, last = span
    if point.unit == "month":
        last = {"begin": last.replace(day=10), "middle": last.replace(day=15)}.get(point.edge, last)
    return first, last


@attrs.frozen(kw_only=True)
class Stretch:
    """
    One name, or two that are joined to a span.

    Attributes:
        start, end: Where it stands, with 截至 in front and 以来 behind.

        points: The name, or the two ends; none for 截至目前.

        until: Counted from 1 January (截至6月底).

        since: Counted up to the day of writing (今年以来).
    """

    start: int
    end: int
    points: tuple[Point, ...] = ()
    until: bool = False
    since: bool = False


def number(text: str) -> int:
    """The value of a numeral of a date, -1 where it is none (一〇十)."""
    value = read_numeral(text)
    return -1 if value is None else int(value)


def scan(text: str) -> tuple[Stretch, ...]:
    """Every named stretch in *text* (made plain before), from left to right, spans joined."""
    return tuple(_with_words(text, joined) for joined in _joined(text, list(_points(text)))) + tuple(
        Stretch(start=m.start(), end=m.end(), until=True)
        for m in compiled("截[至止]到?于? \\s? (?:目前|今日|今天|现在|当前|发稿)").finditer(text)
    )


def _points(text: str) -> Iterator[Point]:
    if not compiled(CERTAIN).search(text):
        return
    for match in compiled(NAME).finditer(text):
        if match.end() > match.start():
            point = _iso(match) if match["iyear"] else _named(match)
            yield point
            if point.sep and (tail := _tail(text, point)):
                yield tail


def _iso(match: re.Match[str]) -> Point:
    """``2025-06``, ``2025/6/30``, ``20250630``, ``2025-H1``, ``2025Q3``."""
    point = Point(start=match.start(), end=match.end(), year=int(match["iyear"]), sep=match["sep"] or "")
    if digits := match["compact"]:
        return _on_day(point, int(digits[:2]), int(digits[2:]))
    if match["iday"]:
        return _on_day(point, int(match["imonth"]), int(match["iday"]))
    if month := match["imonth"]:
        return _numbered(point, "month", int(month))
    if half := match["ihalf"]:
        return _numbered(point, "half", int(half))
    return _numbered(point, "quarter", int(match["iquarter"]))


def _on_day(point: Point, month: int, day: int) -> Point:
    return attrs.evolve(point, unit="day", low=month, high=month, day_low=day, day=day)


def _numbered(point: Point, unit: Unit, high: int, low: int | None = None, edge: str | None = None) -> Point:
    return attrs.evolve(point, unit=unit, low=high if low is None else low, high=high, edge=_edge_name(edge))


def _edge_name(text: str | None) -> str:
    """Which part of a unit 初, 中, 底, 内 name."""
    return next((name for char, name in _EDGES.items() if char in (text or "")), "")


_EDGES = {"初": "begin", "中": "middle", "底": "end", "末": "end", "内": "inside"}


def _tail(text: str, point: Point) -> Point | None:
    """The short end of ``2025.7-12``, ``2025.1.1-6.30``, ``2025-01-01至06-30``."""
    sep = re.escape(point.sep)
    join = r"(?:~|至|到|\.\.)" if point.sep == "-" else JOIN
    pattern = rf"\s?{join}\s?([0-9]{{1,2}})(?:{sep}([0-9]{{1,2}}))?(?!{sep}?[0-9]|\s?[A-Za-z年月日%])"
    match = compiled(pattern).match(text, point.end)
    if not match or (match[2] and point.unit == "month"):
        return None
    end = Point(start=match.start(1), end=match.end(), sep=point.sep)
    if point.unit == "month":
        return _numbered(end, "month", int(match[1]))
    month, day = (match[1], match[2]) if match[2] else (point.high, match[1])
    return _on_day(end, int(month), int(day))


def _named(match: re.Match[str]) -> Point:
    """``2025年上半年``, ``明年一季度末``, ``下月10日``, ``年底``."""
    group = match.groupdict()
    point = Point(start=match.start(), end=match.end(), year=_year(match), same=bool(group["same"]))
    if word := group["shift"]:
        point = attrs.evolve(point, shift=SHIFTS[word])
    if edge := group["y_edge"] or group["whole"]:
        return _year_edge(point, edge)
    if group["half"] or group["halfn"]:
        half = {"上": 1, "下": 2}.get(group["half"]) or int(group["halfn"])
        return _numbered(point, "half", half, edge=group["half_edge"])
    if group["months"]:
        return _numbered(point, "month", number(group["months"]), low=1)
    if group["month"] or group["mrel"] or group["mbare"]:
        return _in_month(point, group)
    return _in_quarter(point, group)


def _year(match: re.Match[str]) -> int | None:
    if match["yy"]:
        return 2000 + int(match["yy"])
    printed = match["year"] or match["cyear"]
    return number(printed) if printed else None


def _year_edge(point: Point, text: str) -> Point:
    """年初 is January, 年中 the first half, all else the year."""
    if "初" in text:
        return _numbered(point, "month", 1, edge="底")
    if "中" in text:
        return _numbered(point, "half", 1, edge="底")
    return attrs.evolve(point, edge=_edge_name(text))


def _in_quarter(point: Point, group: dict[str, str | None]) -> Point:
    if group["qrel"]:
        relative = attrs.evolve(point, offset=_OFFSETS.get(group["qrel"][0], 0))
        return _numbered(relative, "quarter", 1, edge=group["qrel_edge"])
    if group["qend"]:
        return _numbered(attrs.evolve(point, offset=0), "quarter", 1, edge="末")
    if group["quarters"]:
        return _numbered(point, "quarter", number(group["quarters"]), low=1)
    if quarter := group["quarter"] or group["quarter3"] or group["quartern"]:
        low = number(group["q_low"]) if group["q_low"] else None
        return _numbered(point, "quarter", number(quarter), low=low, edge=group["q_edge"])
    return point


def _in_month(point: Point, group: dict[str, str | None]) -> Point:
    if group["month"]:
        first = group["m_low"] or group["m_next"]
        low = number(first) if first else None
        point = _numbered(point, "month", number(group["month"]), low=low, edge=group["m_edge"])
    else:
        point = attrs.evolve(point, offset=_OFFSETS.get((group["mrel"] or "本")[0], 0))
        point = _numbered(point, "month", 1, edge=group["m_edge"])
    if day := group["day"]:
        low = number(group["d_low"] or day)
        return attrs.evolve(point, unit="day", low=point.high, day_low=low, day=number(day))
    if third := group["third"]:
        return attrs.evolve(point, unit="third", low=point.high, day="上中下".index(third) + 1)
    return point


def _joined(text: str, points: list[Point]) -> Iterator[tuple[Point, ...]]:
    """Pair the points that are the two ends of a span."""
    waiting: Point | None = None
    for point in points:
        if waiting is not None:
            if compiled(rf"[起份]?\s?{JOIN}\s?").fullmatch(text, waiting.end, point.start):
                yield waiting, point
                waiting = None
                continue
            yield (waiting,)
        waiting = point
        if point.year and point.unit == "year" and (early := _year_before(text, point)):
            yield early, point
            waiting = None
    if waiting is not None:
        yield (waiting,)


def _year_before(text: str, point: Point) -> Point | None:
    """The first year of ``2024—2025年``, which has no 年 of its own."""
    begin = max(0, point.start - 8)
    match = compiled(rf"(?:^|[^0-9A-Za-z])((?:19|20)[0-9]{{2}})\s?{JOIN}\s?$").search(text[begin : point.start])
    return match and Point(start=begin + match.start(1), end=begin + match.end(1), year=int(match[1]))


def _with_words(text: str, points: tuple[Point, ...]) -> Stretch:
    """Take 截至 and 以来 in."""
    start, end = points[0].start, points[-1].end
    before = compiled(r"截[至止]到?于?\s?$").search(text[max(0, start - 5) : start])
    after = compiled(r"(?:以来|至今)").match(text, end)
    if before:
        start -= before.end() - before.start()
    return Stretch(start=start, end=after.end() if after else end, points=points, until=bool(before), since=bool(after))
