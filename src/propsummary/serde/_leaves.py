"""
Readers of single values.

Nothing is coerced: a number is no text and a text is no number, but a figure may be written as a number.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

import attrs

from propsummary._text import nearest, simplified
from propsummary.catalogue import Kpi, department, find_kpi, kpis, near_departments, near_kpis
from propsummary.catalogue.codes import Words
from propsummary.model import SCHEMA_VERSION, Owner, Word
from propsummary.periods import Deadline, DeadlineKind, Period, read_date, read_deadline, read_period, read_recurrence
from propsummary.problems import Path
from propsummary.quantities import Quantity, read_change, read_quantity
from propsummary.serde import _reading as kinds
from propsummary.serde._reading import MISSING, Reading, Shape, cut
from propsummary.serde._refusing import LONGEST, hint, refuse, unquoted, why_no_quantity
from propsummary.serde._source import UNFIT, Unread

__all__ = [
    "change",
    "date",
    "deadline",
    "department_name",
    "kpi_name",
    "owner",
    "period",
    "plain",
    "quantity",
    "recurrence",
    "target",
    "text",
    "version",
    "whole",
    "word",
]

K = TypeVar("K")
T = TypeVar("T")

_QUANTITY = Words("数量", "a quantity")
_WORD = Words("一个词", "a word")
_WHOLE = Words("整数", "a whole number")
_PERIOD = Words("一段时间", "a period")
_DEADLINE = Words("时限", "a deadline")

# The same few texts stand in file after file: 2025-12-31, 1次, 100%.
_MOST = 1024  # of the texts that a shape remembers

#: Fields that usually hold a day, though they can hold any span of days.
_DAYS = ("when", "date")


def text(label: Words) -> Shape:
    """Any text without control characters."""

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        if type(raw) is str:
            if raw.isprintable() or not UNFIT.search(raw):
                return raw
            return reading.lose(path, step, "SHP005", "character", field=label)
        return reading.mismatch(path, step, label, kinds.TEXT, raw)

    return Shape(read, known=None)


def department_name(label: Words) -> Shape:
    """A text that some profile knows; another one is reported and kept, so that the rest can be checked."""
    as_text = text(label).read

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        value = as_text(raw, reading, path, step)
        if value is not MISSING and department(value) is None:
            if (inner := unquoted(value)) and department(inner):
                reading.report(path, step, "SHP005", "quoted", field=label, value=inner)
                return value
            shown = inner or value
            near = near_departments(shown[:40])
            reading.report(path, step, "SHP005", "department" if near else "departments", value=cut(shown), near=near)
        return value

    return Shape(read)


def kpi_name(label: Words) -> Shape:
    """A KPI by its id, its name or a synonym, as it is written."""
    as_text = text(label).read
    known: dict[str, str] = {}

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        value = as_text(raw, reading, path, step)
        if value is MISSING:
            return value
        if (found := find_kpi(value)) is not None:
            return _kept(known, value, value) if found is kpis().get(found.id) else value  # a company's own hold for a while
        near = () if reading.full else tuple(_named(kpi) for name in near_kpis(value[:40]) if (kpi := find_kpi(name)))
        return refuse(reading, path, step, label, value, variant="kpi_near" if near else "kpi", understood=find_kpi, near=near)

    return Shape(read, known=known)


def _named(kpi: Kpi) -> Words:
    return Words(f"{kpi.id}（{kpi.zh}）", f"{kpi.id} ({kpi.en})")


def word(label: Words, kind: type[Word]) -> Shape:
    """One of the words of a fixed list, in either language."""
    members: dict[str, Word] = {}
    for member in kind:
        members |= {str(member.value): member, member.zh: member}
    listed = tuple(kind)

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        if type(raw) is not str:
            return reading.mismatch(path, step, label, _WORD, raw, variant="word", words=listed)
        found = members.get(raw) or members.get(simplified(raw.strip()))
        if found is not None:
            return found
        near = () if reading.full else nearest(raw[:40], members, 1)
        variant = "word_near" if near else "word"
        return refuse(reading, path, step, label, raw, variant=variant, understood=members.get, words=listed, near=near)

    return Shape(read, known=members)


def whole(label: Words) -> Shape:
    """A whole number written as one."""

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        if type(raw) is not int:
            return reading.mismatch(path, step, label, _WHOLE, raw, variant="whole")
        return raw if _fits(raw, reading) else _too_long(reading, path, step)

    return Shape(read)


def version(label: Words) -> Shape:
    """The number of a version of the format, from 1 on."""
    as_whole = whole(label).read

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        value = as_whole(raw, reading, path, step)
        if value is not MISSING and value < 1:
            return reading.lose(path, step, "SHP005", "version", field=label, value=value, newest=SCHEMA_VERSION)
        if value is not MISSING and value > SCHEMA_VERSION:  # all else is read as far as it is known
            return reading.lose(path, step, "SHP007", "default", version=value, newest=SCHEMA_VERSION)
        return value

    return Shape(read)


def target(label: Words) -> Shape:
    """A figure that is aimed at: a level, also as what it shall rise or fall to, or a change (提升5%)."""
    return quantity(label, _aimed_at)


def _aimed_at(text: str) -> Quantity | None:
    if (level := read_quantity(_LEADING_TO.sub("", text, count=1))) is not None:
        return level if level.text == text else attrs.evolve(level, text=text)
    if (change := read_change(text)) is None:
        return None
    return Quantity(low=change.amount, high=change.amount, unit=change.unit, hedge=change.hedge, text=text)


_LEADING_TO = re.compile(r"\s*(?:提高|提升|上升|增加|增长|升|增|下降|降低|减少|压降|压减|压缩|缩短|控制|降|减)(?:到|至|在)")


def quantity(label: Words, understand: Callable[[str], Quantity | None] = read_quantity) -> Shape:
    """A figure with or without unit, as text or as a number."""
    known: dict[str, Quantity] = {}
    numbers: dict[int, Quantity] = {}

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        if type(raw) is str:
            found = understand(raw)
            if found is None:
                return refuse(reading, path, step, label, raw, variant=why_no_quantity(raw), understood=understand)
            return _kept(known, raw, found)
        if type(raw) is int:
            if raw not in numbers and not _fits(raw, reading):
                return _too_long(reading, path, step)
            return numbers.get(raw) or _kept(numbers, raw, Quantity.of(raw))
        if type(raw) is Decimal:  # 1.0 and 1.00 are equal, but not printed alike: none is remembered
            return Quantity.of(raw) if _fits(raw, reading) else _too_long(reading, path, step)
        return reading.mismatch(path, step, label, _QUANTITY, raw, variant="like", hint=hint("quantity"))

    return Shape(read, known=known)


def _kept(known: dict[K, T], raw: K, found: T) -> T:
    """*found*, remembered for the next time that *raw* is read."""
    if len(known) >= _MOST:
        known.clear()
    known[raw] = found
    return found


def _spelled(
    label: Words,
    due: Words,
    variant: str,
    understand: Callable[[str], Any],
) -> Shape:
    """A value that is understood from its spelling; dates and plain numbers are spelled out first."""
    known: dict[str, Any] = {}

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        spelling = raw if type(raw) is str else _spelling(raw, reading)
        if spelling is None:
            return reading.mismatch(path, step, label, due, raw, variant="like", hint=hint(variant))
        found = understand(spelling) if len(spelling) <= LONGEST else None
        if found is None:
            return refuse(reading, path, step, label, spelling, variant=variant, understood=understand)
        return _kept(known, spelling, found)

    return Shape(read, known=known)


def _spelling(raw: object, reading: Reading) -> str | None:
    if isinstance(raw, dt.date | dt.time):
        return raw.isoformat()
    if isinstance(raw, int | Decimal) and not isinstance(raw, bool) and _fits(raw, reading):
        return format(raw, "f") if isinstance(raw, Decimal) else str(raw)
    return None


def change(label: Words) -> Shape:
    """A stated change."""
    return _spelled(label, Words("变化量", "a change"), "change", read_change)


def period(label: Words) -> Shape:
    """A span of days or a single one; names without a year (二季度, 上年同期, 6月12日) are read against the summary's period."""
    known: dict[str, Period] = {}
    usual = "day_or_period" if label.en in _DAYS else "period"

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        spelling = raw if type(raw) is str else _spelling(raw, reading)
        if spelling is None:
            return reading.mismatch(path, step, label, _PERIOD, raw, variant="like", hint=hint(usual))
        if len(spelling) > LONGEST:
            return reading.lose(path, step, "SHP005", usual, field=label, value=cut(spelling))
        if (found := _period(spelling)) is not None:
            return _kept(known, spelling, found)
        if reading.period is not None and (found := _period_near(spelling, reading.period)) is not None:
            return found
        variant = "backwards" if _is_backwards(spelling) else usual
        return refuse(reading, path, step, label, spelling, variant=variant, understood=_period)

    return Shape(read, known=known)


