"""What became of the goals and measures of the previous summary."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.document.context import Context, headed, table
from propsummary.document.nodes import Block, Cell, Column, Tone
from propsummary.model import Outcome

__all__ = ["blocks"]

_TONES: dict[Outcome, Tone] = {
    Outcome.MET: "good",
    Outcome.MISSED: "bad",
    Outcome.CARRIED: "neutral",
    Outcome.DROPPED: "muted",
}


def blocks(ctx: Context) -> Iterator[Block]:
    """One row a follow-up."""
    yield from headed(2, ctx.label("follow_ups"), _table(ctx))


def _table(ctx: Context) -> Iterator[Block]:
    """The goals in their own words where the previous summary is at hand; else the results come first, and the ids last."""
    known = any(one.of in ctx.before for one in ctx.summary.follow_ups)
    columns = (
        *((Column(header=ctx.field("FollowUp", "of"), kind="key"),) if known else ()),
        Column(header=ctx.field("FollowUp", "result"), kind="text" if known else "key"),
        Column(header=ctx.field("FollowUp", "outcome"), kind="word"),
        Column(header=ctx.field("FollowUp", "reason")),
        Column(header=ctx.field("FollowUp", "evidence")),
        *(() if known else (Column(header=ctx.label("previous_id"), kind="word"),)),
    )
    rows = [
        (
            *((ctx.before.get(one.of, one.of),) if known else ()),
            one.result,
            Cell(ctx.word(one.outcome), _TONES[one.outcome] if one.outcome else ""),
            one.reason,
            one.evidence,
            *(() if known else (Cell(one.of, "muted"),)),
        )
        for one in ctx.summary.follow_ups
    ]
    yield from table(columns, rows, caption=ctx.label("follow_ups"))
