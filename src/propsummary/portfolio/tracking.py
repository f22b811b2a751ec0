"""A roll-up as rows: what a workbook of it is worked with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from propsummary.document import Figure, TrackedMeasure, TrackedMetric, Tracker, build, labelled
from propsummary.document.context import Context
from propsummary.document.figures import magnitude, of_metric, unit_of
from propsummary.model import Metric
from propsummary.portfolio.combining import Measured
from propsummary.portfolio.rolling_up import RollUp

__all__ = ["tracker"]


def tracker(rolled: RollUp, ctx: Context) -> Tracker:
    """
    Every figure with what each project says of it, and the overdue measures.

    Args:
        ctx: Of the summary that *rolled* makes, in the language of the rows.
    """
    made = build(ctx.summary, language=ctx.language).tracker
    combined = (attrs.evolve(row, parts=_parts(ctx, one.parts)) for row, one in zip(made.metrics, rolled.combined, strict=True))
    refused = (
        TrackedMetric(id="", name=one.name(ctx.language), basis=one.why.in_(ctx.language), parts=_parts(ctx, one.parts))
        for one in rolled.refused
    )
    return attrs.evolve(made, metrics=(*combined, *refused), measures=tuple(_measures(rolled, ctx)))


def _parts(ctx: Context, parts: Sequence[Measured]) -> tuple[tuple[str, Figure], ...]:
    return tuple((part.member.project, _figure(ctx, part.metric)) for part in parts)


def _figure(ctx: Context, metric: Metric) -> Figure:
    value = metric.value
    plain = value is not None and isinstance(value.value, Decimal)
    return Figure(text=of_metric(ctx, metric, value), number=magnitude(value, unit_of(metric)) if plain else None)


def _measures(rolled: RollUp, ctx: Context) -> Iterator[TrackedMeasure]:
    for number, one in enumerate(rolled.overdue, 1):
        yield TrackedMeasure(
            id=f"c{number}",
            statement=labelled(one.project, one.statement, ctx.language),
            owner=one.owner,
            due=one.deadline.isoformat(),
            deadline=one.deadline,
            status=one.status.value if one.status else "",
        )
