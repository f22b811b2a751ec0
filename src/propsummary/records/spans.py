"""The spans that records are summed over: half-open, in the terms of a query."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import attrs

from propsummary.periods import Period

__all__ = ["Span"]


@attrs.frozen(kw_only=True)
class Span:
    """
    A period as queries see it.

    Attributes:
        number: 0 for the whole period; for one of its months the months from the year 0.
    """

    period: Period
    number: int = 0

    @property
    def ends(self) -> Mapping[str, datetime.datetime]:
        """The instants that expressions name: those with ``end`` are the first that lie outside."""
        start, end = _instants(self.period)
        earlier_start, earlier_end = _instants(self.period.year_earlier)
        return {"start": start, "end": end, "earlier_start": earlier_start, "earlier_end": earlier_end}

    def months(self) -> tuple[Span, ...]:
        """Its months, the first and the last of them cut where it begins and ends."""
        period = self.period
        first = period.first.year * 12 + period.first.month - 1
        last = period.last.year * 12 + period.last.month - 1
        return tuple(Span(period=_month(index, period), number=index + 1) for index in range(first, last + 1))


def _instants(period: Period) -> tuple[datetime.datetime, datetime.datetime]:
    first, last = (datetime.datetime.combine(day, datetime.time.min) for day in (period.first, period.last))
    return first, last + datetime.timedelta(days=1)


def _month(index: int, whole: Period) -> Period:
    first = datetime.date(index // 12, index % 12 + 1, 1)
    following = datetime.date((index + 1) // 12, (index + 1) % 12 + 1, 1)
    return Period.between(max(first, whole.first), min(following - datetime.timedelta(days=1), whole.last))