def _period(spelling: str) -> Period | None:
    """A period, or a single day."""
    if (found := read_period(spelling)) is not None:
        return found
    day = read_date(spelling)
    return None if day is None else Period.between(day, day, text=spelling)


def _period_near(spelling: str, near: Period) -> Period | None:
    """A period or a day that names no year; a day must fall into *near*."""
    if (found := read_period(spelling, near=near)) is not None:
        return found
    day = read_date(f"{near.last.year}年{spelling}")
    return None if day is None or not near.contains(day) else Period.between(day, day, text=spelling)


def _is_backwards(spelling: str) -> bool:
    first, dots, last = spelling.partition("..")
    begin, end = (read_period(first), read_period(last)) if dots else (None, None)
    return begin is not None and end is not None and end.last < begin.first


def date(label: Words) -> Shape:
    """A day of the calendar."""
    return _spelled(label, kinds.DATE, "date", read_date)


def recurrence(label: Words) -> Shape:
    """How often something is repeated."""
    return _spelled(label, Words("周期", "a recurrence"), "recurrence", read_recurrence)


@functools.lru_cache(maxsize=16)
def _known_deadlines(period: Period, prepared_on: dt.date | None) -> dict[str, Deadline]:
    """The deadlines that have been read against these."""
    return {}


def deadline(label: Words) -> Shape:
    """A last day, read against the summary's period; without one nothing can be said about it."""

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        spelling = raw if type(raw) is str else _spelling(raw, reading)
        if spelling is None:
            return reading.mismatch(path, step, label, _DEADLINE, raw, variant="like", hint=hint("deadline"))
        if reading.period is None:
            return reading.forget(path, step)
        if len(spelling) > LONGEST:
            return reading.lose(path, step, "SHP005", "deadline", field=label, value=cut(spelling))
        if reading.deadlines is None:
            reading.deadlines = _known_deadlines(reading.period, reading.prepared_on)
        found = reading.deadlines.get(spelling)
        if found is None:
            found = read_deadline(spelling, period=reading.period, prepared_on=reading.prepared_on)
            if found.kind is DeadlineKind.INVALID:
                return reading.lose(path, step, "SHP005", "deadline", field=label, value=cut(spelling))
            _kept(reading.deadlines, spelling, found)
        return found

    return Shape(read)


