"""The same summary as rows: what programs that sort, count and remind need besides the blocks that people read."""

from __future__ import annotations

import datetime
from decimal import Decimal

import attrs

from propsummary.document._values import Tone, one_line, several_lines

__all__ = ["Figure", "Task", "TrackedGoal", "TrackedIssue", "TrackedMeasure", "TrackedMetric", "Tracker"]


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(several_lines, texts))


@attrs.frozen(kw_only=True)
class Figure:
    """
    A figure to read and to calculate with.

    Attributes:
        text: As the document prints it; empty where there is none.

        number: What it stands for, its 万 or 亿 applied, a percentage in percent, a decrease below zero, of a bound the printed
            number; none for a range, a ratio or words.
    """

    text: str = attrs.field(default="", converter=one_line)
    number: Decimal | None = None


@attrs.frozen(kw_only=True)
class TrackedMetric:
    """
    A metric.

    Attributes:
        baseline_period: What the baseline covers, where the summary says so.

        verdict, tone: Whether the target is met, in a word and for the eye; empty where it cannot be told.

        basis: What stands behind the value, a line each: definition, sample, source.

        series: Its course: the periods, and the value in each.

        parts: What it consists of: the names, and the value of each.
    """

    id: str = attrs.field(converter=one_line)
    name: str = attrs.field(converter=one_line)
    value: Figure = Figure()
    baseline: Figure = Figure()
    baseline_period: str = attrs.field(default="", converter=one_line)
    change: Figure = Figure()
    target: Figure = Figure()
    verdict: str = ""
    tone: Tone = ""
    basis: str = attrs.field(default="", converter=several_lines)
    series: tuple[tuple[str, Figure], ...] = ()
    parts: tuple[tuple[str, Figure], ...] = ()


@attrs.frozen(kw_only=True)
class TrackedIssue:
    """
    An issue.

    Attributes:
        causes: A line each, the dimension in front.

        measures: Ids of the measures against it.
    """

    id: str = attrs.field(converter=one_line)
    title: str = attrs.field(converter=one_line)
    statement: str = attrs.field(default="", converter=several_lines)
    area: str = attrs.field(default="", converter=one_line)
    kind: str = attrs.field(default="", converter=one_line)
    where: str = attrs.field(default="", converter=one_line)
    severity: str = ""
    tone: Tone = ""
    causes: tuple[str, ...] = attrs.field(default=(), converter=_lines)
    measures: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Task:
    """
    What somebody has to see to: the common part of measures and goals.

    Attributes:
        statement: What is to be done or reached.

        kind: Family of a measure, kind of a goal, in a word.

        serves: What it answers or supports, a line each.

        owner: Who answers for it, as written.

        deadline: The last day for it; none where no day can be told (尽快, 每月25日).

        due: The deadline as written.

        deliverable: What will be there when it is done.

        rule: How it repeats, as a recurrence rule of RFC 5545; a deadline that is a repetition counts.
    """

    id: str = attrs.field(converter=one_line)
    statement: str = attrs.field(converter=several_lines)
    kind: str = ""
    serves: tuple[str, ...] = attrs.field(default=(), converter=_lines)
    owner: str = attrs.field(default="", converter=one_line)
    deadline: datetime.date | None = None
    due: str = attrs.field(default="", converter=one_line)
    deliverable: str = attrs.field(default="", converter=several_lines)
    rule: str = ""


@attrs.frozen(kw_only=True)
class TrackedMeasure(Task):
    """
    A measure.

    Attributes:
        support: Who helps.

        start: Its first day.

        begins: The start as written.

        repeats: The repetition as written.

        status: ``planned``, ``doing``, ``done``, ``verified`` or ``dropped``; empty where it is not known.
    """

    support: tuple[str, ...] = attrs.field(default=(), converter=_lines)
    start: datetime.date | None = None
    begins: str = attrs.field(default="", converter=one_line)
    repeats: str = attrs.field(default="", converter=one_line)
    status: str = ""
    verification: str = attrs.field(default="", converter=several_lines)
    budget: Figure = Figure()
    evidence: str = attrs.field(default="", converter=several_lines)


@attrs.frozen(kw_only=True)
class TrackedGoal(Task):
    """
    A goal.

    Attributes:
        measured_by: Name of the metric or KPI that tells whether it is reached.
    """

    measured_by: str = attrs.field(default="", converter=one_line)
    baseline: Figure = Figure()
    target: Figure = Figure()
    rationale: str = attrs.field(default="", converter=several_lines)


@attrs.frozen(kw_only=True)
class Tracker:
    """
    Metrics, issues, measures and goals as rows.

    Words are those of the document's language, what the department wrote is as written; whatever the document's audience may not
    see is not here either.

    Attributes:
        key: Made of company, property, department and period, so that a later version of the same summary has the same.

        day: The day the summary was prepared, else the last day of its period; none in a document made by hand.

        begins, ends: First and last day of the period that measures and goals are for.

    .. versionadded:: 0.1.0
    """

    key: str = ""
    day: datetime.date | None = None
    begins: datetime.date | None = None
    ends: datetime.date | None = None
    metrics: tuple[TrackedMetric, ...] = ()
    issues: tuple[TrackedIssue, ...] = ()
    measures: tuple[TrackedMeasure, ...] = ()
    goals: tuple[TrackedGoal, ...] = ()
