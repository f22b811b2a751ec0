"""MET003 impossible-value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from propsummary import catalogue
from propsummary.catalogue.codes import Words
from propsummary.model import Metric
from propsummary.problems import Finding, Path
from propsummary.quantities import Interval, Quantity, Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics._ranges import may_be_below_zero, possible
from propsummary.rules.metrics.figures import alike, could_be, figure, known_kpi, measures
from propsummary.rules.metrics.saying import shown
from propsummary.rules.walk import positions

_COUNT = Unit.of("件")


@rule("MET003", on=Metric)
def impossible_value(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A figure outside what the KPI can be: a rate over 100 %, a number of cases below zero, also one that a rate is worked out from.

    Bad::

        指标:
          - {编号: m1, 指标库: post_manning_rate, 名称: 岗位到岗率, 数值: 100.4%}

    Bad::

        指标:
          - {编号: m1, 名称: 投诉处理率, 数值: 50%, 分子: -5, 分母: -10}

    Good::

        指标:
          - {编号: m1, 指标库: post_manning_rate, 名称: 岗位到岗率, 数值: 100%}
          - {编号: m2, 名称: 年度计划完成率, 数值: 112%}
          - {编号: m3, 名称: 投诉同比变化率, 数值: -20%, 分子: -5, 分母: 25}
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
    for field, count in _counts(metric):
        if count.high < 0:
            label = Words(*(catalogue.field_label("Metric", field, language) for language in ("zh", "en")))
            yield Finding(field, "count", field=label, figure=count)


def _figures(metric: Metric, ctx: Context) -> Iterator[tuple[Path, Quantity]]:
    """Every figure that the metric states as its own, with its place."""
    for field in ("value", "baseline", "target"):
        if (quantity := getattr(metric, field)) is not None:
            yield (field,), quantity
    for position, point in zip(positions((*ctx.path, "series"), ctx.view.gaps), metric.series, strict=False):
        yield ("series", position, "value"), point.value


def _counts(metric: Metric) -> Iterator[tuple[str, Quantity]]:
    """The numbers of things that its rate is worked out from; a change, and what is measured, may well be below zero."""
    if metric.sample_size is not None:
        yield "sample_size", Quantity.of(metric.sample_size)
    kpi = known_kpi(metric)
    if may_be_below_zero(f"{metric.name}{kpi.zh if kpi else ''}"):
        return
    parts: tuple[Literal["numerator", "denominator"], ...] = ("numerator", "denominator")
    for part in parts:
        quantity = getattr(metric, part)
        if quantity is not None and not measures(metric, part) and alike(quantity.unit, _COUNT):
            yield part, quantity
