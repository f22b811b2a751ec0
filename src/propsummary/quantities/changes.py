"""Whether a stated change can come from the figures before and after, and how it was meant."""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from fractions import Fraction

import attrs

from propsummary.quantities._traditional import simplified
from propsummary.quantities.change import Change, Direction, last_direction
from propsummary.quantities.figures import Figure, find_figures
from propsummary.quantities.interval import Interval
from propsummary.quantities.quantity import Quantity
from propsummary.quantities.roles import Role
from propsummary.quantities.unit import Unit

__all__ = ["ChangeReading", "Readings", "StatedChange", "Unchecked", "read_stated_change", "readings"]


class ChangeReading(enum.StrEnum):
    """How a stated change is to be understood."""

    PERCENT = "percent"
    """Value ÷ baseline − 1."""

    POINT = "point"
    """Value − baseline of two rates."""

    UNIT = "unit"
    """Value − baseline in their own unit."""

    NONE = "none"
    """In no way at all: the figures contradict each other."""


class Unchecked(enum.StrEnum):
    """Why a stated change cannot be judged."""

    INCOMPLETE = "incomplete"
    HEDGED = "hedged or bound"


@attrs.frozen(kw_only=True)
class Readings:
    """
    What a stated change, a baseline and a value say about each other.

    Attributes:
        consistent: Whether the change is right as its unit means it; none if it cannot be judged.

        readings: Every reading in which it would be right.

        fits: Of an inconsistent change the reading that would be right, or `ChangeReading.NONE`.

        unchecked: Why it cannot be judged.
    """

    consistent: bool | None
    readings: tuple[ChangeReading, ...] = ()
    fits: ChangeReading | None = None
    unchecked: Unchecked | None = None


def readings(baseline: Quantity | None, value: Quantity | None, change: Change | None) -> Readings:
    """
    Judge a stated change by exact intervals.

    A % means the relative change, points the difference of two rates, any other unit the difference itself. Where a stated %
    fits as a relative change it is right, also if it would fit as points.

    .. versionadded:: 0.1.0
    """
    if baseline is None or value is None or change is None or not _alike(baseline.unit, value.unit):
        return Readings(consistent=None, unchecked=Unchecked.INCOMPLETE)
    roughly = change.hedge is not None or (change.unit is None and isinstance(change.amount, Fraction))
    if roughly or not baseline.exact or not value.exact:
        return Readings(consistent=None, unchecked=Unchecked.HEDGED)
    said, fitting = _meant(change, value), _fitting(baseline, value, change)
    if said in fitting:
        return Readings(consistent=True, readings=fitting)
    return Readings(consistent=False, readings=fitting, fits=fitting[0] if fitting else ChangeReading.NONE)


def _alike(one: Unit | None, other: Unit | None) -> bool:
    return one is other or (one is not None and one.comparable(other))


