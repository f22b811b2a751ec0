"""MET012 percent-or-point."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from propsummary.catalogue.codes import Words
from propsummary.model import Metric, Summary
from propsummary.problems import Finding
from propsummary.quantities import ChangeReading, Interval, Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics._changes import Comparison, places, told_change
from propsummary.rules.metrics._told import everywhere
from propsummary.rules.metrics.figures import factor_of
from propsummary.rules.metrics.saying import moved

_RATES = (ChangeReading.PERCENT, ChangeReading.POINT)


@rule("MET012", on=Summary)
@everywhere
def percent_or_point(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A change told in % where only percentage points fit, or the reverse; also in a sentence that tells both figures.

    From 82.5% to 91.3% are 8.8 points, but 10.7 %. Where both fit, what is stated is right.

    Bad::

        指标:
          - {编号: m1, 名称: 工单按时完成率, 数值: 91.3%, 上期值: 82.5%, 变化: 提升8.8%}

    Bad::

        成绩:
          - {编号: a1, 标题: 工单, 说明: 工单按时完成率由82.5%提高到91.3%，提高8.8%。}

    Good::

        指标:
          - {编号: m1, 名称: 工单按时完成率, 数值: 91.3%, 上期值: 82.5%, 变化: 提升8.8个百分点}
          - {编号: m2, 名称: 超时率, 数值: 4.5%, 上期值: 6.0%, 变化: 下降25%}
    """
    change, told = metric.change, told_change(metric, ctx)
    if change is None or told is None:
        return
    comparison, fits = told
    if fits is None or fits not in _RATES:
        return
    stated = ChangeReading.PERCENT if fits is ChangeReading.POINT else ChangeReading.POINT
    actual = comparison.actual(stated)
    said: dict[str, object] = {"change": change, "baseline": metric.baseline, "value": metric.value}
    said["right"] = _told(comparison, fits, places(change.amount))
    if actual is None or actual == Interval(None, None):
        yield Finding("change", "zero", **said)
    else:
        yield Finding("change", fits.value, actual=_told(comparison, stated, max(1, places(change.amount))), **said)


def _told(comparison: Comparison, reading: ChangeReading, digits: int) -> Words:
    """The change in that reading, with so many decimals; points with no fewer than the figures have."""
    before, after = comparison.baseline, comparison.value
    old, new = (Fraction(one.low) * factor_of(one.unit) for one in (before, after))
    if reading is ChangeReading.PERCENT:
        return moved(new / old - 1, Unit.of("%"), digits)
    permille = after.unit is not None and after.unit.canonical == "‰"
    unit = Unit.of("个千分点" if permille else "个百分点")
    return moved(new - old, unit, max(digits, places(before.low), places(after.low)))
