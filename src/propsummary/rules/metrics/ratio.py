"""The ratio of a metric's numerator and denominator, in the base of the unit of its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import attrs

from propsummary.model import Metric, Summary
from propsummary.quantities import Interval, Quantity, Unit
from propsummary.rules.metrics.figures import alike, averages, could_be, measures

__all__ = ["Ratio", "ratio"]

_TIMES = {"万": 10**4, "千": 10**3, "百": 10**2}


@attrs.frozen(kw_only=True)
class Ratio:
    """
    What numerator ÷ denominator can be.

    Attributes:
        interval: In the base of the value's unit.

        loose: Whether a power of ten is not known, because one of the figures leaves its unit unsaid.

        spans: Other factors that the unit may ask for: the months of 次/台·月, where the denominator holds lifts alone.
    """

    interval: Interval
    loose: bool = False
    spans: tuple[Fraction, ...] = ()

    def fits(self, value: Interval) -> bool:
        """Whether a value that can be anything in *value* can be this ratio."""
        powers = [Fraction(10) ** power for power in range(-8, 9)] if self.loose else [Fraction(1)]
        return any(value.overlaps(self.interval * (power * span)) for power in powers for span in (Fraction(1), *self.spans))


def ratio(metric: Metric, value: Quantity, summary: Summary, *, carried: Fraction = Fraction(0)) -> Ratio | None:
    """
    The ratio of the numerator and denominator of *metric*; None where their units do not tell how it gives *value*.

    Args:
        carried: What is added to the denominator first.
    """
    above, below, unit = metric.numerator, metric.denominator, value.unit
    if above is None or below is None or unit is None:
        return None
    top = could_be(above, averaged=measures(metric, "numerator"))
    bottom = could_be(below, averaged=measures(metric, "denominator")) + carried
    if 0 in bottom:
        return None
    if unit.dimension == "ratio":
        return Ratio(interval=top / bottom, loose=_half_said(above, below)) if alike(above.unit, below.unit) else None
    head, slash, tail = unit.symbol.partition("/")
    if slash:
        return _per_unit(top / bottom, (above, below), (head, tail), summary)
    if (unit.dimension == "count" and not averages(metric)) or not _counted(below.unit) or not alike(above.unit, unit):
        return None
    scale = Fraction(1) if above.unit else Fraction(unit.factor)
    clock = (Fraction(60), Fraction(1, 60)) if unit.dimension == "time" and above.unit is None else ()
    return Ratio(interval=top / bottom * scale, loose=_half_said(above, below), spans=clock)


def _per_unit(quotient: Interval, figures: tuple[Quantity, Quantity], unit: tuple[str, str], summary: Summary) -> Ratio | None:
    """The ratio in a unit such as 件/万m² or 次/台·月; the quotient is in the bases of both figures' units."""
    (above, below), (head, tail) = figures, unit
    times = _TIMES.get(tail[:1], 1) if len(tail) > 1 else 1
    first, *rest = re.split("[·/]", tail[1:] if times > 1 else tail)
    over, under = Unit.of(head), Unit.of(first)
    if not alike(above.unit, over) or not alike(below.unit, under):
        return None
    scale = Fraction(times)
    if above.unit is not None:
        scale /= Fraction(over.factor)
    if below.unit is not None:
        scale *= Fraction(under.factor)
    unsaid = above.unit is None and over.dimension != "count"
    unsaid = unsaid or (below.unit is None and (under.dimension != "count" or times > 1))
    return Ratio(interval=quotient * scale, loose=unsaid, spans=tuple(_spans(rest, summary)))


def _counted(unit: Unit | None) -> bool:
    return unit is None or unit.dimension == "count"


def _half_said(above: Quantity, below: Quantity) -> bool:
    """Whether one of the two is measured in a unit, perhaps in 万, and the other prints none."""
    said = above.unit or below.unit
    return said is not None and None in (above.unit, below.unit) and said.dimension != "count"


def _spans(words: list[str], summary: Summary) -> Iterator[Fraction]:
    """One over the months or days of the period, where the unit is per month or per day."""
    period = summary.period
    if words and words[0] in ("月", "个月") and period.months:
        yield Fraction(1, period.months)
    if words and words[0] in ("日", "天"):
        yield Fraction(1, (period.last - period.first).days + 1)
