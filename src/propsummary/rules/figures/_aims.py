"""Goals whose words aim at another figure than their target does: 控制在20起以内 beside ≤25起."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from propsummary.model import Goal
from propsummary.problems import Finding
from propsummary.quantities import Hedge, Quantity
from propsummary.rules._figures import ToldFigure, same_measure
from propsummary.rules.context import Context
from propsummary.rules.figures._subjects import VALUES
from propsummary.rules.metrics.figures import factor_of
from propsummary.rules.naming import naming

__all__ = ["other_aims"]

_ROUGH = (Hedge.ABOUT, Hedge.APPROX_OVER)
# Told for a part of the time or of the whole, where it starts from, or several at once.
_ANOTHER = re.compile("每|[月季日周年]均|单月|基础上|由|从|其中|分别|力争|争取|首批|一期|至少|底线|[/／]")


def other_aims(ctx: Context) -> Iterator[Finding]:
    """Goals of which the only figure of the target's kind in their words is another one than the target."""
    for node in ctx.view.nodes_of(Goal):
        goal, path = node.object, (*node.path, "statement")
        target = goal.target
        if target is None or goal.planned_change is not None or not _is_plain(target) or _ANOTHER.search(goal.statement):
            continue
        told = [one for one in ctx.view.figures.at(path) if _is_of_its_kind(one, target)]
        if len(told) == 1 and _is_plain(told[0].figure.quantity) and _size(told[0].figure.quantity) != _size(target):
            yield Finding(path, "goal", thing=naming(node), told=told[0].figure.text, value=target)


def _is_plain(quantity: Quantity) -> bool:
    return quantity.low == quantity.high and quantity.hedge not in _ROUGH


def _is_of_its_kind(one: ToldFigure, target: Quantity) -> bool:
    return one.figure.role in VALUES and same_measure(one.figure.quantity.unit, target.unit)


def _size(quantity: Quantity) -> Fraction:
    return Fraction(quantity.low) * factor_of(quantity.unit)