def owner(label: Words) -> Shape:
    """A person, a post or a department."""
    as_text = text(label).read
    known: dict[str, Owner] = {}

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        if type(raw) is list:
            return reading.mismatch(path, step, label, kinds.TEXT, raw, variant="owners")
        value = as_text(raw, reading, path, step)
        return value if value is MISSING else _kept(known, value, Owner.parse(value))

    return Shape(read, known=known)


def plain(label: Words) -> Shape:
    """Whatever a host system wants to carry along, by name."""

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        if type(raw) is not dict:
            return reading.mismatch(path, step, label, kinds.OBJECT, raw)
        reading.measure(raw)
        return _carried(raw, reading, path, step)

    return Shape(read)


def _carried(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
    here = (*path, step)
    match raw:
        case dict():
            read = ((key, _carried(value, reading, here, key)) for key, value in raw.items())
            return {key: value for key, value in read if value is not MISSING}
        case list():
            members = (_carried(value, reading, here, i) for i, value in enumerate(raw))
            return [value for value in members if value is not MISSING]
        case str() if UNFIT.search(raw):
            return reading.lose(path, step, "SHP005", "character", field=Words(str(step), str(step)))
        case int() | Decimal() if not _fits(raw, reading):
            return _too_long(reading, path, step)
        case dt.date() | dt.time():
            return raw.isoformat()
        case Unread():
            return reading.lose(path, step, raw.code, raw.key, field=Words(str(step), str(step)), **raw.arguments)
    return raw


def _fits(number: int | Decimal, reading: Reading) -> bool:
    """Whether *number*, written out, keeps to the limit of digits."""
    limit = reading.limits.digits
    if isinstance(number, int):
        bits = number.bit_length()
        return bits <= limit * 3 or (bits <= limit * 4 and len(str(abs(number))) <= limit)
    _, digits, exponent = number.as_tuple()
    return isinstance(exponent, int) and len(digits) + abs(exponent) <= limit


def _too_long(reading: Reading, path: Path, step: str | int) -> Any:
    return reading.lose(path, step, "SHP008", "digits", limit=reading.limits.digits)
