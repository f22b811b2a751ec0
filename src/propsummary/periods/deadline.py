"""The last day that a deadline can mean, read against the summary's period."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterator

import attrs

from propsummary.errors import UnreadableValueError, expect
from propsummary.periods import _lexicon, _relative
from propsummary.periods._calendar import Days, day_before
from propsummary.periods._patterns import compiled, plain
from propsummary.periods._scan import Point, Stretch, scan
from propsummary.periods.period import Period
from propsummary.periods.recurrence import Recurrence, read_recurrence

__all__ = ["Deadline", "DeadlineKind", "read_deadline"]


class DeadlineKind(enum.Enum):
    """What a deadline says about when."""

    DATE = "date"
    VAGUE = "vague"
    """Bounds nothing: 尽快, 近期, 逐步."""
    RECURRENCE = "recurrence"
    EVENT = "event"
    """Bounded by something whose day cannot be known: 雨季前."""
    INVALID = "invalid"
    """A day that does not exist, or no deadline at all."""


@attrs.frozen(kw_only=True)
class Deadline:
    """
    When something has to be done.

    Attributes:
        date: The last day it can mean; None unless *kind* is ``date``.

        kind: What the text says about when.

        text: As written.

        recurrence: Of a repetition, its rule, if one could be read.

    .. versionadded:: 0.1.0
    """

    date: datetime.date | None
    kind: DeadlineKind
    text: str
    recurrence: Recurrence | None = None

    def __attrs_post_init__(self) -> None:
        if self.date is not None:
            expect("Deadline(date=)", self.date, datetime.date)

    @classmethod
    def parse(cls, text: str, *, period: Period | None = None, prepared_on: datetime.date | None = None) -> Deadline:
        """
        Read any spelling of a deadline (``2026年3月底前``, ``一季度末``, ``每月25日``, ``尽快``).

        Args:
            period: What a day without a year is read against: the first such day after its end.

            prepared_on: The day that ``两个月内`` counts from; the last day of *period* if left out.

        Raises:
            UnreadableValueError: *text* is no deadline, names a day that does not exist, or cannot be told without *period*.

            WrongArgumentError: *text* is no text, *period* no period or *prepared_on* no day.
        """
        expect("Deadline.parse", text, str, instead=_DAYS_GO_TO)
        if period is not None:
            expect("Deadline.parse(period=)", period, Period, instead=("Period.parse reads one", "文字请用 Period.parse 读成期间"))
        if prepared_on is not None:
            expect("Deadline.parse(prepared_on=)", prepared_on, datetime.date)
        deadline = read_deadline(text, period=period, prepared_on=prepared_on)
        if deadline.kind is DeadlineKind.INVALID:
            told = period is None and read_deadline(text, period=_ANY, prepared_on=prepared_on).kind is DeadlineKind.DATE
            raise UnreadableValueError("Deadline", text, needs="period" if told else "")
        return deadline

    @classmethod
    def on(cls, day: datetime.date) -> Deadline:
        """
        The deadline *day*, for host systems that know it.

        Raises:
            WrongArgumentError: *day* is no day; a moment (``datetime``) is none.
        """
        expect("Deadline.on", day, datetime.date)
        return cls(date=day, kind=DeadlineKind.DATE, text=day.isoformat())


_DAYS_GO_TO = ("Deadline.on takes a day", "日期请交给 Deadline.on")

# A period to try whether a text that says nothing by itself is a deadline to somebody.
_ANY = Period.year(2000)


def read_deadline(text: str, *, period: Period | None, prepared_on: datetime.date | None = None) -> Deadline:
    """
    The last day that *text* can mean, or why it means none.

    Without a year it is the first such day after *period*, even if it was past when the summary was written. 月底,
    本周五 and 两个月内 are counted from *prepared_on*. Of several days the last one counts.

    Args:
        period: What the summary covers; without it, names without a year are invalid.

        prepared_on: The day of writing; the last day of *period* if left out.
    """
    flat = plain(text).strip()
    today = prepared_on or (period.last if period else None)
    days = () if _lexicon.repeats_first(flat) else _days_in(flat, period, today)
    bounds = [day for day in days if day is not None]
    if bounds and len(bounds) == len(days):
        return Deadline(date=max(bounds), kind=DeadlineKind.DATE, text=text)
    if days:
        return Deadline(date=None, kind=DeadlineKind.INVALID, text=text)
    recurrence = read_recurrence(text)
    if recurrence or _lexicon.repeats(flat):
        return Deadline(date=None, kind=DeadlineKind.RECURRENCE, text=text, recurrence=recurrence)
    return Deadline(date=None, kind=_without_day(flat), text=text)


def _without_day(flat: str) -> DeadlineKind:
    begins = any(_lexicon.begins(flat, stretch.end) for stretch in scan(flat))
    if begins or _lexicon.is_vague(flat):
        return DeadlineKind.VAGUE
    return DeadlineKind.EVENT if _lexicon.is_event(flat) else DeadlineKind.INVALID


def _days_in(flat: str, period: Period | None, today: datetime.date | None) -> tuple[datetime.date | None, ...]:
    """Every last day that is named, None for one that does not exist or cannot be told."""
    if compiled("(?:19|20)[0-9]{2}").fullmatch(flat):
        return (datetime.date(int(flat), 12, 31),)
    relative = tuple(_relative.days(flat, today)) + tuple(_relative.holidays(flat, period))
    named = (
        _last_day(stretch, flat, period, today)
        for stretch in scan(_blanked(flat, relative))
        if stretch.points and not stretch.since and not _lexicon.begins(flat, stretch.end)
    )
    return (*(day for _, _, day in relative), *named, *_dotted(flat, period))


def _dotted(flat: str, period: Period | None) -> Iterator[datetime.date | None]:
    """``6.30前`` and ``6/30`` at the beginning, where nothing else stands."""
    match = compiled(r"([0-9]{1,2})[./-]([0-9]{1,2})日?\s?(?:之?前|以前|$)").match(flat)
    if match:
        month, day = int(match[1]), int(match[2])
        point = Point(start=0, end=match.end(), unit="day", low=month, high=month, day_low=day, day=day)
        yield _day(point, period, None, before=False)


def _blanked(flat: str, found: tuple[_relative.Found, ...]) -> str:
    """*flat* without what has been read, everything else at its place."""
    chars = list(flat)
    for start, end, _ in found:
        chars[start:end] = "#" * (end - start)
    return "".join(chars)


def _last_day(stretch: Stretch, flat: str, period: Period | None, today: datetime.date | None) -> datetime.date | None:
    first, last = stretch.points[0], stretch.points[-1]
    before = _lexicon.stops_before(flat, stretch.end)
    if first is last:
        return _day(first, period, today, before=before)
    since = _day(first, period, today, before=False)
    if last.year is None and last.offset is None:
        # The end of a span comes after its beginning, next year's if need be (11月—次年2月).
        return _after(last, since) if since else None
    until = _day(last, period, today, before=False)
    return until if since is None or until is None or since <= until or first.year is None else None


def _after(point: Point, since: datetime.date) -> datetime.date | None:
    """The first last day of *point* after *since*."""
    for year in (since.year, since.year + 1):
        days = point.days(year)
        if days and days[1] >= since:
            return days[1]
    return None


def _day(point: Point, period: Period | None, today: datetime.date | None, *, before: bool) -> datetime.date | None:
    """The last day of one name."""
    if point.year is not None:
        return _bound(point.days(point.year), point, before=before)
    if point.offset is not None:
        # 本月 is the month of writing, 下月 the one after the period.
        base = today if point.offset == 0 else period and period.last
        return _bound(point.from_base(base), point, before=before) if base else None
    if period is None:
        return None
    if point.shift:
        return _bound(point.days(period.last.year + point.shift), point, before=before)
    # The 29th of February may be up to eight years away.
    for year in range(period.last.year, period.last.year + 9):
        day = _bound(point.days(year), point, before=before)
        if day and day > period.last:
            return day
    return None


def _bound(days: Days | None, point: Point, *, before: bool) -> datetime.date | None:
    """The last day, or 前 a month, quarter or year that is named as a whole, the day before it begins."""
    if days is None:
        return None
    first_half = point.unit == "half" and point.high == 1
    whole = not point.edge and point.unit not in {"third", "day"} and not first_half and point.low == point.high
    return day_before(days[0]) if before and whole else days[1]
