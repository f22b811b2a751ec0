"""The span of days that a summary, a baseline or a plan covers."""

from __future__ import annotations

import enum
from datetime import date
from typing import Literal

import attrs

from propsummary.errors import UnreadableValueError, WrongArgumentError, expect
from propsummary.periods._calendar import day_after, day_before, month_end, months_from

__all__ = ["Period", "PeriodKind"]


class PeriodKind(enum.Enum):
    """What a period is by the calendar."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    MONTHS = "months"
    """A run of whole months that is none of the above, inside one year or across."""
    DAYS = "days"
    """Begins or ends inside a month."""


_COUNTS = {
    PeriodKind.YEAR: 12,
    PeriodKind.HALF: 6,
    PeriodKind.QUARTER: 3,
    PeriodKind.MONTH: 1,
}
_HALVES = {"zh": ("上半年", "下半年"), "en": ("first half", "second half")}
_QUARTERS = {"zh": "一二三四", "en": ("first", "second", "third", "fourth")}
_MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_TEXTS_GO_TO = ("Period.parse reads texts", "文字请交给 Period.parse")
_DAYS_GO_TO = ("Period.between takes days, Period.year a year", "日期请交给 Period.between，年份请交给 Period.year")


@attrs.frozen(kw_only=True)
class Period:
    """
    A span of whole days, named the way the trade names it.

    Two periods are equal when they were written alike; `same_days` compares what they mean.

    Attributes:
        first, last: First and last day, both included.

        kind: What the span is by the calendar.

        label: The one canonical spelling: ``2025``, ``2025-H1``, ``2025-Q3``, ``2025-06``, ``2025-01..2025-11``,
            ``2025-01-01..2025-06-15``.

        text: As written.

    .. versionadded:: 0.1.0
    """

    first: date
    last: date
    kind: PeriodKind
    label: str
    text: str

    def __attrs_post_init__(self) -> None:
        for day in (self.first, self.last):
            expect("Period(first=, last=)", day, date)

    @classmethod
    def between(cls, first: date, last: date, *, text: str | None = None) -> Period:
        """
        The period from *first* to *last*, both included; kind and label are found out.

        Args:
            text: How it was written; the label if left out.

        Raises:
            UnreadableValueError: *last* comes before *first*.

            WrongArgumentError: One is no day; a moment (``datetime``) is none.
        """
        for day in (first, last):
            expect("Period.between", day, date, instead=_TEXTS_GO_TO)
        if last < first:
            raise UnreadableValueError("Period", text or f"{first}..{last}")
        kind = _kind(first, last)
        label = _label(first, last, kind)
        return cls(first=first, last=last, kind=kind, label=label, text=label if text is None else text)

    @classmethod
    def year(cls, year: int) -> Period:
        """
        The calendar year *year*.

        Raises:
            UnreadableValueError: There is no such year.

            WrongArgumentError: *year* is no whole number.
        """
        try:
            first, last = date(year, 1, 1), date(year, 12, 31)
        except TypeError:
            raise WrongArgumentError("Period.year", ("int",), type(year).__name__, _TEXTS_GO_TO) from None
        except (ValueError, OverflowError):
            raise UnreadableValueError("Period", str(year)) from None
        return cls.between(first, last)

    @classmethod
    def parse(cls, text: str, *, near: Period | None = None) -> Period:
        """
        Read any spelling that `read_period` reads.

        Args:
            near: The period that words without a year (上年同期, 二季度) are read against.

        Raises:
            UnreadableValueError: *text* is no period, one that does not exist, or cannot be told without *near*.

            WrongArgumentError: *text* is no text, or *near* no period.
        """
        from propsummary.periods.reading import read_period

        expect("Period.parse", text, str, instead=_DAYS_GO_TO)
        if near is not None:
            expect("Period.parse(near=)", near, Period, instead=_TEXTS_GO_TO)
        period = read_period(text, near=near)
        if period is None:
            told = near is None and read_period(text, near=Period.year(2000)) is not None
            raise UnreadableValueError("Period", text, needs="near" if told else "")
        return period

    @property
    def months(self) -> int | None:
        """How many whole months it has, or None if it begins or ends inside a month."""
        return _months(self.first, self.last)

    @property
    def length(self) -> tuple[int, Literal["months", "days"]]:
        """Its length in calendar units: whole months whatever their days, else days."""
        months = self.months
        return ((self.last - self.first).days + 1, "days") if months is None else (months, "months")

    @property
    def previous(self) -> Period:
        """The one before: the preceding unit, or as long a run of months or days just before."""
        last = day_before(self.first)
        if (months := self.months) is None:
            days = self.last - self.first
            return Period.between(last - days if last - date.min > days else date.min, last)
        year, month = divmod(self.first.year * 12 + self.first.month - 1 - months, 12)
        return Period.between(date(year, month + 1, 1) if year > 0 else date.min, last)

    @property
    def next(self) -> Period:
        """The following unit; after a part of a year (1—11月) all that is left up to the end of the next year."""
        first = day_after(self.last)
        count = _COUNTS.get(self.kind)
        run = months_from(first, count) if count else None
        return Period.between(first, run[1] if run else date(min(self.last.year + 1, date.max.year), 12, 31))

    @property
    def year_earlier(self) -> Period:
        """The same period of the year before (上年同期)."""
        return self.in_year(self.first.year - 1)

    def in_year(self, year: int) -> Period:
        """The same period, begun in *year*; whole months stay whole in leap years."""
        from dateutil.relativedelta import relativedelta

        target = max(1, min(year, date.max.year - (self.last.year - self.first.year)))
        step = relativedelta(years=target - self.first.year)
        first, last = self.first + step, self.last + step
        if self.months is not None:
            last = month_end(last.year, last.month)
        return Period.between(first, last)

    def same_days(self, other: Period) -> bool:
        """Whether both begin and end on the same days, however they are written."""
        return (self.first, self.last) == (other.first, other.last)

    def comparable(self, other: Period) -> bool:
        """Whether figures of both may be set side by side: as many whole months, or as many days."""
        return self.length == other.length or self.in_year(other.first.year).same_days(other)

    def contains(self, other: date | Period) -> bool:
        """
        Whether a day, or every day of another period, lies in this one.

        Raises:
            WrongArgumentError: *other* is neither; a moment (``datetime``) is no day.
        """
        expect("Period.contains", other, date, Period)
        first, last = (other.first, other.last) if isinstance(other, Period) else (other, other)
        return self.first <= first and last <= self.last

    def title(self, language: Literal["zh", "en", "zh-Hant"] = "zh") -> str:
        """The period as a heading names it: ``2025年上半年``, ``first half of 2025``."""
        return _title_en(self) if language == "en" else _title_zh(self)


def _months(first: date, last: date) -> int | None:
    if first.day != 1 or last != month_end(last.year, last.month):
        return None
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _kind(first: date, last: date) -> PeriodKind:
    months = _months(first, last)
    if months is None:
        return PeriodKind.DAYS
    for kind, count in _COUNTS.items():
        if months == count and (first.month - 1) % count == 0:
            return kind
    return PeriodKind.MONTHS


def _label(first: date, last: date, kind: PeriodKind) -> str:
    year, month = f"{first.year:04}", first.month
    match kind:
        case PeriodKind.YEAR:
            return year
        case PeriodKind.HALF:
            return f"{year}-H{month // 6 + 1}"
        case PeriodKind.QUARTER:
            return f"{year}-Q{month // 3 + 1}"
        case PeriodKind.MONTH:
            return f"{year}-{month:02}"
        case PeriodKind.MONTHS:
            return f"{year}-{month:02}..{last.year:04}-{last.month:02}"
        case PeriodKind.DAYS:
            return f"{first}..{last}"


def _title_zh(period: Period) -> str:
    first, last = period.first, period.last
    year = f"{first.year}年"
    same = first.year == last.year
    match period.kind:
        case PeriodKind.YEAR:
            return year
        case PeriodKind.HALF:
            return year + _HALVES["zh"][first.month // 6]
        case PeriodKind.QUARTER:
            return f"{year}第{_QUARTERS['zh'][first.month // 3]}季度"
        case PeriodKind.MONTH:
            return f"{year}{first.month}月"
        case PeriodKind.MONTHS if same:
            return f"{year}{first.month}—{last.month}月"
        case PeriodKind.MONTHS:
            return f"{year}{first.month}月—{last.year}年{last.month}月"
        case PeriodKind.DAYS:
            until = f"{last.month}月{last.day}日"
            return f"{year}{first.month}月{first.day}日—{until if same else f'{last.year}年{until}'}"


def _title_en(period: Period) -> str:
    first, last = period.first, period.last
    begin, end = _MONTHS[first.month], _MONTHS[last.month]
    same = first.year == last.year
    match period.kind:
        case PeriodKind.YEAR:
            return f"{first.year}"
        case PeriodKind.HALF:
            return f"{_HALVES['en'][first.month // 6]} of {first.year}"
        case PeriodKind.QUARTER:
            return f"{_QUARTERS['en'][first.month // 3]} quarter of {first.year}"
        case PeriodKind.MONTH:
            return f"{begin} {first.year}"
        case PeriodKind.MONTHS:
            return f"{begin}–{end} {last.year}" if same else f"{begin} {first.year} – {end} {last.year}"
        case PeriodKind.DAYS:
            since = f"{first.day} {begin}" if same else f"{first.day} {begin} {first.year}"
            return f"{since} – {last.day} {end} {last.year}"
