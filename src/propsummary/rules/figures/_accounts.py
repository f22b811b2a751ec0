"""What accounts for a figure in a sentence: the data, what follows from it, and what other passages tell."""

from __future__ import annotations

import functools
import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias

from propsummary.model import Issue
from propsummary.problems import Path
from propsummary.quantities import Interval, Unit
from propsummary.rules._figures import DataFigure, ToldFigure, counted_as
from propsummary.rules.context import View
from propsummary.rules.figures._subjects import is_narrative
from propsummary.rules.metrics.figures import in_base

__all__ = ["Accounts"]

_MOST = 40  # figures of one metric that are combined; more are a long course over time
_BARE = ""

_Stated: TypeAlias = tuple[DataFigure | ToldFigure, Unit | None]
_Kinds: TypeAlias = list[tuple[str, DataFigure]]


class Accounts:
    """
    All figures that a summary answers for, ready to be asked.

    What figures of one kind can be, and what follows from two of them, is worked out when somebody asks for that kind, and then
    once: of most kinds nobody does. Asking takes the logarithm of their number.
    """

    def __init__(self, view: View) -> None:
        stated = _stated(view)
        self._view = view
        self._stated = _Shelves(lambda key: (in_base(one.interval, unit) for one, unit in stated.get(key, ())))
        self._sums = _Shelves(lambda key: (found for pair in self._pairs(key) for found in _summed(*pair)))

    def hold(self, unit: Unit, interval: Interval) -> bool:
        """Whether some figure in a like unit, or without any, can be one of *interval*, which is in the base of *unit*."""
        keys = (_key(unit), _BARE) if unit.dimension == "count" else (_key(unit),)
        if any(shelves[key].meets(interval) for shelves in (self._stated, self._sums) for key in keys):
            return True
        return "rate" in keys and self._shares.meets(interval)

    @functools.cached_property
    def _objects(self) -> Mapping[str, list[_Kinds]]:
        return _objects(self._view)

    @functools.cached_property
    def _shares(self) -> _Shelf:
        return _Shelf(share for key in self._objects for pair in self._pairs(key) for share in _shared(*pair))

    def _pairs(self, key: str) -> Iterator[tuple[DataFigure, DataFigure]]:
        """The figures of one object, two by two, that can be held against each other as figures of that kind."""
        for figures in self._objects.get(key, ()):
            alike = [(kind, one) for kind, one in figures if kind in (key, _BARE)]
            for (first, one), (second, other) in itertools.combinations(alike, 2):
                if key in (first, second):
                    yield one, other


class _Shelves(dict[str, "_Shelf"]):
    """The figures of every kind, each shelf filled when it is asked for."""

    def __init__(self, filled: Callable[[str], Iterable[Interval]]) -> None:
        super().__init__()
        self._filled = filled

    def __missing__(self, key: str) -> _Shelf:
        shelf = self[key] = _Shelf(self._filled(key))
        return shelf


class _Shelf:
    """Intervals in order of their lower ends, with the highest upper end so far."""

    def __init__(self, intervals: Iterable[Interval]) -> None:
        ends = sorted(((_low(i), _high(i)) for i in intervals), key=lambda pair: pair[0])
        self._lows = [low for low, _ in ends]
        self._highest = list(itertools.accumulate((high for _, high in ends), max))

    def meets(self, interval: Interval) -> bool:
        """Whether some interval here can be the same number as *interval*."""
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
    return counted_as(unit) if unit.dimension in ("count", "other") else unit.dimension


def _stated(view: View) -> Mapping[str, list[_Stated]]:
    """
    The figures of the data, and of cases, issues, measures, activities and plans, whose own words account for them, by their kind.

    With each the unit that it is still to be taken in: 44.5学时/人 accounts for 人均44.5学时, too.
    """
    found: dict[str, list[_Stated]] = defaultdict(list)
    for one in view.figures.data:
        unit = one.quantity.unit
        found[_key(unit)].append((one, None))
        head, per, _ = unit.symbol.partition("/") if unit else ("", "", "")
        if per and head:
            found[_key(Unit.of(head))].append((one, Unit.of(head)))
    for told in view.figures.told:
        if not is_narrative(told) or isinstance(told.passage.node.object, Issue):
            found[_key(told.figure.quantity.unit)].append((told, None))
    return found


def _objects(view: View) -> Mapping[str, list[_Kinds]]:
    """The figures of each object with their kinds, by every kind that is among them."""
    by_object: dict[Path, _Kinds] = defaultdict(list)
    for one in view.figures.data:
        by_object[one.node.path].append((_key(one.quantity.unit), one))
    found: dict[str, list[_Kinds]] = defaultdict(list)
    for figures in by_object.values():
        combined = figures[:_MOST]
        for kind in dict.fromkeys(kind for kind, _ in combined):
            found[kind].append(combined)
    return found


def _summed(one: DataFigure, other: DataFigure) -> Iterator[Interval]:
    yield one.interval + other.interval
    yield _size(one.interval - other.interval)


def _shared(one: DataFigure, other: DataFigure) -> Iterator[Interval]:
    for part, whole in ((one, other), (other, one)):
        share = part.interval / whole.interval
        yield share
        yield _size(share - 1)


def _size(interval: Interval) -> Interval:
    """The interval without its sign."""
    return -interval if interval.high is not None and interval.high < 0 else interval
