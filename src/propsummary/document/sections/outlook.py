"""What comes next: goals, directions, innovations."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from propsummary.catalogue import find_kpi
from propsummary.document.context import Context, headed, table
from propsummary.document.figures import change, magnitude, printed
from propsummary.document.nodes import Block, Column, Gauge, Gauges, Item, ItemList
from propsummary.document.sections._prose import passages
from propsummary.model import Goal, GoalKind, Outlook, Part

__all__ = ["aimed_at", "blocks", "measured_by"]


def blocks(ctx: Context) -> Iterator[Block]:
    """Goals by kind, then where the department is heading, then new ideas."""
    yield from passages(ctx, Part.OUTLOOK, titled=False)
    yield from headed(2, ctx.label("goals"), chain(_goals(ctx), _gauges(ctx)))
    outlook = ctx.summary.outlook
    if outlook is not None:
        yield from headed(2, ctx.label("directions"), _directions(ctx, outlook))
        yield from headed(2, ctx.label("innovations"), _innovations(outlook))
    yield from passages(ctx, Part.OUTLOOK, titled=True)


def _directions(ctx: Context, outlook: Outlook) -> Iterator[Block]:
    columns = (
        Column(header=ctx.field("StrategicDirection", "statement"), kind="key"),
        Column(header=ctx.field("StrategicDirection", "years"), kind="word"),
        Column(header=ctx.field("StrategicDirection", "strategy")),
    )
    rows = [(one.statement, one.years, one.strategy) for one in outlook.directions]
    yield from table(columns, rows, caption=ctx.label("directions"))


def _innovations(outlook: Outlook) -> Iterator[Block]:
    items = tuple(Item(text=text) for text in outlook.innovations if text.strip())
    if items:
        yield ItemList(items=items)


def _goals(ctx: Context) -> Iterator[Block]:
    columns = (
        Column(header=ctx.field("Goal", "kind"), kind="word"),
        Column(header=ctx.field("Goal", "statement"), kind="key"),
        Column(header=ctx.field("Goal", "metric"), kind="word"),
        Column(header=ctx.field("Goal", "baseline"), kind="figure"),
        Column(header=_aim(ctx)),
        Column(header=ctx.field("Goal", "deadline"), kind="word"),
        Column(header=ctx.field("Goal", "owner"), kind="word"),
        Column(header=ctx.label("supports_and_rationale")),
    )
    rows = [_row(ctx, goal) for goal in _sorted(ctx)]
    yield from table(columns, rows, caption=ctx.label("goals"), wide=True)


def _sorted(ctx: Context) -> list[Goal]:
    """The goals by kind."""
    order = [*GoalKind, None]
    return sorted(ctx.summary.goals, key=lambda goal: order.index(goal.kind))


def _aim(ctx: Context) -> str:
    """What heads the column of target figures and of things to be delivered, of which a goal usually has one."""
    present = [name for name in ("target", "deliverable") if any(getattr(goal, name) for goal in ctx.summary.goals)]
    return " / ".join(ctx.field("Goal", name) for name in present)


def _row(ctx: Context, goal: Goal) -> tuple[str, ...]:
    lines = (ctx.labelled(ctx.field("Goal", "supports"), ctx.joined(map(ctx.short, goal.supports))), goal.rationale)
    return (
        ctx.word(goal.kind),
        goal.statement,
        measured_by(ctx, goal),
        printed(ctx, goal.baseline),
        "\n".join(line for line in (aimed_at(ctx, goal), goal.deliverable) if line),
        goal.deadline.text if goal.deadline else "",
        goal.owner.text if goal.owner else "",
        "\n".join(line for line in lines if line),
    )


def _gauges(ctx: Context) -> Iterator[Gauges]:
    """The goals that lead from one figure to another, in the order of their table."""
    gauges = tuple(gauge for goal in _sorted(ctx) for gauge in _gauge(ctx, goal))
    if gauges:
        names = ctx.field("Goal", "baseline"), ctx.field("Goal", "target")
        yield Gauges(
            title=ctx.label("gauges"),
            gauges=gauges,
            alt=ctx.joined(ctx.labelled(one.label, f"{one.printed_baseline} → {one.printed_target}") for one in gauges),
            baseline_label=names[0],
            target_label=names[1],
        )


def _gauge(ctx: Context, goal: Goal) -> Iterator[Gauge]:
    """The goal's way, if both of its ends are single figures in one unit."""
    baseline, target = goal.baseline, goal.target
    if baseline is None or target is None or goal.planned_change:
        return
    if not (isinstance(baseline.value, Decimal) and isinstance(target.value, Decimal)):
        return
    begins, ends = magnitude(baseline), magnitude(target)
    same = baseline.unit is target.unit or (baseline.unit is not None and baseline.unit.same_as(target.unit))
    if same and begins is not None and ends is not None:
        yield Gauge(
            label=ctx.short(goal.id),
            baseline=begins,
            target=ends,
            printed_baseline=printed(ctx, baseline),
            printed_target=printed(ctx, target),
            due=goal.deadline.text if goal.deadline else "",
        )


def aimed_at(ctx: Context, goal: Goal) -> str:
    """The goal's target as the document prints it."""
    planned = goal.planned_change
    return change(ctx, planned) if planned else printed(ctx, goal.target)


def measured_by(ctx: Context, goal: Goal) -> str:
    """What the goal is measured by: the summary's metric, else the catalogue's KPI."""
    if goal.metric in ctx.by_id:
        return ctx.short(goal.metric)
    kpi = find_kpi(goal.kpi) if goal.kpi else None
    return kpi.name(ctx.language) if kpi else goal.kpi
