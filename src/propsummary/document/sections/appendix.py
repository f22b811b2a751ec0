"""The check's outcome, for the department itself."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from propsummary.catalogue import field_label
from propsummary.document.context import Context, headed, table
from propsummary.document.nodes import Block, Cell, Column, Paragraph, Tone
from propsummary.model import Outlook, Summary
from propsummary.problems import Report, Severity

__all__ = ["blocks"]

_TONES: dict[Severity, Tone] = {Severity.ERROR: "bad", Severity.WARNING: "neutral", Severity.INFO: "muted"}


def blocks(ctx: Context) -> Iterator[Block]:
    """One row a problem; a clean report says so."""
    if ctx.report is not None:
        yield from headed(1, ctx.label("check_report"), _problems(ctx, ctx.report))


def _problems(ctx: Context, report: Report) -> Iterator[Block]:
    if not report.problems:
        yield Paragraph(text=ctx.label("no_problems"))
    columns = (
        Column(header=ctx.label("severity"), kind="word"),
        Column(header=ctx.label("rule"), kind="key"),
        Column(header=ctx.label("place"), kind="word"),
        Column(header=ctx.label("message")),
        Column(header=ctx.label("hint")),
    )
    rows = [
        (
            Cell(ctx.label(f"severity_{problem.severity.value}"), _TONES[problem.severity]),
            problem.code,
            problem.object or _where(ctx, problem.pointer),
            problem.wording(ctx.language).message,
            problem.wording(ctx.language).hint,
        )
        for problem in report.problems
    ]
    yield from table(columns, rows, caption=ctx.label("check_report"), wide=True)


def _where(ctx: Context, pointer: str) -> str:
    """The part of the summary that a problem is about where no object is, in the reader's words; empty for the whole."""
    known = {field.name for field in attrs.fields(Summary)}
    areas = {area.id: area.name(ctx.language) for area in ctx.profile.functions} if ctx.profile else {}
    first, *more = pointer.removeprefix("/").split("/")
    words = [field_label("Summary", first, ctx.language)] if first in known else []
    if first == "outlook" and more and more[0] in {field.name for field in attrs.fields(Outlook)}:
        words = [field_label("Outlook", more[0], ctx.language)]
    elif first == "functions" and more:
        words = [areas.get(more[0], "")]
    return " ".join(words) if words or "/" in pointer[1:] else first
