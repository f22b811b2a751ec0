"""Native charts: what Word draws itself and lets people edit, with the figures in a workbook inside."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from propsummary._text import width
from propsummary.document import ChartBlock, ChartSeries
from propsummary.renderers._scale import Scale
from propsummary.renderers.office.repack import repacked
from propsummary.renderers.office.xml import quoted
from propsummary.renderers.theme import Theme

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

__all__ = ["NativeChart", "native_chart"]

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST_LABELS = 16  # figures in one chart that can be read
_TYPE = 9  # points
_WHOLE = 5_700_000  # width in EMU of the text, about
_CM = 360_000
_POINT = 12_700
_UNIT = 4  # columns


@attrs.frozen(kw_only=True)
class NativeChart:
    """
    A chart ready for a package.

    Attributes:
        xml: The chart's part; refers to the workbook as ``rId1``.

        workbook: Its figures, as XLSX.

        width, height: On paper, in EMU.
    """

    xml: bytes
    workbook: bytes
    width: int
    height: int


def native_chart(chart: ChartBlock, theme: Theme, *, points: int = _TYPE, across: int = _WHOLE) -> NativeChart:
    """
    *chart* in the colours and typefaces of *theme*.

    Args:
        points: The size of its type.

        across: How wide it will be at most, in EMU.
    """
    from lxml import etree
    from pptx.chart.chart import Chart
    from pptx.chart.xmlwriter import ChartXmlWriter
    from pptx.oxml import parse_xml

    data, lying = _data(chart), _is_lying(chart, across * 17 // (_POINT * 10 * points))
    space = parse_xml(ChartXmlWriter(_kind(chart, lying=lying), data).xml.encode())  # type: ignore[no-untyped-call]
    drawn = Chart(space, None)  # type: ignore[no-untyped-call]
    _lettering(drawn, chart, theme, points)
    _paint(drawn, chart, theme)
    if chart.kind != "pie":
        _axes(drawn, chart, theme, lying=lying)
    _labels(drawn, chart)
    _asian(space, theme)
    _tidy(space)
    _link(space)
    xml = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
    workbook = repacked(data._workbook_writer.xlsx_blob)
    shown = across * 2 // 3 if chart.kind == "pie" else across
    return NativeChart(xml=xml, workbook=workbook, width=shown, height=_height(chart, lying=lying))


def _height(chart: ChartBlock, *, lying: bool) -> int:
    """Lying bars need room for every category; all others look well at the same height."""
    if not lying:
        return 13 * _CM // 2
    return min(22 * _CM, 2 * _CM + len(chart.categories) * (len(chart.series) * _CM * 45 // 100 + _CM * 35 // 100))


def _data(chart: ChartBlock) -> CategoryChartData:
    from pptx.chart.data import CategoryChartData

    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [_clean(name) for name in chart.categories]
    for series in chart.series:
        data.add_series(_clean(series.name), series.values, _format(series, "" if _has_long_unit(chart) else chart.unit))  # type: ignore[no-untyped-call]
    return data


def _clean(text: str) -> str:
    """*text* without what a workbook cannot hold."""
    return "".join(character for character in text if character.isprintable() or character == " ")


def _format(series: ChartSeries, unit: str) -> str:
    """The number format in which the figures read as they were printed: their decimals, their commas, their unit."""
    printed = [text for text in series.printed if text]
    decimals = {len(match[1]) if (match := re.search(r"\.(\d+)", text)) else 0 for text in printed}
    if len(decimals) > 1:
        number = "General"
    else:
        whole = "#,##0" if any("," in text for text in printed) else "0"
        number = f"{whole}.{'0' * min(decimals)}" if any(decimals) else whole
    suffix = _clean(unit).replace('"', "")
    return f'{number}"{suffix}"' if suffix else number


def _has_long_unit(chart: ChartBlock) -> bool:
    """Whether the unit is said once above the chart, since it is too long to stand behind every figure."""
    return width(chart.unit) > _UNIT


def _is_lying(chart: ChartBlock, room: int) -> bool:
    """Whether the names are too long to stand below the axis, where there is *room* for so many columns beside each other."""
    slot = room // max(len(chart.categories), 1)
    return chart.kind == "bar" and max(map(width, chart.categories), default=0) > 2 * slot


def _kind(chart: ChartBlock, *, lying: bool) -> XL_CHART_TYPE:
    from pptx.enum.chart import XL_CHART_TYPE

    if chart.kind == "bar":
        return XL_CHART_TYPE.BAR_CLUSTERED if lying else XL_CHART_TYPE.COLUMN_CLUSTERED
    return XL_CHART_TYPE.LINE_MARKERS if chart.kind == "line" else XL_CHART_TYPE.PIE


def _lettering(drawn: Chart, chart: ChartBlock, theme: Theme, points: int) -> None:
    """Typeface and size of all words, and a legend where there is more than one thing to tell apart."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    drawn.font.size = Pt(points)
    drawn.font.name = theme.display.latin
    drawn.font.color.rgb = _rgb(theme.palette.ink)
    drawn.has_title = _has_long_unit(chart)
    if drawn.has_title:
        frame = drawn.chart_title.text_frame
        frame.text = _clean(chart.unit)
        frame.paragraphs[0].font.size = Pt(points)
        frame.paragraphs[0].font.bold = False
        frame.paragraphs[0].font.color.rgb = _rgb(theme.palette.faint)
    drawn.has_legend = chart.kind == "pie" or len(chart.series) > 1
    if drawn.has_legend and drawn.legend is not None:
        drawn.legend.position = XL_LEGEND_POSITION.RIGHT if chart.kind == "pie" else XL_LEGEND_POSITION.TOP
        drawn.legend.include_in_layout = False


