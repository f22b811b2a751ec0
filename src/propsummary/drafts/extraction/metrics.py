"""Metrics out of running text: only those that a careful colleague would put into a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from propsummary.catalogue import find_kpi
from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.extraction.metric_names import Names
from propsummary.drafts.extraction.metric_words import patterns
from propsummary.drafts.extraction.ratios import Ratios, alike
from propsummary.drafts.outline import Words
from propsummary.model import Metric, Share
from propsummary.periods import Period, read_period
from propsummary.quantities import Change, Figure, Role, find_figures, read_change
from propsummary.quantities.change import CHANGE_VERBS

__all__ = ["Found", "metrics"]

_FULL_STOP = re.compile(r"[。！!？?\n]|(?<![A-Za-z])\.(?![\dA-Za-z])")


@attrs.frozen(kw_only=True)
class Found:
    """
    A metric and where its fields stand.

    Attributes:
        words: All of it.

        places: Its fields' words, by name.
    """

    metric: Metric
    words: Words
    places: tuple[tuple[str, Words], ...]


def metrics(words: Words, period: Period | None, topic: str = "") -> Iterator[Found]:
    """
    The metrics that a passage of results tells.

    Args:
        topic: What the passage is about, by its label; the name of a count that is told with a verb alone (突发：处理17起).
    """
    start = 0
    for stop in (*_FULL_STOP.finditer(words.text), None):
        end = stop.start() if stop else len(words.text)
        sentence = words.part(start, end)
        if sentence.text:
            yield from _Sentence(sentence, period, topic).metrics()
        start = stop.end() if stop else end


class _Sentence:
    """One sentence with its figures."""

    def __init__(self, words: Words, period: Period | None, topic: str) -> None:
        self._words = words
        self._text = words.text
        self._period = period
        self._figures = find_figures(words.text)
        self._used: set[int] = set()
        self._names = Names(text=words.text, figures=self._figures, topic=topic)
        self._ratios = Ratios(words.text, self._figures)

    def metrics(self) -> Iterator[Found]:
        """Its metrics, from left to right."""
        for at, figure in enumerate(self._figures):
            if at in self._used or figure.role in (Role.CHANGE, Role.RANGE) or self._is_earlier(at):
                continue
            if found := self._metric(at):
                yield found

    def _metric(self, at: int) -> Found | None:
        figure = self._figures[at]
        begin, name = self._names.name(at)
        first = self._from(at)
        if first is not None:
            begin, name = self._names.name(first)
        mean = self._names.mean_time(at)
        baseline, change, last = self._comparison(at, first)
        parts, behind = self._parts(at)
        if mean:
            name, last = mean, max(last, figure.end)
        if not self._is_metric(at, name, baseline, change, bool(parts), bool(mean), first is not None):
            return None
        if patterns()["verbs"].fullmatch(name):
            begin, name = self._names.label(begin, name)
        places = {"value": (figure.start, figure.end)}
        if baseline is not None:
            places["baseline"] = (self._figures[baseline].start, self._figures[baseline].end)
        if change:
            places["change"] = change[1]
        pair = self._ratios.counts(at) if figure.unit in ("%", "‰") else None
        if pair and patterns()["bare_rate"].fullmatch(name):
            name = self._names.whole(pair[1]) + name
        for field, which in zip(("numerator", "denominator"), pair or (), strict=False):
            places[field] = (self._figures[which].start, self._figures[which].end)
        metric = Metric(
            name=name,
            value=figure.quantity,
            baseline=None if baseline is None else self._figures[baseline].quantity,
            baseline_period=None if baseline is None else self._baseline_period(baseline),
            change=change[0] if change else None,
            numerator=self._figures[pair[0]].quantity if pair else None,
            denominator=self._figures[pair[1]].quantity if pair else None,
            breakdown=parts,
        )
        whole = self._words.part(begin, max(last, behind, figure.end))
        return Found(metric=metric, words=whole, places=tuple((field, self._words.part(*span)) for field, span in places.items()))

    def _is_metric(self, at: int, name: str, baseline: int | None, change: object, parts: bool, mean: bool, moved: bool) -> bool:
        """Whether the figure is one to keep: a rate or a mean, or a count that is compared, divided or settled."""
        if mean or (re.match("平均.+时间|人均.{2}", name) and self._figures[at].role in (Role.DURATION, Role.COUNT) and not moved):
            return True
        if not patterns()["name"].fullmatch(name) or re.match("节约|节省|减少|增加|新增", name):
            return False
        figure = self._figures[at]
        known = find_kpi(name) is not None
        ends = bool(patterns()["endings"].search(name))
        if figure.unit in ("%", "‰"):
            return known or ends
        bare_ending = bool(patterns()["endings"].fullmatch(name))
        if known or (ends and not bare_ending):
            return figure.unit is not None and (not moved or change is not None or known)
        if parts:
            return True
        if baseline is not None and (not moved or patterns()["troubles"].search(name)):
            return True
        if change is not None and (baseline is not None or figure.role is not Role.COUNT or self._compared(at)):
            return True
        if figure.role is Role.COUNT and self._is_share(at):
            return True
        after = self._figures[at + 1] if at + 1 < len(self._figures) else None
        between = self._text[figure.end : after.start] if after else ""
        if any(one.unit == "%" for one in self._figures[at + 1 :]):
            return False
        return bool(after and patterns()["of"].search(name) and after.unit == figure.unit and patterns()["settled"].search(between))

    def _compared(self, at: int) -> bool:
        """Whether the change that follows a count is one from another period."""
        between = self._text[self._figures[at].end : self._figures[at + 1].start]
        return bool(
            re.search(rf"同比|环比|[比较与](?:{any_of(prose_words().earlier.words)}|[0-9一二三四]{{1,2}}(?:月|季度))", between)
        )

    def _is_share(self, at: int) -> bool:
        """Whether it is said what share of another the figure is: ``152户，占总户数1,216户的12.5%``."""
        return bool(re.match(r"[，,]?\s*约?占[^。；;%％]{1,24}?的?[0-9.]+[%％]", self._text[self._figures[at].end :]))

    def _from(self, at: int) -> int | None:
        """The figure that this one came from: ``由33起降到19起``."""
        if not at:
            return None
        before, figure = self._figures[at - 1], self._figures[at]
        between = self._text[before.end : figure.start]
        moved = patterns()["to"].search(between) and len(between) <= 8 and not re.search("[，,；;]", between)
        return at - 1 if moved and patterns()["from"].search(self._text[: before.start]) and alike(before, figure) else None

    def _is_earlier(self, at: int) -> bool:
        """Whether the figure is one of another period, or what another came from."""
        if at + 1 < len(self._figures) and self._from(at + 1) == at:
            return True
        return self._earlier(at) is not None

    def _earlier(self, at: int) -> re.Match[str] | None:
        begin = self._figures[at - 1].end if at else 0
        match = patterns()["earlier"].search(self._text[begin : self._figures[at].start])
        if match and self._period:
            named = read_period(match["span"], near=self._period)
            if named and named.last >= self._period.last:
                return None
        return match

    def _baseline_period(self, at: int) -> Period | None:
        match = self._earlier(at)
        if (
            match is None
            or self._period is None
            or self._part_named(at + 1)
            or match["span"] in ("同期", "期初", "年初", "此前", "原来")
        ):
            return None
        found = read_period(match["span"], near=self._period)
        return found if found and found.last < self._period.last else None

    def _part_named(self, at: int) -> bool:
        """Whether the figure is said to be one of another span than the summary's: ``由1季度的19起降到2季度的4起``."""
        if at >= len(self._figures) or self._from(at) is None:
            return False
        return re.search("(?:季度|月份?)的?$", self._text[: self._figures[at].start]) is not None

    def _comparison(self, at: int, first: int | None) -> tuple[int | None, tuple[Change, tuple[int, int]] | None, int]:
        """The baseline and the stated change of a figure, and where they end."""
        figure, baseline, change, last = self._figures[at], first, None, self._figures[at].end
        for nth in range(at + 1, len(self._figures)):
            other = self._figures[nth]
            if baseline is None and alike(figure, other) and other.role is not Role.CHANGE and self._earlier(nth):
                baseline, last = nth, other.end
            elif change is None and other.role is Role.CHANGE and self._goes_on(last, other):
                change = self._change(last, other)
                last = other.end
            else:
                break
            self._used.add(nth)
        if change is None and (flat := re.match(r"[，,]?\s*(?:与|同|和)[^，,。；;]{2,8}(?:基本)?持平", self._text[last:])):
            span = (last + flat.end() - 2, last + flat.end())
            said = read_change("持平")
            change = (said, span) if said else None
        return baseline, change, last

    def _goes_on(self, last: int, change: Figure) -> bool:
        """Whether between a figure and a change nothing else is named."""
        between = self._text[last : change.start]
        plain = re.sub(rf"{CHANGE_VERBS}|同比|环比|比|较|与|相比|了|[，,的（(]|\s", "", between)
        plain = re.sub(any_of(prose_words().earlier.words), "", plain)
        return len(re.sub(r"[0-9一二三四]{1,2}(?:月份?|季度)|20[0-9]{2}年", "", plain)) <= 2

    def _change(self, last: int, figure: Figure) -> tuple[Change, tuple[int, int]] | None:
        verb = patterns()["verb"].search(self._text[last : figure.start])
        start = last + verb.start() if verb else figure.start
        said = read_change(self._text[start : figure.end])
        return (said, (start, figure.end)) if said else None

    def _parts(self, at: int) -> tuple[tuple[Share, ...], int]:
        """What a count is made up of, where the list is whole or nearly so."""
        figure = self._figures[at]
        lead = patterns()["parts"].match(self._text[figure.end :])
        if lead is None or figure.role not in (Role.COUNT, Role.LEVEL) or figure.unit in ("%", "‰", None):
            return (), figure.end
        found: list[Share] = []
        end = figure.end + lead.end()
        for nth in range(at + 1, len(self._figures)):
            part = self._figures[nth]
            name = re.sub(r"^[，,、；;和及]\s*", "", self._text[end : part.start]).strip()
            if not re.fullmatch(r"[\u4e00-\u9fffA-Za-z“”]{1,12}", name) or (part.unit not in (None, figure.unit)) or part.hedge:
                break
            found.append(Share(name=name, value=part.quantity))
            end = part.end
            if re.match(r"\s*[)）。；;]", self._text[end:]):
                break
        total, sum_ = figure.low, sum((share.value.low for share in found), start=type(figure.low)(0))
        if len(found) < 2 or sum_ * 100 < total * 85:
            return (), figure.end
        self._used.update(range(at + 1, at + 1 + len(found)))
        return tuple(found), end
