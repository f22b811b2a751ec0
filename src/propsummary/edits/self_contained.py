"""
Values spelled so that they are understood by themselves.

In a text much is said by the place: the title has the year of 七月份, the head of a column the unit of 84, the sentence before the
department of 高远航. A draft in YAML has none of these around its values.
"""

from __future__ import annotations

from typing import Any

import attrs

from propsummary.model import Owner, Summary
from propsummary.periods import Deadline, Period, read_deadline, read_period
from propsummary.quantities import Quantity, read_quantity

__all__ = ["self_contained"]


def self_contained(summary: Summary) -> Summary:
    """*summary* with the same values, those spelled out whose words alone would be read otherwise or not at all."""
    own = _period(summary.period, None)
    whole = attrs.evolve(summary, period=own)
    spelled: Summary = _spelled(whole, whole)
    return spelled


def _spelled(value: Any, whole: Summary) -> Any:
    match value:
        case Period():
            return _period(value, whole.period)
        case Deadline():
            return _deadline(value, whole)
        case Owner():
            return value if Owner.parse(value.text) == value else attrs.evolve(value, text="")
        case Quantity():
            return _quantity(value)
        case tuple():
            return tuple(_spelled(member, whole) for member in value)
    if not attrs.has(type(value)):
        return value
    fields = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    changed = {name: new for name, old in fields.items() if (new := _spelled(old, whole)) != old}
    return attrs.evolve(value, **changed) if changed else value


def _period(period: Period, near: Period | None) -> Period:
    if read_period(period.text, near=near) == period:
        return period
    return attrs.evolve(period, text=period.first.isoformat() if period.first == period.last else period.label)


def _deadline(deadline: Deadline, whole: Summary) -> Deadline:
    """A day that only the heading above it tells (四季度工作目标) is written as that day."""
    alone = read_deadline(deadline.text, period=whole.period, prepared_on=whole.prepared_on)
    return deadline if deadline.date is None or alone.date == deadline.date else Deadline.on(deadline.date)


def _quantity(quantity: Quantity) -> Quantity:
    if quantity.unit is None or read_quantity(quantity.text) == quantity:
        return quantity
    again = read_quantity(quantity.text + quantity.unit.symbol)
    return again if again and attrs.evolve(again, text=quantity.text) == quantity else quantity
