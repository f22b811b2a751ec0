"""What goes wrong and why, and what may."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.document.context import Context, headed, table
from propsummary.document.figures import measured
from propsummary.document.nodes import (
    Block,
    Bone,
    CauseMap,
    Cell,
    Column,
    Heading,
    Item,
    ItemList,
    KeyValues,
    Paragraph,
    Tone,
    captioned,
)
from propsummary.document.sections._prose import paragraphs, passages
from propsummary.model import Dimension, Issue, Level, Part

__all__ = ["LEVEL_TONES", "blocks"]

LEVEL_TONES: dict[Level, Tone] = {Level.HIGH: "bad", Level.MEDIUM: "neutral", Level.LOW: "muted"}


def blocks(ctx: Context) -> Iterator[Block]:
    """The issues with their causes by dimension, then the risks."""
    yield from passages(ctx, Part.ISSUES, titled=False)
    for issue in ctx.summary.issues:
        yield from _issue(ctx, issue)
    yield from passages(ctx, Part.ISSUES, titled=True)
    yield from headed(2, ctx.label("risks"), _risks(ctx))


def _issue(ctx: Context, issue: Issue) -> Iterator[Block]:
    title, statement = ctx.title_of(issue), issue.statement.strip()
    yield Heading(level=2, text=title)
    if issue.title.strip() or title != statement.rstrip("。."):
        yield from paragraphs(statement)
    pairs = tuple((label, text) for label, text in _facts(ctx, issue) if text)
    if pairs:
        yield KeyValues(pairs=pairs)
    if issue.root_causes:
        yield Paragraph(text=ctx.label("causes"), role="lead")
        yield ItemList(
            ordered=len(issue.root_causes) > 1,
            items=tuple(
                Item(
                    label=ctx.word(cause.dimension),
                    text=cause.statement,
                    children=tuple(Item(text=why, label=ctx.label("why")) for why in cause.whys if why.strip()),
                )
                for cause in issue.root_causes
            ),
        )
        yield from _cause_map(ctx, issue)


def _cause_map(ctx: Context, issue: Issue) -> Iterator[CauseMap]:
    """The causes by dimension; one alone needs no drawing."""
    found: dict[Dimension | None, list[str]] = {}
    for cause in issue.root_causes:
        if cause.statement.strip():
            found.setdefault(cause.dimension, []).append(cause.statement)
    if sum(map(len, found.values())) > 1:
        bones = tuple(Bone(name=ctx.word(dimension), causes=tuple(causes)) for dimension, causes in found.items())
        problem = ctx.title_of(issue)
        told = ctx.joined(ctx.labelled(bone.name, ctx.joined(bone.causes)) for bone in bones)
        yield CauseMap(title=ctx.labelled(ctx.label("cause_map"), problem), problem=problem, bones=bones, alt=told)


def _facts(ctx: Context, issue: Issue) -> Iterator[tuple[str, str]]:
    yield ctx.field("Issue", "area"), ctx.area(issue.area)
    yield ctx.field("Issue", "kind"), ctx.issue_kind(issue.kind)
    yield ctx.field("Issue", "where"), issue.where
    yield ctx.field("Issue", "severity"), ctx.word(issue.severity)
    yield ctx.field("Issue", "metrics"), measured(ctx, issue.metrics)
    yield ctx.field("Issue", "cases"), ctx.joined(ctx.short(id) for id in issue.cases if id in ctx.by_id)
    yield ctx.field("Issue", "carried_from"), _carried(ctx, issue.carried_from.strip())


def _carried(ctx: Context, id: str) -> str:
    """The issue of the previous summary that goes on: in its own words where that summary is at hand."""
    told = ctx.before.get(id) or captioned("", ctx.label("unsolved_before"), id, ctx.language)
    return told if id else ""


def _risks(ctx: Context) -> Iterator[Block]:
    columns = (
        Column(header=ctx.field("Risk", "statement"), kind="key"),
        Column(header=ctx.field("Risk", "likelihood"), kind="word"),
        Column(header=ctx.field("Risk", "impact"), kind="word"),
        Column(header=ctx.field("Risk", "response")),
        Column(header=ctx.field("Risk", "countermeasures")),
    )
    rows = [
        (
            risk.statement,
            _level(ctx, risk.likelihood),
            _level(ctx, risk.impact),
            risk.response,
            "\n".join(ctx.short(id) for id in risk.countermeasures if id in ctx.by_id),
        )
        for risk in ctx.summary.risks
    ]
    yield from table(columns, rows, caption=ctx.label("risks"))


def _level(ctx: Context, level: Level | None) -> Cell:
    return Cell(ctx.word(level), LEVEL_TONES[level] if level else "")
