"""GOA006 irrelevant-goal."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary import catalogue
from propsummary.model import Goal
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("GOA006", on=Goal)
def irrelevant_goal(goal: Goal, ctx: Context) -> Iterator[Finding]:
    """
    A goal that serves no issue, risk, direction or function of the department.

    A goal on a metric that an issue names, or on a KPI of one of the department's functions, serves these without saying so.

    Bad::

        目标:
          - {编号: g1, 类别: 重点工作, 内容: 建成垃圾分类示范亭2座, 目标值: 2座, 完成时限: 2026-11-30}

    Good::

        问题:
          - {编号: i1, 表现: 4号楼投放点每天17时后满溢}
        目标:
          - {编号: g1, 类别: 重点工作, 内容: 建成垃圾分类示范亭2座, 目标值: 2座, 完成时限: 2026-11-30, 支撑: [i1]}
    """
    if ctx.lacks("supports") and not _serves_an_issue(goal, ctx) and not _serves_a_function(goal, ctx):
        yield Finding()


def _serves_an_issue(goal: Goal, ctx: Context) -> bool:
    return bool(goal.metric) and any(goal.metric in issue.metrics for issue in ctx.summary.issues)


def _serves_a_function(goal: Goal, ctx: Context) -> bool:
    metric = ctx.view.metric(goal.metric)
    measured = catalogue.find_kpi(goal.kpi or (metric.kpi or metric.name if metric else ""))
    return bool(measured and ctx.profile and any(ctx.profile.area(area) for area in measured.areas))
