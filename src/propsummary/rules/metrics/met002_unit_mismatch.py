"""MET002 unit-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from propsummary.catalogue import Kpi
from propsummary.catalogue.codes import Words
from propsummary.model import Metric
from propsummary.problems import Finding
from propsummary.quantities import Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics._changes import places
from propsummary.rules.metrics.figures import given_kpi, known_kpi
from propsummary.rules.metrics.saying import rounded

_FIELDS = ("value", "baseline", "target")
# A bare 0.952 beside 93.1% is a share if as one it comes this near; 0.6 beside 0.5% is a percentage with its sign left out.
_NEAR = 3
# A tonne of water is a cubic metre, and meters, bills and people use either word.
_OF_WATER = frozenset({"mass", "volume"})


@rule("MET002", on=Metric)
def unit_mismatch(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A figure in another unit than its KPI is measured in, or a baseline or target in another than the value.

    Minutes and hours, or 元 and 万元, can be turned into each other and go together; so do the words that things are counted in
    (起, 件, 次), and of water 吨 and 立方米. A rate in ‰ beside one in % is a slip waiting to happen, and so is 0.952 beside 93.1%.

    Bad::

        指标:
          - {编号: m1, 指标库: sat_rate, 名称: 业主满意率, 口径: 满意户÷有效答卷, 数值: 92分}
          - {编号: m2, 名称: 物业投诉率, 数值: 1.8‰, 上期值: 0.24%}

    Bad::

        指标:
          - {编号: m1, 名称: 巡更到位率, 数值: 0.952, 上期值: 93.1%}

    Good::

        指标:
          - {编号: m1, 指标库: sat_rate, 名称: 业主满意率, 口径: 满意户÷有效答卷, 数值: 92%}
          - {编号: m2, 名称: 平均修复时长, 数值: 1.5小时, 上期值: 110分钟}
          - {编号: m3, 名称: 绿化用水, 数值: 1.2万吨, 上期值: 13000立方米}
    """
    kpi = given_kpi(metric)
    told = {field: unit for field in _FIELDS if (unit := _printed(metric, field)) is not None}
    for field, unit in told.items():
        if kpi is not None and not any(_goes_with(unit, Unit.of(own), metric) for own in _own_units(kpi, metric)):
            yield Finding(field, "kpi", unit=_said(unit), own=_said(Unit.of(_own_units(kpi, metric)[0])), kpi=kpi)
        elif field != "value" and "value" in told and not _goes_with(unit, told["value"], metric):
            yield Finding(field, "between", own=_said(told["value"]), figure=getattr(metric, field), value=metric.value)
    yield from _shares(metric)


def _shares(metric: Metric) -> Iterator[Finding]:
    """Bare shares of 1 beside percentages."""
    figures = {field: quantity for field in _FIELDS if (quantity := getattr(metric, field)) and isinstance(quantity.low, Decimal)}
    rates = [quantity for quantity in figures.values() if quantity.unit is not None and quantity.unit.canonical == "%"]
    for field, bare in figures.items():
        if bare.unit is not None or not bare.exact or not 0 < bare.low < 1:
            continue
        percent = Fraction(bare.low) * 100
        rate = next((one for one in rates if one.low < _NEAR * percent and percent < _NEAR * one.low), None)
        if rate is not None:
            yield Finding(field, "share", figure=bare, rate=rate, right=f"{rounded(percent, max(0, places(bare.low) - 2))}%")


def _printed(metric: Metric, field: str) -> Unit | None:
    """The unit that a figure prints; points are a change and no figure of the metric's kind."""
    quantity = getattr(metric, field)
    return None if quantity is None or quantity.unit is None or quantity.unit.dimension == "points" else quantity.unit


def _said(unit: Unit) -> Words:
    return Words(unit.symbol, unit.en)


def _own_units(kpi: Kpi, metric: Metric) -> tuple[str, ...]:
    stated = kpi.definition(metric.definition) if metric.definition else None
    return (stated.unit,) if stated and stated.unit else (kpi.unit, *kpi.alternative_units)


def _goes_with(unit: Unit, own: Unit, metric: Metric) -> bool:
    if unit.same_as(own):
        return True
    if "ratio" in (unit.dimension, own.dimension):
        return unit.dimension == own.dimension and not {unit.canonical, own.canonical} <= {"%", "‰"}
    if unit.dimension == own.dimension == "count" or unit.comparable(own):
        return True
    above = {unit.dimension, own.dimension}
    if all("/" in one.symbol for one in (unit, own)):
        above = {Unit.of(one.symbol.partition("/")[0]).dimension for one in (unit, own)}
        if len(above) == 1:
            return len({bool(_OF_COAL.search(one.symbol)) for one in (unit, own)}) == 1
    return above == _OF_WATER and _is_water(metric)


# 标准煤 counts all sorts of energy together, kWh one of them.
_OF_COAL = re.compile("^[kt]?g?ce|标准?煤")


def _is_water(metric: Metric) -> bool:
    kpi = known_kpi(metric)
    return "水" in metric.name or (kpi is not None and "水" in kpi.zh)
