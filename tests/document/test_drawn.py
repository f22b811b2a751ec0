"""Diagrams as data: drawn where there is something to see, from what the summary says."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TypeVar

import pytest

from propsummary.document import CauseMap, Chain, Gauges, Heading, Timeline, build
from propsummary.model import Countermeasure, Dimension, Goal, GoalKind, Issue, Owner, RootCause, Status, Summary
from propsummary.periods import Deadline, Period
from propsummary.quantities import Quantity
from rich_summaries import logistics, order

Diagram = TypeVar("Diagram", CauseMap, Timeline, Gauges)

YEAR = Period.parse("2025")


def _summary(**more: object) -> Summary:
    return Summary(department="order", period=YEAR, **more)  # type: ignore[arg-type]


def _drawn(summary: Summary, kind: type[Diagram], **options: object) -> list[Diagram]:
    return [block for block in build(summary, **options).blocks if isinstance(block, kind)]  # type: ignore[arg-type]


def _issue(*causes: tuple[Dimension | None, str]) -> Issue:
    found = tuple(RootCause(dimension=dimension, statement=statement) for dimension, statement in causes)
    return Issue(id="i1", title="东门排队", statement="东门岗排队超过8分钟17次", root_causes=found)


def test_causes_are_gathered_by_dimension() -> None:
    issue = _issue(
        (Dimension.TECHNOLOGY, "相机已用满7年"), (Dimension.PROCESS, "没有触发条件"), (Dimension.TECHNOLOGY, "补光灯老化")
    )
    (found,) = _drawn(_summary(issues=(issue,)), CauseMap)
    assert found.problem == "东门排队"
    assert [(bone.name, bone.causes) for bone in found.bones] == [
        ("技术设备", ("相机已用满7年", "补光灯老化")),
        ("制度流程", ("没有触发条件",)),
    ]
    assert found.alt == "技术设备：相机已用满7年；补光灯老化；制度流程：没有触发条件"


def test_a_cause_without_a_dimension_has_a_bone_without_a_name() -> None:
    issue = _issue((None, "相机已用满7年"), (Dimension.PROCESS, "没有触发条件"))
    (found,) = _drawn(_summary(issues=(issue,)), CauseMap, language="en")
    assert [bone.name for bone in found.bones] == ["", "Rules and process"]


@pytest.mark.parametrize("causes", [(), ((Dimension.PROCESS, "没有触发条件"),), ((None, "x"), (None, " "))])
def test_one_cause_is_not_drawn(causes: tuple[tuple[Dimension | None, str], ...]) -> None:
    assert _drawn(_summary(issues=(_issue(*causes),)), CauseMap) == []


def test_a_cause_map_stands_in_the_section_of_its_issue() -> None:
    heading = ""
    for block in build(order()).blocks:
        heading = block.text if isinstance(block, Heading) else heading
        if isinstance(block, CauseMap):
            assert heading == block.problem


def _measure(id: str, due: str = "", **more: object) -> Countermeasure:
    deadline = Deadline.parse(due, period=YEAR) if due else None
    return Countermeasure(id=id, statement=f"措施{id}", deadline=deadline, **more)  # type: ignore[arg-type]


def test_measures_with_a_day_are_drawn_the_earliest_first() -> None:
    measures = (
        _measure("c1", "2026-08-31", owner=Owner.parse("周明（秩序主管）"), status=Status.DOING),
        _measure("c2", "尽快"),
        _measure("c3", "一季度末", start=Period.parse("2026年2月")),
        _measure("c4"),
    )
    (found,) = _drawn(_summary(countermeasures=measures, prepared_on=dt.date(2026, 1, 6)), Timeline)
    assert (found.first, found.last) == (dt.date(2026, 1, 6), dt.date(2026, 8, 31))
    early, late = found.bars
    assert (early.label, early.start, early.end, early.due) == ("措施c3", dt.date(2026, 2, 1), dt.date(2026, 3, 31), "一季度末")
    assert (late.start, late.owner, late.mark, late.tone) == (None, "周明（秩序主管）", "进行中", "neutral")


def test_a_start_before_the_preparation_opens_the_calendar() -> None:
    measures = (_measure("c1", "2026-01-31", start=Period.parse("2025年11月")), _measure("c2", "2026-02-28"))
    (found,) = _drawn(_summary(countermeasures=measures, prepared_on=dt.date(2026, 1, 6)), Timeline)
    assert found.first == dt.date(2025, 11, 1)


def test_a_start_after_the_deadline_is_not_believed() -> None:
    measures = (_measure("c1", "2026-01-31", start=Period.parse("2026年3月")), _measure("c2", "2026-02-28"))
    (found,) = _drawn(_summary(countermeasures=measures), Timeline)
    assert found.bars[0].start is None
    assert found.first == YEAR.last


def test_one_dated_measure_is_not_drawn() -> None:
    assert _drawn(_summary(countermeasures=(_measure("c1", "2026-01-31"), _measure("c2", "尽快"))), Timeline) == []


def test_the_calendar_stands_after_the_closure_table() -> None:
    blocks = build(order()).blocks
    (place,) = (i for i, block in enumerate(blocks) if isinstance(block, Timeline))
    assert isinstance(blocks[place - 1], Chain)


def _goal(id: str, baseline: str, target: str, kind: GoalKind = GoalKind.INDICATOR) -> Goal:
    figures = [Quantity.parse(text) if text else None for text in (baseline, target)]
    return Goal(id=id, kind=kind, statement=f"目标{id}", baseline=figures[0], target=figures[1])


def test_goals_lead_from_figure_to_figure() -> None:
    goals = (_goal("g1", "17次", "≤8次"), _goal("g2", "8.6万元", "12万元", GoalKind.OVERALL))
    (found,) = _drawn(_summary(goals=goals), Gauges)
    assert [(one.label, one.baseline, one.target) for one in found.gauges] == [
        ("目标g2", Decimal(86_000), Decimal(120_000)),
        ("目标g1", Decimal(17), Decimal(8)),
    ]
    assert (found.gauges[1].printed_baseline, found.gauges[1].printed_target) == ("17次", "≤8次")
    assert (found.baseline_label, found.target_label) == ("基期值", "目标值")


@pytest.mark.parametrize("baseline, target", [("", "4份"), ("17次", ""), ("17次", "8%"), ("17", "8次"), ("95%", "95%-98%")])
def test_a_goal_without_two_figures_of_one_unit_is_not_drawn(baseline: str, target: str) -> None:
    assert _drawn(_summary(goals=(_goal("g1", baseline, target),)), Gauges) == []


@pytest.mark.parametrize("summary", [order(), logistics()], ids=["order", "logistics"])
def test_owners_see_no_causes_and_no_names(summary: Summary) -> None:
    assert _drawn(summary, CauseMap, audience="owners") == []
    names = {measure.owner.name for measure in summary.countermeasures if measure.owner and measure.owner.name}
    assert names
    for timeline in _drawn(summary, Timeline, audience="owners"):
        assert not any(name in bar.owner + bar.label for name in names for bar in timeline.bars)
