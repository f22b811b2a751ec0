"""Sums and counts over a period, its months and its parts, exact."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from propsummary.catalogue.queries import Side
from propsummary.records.relations import Relations
from propsummary.records.scans import Scan, scans
from propsummary.records.spans import Span

__all__ = ["Tally", "tally"]


@attrs.frozen(kw_only=True)
class Tally:
    """
    What a numerator or denominator comes to.

    Attributes:
        parts: The sum for the whole period by the value of the dimension; one part without a name where there is none.

        months: The sum for each month, by the month's number.

        rows: How many rows of the table belong to the period.

        as_of: The latest moment that these rows record.
    """

    parts: Mapping[str | None, Fraction]
    months: Mapping[int, Fraction]
    rows: int
    as_of: datetime.datetime | None

    @property
    def whole(self) -> Fraction:
        """The sum for the whole period."""
        return sum(self.parts.values(), Fraction(0))


def tally(
    relations: Relations, sides: Iterable[Side], whole: Span, *, months: bool = False, dimensions: Mapping[Side, str] | None = None
) -> dict[Side, Tally]:
    """
    Sum all *sides* up, in as few passes as can be.

    Args:
        months: Whether for each month as well.

        dimensions: The sides whose parts are asked for, with the column that tells them apart.

    Raises:
        RecordsError: The records cannot be read.
    """
    found: dict[Side, _Sums] = {}
    for scan in scans(sides, whole, months=months, dimensions=dimensions):
        _run(scan, relations, found)
    spans = {span.number: span for span in (whole, *whole.months())}
    return {side: sums.tally(side, spans) for side, sums in found.items()}


@attrs.define
class _Sums:
    """A tally while it is being added up."""

    parts: dict[str | None, Fraction] = attrs.field(factory=dict)
    months: dict[int, Fraction] = attrs.field(factory=dict)
    rows: int = 0
    as_of: datetime.datetime | None = None

    def tally(self, side: Side, spans: Mapping[int, Span]) -> Tally:
        """What it comes to, the factors of *side* applied."""
        parts = {name: value * _factor(side, spans[0]) for name, value in self.parts.items()}
        months = {number: value * _factor(side, spans[number]) for number, value in self.months.items()}
        return Tally(parts=parts or {None: Fraction(0)}, months=months, rows=self.rows, as_of=self.as_of)


def _run(scan: Scan, relations: Relations, found: dict[Side, _Sums]) -> None:
    query, slots = scan.query(relations)
    for side in scan.sides:
        found.setdefault(side, _Sums())
    for row in relations.ask(query):
        values = list(row)
        number = int(values.pop(0)) if scan.months else 0
        part = values.pop(0) if scan.dimension else None
        *aggregates, rows, as_of = values
        for slot in slots:
            sums, value = found[slot.side], _exact(aggregates[slot.index])
            if slot.is_whole or not number:
                sums.parts[part] = sums.parts.get(part, Fraction(0)) + value
            else:
                sums.months[number] = sums.months.get(number, Fraction(0)) + value
        if scan.adds_up or not number:
            for side in scan.sides:
                _note(found[side], int(rows), as_of)


def _note(sums: _Sums, rows: int, as_of: datetime.date | None) -> None:
    sums.rows += rows
    if as_of is not None:
        moment = as_of if isinstance(as_of, datetime.datetime) else datetime.datetime.combine(as_of, datetime.time.min)
        sums.as_of = max(sums.as_of or moment, moment)


def _exact(value: int | Decimal | float | None) -> Fraction:
    """A sum as an exact number; one over no rows is nothing."""
    return Fraction(0) if value is None else Fraction(value)


def _factor(side: Side, span: Span) -> Fraction:
    """What the sum of *side* is multiplied by; nothing where the span has no whole months to multiply it by."""
    length = {"month": span.period.months or 0, "day": (span.period.last - span.period.first).days + 1, None: 1}[side.per]
    return Fraction(side.times) * length
