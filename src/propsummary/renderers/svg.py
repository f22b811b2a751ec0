"""Charts as SVG: text stays text, nothing is loaded, and the figures shown are the ones that were printed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import TypeAlias

from propsummary._text import width
from propsummary.document import ChartBlock
from propsummary.renderers._drawing import Colours, drawing, words
from propsummary.renderers._scale import Scale, place
from propsummary.renderers._wrap import wrap

__all__ = ["NARROW", "WIDE", "Colours", "chart_svg"]

#: Units across a chart for a page, and across one for a phone, on which it then is about as many pixels wide.
WIDE, NARROW = 640, 360

_HEIGHT = 300
_TOP = 34
_ROW = 18  # of the legend
_BOTTOM = 44
_BELOW = 14  # room below the axis of a line chart for a figure below the lowest point
_FONT = 12
_CHARACTER = Decimal("6.4")  # of one column of text in the font's size
_RADIUS = 78
_RING = 46
_CIRCLE = Decimal("6.283185307") * _RADIUS
_MOST_LABELS = 16
_NARROWEST = 6  # columns of a name below the axis that may be broken
_PIE_WIDTH = 470
_FILLED = Decimal("0.84")  # of the room of a category, by its bars
_BAR = 18  # height of a lying bar
_DASHES = ("", "7 4", "2 3", "9 3 2 3")


def chart_svg(chart: ChartBlock, *, colours: Colours | None = None, name: str = "chart", across: int = WIDE) -> str:
    """
    Draw *chart*.

    Args:
        colours: What it is painted with.

        name: Begins the ids of title and description; unique on the page.

        across: How many units wide it is, words being 12 high; a ring with its parts has a width of its own.
    """
    paint = colours or Colours()
    height = _HEIGHT
    match chart.kind:
        case "pie":
            across = _PIE_WIDTH
            height, parts = _pie(chart, paint)
        case "line":
            parts = _line(chart, paint, across)
        case _ if _crowded(chart, across):
            height, parts = _lying_bars(chart, paint, across)
        case _:
            parts = _bars(chart, paint, across)
    return drawing(parts, width=across, height=height, name=name, title=chart.title, alt=chart.alt, font=_FONT)


def _values(chart: ChartBlock) -> list[Decimal]:
    return [value for series in chart.series for value in series.values if value is not None]


def _crowded(chart: ChartBlock, across: int) -> bool:
    """Whether names or figures of standing bars would run into each other."""
    slot = Decimal(across - 80) / max(len(chart.categories), 1)
    longest = max((width(category) for category in chart.categories), default=0) * _CHARACTER
    return longest > slot * 2 or _figures(chart) > slot * _FILLED / len(chart.series)


def _figures(chart: ChartBlock) -> Decimal:
    """The room that the widest printed figure takes, with a gap to the next."""
    return max((width(text) for series in chart.series for text in series.printed), default=0) * _CHARACTER + 6


def _line(chart: ChartBlock, paint: Colours, across: int) -> Iterator[str]:
    left, right = _left(chart), across - 24
    scale = Scale.over(_values(chart), start=_HEIGHT - _BOTTOM - _BELOW, end=_top(chart, across) + 14, percent=chart.unit == "%")
    yield from _legend(chart, paint, across)
    yield from _grid(scale, left, right, paint)
    slot = Decimal(right - left) / max(len(chart.categories), 1)
    xs = [left + slot * i + slot / 2 for i in range(len(chart.categories))]
    yield from _names(chart.categories, xs, slot, paint)
    courses = [
        [(x, scale.at(value)) if value is not None else None for x, value in zip(xs, series.values, strict=True)]
        for series in chart.series
    ]
    for number, points in enumerate(courses):
        colour = paint.of(number)
        dash = f' stroke-dasharray="{_DASHES[number % 4]}"' if number % 4 else ""
        for run in _runs(points):
            way = " ".join(f"{place(x)},{place(y)}" for x, y in run)
            yield f'<polyline points="{way}" fill="none" stroke-width="2.2" stroke-linejoin="round"{dash} style="stroke:{colour}"/>'
        yield from (f'<circle cx="{place(p[0])}" cy="{place(p[1])}" r="3.2" style="fill:{colour}"/>' for p in points if p)
    # On a page they are all there, perhaps the only place that shows them; on a phone a table stands below.
    roomy = len(_values(chart)) <= _MOST_LABELS and (across >= WIDE or _figures(chart) <= slot + _FONT)
    labelled = range(len(xs)) if roomy else range(len(xs) - 1, len(xs))
    for i in labelled:
        for number, y in _beside(courses, i):
            yield words(chart.series[number].printed[i], xs[i], y, paint.of(number), weight=600, halo=paint.paper)


_Course: TypeAlias = list[tuple[Decimal, Decimal] | None]


def _beside(courses: list[_Course], i: int) -> Iterator[tuple[int, Decimal]]:
    """Which lines have a point at *i*, from the top, and how high its figure stands so that no two touch (y grows downward)."""
    here = sorted((point[1], number) for number, points in enumerate(courses) if (point := points[i]))
    above = Decimal(-_HEIGHT)
    for rank, (y, number) in enumerate(here):
        crowded = rank > 0 and y - here[rank - 1][0] < 30
        below = crowded or (rank == len(here) - 1 and _in_dip(courses[number], i))
        above = max(y + (17 if below else -9), above + _FONT + 1)
        yield number, above


def _in_dip(points: _Course, i: int) -> bool:
    """Whether the line stays above the point at *i* on the whole, so that there is room below it."""
    here = points[i]
    around = [point[1] for point in (*points[max(i - 1, 0) : i], *points[i + 1 : i + 2]) if point]
    return here is not None and sum(around) < len(around) * here[1]


def _runs(points: _Course) -> Iterator[list[tuple[Decimal, Decimal]]]:
    """The stretches between missing points; nothing is drawn across a gap."""
    run: list[tuple[Decimal, Decimal]] = []
    for point in (*points, None):
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []


def _bars(chart: ChartBlock, paint: Colours, across: int) -> Iterator[str]:
    left, right = _left(chart), across - 16
    scale = Scale.over(
        _values(chart), start=_HEIGHT - _BOTTOM, end=_top(chart, across) + 10, from_zero=True, percent=chart.unit == "%"
    )
    yield from _legend(chart, paint, across)
    yield from _grid(scale, left, right, paint)
    slot = Decimal(right - left) / max(len(chart.categories), 1)
    yield from _names(chart.categories, [left + slot * i + slot / 2 for i in range(len(chart.categories))], slot, paint)
    count = len(chart.series)
    bar = min(slot * _FILLED / count, max(Decimal(46), _figures(chart)))
    zero = scale.at(Decimal(0))
    for number, series in enumerate(chart.series):
        for i, value in enumerate(series.values):
            if value is None:
                continue
            x = left + slot * i + slot / 2 + bar * (Decimal(number) - Decimal(count) / 2)
            y = scale.at(value)
            top = min(y, zero)
            yield (
                f'<rect x="{place(x + 1)}" y="{place(top)}" width="{place(bar - 2)}" height="{place(abs(y - zero))}" '
                f'style="fill:{paint.of(number)}"/>'
            )
            yield words(series.printed[i], x + bar / 2, top - 6 if value >= 0 else y + 14, paint.ink, weight=600)


def _lying_bars(chart: ChartBlock, paint: Colours, across: int) -> tuple[int, Iterator[str]]:
    """Bars that lie, for names that would not fit below standing ones; each name stands above its bars."""
    group = 24 + _BAR * len(chart.series)
    top = _top(chart, across)
    height = top + group * len(chart.categories) + 8
    scale = Scale.over(_values(chart), start=8, end=across - 20 - int(_figures(chart)), from_zero=True, percent=chart.unit == "%")
    return height, chain(_legend(chart, paint, across), _lying(chart, paint, scale, group, top))


def _lying(chart: ChartBlock, paint: Colours, scale: Scale, group: int, first: int) -> Iterator[str]:
    zero = scale.at(Decimal(0))
    for i, category in enumerate(chart.categories):
        top = first + group * i
        yield words(category, Decimal(8), Decimal(top + 12), paint.ink, anchor="start")
        for number, series in enumerate(chart.series):
            value = series.values[i]
            if value is None:
                continue
            x, y = scale.at(value), top + 18 + _BAR * number
            yield (
                f'<rect x="{place(min(x, zero))}" y="{y}" width="{place(max(abs(x - zero), Decimal(1)))}" height="{_BAR - 4}" '
                f'style="fill:{paint.of(number)}"/>'
            )
            yield words(series.printed[i], max(x, zero) + 6, Decimal(y + 11), paint.ink, anchor="start", weight=600)


def _pie(chart: ChartBlock, paint: Colours) -> tuple[int, Iterator[str]]:
    """A ring, its slices clockwise from the top, and beside it every part with its figure."""
    height = max(2 * (_RADIUS + _RING // 2) + 24, 26 * len(chart.categories) + 24)
    return height, _slices(chart, paint, height)


def _slices(chart: ChartBlock, paint: Colours, height: int) -> Iterator[str]:
    series = chart.series[0]
    values = [value or Decimal(0) for value in series.values]
    total = sum(values)
    x, y, done = 112, height // 2, Decimal(0)
    for i, value in enumerate(values):
        length = _CIRCLE * value / total
        gap = Decimal("1.5") if length > 4 and len(values) > 1 else Decimal(0)
        yield (
            f'<circle cx="{x}" cy="{y}" r="{_RADIUS}" fill="none" stroke-width="{_RING}" '
            f'stroke-dasharray="{place(length - gap)} {place(_CIRCLE - length + gap)}" stroke-dashoffset="{place(-done)}" '
            f'transform="rotate(-90 {x} {y})" style="stroke:{paint.of(i)}"/>'
        )
        done += length
    top = y - 13 * len(values) + 17
    for i, category in enumerate(chart.categories):
        line = Decimal(top + 26 * i)
        yield f'<rect x="236" y="{place(line - 11)}" width="12" height="12" rx="2" style="fill:{paint.of(i)}"/>'
        yield words(category, Decimal(256), line, paint.ink, anchor="start", size=14)
        yield words(series.printed[i], Decimal(_PIE_WIDTH - 16), line, paint.ink, anchor="end", weight=600, size=14)


def _left(chart: ChartBlock) -> int:
    """Where the drawing begins, right of the axis' labels."""
    largest = max((abs(value) for value in _values(chart)), default=Decimal(0))
    return 30 + int(_CHARACTER * max(len(f"{largest:,.0f}"), 3))


