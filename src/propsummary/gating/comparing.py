"""From two texts to a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import attrs

from propsummary.catalogue.codes import Words
from propsummary.document import Document, build
from propsummary.extract import Piece, extract
from propsummary.gating.matching import match
from propsummary.gating.mentions import Sentence, Spot, sentences
from propsummary.gating.report import Fate, GateEntry, GateReport
from propsummary.model import Draft, Summary
from propsummary.problems import Language, Path
from propsummary.quantities import Change, Quantity
from propsummary.renderers import renderer
from propsummary.rules.walk import Passage, walk

__all__ = ["Source", "gate"]

#: What figures can be taken from: a summary, a draft, a document, or a text in one of the formats of `propsummary.extract`.
Source: TypeAlias = Summary | Draft | Document | str | bytes
#: What a text says, or what will say it once its language is known.
_Told: TypeAlias = Summary | Draft | tuple[Sentence, ...]


def gate(before: Source, after: Source, *, before_format: str | None = None, after_format: str | None = None) -> GateReport:
    """
    Account for every figure of two texts.

    A summary, draft or document stands for the document that it gives, so that it can be held against a rendered file in any
    format, and against that file once people have polished it. Numbers of headings, captions and pages are not figures, and
    neither are dates.

    Args:
        before, after: The two texts.

        before_format, after_format: The format of each, one of `propsummary.extract.EXTRACTORS`; told from the text if left out
            (``markdown`` and ``csv`` cannot be told from plain text).

    Raises:
        UnknownNameError: There is no such format.

        UnreadableFileError: A Word, Excel, PowerPoint or PDF file is broken, locked or too large.

        MissingExtraError: The packages that read such a file are not there.

        ValueError: A draft holds no summary.

    .. versionadded:: 0.1.0
    """
    first, second = _read(before, before_format), _read(after, after_format)
    report = _report(first, second, "zh")
    if report.faults and any(isinstance(one, Summary | Draft) for one in (before, after)):
        return min(report, _report(first, second, "en"), key=_weight)  # English prints units and hedges in its own words
    return report


def _weight(report: GateReport) -> tuple[int, int]:
    """How much is wrong: what a format leaves out, as calendars do, counts least."""
    return len(report.faults) - len(report.of(Fate.LOST)), len(report.faults)


def _read(source: Source, format: str | None) -> _Told:
    """What *source* says; what a summary says depends on the language that it is told in."""
    match source:
        case Summary() | Draft():
            return source
        case Document():
            return sentences(_laid_out(source))
        case _:
            return sentences(extract(source, format))


def _report(before: _Told, after: _Told, language: Language) -> GateReport:
    """The report, summaries standing for their documents in *language*."""
    return GateReport(entries=tuple(_entries(_told(before, language), _told(after, language))))


def _told(source: _Told, language: Language) -> tuple[Sentence, ...]:
    match source:
        case Summary():
            return sentences(_laid_out(build(source, language=language)))
        case Draft():
            if source.summary is None:
                raise ValueError("the draft holds no summary: see its problems")
            return sentences(_placed(_laid_out(build(source.summary, language=language)), source))
        case _:
            return source


def _laid_out(document: Document) -> tuple[Piece, ...]:
    return extract(renderer("json").render(document), "json")


def _placed(pieces: tuple[Piece, ...], draft: Draft) -> Iterator[Piece]:
    """The pieces with their places in the draft, as far as the draft says each of them once and in the same words."""
    assert draft.summary is not None
    paths: dict[str, Path | None] = {}
    for path, text in _leaves(draft.summary, draft.unknown):
        words = " ".join(text.split())
        paths[words] = None if words in paths else path
    for piece in pieces:
        found = paths.get(" ".join(piece.text.split()))
        span = draft.spans.of(found) if found else None
        if span is None:
            yield piece
        else:
            yield attrs.evolve(piece, place=Words(span.place, span.place)) if span.place else attrs.evolve(piece, line=span.line)


def _leaves(summary: Summary, unknown: frozenset[Path]) -> Iterator[tuple[Path, str]]:
    """Every passage and every figure of the summary with its path."""
    for step in walk(summary, unknown):
        if isinstance(step, Passage):
            yield step.path, step.text
            continue
        for field in attrs.fields(type(step.object)):
            value = getattr(step.object, field.name)
            if isinstance(value, Quantity | Change):
                yield (*step.path, field.name), value.text


def _entries(before: tuple[Sentence, ...], after: tuple[Sentence, ...]) -> list[GateEntry]:
    """Every figure with its fate, in the order of the text that came after; what was lost follows what stood before it."""
    pairs = match(before, after)
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
    return [entry for _, entry in sorted(placed, key=lambda row: row[0])]


def _entry(one: Spot | None, other: Spot) -> GateEntry:
    if one is None:
        return GateEntry(fate=Fate.NEW, after=other.mention)
    fate = Fate.UNCHANGED if one.plain == other.plain else Fate.REWORDED if one.same_value(other) else Fate.CHANGED
    return GateEntry(fate=fate, before=one.mention, after=other.mention)
