"""GOA002 goal-without-deadline."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Goal
from propsummary.periods import DeadlineKind
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.goals._reading import deadline_in_words


@rule("GOA002", on=Goal)
def goal_without_deadline(goal: Goal, ctx: Context) -> Iterator[Finding]:
    """
    A goal with no day to be reached by, neither in its deadline nor in its words.

    Bad::

        目标:
          - {编号: g1, 类别: 指标, 内容: 巡更到位率达到99%}

    Good::

        目标:
          - {编号: g1, 类别: 指标, 内容: 巡更到位率达到99%, 完成时限: 2026-12-31}
          - {编号: g2, 类别: 指标, 内容: 2026年上半年巡更到位率达到98.5%}
    """
    vague = goal.deadline is not None and goal.deadline.kind is DeadlineKind.VAGUE
    if (vague or ctx.lacks("deadline")) and deadline_in_words(goal, ctx.summary) is None:
        yield Finding("deadline", "vague", deadline=goal.deadline) if vague else Finding()
