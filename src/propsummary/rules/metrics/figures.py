"""A metric's figures as they are meant: with the unit that they share, and what they can stand for."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import attrs

from propsummary import catalogue
from propsummary.catalogue import Kpi
from propsummary.model import Metric
from propsummary.quantities import Interval, Quantity, Unit

__all__ = [
    "alike",
    "averages",
    "could_be",
    "factor_of",
    "figure",
    "given_kpi",
    "in_base",
    "known_kpi",
    "measures",
    "power_of",
    "scaled",
    "shared_power",
]

_POWERS = {"千万": 7, "百万": 6, "万": 4, "亿": 8, "千": 3, "百": 2}
_MEAN = re.compile("平均|人均|户均|日均|月均|年均|季均|均值|每人|每户|每日|每天|每月|率$")
# Sums of money, areas and times are measured, not counted: a whole number of them is rounded.
_MEASURED = re.compile("面积|费|利|收入|预算|金额|成本|时间|时长|能耗|耗|用电|用水|里程|平均|期间|元|平方米|㎡|m²")
_ONE = Fraction(1)


def given_kpi(metric: Metric) -> Kpi | None:
    """The KPI that *metric* says it is a measurement of."""
    return catalogue.find_kpi(metric.kpi) if metric.kpi else None


def known_kpi(metric: Metric) -> Kpi | None:
    """The KPI that *metric* names, or else goes by the very name of."""
    return given_kpi(metric) if metric.kpi else catalogue.find_kpi(metric.name) if metric.name else None


def figure(metric: Metric, quantity: Quantity | None) -> Quantity | None:
    """*quantity*, a figure of *metric*, with the unit (and the 万) that it leaves unsaid."""
    if quantity is None or quantity.unit is not None or isinstance(quantity.low, Fraction):
        return quantity
    if metric.unit:
        power, unit = _stated(metric.unit)
        return scaled(attrs.evolve(quantity, unit=unit), 0 if power_of(quantity) else power)
    if metric.value is not None and metric.value.unit is not None:
        return attrs.evolve(quantity, unit=metric.value.unit)
    kpi = given_kpi(metric)
    if kpi is None:
        return quantity
    stated = kpi.definition(metric.definition) if metric.definition else None
    return attrs.evolve(quantity, unit=Unit.of((stated and stated.unit) or kpi.unit))


def _stated(symbol: str) -> tuple[int, Unit]:
    """The unit that *symbol* names, and the power of ten before it: 万元 are 10⁴ 元, 千瓦时 is a unit of its own."""
    unit = Unit.of(symbol)
    if unit.canonical != symbol or unit.dimension != "count":
        return 0, unit
    for word, power in _POWERS.items():
        if symbol.startswith(word) and len(symbol) > len(word):
            return power, Unit.of(symbol.removeprefix(word))
    return 0, unit


def scaled(quantity: Quantity, power: int) -> Quantity:
    """*quantity* times that power of ten, its last printed place included."""
    if not power:
        return quantity
    low, high = (_shifted(n, power) for n in (quantity.low, quantity.high))
    return attrs.evolve(quantity, low=low, high=high)


def _shifted(number: Decimal | Fraction, power: int) -> Decimal | Fraction:
    if isinstance(number, Fraction):
        return number * Fraction(10) ** power
    sign, digits, exponent = number.as_tuple()
    return Decimal((sign, digits, int(exponent) + power))


def power_of(quantity: Quantity) -> int:
    """The power of ten that *quantity* was printed with: 4 for 2.6万元, 0 for 26000元."""
    if isinstance(quantity.low, Fraction) or not re.search("[万亿萬億]", quantity.text):
        return 0
    return int(quantity.low.as_tuple().exponent) + quantity.decimals


def shared_power(metric: Metric, quantity: Quantity) -> int:
    """The power of ten that a bare figure may share with the metric's value: 4 for a 2.4 beside 2.6万元."""
    if quantity.unit is not None or power_of(quantity) or metric.unit or metric.value is None:
        return 0
    return power_of(metric.value)


def alike(one: Unit | None, other: Unit | None) -> bool:
    """Whether figures in both units may be set against each other, as far as anything is known of the units."""
    if one is None or other is None:
        return True
    return one.same_as(other) or one.comparable(other) or one.dimension == other.dimension == "count"


def could_be(quantity: Quantity, *, averaged: bool = False) -> Interval:
    """
    The true values that *quantity* can stand for, in the base of its unit (rates as shares of 1).

    Args:
        averaged: Whether it was computed or measured, so that even a whole number of things is a rounded one.
    """
    interval = quantity.interval
    if averaged and interval.low == interval.high and isinstance(quantity.low, Decimal) and quantity.exact:
        interval = Interval.printed(quantity.low)
    return in_base(interval, quantity.unit)


def in_base(interval: Interval, unit: Unit | None) -> Interval:
    """*interval*, which is in *unit*, in the base of its dimension."""
    factor = factor_of(unit)
    if factor == 1:
        return interval
    low = None if interval.low is None else interval.low * factor
    high = None if interval.high is None else interval.high * factor
    return Interval(low, high)


def factor_of(unit: Unit | None) -> Fraction:
    """What one of *unit* is in the base of its dimension; 1 for a bare number."""
    if unit is None:
        return _ONE
    return unit.factor if isinstance(unit.factor, Fraction) else Fraction(unit.factor)


def averages(metric: Metric) -> bool:
    """Whether the metric's figures are computed, so that even a whole number of things is a rounded one."""
    kpi = known_kpi(metric)
    divided = kpi is not None and any(definition.denominator_zh for definition in kpi.definitions)
    return divided or metric.denominator is not None or bool(_MEAN.search(metric.name))


def measures(metric: Metric, part: Literal["numerator", "denominator"]) -> bool:
    """Whether that part of the ratio may be an amount, an area, a time or a mean, so that a whole number is a rounded one."""
    kpi, quantity = given_kpi(metric), getattr(metric, part)
    words = [metric.definition]
    if kpi is not None:
        words = [definition.numerator_zh if part == "numerator" else definition.denominator_zh for definition in kpi.definitions]
    if quantity is not None and quantity.unit is not None and quantity.unit.dimension == "count":
        return any("平均" in text for text in words)
    name = "" if kpi is not None else metric.name
    return any(_MEASURED.search(text) for text in (*words, name, metric.note, metric.unit))
