"""The summary as rows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from propsummary.document import Document, Figure, Tracker, build
from propsummary.model import Countermeasure, Goal, Issue, Metric, Organization, Owner, Point, Risk, Summary
from propsummary.periods import Deadline, Period, Recurrence, read_deadline
from propsummary.quantities import Change, Quantity
from rich_summaries import order

YEAR = Period.parse("2025")


def _tracker(**parts: Any) -> Tracker:
    return build(Summary(department="order", period=YEAR, **parts)).tracker


@pytest.mark.parametrize(
    "text, number",
    [("98.6%", "98.6"), ("1.2万人次", "12000"), ("≥98%", "98"), ("二十三起", "23"), ("3–5次", None), ("3:1", None)],
)
def test_a_figure_has_its_number_where_it_has_one(text: str, number: str | None) -> None:
    (metric,) = _tracker(metrics=(Metric(name="x", value=Quantity.parse(text)),)).metrics
    assert metric.value == Figure(text=text, number=Decimal(number) if number else None)


@pytest.mark.parametrize(
    "text, number", [("下降35%", "-35"), ("-58.5%", "-58.5"), ("+2次", "2"), ("1.5个百分点", "1.5"), ("持平", "0")]
)
def test_a_change_has_its_sign(text: str, number: str) -> None:
    (metric,) = _tracker(metrics=(Metric(name="x", change=Change.parse(text)),)).metrics
    assert metric.change.number == Decimal(number)


def test_points_of_a_course_share_unit_and_multiplier_of_the_value() -> None:
    points = (Point(period=Period.parse("2025-Q1"), value=Quantity.parse("24.1")),)
    (metric,) = _tracker(metrics=(Metric(name="用电量", value=Quantity.parse("126.4万kWh"), series=points),)).metrics
    assert metric.series == (("2025年第一季度", Figure(text="24.1万kWh", number=Decimal(241000))),)


def test_a_printed_fraction_is_not_rounded_to_a_number() -> None:
    (metric,) = _tracker(metrics=(Metric(name="x", value=Quantity.of(Fraction(1, 3))),)).metrics
    assert metric.value.number is None


def test_measures_know_what_they_answer_and_issues_what_is_done() -> None:
    issue, risk = Issue(id="i1", title="路灯不亮"), Risk(id="r1", statement="台风", countermeasures=("c2",))
    measures = (Countermeasure(id="c1", statement="换灯", addresses=("i1", "i1")), Countermeasure(id="c2", statement="备沙袋"))
    tracker = _tracker(issues=(issue,), risks=(risk,), countermeasures=measures)
    assert tracker.issues[0].measures == ("c1",)
    assert [measure.serves for measure in tracker.measures] == [("路灯不亮",), ("台风",)]


def test_deadlines_are_days_or_words_and_repetitions_rules() -> None:
    def deadline(text: str) -> Deadline:
        return read_deadline(text, period=YEAR)

    goals = tuple(Goal(statement="x", deadline=deadline(text)) for text in ("2026年3月底前", "尽快", "每月25日"))
    tracked = _tracker(goals=goals).goals
    assert [(goal.deadline, goal.due) for goal in tracked] == [
        (dt.date(2026, 3, 31), "2026年3月底前"),
        (None, "尽快"),
        (None, "每月25日"),
    ]
    assert tracked[2].rule == "FREQ=MONTHLY;BYMONTHDAY=25"
    measure = Countermeasure(statement="x", deadline=deadline("2026-05-31"), recurrence=Recurrence.parse("每周五"))
    (row,) = _tracker(countermeasures=(measure,)).measures
    assert (row.rule, row.repeats) == ("FREQ=WEEKLY;BYDAY=FR", "每周五")


def test_days_of_the_plan() -> None:
    assert (_tracker().day, _tracker().begins, _tracker().ends) == (
        dt.date(2025, 12, 31),
        dt.date(2026, 1, 1),
        dt.date(2026, 12, 31),
    )
    assert build(order()).tracker.day == dt.date(2026, 1, 6)
    assert Document(title="x").tracker == Tracker()


def test_the_key_tells_summaries_apart_and_survives_an_edit() -> None:
    summary = order()
    keys = {
        build(one).tracker.key
        for one in (
            summary,
            attrs.evolve(summary, period=Period.parse("2025-H1")),
            attrs.evolve(summary, department="engineering"),
            attrs.evolve(summary, organization=Organization(company="示例物业服务有限公司", property="临江科技园")),
        )
    }
    assert len(keys) == 4
    assert build(attrs.evolve(summary, department="order", title="改过的标题", countermeasures=())).tracker.key in keys
    assert build(summary, language="en", audience="owners").tracker.key == build(summary).tracker.key


def test_owners_see_no_names_causes_or_budgets() -> None:
    tracker = build(order(), audience="owners").tracker
    assert "周明" not in repr(tracker)
    assert {issue.causes for issue in tracker.issues} == {()}
    assert {measure.budget for measure in tracker.measures} == {Figure()}
    assert Owner.parse("周明（秩序主管）").role in {measure.owner for measure in tracker.measures}


def test_figures_are_the_same_for_every_audience() -> None:
    texts = [
        [(m.value.text, m.baseline.text, m.target.text, m.change.text) for m in build(order(), audience=audience).tracker.metrics]
        for audience in ("management", "owners", "internal")  # type: ignore[arg-type]
    ]
    assert texts[0] == texts[1] == texts[2]
