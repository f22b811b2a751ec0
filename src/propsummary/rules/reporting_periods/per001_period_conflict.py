"""PER001 period-conflict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from propsummary.model import Background, Section, Summary
from propsummary.periods import Period, PeriodMention, PeriodRole, find_periods
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.reporting_periods._titles import titled
from propsummary.rules.walk import Passage

# 2023年是攻坚克难的一年, 8月份各项工作总体平稳: who opens a sentence like that sums up that period.
_SUMS_UP = re.compile("份?(?:是[^，,。；;]{2,20}的一年|(?:各项|整体|总体)?工作(?:总体|整体|基本|运行)*(?:平稳|正常|有序|稳定))")
_OPENS = re.compile(r"(?:^|[。！？!?；;\n])\s{0,4}$")


@rule("PER001", on=Passage)
def period_conflict(passage: Passage, ctx: Context) -> Iterator[Finding]:
    """
    A title or text that claims to cover another period than the summary does.

    A part of the period, the one before as a basis of comparison, or plans for the next are no conflict.

    Bad::

        标题: 秩序部2025年上半年工作总结
        期间: 2025-H2

    Bad::

        标题: 环境部2024年工作总结
        期间: 2024
        背景: {说明: 2023年是环境部攻坚克难的一年。现将全年工作总结如下。}

    Good::

        标题: 秩序部2025年下半年（7月至12月）工作总结及2026年工作计划
        期间: 2025-H2
        背景: {说明: 今年以来，部门守着十个门岗；2025年三季度连续降雨，与上年同期相比报修多。}
    """
    holder = passage.node.object
    if not isinstance(holder, Summary | Background | Section):
        return
    period = ctx.summary.period
    mentions = find_periods(passage.text, period=period, prepared_on=ctx.summary.prepared_on)
    for mention in mentions:
        claims = mention.role is PeriodRole.REPORTING and mention.conflict and "以来" not in mention.text
        if claims and not _is_chapter(mention, passage, ctx) and not _is_narrowed(mention, mentions, ctx):
            yield Finding("", mention=mention.text, period=titled(period))
            return
    if isinstance(holder, Background) and (other := _summed_up(passage.text, mentions, period)) is not None:
        yield Finding("", mention=other.text, period=titled(period))


def _summed_up(text: str, mentions: Sequence[PeriodMention], period: Period) -> PeriodMention | None:
    """An earlier period that *text* sums up as if it were the reported one, which it does not come to name after that."""
    for at, mention in enumerate(mentions):
        if mention.role is not PeriodRole.BASELINE or mention.first is None or mention.last is None:
            continue
        sums_up = _OPENS.search(text, max(0, mention.start - 5), mention.start) and _SUMS_UP.match(text, mention.end)
        if not sums_up or not Period.between(mention.first, mention.last).comparable(period):
            continue
        if not any(later.first and period.contains(later.first) and re.search("[0-9]", later.text) for later in mentions[at + 1 :]):
            return mention
    return None


def _is_narrowed(mention: PeriodMention, mentions: Iterable[PeriodMention], ctx: Context) -> bool:
    """Whether the same passage says more exactly what is meant: 2025年秋季学期（9月至12月）."""
    period = ctx.summary.period
    around = mention.first and mention.last and mention.first <= period.first and period.last <= mention.last
    return bool(around) and any((one.first, one.last) == (period.first, period.last) for one in mentions)


def _is_chapter(mention: PeriodMention, passage: Passage, ctx: Context) -> bool:
    """Whether a chapter's heading only names a part of the period, or the plans that follow it."""
    if not isinstance(passage.node.object, Section) or passage.field != "title" or mention.first is None or mention.last is None:
        return False
    period = ctx.summary.period
    return (period.contains(mention.first) and period.contains(mention.last)) or mention.first > period.last
