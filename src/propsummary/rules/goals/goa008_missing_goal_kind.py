"""GOA008 missing-goal-kind."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import GoalKind, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("GOA008", on=Summary)
def missing_goal_kind(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A kind of goal that the department's profile expects, and that no goal is of.

    Bad::

        目标:
          - {编号: g1, 类别: 总体, 内容: 2026年重大安全事故0起}

    Good::

        目标:
          - {编号: g1, 类别: 总体, 内容: 2026年重大安全事故0起}
          - {编号: g2, 类别: 指标, 内容: 2026年岗位到岗率99.8%}
          - {编号: g3, 类别: 重点工作, 内容: 2026年6月底前建成电动车充电棚2座}
          - {编号: g4, 类别: 团队建设, 内容: 2026年新增持证保安6人}
    """
    if ctx.profile is None or ctx.view.may_hide(("goals",), "kind"):
        return
    stated = {goal.kind for goal in summary.goals}
    missing = tuple(kind for kind in GoalKind if kind.value in ctx.profile.goal_kinds and kind not in stated)
    unsaid = sum(goal.kind is None for goal in summary.goals)  # each of these may be of one of the missing kinds
    if len(missing) > unsaid:
        yield Finding("/goals", kinds=missing)
