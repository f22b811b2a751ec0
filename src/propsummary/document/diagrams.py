"""
Diagrams, as data: the causes of a problem, the measures along the calendar, the goals on their way.

Each shows what the blocks beside it say in words, so a format that draws nothing leaves them out and loses nothing.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TypeAlias

import attrs

from propsummary.document._values import Language, Tone, one_line

__all__ = ["Bar", "Bone", "CauseMap", "Diagram", "Gauge", "Gauges", "Timeline"]


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(one_line, texts))


@attrs.frozen(kw_only=True)
class Bone:
    """
    The causes of one dimension.

    Attributes:
        name: The dimension in a word; empty for causes that state none.

        causes: What was found.
    """

    name: str = attrs.field(default="", converter=one_line)
    causes: tuple[str, ...] = attrs.field(converter=_lines)


@attrs.frozen(kw_only=True)
class CauseMap:
    """
    A problem and its causes by dimension: the fishbone, 鱼骨图.

    Attributes:
        title: What it shows.

        problem: The head of the fish.

        alt: What it says, for those who cannot see it.
    """

    title: str = attrs.field(converter=one_line)
    problem: str = attrs.field(converter=one_line)
    bones: tuple[Bone, ...]
    alt: str = attrs.field(default="", converter=one_line)


@attrs.frozen(kw_only=True)
class Bar:
    """
    One measure on the calendar.

    Attributes:
        start: Its first day; none where only the last one is known, which is then a mark and no bar.

        end: The last day for it.

        due: The deadline as written.

        owner: Who answers for it; may be empty.

        mark, tone: How far it is, in a word and for the eye; may be empty.
    """

    label: str = attrs.field(converter=one_line)
    start: datetime.date | None = None
    end: datetime.date
    due: str = attrs.field(default="", converter=one_line)
    owner: str = attrs.field(default="", converter=one_line)
    mark: str = ""
    tone: Tone = ""


@attrs.frozen(kw_only=True)
class Timeline:
    """
    Measures along the calendar: the Gantt chart, 甘特图.

    Attributes:
        first, last: The days between which it is drawn; every bar ends between them.

        language: Of the names of months.
    """

    title: str = attrs.field(converter=one_line)
    first: datetime.date
    last: datetime.date
    bars: tuple[Bar, ...]
    alt: str = attrs.field(default="", converter=one_line)
    language: Language = "zh"


@attrs.frozen(kw_only=True)
class Gauge:
    """
    One goal: from where we are to where we want to be.

    Attributes:
        baseline, target: For drawing only.

        printed_baseline, printed_target: The same as the department wrote them; these are what a reader is shown.

        due: The deadline as written; may be empty.
    """

    label: str = attrs.field(converter=one_line)
    baseline: Decimal
    target: Decimal
    printed_baseline: str = attrs.field(converter=one_line)
    printed_target: str = attrs.field(converter=one_line)
    due: str = attrs.field(default="", converter=one_line)


@attrs.frozen(kw_only=True)
class Gauges:
    """
    Goals with figures, each on a scale of its own.

    Attributes:
        baseline_label, target_label: What the two figures of a goal are called; may be empty.
    """

    title: str = attrs.field(converter=one_line)
    gauges: tuple[Gauge, ...]
    alt: str = attrs.field(default="", converter=one_line)
    baseline_label: str = attrs.field(default="", converter=one_line)
    target_label: str = attrs.field(default="", converter=one_line)


#: What is drawn, and not written, of what stands beside it.
Diagram: TypeAlias = CauseMap | Timeline | Gauges
