"""GOA004 impossible-target."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from propsummary.model import Goal
from propsummary.problems import Finding
from propsummary.quantities import Interval, Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.goals._targets import Aim, Step, aim, opposite_of, rate_names
from propsummary.rules.metrics._ranges import is_share, possible, possible_of
from propsummary.rules.metrics.figures import could_be
from propsummary.rules.metrics.saying import shown

_PERCENT = Unit.of("%")


@rule("GOA004", on=Goal)
def impossible_target(goal: Goal, ctx: Context) -> Iterator[Finding]:
    """
    A target that cannot exist: over 100 %, or below zero, also once the change is added to where it starts from.

    Where only the opposite rate is known (欠费率 for 收费率), the start is what it leaves of 100 %.

    Bad::

        指标:
          - {编号: m1, 名称: 欠费率, 数值: 1.5%, 来源: 收费系统}
        目标:
          - {编号: g1, 类别: 指标, 内容: 2026年收费率再提升3个百分点, 完成时限: 2026-12-31}

    Bad::

        目标:
          - {编号: g1, 类别: 指标, 内容: 消防设施完好率再提高2个百分点, 基期值: 98.6%, 目标值: 2个百分点, 完成时限: 2026-12-31}

    Good::

        指标:
          - {编号: m1, 名称: 欠费率, 数值: 4.5%, 来源: 收费系统}
        目标:
          - {编号: g1, 类别: 指标, 内容: 2026年收费率再提升3个百分点, 完成时限: 2026-12-31}
    """
    found = aim(goal, ctx)
    if (level := found.level) is not None:
        bounds = _bounds(goal, found, level.unit)
        if bounds is not None and level.unit is not None and not could_be(level).overlaps(bounds):
            over = bounds < could_be(level)
            limit = (bounds.high if over else bounds.low) or Fraction(0)
            yield Finding(found.at, "over" if over else "under", target=level, limit=shown(Interval.exactly(limit), level.unit))
    elif found.step is not None:
        yield from _added(goal, found, found.step, ctx)


def _bounds(goal: Goal, found: Aim, unit: Unit | None) -> Interval | None:
    """What the target can be, in the base of *unit*."""
    if found.metric is not None:
        return possible(found.metric, unit)
    if found.kpi is not None:
        return possible_of(found.kpi, "", unit)
    named = next(rate_names(goal, found), "")
    return Interval(0, 1) if unit is not None and unit.is_rate and is_share(named) else None


def _added(goal: Goal, found: Aim, step: Step, ctx: Context) -> Iterator[Finding]:
    """The change, added to where it starts from."""
    opposite = opposite_of(goal, found, ctx)
    if found.start is not None:
        start, unit = could_be(found.start), found.start.unit
        bounds = Interval(0, 1) if opposite else _bounds(goal, found, unit)
    elif opposite is not None:
        start, unit, bounds = 1 - could_be(opposite[1]), _PERCENT, Interval(0, 1)
        start = Interval(max(start.low or Fraction(0), Fraction(0)), min(start.high or Fraction(1), Fraction(1)))
    elif step.unit.dimension == "ratio" and (step.signed().high or 0) < -1:
        yield Finding(found.at, "more_than_all", change=step.size)
        return
    else:
        return
    reached = tuple(_reached(start, step, unit))
    if bounds is None or not reached or any(one.overlaps(bounds) for one in reached):
        return
    over = bounds < reached[0]
    limit = (bounds.high if over else bounds.low) or Fraction(0)
    said = {"change": step.size, "reached": shown(reached[0], unit), "limit": shown(Interval.exactly(limit), unit)}
    if found.start is None and opposite is not None:
        yield Finding(found.at, "complement", other=opposite[0].name, value=opposite[1], start=shown(start, unit), **said)
    else:
        yield Finding(found.at, "added", start=found.start, **said)


def _reached(start: Interval, step: Step, unit: Unit | None) -> Iterator[Interval]:
    """Where the change leads: of a rate, a stated % may be meant either way."""
    change, rate = step.signed(), unit is not None and unit.is_rate
    if step.unit.dimension == "points":
        if rate:
            yield start + change
    elif step.unit.dimension == "ratio":
        if rate:
            yield start + change
        yield start * (1 + change)
    elif unit is None or step.unit.comparable(unit) or step.unit.dimension == unit.dimension == "count":
        yield start + change
