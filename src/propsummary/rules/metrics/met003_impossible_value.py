"""MET003 impossible-value."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Metric
from propsummary.problems import Finding, Path
from propsummary.quantities import Interval, Quantity
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics._ranges import possible
from propsummary.rules.metrics.figures import could_be, figure
from propsummary.rules.metrics.saying import shown
from propsummary.rules.walk import positions


@rule("MET003", on=Metric)
def impossible_value(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A figure outside what the KPI can be: a rate over 100 %, a number of cases below zero.

    Bad::

        指标:
          - {编号: m1, 指标库: post_manning_rate, 名称: 岗位到岗率, 数值: 100.4%}

    Good::

        指标:
          - {编号: m1, 指标库: post_manning_rate, 名称: 岗位到岗率, 数值: 100%}
          - {编号: m2, 名称: 年度计划完成率, 数值: 112%}
    """
    for path, quantity in _figures(metric, ctx):
        meant = figure(metric, quantity)
        bounds = possible(metric, meant.unit) if meant else None
        if meant is None or bounds is None or could_be(meant).overlaps(bounds):
            continue
        over = bounds < could_be(meant)
        limit = bounds.high if over else bounds.low
        if limit is not None:
            yield Finding(path, "over" if over else "under", figure=quantity, limit=shown(Interval.exactly(limit), meant.unit))


def _figures(metric: Metric, ctx: Context) -> Iterator[tuple[Path, Quantity]]:
    """Every figure that the metric states as its own, with its place."""
    for field in ("value", "baseline", "target"):
        if (quantity := getattr(metric, field)) is not None:
            yield (field,), quantity
    for position, point in zip(positions((*ctx.path, "series"), ctx.view.gaps), metric.series, strict=False):
        yield ("series", position, "value"), point.value
