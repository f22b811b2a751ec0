"""Figures as documents print them: one notation, the reader's units, no digit changed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from plain_words import of_document
from propsummary.document import ChartBlock, Highlights, Language, Table, build
from propsummary.document.english import in_english, unit_in_english
from propsummary.model import (
    Achievement,
    Activity,
    ActivityKind,
    Chart,
    ChartKind,
    ChartOf,
    FollowUp,
    Goal,
    Metric,
    Outcome,
    Share,
    Summary,
)
from propsummary.periods import Period
from propsummary.quantities import Change, Quantity
from propsummary.renderers import renderer

YEAR = Period.parse("2025")


def q(text: str) -> Quantity:
    return Quantity.parse(text)


def _row(metric: Metric, language: Language = "zh") -> list[str]:
    document = build(Summary(department="order", period=YEAR, metrics=(metric,)), language=language)
    return [cell.text for cell in next(block for block in document.blocks if isinstance(block, Table)).rows[0]][1:]


@pytest.mark.parametrize(
    "written, zh, en",
    [
        ("1.5个百分点", "+1.5个百分点", "+1.5 percentage points"),
        ("2.2%", "+2.2%", "+2.2%"),
        ("约3%", "+约3%", "+about 3%"),
        ("+3件", "+3件", "+3 cases"),
        ("-13.8%", "-13.8%", "-13.8%"),
        ("−13.8%", "−13.8%", "−13.8%"),
        ("-1.2个百分点", "-1.2个百分点", "-1.2 percentage points"),
        ("下降12.7%", "下降12.7%", "down 12.7%"),
        ("较上年提升5个百分点", "较上年提升5个百分点", "up 5 percentage points"),
        ("快1.3分钟", "快1.3分钟", "快1.3分钟"),
        ("持平", "持平", "unchanged"),
        ("0", "0", "0"),
    ],
)
def test_changes_have_one_notation(written: str, zh: str, en: str) -> None:
    """As written where it says which way it goes; a bare amount gets its sign."""
    metric = Metric(name="a", value=q("8%"), change=Change.parse(written))
    assert _row(metric)[1] == zh
    assert _row(metric, "en")[1] == en


@pytest.mark.parametrize(
    ("written", "printed"), [("９７．２％", "97.2%"), ("≥９８％", "≥98%"), ("１，２００件", "1,200件"), ("３～５分钟", "3~5分钟")]
)
def test_a_full_width_figure_is_printed_half_width(written: str, printed: str) -> None:
    assert _row(Metric(id="m1", name="报修完成率", value=q(written)))[0] == printed


def test_prose_keeps_its_full_width_figures() -> None:
    achievement = Achievement(id="a1", text="报修完成率达到９７．２％。")
    assert any(
        "９７．２％" in text for text in of_document(build(Summary(department="order", period=YEAR, achievements=(achievement,))))
    )


def test_activities_are_told_apart_and_their_months_are_spelled_alike() -> None:
    """Each function's table is called by it; days stay as they were written."""
    held = (
        Activity(
            kind=ActivityKind.DRILL,
            name="疏散演练",
            when=(Period.parse("2025-07"), Period.between(dt.date(2025, 7, 18), dt.date(2025, 7, 18), text="2025-07-18")),
        ),
        Activity(kind=ActivityKind.TRAINING, name="急救培训", when=(Period.parse("2025年8月"),)),
    )
    tables = [one for one in build(Summary(department="order", period=YEAR, activities=held)).blocks if isinstance(one, Table)]
    assert [one.caption for one in tables] == ["应急处置 · 活动开展情况", "团队建设 · 活动开展情况"]
    assert [one.rows[0][2].text for one in tables] == ["2025年7月\n2025-07-18", "2025年8月"]


