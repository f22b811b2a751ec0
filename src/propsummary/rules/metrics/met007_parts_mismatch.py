"""MET007 parts-mismatch."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from fractions import Fraction

import attrs

from propsummary.model import Metric, Summary
from propsummary.periods import Period
from propsummary.problems import Finding
from propsummary.quantities import Interval, Quantity, Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics._told import everywhere
from propsummary.rules.metrics.figures import alike, averages, could_be, factor_of, figure, power_of, scaled
from propsummary.rules.metrics.saying import amount, cut, shown

_TOTAL = re.compile("^(?:合计|总计|共计|总数|小计|total)$", re.IGNORECASE)
# The note owns up to what the parts leave out, or count twice.
_MORE = re.compile("其余|其它|其他|另有|另外|未列|未计|未分类|不含|仅列|只列|主要(?:几|的)?类|前[二三四五六七八九十0-9]|部分")
_TWICE = re.compile("重复|交叉|多选|多类|兼有|同时计|重叠")
_HUNDRED = Interval.exactly(1)
_ADDED = ("count", "money", "energy", "area", "volume", "mass", "length")

# Months add up to what happened in them. Who was there in each of them is counted again, and what is in stock or told as a running
# total makes a multiple of the value: only a sum close by is a slip.
_ONCE = re.compile("[人户家名位]$")
_RUNNING = re.compile("累计|期末|月末|在册|在岗|库存|结存|存量")
_CLOSE_BY = Interval(Fraction(2, 3), Fraction(3, 2))


@rule("MET007", on=Summary)
@everywhere
def parts_mismatch(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A breakdown that cannot add up to the value, or, told in percent, to 100; months or quarters that cannot add up to the period.

    Parts of a rate or a mean may be the rates of its parts, and these need not add up. A sentence is asked where it names the rest
    (其他), so that nothing is left out.

    Bad::

        指标:
          - {编号: m1, 名称: 环境类投诉, 数值: 29件, 构成: {保洁: 17, 绿化: 7, 消杀: 3}}

    Bad::

        期间: 2025-Q2
        指标:
          - 编号: m1
            名称: 清运生活垃圾
            数值: 1246吨
            走势: [{期间: 2025-04, 数值: 398吨}, {期间: 2025-05, 数值: 412吨}, {期间: 2025-06, 数值: 426吨}]

    Bad::

        成绩:
          - {编号: a1, 标题: 社区活动, 说明: 全年组织活动24场，其中节日活动9场、亲子活动7场、健康讲座6场、其他3场。}

    Good::

        指标:
          - {编号: m1, 名称: 环境类投诉, 数值: 29件, 构成: {保洁: 17, 绿化: 7, 消杀: 5}}
          - {编号: m2, 名称: 保洁检查合格率, 数值: 94.5%, 构成: {东区: 95.2%, 西区: 93.6%}}
          - {编号: m3, 名称: 秩序类投诉, 数值: 143件, 构成: {停车: 40.6%, 噪声: 28.7%, 其他: 30.8%}}
    """
    if (found := _months(metric, ctx)) is not None:
        yield found
    value = figure(metric, metric.value)
    named = [share for share in metric.breakdown if not _TOTAL.match(share.name.strip())]
    if value is None or _is_excerpt(metric, named) or ctx.view.is_clouded((*ctx.path, "breakdown")):
        return
    shares = [share.value for share in named]
    if _are_percent(shares) and not (value.unit and value.unit.is_rate):
        whole, sums = _HUNDRED, [_sum(shares)]
        total: Unit | None = Unit.of("%")
    else:
        whole, total = could_be(value, averaged=averages(metric)), value.unit
        sums = [_sum(parts) for parts in _in_unit(metric, value, shares)]
        if not sums or _is_mean(metric, value, shares):
            return
    if any(one.overlaps(whole) for one in sums) or _explained(metric, sums[0], whole):
        return
    yield _told(sums[0], whole, total, shares)