def _grid(scale: Scale, left: int, right: int, paint: Colours) -> Iterator[str]:
    for tick, label in zip(scale.ticks, scale.labels, strict=True):
        y = scale.at(tick)
        yield f'<line x1="{left}" x2="{right}" y1="{place(y)}" y2="{place(y)}" style="stroke:{paint.rule}"/>'
        yield words(label, Decimal(left - 8), y + 4, paint.faint, anchor="end")


def _legend(chart: ChartBlock, paint: Colours, across: int) -> Iterator[str]:
    """The unit at the left, then the names of the series, each with its colour."""
    if chart.unit:
        yield words(chart.unit, Decimal(8), Decimal(16), paint.faint, anchor="start")
    for number, (x, row) in enumerate(_legend_places(chart, across)):
        dash = f' stroke-dasharray="{_DASHES[number % 4]}"' if chart.kind == "line" and number % 4 else ""
        thick = 3 if chart.kind == "line" else 10
        y = 12 + _ROW * row
        ends = f'x1="{place(x)}" x2="{place(x + 22)}" y1="{y}" y2="{y}"'
        yield f'<line {ends} stroke-width="{thick}"{dash} style="stroke:{paint.of(number)}"/>'
        yield words(chart.series[number].name, x + 28, Decimal(y + 4), paint.ink, anchor="start")


