"""MET006 change-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.catalogue.codes import Words
from propsummary.model import Metric
from propsummary.problems import Finding
from propsummary.quantities import ChangeReading, Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics._changes import Comparison, compared, judged, meaning
from propsummary.rules.metrics.saying import shown

_UNITS = {ChangeReading.PERCENT: Unit.of("%"), ChangeReading.POINT: Unit.of("个百分点")}


@rule("MET006", on=Metric)
def change_mismatch(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A stated change that cannot come from baseline and value, neither as percent nor as points.

    Bad::

        指标:
          - {编号: m1, 名称: 装修纠纷, 数值: 19起, 上期值: 31起, 变化: -48.7%}

    Good::

        指标:
          - {编号: m1, 名称: 装修纠纷, 数值: 19起, 上期值: 31起, 变化: -38.7%}
          - {编号: m2, 名称: 一次解决率, 数值: 86.4%, 上期值: 83%, 变化: 3.1个百分点}
    """
    comparison, change = compared(metric), metric.change
    if change is None or comparison is None or judged(metric) is not ChangeReading.NONE:
        return
    said: dict[str, object] = {"change": change, "baseline": metric.baseline, "value": metric.value}
    meant = meaning(change.unit)
    if meant is ChangeReading.PERCENT and comparison.quotient is None:
        yield Finding("change", "zero", **said)
    elif (right := comparison.exactly) is None:
        yield Finding("change", "loose", **said)
    else:
        yield Finding("change", "default", **said, right=right, range=_range(comparison, meant))


def _range(comparison: Comparison, meant: ChangeReading) -> Words:
    """What the change can be, told the way that was stated, or in the unit of the value."""
    actual = comparison.actual(meant)
    if actual is None:
        return shown(comparison.difference, comparison.value.unit)
    return shown(actual, _UNITS.get(meant, comparison.value.unit))