def _paint(drawn: Chart, chart: ChartBlock, theme: Theme) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.util import Pt

    def colour(index: int) -> Any:
        return _rgb(theme.palette.of_series(index))

    plot: Any = drawn.plots[0]
    if chart.kind == "pie":
        for index in range(len(chart.categories)):
            plot.series[0].points[index].format.fill.solid()
            plot.series[0].points[index].format.fill.fore_color.rgb = colour(index)
        return
    for index, series in enumerate(plot.series):
        if chart.kind == "bar":
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = colour(index)
            continue
        series.smooth = False
        series.format.line.width = Pt(2.25)
        series.format.line.color.rgb = colour(index)
        series.marker.style = XL_MARKER_STYLE.CIRCLE
        series.marker.size = 6
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour(index)
        series.marker.format.line.color.rgb = colour(index)
    if chart.kind == "bar":
        plot.gap_width = 60 if len(chart.categories) > 2 else 140
        plot.overlap = -5 if len(chart.series) > 1 else 0


def _axes(drawn: Chart, chart: ChartBlock, theme: Theme, *, lying: bool) -> None:
    """Bars begin at zero, since their lengths are compared; no axis of shares goes beyond the whole."""
    from pptx.enum.chart import XL_TICK_MARK

    rule = _rgb(theme.palette.rule)
    values: Any = drawn.value_axis
    values.major_gridlines.format.line.color.rgb = rule
    values.format.line.fill.background()
    values.major_tick_mark = XL_TICK_MARK.NONE
    values.tick_labels.font.color.rgb = _rgb(theme.palette.faint)
    values.tick_labels.number_format = 'General"%"' if chart.unit == "%" else "General"
    values.tick_labels.number_format_is_linked = False
    figures = [value for series in chart.series for value in series.values if value is not None]
    scale = Scale.over(figures, start=0, end=1, from_zero=chart.kind == "bar", percent=chart.unit == "%")
    if scale.ticks[0] == 0:
        values.minimum_scale = 0
    if chart.unit == "%" and scale.ticks[-1] == Decimal(100):
        values.maximum_scale = 100
        step = scale.ticks[1] - scale.ticks[0]
        if step == int(step):
            values.major_unit = int(step)
    categories: Any = drawn.category_axis
    categories.format.line.color.rgb = rule
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.has_major_gridlines = False
    if lying:
        categories.reverse_order = True
        values.visible = False
        values.has_major_gridlines = False


def _labels(drawn: Chart, chart: ChartBlock) -> None:
    """The figures beside their points, unless there are too many to be read."""
    from pptx.enum.chart import XL_LABEL_POSITION

    if len(chart.categories) * len(chart.series) > _MOST_LABELS:
        return
    positions = {"line": XL_LABEL_POSITION.ABOVE, "bar": XL_LABEL_POSITION.OUTSIDE_END, "pie": XL_LABEL_POSITION.OUTSIDE_END}
    plot: Any = drawn.plots[0]
    for drawing, series in zip(plot.series, chart.series, strict=True):
        labels = drawing.data_labels if chart.kind != "pie" else _of_slices(plot)
        labels.show_value = True
        labels.number_format = _format(series, "" if _has_long_unit(chart) else chart.unit)
        labels.number_format_is_linked = False
        labels.position = positions[chart.kind]


def _of_slices(plot: Any) -> Any:
    plot.has_data_labels = True
    return plot.data_labels


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour)  # type: ignore[no-untyped-call]


def _asian(space: Any, theme: Theme) -> None:
    """A Latin typeface says nothing about Chinese characters: name theirs beside it."""
    for latin in list(space.iter(f"{_A}latin")):
        if latin.getnext() is None or latin.getnext().tag != f"{_A}ea":
            latin.addnext(latin.makeelement(f"{_A}ea", {"typeface": quoted(theme.display.asian)}))


def _tidy(space: Any) -> None:
    """No frame and no round corners, and numbers of axes that the schema allows."""
    from lxml import etree

    for corners in space.findall(f"{_C}roundedCorners"):
        space.remove(corners)
    space.insert(0 if space.find(f"{_C}date1904") is None else 1, space.makeelement(f"{_C}roundedCorners", {"val": "0"}))
    ground = space.makeelement(f"{_C}spPr", {})
    etree.SubElement(ground, f"{_A}noFill")
    etree.SubElement(etree.SubElement(ground, f"{_A}ln"), f"{_A}noFill")
    space.find(f"{_C}chart").addnext(ground)
    axes = [*space.iter(f"{_C}axId"), *space.iter(f"{_C}crossAx")]
    numbers = {name: str(number) for number, name in enumerate(dict.fromkeys(axis.get("val") for axis in axes), 1)}
    for axis in axes:
        axis.set("val", numbers[axis.get("val")])


def _link(space: Any) -> None:
    """Say where the figures are."""
    data = space.get_or_add_externalData()
    data.set(f"{_R}id", "rId1")
    if data.find(f"{_C}autoUpdate") is None:
        data.append(data.makeelement(f"{_C}autoUpdate", {"val": "0"}))
