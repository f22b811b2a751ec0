"""Goals as people write them: in tables and sentences, with their targets, dates and metrics."""

from __future__ import annotations

import pytest

from propsummary.drafts import read_prose
from propsummary.model import Goal, Summary
from propsummary.rules import check

_RESULTS = "\n".join(
    (
        "## 二、工作完成情况",
        "- 报修860单，及时完成834单，报修及时率97.0%。",
        "- 物业费应收320.0万元，实收298.6万元，收缴率93.3%。",
        "- 业主满意率91.2%，上半年90.1%。",
    )
)


def _summary(body: str, title: str = "客服部2025年三季度工作总结", results: str = _RESULTS) -> Summary:
    summary = read_prose(f"# {title}\n\n{results}\n\n{body}\n".encode(), format="markdown", file="稿.md").summary
    assert summary is not None
    return summary


def _goal(told: str) -> Goal:
    (goal,) = _summary(f"## 三、四季度目标\n- {told}").goals
    return goal


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("报修及时率达到98%", "报修及时率"),
        ("四季度力争报修及时率不低于98%", "报修及时率"),
        ("2025年12月底前，物业费收缴率提高到95%", "收缴率"),
        ("收缴率12月底前达到95%", "收缴率"),
        ("及时率98%", "报修及时率"),
        ("1号楼报修及时率达到95%", None),  # of one place alone
        ("装修业主满意率达到90%", None),  # of some alone
        ("报修及时率考核办法12月底前修订完成", None),  # no figure
        ("完善报修流程，投诉办结率达到95%，力争报修及时率稳步提升", None),  # the figure is another's
        ("报修不超过800单", None),  # the count of a rate
    ],
)
def test_a_goal_is_tied_to_its_metric(told: str, name: str | None) -> None:
    """Where the goal states a figure for a metric by its name, or by a name of its KPI."""
    summary = _summary(f"## 三、四季度目标\n- {told}")
    names = {metric.id: metric.name for metric in summary.metrics}
    assert [names.get(goal.metric) if goal.metric else None for goal in summary.goals[:1]] == [name]


def test_a_goal_that_starts_from_the_metric() -> None:
    """More may stand before the name when the goal starts from the metric's own value."""
    assert _goal("全体业主满意率由91.2%提高到93%").metric
    assert not _goal("全体业主满意率由89.0%提高到93%").metric


def test_a_goal_that_goes_on_from_what_there_is() -> None:
    """What stands before 的基础上 is where it starts, and no target."""
    goal = _goal("报修及时率在97.0%的基础上再提高0.5个百分点")
    assert goal.baseline is not None
    assert (goal.baseline.text, goal.target, bool(goal.metric)) == ("97.0%", None, True)


def test_nothing_of_a_kind_is_a_target() -> None:
    """``一件……都不能有`` says how much, in no figure that can be read."""
    draft = read_prose(
        f"# 客服部2025年三季度工作总结\n\n{_RESULTS}\n\n## 三、四季度目标\n- 群诉一件都不能有\n".encode(), format="markdown"
    )
    assert "GOA001" not in [problem.code for problem in check(draft).problems]


def test_a_target_below_what_was_reached() -> None:
    """It is told of goals in prose too."""
    body = f"# 客服部2025年三季度工作总结\n\n{_RESULTS}\n\n## 三、四季度目标\n- 报修及时率达到95%\n"
    codes = [problem.code for problem in check(read_prose(body.encode(), format="markdown")).problems]
    assert "GOA007" in codes


@pytest.mark.parametrize(
    ("told", "target"),
    [
        ("夜间漏接电话0个", "0个"),
        ("抽检合格率97%", "97%"),
        ("超过30天未办结的投诉由12件降到5件以内", "5件以内"),
        ("排队超过10辆的天数降到3天以内", "3天以内"),
    ],
)
def test_what_is_aimed_at(told: str, target: str) -> None:
    """The figure to be reached, and not one that only says which things are meant."""
    goal = _goal(told)
    assert goal.target is not None
    assert goal.target.text == target


_TABLE = """## 三、2026年目标

| 序号 | 考核指标 | 现状 | 2026年目标 | 时间 |
| --- | --- | --- | --- | --- |
| 1 | 报修及时率 | 97.0% | 97.5%以上 | 全年 |
| 2 | 电梯困人 | 每季2起 | 每季度不超过1起 | 全年 |
| 3 | 二期门禁改造 | — | 完成安装并投用 | 2026年6月30日 |
"""


def test_a_table_of_goals() -> None:
    """Targets in words are read or kept as what is delivered; 全年 is the year that the heading names."""
    summary = _summary(_TABLE, title="客服部2025年工作总结")
    told = [(one.statement, one.target and one.target.text, one.baseline and one.baseline.text) for one in summary.goals]
    assert told == [("报修及时率", "97.5%以上", "97.0%"), ("电梯困人", "不超过1起", "2起"), ("二期门禁改造", None, None)]
    assert summary.goals[2].deliverable == "完成安装并投用"
    assert [str(one.deadline and one.deadline.date) for one in summary.goals] == ["2026-12-31", "2026-12-31", "2026-06-30"]
    assert summary.goals[0].metric


@pytest.mark.parametrize(
    "aside",
    ["以上当否，请批示。", "另外，门禁配件费还没批，等公司批复。", "再往远处看，2026到2028这三年，客服部要做业主身边的管家。"],
)
def test_what_stands_behind_the_goals(aside: str) -> None:
    """What is asked for, or looks years ahead, is no goal."""
    summary = _summary(f"## 三、四季度目标\n收缴率达到95%。报修及时率达到98%。{aside}")
    assert [goal.statement for goal in summary.goals] == ["收缴率达到95%", "报修及时率达到98%"]


def test_what_is_added_to_the_goals() -> None:
    """A goal that is added to others is told without the word that adds it."""
    summary = _summary("## 三、四季度目标\n报修及时率达到98%。\n\n另：12月10日前完成回访系统升级。")
    assert [goal.statement for goal in summary.goals] == ["报修及时率达到98%", "12月10日前完成回访系统升级"]


def test_goals_behind_what_is_planned() -> None:
    """Among measures with owners one without is a measure; what a label calls goals are goals, due when the label says."""
    plan = (
        "## 三、存在问题\n1、夜间电话漏接12个，原因是只有1人值守。\n\n## 四、下步打算\n"
        "1、夜班增加1人，11月底前完成，由前台主管程立负责。\n2、接听情况每周通报，12月底前见效，由培训专员姜悦负责。\n"
        "3、进一步增强服务意识。\n\n四季度主要指标：收缴率不低于95%；报修及时率达到98%。"
    )
    summary = _summary(plan)
    assert [one.statement for one in summary.countermeasures][2] == "进一步增强服务意识"
    assert [(one.statement, str(one.deadline and one.deadline.date)) for one in summary.goals] == [
        ("收缴率不低于95%", "2025-12-31"),
        ("报修及时率达到98%", "2025-12-31"),
    ]


def test_full_width_figures() -> None:
    """A date in full-width figures is one."""
    goal = _goal("收缴率不低于９５％，１２月２０日前")
    assert str(goal.deadline and goal.deadline.date) == "2025-12-20"
