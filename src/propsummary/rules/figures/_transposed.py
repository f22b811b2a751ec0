"""Figures told with the digits of another one in another order, as they are mistyped: 661 for 616, 12.6万 for 16.2万."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher
from typing import TypeAlias

from propsummary.model import Metric, Summary
from propsummary.periods import PeriodRole, find_periods
from propsummary.quantities import Quantity, Unit
from propsummary.rules._figures import ToldFigure, same_measure
from propsummary.rules.context import Context, View
from propsummary.rules.figures._named import referred
from propsummary.rules.figures._parts import Retold
from propsummary.rules.figures._subjects import VALUES, is_narrative
from propsummary.rules.metrics.figures import could_be, figure

__all__ = ["mistyped", "mistyped_again"]

_FEWEST = 3  # digits; two are exchanged by chance too often, unless the metric is called by its name
_NAMED = 4  # characters in a row that two clauses share where they speak of one thing
_ENDING = 3  # or that both end in
_SPOKEN_OF = 2  # and that a clause shares with the metric that it speaks of
_AROUND = 12

_Digits: TypeAlias = tuple[tuple[int, ...], int]


def mistyped(view: View) -> Iterator[Retold]:
    """
    Figures in an achievement or issue that have the digits of a figure of the metric that it refers to, in another order, behind
    words of that metric's name.

    What the passage tells as well, or any other figure of the data is, is right as it stands.
    """
    known = {one.quantity.low for one in view.figures.data}
    for told in _plain(view):
        metrics = referred(told.passage.node.object, view)
        if not metrics or told.figure.low in known:
            continue
        beside = {one.figure.low for one in view.figures.of(told.passage)}
        for metric in metrics:
            if _longest_shared(told.clause[-_AROUND:], metric.name) < _SPOKEN_OF:
                continue
            said, fewest = told.figure.quantity, _FEWEST - bool(metric.name and told.clause.endswith(metric.name))
            for own in _figures(metric):
                if own.low not in beside and _is_mistyped(said, own, fewest) and _may_be(said.unit, own.unit):
                    yield Retold(told=told, metric=metric, name=metric.name, value=own, interval=could_be(own))


def mistyped_again(summary: Summary, ctx: Context) -> Iterator[tuple[ToldFigure, ToldFigure]]:
    """Two passages that tell of the same thing with the same digits in another order: 发放劳保用品1850件, 劳保用品发放1580件."""
    known = {one.quantity.low for one in ctx.view.figures.data}
    alike: defaultdict[tuple[_Digits | None, Unit | None], list[ToldFigure]] = defaultdict(list)
    for told in _plain(ctx.view):
        digits = _digits(told.figure.quantity)
        if digits is not None and told.figure.low not in known and _is_of_the_period(told, summary):
            alike[(tuple(sorted(digits[0])), digits[1]), told.figure.quantity.unit].append(told)
    for members in alike.values():
        first = members[0]
        for other in members[1:]:
            apart = other.passage.path != first.passage.path and other.figure.low != first.figure.low
            if apart and _share_a_name(first, other):
                yield first, other


def _plain(view: View) -> Iterator[ToldFigure]:
    return (one for one in view.figures.told if one.figure.role in VALUES and one.figure.hedge is None and is_narrative(one))


def _figures(metric: Metric) -> Iterator[Quantity]:
    for quantity in (metric.value, metric.numerator, metric.denominator):
        if quantity is not None:
            yield figure(metric, quantity) or quantity if quantity is metric.value else quantity


def _may_be(told: Unit | None, own: Unit | None) -> bool:
    """Whether a figure in the one unit can be of the other: counts often leave theirs unsaid."""
    return same_measure(told, own) or (own is None and told is not None and told.dimension == "count")


def _is_mistyped(one: Quantity, other: Quantity, fewest: int) -> bool:
    first, second = _digits(one, fewest), _digits(other, fewest)
    if first is None or second is None or first == second:
        return False
    return first[1] == second[1] and sorted(first[0]) == sorted(second[0])


def _digits(quantity: Quantity, fewest: int = _FEWEST) -> _Digits | None:
    """The printed digits and the place of the last; None of too few, or of what is no single number."""
    number = quantity.low
    if quantity.low != quantity.high or not isinstance(number, Decimal) or quantity.hedge is not None:
        return None
    _, digits, exponent = number.as_tuple()
    return (digits, int(exponent)) if len(digits) >= fewest else None


def _is_of_the_period(told: ToldFigure, summary: Summary) -> bool:
    mentions = find_periods(told.clause, period=summary.period)
    return all(mention.role is PeriodRole.REPORTING for mention in mentions)


def _share_a_name(one: ToldFigure, other: ToldFigure) -> bool:
    named = one.clause[-_ENDING:]
    ends_alike = len(named) == _ENDING and named == other.clause[-_ENDING:]
    return ends_alike or _longest_shared(one.clause[-_AROUND:], other.clause[-_AROUND:]) >= _NAMED


def _longest_shared(one: str, other: str) -> int:
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
