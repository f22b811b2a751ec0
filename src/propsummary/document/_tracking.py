"""From a summary to the rows of its tracker."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from itertools import chain

from propsummary.document.context import Context
from propsummary.document.figures import change, magnitude, of_metric, printed, share_suffix, unit_of, verdict
from propsummary.document.sections.issues import LEVEL_TONES
from propsummary.document.sections.metrics import basis
from propsummary.document.sections.outlook import aimed_at, measured_by
from propsummary.document.tracker import Figure, TrackedGoal, TrackedIssue, TrackedMeasure, TrackedMetric, Tracker
from propsummary.model import Countermeasure, Goal, Issue, Metric
from propsummary.quantities import Change, Direction, Quantity

__all__ = ["tracker"]


def tracker(ctx: Context) -> Tracker:
    """The rows, in the order of the summary."""
    summary = ctx.summary
    ahead = summary.period.next
    answered: dict[str, list[str]] = {}
    for measure in summary.countermeasures:
        for id in dict.fromkeys(measure.addresses):
            answered.setdefault(id, []).append(measure.id)
    return Tracker(
        key=_key(ctx),
        day=summary.prepared_on or summary.period.last,
        begins=ahead.first,
        ends=ahead.last,
        metrics=tuple(_metric(ctx, metric) for metric in summary.metrics),
        issues=tuple(_issue(ctx, issue, tuple(answered.get(issue.id, ()))) for issue in summary.issues),
        measures=tuple(_measure(ctx, measure) for measure in summary.countermeasures),
        goals=tuple(_goal(ctx, goal) for goal in summary.goals),
    )


def _key(ctx: Context) -> str:
    """A short name that tells nothing of what it is made of."""
    summary, organization = ctx.summary, ctx.summary.organization
    place = (organization.company, organization.property) if organization else ()
    department = ctx.profile.id if ctx.profile else summary.department
    return hashlib.sha256("\0".join((*place, department, summary.period.label)).encode("utf-8", "replace")).hexdigest()[:16]


def _metric(ctx: Context, metric: Metric) -> TrackedMetric:
    word, tone = verdict(ctx, metric)
    suffix = share_suffix(metric)
    return TrackedMetric(
        id=metric.id,
        name=ctx.name_of(metric),
        value=_of_metric(ctx, metric, metric.value),
        baseline=_of_metric(ctx, metric, metric.baseline),
        baseline_period=metric.baseline_period.title(ctx.language) if metric.baseline_period else "",
        change=_change(ctx, metric.change),
        target=_of_metric(ctx, metric, metric.target),
        verdict=word,
        tone=tone,
        basis="\n".join(line for line in (basis(ctx, metric), metric.note.strip()) if line),
        series=tuple((point.period.title(ctx.language), _figure(ctx, point.value, suffix)) for point in metric.series),
        parts=tuple((share.name, _figure(ctx, share.value, suffix)) for share in metric.breakdown),
    )


def _of_metric(ctx: Context, metric: Metric, quantity: Quantity | None) -> Figure:
    return Figure(text=of_metric(ctx, metric, quantity), number=_number(quantity, unit_of(metric)))


def _figure(ctx: Context, quantity: Quantity | None, suffix: str = "") -> Figure:
    return Figure(text=printed(ctx, quantity, suffix), number=_number(quantity, suffix))


def _number(quantity: Quantity | None, suffix: str) -> Decimal | None:
    """The number itself, where it is one that a spreadsheet can hold as it is written."""
    plain = quantity is not None and isinstance(quantity.value, Decimal)
    return magnitude(quantity, suffix) if plain else None


def _change(ctx: Context, stated: Change | None) -> Figure:
    if stated is None or not isinstance(stated.amount, Decimal):
        return Figure(text=change(ctx, stated))
    return Figure(text=change(ctx, stated), number=-stated.amount if stated.direction is Direction.DOWN else stated.amount)


def _issue(ctx: Context, issue: Issue, measures: tuple[str, ...]) -> TrackedIssue:
    return TrackedIssue(
        id=issue.id,
        title=ctx.title_of(issue),
        statement=issue.statement,
        area=ctx.area(issue.area),
        kind=issue.kind,
        where=issue.where,
        severity=ctx.word(issue.severity),
        tone=LEVEL_TONES[issue.severity] if issue.severity else "",
        causes=tuple(ctx.labelled(ctx.word(cause.dimension), cause.statement) for cause in issue.root_causes),
        measures=measures,
    )


def _measure(ctx: Context, measure: Countermeasure) -> TrackedMeasure:
    repeated = (measure.recurrence, measure.deadline.recurrence if measure.deadline else None)
    again = next((one for one in repeated if one), None)
    naming = (risk.id for risk in ctx.summary.risks if measure.id in risk.countermeasures)
    return TrackedMeasure(
        id=measure.id,
        statement=measure.statement,
        kind=ctx.word(measure.family),
        serves=tuple(map(ctx.short, dict.fromkeys(chain(measure.addresses, naming)))),
        owner=measure.owner.text if measure.owner else "",
        support=tuple(owner.text for owner in measure.support),
        start=measure.start.first if measure.start else None,
        begins=measure.start.text if measure.start else "",
        deadline=measure.deadline.date if measure.deadline else None,
        due=measure.deadline.text if measure.deadline else "",
        rule=again.rule if again else "",
        repeats=measure.recurrence.text if measure.recurrence else "",
        status=measure.status.value if measure.status else "",
        deliverable=measure.deliverable,
        verification=measure.verification,
        budget=_figure(ctx, measure.budget, "元"),
        evidence=measure.evidence,
    )


def _goal(ctx: Context, goal: Goal) -> TrackedGoal:
    again = goal.deadline.recurrence if goal.deadline else None
    return TrackedGoal(
        id=goal.id,
        statement=goal.statement,
        kind=ctx.word(goal.kind),
        serves=tuple(map(ctx.short, goal.supports)),
        owner=goal.owner.text if goal.owner else "",
        deadline=goal.deadline.date if goal.deadline else None,
        due=goal.deadline.text if goal.deadline else "",
        deliverable=goal.deliverable,
        measured_by=measured_by(ctx, goal),
        baseline=_figure(ctx, goal.baseline),
        target=Figure(text=aimed_at(ctx, goal)) if goal.planned_change else _figure(ctx, goal.target),
        rationale=goal.rationale,
        rule=again.rule if again else "",
    )