def _legend_places(chart: ChartBlock, across: int) -> list[tuple[Decimal, int]]:
    """Where each series stands in the legend, and in which row; a single one is told by the title."""
    x, row = Decimal(8), 0
    if chart.unit:
        x += width(chart.unit) * _CHARACTER + 24
    places: list[tuple[Decimal, int]] = []
    for series in chart.series if len(chart.series) > 1 else ():
        wide = 28 + width(series.name) * _CHARACTER
        if places and x + wide > across:
            x, row = Decimal(8), row + 1
        places.append((x, row))
        x += wide + 20
    return places


def _top(chart: ChartBlock, across: int) -> int:
    """How far down the legend goes."""
    return _TOP + _ROW * max((row for _, row in _legend_places(chart, across)), default=0)


def _names(categories: tuple[str, ...], xs: list[Decimal], slot: Decimal, paint: Colours) -> Iterator[str]:
    """The categories below the axis, in two lines where one is too narrow, and no more of them than fit beside each other."""
    longest = max((width(category) for category in categories), default=0) + 1
    columns = int(slot / _CHARACTER) - 1
    two_lines = columns >= _NARROWEST and longest <= columns * 2
    every = 1 if two_lines else int(longest * _CHARACTER / slot) + 1
    for i, (category, x) in enumerate(zip(categories, xs, strict=True)):
        if i % every == 0:
            for row, line in enumerate(wrap(category, columns if two_lines else longest)[:2]):
                yield words(line, x, Decimal(_HEIGHT - _BOTTOM + 18 + 15 * row), paint.faint)
