"""What accounts for a figure in a sentence: the data, what follows from it, and what other passages tell."""

from __future__ import annotations

import functools
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
from propsummary.rules.metrics.figures import in_base

__all__ = ["Accounts"]

_MOST = 40  # figures of one metric that are combined; more are a long course over time
_BARE = ""


class Accounts:
    """
    All figures that a summary answers for, ready to be asked.

    What follows from two figures is worked out when none is found as it stands, and then once: quotients are dear. Asking takes the
    logarithm of their number.
    """

    def __init__(self, view: View) -> None:
        self._view = view

    def hold(self, unit: Unit, interval: Interval) -> bool:
        """Whether some figure in a like unit, or without any, can be one of *interval*, which is in the base of *unit*."""
        keys = (_key(unit), _BARE) if unit.dimension == "count" else (_key(unit),)
        if any(key in self._stated and self._stated[key].meets(interval) for key in keys):
            return True
        if any(key in self._sums and self._sums[key].meets(interval) for key in keys):
            return True
        return "rate" in keys and self._shares.meets(interval)

    @functools.cached_property
    def _stated(self) -> Mapping[str, _Shelf]:
        return _shelves((*_data(self._view), *_passages(self._view)))

    @functools.cached_property
    def _sums(self) -> Mapping[str, _Shelf]:
        return _shelves(found for key, one, other in _pairs(self._view) for found in _summed(key, one, other))

    @functools.cached_property
    def _shares(self) -> _Shelf:
        return _Shelf(share for _, one, other in _pairs(self._view) for share in _shared(one, other))


def _shelves(found: Iterable[tuple[str, Interval]]) -> Mapping[str, _Shelf]:
    by_key: dict[str, list[Interval]] = defaultdict(list)
    for key, interval in found:
        by_key[key].append(interval)
    return {key: _Shelf(intervals) for key, intervals in by_key.items()}


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
    """The figures of the data."""
    for one in view.figures.data:
        yield _key(one.quantity.unit), one.interval
        yield from _of_each(one)


def _of_each(one: DataFigure) -> Iterator[tuple[str, Interval]]:
    """44.5学时/人 accounts for 人均44.5学时."""
    unit = one.quantity.unit
    head, per, _ = unit.symbol.partition("/") if unit else ("", "", "")
    if per and head:
        yield _key(Unit.of(head)), in_base(one.interval, Unit.of(head))


def _pairs(view: View) -> Iterator[tuple[str, DataFigure, DataFigure]]:
    """The figures of one object, two by two, that can be held against each other, and what they are figures of."""
    by_object: dict[tuple[str | int, ...], list[DataFigure]] = defaultdict(list)
    for one in view.figures.data:
        by_object[one.node.path].append(one)
    for figures in by_object.values():
        keyed = [(_key(one.quantity.unit), one) for one in figures[:_MOST]]
        for (first, one), (second, other) in itertools.combinations(keyed, 2):
            if first == second or _BARE in (first, second):
                yield first or second, one, other


def _summed(key: str, one: DataFigure, other: DataFigure) -> Iterator[tuple[str, Interval]]:
    yield key, one.interval + other.interval
    yield key, _size(one.interval - other.interval)


def _shared(one: DataFigure, other: DataFigure) -> Iterator[Interval]:
    for part, whole in ((one, other), (other, one)):
        share = part.interval / whole.interval
        yield share
        yield _size(share - 1)


def _size(interval: Interval) -> Interval:
    """The interval without its sign."""
    return -interval if interval.high is not None and interval.high < 0 else interval


def _passages(view: View) -> Iterator[tuple[str, Interval]]:
    """What cases, issues, measures, activities and plans tell: their own words account for it."""
    for told in view.figures.told:
        if not is_narrative(told) or isinstance(told.passage.node.object, Issue):
            yield _key(told.figure.quantity.unit), told.interval
