"""What accounts for a figure in a sentence: the data, what follows from it, and what other passages tell."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from propsummary.model import Issue
from propsummary.quantities import Interval, Unit
from propsummary.rules._figures import DataFigure
from propsummary.rules.context import View
from propsummary.rules.figures._subjects import is_narrative
from propsummary.rules.metrics._figures import in_base

__all__ = ["Accounts"]

_MOST = 40  # figures of one metric that are combined; more are a long course over time
_BARE = ""


class Accounts:
    """
    All figures that a summary answers for, ready to be asked.

    Asking takes the logarithm of their number.
    """

    def __init__(self, view: View) -> None:
        found: dict[str, list[Interval]] = defaultdict(list)
        for key, interval in (*_data(view), *_passages(view)):
            found[key].append(interval)
        self._of: Mapping[str, _Shelf] = {key: _Shelf(intervals) for key, intervals in found.items()}

    def hold(self, unit: Unit, interval: Interval) -> bool:
        """Whether some figure in a like unit, or without any, can be one of *interval*, which is in the base of *unit*."""
        keys = (_key(unit), _BARE) if unit.dimension == "count" else (_key(unit),)
        return any(key in self._of and self._of[key].meets(interval) for key in keys)


class _Shelf:
    """Intervals in order of their lower ends, with the highest upper end so far."""

    def __init__(self, intervals: Iterable[Interval]) -> None:
        ends = sorted(((_low(i), _high(i)) for i in intervals), key=lambda pair: pair[0])
        self._lows = [low for low, _ in ends]
        self._highest = list(itertools.accumulate((high for _, high in ends), max))

    def meets(self, interval: Interval) -> bool:
        reached = bisect_right(self._lows, _high(interval))
        return reached > 0 and self._highest[reached - 1] >= _low(interval)


_FAR = Fraction(10**40)


def _low(interval: Interval) -> Fraction:
    return -_FAR if interval.low is None else interval.low


def _high(interval: Interval) -> Fraction:
    return _FAR if interval.high is None else interval.high


def _key(unit: Unit | None) -> str:
    """What figures in *unit* can be held against: rates and points are one, things counted only their like."""
    if unit is None:
        return _BARE
    if unit.dimension in ("ratio", "points"):
        return "rate"
    return unit.canonical if unit.dimension in ("count", "other") else unit.dimension


def _data(view: View) -> Iterator[tuple[str, Interval]]:
    """The figures of the data, and the sums, differences and shares of two that belong to one object."""
    by_object: dict[tuple[str | int, ...], list[DataFigure]] = defaultdict(list)
    for one in view.figures.data:
        yield _key(one.quantity.unit), one.interval
        yield from _of_each(one)
        by_object[one.node.path].append(one)
    for figures in by_object.values():
        for one, other in itertools.combinations(figures[:_MOST], 2):
            yield from _combined(one, other)


def _of_each(one: DataFigure) -> Iterator[tuple[str, Interval]]:
    """44.5学时/人 accounts for 人均44.5学时."""
    unit = one.quantity.unit
    head, per, _ = unit.symbol.partition("/") if unit else ("", "", "")
    if per and head:
        yield _key(Unit.of(head)), in_base(one.interval, Unit.of(head))


def _combined(one: DataFigure, other: DataFigure) -> Iterator[tuple[str, Interval]]:
    key, second = _key(one.quantity.unit), _key(other.quantity.unit)
    if _BARE in (key, second):
        key = second = key or second
    if key != second:
        return
    yield key, one.interval + other.interval
    yield key, _size(one.interval - other.interval)
    for part, whole in ((one, other), (other, one)):
        share = part.interval / whole.interval
        yield "rate", share
        yield "rate", _size(share - 1)


def _size(interval: Interval) -> Interval:
    """The interval without its sign."""
    return -interval if interval.high is not None and interval.high < 0 else interval


def _passages(view: View) -> Iterator[tuple[str, Interval]]:
    """What cases, issues, measures, activities and plans tell: their own words account for it."""
    for told in view.figures.told:
        if not is_narrative(told) or isinstance(told.passage.node.object, Issue):
            yield _key(told.figure.quantity.unit), told.interval
