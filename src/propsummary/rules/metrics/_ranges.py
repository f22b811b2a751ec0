"""What a metric can be at all, and what it usually is."""

from __future__ import annotations

import re

from propsummary.catalogue import Kpi
from propsummary.model import Metric
from propsummary.quantities import Interval, Quantity, Unit
from propsummary.rules.metrics.figures import in_base, known_kpi

__all__ = ["is_share", "may_be_below_zero", "plausible", "possible", "possible_of"]

# Rates that are shares of a whole whoever computes them; 完成率 or 收缴率 may pass 100 %.
_SHARE = re.compile(
    "(?:合格|完好|到岗|在岗|到位|在线|覆盖|出勤|满意|及时|存活|成活|持证|回访|登记|参与|知晓|入住|签约|空置|相符|准时|准点|"
    "达标|好评|投放准确|欠费|欠缴|整改|未[^率]{1,6})率(?:$|[（(])"
)
_NET = re.compile("差|净|增减|变化|增量|增长|变动|盈亏|同比|环比|温")


def is_share(name: str) -> bool:
    """Whether a rate of that name is a share of a whole."""
    return bool(_SHARE.search(name))


def may_be_below_zero(name: str) -> bool:
    """Whether a figure of that name is a difference, a change or a temperature, so that a minus may be right."""
    return bool(_NET.search(name))


def possible(metric: Metric, unit: Unit | None) -> Interval | None:
    """What the figures of *metric* that are in *unit* can be, in its base; None if nothing is known."""
    kpi = known_kpi(metric)
    if kpi is not None:
        return possible_of(kpi, metric.definition, unit, named=bool(metric.kpi))
    return _possible_by_name(metric.name, unit)


def possible_of(kpi: Kpi, definition: str, unit: Unit | None, *, named: bool = True) -> Interval | None:
    """
    What *kpi* can be under the definition that is stated, in the base of *unit*.

    Args:
        named: Whether the metric names the KPI itself; else one in another unit is taken for something else.
    """
    stated = kpi.definition(definition) if definition else None
    own = Unit.of((stated and stated.unit) or kpi.unit)
    low, high = kpi.possible_under(definition or None)
    if unit is None or _convertible(unit, own):
        return in_base(Interval(low, high), own)
    return Interval(0, None) if named and low == 0 else None


def _possible_by_name(name: str, unit: Unit | None) -> Interval | None:
    if unit is None or may_be_below_zero(name):
        return None
    if unit.dimension == "count":
        return Interval(0, None)
    return Interval(0, 1) if unit.is_rate and is_share(name) else None


def plausible(kpi: Kpi, value: Quantity) -> Interval | None:
    """What *kpi* usually is, in the base of the unit of *value*; None if it is told in another unit."""
    own = Unit.of(kpi.unit)
    if value.unit is None or not _convertible(value.unit, own):
        return None
    return in_base(Interval(*kpi.plausible), own)


def _convertible(unit: Unit, own: Unit) -> bool:
    return unit.same_as(own) or unit.comparable(own) or unit.dimension == own.dimension == "count"
