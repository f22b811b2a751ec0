"""MET002 unit-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.catalogue import Kpi
from propsummary.catalogue.codes import Words
from propsummary.model import Metric
from propsummary.problems import Finding
from propsummary.quantities import Unit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics.figures import given_kpi

_FIELDS = ("value", "baseline", "target")


@rule("MET002", on=Metric)
def unit_mismatch(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A figure in another unit than its KPI is measured in, or a baseline or target in another than the value.

    Minutes and hours, or 元 and 万元, can be turned into each other and go together; so do the words that things are counted in
    (起, 件, 次). A rate in ‰ beside one in % is a slip waiting to happen.

    Bad::

        指标:
          - {编号: m1, 指标库: sat_rate, 名称: 业主满意率, 口径: 满意户÷有效答卷, 数值: 92分}
          - {编号: m2, 名称: 物业投诉率, 数值: 1.8‰, 上期值: 0.24%}

    Good::

        指标:
          - {编号: m1, 指标库: sat_rate, 名称: 业主满意率, 口径: 满意户÷有效答卷, 数值: 92%}
          - {编号: m2, 名称: 平均修复时长, 数值: 1.5小时, 上期值: 110分钟}
    """
    kpi = given_kpi(metric)
    told = {field: unit for field in _FIELDS if (unit := _printed(metric, field)) is not None}
    for field, unit in told.items():
        if kpi is not None and not any(_goes_with(unit, Unit.of(own)) for own in _own_units(kpi, metric)):
            yield Finding(field, "kpi", unit=_said(unit), own=_said(Unit.of(_own_units(kpi, metric)[0])), kpi=kpi)
        elif field != "value" and "value" in told and not _goes_with(unit, told["value"]):
            yield Finding(field, "between", own=_said(told["value"]), figure=getattr(metric, field), value=metric.value)


def _printed(metric: Metric, field: str) -> Unit | None:
    """The unit that a figure prints; points are a change and no figure of the metric's kind."""
    quantity = getattr(metric, field)
    return None if quantity is None or quantity.unit is None or quantity.unit.dimension == "points" else quantity.unit


def _said(unit: Unit) -> Words:
    return Words(unit.symbol, unit.en)


def _own_units(kpi: Kpi, metric: Metric) -> tuple[str, ...]:
    stated = kpi.definition(metric.definition) if metric.definition else None
    return (stated.unit,) if stated and stated.unit else (kpi.unit, *kpi.alternative_units)


def _goes_with(unit: Unit, own: Unit) -> bool:
    if unit.same_as(own):
        return True
    if "ratio" in (unit.dimension, own.dimension):
        return unit.dimension == own.dimension and not {unit.canonical, own.canonical} <= {"%", "‰"}
    if unit.dimension == own.dimension == "count" or unit.comparable(own):
        return True
    heads = [Unit.of(one.symbol.partition("/")[0]) for one in (unit, own)]
    both = all("/" in one.symbol for one in (unit, own))
    return both and (heads[0].dimension == heads[1].dimension)
