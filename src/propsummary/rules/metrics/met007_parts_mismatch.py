"""MET007 parts-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from propsummary.model import Metric
from propsummary.problems import Finding
from propsummary.quantities import Interval, Quantity, Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics.figures import alike, averages, could_be, factor_of, figure, power_of, scaled
from propsummary.rules.metrics.saying import amount, cut, shown

_TOTAL = re.compile("^(?:合计|总计|共计|总数|小计|total)$", re.IGNORECASE)
# The note owns up to what the parts leave out, or count twice.
_MORE = re.compile("其余|其它|其他|另有|另外|未列|未计|未分类|不含|仅列|只列|主要(?:几|的)?类|前[二三四五六七八九十0-9]|部分")
_TWICE = re.compile("重复|交叉|多选|多类|兼有|同时计|重叠")
_HUNDRED = Interval.exactly(1)


@rule("MET007", on=Metric)
def parts_mismatch(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A breakdown that cannot add up to the value, or, told in percent, to 100.

    Parts of a rate or a mean may be the rates of its parts, and these need not add up.

    Bad::

        指标:
          - {编号: m1, 名称: 环境类投诉, 数值: 29件, 构成: {保洁: 17, 绿化: 7, 消杀: 3}}

    Good::

        指标:
          - {编号: m1, 名称: 环境类投诉, 数值: 29件, 构成: {保洁: 17, 绿化: 7, 消杀: 5}}
          - {编号: m2, 名称: 保洁检查合格率, 数值: 94.5%, 构成: {东区: 95.2%, 西区: 93.6%}}
          - {编号: m3, 名称: 秩序类投诉, 数值: 143件, 构成: {停车: 40.6%, 噪声: 28.7%, 其他: 30.8%}}
    """
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
    if any(found.overlaps(whole) for found in sums) or _explained(metric, sums[0], whole):
        return
    yield _told(sums[0], whole, total, shares)


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
    added = unit is None or unit.dimension in ("count", "money", "energy", "area", "volume", "mass", "length")
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
