"""Charts as data, from the metrics that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from propsummary.document._scales import ENGLISH, SCALES, english_scale, multiplier, without_multiplier
from propsummary.document.context import Context
from propsummary.document.english import unit_in_english
from propsummary.document.figures import as_written, magnitude, printed, share_suffix, unit_of
from propsummary.document.nodes import ChartBlock, ChartSeries, Paragraph
from propsummary.model import Chart, ChartKind, ChartOf, Metric
from propsummary.quantities import Quantity

__all__ = ["blocks", "course", "drawn"]

_FEWEST = 6  # points of a course that is drawn unasked; fewer are told sooner in a table

_KINDS = {ChartKind.LINE: "line", ChartKind.BAR: "bar", ChartKind.PIE: "pie"}


@attrs.frozen
class _Figures:
    """What becomes a series: figures, none where one is missing, each with what it is lent where it was printed bare."""

    name: str
    figures: tuple[tuple[Quantity | None, str], ...]


def blocks(ctx: Context) -> Iterator[ChartBlock | Paragraph]:
    """Every chart of the summary, one for each unit, since one axis has one unit; of one without data at least the title."""
    for chart in ctx.summary.charts:
        found = list(_charts(ctx, chart))
        yield from found
        if not found:
            title = chart.title.strip() or ctx.listed(map(ctx.short, chart.metrics)) or ctx.unnamed(chart.id)
            yield Paragraph(label=title, text=ctx.label("chart_without_data"), role="note")


def course(ctx: Context, metric: Metric) -> Iterator[ChartBlock]:
    """The course of *metric* as a line that nobody asked for, where it is too long to be seen in a table."""
    if sum(point.value is not None for point in metric.series) >= _FEWEST:
        title = f"{ctx.name_of(metric)} · {ctx.field('Metric', 'series')}"
        yield from _courses(ctx, Chart(title=title, kind=ChartKind.LINE, metrics=(metric.id,), of=ChartOf.SERIES), [metric])


def drawn(ctx: Context) -> set[tuple[Metric, ChartOf]]:
    """Which figures of which metrics some chart shows."""
    found = set()
    for chart in ctx.summary.charts:
        metrics = _metrics(ctx, chart)
        found |= {(metric, _shown(chart, metrics)) for metric in metrics}
    return found


def _charts(ctx: Context, chart: Chart) -> Iterator[ChartBlock]:
    metrics = _metrics(ctx, chart)
    match _shown(chart, metrics):
        case ChartOf.SERIES:
            yield from _courses(ctx, chart, metrics)
        case ChartOf.BREAKDOWN:
            yield from (_parts(ctx, chart, metric) for metric in metrics if metric.breakdown)
        case ChartOf.COMPARISON:
            yield from _comparisons(ctx, chart, metrics)


def _metrics(ctx: Context, chart: Chart) -> list[Metric]:
    return [ctx.by_id[id] for id in chart.metrics if isinstance(ctx.by_id.get(id), Metric)]


def _shown(chart: Chart, metrics: list[Metric]) -> ChartOf:
    """Which figures the chart shows: what it says, else what its kind and its metrics suggest."""
    if chart.of is not None:
        return chart.of
    if chart.kind is ChartKind.PIE or (chart.kind is ChartKind.BAR and any(metric.breakdown for metric in metrics)):
        return ChartOf.BREAKDOWN
    return ChartOf.SERIES if any(metric.series for metric in metrics) else ChartOf.COMPARISON


def _by_unit(metrics: list[Metric]) -> Iterator[tuple[str, list[Metric]]]:
    groups: dict[str, list[Metric]] = {}
    for metric in metrics:
        groups.setdefault(_unit(metric), []).append(metric)
    yield from groups.items()


def _unit(metric: Metric) -> str:
    """The unit of the metric's figures, without multiplier, by the first that prints one."""
    listed = (*(point.value for point in metric.series), *(share.value for share in metric.breakdown))
    figures = (metric.value, metric.baseline, metric.target, *listed)
    return next((str(figure.unit) for figure in figures if figure and figure.unit), without_multiplier(unit_of(metric)))


