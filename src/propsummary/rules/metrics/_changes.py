"""What happened between a metric's baseline and its value, and which reading of the stated change that bears out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from propsummary.catalogue.codes import Words
from propsummary.model import Metric
from propsummary.quantities import Change, ChangeReading, Direction, Interval, Quantity, Unit
from propsummary.rules.context import Context, once
from propsummary.rules.metrics.figures import (
    alike,
    averages,
    could_be,
    factor_of,
    figure,
    in_base,
    known_kpi,
    power_of,
    scaled,
    shared_power,
)
from propsummary.rules.metrics.saying import moved

__all__ = ["Comparison", "judged", "meaning", "opposite", "places", "told_change"]

_MEANT = {"ratio": ChangeReading.PERCENT, "points": ChangeReading.POINT}
_IMPROVES = re.compile("提升|提高|改善|优化|提速|快")
_NO_WAY = re.compile("改善|优化|提速|快")  # for the better, which may be up or down
_MINUS = re.compile("[-−－][0-9０-９]")
_SPOKEN = re.compile("(?<![百千])分之|减半|折半|一半|番|[0-9]/[0-9]")  # shares that people say, not compute
_SPOKEN_WIDTH = Fraction(1, 20)  # of what it is a share of


@attrs.frozen(kw_only=True)
class Comparison:
    """
    A metric's baseline and value, in one base.

    Attributes:
        baseline, value: As they are meant.

        averaged: Whether they are computed, so that even whole numbers are rounded ones.
    """

    baseline: Quantity
    value: Quantity
    averaged: bool

    @functools.cached_property
    def difference(self) -> Interval:
        """Value less baseline."""
        before, after = self._ends
        return after - before

    @functools.cached_property
    def quotient(self) -> Interval | None:
        """The relative change, as a share of 1; None from a baseline of zero, where no percentage fits."""
        before, after = self._ends
        if self.baseline.value == 0:
            return None
        if before.low is not None and before.low > 0:
            return after / before - 1
        return Interval(None, None)  # below zero, or not known from below: a percentage says nothing

    @functools.cached_property
    def _ends(self) -> tuple[Interval, Interval]:
        return could_be(self.baseline, averaged=self.averaged), could_be(self.value, averaged=self.averaged)

    @property
    def are_rates(self) -> bool:
        """Whether both are rates, so that their difference is in points."""
        return all(one.unit is not None and one.unit.is_rate for one in (self.baseline, self.value))

    def actual(self, reading: ChangeReading) -> Interval | None:
        """The change told that way; None where it cannot be."""
        if reading is ChangeReading.PERCENT:
            return self.quotient
        return None if reading is ChangeReading.POINT and not self.are_rates and self.value.unit is not None else self.difference

    @property
    def step(self) -> Unit | None:
        """The unit of the difference: points between rates."""
        if not self.are_rates:
            return self.value.unit
        return Unit.of("个千分点" if self.value.unit is not None and self.value.unit.canonical == "‰" else "个百分点")

    @property
    def exactly(self) -> Words | None:
        """The change in a sentence, from the printed figures: 提高8.8个百分点（增长10.7%）; None if they are no single numbers."""
        if not (self.baseline.exact and self.value.exact):
            return None
        before, after = (Fraction(one.low) * factor_of(one.unit) for one in (self.baseline, self.value))
        by = moved(after - before, self.step, max(places(one.low) for one in (self.baseline, self.value)))
        if before <= 0 or after == before:
            return by
        share = moved(after / before - 1, Unit.of("%"), 1)
        return Words(f"{by.zh}（相对{share.zh}）", f"{by.en} (relatively {share.en})")


def places(number: Decimal | Fraction) -> int:
    """How many decimals *number* has once 万 is written out."""
    return 0 if isinstance(number, Fraction) else max(0, -int(number.as_tuple().exponent))


def comparisons(metric: Metric) -> Iterator[Comparison]:
    """The ways to set value against baseline: more than one where a bare baseline may share the value's 万."""
    value, plain = figure(metric, metric.value), metric.baseline
    if value is None or plain is None:
        return
    for power in {0, shared_power(metric, plain)}:
        baseline = scaled(figure(metric, plain) or plain, power)
        if alike(baseline.unit, value.unit):
            yield Comparison(baseline=baseline, value=value, averaged=averages(metric))


@once
def told_change(metric: Metric, ctx: Context) -> tuple[Comparison, ChangeReading | None] | None:
    """
    Value against baseline, as they are most likely meant, and how the stated change would be right, as `judged` has it.

    Returns:
        None where no change is stated, or value and baseline cannot be set against each other.
    """
    ways = tuple(comparisons(metric)) if metric.change is not None else ()
    return (ways[0], _reading(metric, ways)) if ways else None


def judged(metric: Metric) -> ChangeReading | None:
    """
    How the stated change of *metric* would be right: as percent, as points, or not at all.

    Returns:
        None where it is right as it stands, or where nothing can be said.
    """
    return _reading(metric, comparisons(metric))


def _reading(metric: Metric, ways: Iterable[Comparison]) -> ChangeReading | None:
    change = metric.change
    found = [_judged(metric, change, one) for one in ways] if change is not None else []
    return next((one for one in (None, ChangeReading.POINT, ChangeReading.PERCENT, ChangeReading.NONE) if one in found), None)


def opposite(metric: Metric) -> bool:
    """Whether the stated change of *metric*, which is not right, would be if its direction were turned round."""
    turned = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}
    change = metric.change
    if change is None or change.direction not in turned:
        return False
    return judged(attrs.evolve(metric, change=attrs.evolve(change, direction=turned[change.direction]))) is None


