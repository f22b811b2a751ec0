"""GOA009 goal-outside-next-period."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Goal
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.goals._reading import deadline_in_words


@rule("GOA009", on=Goal)
def goal_outside_next_period(goal: Goal, ctx: Context) -> Iterator[Finding]:
    """
    A goal that is due before the next period begins or after it ends.

    Bad::

        期间: 2025-H1
        目标:
          - {编号: g1, 类别: 指标, 内容: 保洁检查合格率达到96%, 完成时限: 2026-06-30}

    Good::

        期间: 2025-H1
        目标:
          - {编号: g1, 类别: 指标, 内容: 保洁检查合格率达到96%, 完成时限: 2025-12-31}
    """
    if ctx.lacks("deadline"):
        at, day = "statement", deadline_in_words(goal, ctx.summary)
    else:
        at, day = "deadline", goal.deadline.date if goal.deadline else None
    following = ctx.view.following
    if day and not following.contains(day):
        yield Finding(at, "early" if day < following.first else "late", day=day, first=following.first, last=following.last)
