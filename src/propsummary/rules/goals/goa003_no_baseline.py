"""GOA003 no-baseline."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Goal, Metric
from propsummary.problems import Finding
from propsummary.quantities import Direction
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.goals._targets import Aim, Step, aim, opposite_of
from propsummary.rules.goals.goa001_not_measurable import not_measurable
from propsummary.rules.metrics.figures import known_kpi


@rule("GOA003", on=Goal)
def no_baseline(goal: Goal, ctx: Context) -> Iterator[Finding]:
    """
    A goal told as a change, with nothing to change from.

    A metric with a value is a start, and so is a level in the goal's own words.

    Bad::

        目标:
          - {编号: g1, 类别: 指标, 内容: 2026年一次解决率提升5个百分点, 目标值: 5个百分点, 完成时限: 2026-12-31}

    Good::

        目标:
          - {编号: g1, 类别: 指标, 内容: 2026年一次解决率提升5个百分点, 基期值: 78.4%, 目标值: 5个百分点, 完成时限: 2026-12-31}
          - {编号: g2, 类别: 指标, 内容: 2026年回访率由88%提高5个百分点, 完成时限: 2026-12-31}
    """
    found = aim(goal, ctx)
    if found.step is None or not _is_relative(found.step) or found.levels or found.start is not None:
        return
    if not ctx.lacks("baseline") or _may_be_measured(goal, found, ctx):
        return
    if any(not_measurable.check(goal, ctx)):  # what nobody can measure has no baseline to give
        return
    yield Finding(found.at, change=found.step.size)


def _is_relative(step: Step) -> bool:
    """Whether it means nothing without a start; 新增2处 needs none."""
    return step.unit.dimension in ("points", "ratio") or step.direction is Direction.DOWN


def _may_be_measured(goal: Goal, found: Aim, ctx: Context) -> bool:
    """Whether the summary holds the figure all the same, or may hold it for all that is known."""
    if ctx.view.may_hide(("metrics",), "value") or opposite_of(goal, found, ctx) is not None:
        return True
    if any(one.kind.zh in goal.statement for one in ctx.summary.incidents):
        return True
    return any(metric.value is not None and _is_meant(metric, goal, found) for metric in ctx.summary.metrics)


def _is_meant(metric: Metric, goal: Goal, found: Aim) -> bool:
    kpi = known_kpi(metric)
    if kpi is not None and (kpi is found.kpi or any(len(name) > 2 and name in goal.statement for name in kpi.names)):
        return True
    if found.kpi is not None:
        return False
    ending = metric.name[-3:] if metric.name.endswith("率") else metric.name[-2:]
    return len(ending) > 1 and ending in goal.statement
