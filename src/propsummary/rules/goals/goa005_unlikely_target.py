"""GOA005 unlikely-target."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

from propsummary.model import Goal, Metric
from propsummary.problems import Finding
from propsummary.quantities import Interval, Quantity, Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.goals._targets import additive, aim, goes_backward, same_span, unhedged
from propsummary.rules.metrics.figures import alike, could_be, figure
from propsummary.rules.metrics.saying import shown

_TIMES = 3  # so many times the greatest move there ever was
_POINTS = Fraction(3, 100)  # a rate may well move by this much
_PART = Fraction(1, 4)  # and any other figure by this much of itself


@rule("GOA005", on=Goal)
def unlikely_target(goal: Goal, ctx: Context) -> Iterator[Finding]:
    """
    A target far outside what the metric has ever moved in one period, with no word on why it should be within reach.

    Bad::

        指标:
          - {编号: m1, 名称: 业主满意率, 数值: 84.6%, 上期值: 84.1%, 来源: 年度调查}
        目标:
          - {编号: g1, 类别: 指标, 内容: 2026年业主满意率达到95%, 指标: m1, 目标值: ≥95%, 完成时限: 2026-12-31}

    Good::

        指标:
          - {编号: m1, 名称: 业主满意率, 数值: 84.6%, 上期值: 84.1%, 来源: 年度调查}
        目标:
          - {编号: g1, 类别: 指标, 内容: 2026年业主满意率达到86%, 指标: m1, 目标值: ≥86%, 完成时限: 2026-12-31}
    """
    found = aim(goal, ctx)
    metric, level, start = found.metric, found.level, found.start
    if metric is None or level is None or start is None or not ctx.lacks("rationale") or not alike(level.unit, start.unit):
        return
    if goes_backward(found) or (additive(found, start) and not same_span(goal, ctx)):
        return
    step, most = _least(unhedged(level), could_be(start)), max(_moves(metric), default=None)
    if most is not None and step > max(_TIMES * most, _usual(start)) and not _by_chance(step, start):
        unit = Unit.of("个百分点") if start.unit is not None and start.unit.is_rate else start.unit
        yield Finding(found.at, target=level, start=start, most=shown(Interval.exactly(most), unit))


def _moves(metric: Metric) -> Iterator[Fraction]:
    """The most that the metric can have moved from one measurement to the next."""
    points = [point.value for point in metric.series]
    pairs = [*itertools.pairwise(points), (metric.baseline, metric.value)]
    for one, other in pairs:
        before, after = figure(metric, one), figure(metric, other)
        if before is None or after is None or not (before.exact and after.exact and alike(before.unit, after.unit)):
            continue
        yield _size(could_be(after) - could_be(before))


def _usual(start: Quantity) -> Fraction:
    """What a figure may move by in any year."""
    return _POINTS if start.unit is not None and start.unit.is_rate else _PART * _size(could_be(start))


def _by_chance(step: Fraction, start: Quantity) -> bool:
    """Whether a number of cases moves that far by itself: twice its root, so that 2起 may well become 0起."""
    counted = start.unit is None or start.unit.dimension == "count"
    return counted and step**2 <= 4 * _size(could_be(start))


def _size(interval: Interval) -> Fraction:
    return max(abs(interval.low or Fraction(0)), abs(interval.high or Fraction(0)))


def _least(one: Interval, other: Interval) -> Fraction:
    """The least distance between two intervals; 0 if they meet or an end is missing."""
    gaps = ((one.low, other.high), (other.low, one.high))
    return max((above - below for above, below in gaps if above is not None and below is not None), default=Fraction(0))
