"""MET004 implausible-value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.catalogue import Kpi
from propsummary.model import Metric
from propsummary.periods import Period, PeriodKind
from propsummary.problems import Finding
from propsummary.quantities import Interval, Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics._ranges import plausible, possible
from propsummary.rules.metrics.figures import could_be, figure, given_kpi
from propsummary.rules.metrics.saying import shown

# A month's share of what is due over the year is small, and rightly so; more than a whole year's it is not.
_OF_A_YEAR = re.compile("全年|年度|累计|年应|时间进度|序时")


@rule("MET004", on=Metric)
def implausible_value(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A value far from what the KPI usually is: perhaps a slip of the decimal point, perhaps another quantity.

    Bad::

        指标:
          - {编号: m1, 指标库: patrol_checkpoint_rate, 名称: 巡更到位率, 数值: 9.86%}

    Good::

        指标:
          - {编号: m1, 指标库: patrol_checkpoint_rate, 名称: 巡更到位率, 数值: 98.6%}
    """
    kpi, value = given_kpi(metric), figure(metric, metric.value)
    if kpi is None or value is None:
        return
    usual, bounds = plausible(kpi, value), possible(metric, value.unit)
    found = could_be(value)
    if usual is None or found.overlaps(_over(ctx.summary.period, usual) if _is_yearly(metric, kpi) else usual):
        return
    if bounds is None or found.overlaps(bounds):
        unit = value.unit if value.unit and value.unit.factor == Unit.of(kpi.unit).factor else Unit.of(kpi.unit)
        yield Finding("value", value=metric.value, usual=shown(usual, unit), kpi=kpi)


def _is_yearly(metric: Metric, kpi: Kpi) -> bool:
    """Whether the value grows over the year."""
    return kpi.yearly or bool(_OF_A_YEAR.search(" ".join((metric.name, metric.definition, metric.note))))


def _over(period: Period, usual: Interval) -> Interval:
    """What a figure that is usual for a year can be over *period*: less in a part of one, more in several."""
    if period.kind is PeriodKind.YEAR:
        return usual
    return Interval(None, usual.high if (period.months or 0) in range(1, 12) else None)
