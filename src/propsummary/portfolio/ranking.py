"""Projects in order of a KPI, as far as their samples allow an order at all."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

import attrs

from propsummary.portfolio.combining import Combined, Measured
from propsummary.quantities import Interval, Quantity
from propsummary.quantities.wilson import wilson
from propsummary.rules.metrics.figures import could_be, factor_of

__all__ = ["Ranked", "rank"]


@attrs.frozen(kw_only=True)
class Ranked:
    """
    A project's place.

    Attributes:
        value: Its value, as printed.

        best, worst: The first and the last place that it may have: with few cases, chance alone may have put it before or behind
            others. No project has a better one than those whose values are better.

        size: How many cases stand behind a share; none for what is no share.
    """

    project: str
    value: Quantity
    best: int
    worst: int
    size: int | None = None


def rank(combined: Combined) -> tuple[Ranked, ...]:
    """
    The projects of *combined*, the best first; none for what is no rate (in % or ‰), or of which neither more nor less is better.

    Counts grow with the size of a project, and means come without their spread, so neither says who is ahead. Shares of counted
    cases are compared by their 95 % Wilson intervals: where two of them overlap, neither project is said to be ahead. Other rates
    are compared by what their printed digits can stand for.

    Places agree with the order of the values: a project whose value is the same as another's or better has no worse a place. The
    range of a large project is wider for that than its own cases ask, where a small one beside it cannot be told from it.
    """
    kpi, value = combined.kpi, combined.metric.value
    if kpi.direction not in ("higher", "lower") or len(combined.parts) < 2:
        return ()
    if value is None or value.unit is None or not value.unit.is_rate:
        return ()
    spans = [_span(part) for part in combined.parts]
    lows, highs = sorted(one.low for one in spans if one.low is not None), sorted(one.high for one in spans if one.high is not None)
    ranked = []
    for part, span in zip(combined.parts, spans, strict=True):
        above = len(lows) - bisect.bisect_right(lows, span.high) if span.high is not None else 0
        below = bisect.bisect_left(highs, span.low) if span.low is not None else 0
        ahead, behind = (above, below) if kpi.direction == "higher" else (below, above)
        if part.value is not None:
            size = cases[1] if (cases := _cases(part)) else None
            place = Ranked(project=part.member.project, value=part.value, best=ahead + 1, worst=len(spans) - behind, size=size)
            ranked.append(place)
    sign = -1 if kpi.direction == "higher" else 1
    return _agreeing(sorted(ranked, key=lambda one: (sign * Fraction(one.value.low), one.project)))


def _agreeing(ranked: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """The same order, every range so wide that nobody behind has a better place, and nobody ahead or alike a worse one."""
    bests = accumulate((one.best for one in reversed(ranked)), min)
    worsts = accumulate((one.worst for one in ranked), max)
    best = {one.value.low: place for one, place in zip(reversed(ranked), bests, strict=True)}  # the first of equals comes last
    worst = {one.value.low: place for one, place in zip(ranked, worsts, strict=True)}
    return tuple(attrs.evolve(one, best=best[one.value.low], worst=worst[one.value.low]) for one in ranked)


def _span(part: Measured) -> Interval:
    """What the project's true value may be, in the base of its unit."""
    if cases := _cases(part):
        return wilson(Fraction(cases[0], cases[1]), cases[1])
    return could_be(part.value) if part.value else Interval(None, None)


def _cases(part: Measured) -> tuple[int, int] | None:
    """How many of how many, where the value is a share of counted cases."""
    above, below, value = part.metric.numerator, part.metric.denominator, part.value
    if above is None or below is None or value is None or value.unit is None or not value.unit.is_rate:
        return None
    counted = all(one.exact and (one.unit is None or one.unit.dimension == "count") for one in (above, below))
    numbers = (Fraction(above.low), Fraction(below.low))
    if not counted or any(number.denominator != 1 for number in numbers) or not 0 <= numbers[0] <= numbers[1] or not numbers[1]:
        return None
    share = numbers[0] / numbers[1] / factor_of(value.unit)
    return (int(numbers[0]), int(numbers[1])) if abs(share - Fraction(value.low)) <= 1 else None
