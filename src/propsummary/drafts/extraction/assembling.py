"""From the outline to the draft."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from propsummary.catalogue import department
from propsummary.catalogue.codes import Words as Words_
from propsummary.catalogue.codes import code_info, say
from propsummary.drafts.extraction.ahead import answered_by, outlook, risks
from propsummary.drafts.extraction.causes import dimension_of
from propsummary.drafts.extraction.clauses import bare
from propsummary.drafts.extraction.dates import deadline_in
from propsummary.drafts.extraction.follow_ups import follow_ups
from propsummary.drafts.extraction.goal_lists import is_direction
from propsummary.drafts.extraction.goal_metrics import tied
from propsummary.drafts.extraction.goals import aims_at, goals, is_target
from propsummary.drafts.extraction.issues import issues
from propsummary.drafts.extraction.item import Item, Leftover
from propsummary.drafts.extraction.items import items
from propsummary.drafts.extraction.levels import level_of
from propsummary.drafts.extraction.links import refers_only
from propsummary.drafts.extraction.measures import measures
from propsummary.drafts.extraction.opening import Opening, described, opening
from propsummary.drafts.extraction.parts import Chapter, chapters
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.extraction.repeats import issues_once
from propsummary.drafts.extraction.reporters import is_whole_estate, known_name
from propsummary.drafts.extraction.results import results
from propsummary.drafts.extraction.sections import cells, paragraphs, sections
from propsummary.drafts.extraction.unstated import unstated
from propsummary.drafts.outline import Outline, Words
from propsummary.model import Background, Countermeasure, Draft, Goal, Issue, Organization, Risk, Summary
from propsummary.periods import Period, find_periods
from propsummary.problems import Path, Problem, Span

__all__ = ["extract"]


def extract(outline: Outline, *, folder: pathlib.Path | None = None) -> Draft:
    """
    What *outline* says, as a draft; every object and field knows its place.

    Args:
        folder: Where pictures are looked for.

    .. versionadded:: 0.1.0
    """
    first = opening(outline, chapters(outline))
    found = chapters(outline, first.period)
    missing = _missing(first, outline)
    blank = Draft(
        summary=None,
        problems=(*outline.problems, *missing),
        folder=folder,
        file=outline.file,
        source=outline.source,
        encoding=outline.encoding,
        prose=True,
    )
    if missing or first.department is None or first.period is None:
        return blank
    maker = _Maker(found, first, first.period, known_name(first.department.text))
    summary = maker.summary()
    unknown, told = unstated(summary, maker.unknown)
    problems = (*outline.problems, *maker.problems(summary), *told)
    return attrs.evolve(blank, summary=summary, problems=problems, spans=maker.places.spans(), unknown=unknown)


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
        self._ahead: list[Item] = []  # of the goals those that look several years ahead

    def summary(self) -> Summary:
        """The whole."""
        profile = department(self._department)
        reached = results(self._of("results", "cases"), self.places, profile, self._period)
        followed, unread = follow_ups(self._of("follow_ups"), self.places)
        self.left += (*reached.left, *unread)
        self.unknown |= {("follow_ups", at, "of") for at in range(len(followed))}  # prose names the goal, never its id
        foreseen, beside = risks(self._of("risks"), self.places)
        wrong, measured, aims = self._answered(foreseen)
        later, farther = outlook(self._of("risks", "directions", "innovations"), self._ahead, self.places)
        self.left += (*beside, *farther)
        summary = Summary(
            **self._opening(),
            department=self._department,
            period=self._period,
            prepared_on=self._first.prepared_on,
            background=self._background(),
            metrics=tuple(reached.metrics),
            achievements=tuple(reached.achievements),
            activities=tuple(reached.activities),
            incidents=tuple(reached.incidents),
            cases=tuple(reached.cases),
            issues=wrong,
            countermeasures=measured,
            goals=tied(aims, reached.metrics),
            risks=tuple(answered_by(risk, measured) for risk in foreseen),
            outlook=later,
            follow_ups=followed,
        )
        return attrs.evolve(summary, sections=sections(self._chapters, self.left, self._first, self.places))

    def _answered(self, foreseen: Sequence[Risk]) -> tuple[tuple[Issue, ...], tuple[Countermeasure, ...], tuple[Goal, ...]]:
        """Issues, what is done about them, and goals: a part may hold entries of all three."""
        wrong, why = self._gather("issue", "issues"), self._gather("cause", "causes")
        done, aims = self._gather("measure", "countermeasures"), self._gather("goal", "outlook")
        planned = self._gather("measure", "next")
        aims += (item for item in done if _is_target(item))
        done = [item for item in done if not _is_target(item)]
        answering = _answering(planned, self._period)
        done += answering
        aims += (item for item in planned if item not in answering)
        aims += (item for item in answering if not aims and (said := item.joined("measure")) and aims_at(said.text))
        told = [item for item in wrong if item.title or item.first("issue")]
        told = issues_once(told or [item for item in done if item.first("measure") and _names_issue(item)])
        taken = {id(item) for item in told}
        found = issues(told, why, [item for item in (*wrong, *done) if id(item) not in taken], self.places)
        beside = [(item, at) for at, item in enumerate(told) if item.first("measure")]
        apart = [item for item in (*wrong, *done) if id(item) not in taken and item.first("measure")]
        apart += [item for item in done if id(item) not in taken and item.title and not item.first("measure")]
        apart += [item for item in aims if item.first("goal") and item.first("measure")]
        self._ahead = [item for item in aims if (said := item.joined("goal")) and is_direction(said.text)]
        aims = [item for item in aims if item not in self._ahead]
        day = self._first.prepared_on
        answers = measures(beside, apart, found.issues, foreseen, self.places, self._period, day)
        aimed = goals(self._dated(aims), self.places, self._period, day)
        self.unknown |= found.unknown | answers.unknown | aimed.unknown
        ahead = [said.text for item in self._ahead if (said := item.joined("goal"))]
        self._keep_rest((*wrong, *why, *done, *aims, *self._ahead), (found.issues, answers.measures, aimed.goals, ahead))
        return found.issues, answers.measures, aimed.goals

    def problems(self, summary: Summary) -> Iterable[Problem]:
        """What is wrong with the file itself: a department that no profile knows, and passages that belong to no object."""
        if department(self._department) is None and (named := self._first.department):
            code, key = ("SHP009", "whole_estate") if is_whole_estate(self._department) else ("SHP005", "departments")
            yield _problem(code, key, ("department",), named.span(), value=self._department)
        for path, words in self.places.no_days:
            yield _problem("SHP005", "deadline", path, words.span(), field=_DEADLINE, value=words.text)
        kept = [one.words for one in self.left if not one.aside and one.words.text]
        if kept:
            shown = "、".join(f"“{words.text[:18]}{'…' if len(words.text) > 18 else ''}”" for words in kept[:3])
            count = sum(section.text.count("\n\n") + 1 for section in summary.sections)
            yield _problem("SHP009", "kept", ("sections",), kept[0].span(), count=count, shown=shown)

    def _of(self, *kinds: str) -> list[Chapter]:
        return [chapter for chapter in self._chapters if chapter.kind in kinds]

    def _gather(self, primary: str, kind: str) -> list[Item]:
        """The entries of all chapters of one kind; what is left over is kept."""
        chosen = self._of(kind)
        found, left = items(chosen, primary, self._period)
        titles = {item.title.text for item in found if item.title}
        for chapter in chosen:
            if chapter.heading and not chapter.top and chapter.heading.words.text not in titles:
                self.left.append(Leftover(chapter, chapter.heading.words, aside=True))
        self.left += left
        return found

    def _keep_rest(self, entries: Iterable[Item], made: Iterable[Iterable[Any]]) -> None:
        """Keep what entries say and no object took."""
        taken = "\n".join(bare(text) for objects in made for one in objects for text in _told(one))
        for item in entries:
            said = [(item.title, "title"), *((one.words, one.slot) for one in item.slices)]
            for words, slot in said:
                read = words and ((slot == "answers" and refers_only(words.text)) or (slot == "severity" and level_of(words.text)))
                if words and item.chapter and not read and bare(dimension_of(words)[1].text) not in taken:
                    self.left.append(Leftover(item.chapter, words, aside=slot in _UNDERSTOOD))

    def _dated(self, aims: Sequence[Item]) -> list[tuple[Item, Words | None]]:
        """The goals, each with the heading of the outlook that says for when they are."""
        heads = [chapter.heading.words for chapter in self._of("outlook", "next") if chapter.heading]
        dated = [head for head in heads if find_periods(head.text, period=self._period) or _LATER.search(head.text)]
        own = {id(item): item.chapter.heading.words for item in aims if item.chapter and item.chapter.heading}
        return [(item, own[id(item)] if own.get(id(item)) in dated else next(iter(dated), None)) for item in aims]

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
        words = [*described(self._chapters), *(one for chapter in self._of("background") for one in paragraphs(chapter))]
        self.left += (Leftover(chapter, one) for chapter in self._of("background") for one in cells(chapter))
        self.places.put(("background",), *words)
        told: dict[str, list[Words]] = {}
        for one in words:
            label = _PURPOSES.match(one.text)
            told.setdefault((label and label.lastgroup) or "text", []).append(one.part(label.end()) if label else one)
        for field, pieces in told.items():
            self.places.put(("background", field), *pieces)
        return Background(**{field: "\n\n".join(one.text for one in pieces) for field, pieces in told.items()}) if words else None


def _names_issue(item: Item) -> bool:
    """Whether an entry names an issue, and no risk (``风险：……``)."""
    said = item.first("issue")
    return said is not None and re.match("风险[：:]", said.text) is None


def _is_target(item: Item) -> bool:
    """Whether an entry among measures is a goal: a figure to be reached, for which nobody is named."""
    said = item.joined("measure")
    more = item.title or item.tabled or item.first("owner") or item.first("issue")
    return said is not None and not more and is_target(said.text)


def _answering(planned: Sequence[Item], period: Period) -> list[Item]:
    """Those of what is planned that are measures: they name who answers, or stand among such and are no goal."""
    named = [item for item in planned if item.first("owner") or item.first("answers")]
    mostly = {id(item.chapter) for item in named if 2 * _beside(item, named) > _beside(item, planned)}
    return [item for item in planned if item in named or (id(item.chapter) in mostly and not _is_goal(item, period))]


def _beside(item: Item, several: Sequence[Item]) -> int:
    return sum(one.chapter is item.chapter for one in several)


def _is_goal(item: Item, period: Period) -> bool:
    said = item.joined("measure")
    return said is None or aims_at(said.text) or deadline_in(said, period) is not None


_UNDERSTOOD = ("issue", "answers", "area", "kind", "where", "severity", "shown")  # 问题1 beside a measure, 相关指标：……
_DEADLINE = Words_("时限", "a deadline")
_PURPOSES = re.compile("(?:(?P<purpose>(?:总结|编写|编制)?目的)|(?P<positioning>部门定位|(?:部门)?职能定位|工作定位))[：:]\\s*")
_LATER = re.compile("下年|下半年|下季|下个?月|明年|来年|年度|全年|下阶段|下一(?!步)")


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
        _problem("SHP002", "default", (field,), None, thing=thing, field=Words_(zh, field))
        for field, value, zh in lacking
        if value is None
    )


def _problem(code: str, key: str, path: Path, span: Span | None, **arguments: object) -> Problem:
    info = code_info(code)
    zh, en = say(info, key, arguments)
    return Problem(code=code, name=info.name, severity=info.severity, path=path, span=span, zh=zh, en=en)
