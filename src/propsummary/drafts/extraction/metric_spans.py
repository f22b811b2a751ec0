"""The span of time that a figure in a sentence is told for."""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Sequence

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.extraction.metric_words import patterns, span_pattern
from propsummary.periods import Period, read_period
from propsummary.quantities import Figure

__all__ = ["Span", "Spans", "Told"]

_NEAR = 6  # figures over which a span goes on
_CUT = re.compile(r"[，,、；;：:（(）)\s]")
_SUMS = ("合计", "总计", "共计", "累计", "一共", "共")
_NOW = ("今年", "本年度", "本年", "本期", "期内")


class Told(enum.Enum):
    """How the span of a figure lies to the summary's."""

    OWN = enum.auto()
    PART = enum.auto()
    EARLIER = enum.auto()
    OTHER = enum.auto()


@attrs.frozen(kw_only=True)
class Span:
    """
    The span of time that a figure is told for.

    Attributes:
        period: None where it is no calendar's (年初).

        name: What else its clause says before the figure, mere links aside; empty where the figure has the name of one before.
    """

    told: Told
    period: Period | None
    name: str


class Spans:
    """The spans of the figures of one sentence."""

    def __init__(self, text: str, figures: Sequence[Figure], period: Period | None) -> None:
        self._text = text
        self._figures = figures
        self._period = period

    def named(self, at: int) -> tuple[int, str]:
        """Where a figure's clause begins, and what it names besides the span."""
        begin, clause = self._clause(at)
        span = self.of(at)
        return begin, span.name if span else _plain(clause)

    def of(self, at: int) -> Span | None:
        """The span that a figure's clause names before anything else, or right before the figure; none if it names none."""
        if self._period is None:
            return None
        clause = self._clause(at)[1]
        if match := _patterns()["tail"].search(clause):
            return self._span(match, clause[: match.start()], self._period)
        match = _patterns()["head"].match(clause)
        if match is None or _patterns()["event"].search(match["rest"]):
            return None
        return self._span(match, match["rest"], self._period)

    def lasting(self, at: int) -> Span | None:
        """The span that a metric before opened its clause with, and that goes on over a comma: ``去年收缴率94%，满意度90%``."""
        for nth in range(at - 1, max(-1, at - 1 - _NEAR), -1):
            if re.search("[；;]", self._text[self._figures[nth].end : self._figures[nth + 1].start]):
                return None
            span = self.of(nth)
            if span and span.name:
                return span if patterns()["endings"].search(span.name) or patterns()["troubles"].search(span.name) else None
        return None

    def within(self, begin: int, end: int) -> bool:
        """Whether a stretch of text names a part of the summary's period."""
        named = (
            self._period and read_period(match[0], near=self._period)
            for match in _patterns()["span"].finditer(self._text, begin, end)
        )
        return any(one and self._period and _told("", False, one, self._period) is Told.PART for one in named)

    def _clause(self, at: int) -> tuple[int, str]:
        begin, end = (self._figures[at - 1].end if at else 0), self._figures[at].start
        asides = [match.span("aside") for match in _patterns()["aside"].finditer(self._text, begin, end)]
        cuts = [
            match.end()
            for match in _CUT.finditer(self._text, begin, end)
            if self._text[match.end() : end].strip() and not any(start <= match.start() < stop for start, stop in asides)
        ]
        begin = cuts[-1] if cuts else begin
        return begin, self._text[begin:end]

    def _span(self, match: re.Match[str], rest: str, own: Period) -> Span:
        named = None if match["same"] and match["span"][0] == "2" else read_period(match["span"], near=own)
        if named is None and match["aside"]:
            named = read_period(match["aside"].strip("（()）"), near=own)
        told = Told.OTHER if match["open"] else _told(match["span"], bool(match["until"] or match["end"]), named, own)
        return Span(told=told, period=named, name=_plain(rest))


def _plain(rest: str) -> str:
    """The name in a clause, without what leads to it and to its figure."""
    return _patterns()["links"].sub("", re.sub(r"^(?:其中|而|但|且|全年|本期|期内|共)+|的$", "", rest.strip()))


def _told(words: str, until: bool, named: Period | None, own: Period) -> Told:
    if words in _SUMS or words in _NOW:
        return Told.OWN
    if named is None:
        return Told.EARLIER
    if named.same_days(own) or (until and named.last == own.last):
        return Told.OWN
    if named.last < own.first:
        return Told.EARLIER
    return Told.PART if own.contains(named) else Told.OTHER


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    links = f"(?:{any_of(prose_words().metrics.links)})"
    span = rf"(?P<span>{span_pattern()}|{any_of((*_NOW, *_SUMS))})(?P<same>同期)?(?:的?(?:{any_of(_SUMS)}))?(?:同口径)?"
    bounds = r"(?:份|度|(?P<end>底|末))?(?P<open>及?以前|及之前|之前|以来|以后)?的?"
    aside = r"(?P<aside>[（(][^（）()]{2,12}[)）])"  # 上一期（2024年下半年）
    lead = "(?P<until>截至|截止到?)?"
    return {
        "span": re.compile(span_pattern()),
        "aside": re.compile(rf"(?:{any_of(prose_words().earlier.words)}){aside}"),
        "tail": re.compile(rf"(?:比|较|与|环比|同比|对比)?\s*{lead}{span}{bounds}{aside}?(?:{links}|有|仅为|只有)*\s*$"),
        "head": re.compile(rf"^(?:其中|而|但|且)?{lead}{span}{bounds}{aside}?(?P<rest>[^比较].*)$"),
        "event": re.compile("开展|组织|进行|委托|启动|实施|邀请|举办|调查|测评|抽查|抽检"),
        "links": re.compile(rf"{links}+$"),
    }
