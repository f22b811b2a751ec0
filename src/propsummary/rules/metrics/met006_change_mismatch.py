"""MET006 change-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.catalogue.codes import Words
from propsummary.model import Metric, Summary
from propsummary.problems import Finding
from propsummary.quantities import Change, ChangeReading, Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics._changes import Comparison, meaning, opposite, places, told_change
from propsummary.rules.metrics._told import everywhere
from propsummary.rules.metrics.saying import moved


@rule("MET006", on=Summary)
@everywhere
def change_mismatch(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A stated change that cannot come from baseline and value, neither as percent nor as points; also in a sentence.

    Bad::

        指标:
          - {编号: m1, 名称: 装修纠纷, 数值: 19起, 上期值: 31起, 变化: -48.7%}

    Bad::

        成绩:
          - {编号: a1, 标题: 装修纠纷, 说明: 全年装修纠纷19起，比上年的31起下降48.7%。}

    Good::

        指标:
          - {编号: m1, 名称: 装修纠纷, 数值: 19起, 上期值: 31起, 变化: -38.7%}
          - {编号: m2, 名称: 一次解决率, 数值: 86.4%, 上期值: 83%, 变化: 3.1个百分点}
    """
    change, told = metric.change, told_change(metric, ctx)
    if change is None or told is None or told[1] is not ChangeReading.NONE:
        return
    comparison = told[0]
    said: dict[str, object] = {"change": change, "baseline": metric.baseline, "value": metric.value}
    meant = meaning(change.unit)
    if meant is ChangeReading.PERCENT and comparison.quotient is None:
        yield Finding("change", "zero", **said)
    elif (right := comparison.exactly) is None:
        yield Finding("change", "loose", **said)
    elif opposite(metric):
        yield Finding("change", "opposite", **said, right=right)
    elif (between := _rounded(comparison, change, meant)) is None:
        yield Finding("change", "default", **said, right=right)
    else:
        yield Finding("change", "rounded", **said, right=right, least=between[0], most=between[1])


def _rounded(comparison: Comparison, change: Change, meant: ChangeReading) -> tuple[Words, Words] | None:
    """The least and the most that the change can be told that way, to its own decimals; none where that is one number."""
    percent = meant is ChangeReading.PERCENT
    actual = comparison.actual(meant) or comparison.difference
    if actual.low is None or actual.high is None:
        return None
    ends = sorted((actual.low, actual.high), key=abs)
    decimals = max(1, places(change.amount)) if percent or comparison.are_rates else _decimals(comparison)
    least, most = (moved(end, Unit.of("%") if percent else comparison.step, decimals) for end in ends)
    return None if least == most else (least, most)


def _decimals(comparison: Comparison) -> int:
    """One more than either figure has."""
    return 1 + max(places(one.low) for one in (comparison.baseline, comparison.value))
