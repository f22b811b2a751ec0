"""Tables of what was held and of what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from propsummary.document.context import Context, table
from propsummary.document.figures import printed
from propsummary.document.nodes import Block, Column
from propsummary.model import Activity

__all__ = ["activities", "incidents"]


def activities(ctx: Context, held: Sequence[Activity], function: str) -> Iterator[Block]:
    """The activities of one function, whose name tells their table from those of the others."""
    columns = (
        Column(header=ctx.field("Activity", "kind"), kind="word"),
        Column(header=ctx.field("Activity", "name"), kind="key"),
        Column(header=ctx.field("Activity", "area"), kind="word"),
        Column(header=ctx.field("Activity", "when"), kind="word"),
        Column(header=ctx.field("Activity", "times"), kind="figure"),
        Column(header=ctx.field("Activity", "participants"), kind="figure"),
        Column(header=ctx.field("Activity", "hours"), kind="figure"),
        Column(header=ctx.field("Activity", "content")),
        Column(header=ctx.field("Activity", "outcome")),
    )
    rows = [
        (
            ctx.word(one.kind),
            one.name,
            "" if ctx.function_of(one.area) else one.area,
            "\n".join(map(ctx.when, one.when)),
            printed(ctx, one.times),
            printed(ctx, one.participants),
            printed(ctx, one.hours),
            one.content,
            one.outcome,
        )
        for one in held
    ]
    yield from table(columns, rows, caption=f"{function} · {ctx.label('activities')}", wide=True)


def incidents(ctx: Context) -> Iterator[Block]:
    """The emergencies by kind."""
    columns = (
        Column(header=ctx.field("Incident", "kind"), kind="key"),
        Column(header=ctx.field("Incident", "count"), kind="figure"),
        Column(header=ctx.field("Incident", "response"), kind="figure"),
        Column(header=ctx.field("Incident", "handling")),
        Column(header=ctx.field("Incident", "outcome")),
    )
    rows = [
        (ctx.word(one.kind), printed(ctx, one.count), printed(ctx, one.response), one.handling, one.outcome)
        for one in ctx.summary.incidents
    ]
    yield from table(columns, rows, caption=ctx.label("incidents"))
