"""CHN001 goal-unanswered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from propsummary.catalogue import find_kpi
from propsummary.model import Goal, Metric, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.chain._likeness import mentions
from propsummary.rules.chain._link import answered, before, named, pairs, told
from propsummary.rules.context import Context
from propsummary.rules.goals._reading import deadline_in_words
from propsummary.rules.metrics.figures import known_kpi


@rule("CHN001", on=Summary, needs=("previous",))
def goal_unanswered(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A goal of the previous summary of which this one does not say what came.

    A follow-up says it, a metric that measures it does, or any sentence about what was done. Goals that are not due before the end
    of this period may wait.

    Bad::

        期间: 2024
        目标:
          - {编号: g1, 内容: 建成垃圾分类示范亭2座, 完成时限: 2025-11-30}
        ---
        期间: 2025
        成绩:
          - {编号: a1, 标题: 花坛换季, 说明: 4月补种月季1250株}

    Good::

        期间: 2024
        目标:
          - {编号: g1, 内容: 建成垃圾分类示范亭2座, 完成时限: 2025-11-30}
        ---
        期间: 2025
        上期落实:
          - {对应: g1, 结果: 建成1座, 结论: 未达成, 原因: 二期选址未通过业主表决}
    """
    if ctx.view.may_hide(("follow_ups",), "of", "outcome", "result"):
        return
    empty = {one.of: position for position, one in enumerate(summary.follow_ups)}
    for last in before(ctx):
        for goal, path, thing in named("goals", last.goals):
            if goal.id in answered(ctx) or _due(goal, last) > summary.period.last or _measured(goal, last, ctx):
                continue
            if goal.id in empty:
                yield Finding(f"/follow_ups/{empty[goal.id]}", "empty", goal=thing)
            elif not told(ctx.view, goal.statement, plans=False):
                yield Finding(path, thing=thing)


def _due(goal: Goal, last: Summary) -> dt.date:
    """The day by which something has to come of *goal*: without a date of its own the end of the period that it was set for."""
    stated = goal.deadline.date if goal.deadline else deadline_in_words(goal, last)
    return stated or last.period.next.last


def _measured(goal: Goal, last: Summary, ctx: Context) -> bool:
    """Whether a metric of this summary shows how far *goal* was reached, or may do so for all that could be read."""
    if ctx.view.may_hide(("metrics",), "kpi", "name", "value"):
        return True
    if any(old.id == goal.metric and metric.value for _, metric, old in pairs(ctx, last) if goal.metric):
        return True
    return any(metric.value and _is_for(metric, goal) for metric in ctx.summary.metrics)


def _is_for(metric: Metric, goal: Goal) -> bool:
    """Whether *metric* is of the KPI of *goal*, or of what its words speak of."""
    kpi = known_kpi(metric)
    if kpi and goal.kpi and kpi == find_kpi(goal.kpi):
        return True
    names = {metric.name, *(kpi.names if kpi else ())} - {""}
    said = goal.statement
    return any(name in said or mentions(said, name) or mentions(name, said) for name in names)
