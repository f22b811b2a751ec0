"""EVI004 chart-without-data."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Chart, ChartKind, ChartOf, Metric
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context

_NEEDED = {
    ChartOf.SERIES: ("series",),
    ChartOf.BREAKDOWN: ("breakdown",),
    ChartOf.COMPARISON: ("value", "baseline", "target"),
}


@rule("EVI004", on=Chart)
def chart_without_data(chart: Chart, ctx: Context) -> Iterator[Finding]:
    """
    A chart none of whose metrics holds what it shows.

    A comparison sets a value against its baseline or target, or the values of several metrics side by side. A chart that does not
    say what it shows may draw any of them, a pie only a breakdown.

    Bad::

        指标:
          - {编号: m1, 名称: 本月受理投诉, 数值: 50件}
        图表:
          - {编号: h1, 类型: 饼图, 标题: 投诉分类, 指标: [m1], 取值: 构成}

    Good::

        指标:
          - {编号: m1, 名称: 本月受理投诉, 数值: 50件, 构成: {漏水: 21, 噪音: 14, 停车: 9, 其他: 6}}
        图表:
          - {编号: h1, 类型: 饼图, 标题: 投诉分类, 指标: [m1], 取值: 构成}
    """
    metrics = [metric for ident in chart.metrics if (metric := ctx.view.metric(ident))]
    shown = chart.of or (ChartOf.BREAKDOWN if chart.kind is ChartKind.PIE else None)
    kinds = (shown,) if shown else tuple(ChartOf)
    if len(metrics) < len(chart.metrics) or any(_holds(metrics, kind) for kind in kinds) or _may_hold(metrics, kinds, ctx):
        return
    yield Finding("", shown.value if shown else "default")


def _holds(metrics: list[Metric], kind: ChartOf) -> bool:
    if kind is ChartOf.SERIES:
        return any(metric.series for metric in metrics)
    if kind is ChartOf.BREAKDOWN:
        return any(metric.breakdown for metric in metrics)
    valued = [metric for metric in metrics if metric.value]
    return len(valued) > 1 or any(metric.baseline or metric.target for metric in valued)


def _may_hold(metrics: list[Metric], kinds: tuple[ChartOf, ...], ctx: Context) -> bool:
    """Whether what is needed may be among what could not be read; what a dangling reference hides is not this rule's business."""
    if ctx.view.is_clouded((*ctx.path, "metrics")) or ctx.view.is_clouded((*ctx.path, "of")):
        return True
    fields = [field for kind in kinds for field in _NEEDED[kind]]
    return any(ctx.view.is_clouded((*ctx.view.by_id[metric.id].path, field)) for metric in metrics for field in fields)
