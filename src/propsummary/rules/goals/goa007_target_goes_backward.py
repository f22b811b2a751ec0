"""GOA007 target-goes-backward."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from propsummary.model import Goal
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.goals._targets import Aim, additive, aim, goes_backward, same_span, unhedged

# 保持在98.5%以上, where 98.7% was reached: a floor close below what there is, and no step back. Half of that must do where the goal
# itself says what it starts from: whoever set it had the figure before his eyes. Near 100 % a few tenths are much, for 99.5% has
# nearly twice the lapses of 99.7%: there the floor is held against what is left to reach; one step of its last digit will do.
_HOLDS = re.compile("保持|稳定|维持|巩固|守住|不低于|不下降|确保")
_CLOSE = Fraction(1, 100)
_NEAR_ALL = Fraction(99, 100)


@rule("GOA007", on=Goal)
def target_goes_backward(goal: Goal, ctx: Context) -> Iterator[Finding]:
    """
    A target worse than what has been reached already, with no word on why.

    Bad::

        指标:
          - {编号: m1, 指标库: patrol_checkpoint_rate, 名称: 巡更到位率, 数值: 98.6%, 来源: 巡更系统}
        目标:
          - {编号: g1, 类别: 指标, 内容: 2026年巡更到位率不低于95%, 指标: m1, 目标值: ≥95%, 完成时限: 2026-12-31}

    Bad::

        目标:
          - {编号: g1, 类别: 指标, 内容: 2026年物业费收缴率提高到92%, 基期值: 93%, 目标值: 92%, 完成时限: 2026-12-31}

    Good::

        指标:
          - {编号: m1, 名称: 东门排队超时, 数值: 17次, 方向: 越低越好, 来源: 停车系统}
        目标:
          - {编号: g1, 类别: 指标, 内容: 2026年东门排队超时不超过12次, 指标: m1, 目标值: ≤12次, 完成时限: 2026-12-31}
    """
    found = aim(goal, ctx)
    start = found.start
    if start is None or not ctx.lacks("rationale") or (additive(found, start) and not same_span(goal, ctx)):
        return
    if goes_backward(found) and not _holds(goal, found):
        yield Finding(found.at, target=found.level, start=start)


def _holds(goal: Goal, found: Aim) -> bool:
    """Whether the goal is to stay where one is: its words say so, and the bound is close to what was reached."""
    if found.level is None or found.start is None or not _HOLDS.search(goal.statement):
        return False
    floor, reached = unhedged(found.level), unhedged(found.start)
    ends = (floor.low, floor.high, reached.low, reached.high)
    if None in ends:
        return False
    least, most, low, high = (Fraction(end) for end in ends if end is not None)
    middle, share = (low + high) / 2, Fraction(1, 2) if goal.baseline else Fraction(1)
    short = abs(middle - (least + most) / 2)
    if found.start.unit is not None and found.start.unit.is_rate and _NEAR_ALL < middle < 1:
        return short <= max(share * (1 - middle), most - least)
    return short <= share * _CLOSE * abs(middle)