def test_highlights_tell_last_period_and_change_apart() -> None:
    metrics = tuple(Metric(name=n, value=q("98.6%"), baseline=q("97.1%"), change=Change.parse("1.5个百分点")) for n in "ab")
    document = build(Summary(department="order", period=YEAR, metrics=metrics))
    figure = next(block for block in document.blocks if isinstance(block, Highlights)).figures[0]
    assert (figure.baseline, figure.change) == ("上期：97.1%", "变化：+1.5个百分点")


@pytest.mark.parametrize(
    "written, english",
    [
        ("18.6分钟", "18.6 minutes"),
        ("98.50%", "98.50%"),
        ("≤1.5%", "≤1.5%"),
        ("≥40学时", "≥40 class hours"),
        ("95%以上", "at least 95%"),
        ("不超过12次", "at most 12 times"),
        ("约480人次", "about 480 visits"),
        ("近300户", "nearly 300 households"),
        ("不足30人", "under 30 people"),
        ("20余起", "over 20 cases"),
        ("3–5次", "3–5 times"),
        ("3至5次", "3–5 times"),
        ("1起", "1 case"),
        ("1人", "1 person"),
        ("1份", "1 copy"),
        ("1箱", "1 box"),
        ("0起", "0 cases"),
        ("1502.88万kWh", "15.0288\xa0million kWh"),
        ("38.60万元", "386.0\xa0thousand yuan"),
        ("289.8萬元", "2.898\xa0million yuan"),
        ("2亿元", "200\xa0million yuan"),
        ("12345.6亿元", "1,234.56\xa0billion yuan"),
        ("约1.2万人次", "about 12\xa0thousand visits"),
        ("80–120万元", "0.80–1.20\xa0million yuan"),
        ("-3.5万元", "-35\xa0thousand yuan"),
        ("0.05万户", "500 households"),
        ("二十三起", "23 cases"),
        ("-3℃", "-3℃"),
        ("-3摄氏度", "-3 °C"),
        ("12", "12"),
        ("3:1", "3:1"),
        ("7袚", "7袚"),
    ],
)
def test_units_and_hedges_are_translated_and_digits_are_not(written: str, english: str) -> None:
    assert in_english(q(written)) == english


def test_units_of_axes_are_translated() -> None:
    assert unit_in_english("kWh", "million") == "million kWh"
    assert unit_in_english("个百分点") == "percentage points"
    assert unit_in_english("") == ""


def test_an_english_document_has_english_units_in_tables_and_charts() -> None:
    metric = Metric(
        id="m1",
        name="power",
        value=q("38.6"),
        unit="万元",
        baseline=q("41.2万元"),
        target=q("≤40万元"),
        carried_over=q("3件"),
        breakdown=(Share(name="a", value=q("20")), Share(name="b", value=q("18.6"))),
    )
    activity = Activity(
        kind=ActivityKind.DRILL, name="drill", times=q("4次"), participants=q("138人次"), when=(Period.parse("2025年4—9月"),)
    )
    charts = tuple(Chart(kind=ChartKind.BAR, title="c", metrics=("m1",), of=of) for of in (ChartOf.BREAKDOWN, ChartOf.COMPARISON))
    goal = Goal(statement="g", baseline=q("17次"), target=q("12次以下"))
    summary = Summary(department="order", period=YEAR, metrics=(metric,), activities=(activity,), charts=charts, goals=(goal,))
    document = build(summary, language="en")
    found = [block for block in document.blocks if isinstance(block, ChartBlock)]
    assert [(chart.unit, chart.series[0].values[0]) for chart in found] == [
        ("thousand yuan", Decimal(200)),
        ("thousand yuan", Decimal(412)),
    ]
    words = "\n".join(of_document(document)).replace("\xa0", " ")
    for text in ("386 thousand yuan", "≤400 thousand yuan", "200 thousand yuan", "3 cases", "17 times", "at most 12 times"):
        assert text in words
    assert "–September 2025" in words
    assert not any(character in words for character in "万元件次人年月")


