"""Changes that sentences tell of a metric's value without saying from where: the metric knows (28场，比上年多6场)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from propsummary.model import Metric, Summary
from propsummary.problems import Finding
from propsummary.quantities import Quantity, Role, read_stated_change
from propsummary.rules._figures import ToldFigure
from propsummary.rules.context import Context
from propsummary.rules.figures._named import referred
from propsummary.rules.figures._subjects import compared_days, is_narrative
from propsummary.rules.metrics._changes import judged
from propsummary.rules.metrics._told import as_told, last_clause
from propsummary.rules.metrics.figures import alike
from propsummary.rules.naming import naming, naming_of

__all__ = ["misstated_changes"]


def misstated_changes(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """Changes of a metric's value, against the very period of its baseline, that do not lead there from the baseline."""
    for told in ctx.view.figures.told:
        if told.figure.role is not Role.CHANGE or not is_narrative(told):
            continue
        metric = _compared(told, summary, ctx)
        if metric is not None and judged(metric) is not None:
            yield Finding(
                told.passage.path,
                "change",
                thing=naming(told.passage.node),
                told=metric.change,
                place=naming_of(metric, telling=True),
                before=metric.baseline,
                value=metric.value,
            )


def _compared(told: ToldFigure, summary: Summary, ctx: Context) -> Metric | None:
    """The metric that the passage refers to, with the change that it tells of it in place of its own."""
    known = [one for one in referred(told.passage.node.object, ctx.view) if one.baseline and one.value]
    stated = read_stated_change(told.sentence) if known else None
    if stated is None or stated.value is None or stated.baseline is not None or stated.change.text != told.figure.text:
        return None
    change = as_told(stated, last_clause(told.sentence[stated.value.end : stated.change.start]))
    metric = _of_value(stated.value.quantity, known)
    period = metric.baseline_period if metric else None
    if change is None or metric is None or period is None or (metric.change and metric.change.amount == change.amount):
        return None  # what the metric itself says so, MET006 judges
    compared = compared_days(told.sentence, summary.period)
    return attrs.evolve(metric, change=change) if compared == [(period.first, period.last)] else None


def _of_value(value: Quantity, metrics: list[Metric]) -> Metric | None:
    """The one metric that has that value."""
    meant = [one for one in metrics if one.value and one.value.low == value.low and alike(one.value.unit, value.unit)]
    return meant[0] if len(meant) == 1 else None
