"""The figures that a hurried reader shall take along."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.document.context import Context
from propsummary.document.figures import change, of_metric, verdict
from propsummary.document.nodes import Block, Highlight, Highlights
from propsummary.model import Metric

__all__ = ["blocks"]

_MOST = 6
_FEWEST = 2


def blocks(ctx: Context) -> Iterator[Block]:
    """The metrics that the department is measured by first, up to six; a single figure is no overview."""
    core = {kpi: rank for rank, kpi in enumerate(ctx.profile.core_kpis)} if ctx.profile else {}
    measured = [metric for metric in ctx.summary.metrics if metric.value is not None]
    ranked = sorted(measured, key=lambda metric: (core.get(metric.kpi, len(core)), metric.target is None, metric.change is None))
    if len(ranked) >= _FEWEST:
        yield Highlights(figures=tuple(_figure(ctx, metric) for metric in ranked[:_MOST]))


def _figure(ctx: Context, metric: Metric) -> Highlight:
    word, tone = verdict(ctx, metric)
    return Highlight(
        label=ctx.name_of(metric),
        value=of_metric(ctx, metric, metric.value),
        baseline=ctx.labelled(ctx.field("Metric", "baseline"), of_metric(ctx, metric, metric.baseline)),
        change=ctx.labelled(ctx.field("Metric", "change"), change(ctx, metric.change)),
        target=ctx.labelled(ctx.field("Metric", "target"), of_metric(ctx, metric, metric.target)),
        verdict=word,
        tone=tone,
    )