def _courses(ctx: Context, chart: Chart, metrics: list[Metric]) -> Iterator[ChartBlock]:
    for unit, group in _by_unit([metric for metric in metrics if metric.series]):
        points = [point for metric in group for point in metric.series]
        periods = sorted({(point.period.first, point.period.last): point.period for point in points}.items())
        series = []
        for metric in group:
            course = {(point.period.first, point.period.last): point.value for point in metric.series}
            series.append(_of_one(ctx, metric, (course.get(days) for days, _ in periods)))
        names = tuple(period.title(ctx.language) for _, period in periods)
        yield _chart(ctx, chart, series, unit, axis=ctx.field("Point", "period"), names=names)


def _parts(ctx: Context, chart: Chart, metric: Metric) -> ChartBlock:
    series = _of_one(ctx, metric, (share.value for share in metric.breakdown))
    names = tuple(share.name for share in metric.breakdown)
    return _chart(ctx, chart, [series], _unit(metric), axis=ctx.label("part"), names=names)


def _of_one(ctx: Context, metric: Metric, figures: Iterable[Quantity | None]) -> _Figures:
    """Points or parts of *metric*, which share unit and multiplier of its value."""
    return _Figures(ctx.name_of(metric), tuple((figure, share_suffix(metric)) for figure in figures))


def _comparisons(ctx: Context, chart: Chart, metrics: list[Metric]) -> Iterator[ChartBlock]:
    for unit, group in _by_unit(metrics):
        series = [
            _Figures(name, tuple((getattr(metric, field), unit_of(metric)) for metric in group))
            for name, field in (
                (ctx.field("Metric", "baseline"), "baseline"),
                (ctx.label("this_period"), "value"),
                (ctx.field("Metric", "target"), "target"),
            )
            if any(getattr(metric, field) for metric in group)
        ]
        if series:
            yield _chart(ctx, chart, series, unit, axis=ctx.label("metric"), names=tuple(map(ctx.name_of, group)))


def _series(ctx: Context, one: _Figures, scale: str) -> ChartSeries:
    """The series as it is drawn and printed, its values in *scale*."""
    factor = {**SCALES, **ENGLISH}.get(scale, Decimal(1))
    return ChartSeries(
        name=one.name,
        values=tuple(None if value is None else value / factor for value in _values(one)),
        printed=tuple(printed(ctx, figure, lent, scale) for figure, lent in one.figures),
    )


def _values(one: _Figures) -> list[Decimal | None]:
    return [magnitude(figure, lent) for figure, lent in one.figures]


def _shared_scale(ctx: Context, series: list[_Figures]) -> str:
    """The 万 or 亿 that every figure is printed with, or what they make in English: an axis reads like its figures."""
    found = {multiplier(as_written(figure, lent)) for one in series for figure, lent in one.figures if figure}
    shared = found.pop() if len(found) == 1 else ""
    if not shared or ctx.language != "en":
        return shared
    return english_scale(value for one in series for value in _values(one) if value is not None)


def _chart(ctx: Context, chart: Chart, figures: list[_Figures], unit: str, *, axis: str, names: tuple[str, ...]) -> ChartBlock:
    """The chart; slices need parts of one whole, so that anything else asked for as a pie becomes bars."""
    scale = _shared_scale(ctx, figures)
    series = tuple(_series(ctx, one, scale) for one in figures)
    values = [value for one in series for value in one.values]
    sliceable = len(series) == 1 and all(value is not None and value >= 0 for value in values) and any(values)
    kind = chart.kind if chart.kind is not ChartKind.PIE or sliceable else ChartKind.BAR
    told = (
        ctx.labelled(one.name, ctx.listed(f"{name} {text}" for name, text in zip(names, one.printed, strict=True) if text))
        for one in series
    )
    return ChartBlock(
        kind=_KINDS[kind],  # type: ignore[arg-type]
        title=chart.title or ctx.listed(dict.fromkeys(one.name for one in series)),
        categories=names,
        axis=axis,
        series=series,
        unit=unit_in_english(unit, scale) if ctx.language == "en" else ctx.unit(scale + unit),
        alt=ctx.joined(told),
    )
