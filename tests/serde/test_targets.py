"""What a goal aims at may be written as a level or as a change."""

from __future__ import annotations

from decimal import Decimal

import pytest

from propsummary.document import build
from propsummary.model import Goal
from propsummary.quantities import Direction, Hedge
from propsummary.serde import dumps, loads


def _goal(target: str) -> Goal:
    draft = loads(f"部门: 环境部\n期间: 2025\n目标: [{{编号: g1, 内容: 投诉再少一些, 基期值: 12件, 目标值: {target}}}]\n")
    assert draft.summary is not None
    assert not draft.problems
    return draft.summary.goals[0]


@pytest.mark.parametrize(
    "written, low, direction",
    [
        ("下降8%", "8", Direction.DOWN),
        ("提升0.5个百分点", "0.5", Direction.UP),
        ("减少3件", "3", Direction.DOWN),
        ("翻番", "100", Direction.UP),
    ],
)
def test_a_change(written: str, low: str, direction: Direction) -> None:
    """Kept as written, with its size as the figure."""
    goal = _goal(written)
    assert goal.target is not None
    assert (goal.target.low, goal.target.text) == (Decimal(low), written)
    assert goal.planned_change is not None
    assert goal.planned_change.direction is direction


@pytest.mark.parametrize(
    "written, low", [("降至8件以下", "8"), ("提升到95%", "95"), ("≤8件", "8"), ("不超过8件", "8"), ("约8件", "8")]
)
def test_a_level(written: str, low: str) -> None:
    """Where it shall get to is no change, whatever verb stands before it."""
    goal = _goal(written)
    assert goal.target is not None
    assert (goal.target.low, goal.target.text) == (Decimal(low), written)
    assert goal.planned_change is None


def test_a_bound_behind_a_verb() -> None:
    """降至8件以下 is a bound."""
    goal = _goal("降至8件以下")
    assert goal.target is not None
    assert goal.target.hedge is Hedge.AT_MOST


def test_only_goals() -> None:
    """A value that rose by something is no value."""
    draft = loads("部门: 环境部\n期间: 2025\n指标: [{编号: m1, 名称: 投诉, 数值: 下降8%}]\n")
    assert [problem.code for problem in draft.problems] == ["SHP005"]


@pytest.mark.parametrize("written", ["下降8%", "降至8件以下"])
def test_round_trip(written: str) -> None:
    """It is written as it was read."""
    draft = loads(f"部门: 环境部\n期间: 2025\n目标: [{{编号: g1, 内容: 投诉再少一些, 目标值: {written}}}]\n")
    assert draft.summary is not None
    assert loads(dumps(draft.summary, "json"), "json").summary == draft.summary


def test_documents_draw_no_way_to_a_change() -> None:
    """12件 and 8% are no two ends of one way; the table prints the change."""
    draft = loads("部门: 环境部\n期间: 2025\n目标: [{编号: g1, 内容: 投诉再少一些, 基期值: 12%, 目标值: 下降8%}]\n")
    assert draft.summary is not None
    assert "Gauge(" not in repr(build(draft.summary))
    assert "down 8%" in repr(build(draft.summary, language="en"))
