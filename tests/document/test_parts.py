"""Numbers, charts, verdicts and audiences."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from plain_words import of_document
from propsummary.document import ChartBlock, Document, Heading, Paragraph, Table, Timeline, build
from propsummary.document.context import headed
from propsummary.document.numbering import chinese, numbered
from propsummary.model import Chart, ChartKind, ChartOf, Direction, Issue, Metric, Point, Share, Summary
from propsummary.periods import Period
from propsummary.quantities import Quantity, find_figures
from rich_summaries import logistics, order

YEAR = Period.parse("2025")


def q(text: str) -> Quantity:
    return Quantity.parse(text)


@pytest.mark.parametrize(
    "number, text", [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "100")]
)
def test_chinese_counting(number: int, text: str) -> None:
    assert chinese(number) == text


def test_a_heading_above_nothing_is_left_out() -> None:
    block = Paragraph(text="x")
    assert list(headed(2, "a", [])) == []
    assert list(headed(2, "a", [block, block])) == [Heading(level=2, text="a"), block, block]


def test_headings_are_counted_below_the_one_that_they_belong_to() -> None:
    levels = (1, 2, 3, 3, 2, 1, 2)
    found = [block for block in numbered([Heading(level=n, text="x") for n in levels], "zh") if isinstance(block, Heading)]
    assert [heading.number for heading in found] == ["一、", "（一）", "1.", "2.", "（二）", "二、", "（一）"]
    assert [heading.anchor for heading in found] == ["s1", "s1-1", "s1-1-1", "s1-1-2", "s1-2", "s2", "s2-1"]


def _charts(chart: Chart, *metrics: Metric) -> list[ChartBlock]:
    document = build(Summary(department="order", period=YEAR, metrics=metrics, charts=(chart,)))
    return [block for block in document.blocks if isinstance(block, ChartBlock)]


def _chart(kind: ChartKind, of: ChartOf | None, *ids: str) -> Chart:
    return Chart(id="h1", kind=kind, metrics=ids, of=of)


def test_courses_of_different_units_get_charts_of_their_own() -> None:
    points = (Point(period=Period.parse("2025-Q1"), value=q("92.4%")),)
    minutes = (Point(period=Period.parse("2025-Q1"), value=q("5分钟")),)
    found = _charts(
        _chart(ChartKind.LINE, ChartOf.SERIES, "a", "b"),
        Metric(id="a", name="甲", series=points),
        Metric(id="b", name="乙", series=minutes),
    )
    assert [(chart.unit, chart.series[0].printed) for chart in found] == [("%", ("92.4%",)), ("分钟", ("5分钟",))]


def _months(count: int) -> tuple[Point, ...]:
    return tuple(
        Point(period=Period.parse(f"2025-{month:02}"), value=Quantity.parse(f"{90 + month}%")) for month in range(1, count + 1)
    )


def test_short_courses_of_the_same_periods_share_a_table_and_long_ones_are_drawn() -> None:
    counts = {"巡更到位率": 3, "岗位到岗率": 3, "监控在线率": 4, "登记率": 6}
    metrics = tuple(Metric(id=f"m{count}{name}", name=name, series=_months(count)) for name, count in counts.items())
    blocks = build(Summary(department="order", period=Period.parse("2025"), metrics=metrics)).blocks
    shared, alone = (one for one in blocks if isinstance(one, Table) and "走势" in one.caption)
    assert [row[0].text for row in shared.rows] == ["巡更到位率", "岗位到岗率"]
    assert [column.header for column in shared.columns] == ["指标", "2025年1月", "2025年2月", "2025年3月"]
    assert (alone.caption, len(alone.rows)) == ("监控在线率 · 走势", 4)
    (chart,) = (one for one in blocks if isinstance(one, ChartBlock))
    assert (chart.kind, chart.title, len(chart.categories)) == ("line", "登记率 · 走势", 6)


def test_missing_points_are_gaps() -> None:
    first, second = Period.parse("2025-Q1"), Period.parse("2025-Q2")
    a = Metric(id="a", name="甲", series=(Point(period=first, value=q("1起")), Point(period=second, value=q("2起"))))
    b = Metric(id="b", name="乙", series=(Point(period=second, value=q("3起")),))
    (chart,) = _charts(_chart(ChartKind.LINE, None, "a", "b"), a, b)
    assert chart.categories == ("2025年第一季度", "2025年第二季度")
    assert [series.values for series in chart.series] == [(Decimal(1), Decimal(2)), (None, Decimal(3))]
    assert chart.as_table().rows[0][2].text == "—"


def test_parts_share_unit_and_multiplier_of_the_whole() -> None:
    metric = Metric(
        id="a",
        name="用电量",
        value=q("2.6万kWh"),
        breakdown=(Share(name="照明", value=q("1.4")), Share(name="电梯", value=q("1.2万kWh"))),
    )
    (chart,) = _charts(_chart(ChartKind.PIE, None, "a"), metric)
    assert chart.series[0].printed == ("1.4万kWh", "1.2万kWh")
    assert chart.series[0].values == (Decimal("1.4"), Decimal("1.2"))
    assert chart.unit == "万kWh"


def test_a_multiplier_is_lent_once() -> None:
    metric = Metric(
        id="a", name="支出", value=q("38.6"), unit="万元", baseline=q("4.1万"), breakdown=(Share(name="甲", value=q("20")),)
    )
    (compared,) = _charts(_chart(ChartKind.BAR, ChartOf.COMPARISON, "a"), metric)
    assert [(series.printed, series.values) for series in compared.series] == [
        (("4.1万元",), (Decimal("4.1"),)),
        (("38.6万元",), (Decimal("38.6"),)),
    ]
    assert compared.unit == "万元"
    (parts,) = _charts(_chart(ChartKind.BAR, ChartOf.BREAKDOWN, "a"), metric)
    assert (parts.series[0].printed, parts.series[0].values, parts.unit) == (("20万元",), (Decimal(20),), "万元")


@pytest.mark.parametrize(
    "written, unit, lent, printed",
    [
        ("38.6", "万户", "萬戶", "38.6萬戶"),
        ("2.4", "次/台·月", "次/台·月", "2.4次/台·月"),
        ("8.3個百分點", "个百分点", "個百分點", "8.3個百分點"),
        ("8.3个百分点", "个百分点", "個百分點", "8.3个百分点"),
    ],
)
def test_a_document_in_traditional_characters_lends_its_units_in_them(written: str, unit: str, lent: str, printed: str) -> None:
    """What people wrote stays as they wrote it."""
    metric = Metric(id="a", name="指標", value=q(written), unit=unit, series=(Point(period=YEAR, value=q(written)),))
    summary = Summary(department="order", period=YEAR, metrics=(metric,), charts=(_chart(ChartKind.LINE, None, "a"),))
    (chart,) = (block for block in build(summary, language="zh-Hant").blocks if isinstance(block, ChartBlock))
    assert (chart.unit, chart.series[0].printed) == (lent, (printed,))


def test_an_english_chart_counts_in_one_word_throughout() -> None:
    metric = Metric(
        id="a",
        name="power",
        value=q("126.4万kWh"),
        breakdown=(Share(name="a", value=q("58.30")), Share(name="b", value=q("120.1万kWh"))),
    )
    summary = Summary(department="order", period=YEAR, metrics=(metric,), charts=(_chart(ChartKind.BAR, ChartOf.BREAKDOWN, "a"),))
    (chart,) = (block for block in build(summary, language="en").blocks if isinstance(block, ChartBlock))
    assert (chart.unit, chart.series[0].printed) == ("million kWh", ("0.5830\xa0million kWh", "1.201\xa0million kWh"))
    assert chart.series[0].values == (Decimal("0.583"), Decimal("1.201"))


def test_different_multipliers_are_drawn_in_the_plain_unit() -> None:
    metric = Metric(id="a", name="支出", breakdown=(Share(name="甲", value=q("1.5万元")), Share(name="乙", value=q("8000元"))))
    (chart,) = _charts(_chart(ChartKind.BAR, None, "a"), metric)
    assert chart.series[0].values == (Decimal(15000), Decimal(8000))
    assert chart.unit == "元"


def test_what_has_no_slices_becomes_bars() -> None:
    metric = Metric(id="a", name="甲", breakdown=(Share(name="x", value=q("-3")), Share(name="y", value=q("5"))))
    assert [chart.kind for chart in _charts(_chart(ChartKind.PIE, None, "a"), metric)] == ["bar"]
    zero = attrs.evolve(metric, breakdown=(Share(name="x", value=q("0起")),))
    assert [chart.kind for chart in _charts(_chart(ChartKind.PIE, None, "a"), zero)] == ["bar"]


def test_a_chart_without_data_is_left_out() -> None:
    assert _charts(_chart(ChartKind.LINE, ChartOf.SERIES, "a", "gone"), Metric(id="a", name="甲")) == []


def _verdict(**fields: object) -> str:
    document = build(Summary(department="法务组", period=YEAR, metrics=(Metric(name="某项", **fields),)))  # type: ignore[arg-type]
    table = next(block for block in document.blocks if getattr(block, "caption", "") == "主要指标")
    headers = [column.header for column in table.columns]  # type: ignore[union-attr]
    return table.rows[0][headers.index("达标情况")].text if "达标情况" in headers else ""  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "value, target, more, verdict",
    [
        ("98.6%", "≥98%", {}, "达标"),
        ("97.9%", "≥98%", {}, "未达标"),
        ("5.1分钟", "≤5分钟", {}, "未达标"),
        ("98%", "98%", {"direction": Direction.HIGHER}, "达标"),
        ("98%", "97%", {"direction": Direction.LOWER}, "未达标"),
        ("98%", "97%", {}, ""),  # which way is better is not known
        ("约98%", "≥98%", {}, ""),  # no exact figure
        ("98%", "≥95分", {}, ""),  # another unit
        ("98", "≥95%", {}, ""),  # a unit is not guessed
        ("98", "≥95%", {"unit": "%"}, "达标"),
        ("98%", "95%–97%", {"direction": Direction.BAND}, ""),
    ],
)
def test_verdicts_are_given_only_where_they_are_sure(value: str, target: str, more: dict[str, object], verdict: str) -> None:
    assert _verdict(value=q(value), target=q(target), **more) == verdict


def _figures(document: Document) -> list[str]:
    """The figures of all tables, charts and highlights."""
    return [figure.text for piece in of_document(document) for figure in find_figures(piece)]


def test_the_owners_notice_names_nobody() -> None:
    words = "\n".join(of_document(build(order(), audience="owners")))
    for name in ("周明", "林悦", "何伟", "陈立"):
        assert name not in words
    assert "秩序主管" in words


def test_the_owners_notice_tells_no_internal_causes() -> None:
    words = "\n".join(of_document(build(order(), audience="owners")))
    assert "相机不在年度更新清单里" not in words
    assert "夜班缺编2人" not in words
    assert "12月东门施工" not in words
    assert "东门夜间车辆排队" in words


def test_personal_data_is_masked_for_owners() -> None:
    issue = Issue(title="车位被占", statement="车主电话13812345678多次未接通，周明到场处理")
    summary = attrs.evolve(order(), issues=(issue,))
    words = "\n".join(of_document(build(summary, audience="owners")))
    assert "13812345678" not in words
    assert "13812345678" in "\n".join(of_document(build(summary)))


@pytest.mark.parametrize("summary", [order(), logistics()], ids=["order", "logistics"])
def test_figures_agree_across_the_audiences(summary: Summary) -> None:
    """Metrics, charts, activities and goals show the same figures to everybody; the notice adds none."""
    management, owners, internal = (build(summary, audience=audience) for audience in ("management", "owners", "internal"))  # type: ignore[arg-type]
    assert internal.blocks == management.blocks
    charts = [[block for block in document.blocks if isinstance(block, ChartBlock)] for document in (management, owners)]
    assert charts[0] == charts[1]
    table = [next(b for b in document.blocks if getattr(b, "caption", "") == "主要指标") for document in (management, owners)]
    assert attrs.evolve(table[0], number="") == attrs.evolve(table[1], number="")  # type: ignore[misc]
    assert set(_figures(owners)) <= set(_figures(management))


def test_a_document_in_traditional_characters_is_chinese_throughout() -> None:
    """Labels in traditional characters, Chinese punctuation, and what people wrote as they wrote it."""
    summary = attrs.evolve(order(), title="")
    plain, traditional = build(summary), build(summary, language="zh-Hant")
    assert traditional.title == "2025年秩序部工作總結"
    assert [len(heading.title) for heading in traditional.headings] == [len(heading.title) for heading in plain.headings]
    assert [block.number for block in traditional.blocks if isinstance(block, ChartBlock)][:2] == ["圖 1", "圖 2"]
    (calendar,) = (block for block in traditional.blocks if isinstance(block, Timeline))
    assert calendar.title == "措施進度圖"
    assert ": " not in "".join(of_document(traditional)).replace("http: ", "")
