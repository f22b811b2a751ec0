"""MET012 percent-or-point."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from propsummary.catalogue.codes import Words
from propsummary.model import Metric
from propsummary.problems import Finding
from propsummary.quantities import Change, ChangeReading, Interval, Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics._changes import Comparison, compared, judged, places
from propsummary.rules.metrics.figures import factor_of
from propsummary.rules.metrics.saying import moved, shown

_UNITS = {ChangeReading.PERCENT: "%", ChangeReading.POINT: "个百分点"}


@rule("MET012", on=Metric)
def percent_or_point(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A change told in % where only percentage points fit, or the reverse.

    From 82.5% to 91.3% are 8.8 points, but 10.7 %. Where both fit, what is stated is right.

    Bad::

        指标:
          - {编号: m1, 名称: 工单按时完成率, 数值: 91.3%, 上期值: 82.5%, 变化: 提升8.8%}

    Good::

        指标:
          - {编号: m1, 名称: 工单按时完成率, 数值: 91.3%, 上期值: 82.5%, 变化: 提升8.8个百分点}
          - {编号: m2, 名称: 超时率, 数值: 4.5%, 上期值: 6.0%, 变化: 下降25%}
    """
    comparison, change, fits = compared(metric), metric.change, judged(metric)
    if change is None or comparison is None or fits not in _UNITS:
        return
    stated = ChangeReading.PERCENT if fits is ChangeReading.POINT else ChangeReading.POINT
    actual = comparison.actual(stated)
    said: dict[str, object] = {"change": change, "baseline": metric.baseline, "value": metric.value}
    said["right"] = _right(change, comparison, fits)
    if actual is None or actual == Interval(None, None):
        yield Finding("change", "zero", **said)
    else:
        yield Finding("change", fits.value, range=shown(actual, Unit.of(_UNITS[stated])), **said)


def _right(change: Change, comparison: Comparison, fits: ChangeReading) -> Words:
    """The change as it should be told, with as many decimals as were stated."""
    before, after = comparison.baseline, comparison.value
    old, new = (Fraction(one.low) * factor_of(one.unit) for one in (before, after))
    if fits is ChangeReading.PERCENT:
        return moved(new / old - 1, Unit.of("%"), places(change.amount))
    permille = after.unit is not None and after.unit.canonical == "‰"
    unit = Unit.of("个千分点" if permille else "个百分点")
    return moved(new - old, unit, max(places(one) for one in (change.amount, before.low, after.low)))
