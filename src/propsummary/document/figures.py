"""Figures as they are printed: units lent, targets held against values, nothing computed anew."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import attrs

from propsummary.catalogue import find_kpi
from propsummary.document._scales import SCALES, multiplier, without_multiplier
from propsummary.document.context import Context
from propsummary.document.english import change_in_english, in_english, is_chinese
from propsummary.document.nodes import Tone
from propsummary.model import Metric
from propsummary.quantities import Change, Direction, Hedge, Quantity, Unit, read_quantity
from propsummary.quantities.change import last_direction
from propsummary.quantities.wilson import wilson

__all__ = [
    "as_written",
    "change",
    "magnitude",
    "measured",
    "of_metric",
    "printed",
    "sampling_interval",
    "share_suffix",
    "unit_of",
    "verdict",
]

_ENDS_IN_NUMERAL = re.compile("[0-9零一二三四五六七八九十百千万亿萬億半]$")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．％－＋～／", "0123456789.%-+~/")
_PARTED = re.compile("(?<=[0-9０-９])，(?=[0-9０-９]{3}(?![0-9０-９]))")
_SIGN = re.compile(r"\s*[-+−±↑↓]")


def as_written(quantity: Quantity | None, unit: str = "") -> str:
    """The quantity as written, half width; *unit*, perhaps with a multiplier, is added to one that was written without any."""
    if quantity is None:
        return ""
    text = _half_width(quantity.text)
    if multiplier(text):
        unit = without_multiplier(unit)
    bare = quantity.unit is None and not isinstance(quantity.low, Fraction) and _ENDS_IN_NUMERAL.search(text)
    return f"{text}{unit}" if bare else text


def _half_width(text: str) -> str:
    """A figure as others beside it are written, with the digits and signs of a full-width one made half width."""
    return text if text.isascii() else _PARTED.sub(",", text).translate(_HALF_WIDTH)


def printed(ctx: Context, quantity: Quantity | None, unit: str = "", scale: str | None = None) -> str:
    """
    The quantity as the document prints it: as it was written, in an English document in English words.

    Args:
        unit: What is lent to one that was written without any.

        scale: What an English document counts in, as `in_english` takes it.
    """
    text = as_written(quantity, ctx.unit(unit))
    if ctx.language != "en" or not is_chinese(text):
        return text
    whole = read_quantity(text)
    return in_english(whole or quantity, scale) if quantity else text  # 提升至95% is a target and no figure by itself


def of_metric(ctx: Context, metric: Metric, quantity: Quantity | None) -> str:
    """A figure of *metric* as the document prints it."""
    return printed(ctx, quantity, unit_of(metric))


def measured(ctx: Context, ids: Iterable[str]) -> str:
    """The metrics with these *ids*, each with its value, in a row."""
    metrics = (ctx.by_id[id] for id in ids if isinstance(ctx.by_id.get(id), Metric))
    return ctx.joined(f"{ctx.name_of(metric)} {of_metric(ctx, metric, metric.value)}".strip() for metric in metrics)


def unit_of(metric: Metric) -> str:
    """The unit of the metric's figures that print none themselves: the one it states, else that of its value, else the KPI's."""
    if metric.unit:
        return metric.unit
    value = metric.value
    if value is not None and value.unit is not None:
        return "" if multiplier(value.text) else str(value.unit)
    kpi = find_kpi(metric.kpi) if metric.kpi else None
    if kpi is None:
        return ""
    stated = kpi.definition(metric.definition) if metric.definition else None
    return (stated and stated.unit) or kpi.unit


def change(ctx: Context, stated: Change | None) -> str:
    """The change as written where a sign or a word says which way it went; a bare amount, which means up, gets its sign."""
    if stated is None:
        return ""
    stated = attrs.evolve(stated, text=_half_width(stated.text))
    bare = stated.direction is Direction.UP and not _SIGN.match(stated.text) and last_direction(stated.text) is None
    sign = "+" if bare else ""
    return sign + stated.text if ctx.language != "en" else change_in_english(stated, sign)


def share_suffix(metric: Metric) -> str:
    """What the parts of the metric's value share with it when they were written as bare numbers: multiplier and unit."""
    whole = metric.value
    if whole is None or whole.unit is None:
        return unit_of(metric)
    return f"{multiplier(whole.text)}{whole.unit}"


def magnitude(quantity: Quantity | None, suffix: str = "") -> Decimal | None:
    """A number to draw: the middle of a range, in the base of the multiplier that *suffix* lends to a bare number."""
    if quantity is None:
        return None
    lent = quantity.unit is None and not multiplier(quantity.text)
    factor = SCALES.get(multiplier(f"1{suffix}"), Decimal(1)) if lent else Decimal(1)
    middle = (Fraction(quantity.low) + Fraction(quantity.high)) / 2 * Fraction(factor)
    return Decimal(middle.numerator) / Decimal(middle.denominator)


def verdict(ctx: Context, metric: Metric) -> tuple[str, Tone]:
    """Whether the value meets the target, where both are plain figures in one unit and it is known which way is better."""
    value, target = metric.value, metric.target
    if value is None or target is None or not value.exact or target.value is None:
        return "", ""
    symbol = unit_of(metric)
    lent = Unit.of(symbol) if symbol else None
    unit, aimed = value.unit or lent, target.unit or lent
    if unit is not aimed and not (unit and unit.same_as(aimed)):
        return "", ""
    kpi = ctx.kpi_of(metric)
    way = metric.direction.value if metric.direction else kpi.direction if kpi else ""
    at_least, at_most = _sense(target.hedge, way)
    if not (at_least or at_most):
        return "", ""
    met = value.low >= target.value if at_least else value.low <= target.value
    return (ctx.label("met"), "good") if met else (ctx.label("missed"), "bad")


def _sense(hedge: Hedge | None, way: str) -> tuple[bool, bool]:
    """Whether the target is a floor or a ceiling, by the bound it was written with, else by the better way."""
    if hedge is not None:
        return hedge is Hedge.AT_LEAST, hedge is Hedge.AT_MOST
    return way == "higher", way == "lower"


def sampling_interval(metric: Metric) -> str:
    """Between which shares the true one lies at 95 % (Wilson score), given how many were asked; empty for what is no such rate."""
    value, size = metric.value, metric.sample_size
    if value is None or size is None or size < 1 or not value.exact or value.unit is None or not value.unit.is_rate:
        return ""
    share = Fraction(value.low) * Fraction(value.unit.factor)
    if not 0 <= share <= 1:
        return ""
    found = wilson(share, size)
    tenths = [round((end or 0) * 1000) for end in (found.low, found.high)]
    return "–".join(f"{n // 10}.{n % 10}%" for n in tenths)
