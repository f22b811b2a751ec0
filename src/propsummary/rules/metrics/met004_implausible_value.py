"""MET004 implausible-value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.model import Metric
from propsummary.periods import PeriodKind
from propsummary.problems import Finding
from propsummary.quantities import Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics._ranges import plausible, possible
from propsummary.rules.metrics.figures import could_be, figure, given_kpi
from propsummary.rules.metrics.saying import shown

# A month's share of what is due over the year is small, and rightly so.
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
    of_a_year = kpi.yearly or _OF_A_YEAR.search(" ".join((metric.name, metric.definition, metric.note)))
    if of_a_year and ctx.summary.period.kind is not PeriodKind.YEAR:
        return
    usual, bounds = plausible(kpi, value), possible(metric, value.unit)
    found = could_be(value)
    if usual is not None and not found.overlaps(usual) and (bounds is None or found.overlaps(bounds)):
        unit = value.unit if value.unit and value.unit.factor == Unit.of(kpi.unit).factor else Unit.of(kpi.unit)
        yield Finding("value", value=metric.value, usual=shown(usual, unit), kpi=kpi)
