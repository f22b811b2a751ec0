"""What is done about problems and risks: the closure table, and the particulars of each measure."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.document.context import Context, headed, table
from propsummary.document.figures import printed
from propsummary.document.nodes import Bar, Block, Cell, Chain, Column, Link, Timeline, Tone
from propsummary.document.sections._prose import passages
from propsummary.model import Countermeasure, Issue, Part, Status

__all__ = ["blocks"]

_TONES: dict[Status, Tone] = {
    Status.PLANNED: "muted",
    Status.DOING: "neutral",
    Status.DONE: "good",
    Status.VERIFIED: "good",
    Status.DROPPED: "muted",
}
_NOTHING_DONE = ((Cell(),) * 5,)
_HEAD = 2  # problem and causes stand once for all measures of a problem


def blocks(ctx: Context) -> Iterator[Block]:
    """Problem, cause, measure, owner, deadline, verification; then what else is said of the measures."""
    yield from passages(ctx, Part.COUNTERMEASURES, titled=False)
    if ctx.summary.countermeasures:
        yield from headed(2, ctx.label("closure"), [_chain(ctx), *_timeline(ctx)])
    yield from headed(2, ctx.label("measure_details"), _details(ctx))
    yield from passages(ctx, Part.COUNTERMEASURES, titled=True)


def _chain(ctx: Context) -> Chain:
    columns = (
        Column(header=ctx.label("problem"), kind="key"),
        Column(header=ctx.label("cause")),
        Column(header=ctx.label("measure")),
        Column(header=ctx.field("Countermeasure", "owner"), kind="word"),
        Column(header=ctx.field("Countermeasure", "deadline"), kind="word"),
        Column(header=ctx.field("Countermeasure", "verification")),
        Column(header=ctx.field("Countermeasure", "status"), kind="word"),
    )
    links = tuple(_links(ctx))
    kept = [i for i in range(len(columns)) if any(_cells(link, i) for link in links)]
    head = [i for i in kept if i < _HEAD]
    body = [i - _HEAD for i in kept if i >= _HEAD]
    return Chain(
        columns=tuple(columns[i] for i in kept),
        links=tuple(
            Link(head=tuple(_dash(link.head[i]) for i in head), rows=tuple(tuple(_dash(row[i]) for i in body) for row in link.rows))
            for link in links
        ),
        caption=ctx.label("closure"),
    )


def _cells(link: Link, column: int) -> bool:
    """Whether *link* has anything in *column*."""
    if column < _HEAD:
        return bool(link.head[column].text)
    return any(row[column - _HEAD].text for row in link.rows)


def _dash(cell: Cell) -> Cell:
    return cell if cell.text else Cell("—", "muted")


def _links(ctx: Context) -> Iterator[Link]:
    """A link for every issue and every risk that has measures, and one for the measures that answer neither."""
    measures = ctx.summary.countermeasures
    answers: dict[str, list[Countermeasure]] = {}
    for measure in measures:
        for id in dict.fromkeys(measure.addresses):
            answers.setdefault(id, []).append(measure)
    answered: set[Countermeasure] = set()
    for issue in ctx.summary.issues:
        own = answers.get(issue.id, [])
        answered |= {*own}
        head = (Cell(ctx.title_of(issue)), Cell("\n".join(_causes(ctx, issue))))
        yield Link(head=head, rows=tuple(_row(ctx, measure) for measure in own) or _NOTHING_DONE)
    for risk in ctx.summary.risks:
        named = [ctx.by_id[id] for id in risk.countermeasures if isinstance(ctx.by_id.get(id), Countermeasure)]
        own = list(dict.fromkeys([*answers.get(risk.id, []), *named]))
        if own:
            answered |= {*own}
            head = (Cell(ctx.labelled(ctx.label("risk"), risk.statement)), Cell())
            yield Link(head=head, rows=tuple(_row(ctx, measure) for measure in own))
    others = [measure for measure in measures if measure not in answered]
    if others:
        yield Link(head=(Cell(ctx.label("no_issue_named"), "muted"), Cell()), rows=tuple(_row(ctx, measure) for measure in others))


def _causes(ctx: Context, issue: Issue) -> Iterator[str]:
    return (ctx.labelled(ctx.word(cause.dimension), cause.statement) for cause in issue.root_causes)


def _row(ctx: Context, measure: Countermeasure) -> tuple[Cell, ...]:
    when = measure.deadline.text if measure.deadline else ""
    again = measure.recurrence.text if measure.recurrence else ""
    return (
        Cell(measure.statement),
        Cell(measure.owner.text if measure.owner else ""),
        Cell(when or again),
        Cell(measure.verification),
        Cell(ctx.word(measure.status), _TONES[measure.status] if measure.status else ""),
    )


def _timeline(ctx: Context) -> Iterator[Timeline]:
    """The measures that have a day to be done by, the earliest first; one alone needs no calendar."""
    bars = sorted(_bars(ctx), key=lambda bar: bar.end)
    if len(bars) > 1:
        prepared = ctx.summary.prepared_on or ctx.summary.period.last
        yield Timeline(
            title=ctx.label("timeline"),
            first=min(prepared, *(bar.start or bar.end for bar in bars)),
            last=bars[-1].end,
            bars=tuple(bars),
            alt=ctx.joined(ctx.labelled(bar.label, bar.due) for bar in bars),
            language=ctx.language,
        )


def _bars(ctx: Context) -> Iterator[Bar]:
    for measure in ctx.summary.countermeasures:
        if measure.deadline and measure.deadline.date:
            begins = measure.start.first if measure.start else None
            yield Bar(
                label=ctx.short(measure.id),
                start=begins if begins and begins <= measure.deadline.date else None,
                end=measure.deadline.date,
                due=measure.deadline.text,
                owner=measure.owner.text if measure.owner else "",
                mark=ctx.word(measure.status),
                tone=_TONES[measure.status] if measure.status else "",
            )


def _details(ctx: Context) -> Iterator[Block]:
    names = ("family", "start", "recurrence", "support", "deliverable", "budget", "evidence")
    rows = [
        (
            ctx.word(measure.family),
            measure.start.text if measure.start else "",
            measure.recurrence.text if measure.recurrence else "",
            ctx.listed(owner.text for owner in measure.support),
            measure.deliverable,
            printed(ctx, measure.budget),
            measure.evidence,
        )
        for measure in ctx.summary.countermeasures
    ]
    columns = (
        Column(header=ctx.label("measure"), kind="key"),
        *(_column(ctx, name) for name in names),
    )
    if any(any(row) for row in rows):
        named = [(measure.statement, *row) for measure, row in zip(ctx.summary.countermeasures, rows, strict=True)]
        yield from table(columns, named, caption=ctx.label("measure_details"), wide=True)


def _column(ctx: Context, name: str) -> Column:
    header = ctx.field("Countermeasure", name)
    match name:
        case "budget":
            return Column(header=header, kind="figure")
        case "deliverable" | "evidence":
            return Column(header=header, kind="text")
        case _:
            return Column(header=header, kind="word")
