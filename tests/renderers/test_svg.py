"""Charts: honest axes, printed figures."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propsummary.document import ChartBlock, ChartSeries
from propsummary.renderers._scale import Scale
from propsummary.renderers.svg import NARROW, Colours, chart_svg

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


def _chart(kind: str, *values: str | None, names: tuple[str, ...] = (), **more: str) -> ChartBlock:
    numbers = tuple(None if value is None else Decimal(value) for value in values)
    series = ChartSeries(name="s", values=numbers, printed=tuple(f"约{value}%" if value else "" for value in values))
    return ChartBlock(
        kind=kind,  # type: ignore[arg-type]
        title="t<",
        categories=names or tuple(f"c{i}" for i in range(len(values))),
        axis="a",
        series=(series,),
        alt="d&",
        **more,
    )


@given(st.lists(NUMBERS, max_size=6), st.booleans())
def test_the_axis_holds_all_values(values: list[Decimal], from_zero: bool) -> None:
    scale = Scale.over(values, start=0, end=100, from_zero=from_zero)
    assert 2 <= len(scale.ticks) <= 9
    for value in values:
        assert scale.ticks[0] <= value <= scale.ticks[-1]
        assert 0 <= scale.at(value) <= 100
    if from_zero:
        assert 0 in scale.ticks


@pytest.mark.parametrize(
    "values, labels",
    [
        (("0", "23"), ("0", "5", "10", "15", "20", "25")),
        (("92.4", "97.2"), ("92", "93", "94", "95", "96", "97", "98")),
        (("1860", "26"), ("0", "500", "1,000", "1,500", "2,000")),
    ],
)
def test_ticks_are_round(values: tuple[str, ...], labels: tuple[str, ...]) -> None:
    assert Scale.over(map(Decimal, values), start=0, end=1).labels == labels


def test_an_axis_of_percentages_ends_at_one_hundred() -> None:
    scale = Scale.over([Decimal("98.9"), Decimal("99.8")], start=0, end=1, percent=True)
    assert max(scale.ticks) <= 100


@pytest.mark.parametrize("kind", ["line", "bar", "pie"])
def test_every_kind_is_well_formed_and_shows_the_printed_figures(kind: str) -> None:
    chart = _chart(kind, "98.60", "97.10", "0.40", unit="%")
    svg = chart_svg(chart)
    root = ElementTree.fromstring(svg)
    words = ["".join(one.itertext()) for one in root.iter() if one.tag.endswith("text")]
    assert {"约98.60%", "约97.10%", "约0.40%"} <= set(words)
    assert root.get("role") == "img"
    assert root.find("{*}title").text == "t<"  # type: ignore[union-attr]
    assert root.find("{*}desc").text == "d&"  # type: ignore[union-attr]
    assert svg == chart_svg(chart)


def test_bars_begin_at_zero_and_their_lengths_compare() -> None:
    svg = chart_svg(_chart("bar", "50", "100"))
    heights = [Decimal(height) for height in re.findall(r'<rect [^>]*height="([\d.]+)"', svg)]
    assert abs(heights[0] * 2 - heights[1]) <= 1


def test_names_that_do_not_fit_lie() -> None:
    names = ("一个相当长的指标名称甲乙丙丁戊己庚辛壬癸" * 2, "乙", "丙", "丁", "戊")
    svg = chart_svg(_chart("bar", "1", "2", "3", "4", "5", names=names))
    widths = [Decimal(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)"', svg)]
    assert widths == sorted(widths)
    assert widths[-1] > widths[0] * 4


def test_nothing_is_drawn_across_a_gap() -> None:
    svg = chart_svg(_chart("line", "1", "2", None, "3", "4"))
    assert svg.count("<polyline") == 2
    assert svg.count("<circle") == 4


def test_below_zero_bars_hang() -> None:
    svg = chart_svg(_chart("bar", "-10", "10"))
    ElementTree.fromstring(svg)
    tops = [Decimal(top) for top in re.findall(r'<rect [^>]*y="([\d.]+)"', svg)]
    assert tops[0] > tops[1]


def test_colours_can_be_chosen() -> None:
    svg = chart_svg(_chart("bar", "1", "2"), colours=Colours(series=("var(--c1)",)))
    assert svg.count("fill:var(--c1)") == 2


@given(st.sampled_from(["line", "bar"]), st.lists(st.one_of(st.none(), NUMBERS), min_size=1, max_size=20))
def test_any_values_can_be_drawn(kind: str, values: list[Decimal | None]) -> None:
    ElementTree.fromstring(chart_svg(_chart(kind, *(None if value is None else str(value) for value in values))))


def _placed(svg: str) -> list[tuple[Decimal, Decimal, str]]:
    return [(Decimal(x), Decimal(y), text) for x, y, text in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<', svg)]


def test_figures_of_close_lines_do_not_touch() -> None:
    names = ("一季度", "二季度")
    series = tuple(
        ChartSeries(name=name, values=(Decimal(value), Decimal(value)), printed=(f"{value}%", f"{value}%"))
        for name, value in (("甲", "93.5"), ("乙", "93.4"), ("丙", "93.3"))
    )
    svg = chart_svg(ChartBlock(kind="line", title="t", categories=names, axis="a", series=series, unit="%"))
    heights = sorted(y for x, y, text in _placed(svg) if text in ("93.5%", "93.4%", "93.3%") and x < 300 and x > 60)
    assert len(heights) == 3
    assert all(below - above > 12 for above, below in itertools.pairwise(heights))


def test_names_below_the_axis_do_not_run_into_each_other() -> None:
    names = tuple(f"{2023 + i // 12}年{i % 12 + 1}月" for i in range(36))
    svg = chart_svg(_chart("line", *(str(i) for i in range(36)), names=names))
    places = sorted(x for x, _, text in _placed(svg) if text in names)
    assert len(places) > 3
    assert all(right - left > 60 for left, right in itertools.pairwise(places))


@pytest.mark.parametrize("kind", ["line", "bar"])
@pytest.mark.parametrize("count", [4, 12])
def test_a_chart_for_a_phone_stays_within_its_width(kind: str, count: int) -> None:
    """Legends of many names take further rows, figures that would run into each other are left to the table."""
    names = tuple(f"{i + 1}月" for i in range(count))
    values = tuple(Decimal(1000 + i) for i in range(count))
    printed = tuple(f"{value}万元" for value in values)
    series = tuple(ChartSeries(name=f"{name}物业服务中心", values=values, printed=printed) for name in "东西南北")
    svg = chart_svg(
        ChartBlock(kind=kind, title="t", categories=names, axis="a", series=series, unit="万元"),  # type: ignore[arg-type]
        across=NARROW,
    )
    legend = [(x, y) for x, y, text in _placed(svg) if text.endswith("服务中心")]
    assert len(legend) == 4
    assert len({y for _, y in legend}) > 1
    assert all(x + 14 * Decimal("6.4") <= NARROW for x, _ in legend)
    top = min(y for _, y, text in _placed(svg) if text in (*printed, *names))
    assert top > max(y for _, y in legend)


@pytest.mark.parametrize(
    "values, below",
    [(("5", "3"), (False, True)), (("3", "5"), (True, False)), (("5", "1", "5"), (False, True, False)), (("4",), (False,))],
)
def test_a_figure_does_not_cover_the_line_that_comes_to_it(values: tuple[str, ...], below: tuple[bool, ...]) -> None:
    """Where the line comes from above the figure stands below the point."""
    svg = chart_svg(_chart("line", *values))
    points = [(Decimal(x), Decimal(y)) for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', svg)]
    figures = {x: y for x, y, text in _placed(svg) if text.startswith("约")}
    assert tuple(figures[x] > y for x, y in points) == below


def test_a_figure_below_the_lowest_point_stays_clear_of_the_names() -> None:
    svg = chart_svg(_chart("line", "95", "90", names=("一季度", "二季度")))
    placed = {text: y for _, y, text in _placed(svg)}
    assert placed["二季度"] - placed["约90%"] >= 13
