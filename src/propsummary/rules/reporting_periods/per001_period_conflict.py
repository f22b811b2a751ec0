"""PER001 period-conflict."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Background, Section, Summary
from propsummary.periods import PeriodMention, PeriodRole, find_periods
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.reporting_periods._titles import titled
from propsummary.rules.walk import Passage


@rule("PER001", on=Passage)
def period_conflict(passage: Passage, ctx: Context) -> Iterator[Finding]:
    """
    A title or text that claims to cover another period than the summary does.

    A part of the period, the one before as a basis of comparison, or plans for the next are no conflict.

    Bad::

        标题: 秩序部2025年上半年工作总结
        期间: 2025-H2

    Good::

        标题: 秩序部2025年下半年工作总结及2026年工作计划
        期间: 2025-H2
        背景: {说明: 2025年三季度连续降雨，与上年同期相比报修多。}
    """
    holder = passage.node.object
    if not isinstance(holder, Summary | Background | Section):
        return
    period = ctx.summary.period
    for mention in find_periods(passage.text, period=period, prepared_on=ctx.summary.prepared_on):
        if mention.role is PeriodRole.REPORTING and mention.conflict and not _is_chapter(mention, passage, ctx):
            yield Finding("", mention=mention.text, period=titled(period))
            return


def _is_chapter(mention: PeriodMention, passage: Passage, ctx: Context) -> bool:
    """Whether a chapter's heading only names a part of the period, or the plans that follow it."""
    if not isinstance(passage.node.object, Section) or passage.field != "title" or mention.first is None or mention.last is None:
        return False
    period = ctx.summary.period
    return (period.contains(mention.first) and period.contains(mention.last)) or mention.first > period.last
