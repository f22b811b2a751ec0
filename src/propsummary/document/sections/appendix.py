"""The check's outcome, for the department itself."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.document.context import Context, headed, table
from propsummary.document.nodes import Block, Cell, Column, Paragraph, Tone
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
            problem.object or problem.pointer,
            problem.wording(ctx.language).message,
            problem.wording(ctx.language).hint,
        )
        for problem in report.problems
    ]
    yield from table(columns, rows, caption=ctx.label("check_report"), wide=True)
