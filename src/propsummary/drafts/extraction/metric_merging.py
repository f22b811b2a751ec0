"""One metric out of what two places of a draft tell of it: a sentence, and a row of a table further down."""

from __future__ import annotations

import re

import attrs

from propsummary.drafts.extraction.clauses import bare
from propsummary.drafts.extraction.metric_words import patterns
from propsummary.model import Metric
from propsummary.periods import Period
from propsummary.quantities import Change, Quantity, readings

__all__ = ["merged", "name_key", "one_thing", "outdoes"]

_TELLING = 4  # characters of a name that is no mere 合格率
_COMPARISON = ("baseline", "baseline_period", "change")
_DETAILS = ("target", "numerator", "denominator", "source", "definition", "note", "series", "breakdown")


def name_key(metric: Metric) -> str:
    """The name of a metric as it is compared."""
    return bare(metric.name).removesuffix("量")  # 公区用电 is 公区用电量


def one_thing(one: Metric, other: Metric) -> bool:
    """Whether two metrics are one that is called more fully in one place: 投诉及时率 97.9% and 投诉答复及时率 97.9%."""
    if one.value is None or other.value is None or one.value.low == 100 or not _same(one.value, other.value):
        return False
    short, long = sorted((name_key(one), name_key(other)), key=len)
    if re.fullmatch(f"{re.escape(short)}[户件起单次人]?数", long):  # 走访1,124户 is 走访户数
        return len(short) > 1
    if long.endswith(short) and one.value.low % 1 and not patterns()["bare_rate"].fullmatch(short):
        return len(short) > 2
    rest = iter(long)
    return len(short) >= _TELLING and long.endswith(short[-2:]) and all(character in rest for character in short)


def merged(known: Metric, told: Metric) -> tuple[Metric, bool]:
    """*known*, by the fuller of both names, with what *told* adds to it, and whether all that *told* says is there then."""
    if not _same(known.value, told.value):
        return known, False
    fields = [field for field in (*_COMPARISON, *_DETAILS) if not _same(getattr(known, field), getattr(told, field))]
    apart = any(field in _COMPARISON for field in fields) or not _belong_together(known, told)
    open_ = _DETAILS if apart else (*_COMPARISON, *_DETAILS)
    added = {field: getattr(told, field) for field in open_ if not getattr(known, field)}
    said = any(getattr(told, field) and not getattr(known, field) for field in _COMPARISON)
    name = max(known.name, told.name, key=len)
    return attrs.evolve(known, name=name, **added), not fields and not (apart and said)


def outdoes(told: Metric, known: Metric) -> bool:
    """Whether of two figures of one name (平均到场时间, of all and of one team) *told* is the main one: it alone is compared."""
    compared = told.baseline and told.change
    return bool(
        compared and not any(getattr(known, field) for field in (*_COMPARISON, *_DETAILS)) and not _same(told.value, known.value)
    )


def _belong_together(one: Metric, other: Metric) -> bool:
    """Whether the baseline of one and the change of the other can be those of one comparison."""
    baseline, change = one.baseline or other.baseline, one.change or other.change
    alone = any(told.baseline and told.change for told in (one, other))
    read = readings(baseline, one.value, change)  # 86.0% to 87.9% told as 上升1.9% is one comparison, told in the wrong unit
    return alone or read.consistent is not False or bool(read.readings)


def _same(one: object, other: object) -> bool:
    """Whether two fields tell the same, or one of them nothing."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return (one.low, one.high) == (other.low, other.high) and (None in (one.unit, other.unit) or one.unit == other.unit)
    if isinstance(one, Change) and isinstance(other, Change):
        return (one.amount, one.direction) == (other.amount, other.direction)
    if isinstance(one, Period) and isinstance(other, Period):
        return one.same_days(other)
    return not one or not other or one == other
