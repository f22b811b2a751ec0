"""MET008 impossible-percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from propsummary.catalogue.codes import Words
from propsummary.model import Metric
from propsummary.problems import Finding
from propsummary.quantities import Interval, Quantity
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics.figures import could_be, factor_of, figure, measures
from propsummary.rules.metrics.saying import amount, rounded, shown

# A mean of rates, or one that was weighted, is no whole number out of another.
_COMPUTED = re.compile("加权|权重|平均|折算|均值|综合|修正|推算|估算")


@rule("MET008", on=Metric)
def impossible_percentage(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A percentage that no whole number of cases gives, out of the stated number of them.

    Bad::

        指标:
          - {编号: m1, 名称: 巡更到位率, 数值: 92.6%, 分母: 40}

    Good::

        指标:
          - {编号: m1, 名称: 巡更到位率, 数值: 92.5%, 分母: 40}
    """
    value = figure(metric, metric.value)
    if value is None or value.unit is None or not value.unit.is_rate or not value.exact:
        return
    if measures(metric, "numerator") or measures(metric, "denominator"):
        return
    if _COMPUTED.search(" ".join((metric.name, metric.definition, metric.note, metric.source))):
        return
    printed = could_be(value)
    said: dict[str, object] = {"value": metric.value, "printed": shown(printed, value.unit)}
    below, above = _count_below(metric, ctx), _whole(metric.numerator)
    if below and below > 0 and not (printed * below).whole_numbers():
        yield Finding("value", "default", count=str(below), near=_near(printed, below, value), **said)
    elif above and ctx.lacks("denominator") and ctx.lacks("sample_size") and not _divides(printed, above):
        yield Finding("value", "numerator", count=str(above), **said)


def _count_below(metric: Metric, ctx: Context) -> int | None:
    """How many cases there are, if only that is stated; with a numerator beside it the ratio is what counts."""
    if not ctx.lacks("numerator"):
        return None
    return _whole(metric.denominator) or (metric.sample_size if ctx.lacks("denominator") else None)


def _whole(quantity: Quantity | None) -> int | None:
    """The number of things that *quantity* counts exactly."""
    interval = quantity.interval if quantity is not None and quantity.exact else None
    if interval is None or interval.low is None or interval.low != interval.high or interval.low.denominator != 1:
        return None
    return interval.low.numerator if interval.low > 0 else None


def _divides(printed: Interval, above: int) -> bool:
    """Whether some whole number below *above* gives a rate in *printed*."""
    if printed.low is None or printed.low <= 0:
        return True
    return bool((above / printed).whole_numbers())


def _near(printed: Interval, below: int, value: Quantity) -> Words:
    """The possible rates on both sides: 37÷40=92.5%, 38÷40=95%."""
    least = (printed * below).low or Fraction(0)
    under = least.numerator // least.denominator
    told = []
    for above in (under, under + 1):
        rate = amount(rounded(Fraction(above, below) / factor_of(value.unit), max(1, value.decimals)), value.unit)
        told.append(Words(f"{above}÷{below}={rate.zh}", f"{above} ÷ {below} = {rate.en}"))
    return Words("，".join(one.zh for one in told), ", ".join(one.en for one in told))