def _months(metric: Metric, ctx: Context) -> Finding | None:
    """What is wrong with a course over time whose points are all of the period, one after the other."""
    value, shares = figure(metric, metric.value), [point.value for point in metric.series]
    unit = value.unit if value is not None else None
    if value is None or unit is None or unit.dimension not in _ADDED or averages(metric) or _ONCE.search(unit.symbol):
        return None
    if _RUNNING.search(f"{metric.name}{metric.definition}{metric.note}") or ctx.view.is_clouded((*ctx.path, "series")):
        return None
    if not _makes_up([point.period for point in metric.series], ctx.summary.period):
        return None
    whole, sums = could_be(value), [_sum(parts) for parts in _in_unit(metric, value, shares)]
    running = any(could_be(figure(metric, share) or share).overlaps(whole) for share in shares)
    if running or not sums or any(one.overlaps(whole) for one in sums) or _explained(metric, sums[0], whole):
        return None
    if not (sums[0] / whole).overlaps(_CLOSE_BY):
        return None
    told = "+".join(share.text.strip() for share in shares)
    return Finding("series", "months", parts=told, sum=shown(sums[0], unit), whole=shown(whole, unit))


def _makes_up(spans: Sequence[Period], period: Period) -> bool:
    """Whether *spans* follow one another from the first day of *period* to its last."""
    if len(spans) < 2 or spans[0].first != period.first or spans[-1].last != period.last:
        return False
    return all(later.first - one.last == timedelta(days=1) for one, later in itertools.pairwise(spans))


def _told(found: Interval, whole: Interval, unit: Unit | None, shares: Sequence[Quantity]) -> Finding:
    above = whole < found
    gap = (found.low or 0) - (whole.high or 0) if above else (whole.low or 0) - (found.high or 0)
    parts = "+".join(share.text.strip() for share in shares)
    told = amount(cut(Fraction(gap) / factor_of(unit)), unit)
    exact = found.low == found.high and whole.low == whole.high
    key = ("over" if above else "default") if exact else ("over_rounded" if above else "rounded")
    return Finding("breakdown", key, parts=parts, sum=shown(found, unit), whole=shown(whole, unit), gap=told)


def _sum(parts: Sequence[Quantity]) -> Interval:
    total = Interval.exactly(0)
    for part in parts:
        total = total + could_be(part)
    return total


def _in_unit(metric: Metric, value: Quantity, shares: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """The parts with the value's unit and multiplier, and without the multiplier; nothing if their units are others."""
    filled = [figure(metric, share) or share for share in shares]
    if not all(alike(share.unit, value.unit) for share in filled):
        return
    power = power_of(metric.value) if metric.value is not None and not metric.unit else 0
    shared = (power if bare.unit is None and not power_of(bare) else 0 for bare in shares)
    yield [scaled(full, times) for full, times in zip(filled, shared, strict=True)]
    if power:
        yield filled


def _are_percent(shares: Sequence[Quantity]) -> bool:
    return all(share.unit is not None and share.unit.is_rate for share in shares)


def _is_mean(metric: Metric, value: Quantity, shares: Sequence[Quantity]) -> bool:
    """Whether the parts may be rates or means whose own mean the value is, or shares of 100."""
    unit = value.unit
    added = unit is None or unit.dimension in _ADDED
    if added and not averages(metric):
        return False
    parts = [could_be(attrs.evolve(share, unit=share.unit or unit), averaged=True) for share in shares]
    around = parts[0]
    for part in parts:
        around = around.hull(part)
    hundred = unit is not None and unit.is_rate and _sum([attrs.evolve(s, unit=s.unit or unit) for s in shares]).overlaps(_HUNDRED)
    return hundred or around.overlaps(could_be(value, averaged=True))


def _is_excerpt(metric: Metric, named: Sequence[object]) -> bool:
    """Whether only some of the parts are told: 其中夜间12件."""
    return len(named) < 2 or any("其中" in share.name for share in metric.breakdown)


def _explained(metric: Metric, found: Interval, whole: Interval) -> bool:
    return bool((_MORE if found < whole else _TWICE).search(metric.note))