def _judged(metric: Metric, change: Change, comparison: Comparison) -> ChangeReading | None:
    if change.unit is None:
        flat = change.direction is Direction.FLAT
        fits = "基本" in change.text or _level(comparison) if flat else _fits_somehow(metric, change, comparison)
        return None if fits else ChangeReading.NONE
    meant = meaning(change.unit)
    if meant is ChangeReading.UNIT and not alike(change.unit, comparison.value.unit):
        return None
    sizes = [in_base(size, change.unit) for size in _signed(metric, change, _size(change, averaged=averages(metric)))]
    if _meets(comparison.actual(meant), sizes) or (meant is ChangeReading.PERCENT and _quicker(change, comparison, sizes)):
        return None
    if meant is ChangeReading.UNIT or (meant is ChangeReading.PERCENT and not comparison.are_rates):
        return ChangeReading.NONE
    other = ChangeReading.POINT if meant is ChangeReading.PERCENT else ChangeReading.PERCENT
    permille = change.unit.canonical == "%" and comparison.value.unit is not None and comparison.value.unit.canonical == "‰"
    swapped = [*sizes, *(size * Fraction(1, 10) for size in sizes if permille)]
    return other if _meets(comparison.actual(other), swapped) else ChangeReading.NONE


def _fits_somehow(metric: Metric, change: Change, comparison: Comparison) -> bool:
    """Whether a bare number fits as percent, as points or in the figure's own unit, with its 万 or without."""
    size = Interval.printed(change.amount) if isinstance(change.amount, Decimal) else Interval.exactly(change.amount)
    sizes = _signed(metric, change, -size if change.direction is Direction.DOWN else size)
    power = 10 ** power_of(comparison.value)
    own = [in_base(size * times, comparison.value.unit) for size in sizes for times in {1, power}]
    shares = [_spoken(size) for size in sizes] if _SPOKEN.search(change.text) else [size * Fraction(1, 100) for size in sizes]
    return _meets(comparison.quotient, shares) or _meets(comparison.difference, own)


def _quicker(change: Change, comparison: Comparison, sizes: list[Interval]) -> bool:
    """Whether a time fell so that things go that much faster: from 4.2 hours to 3.1 is 26.2% less time, and 35.5% more speed."""
    share = comparison.quotient
    if not (_IMPROVES.search(change.text) and _is_time(comparison.value.unit)) or share is None or share.low is None:
        return False
    return share.low > -1 and _meets(1 / (share + 1) - 1, sizes)


def _is_time(unit: Unit | None) -> bool:
    return unit is not None and unit.dimension == "time"


def _spoken(size: Interval) -> Interval:
    """A share that was said in words, which nobody means to the decimal: 三分之一 of 29 is said of 19 left as of 20."""
    return size + Interval(-_SPOKEN_WIDTH, _SPOKEN_WIDTH)


def meaning(unit: Unit | None) -> ChangeReading:
    """How a change in *unit* is meant."""
    return _MEANT.get(unit.dimension if unit else "", ChangeReading.UNIT)


def _size(change: Change, *, averaged: bool) -> Interval:
    """What the stated change can stand for, signed, in its own unit; of a computed figure whole numbers are rounded too."""
    if change.unit is not None and change.unit.is_rate and _SPOKEN.search(change.text):  # 减半, 翻番
        return change.interval + Interval(-100 * _SPOKEN_WIDTH, 100 * _SPOKEN_WIDTH)
    rounded = averaged or change.direction is Direction.FLAT
    if not rounded or change.hedge is not None or not isinstance(change.amount, Decimal) or not re.search("[0-9]", change.text):
        return change.interval
    size = Interval.printed(change.amount)
    return -size if change.direction is Direction.DOWN else size


def _signed(metric: Metric, change: Change, size: Interval) -> tuple[Interval, ...]:
    """
    *size*, and its opposite where that may be meant.

    A fall of a figure that should not rise is often told as 13.8% alone, or as 提升; of one that should rise a bare figure would
    mislead. 提速 and 改善 say that things got better, not that a figure rose; 增长-3% is a fall whatever its word says.
    """
    bare = re.match(r"\s*[0-9０-９一二三四五六七八九十半]", change.text)
    kpi = known_kpi(metric)
    better = str(metric.direction.value) if metric.direction else kpi.direction if kpi else ""
    improves = _NO_WAY if better == "" and not _is_time(metric.value.unit if metric.value else None) else _IMPROVES
    either = better != "higher" and (bare or improves.search(change.text))
    fell = change.direction is Direction.UP and _MINUS.search(change.text)
    return (size, -size) if either or fell else (size,)


def _meets(actual: Interval | None, sizes: list[Interval]) -> bool:
    return actual is not None and any(actual.overlaps(size) for size in sizes)


def _level(comparison: Comparison) -> bool:
    """Whether value and baseline are the same at the coarser of their printed precisions."""
    pair = (comparison.baseline, comparison.value)
    if not all(one.exact for one in pair):
        return comparison.difference.overlaps(Interval.exactly(0))
    before, after = (Interval.exactly(Fraction(one.low) * factor_of(one.unit)) for one in pair)
    if before == after:
        return True
    widths = [(span.high or 0) - (span.low or 0) for span in (could_be(one, averaged=True) for one in pair)]
    if widths[0] == widths[1]:
        return False
    coarse, fine = (pair[0], after) if widths[0] > widths[1] else (pair[1], before)
    return could_be(coarse, averaged=True).overlaps(fine)
