"""Charts of the spreadsheet itself, each beside the figures that it draws."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from propsummary.catalogue import label
from propsummary.document import ChartBlock, Figure, captioned
from propsummary.renderers.xlsx._book import Book
from propsummary.renderers.xlsx._figures import Number, numbers, plain_number

__all__ = ["charts"]

_ROWS = 18  # that a chart is high
_FACTORS = (1, 10_000, 100_000_000, 1_000, 1_000_000, 1_000_000_000)  # that the axis may have taken out of the figures
_KINDS = {"line": "line", "bar": "column", "pie": "pie"}
_LABELS: dict[str, dict[str, Any]] = {
    "line": {"position": "above"},
    "bar": {"position": "outside_end"},
    "pie": {"category": True, "separator": "\n", "position": "outside_end", "leader_lines": True},
}
_LABELLED = 12  # figures of one series; more would lie on each other, and of several series half as many
_A_PAGE = 2  # charts
_FIRST = 24  # columns of text in the first column of the sheet
_OTHER = 18
_WIDE = 560  # pixels
_HIGH = 340


def charts(book: Book) -> None:
    """A sheet of all charts of the document, if there are any."""
    found = [block for block in book.document.blocks if isinstance(block, ChartBlock)]
    if not found:
        return
    sheet = book.sheet(label("charts", book.document.language))
    most = max(len(block.series) for block in found)
    sheet.set_column(0, 0, _FIRST)
    sheet.set_column(1, most, _OTHER)
    row, breaks = 0, []
    for number, block in enumerate(found):
        if number and number % _A_PAGE == 0:
            breaks.append(row)
        _figures(book, sheet, row, block)
        sheet.insert_chart(
            row,
            most + 2,
            _chart(book, sheet.get_name(), row, block),
            {"description": block.alt or block.title, "object_position": 1},
        )
        row += max(_ROWS, len(block.categories) + 4)
    sheet.set_h_pagebreaks(breaks)


def _figures(book: Book, sheet: Any, row: int, block: ChartBlock) -> None:
    """Caption, headings and figures from *row* down; what is missing stays empty, so that the line has a gap."""
    edge = {"border": 1, "border_color": f"#{book.theme.palette.rule}"}
    book.put(sheet, row, 0, captioned(block.number, block.title, language=book.document.language), bold=True)
    heading = {"bold": True, "bg_color": f"#{book.theme.palette.tint}", **edge}
    book.put(sheet, row + 1, 0, block.axis, **heading)
    for index, name in enumerate(block.categories):
        book.put(sheet, row + 2 + index, 0, name, **edge)
    for column, series in enumerate(block.series, 1):
        book.put(sheet, row + 1, column, series.name, **heading)
        for index, cell in enumerate(_cells(block, column - 1)):
            if cell is not None:  # a cell that is merely blank would be drawn as a zero
                book.put(sheet, row + 2 + index, column, cell, **edge)


def _cells(block: ChartBlock, index: int) -> list[Number | None]:
    """The numbers of a series, shown as they were printed wherever that is the number that is drawn."""
    series = block.series[index]
    return [
        None if value is None else _cell(value, text, block.unit) for value, text in zip(series.values, series.printed, strict=True)
    ]


def _cell(value: Decimal, text: str, unit: str) -> Number:
    drawn = value / 100 if unit == "%" else value
    for factor in _FACTORS:
        (cell,) = numbers((Figure(text=text, number=value * factor),))
        if isinstance(cell, Number) and cell.value == drawn:
            return cell
    return plain_number(value, unit)


def _chart(book: Book, name: str, row: int, block: ChartBlock) -> Any:
    palette, first, last = book.theme.palette, row + 2, row + 1 + len(block.categories)
    chart = book.workbook.add_chart({"type": _KINDS[block.kind]})
    few = len(block.series) * len(block.categories) <= (_LABELLED if len(block.series) == 1 else _LABELLED // 2)
    for column in range(1, len(block.series) + 1):
        colour = f"#{palette.of_series(column - 1)}"
        slices = [{"fill": {"color": f"#{palette.of_series(i)}"}} for i in range(len(block.categories))]
        looks: dict[str, dict[str, Any]] = {
            "line": {"line": {"color": colour, "width": 2.25}, "marker": {"type": "circle", "size": 6, "fill": {"color": colour}}},
            "bar": {"fill": {"color": colour}},
            "pie": {"points": slices},
        }
        chart.add_series(
            {
                "name": [name, row + 1, column],
                "categories": [name, first, 0, last, 0],
                "values": [name, first, column, last, column],
                **({"data_labels": {"value": True, **_LABELS[block.kind]}} if few else {}),
                **looks[block.kind],
            }
        )
    chart.set_title({"name": block.title, "name_font": {"size": 13, "bold": True}, "overlay": False})
    chart.set_size({"width": _WIDE, "height": _HIGH})
    chart.set_legend({"position": "bottom"} if len(block.series) > 1 or block.kind == "pie" else {"none": True})
    if block.kind != "pie":
        chart.set_x_axis({"name": block.axis, "name_font": {"bold": False}})
        chart.set_y_axis(
            {"name": block.unit, "name_font": {"bold": False}, "major_gridlines": _grid(palette.rule), **_scale(block)}
        )
    return chart


def _scale(block: ChartBlock) -> dict[str, Any]:
    """Bars begin at zero; percentages up to a hundred end there."""
    values = [value for series in block.series for value in series.values if value is not None]
    scale: dict[str, Any] = {}
    if block.kind == "bar" and min(values, default=0) >= 0:
        scale["min"] = 0
    if block.unit == "%":
        scale["num_format"] = "0%" if block.kind == "bar" else "0.0%"
        if 50 < max(values, default=0) <= 100:
            scale["max"] = 1
    return scale


def _grid(colour: str) -> dict[str, Any]:
    return {"visible": True, "line": {"color": f"#{colour}", "width": 0.75}}