def _is_rate(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.is_rate


def _meant(change: Change, value: Quantity) -> ChangeReading:
    """The reading that the stated unit means; 持平 means no difference."""
    kind = change.unit.dimension if change.unit else ""
    if change.direction is Direction.FLAT and not kind:
        return ChangeReading.POINT if _is_rate(value) else ChangeReading.UNIT
    return {"ratio": ChangeReading.PERCENT, "points": ChangeReading.POINT}.get(kind, ChangeReading.UNIT)


def _fitting(baseline: Quantity, value: Quantity, change: Change) -> tuple[ChangeReading, ...]:
    """Every reading in which *change* can be right; one stated in the figures' own unit has only that one."""
    before = baseline.interval * _factor(baseline.unit)
    after = value.interval * _factor(value.unit)
    stated = change.interval * _factor(change.unit or value.unit)
    meant = _meant(change, value)
    if meant is ChangeReading.UNIT:
        if not _alike(change.unit or value.unit, value.unit):
            return ()
        return (ChangeReading.UNIT,) if stated.overlaps(after - before) else ()
    found = []
    if change.unit and baseline.value and stated.overlaps(_relative(before, after)):
        found.append(ChangeReading.PERCENT)
    if _is_rate(value) and stated.overlaps(after - before):
        found.append(ChangeReading.POINT)
    elif not _is_rate(value) and change.interval.overlaps(value.interval - baseline.interval):
        found.append(ChangeReading.UNIT)  # 由36件降至30件，下降6%
    return tuple(found)


def _factor(unit: Unit | None) -> Fraction:
    return Fraction(unit.factor) if unit else Fraction(1)


def _relative(before: Interval, after: Interval) -> Interval:
    """The change from *before* to *after* in parts of *before*, up being above zero for losses too."""
    if before.high is not None and before.high < 0:
        return 1 - after / before
    return after / before - 1


@attrs.frozen(kw_only=True)
class StatedChange:
    """
    A change that a sentence states, with the figures it is about.

    Attributes:
        baseline, value: The figures before and after, where the sentence gives them.

        change: The figure that it rose or fell by.

        direction: Which way, by verb or sign.

    .. versionadded:: 0.1.0
    """

    baseline: Figure | None = None
    value: Figure | None = None
    change: Figure
    direction: Direction

    @property
    def stated(self) -> Change:
        """The change as a value."""
        low, unit = self.change.low, _unit(self.change)
        return Change(amount=-low if low < 0 else low, unit=unit, direction=self.direction, text=self.change.text)

    @property
    def readings(self) -> Readings:
        """Whether it can be right."""
        before, after = (figure.quantity if figure else None for figure in (self.baseline, self.value))
        return readings(before, after, self.stated)


_EARLIER = re.compile(
    "(?:同比|环比)[（(]$|(?:上年|去年|前年|上月|上季度?|上期|上半年|同期|年初|期初|改造前|整改前|此前|原来?|原先)(?:同期|度|底|末)?"
    "(?:的|为|是|仅|只有|有|共|达)?[\u4e00-\u9fff]{0,3}$"
)
_FROM = re.compile("[由从自](?:上年|去年|年初|上月|上季度|上期|原来|改造前|此前)?(?:同期)?的?$")


def read_stated_change(text: str) -> StatedChange | None:
    """
    The first change that the sentence *text* states, with baseline and value where it gives them.

    ``由95.5%提高到99.2%，提高3.7个百分点``, ``纠纷18起，上年24起，减少6起``; None if no change is stated.

    .. versionadded:: 0.1.0
    """
    figures, plain = find_figures(text), simplified(text)
    change = next((f for f in figures if f.role is Role.CHANGE), None) or _saved(plain, figures)
    if change is None:
        return None
    baseline, value = _before_and_after(plain, [f for f in figures if f.end <= change.start], change)
    return StatedChange(baseline=baseline, value=value, change=change, direction=_direction(text, change))


_SAVED = re.compile("(?:节约|节省|少用|多用|少花|多花)了?$")


def _saved(text: str, figures: Sequence[Figure]) -> Figure | None:
    """What was saved between two levels: 由5.31万吨降至5.12万吨，节约0.19万吨; alone it is an amount like any other."""
    after_two = (f for f in figures[2:] if _SAVED.search(text[max(f.start - 4, 0) : f.start]))
    return next((f for f in after_two if _measures_the_same(figures[0], f) and _measures_the_same(figures[1], f)), None)


def _before_and_after(text: str, figures: list[Figure], change: Figure) -> tuple[Figure | None, Figure | None]:
    """The last two figures of one kind before the change; words tell which is the earlier one."""
    levels = [f for f in figures if f.role not in (Role.CHANGE, Role.RANGE) and _measures_the_same(f, change)]
    if not levels:
        return None, None
    last = levels[-1]
    pair = [f for f in levels[:-1] if _alike(_unit(f), _unit(last))][-1:]
    if not pair:
        return (last, None) if _EARLIER.search(text[max(last.start - 10, 0) : last.start]) else (None, last)
    first = pair[0]
    if _EARLIER.search(text[max(last.start - 10, 0) : last.start]):
        return last, first
    if _FROM.search(text[max(first.start - 10, 0) : first.start]) or _EARLIER.search(text[max(first.start - 10, 0) : first.start]):
        return first, last
    return None, last


def _measures_the_same(figure: Figure, change: Figure) -> bool:
    """Whether a change in its own unit can be one of *figure*."""
    unit = _unit(change)
    return unit is None or unit.dimension in ("ratio", "points") or _alike(_unit(figure), unit)


def _unit(figure: Figure) -> Unit | None:
    return None if figure.unit is None else Unit.of(figure.unit)


def _direction(text: str, change: Figure) -> Direction:
    """By the figure's sign, by the verb in it (翻番, 减半) or before it, else up."""
    if change.low < 0:
        return Direction.DOWN
    return last_direction(text[max(change.start - 14, 0) : change.end]) or Direction.UP
