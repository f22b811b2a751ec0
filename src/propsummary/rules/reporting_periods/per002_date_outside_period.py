"""PER002 date-outside-period."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Activity, Case, Metric, Photo, Stage, Summary
from propsummary.periods import Period
from propsummary.problems import Finding, Path
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.naming import naming
from propsummary.rules.reporting_periods._titles import titled
from propsummary.rules.walk import Node, positions


@rule("PER002", on=Summary)
def date_outside_period(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A case, an activity or a photo from before or after the period, or a figure of a metric's course from a time still to come.

    Nor can a summary have been prepared before its period has begun; before it is over is common.

    What began earlier or runs on belongs to it with some of its days; the photo of a place before the work may be older if the one
    after the work is from the period.

    Bad::

        期间: 2025-H1
        活动:
          - {编号: t1, 类别: 培训, 名称: 药剂安全使用, 时间: 2025-07-03, 人次: 16人次}

    Bad::

        期间: 2026-Q3
        指标:
          - {编号: m1, 名称: 投诉, 数值: 12件, 走势: [{期间: 2026-08, 数值: 4件}, {期间: 2027-09, 数值: 3件}]}

    Bad::

        期间: 2025-H1
        编制日期: 2024-07-08

    Good::

        期间: 2025-H1
        编制日期: 2025-06-20
        活动:
          - {编号: t1, 类别: 培训, 名称: 药剂安全使用, 时间: 2025-06-30, 人次: 16人次}
          - {编号: t2, 类别: 巡逻, 名称: 冬季夜巡, 时间: 2024年12月—2025年2月}
    """
    period, prepared_on = summary.period, summary.prepared_on
    if prepared_on is not None and prepared_on < period.first:
        yield Finding("prepared_on", "prepared", day=prepared_on, period=titled(period))
    for node in ctx.view.nodes:
        for at, span in _dates(node, ctx):
            outside = span.last < period.first or span.first > period.last
            if outside and not _shows_before(node.object, ctx):
                day = str(span.first) if span.first == span.last else titled(span)
                yield Finding((*node.path, *at), thing=naming(node), day=day, period=titled(period))
        if isinstance(node.object, Metric):
            yield from _still_to_come(node, ctx)


def _still_to_come(node: Node, ctx: Context) -> Iterator[Finding]:
    """Points of a course that nobody can have measured yet when the summary was written."""
    metric, summary = node.object, ctx.summary
    last = max(summary.period.last, summary.prepared_on or summary.period.last)
    for position, point in zip(positions((*node.path, "series"), ctx.view.gaps), metric.series, strict=False):
        if point.period.first > last:
            path = (*node.path, "series", position, "period")
            yield Finding(path, "course", thing=naming(node), day=titled(point.period), last=last)


def _dates(node: Node, ctx: Context) -> Iterator[tuple[Path, Period]]:
    match node.object:
        case Case(date=Period() as span):
            yield ("date",), span
        case Photo(taken_on=Period() as span):
            yield ("taken_on",), span
        case Activity(when=spans):
            for position, span in zip(positions((*node.path, "when"), ctx.view.unknown), spans, strict=False):
                yield ("when",) if len(spans) == 1 else ("when", position), span


def _shows_before(thing: object, ctx: Context) -> bool:
    """Whether it is the earlier one of a pair of photos whose later one is from the period."""
    if not isinstance(thing, Photo) or thing.stage is not Stage.BEFORE or thing.taken_on is None:
        return False
    later = [photo for photo in ctx.summary.photos if photo.id == thing.pair or photo.pair == thing.id]
    period = ctx.summary.period
    return thing.taken_on.last < period.first and any(p.taken_on and period.contains(p.taken_on) for p in later)
