"""What became of the goals and measures of the previous summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.document.context import Context, headed, table
from propsummary.document.nodes import Block, Cell, Column, Tone
from propsummary.model import Outcome

__all__ = ["blocks"]

_HAN = re.compile("[\u3400-\u9fff]")
_FEWEST_HAN = 4  # Chinese characters that say more than an id: 目标3, 措施二

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
    """The goals in words, first, where they are told in words or the previous summary is at hand; else the ids, last."""
    told = any(one.of in ctx.before or _is_sentence(one.of) for one in ctx.summary.follow_ups)
    columns = (
        *((Column(header=ctx.label("previous_item"), kind="key"),) if told else ()),
        Column(header=ctx.field("FollowUp", "result"), kind="text" if told else "key"),
        Column(header=ctx.field("FollowUp", "outcome"), kind="word"),
        Column(header=ctx.field("FollowUp", "reason")),
        Column(header=ctx.field("FollowUp", "evidence")),
        *(() if told else (Column(header=ctx.label("previous_id"), kind="word"),)),
    )
    rows = [
        (
            *((ctx.before.get(one.of, one.of),) if told else ()),
            one.result,
            Cell(ctx.word(one.outcome), _TONES[one.outcome] if one.outcome else ""),
            one.reason,
            one.evidence,
            *(() if told else (Cell(one.of, "muted"),)),
        )
        for one in ctx.summary.follow_ups
    ]
    yield from table(columns, rows, caption=ctx.label("follow_ups"))


def _is_sentence(of: str) -> bool:
    """Whether a follow-up names what it answers in words, not by its id."""
    return " " in of.strip() or len(_HAN.findall(of)) >= _FEWEST_HAN
