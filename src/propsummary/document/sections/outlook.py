"""What comes next: goals, directions, innovations."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.catalogue import find_kpi
from propsummary.document.context import Context, headed, table
from propsummary.document.figures import printed
from propsummary.document.nodes import Block, Column, Item, ItemList
from propsummary.document.sections._prose import passages
from propsummary.model import Goal, GoalKind, Outlook, Part

__all__ = ["blocks", "measured_by"]


def blocks(ctx: Context) -> Iterator[Block]:
    """Goals by kind, then where the department is heading, then new ideas."""
    yield from passages(ctx, Part.OUTLOOK, titled=False)
    yield from headed(2, ctx.label("goals"), _goals(ctx))
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
    order = [*GoalKind, None]
    rows = [_row(ctx, goal) for goal in sorted(ctx.summary.goals, key=lambda goal: order.index(goal.kind))]
    yield from table(columns, rows, caption=ctx.label("goals"), wide=True)


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
        "\n".join(line for line in (printed(ctx, goal.target), goal.deliverable) if line),
        goal.deadline.text if goal.deadline else "",
        goal.owner.text if goal.owner else "",
        "\n".join(line for line in lines if line),
    )


def measured_by(ctx: Context, goal: Goal) -> str:
    """What the goal is measured by: the summary's metric, else the catalogue's KPI."""
    if goal.metric in ctx.by_id:
        return ctx.short(goal.metric)
    kpi = find_kpi(goal.kpi) if goal.kpi else None
    return kpi.name(ctx.language) if kpi else goal.kpi
