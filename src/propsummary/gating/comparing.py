"""From two texts to a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from propsummary.document import Audience
from propsummary.gating.matching import Pair, match
from propsummary.gating.mentions import Sentence, Spot
from propsummary.gating.report import Fate, GateEntry, GateReport
from propsummary.gating.sources import Side, Source, Telling, side
from propsummary.gating.telling_again import with_derived

__all__ = ["gate"]


def gate(
    before: Source,
    after: Source,
    *,
    before_format: str | None = None,
    after_format: str | None = None,
    audience: Audience = "management",
) -> GateReport:
    """
    Account for every figure of two texts.

    A summary, draft or document stands for the document that it gives, so that it can be held against a rendered file in any
    format, and against that file once people have polished it; so does a form of Excel or Word that was filled in. Prose stands
    for itself, but the document that it gives may say its figures again. Calendars and lists of tasks are only asked for the
    measures and goals. Numbers of headings, captions and pages are not figures, and neither are dates.

    Args:
        before, after: The two texts.

        before_format, after_format: The format of each, one of `propsummary.extract.EXTRACTORS`; told from the text if left out
            (``markdown`` and ``csv`` cannot be told from plain text).

        audience: Whose document a summary or draft stands for; owners are told less. What an ``internal`` one says of problems
            is new.

    Raises:
        UnknownNameError: There is no such format.

        UnreadableFileError: A Word, Excel, PowerPoint or PDF file is broken, locked or too large.

        MissingExtraError: The packages that read such a file are not there.

        NoSummaryError: A draft holds no summary.

        WrongArgumentError: One is the name of a file, or something else that no figures can be taken from.

    .. versionadded:: 0.1.0
    """
    first, second = side(before, before_format, "gate(before=)"), side(after, after_format, "gate(after=)")
    compare = _tracked if first.tracks or second.tracks else _compared
    reports: list[GateReport] = []
    for telling in _tellings(first, second, audience):
        reports.append(compare(first, second, telling))
        if reports[-1].ok:
            break
    return min(reports, key=lambda report: len(report.faults))


def _tellings(first: Side, second: Side, audience: Audience) -> Iterator[Telling]:
    """The ways in which a draft may have been told, the usual one first: English prints units and hedges in its own words."""
    yield Telling(audience=audience)
    if first.written and first.draft is None and second.written:
        return
    yield Telling(language="en", audience=audience)
    drafts = (first, second) if not second.written else (first,)  # what *second* might be read as is not compared
    if any(metric.sample_size for draft in drafts if draft.summary for metric in draft.summary.metrics):
        yield Telling(audience=audience, intervals=True)
        yield Telling(language="en", audience=audience, intervals=True)


def _compared(first: Side, second: Side, telling: Telling) -> GateReport:
    """The report, drafts standing for their documents."""
    before, after = first.told(telling), second.told(telling)
    pairs = match(before, after)
    report = _report(before, after, pairs)
    if not (first.written and report.faults and first.draft):
        return report
    derived = first.derived(telling)
    if telling.language == "en":
        return _translated(before, first.derived(attrs.evolve(telling, language="zh")), derived, after)
    return _report(before, after, with_derived(pairs, before, derived, after))


def _translated(
    before: Sequence[Sentence], read: Sequence[Sentence], told: Sequence[Sentence], after: Sequence[Sentence]
) -> GateReport:
    """
    The report on prose and a translation: all that the document *told* of it in that language says, and what was not *read*.

    Units and hedges of the prose are words of another language than *after*, those of its own document are not.
    """
    report = _report(told, after, match(told, after))
    unread = _report(before, read, match(before, read)).of(Fate.LOST)
    return attrs.evolve(report, entries=(*report.entries, *unread))


def _tracked(first: Side, second: Side, telling: Telling) -> GateReport:
    """The report on a tracker: measures and goals against the same, or what it says against all that a text says."""
    format = (second if second.tracks else first).format
    before, after = first.tasks(format, telling), second.tasks(format, telling)
    if before is not None and after is not None:
        return _report(before, after, match(before, after), tasks_only=True)
    before, after = first.told(telling), second.told(telling)
    report = _report(before, after, match(before, after), tasks_only=True)
    rest = Fate.NEW if first.tracks else Fate.LOST
    return attrs.evolve(report, entries=tuple(entry for entry in report.entries if entry.fate is not rest))


def _report(
    before: Iterable[Sentence], after: Iterable[Sentence], pairs: Iterable[Pair], *, tasks_only: bool = False
) -> GateReport:
    """Every figure with its fate, in the order of the text that came after; what was lost follows what stood before it."""
    matched = {id(other): one for one, other in pairs}
    answered = {id(one): other.order for one, other in pairs}
    placed: list[tuple[tuple[int, int, int], GateEntry]] = []
    for sentence in after:
        for spot in filter(lambda spot: spot.counts or id(spot) in matched, sentence.spots):
            placed.append(((spot.order, 0, 0), _entry(matched.get(id(spot)), spot)))
    last = -1
    for sentence in before:
        for spot in sentence.spots:
            if id(spot) in answered:
                last = answered[id(spot)]
            elif spot.counts:
                placed.append(((last, 1, spot.order), GateEntry(fate=Fate.LOST, before=spot.mention)))
    entries = tuple(entry for _, entry in sorted(placed, key=lambda row: row[0]))
    return GateReport(entries=entries, tasks_only=tasks_only)


def _entry(one: Spot | None, other: Spot) -> GateEntry:
    if one is None:
        return GateEntry(fate=Fate.NEW, after=other.mention)
    fate = Fate.UNCHANGED if one.plain == other.plain else Fate.REWORDED if one.same_value(other) else Fate.CHANGED
    return GateEntry(fate=fate, before=one.mention, after=other.mention)
