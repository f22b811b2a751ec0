"""Several figures of one thing in a row, each told for its own span of time: ``一季度12件，二季度9件，上半年合计21件``."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from propsummary.catalogue.ratios import alike
from propsummary.drafts.extraction.metric_spans import Span, Spans, Told
from propsummary.model import Point
from propsummary.periods import Period
from propsummary.quantities import Figure, Role

__all__ = ["Course", "course_of"]


@attrs.frozen(kw_only=True)
class Course:
    """
    A row of figures that differ in their spans alone.

    Attributes:
        figures: Which of the sentence's, in order.

        begin, name: What they are figures of, and where that stands.

        value: The one of the summary's own period; none if none is said to be.

        baseline: The one of an earlier period as long as the summary's.

        series: Those of parts of the period.
    """

    figures: tuple[int, ...]
    begin: int
    name: str
    value: int | None
    baseline: int | None = None
    series: tuple[Point, ...] = ()


def course_of(text: str, figures: Sequence[Figure], spans: Spans, first: int, period: Period | None) -> Course | None:
    """The row of figures that begins with *first*; none for a lone figure and for a mere comparison with an earlier one."""
    begin, name = spans.named(first)
    if period is None or not name:
        return None
    told: dict[int, Span | None] = {first: spans.of(first)}
    for nth in range(first + 1, len(figures)):
        span = spans.of(nth)
        if (
            span is None
            or span.name not in ("", name)
            or figures[nth].role is Role.CHANGE
            or not alike(figures[first], figures[nth])
        ):
            break
        told[nth] = span
    later = [span for nth, span in told.items() if span and nth != first]
    head = told[first]
    own_first = head is None or head.told is Told.OWN
    if not later or (own_first and all(span.told is Told.EARLIER and not span.name for span in later)):
        return None
    row = Course(figures=tuple(told), begin=begin, name=name, value=None)
    own = [nth for nth, span in told.items() if span and span.told is Told.OWN]
    if head is None:
        if own:
            return None  # the sum of more than this: 治安3起，纠纷2起，共5起
        own = [first]
    if len(own) != 1 or (head and head.told is Told.OTHER):
        return row
    baseline = next((nth for nth, span in told.items() if span and _is_before(span, period)), None)
    if any(span and span.told is Told.OTHER for span in told.values()) or "其中" in text[begin : figures[row.figures[-1]].start]:
        baseline = None
    return attrs.evolve(row, value=own[0], baseline=baseline, series=_series(figures, told))


def _is_before(span: Span, period: Period) -> bool:
    """Whether a span is an earlier one as long as the summary's."""
    return span.told is Told.EARLIER and span.period is not None and span.period.kind is period.kind


def _series(figures: Sequence[Figure], told: dict[int, Span | None]) -> tuple[Point, ...]:
    """The figures of parts of the period, earliest first, if these are of one kind."""
    parts = [(span.period, nth) for nth, span in told.items() if span and span.told is Told.PART and span.period]
    if (
        len(parts) < 2
        or len({(part.first, part.kind) for part, _ in parts}) < len(parts)
        or len({part.kind for part, _ in parts}) > 1
    ):
        return ()
    ordered = sorted(parts, key=lambda one: one[0].first)
    return tuple(Point(period=part, value=figures[nth].quantity) for part, nth in ordered)
