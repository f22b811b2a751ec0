"""The words around the figure of a metric, as patterns."""

from __future__ import annotations

import functools
import re

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of
from propsummary.quantities.change import CHANGE_VERBS

__all__ = ["patterns", "span_pattern"]


@functools.cache
def span_pattern() -> str:
    """A span of time, by whatever it is called."""
    month = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})月份?"
    half = "[上下]半年"
    quarter = "第?[一二三四1-4１-４]季度"
    months = r"\d{1,2}(?:月份?)?[-—~至到]\d{1,2}月份?"
    year = rf"(?:(?:20|２０)\d{{2}}年|今年|本年|[去上前]年)(?:度|{half}|{quarter}|{months}|{month})"
    earlier = any_of(prose_words().earlier.words)
    return rf"(?:{year}|(?:20|２０)\d{{2}}年|全年|本月|本季度?|前[一二三]个?季度|{half}|{quarter}|{months}|{month}|{earlier})"


@functools.cache
def patterns() -> dict[str, re.Pattern[str]]:
    """By what they find."""
    words = prose_words().metrics
    span = span_pattern()
    return {
        "links": re.compile(rf"(?:{any_of(words.links)})+\s*$"),
        "heads": re.compile(rf"^(?:(?![及即]时)(?:{any_of(words.heads)}|(?:截至|截止到?)?{span}[底末]?|[0-9]+[月日]))+"),
        "endings": re.compile(rf"(?:{any_of(words.endings)})$"),
        "shares": re.compile(any_of(words.shares)),
        "of": re.compile(rf"(?:{any_of(words.of)})$"),
        "settled": re.compile(rf"^[，,、；;]?\s*(?:其中|当场|现场|当日|均)?(?:已)?(?:{any_of(words.shares)})[了好完]{{0,2}}$"),
        "arrival": re.compile(rf"^\s*(?:内)?(?P<what>{any_of(words.arrivals)})"),
        "arrived": re.compile(
            rf"(?:接报|报警|报修|来电|下单)[^，,；;。]{{0,8}}?(?P<what>{any_of(words.arrivals)})[^，,；;。0-9]{{0,3}}平均\s*$"
        ),
        "mean": re.compile("平均.+时间|人均.{2}"),
        "bare_mean": re.compile(rf"平均(?:{any_of(words.arrivals)})"),
        "settling": re.compile("整改|办结|当场|现场|解决|[年月季][底末]前"),
        "from": re.compile(r"(?:由|从)[^，,；;]{0,10}$"),
        "to": re.compile(rf"(?:到|至|为)(?:了)?(?:{span}的?)?\s*$"),
        "bare_rate": re.compile("(?:完成|办结|及时|处理|处置|整改|满意|合格|回访|修复|关闭|达标|到位|准时)率"),
        "troubles": re.compile("(?:投诉|案件|事故|差错|困人|故障)$"),
        "parts": re.compile(
            r"^\s*[，,、。；;]?\s*(?:[（(](?:其中)?[:：]?|其中[:：，,]?|(?:[按从](?:照)?[\u4e00-\u9fff]{2,6}(?:划?分|来?看|统计|归类)|分[门别]?类[来别]?看)[:：，,]?|包括|分别为?[:：]?|含)\s*"
        ),
        # What a count of these is followed by, one after the other, is what it is made up of, though no word says so.
        "gathered": re.compile("(?:诉求|报修|报事|工单|投诉|来电|求助|咨询|事项|事件|隐患|突发|警情|纠纷|意见|建议)[量数]?$"),
        "coming": re.compile(rf"(?:共|共计|先后|计)?(?:{any_of(prose_words().attending.words)})"),
        "share": re.compile(r"[，,（(]?\s*约?占(?:比|总[数量]|全部)?的?\s*"),
        "verb": re.compile(rf"(?:{CHANGE_VERBS})了?\s*$"),
        "verbs": re.compile("(?:处理|处置|受理|收到|接到|接报(?!修)|接(?=报修)|发生|一共|总共|共计|共|完成|累计|协助)+(?:了)?"),
        "name": re.compile(
            r"(?:[0-9]+[秒分小][钟时]?)?[\u4e00-\u9fffA-Za-z“”（）()/·—-][\u4e00-\u9fffA-Za-z0-9“”（）()/·、—-]{1,19}"
        ),
    }
