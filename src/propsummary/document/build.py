"""From a summary to a document: which sections, in which order, under which headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias

import attrs

from propsummary.catalogue import SectionSpec, department, label
from propsummary.document._tracking import tracker
from propsummary.document.audience import Notice
from propsummary.document.context import Context, headed
from propsummary.document.nodes import Block, Document, Heading, Language
from propsummary.document.numbering import numbered
from propsummary.document.sections import appendix, background, countermeasures, highlights, issues, other, outlook, results
from propsummary.model import Summary, with_ids
from propsummary.periods import PeriodKind
from propsummary.problems import Report

__all__ = ["Audience", "build"]

#: Who a document is for: the management (all of it), the owners (an outward notice), or the department itself.
Audience: TypeAlias = Literal["management", "owners", "internal"]

_SECTIONS: dict[str, Callable[[Context], Iterator[Block]]] = {
    "background": background.blocks,
    "results": results.blocks,
    "issues": issues.blocks,
    "countermeasures": countermeasures.blocks,
    "outlook": outlook.blocks,
}


def build(
    summary: Summary,
    *,
    language: Language = "zh",
    audience: Audience = "management",
    draft: bool = False,
    previous: Summary | None = None,
    report: Report | None = None,
    intervals: bool = False,
) -> Document:
    """
    Lay a summary out as a document, with the sections of the department's profile.

    What the department wrote stays as it was written; headings, labels and numbers follow *language*. What is missing is left
    out together with its label, column or heading.

    Args:
        audience: ``owners`` leaves out names, internal causes and personal data; ``internal`` adds *report*. The figures are the
            same for all.

        draft: Whether the document says on every page that it is not final.

        previous: The summary before this one; the follow-ups then say in words what they answer.

        report: The outcome of the check, for ``internal``.

        intervals: Whether rates with a sample size show their 95 % Wilson interval.

    .. versionadded:: 0.1.0
    """
    whole, before = with_ids(summary), with_ids(previous) if previous else None
    clean: Callable[[str], str] = str
    if audience == "owners":
        notice = Notice(*((whole, before) if before else (whole,)), somebody=label("somebody", language))
        clean = notice.clean
        whole, before = notice.of(whole), notice.of(before) if before else None
    profile = department(whole.department)
    ctx = Context(
        summary=whole,
        previous=before,
        profile=profile,
        report=report if audience == "internal" else None,
        language=language,
        clean=clean,
        intervals=intervals,
    )
    return attrs.evolve(
        _cover(ctx),
        draft=draft,
        watermark=ctx.label("draft") if draft else "",
        blocks=numbered(_blocks(ctx), language),
        tracker=tracker(ctx),
    )


def _blocks(ctx: Context) -> Iterator[Block]:
    specs = _specs(ctx)
    yield from highlights.blocks(ctx)
    shown = {spec.part for spec in specs}
    if "background" not in shown:  # it opens the document all the same, and what has a title is a section of its own
        yield from (attrs.evolve(one, level=1) if isinstance(one, Heading) else one for one in background.blocks(ctx))
    for spec in specs:
        title = spec.title(ctx.language, whole_year=ctx.summary.period.kind is PeriodKind.YEAR)
        yield from headed(1, title, _SECTIONS[spec.part](ctx))
    yield from other.blocks(ctx)
    yield from appendix.blocks(ctx)


def _specs(ctx: Context) -> list[SectionSpec]:
    """The profile's sections; those of the order department, which fit any, for a department without a profile."""
    profile = ctx.profile or department("order")
    return [spec for spec in profile.sections if spec.part in _SECTIONS] if profile else []


def _cover(ctx: Context) -> Document:
    summary = ctx.summary
    named = ctx.profile.name(ctx.language) if ctx.profile and ctx.language == "en" else summary.department
    name = ctx.profile.name(ctx.language) if ctx.profile and summary.department == ctx.profile.id else named
    period = summary.period.title(ctx.language)
    company, estate = (summary.organization.company, summary.organization.property) if summary.organization else ("", "")
    date = summary.prepared_on.isoformat() if summary.prepared_on else ""
    pairs = (
        (ctx.field("Summary", "department"), name),
        (ctx.field("Summary", "period"), period),
        (ctx.field("Organization", "address"), summary.organization.address if summary.organization else ""),
        (ctx.field("Summary", "author"), summary.author),
        (ctx.field("Summary", "reviewer"), summary.reviewer),
        (ctx.field("Summary", "prepared_on"), date),
    )
    title = f"{name}: work summary, {period}" if ctx.language == "en" else f"{period}{name}{ctx.label('work_summary')}"
    return Document(
        title=summary.title or title,
        subtitle=" · ".join(part for part in (company, estate) if part),
        language=ctx.language,
        organization=company,
        department=name,
        period=period,
        author=summary.author,
        date=date,
        cover=tuple((name, value) for name, value in pairs if value),
    )
