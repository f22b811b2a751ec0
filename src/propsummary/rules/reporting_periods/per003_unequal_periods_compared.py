"""PER003 unequal-periods-compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.model import Metric, Summary
from propsummary.periods import Period, PeriodMention, PeriodRole, find_periods
from propsummary.problems import Finding
from propsummary.rules._text import sentences
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.naming import naming
from propsummary.rules.reporting_periods._titles import titled

# What is counted on one day is as good in December as it was the December before.
_ON_A_DAY = re.compile("[年月季期]末|[年月季期]底|时点|截至|巡检|盘点|在册|在岗|期末|快照|当日|12月31日")
_COMPARES = re.compile("[较比]|相比|同比|对比")
_BY = re.compile("下降|减少|降低|增长|增加|上升|提高|少了?[0-9]|多了?[0-9]|降幅|增幅|翻番|减半|降了|涨")
# Rates and means do not grow with the span; what was turned into months or said to be for the same span is comparable.
_EVEN = re.compile(
    "率|满意度|温度|湿度|程度|均|分钟|得分|评分|时间|时长|比例|占比|折算|同期|同口径|序时|进度|目标|预算|计划|每[月天日季]|水平"
)


@rule("PER003", on=Summary)
def unequal_periods_compared(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A part of a year set against a whole one, or a value and a baseline over spans of different length.

    Bad::

        期间: 2025年1—11月
        指标:
          - {编号: m1, 名称: 装修纠纷, 数值: 19起, 上期值: 31起, 上期: 2024}

    Good::

        期间: 2025年1—11月
        指标:
          - {编号: m1, 名称: 装修纠纷, 数值: 19起, 上期值: 28起, 上期: 2024年1—11月}
    """
    for node in ctx.view.nodes_of(Metric):
        yield from _baseline(node.object, node.path, ctx, naming(node))
    for passage in ctx.view.passages:
        for sentence in sentences(passage.text):
            if (mention := _against_another_length(sentence, summary)) is not None:
                yield Finding(passage.path, "text", thing=naming(passage.node), mention=mention.text, period=titled(summary.period))
                break


def _baseline(metric: Metric, path: tuple[str | int, ...], ctx: Context, thing: object) -> Iterator[Finding]:
    earlier, period = metric.baseline_period, ctx.summary.period
    if metric.baseline is None or earlier is None or period.comparable(earlier):
        return
    if not _ON_A_DAY.search(" ".join((metric.name, metric.definition, metric.source, metric.note))):
        yield Finding((*path, "baseline_period"), thing=thing, earlier=titled(earlier), period=titled(period))


def _against_another_length(sentence: str, summary: Summary) -> PeriodMention | None:
    """The span of another length that *sentence* sets the reported one against; None where it names a span of that length too."""
    if not _COMPARES.search(sentence) or not _BY.search(sentence) or _EVEN.search(sentence):
        return None
    mentions = find_periods(sentence, period=summary.period, prepared_on=summary.prepared_on)
    spans = {m: _span(m) for m in mentions}
    earlier = [m for m in mentions if m.role is PeriodRole.BASELINE and _is_outright(m, sentence)]
    own = [span for m, span in spans.items() if span and m.role is not PeriodRole.BASELINE] or [summary.period]
    for mention in earlier:
        span = spans[mention]
        within = span and summary.period.contains(span)  # of a year's second half it is said how it did against the first
        if span and not within and not any(span.comparable(one) for one in own):
            return mention
    return None


def _span(mention: PeriodMention) -> Period | None:
    return Period.between(mention.first, mention.last) if mention.first and mention.last else None


def _is_outright(mention: PeriodMention, sentence: str) -> bool:
    """Whether the length is meant: 2024年全年, 上半年; 较上年 in a half-year's summary is short for the same half."""
    after = sentence[mention.end : mention.end + 3]
    return "全年" in mention.text + after or bool(re.search("季|半年|[0-9]月", mention.text))