@pytest.mark.parametrize(
    "metric, printed",
    [
        (Metric(name="a", kpi="lift_fault_rate", value=q("0.34")), "0.34次/台·月"),
        (Metric(name="a", kpi="lift_fault_rate", value=q("0.34"), unit="次/台"), "0.34次/台"),
        (Metric(name="a", kpi="lift_fault_rate", value=q("1/3")), "1/3"),
        (Metric(name="电梯故障率", value=q("0.34")), "0.34"),
        (Metric(name="a", kpi="nobody_knows", value=q("0.34")), "0.34"),
    ],
)
def test_the_unit_of_a_kpi_is_lent_to_a_figure_that_has_none(metric: Metric, printed: str) -> None:
    assert _row(metric)[0] == printed


def test_a_baseline_shares_the_unit_of_the_value() -> None:
    assert _row(Metric(name="a", value=q("98.6%"), baseline=q("97.1")))[:2] == ["98.6%", "97.1%"]
    assert _row(Metric(name="a", value=q("2.6万元"), baseline=q("2.4")))[:2] == ["2.6万元", "2.4"]


def _follow_up_table(*follow_ups: FollowUp, previous: Summary | None = None) -> Table:
    document = build(Summary(department="order", period=YEAR, follow_ups=follow_ups), previous=previous)
    return next(block for block in document.blocks if isinstance(block, Table))


def test_follow_ups_without_the_previous_summary_begin_with_their_results() -> None:
    """An id that the reader cannot look up steps back behind what was reached."""
    table = _follow_up_table(FollowUp(of="g1", result="火灾事故0起", outcome=Outcome.MET))
    assert [column.header for column in table.columns] == ["结果", "结论", "上期编号"]
    assert [cell.text for cell in table.rows[0]] == ["火灾事故0起", "达成", "g1"]
    assert (table.columns[0].kind, table.rows[0][-1].tone) == ("key", "muted")


def test_follow_ups_with_the_previous_summary_begin_with_its_words() -> None:
    previous = Summary(department="order", period=Period.parse("2024"), goals=(Goal(statement="巡更到位率达到98%"),))
    table = _follow_up_table(FollowUp(of="g1", result="98.6%"), FollowUp(of="g9", result="7起"), previous=previous)
    assert [column.header for column in table.columns] == ["上期事项", "结果"]
    assert [row[0].text for row in table.rows] == ["巡更到位率达到98%", "g9"]


def test_follow_ups_that_name_their_subject_in_words_begin_with_it() -> None:
    table = _follow_up_table(FollowUp(of="年内完成水泵房防水", result="闭水试验48小时无渗漏"), FollowUp(of="g9", result="7起"))
    assert [column.header for column in table.columns] == ["上期事项", "结果"]
    assert table.rows[0][0].text == "年内完成水泵房防水"


def test_the_owners_notice_masks_the_words_of_the_previous_summary() -> None:
    goals = (Goal(id="g1", statement="由周明远牵头整改"),)
    previous = Summary(department="order", period=Period.parse("2024"), author="周明远", goals=goals)
    summary = Summary(department="order", period=YEAR, follow_ups=(FollowUp(of="g1", result="完成"),))
    words = "\n".join(of_document(build(summary, previous=previous, audience="owners")))
    assert "牵头整改" in words
    assert "周明远" not in words


@pytest.mark.parametrize("language, told", [("zh", "95%置信区间：90.9%–95.3%"), ("en", "95% interval: 90.9%–95.3%")])
def test_a_rate_on_a_sample_shows_its_interval_when_asked(language: Language, told: str) -> None:
    """467 of 500: the Wilson interval, worked out by hand from the formula."""
    metric = Metric(id="m1", name="满意率", value=Quantity.parse("93.4%"), sample_size=500)
    summary = Summary(
        department="order", period=Period.year(2025), metrics=(metric, Metric(id="m2", name="便民", value=Quantity.parse("12次")))
    )
    asked = renderer("markdown").render(build(summary, language=language, intervals=True)).decode()
    assert told in asked
    assert "95%" not in renderer("markdown").render(build(summary, language=language)).decode()
