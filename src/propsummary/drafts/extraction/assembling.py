"""From the outline to the draft."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import attrs

from propsummary.catalogue import department
from propsummary.catalogue.codes import Words as Words_
from propsummary.catalogue.codes import code_info, say
from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, bare
from propsummary.drafts.extraction.follow_ups import follow_ups
from propsummary.drafts.extraction.goals import goals
from propsummary.drafts.extraction.issues import issues
from propsummary.drafts.extraction.items import Item, Leftover, items
from propsummary.drafts.extraction.measures import measures
from propsummary.drafts.extraction.opening import Opening, known_name, opening
from propsummary.drafts.extraction.parts import Chapter, chapters
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.extraction.results import results
from propsummary.drafts.extraction.unstated import unstated
from propsummary.drafts.outline import Outline, Paragraph, Table, Words
from propsummary.model import Background, Draft, Organization, Outlook, Section, StrategicDirection, Summary
from propsummary.periods import Period, find_periods
from propsummary.problems import Path, Problem, Span

__all__ = ["extract"]


def extract(outline: Outline, *, folder: pathlib.Path | None = None) -> Draft:
    """
    What *outline* says, as a draft; every object and field knows its place.

    Args:
        folder: Where pictures are looked for.

    .. versionadded:: 0.2.0
    """
    first = opening(outline, chapters(outline))
    found = chapters(outline, first.period)
    missing = _missing(first, outline)
    if missing or first.department is None or first.period is None:
        return Draft(summary=None, problems=(*outline.problems, *missing), folder=folder, file=outline.file, source=outline.source,
                     encoding=outline.encoding, prose=True)
    maker = _Maker(found, first, first.period, known_name(first.department.text))
    summary = maker.summary()
    unknown, told = unstated(summary, maker.unknown)
    problems = (*outline.problems, *maker.problems(), *told)
    return Draft(
        summary=summary,
        problems=problems,
        spans=maker.places.spans(),
        unknown=frozenset(unknown),
        folder=folder,
        file=outline.file,
        source=outline.source,
        encoding=outline.encoding,
        prose=True,
    )


@attrs.frozen
class _Gathered:
    """The entries of one part, and what is left over of it."""

    items: tuple[Item, ...]
    left: tuple[Leftover, ...]


#: The fields that each kind of object takes; others of the same entry are kept as text.
_TAKEN = {
    "issue": {"issue", "cause"},
    "measure": {"measure", "owner", "deadline", "support", "deliverable", "verification", "budget"},
    "goal": {"goal", "target", "baseline", "owner", "deadline", "deliverable"},
}


class _Maker:
    """Makes the summary of the chapters."""

    def __init__(self, found: Sequence[Chapter], first: Opening, period: Period, name: str) -> None:
        self._chapters = found
        self._first = first
        self._period = period
        self._department = name
        self.places = Places()
        self.unknown: set[Path] = set()
        self.left: list[Leftover] = []

    def summary(self) -> Summary:
        """The whole."""
        profile = department(self._department)
        reached = results(self._of("results", "cases"), self.places, profile, self._period)
        followed, unread = follow_ups(self._of("follow_ups"), self.places)
        self.left += (*reached.left, *unread)
        wrong = self._gather("issue", "issues")
        why = self._gather("cause", "causes")
        done = self._gather("measure", "countermeasures")
        aims = self._gather("goal", "outlook")
        told = [item for item in wrong.items if item.title or item.first("issue")]
        if not told:
            told = [item for item in done.items if item.first("issue") and item.first("measure")]
        issues_found = issues(told, why.items, self.places)
        self.unknown |= issues_found.unknown
        self._keep(issues_found.unlinked, why)
        beside = [(item, at) for at, item in enumerate(told) if item.first("measure")]
        rest = [item for item in (*wrong.items, *done.items) if all(item is not one for one, _ in beside) and item not in told]
        planned = [item for item in aims.items if item.first("goal") and item.first("measure")]
        measures_found = measures(beside, [*(item for item in rest if item.first("measure") or (item in done.items and item.title)), *planned],
                                  issues_found.issues, self.places, self._period, self._first.prepared_on)
        self.unknown |= measures_found.unknown
        goals_found = goals(self._dated(aims.items), self.places, self._period, self._first.prepared_on)
        self.unknown |= goals_found.unknown
        self._keep_rest((*wrong.items, *why.items, *done.items, *aims.items), (issues_found.issues, measures_found.measures, goals_found.goals))
        summary = Summary(
            **self._opening(),
            department=self._department,
            period=self._period,
            prepared_on=self._first.prepared_on,
            background=self._background(),
            metrics=tuple(reached.metrics),
            achievements=tuple(reached.achievements),
            activities=tuple(reached.activities),
            cases=tuple(reached.cases),
            issues=issues_found.issues,
            countermeasures=measures_found.measures,
            goals=goals_found.goals,
            outlook=self._outlook(),
            follow_ups=followed,
        )
        return attrs.evolve(summary, sections=self._sections())

    def problems(self) -> Iterable[Problem]:
        """What is wrong with the file itself: a department that no profile knows, and passages that belong to no object."""
        if department(self._department) is None and self._first.department:
            yield _problem("SHP005", "departments", ("department",), self._first.department.span(), value=self._department)
        kept = [one.words for one in self.left if not one.aside and one.words.text]
        if kept:
            shown = "、".join(f"“{words.text[:18]}{'…' if len(words.text) > 18 else ''}”" for words in kept[:3])
            yield _problem("SHP009", "kept", ("sections",), kept[0].span(), count=len(kept), shown=shown)

    def _of(self, *kinds: str) -> list[Chapter]:
        return [chapter for chapter in self._chapters if chapter.kind in kinds]

    def _gather(self, primary: str, kind: str) -> _Gathered:
        """The entries of all chapters of one kind; what is left over is kept."""
        chosen = self._of(kind)
        found, left = items(chosen, primary, self._period)
        titles = {item.title.text for item in found if item.title}
        heads = [
            Leftover(chapter, chapter.heading.words, aside=True)
            for chapter in chosen
            if chapter.heading and not chapter.top and chapter.heading.words.text not in titles
        ]
        self.left += (*heads, *left)
        return _Gathered(tuple(found), tuple(left))

    def _keep(self, words: Iterable[Words], gathered: _Gathered) -> None:
        chapter = next(iter(self._of("causes")), None)
        if chapter is not None:
            self.left += (Leftover(chapter, one) for one in words)

    def _keep_rest(self, entries: Iterable[Item], made: Iterable[Iterable[Any]]) -> None:
        """Keep what entries say and no object took."""
        taken = "\n".join(bare(text) for objects in made for one in objects for text in _told(one))
        for item in entries:
            for words in (item.title, *(one.words for one in item.slices)):
                if words and item.chapter and bare(words.text) not in taken:
                    self.left.append(Leftover(item.chapter, words))

    def _dated(self, aims: Sequence[Item]) -> list[tuple[Item, bool]]:
        """The goals, each with whether a heading of the outlook says for when they are."""
        heads = [chapter.heading.words.text for chapter in self._of("outlook") if chapter.heading]
        dated = any(find_periods(head, period=self._period) or _LATER.search(head) for head in heads)
        return [(item, dated) for item in aims]

    def _opening(self) -> dict[str, Any]:
        first, places = self._first, self.places
        for field in ("title", "department", "author", "reviewer"):
            places.put((field,), getattr(first, field))
        places.put(("period",), first.period_words)
        places.put(("prepared_on",), first.prepared_words)
        places.put(("organization", "company"), first.company)
        places.put(("organization", "property"), first.property)
        places.put(("organization",), first.company, first.property)
        organization = None
        if first.company or first.property:
            organization = Organization(company=_text(first.company), property=_text(first.property))
        return {
            "title": _text(first.title),
            "author": _text(first.author),
            "reviewer": _text(first.reviewer),
            "organization": organization,
        }

    def _background(self) -> Background | None:
        words = [one for chapter in self._of("background") for one in _paragraphs(chapter)]
        self.left += (Leftover(chapter, one) for chapter in self._of("background") for one in _cells(chapter))
        self.places.put(("background",), *words)
        self.places.put(("background", "text"), *words)
        return Background(text="\n\n".join(one.text for one in words)) if words else None

    def _outlook(self) -> Outlook | None:
        words = [one for chapter in self._of("directions") for one in _paragraphs(chapter)]
        self.left += (Leftover(chapter, one) for chapter in self._of("directions") for one in _cells(chapter))
        for at, one in enumerate(words):
            self.places.put(("outlook", "directions", at), one)
            self.places.put(("outlook", "directions", at, "statement"), one)
        self.places.put(("outlook",), *words)
        made = tuple(StrategicDirection(id=f"d{at}", statement=one.text) for at, one in enumerate(words, 1))
        return Outlook(directions=made) if made else None

    def _sections(self) -> tuple[Section, ...]:
        """The passages of the part 其他, the lines at the end, and all that is left over, chapter by chapter."""
        aside = [Leftover(chapter, one, aside=True) for chapter in self._of("other") for one in (*_paragraphs(chapter), *_cells(chapter))]
        self.left += (*aside, *self._bare_headings(), *self._unread())
        order = {id(chapter): at for at, chapter in enumerate(self._chapters)}
        self.left.sort(key=lambda one: order.get(id(one.chapter), 0))
        made: list[Section] = []
        for _, group in groupby(self.left, key=lambda one: id(one.chapter)):
            passages = list(group)
            chapter, words = passages[0].chapter, [one.words for one in passages if one.words.text]
            if not words:
                continue
            own = chapter.kind == "other" and chapter.heading
            self.places.put(("sections", len(made)), *words)
            self.places.put(("sections", len(made), "text"), *words)
            title = chapter.heading.words.text if own and chapter.heading else ""
            made.append(Section(part=chapter.section_part, title=title, text="\n\n".join(one.text for one in words)))
        return tuple(made)

    def _bare_headings(self) -> Iterable[Leftover]:
        """Headings within a part that became the title of nothing."""
        for chapter in self._chapters:
            untitled = chapter.kind in ("background", "directions", "follow_ups") or (chapter.kind == "other" and not chapter.blocks)
            if chapter.heading and not chapter.top and untitled:
                yield Leftover(chapter, chapter.heading.words, aside=True)

    def _unread(self) -> Iterable[Leftover]:
        """Lines around the title and at the end that say more than was read."""
        first = self._first
        known = bare(
            " ".join(one.text for one in (first.title, first.department, first.author, first.reviewer, first.company, first.property,
                                          first.prepared_words, first.period_words) if one)
        )
        for chapter in self._chapters:
            if chapter.part == "title" or chapter.kind == "signature":
                for words in (*_paragraphs(chapter), *_cells(chapter)):
                    plain = bare(words.text)
                    if plain not in known and not all(piece in known for piece in _pieces(words.text)):
                        yield Leftover(chapter, words, aside=True)


_LATER = re.compile("下年|下半年|下季|下个?月|明年|来年|年度|全年|下阶段|下一")


def _pieces(text: str) -> Iterable[str]:
    """What stands in a line behind its labels."""
    labels = any_of(label for group in attrs.astuple(prose_words().front) for label in group)
    return [bare(piece) for piece in re.split(rf"(?:{labels})\s*[:：]|\s", text) if bare(piece)]


def _paragraphs(chapter: Chapter) -> list[Words]:
    return [block.words for block in chapter.blocks if isinstance(block, Paragraph)]


def _cells(chapter: Chapter) -> list[Words]:
    tables = (block for block in chapter.blocks if isinstance(block, Table))
    return [words for table in tables for row in table.rows for cell in row if not cell.merged for words in cell.words]


def _told(value: Any) -> Iterable[str]:
    """Every text in an object of the model."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from _told(member)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _told(getattr(value, field.name))


def _text(words: Words | None) -> str:
    return words.text if words else ""


def _missing(first: Opening, outline: Outline) -> tuple[Problem, ...]:
    """What no summary can do without and the text does not name."""
    if not outline.blocks:
        return () if outline.problems else (_problem("SHP002", "empty", (), None),)
    thing = Words_("总结", "The summary")
    lacking = [("department", first.department, "部门"), ("period", first.period, "期间")]
    return tuple(
        _problem("SHP002", "default", (field,), None, thing=thing, field=Words_(zh, field)) for field, value, zh in lacking if value is None
    )


def _problem(code: str, key: str, path: Path, span: Span | None, **arguments: object) -> Problem:
    info = code_info(code)
    zh, en = say(info, key, arguments)
    return Problem(code=code, name=info.name, severity=info.severity, path=path, span=span, zh=zh, en=en)
