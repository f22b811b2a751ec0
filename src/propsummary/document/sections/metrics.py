"""The table of metrics, their breakdowns and their courses over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from propsummary.document.context import Context, headed, table
from propsummary.document.figures import change, of_metric, printed, sampling_interval, share_suffix, verdict
from propsummary.document.nodes import Block, Cell, Column, Item, ItemList
from propsummary.document.sections import charts
from propsummary.model import ChartOf, Metric

__all__ = ["basis", "blocks"]


def blocks(ctx: Context) -> Iterator[Block]:
    """All metrics side by side, what a reader must know of them, and the parts and courses that no chart shows; then the charts."""
    yield from headed(2, ctx.label("main_metrics"), _blocks(ctx))


def _blocks(ctx: Context) -> Iterator[Block]:
    yield from _overview(ctx)
    notes = [Item(label=ctx.name_of(metric), text=metric.note) for metric in ctx.summary.metrics if metric.note.strip()]
    if notes:
        yield ItemList(items=tuple(notes))
    drawn = charts.drawn(ctx)
    for metric in ctx.summary.metrics:
        if (metric, ChartOf.BREAKDOWN) not in drawn:
            yield from _breakdown(ctx, metric)
    yield from _courses(ctx, [metric for metric in ctx.summary.metrics if metric.series and (metric, ChartOf.SERIES) not in drawn])
    yield from charts.blocks(ctx)


def _overview(ctx: Context) -> Iterator[Block]:
    columns = (
        Column(header=ctx.field("Metric", "name"), kind="key"),
        Column(header=ctx.label("this_period"), kind="figure"),
        Column(header=ctx.field("Metric", "baseline"), kind="figure"),
        Column(header=ctx.field("Metric", "change"), kind="figure"),
        Column(header=ctx.field("Metric", "target"), kind="figure"),
        Column(header=ctx.label("verdict"), kind="word"),
        Column(header=ctx.label("basis"), kind="text"),
    )
    rows = [_row(ctx, metric) for metric in ctx.summary.metrics]
    yield from table(columns, rows, caption=ctx.label("main_metrics"), wide=True)


def _row(ctx: Context, metric: Metric) -> tuple[Cell | str, ...]:
    baseline = of_metric(ctx, metric, metric.baseline)
    if baseline and metric.baseline_period:
        baseline = f"{baseline}\n{metric.baseline_period.title(ctx.language)}"
    return (
        ctx.name_of(metric),
        of_metric(ctx, metric, metric.value),
        baseline,
        change(ctx, metric.change),
        of_metric(ctx, metric, metric.target),
        Cell(*verdict(ctx, metric)),
        basis(ctx, metric),
    )


def basis(ctx: Context, metric: Metric) -> str:
    """What stands behind the figure: numerator and denominator, definition, sample, cases carried over, source."""
    ratio = " / ".join(printed(ctx, part) for part in (metric.numerator, metric.denominator) if part)
    kpi = ctx.kpi_of(metric)
    known = kpi.definition(metric.definition) if kpi and metric.definition else None
    definition = known.name(ctx.language) if known else metric.definition
    lines = (
        ratio,
        definition,
        ctx.labelled(ctx.field("Metric", "baseline_definition"), metric.baseline_definition),
        ctx.labelled(ctx.field("Metric", "sample_size"), str(metric.sample_size) if metric.sample_size is not None else ""),
        ctx.labelled(ctx.label("interval"), sampling_interval(metric) if ctx.intervals else ""),
        ctx.labelled(ctx.field("Metric", "carried_over"), printed(ctx, metric.carried_over)),
        metric.source.strip(),
    )
    return "\n".join(line for line in lines if line)


def _breakdown(ctx: Context, metric: Metric) -> Iterator[Block]:
    columns = (Column(header=ctx.label("part"), kind="key"), Column(header=ctx.field("Share", "value"), kind="figure"))
    suffix = share_suffix(metric)
    rows = [(share.name, printed(ctx, share.value, suffix)) for share in metric.breakdown]
    yield from table(columns, rows, caption=f"{ctx.name_of(metric)} · {ctx.field('Metric', 'breakdown')}")


def _courses(ctx: Context, metrics: Sequence[Metric]) -> Iterator[Block]:
    """Short courses as tables, one for all metrics of the same periods, then the long ones as lines."""
    short: dict[tuple[str, ...], list[Metric]] = {}
    lines: list[Block] = []
    for metric in metrics:
        line = list(charts.course(ctx, metric))
        lines += line
        if not line:
            short.setdefault(tuple(point.period.title(ctx.language) for point in metric.series), []).append(metric)
    for periods, some in short.items():
        yield from _points(ctx, some[0]) if len(some) == 1 else _side_by_side(ctx, periods, some)
    yield from lines


def _points(ctx: Context, metric: Metric) -> Iterator[Block]:
    columns = (Column(header=ctx.field("Point", "period"), kind="key"), Column(header=ctx.field("Point", "value"), kind="figure"))
    suffix = share_suffix(metric)
    rows = [(point.period.title(ctx.language), printed(ctx, point.value, suffix)) for point in metric.series]
    yield from table(columns, rows, caption=f"{ctx.name_of(metric)} · {ctx.field('Metric', 'series')}")


def _side_by_side(ctx: Context, periods: Sequence[str], metrics: Sequence[Metric]) -> Iterator[Block]:
    columns = (
        Column(header=ctx.field("Metric", "name"), kind="key"),
        *(Column(header=period, kind="figure") for period in periods),
    )
    rows = [(ctx.name_of(one), *(printed(ctx, point.value, share_suffix(one)) for point in one.series)) for one in metrics]
    yield from table(columns, rows, caption=ctx.field("Metric", "series"))
