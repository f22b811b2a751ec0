"""What the sections share while a document is built: the summary, its words, its lookups."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from propsummary.catalogue import Area, Kpi, Profile, field_label, find_kpi, label, traditional_unit
from propsummary.document._values import beginning
from propsummary.document.english import is_chinese
from propsummary.document.nodes import Block, Cell, Column, Heading, Language, Table, captioned, labelled
from propsummary.model import Issue, Metric, Part, Section, Summary, Word
from propsummary.periods import Period, PeriodKind
from propsummary.problems import Report

__all__ = ["Context", "headed", "table"]


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Context:
    """
    What a section builder gets.

    Attributes:
        summary: With an id on every object, and already fit for the audience.

        previous: The summary before this one, with an id on every object, if the caller has it; it lends its
            words to the follow-ups.

        profile: The department's profile, if it has one.

        report: The check's outcome, where the document shall carry it.

        clean: What may be shown to the audience of words that the summary does not print as they are, such as names of files.

        intervals: Whether rates found on a sample show how far chance alone may have moved them.
    """

    summary: Summary
    previous: Summary | None = None
    profile: Profile | None = None
    report: Report | None = None
    language: Language = "zh"
    clean: Callable[[str], str] = str
    intervals: bool = False

    def label(self, key: str) -> str:
        """A word of the document's language."""
        return label(key, self.language)

    def field(self, cls: str, name: str) -> str:
        """What a table heading calls a field of the model."""
        return field_label(cls, name, self.language)

    def word(self, word: Word | None) -> str:
        """A word of a fixed list as readers know it; nothing for none."""
        if word is None:
            return ""
        return word.zh if self.language == "zh" else self.label(f"{type(word).__name__}.{word}")

    def unit(self, symbol: str) -> str:
        """A unit that the document prints by itself, in its characters."""
        return traditional_unit(symbol) if self.language == "zh-Hant" else symbol

    def listed(self, words: Iterable[str]) -> str:
        """Words in a row: with 、 or with commas."""
        return (", " if self.language == "en" else "、").join(w for w in words if w)

    def joined(self, clauses: Iterable[str]) -> str:
        """Clauses in a row: with ； or with semicolons."""
        return ("; " if self.language == "en" else "；").join(c for c in clauses if c)

    def labelled(self, label: str, text: str) -> str:
        """*text* behind its label, or nothing if there is no text."""
        return labelled(label, text, self.language) if text else ""

    @functools.cached_property
    def by_id(self) -> Mapping[str, Any]:
        """Every object of the summary that other objects may name."""
        collections = ("metrics", "achievements", "activities", "cases", "photos", "issues", "risks", "countermeasures", "goals")
        found = {one.id: one for name in collections for one in getattr(self.summary, name)}
        directions = self.summary.outlook.directions if self.summary.outlook else ()
        return found | {one.id: one for one in directions}

    @functools.cached_property
    def before(self) -> Mapping[str, str]:
        """What the issues, measures and goals of the previous summary are called, by their ids."""
        if self.previous is None:
            return {}
        named = {issue.id: self.title_of(issue) for issue in self.previous.issues}
        named |= {measure.id: measure.statement for measure in self.previous.countermeasures}
        return named | {goal.id: goal.statement for goal in self.previous.goals}

    def kpi_of(self, metric: Metric) -> Kpi | None:
        """The catalogue's KPI that *metric* measures."""
        return find_kpi(metric.kpi or metric.name)

    def name_of(self, metric: Metric) -> str:
        """What people call the metric: its own name, else the KPI's."""
        if metric.name.strip():
            return metric.name
        kpi = find_kpi(metric.kpi) if metric.kpi else None
        name = kpi.name(self.language) if kpi else ""
        return name[:1].upper() + name[1:] or metric.kpi.strip() or self.unnamed(metric.id)

    def title_of(self, issue: Issue) -> str:
        """What the issue is called: its title, else how its statement begins."""
        return issue.title.strip() or beginning(issue.statement) or self.unnamed(issue.id)

    def unnamed(self, id: str) -> str:
        """What stands for the name of an object that has none."""
        return captioned("", self.label("unnamed"), id, self.language)

    def when(self, period: Period) -> str:
        """The period as it was written; by its name where it was written in the other language, or a month in figures alone."""
        if self.language == "en":
            return period.title("en") if is_chinese(period.text) else period.text
        return period.text if is_chinese(period.text) or period.kind is PeriodKind.DAYS else period.title(self.language)

    def short(self, id: str) -> str:
        """What the object is called, or the area, that *id* stands for; the id itself if nothing else."""
        one = self.by_id.get(id)
        if isinstance(one, Metric):
            return self.name_of(one)
        if isinstance(one, Issue):
            return self.title_of(one)
        for name in ("title", "name", "caption"):
            if text := getattr(one, name, "").strip():
                return str(text)
        return beginning(getattr(one, "statement", "")) or self.area(id)

    def area(self, name: str) -> str:
        """The area's name in the document's language; other words as they were written."""
        area = self.profile.area(name) if self.profile and name else None
        return area.name(self.language) if area else name

    def issue_kind(self, name: str) -> str:
        """The kind of issue in the document's language; other words as they were written."""
        kinds = self.profile.issue_kinds if self.profile else ()
        return next((kind.name(self.language) for kind in kinds if name in (kind.id, kind.zh)), name)

    def function_of(self, name: str) -> Area | None:
        """The department's function that the area called *name* belongs to."""
        return self.profile.function_of(name) if self.profile and name else None

    def passages(self, *parts: Part | None) -> Iterator[Section]:
        """The passages of prose that belong to *parts*."""
        return (section for section in self.summary.sections if section.part in parts)


def headed(level: int, text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """*blocks* below a heading, which is left out where there are none."""
    for number, block in enumerate(blocks):
        if number == 0:
            yield Heading(level=level, text=text)
        yield block


def table(columns: Sequence[Column], rows: Iterable[Sequence[Cell | str]], *, caption: str, wide: bool = False) -> Iterator[Table]:
    """A table without the columns that are empty throughout, blanks shown as a dash; no table at all if nothing is left."""
    cells = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]
    kept = [i for i in range(len(columns)) if any(row[i].text for row in cells)]
    if kept:
        filled = tuple(tuple(row[i] if row[i].text else Cell("—", "muted") for i in kept) for row in cells)
        yield Table(columns=tuple(columns[i] for i in kept), rows=filled, caption=caption, wide=wide)
