"""Metrics out of running text: only those that a careful colleague would put into a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from propsummary.catalogue import find_kpi
from propsummary.catalogue.prose import prose_words
from propsummary.catalogue.ratios import Ratios, alike
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.extraction.metric_courses import Course, course_of
from propsummary.drafts.extraction.metric_names import Names
from propsummary.drafts.extraction.metric_parts import parts_of
from propsummary.drafts.extraction.metric_spans import Spans, Told
from propsummary.drafts.extraction.metric_words import patterns
from propsummary.drafts.outline import Words
from propsummary.model import Metric
from propsummary.periods import Period
from propsummary.quantities import Change, Figure, Role, Unit, find_figures, read_change
from propsummary.quantities.change import CHANGE_VERBS

__all__ = ["Found", "metrics"]

# A sentence that goes on with what a count is made up of, share by share, is one with that of the count.
_SHARES = r"(?:其中|按[\u4e00-\u9fff]{2,6}分)[:：，,]?[\u4e00-\u9fff]{1,10}\d[\d,，.]*[\u4e00-\u9fff]{0,2}[，,（(]?占"
_FULL_STOP = re.compile(rf"[。！!？?\n](?!{_SHARES})|(?<![A-Za-z])\.(?![\dA-Za-z])")
_LATER = "(?:半年|[一两三]?个?月|一年|[一两]周)[之以]?后"  # 半年后重复故障: of a time that began with what was done


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
        self._spans = Spans(words.text, self._figures, period)

    def metrics(self) -> Iterator[Found]:
        """Its metrics, from left to right."""
        for at, figure in enumerate(self._figures):
            if at in self._used or figure.role in (Role.CHANGE, Role.RANGE) or self._leads_on(at):
                continue
            course = course_of(self._text, self._figures, self._spans, at, self._period)
            if course:
                self._used.update(course.figures)
            value = course.value if course else at
            if value is not None and not self._is_of_another_time(value) and (found := self._metric(value, course)):
                yield found

    def _metric(self, at: int, course: Course | None) -> Found | None:
        figure = self._figures[at]
        first = self._from(at)
        begin, name = (
            (course.begin, course.name) if course else self._names.listed(at) or self._names.name(at if first is None else first)
        )
        mean = self._names.mean_time(at)
        pair = self._ratios.counts(at, name, self._used) if figure.unit in ("%", "‰") else None
        baseline, change, last = self._comparison(at, first, course, max(pair or (at,)))
        labelled = self._names.label(begin, name) if patterns()["verbs"].fullmatch(name) else (begin, name)
        parts, behind = ((), figure.end) if course else parts_of(self._text, self._figures, at, last, labelled[1])
        begin, name = labelled if parts else (begin, name)
        self._used.update(nth for nth in range(at + 1, len(self._figures)) if parts and self._figures[nth].start < behind)
        if mean:
            name, last = mean, max(last, figure.end)
        series = course.series if course else ()
        if not self._is_metric(at, name, baseline, change, bool(parts or series), bool(mean), first is not None):
            return None
        if patterns()["verbs"].fullmatch(name):
            begin, name = self._names.label(begin, name)
        if pair and patterns()["bare_rate"].fullmatch(name):
            name = self._names.whole(pair[1]) + name
        placed = {"value": at, "baseline": baseline, **dict(zip(("numerator", "denominator"), pair or (), strict=False))}
        places = {field: (self._figures[nth].start, self._figures[nth].end) for field, nth in placed.items() if nth is not None}
        if change:
            places["change"] = change[1]
        metric = Metric(
            name=name,
            value=figure.quantity,
            baseline=None if baseline is None else self._figures[baseline].quantity,
            baseline_period=None if baseline is None else self._baseline_period(baseline),
            change=change[0] if change else None,
            numerator=self._figures[pair[0]].quantity if pair else None,
            denominator=self._figures[pair[1]].quantity if pair else None,
            breakdown=parts,
            series=series,
        )
        whole = self._words.part(begin, max(last, behind, figure.end))
        return Found(metric=metric, words=whole, places=tuple((field, self._words.part(*span)) for field, span in places.items()))

    def _is_metric(self, at: int, name: str, baseline: int | None, change: object, parts: bool, mean: bool, moved: bool) -> bool:
        """Whether the figure is one to keep: a rate or a mean, or a count that is compared, divided or settled."""
        if mean or (patterns()["mean"].match(name) and self._figures[at].role in (Role.DURATION, Role.COUNT) and not moved):
            return True
        if self._used and patterns()["bare_mean"].fullmatch(name) and self._figures[at].role is Role.DURATION:
            return True  # beside a count that is told in full
        if patterns()["coming"].fullmatch(name):
            return False  # who came is told of the activity
        if not patterns()["name"].fullmatch(name) or re.match(
            rf"节约|节省|减少|增加|新增|[少多][用耗花收]|省[下了]|计划(?!(?:完成|执行|兑现)率)|目标|预计|力争|[与同和较比].*的$|{_LATER}",
            name,
        ):
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
            return not re.search("(?:其中|按[\u4e00-\u9fff]{2,6}分[:：，,])[^。]*$", self._text[: figure.start])
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
        return bool(re.match(r"[，,]?\s*约?占[^。；;%％]{1,24}?的?[\d.．]+[%％]", self._text[self._figures[at].end :]))

    def _from(self, at: int) -> int | None:
        """The figure that this one came from: ``由33起降到19起``."""
        if not at:
            return None
        before, figure = self._figures[at - 1], self._figures[at]
        between = self._text[before.end : figure.start]
        moved = patterns()["to"].search(between) and len(between) <= 12 and not re.search("[，,；;]", between)
        return at - 1 if moved and patterns()["from"].search(self._text[: before.start]) and alike(before, figure) else None

    def _leads_on(self, at: int) -> bool:
        """Whether the figure is what the next one came from."""
        return at + 1 < len(self._figures) and self._from(at + 1) == at

    def _is_of_another_time(self, at: int) -> bool:
        """Whether the figure is told for another span than the summary's; a count that fell to what the last part had is kept."""
        span = self._spans.of(at) or self._spans.lasting(at)
        count = self._figures[at].role is Role.COUNT
        if count and span and span.told is Told.PART and span.period and self._period and self._from(at) is not None:
            return span.period.last != self._period.last
        return span is not None and span.told is not Told.OWN

    def _is_earlier(self, at: int) -> bool:
        span = self._spans.of(at)
        return span is not None and span.told is Told.EARLIER and not span.name

    def _baseline_period(self, at: int) -> Period | None:
        span = self._spans.of(at)
        return span.period if span and span.told is Told.EARLIER else None

    def _comparison(
        self, at: int, first: int | None, course: Course | None, counted: int
    ) -> tuple[int | None, tuple[Change, tuple[int, int]] | None, int]:
        """The baseline and the stated change of a figure, behind the counts of it, and where they end."""
        figure, baseline, change, last = self._figures[at], first, None, self._figures[at].end
        after = max(at, counted) + 1
        if counted > at:
            last = self._figures[counted].end + 1
            self._used.update(range(at + 1, after))
        if course:
            baseline, after = course.baseline, course.figures[-1] + 1
            last = self._figures[after - 1].end
            if after - 1 not in (at, baseline):
                return baseline, None, last
        for nth in range(after, len(self._figures)):
            other = self._figures[nth]
            if baseline is None and alike(figure, other) and other.role is not Role.CHANGE and self._is_earlier(nth):
                baseline, last = nth, other.end
            elif change is None and self._is_change(other, last, first is not None) and self._changes(figure, last, other):
                change = self._change(last, other)
                last = other.end
            elif self._stands_beside(nth):
                last = other.end
                continue
            else:
                break
            self._used.add(nth)
        if change is None and (flat := re.match(r"[，,]?\s*(?:与|同|和)[^，,。；;]{2,8}(?:基本)?持平", self._text[last:])):
            span = (last + flat.end() - 2, last + flat.end())
            said = read_change("持平")
            change = (said, span) if said else None
        return baseline, change, last

    def _stands_beside(self, at: int) -> bool:
        """Whether a figure tells the same thing in another unit as the one before: ``6,842组、13,120人次``."""
        return self._figures[at].role is Role.COUNT and self._text[self._figures[at - 1].end : self._figures[at].start] == "、"

    def _is_change(self, figure: Figure, last: int, moved: bool) -> bool:
        """Whether a figure is a change; money saved is that of what fell (由18.5万元降到16.3万元，节约2.2万元)."""
        saved = moved and re.fullmatch(r"[，,]\s*共?(?:节约|节省|减少|压减)了?\s*", self._text[last : figure.start])
        return figure.role is Role.CHANGE or bool(saved)

    def _changes(self, figure: Figure, last: int, change: Figure) -> bool:
        """Whether a change can be that of a figure, with nothing else named between them."""
        relative = change.unit is None or Unit.of(change.unit).dimension in ("ratio", "points")
        if self._spans.within(last, change.start) or not (relative or alike(figure, change)):
            return False
        between = self._text[last : change.start]
        plain = re.sub(rf"{CHANGE_VERBS}|同比|环比|比|较|与|相比|了|[，,的（(]|\s", "", between)
        plain = re.sub(any_of(prose_words().earlier.words), "", plain)
        return len(re.sub(r"[0-9一二三四]{1,2}(?:月份?|季度)|20[0-9]{2}年", "", plain)) <= 2

    def _change(self, last: int, figure: Figure) -> tuple[Change, tuple[int, int]] | None:
        verb = patterns()["verb"].search(self._text[last : figure.start])
        start = last + verb.start() if verb else figure.start
        said = read_change(self._text[start : figure.end])
        return (said, (start, figure.end)) if said else None
