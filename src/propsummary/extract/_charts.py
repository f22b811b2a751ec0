"""Native charts of Word and PowerPoint: the figures that they show, from what they keep of their workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from propsummary.extract._shown import shown
from propsummary.extract.pieces import Collector, Place
from propsummary.quantities import find_figures

__all__ = ["collect_chart"]

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MOST = 10_000  # points of a series


def collect_chart(space: Any, collector: Collector, at: Place) -> None:
    """The title of a chart and its figures, as a table of its categories and series; the ticks of its axes are no figures."""
    title = space.find(f"{_C}chart/{_C}title")
    heading = "".join(text.text or "" for text in title.iter(f"{_A}t")) if title is not None else ""
    unit = _unit(heading)
    collector.add("" if unit else heading, at)
    series = list(space.iter(f"{_C}ser"))
    columns = [{index: text + unit for index, text in _values(one).items()} for one in series]
    named: dict[int, str] = {}
    for one in series:
        named |= _points(one.find(f"{_C}cat"))
    rows = (
        [(named.get(index, ""), at), *((column.get(index, ""), at) for column in columns)]
        for index in sorted({*named, *(index for column in columns for index in column)})
    )
    role, collector.role = collector.role, "drawn"
    collector.table(["", *map(_name, series)], rows, at)
    collector.role = role


def _unit(title: str) -> str:
    """What a title says that is only there for the unit of all figures, which was too long to stand behind each of them."""
    unit = f" {title}" if title.isascii() else title  # million kWh
    told = f"1{unit}"
    figure = next(iter(find_figures(told)), None)
    return unit if figure is not None and (figure.start, figure.end) == (0, len(told)) else ""


def _name(series: Any) -> str:
    tx = series.find(f"{_C}tx")
    return "" if tx is None else "".join(value.text or "" for value in tx.iter(f"{_C}v"))


def _values(series: Any) -> dict[int, str]:
    """The figures by the number of their category, in the format of their labels, else in that of the workbook."""
    data = series.find(f"{_C}val")
    if data is None:
        data = series.find(f"{_C}yVal")
    label = series.find(f"{_C}dLbls/{_C}numFmt")
    form = label.get("formatCode") if label is not None and label.get("sourceLinked") != "1" else None
    if form is None and data is not None:
        form = next((code.text for code in data.iter(f"{_C}formatCode")), None)
    return {index: shown(text, form) for index, text in _points(data).items()}


def _points(data: Any) -> dict[int, str]:
    return {} if data is None else dict(_numbered(data))


def _numbered(data: Any) -> Iterator[tuple[int, str]]:
    for point in data.iter(f"{_C}pt"):
        number, value = point.get("idx", ""), point.find(f"{_C}v")
        if number.isascii() and number.isdigit() and int(number) < _MOST and value is not None:
            yield int(number), value.text or ""
