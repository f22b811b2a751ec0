"""A roll-up laid out for the eye: KPIs by region, projects in order, and what is missing; any renderer writes it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

import attrs

from propsummary.catalogue import department, label
from propsummary.catalogue.codes import codes
from propsummary.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Highlight,
    Highlights,
    Language,
    Paragraph,
    Table,
)
from propsummary.document.context import Context
from propsummary.document.figures import of_metric
from propsummary.model import Metric
from propsummary.portfolio.combining import Combined
from propsummary.portfolio.ranking import Ranked, rank
from propsummary.portfolio.rolling_up import RollUp
from propsummary.portfolio.tracking import tracker

__all__ = ["overview"]

_EACH_END = 10  # projects shown of a ranking: the first and the last; the others are counted
_ROW = 3  # figures at the top stand three in a row, in two rows at most
_MOST_ROWS = 200  # of a table; the others are counted
_MOST_RULES = 15
_MOST_NAMED = 12  # projects and files in a row; the others are counted
_ACROSS = 6  # KPIs beside each other

_NONE = Cell("—", "muted")


def overview(rolled: RollUp, *, language: Language = "zh") -> Document:
    """
    Lay *rolled* out as a document.

    .. versionadded:: 0.1.0
    """
    return _Overview(rolled=rolled, language=language).document()


@attrs.frozen(kw_only=True)
class _Overview:
    rolled: RollUp
    language: Language

    def document(self) -> Document:
        profile, period = department(self.rolled.department), self.rolled.period.title(self.language)
        name = profile.name(self.language) if profile else self.rolled.department
        title = f"{name}: roll-up, {period}" if self.language == "en" else f"{self.rolled.name}{period}{name}工作汇总"
        return Document(
            title=title,
            subtitle=self.rolled.name,
            language=self.language,
            organization=self.rolled.name,
            department=name,
            period=period,
            cover=tuple(self._coverage()),
            blocks=tuple(self._blocks()),
            tracker=tracker(self.rolled, self._context),
        )

    def _say(self, key: str) -> str:
        return label(f"portfolio_{key}", self.language)

    def _blocks(self) -> Iterator[Block]:
        if figures := tuple(self._figures()):
            yield Highlights(figures=figures)
        rankings = [(one, rank(one)) for one in self.rolled.combined]
        sections = (
            (self._say("metrics"), self._metrics()),
            (self._say("rankings"), self._rankings([(one, ranked) for one, ranked in rankings if ranked])),
            (self._say("figures"), self._unranked([one for one, ranked in rankings if not ranked])),
            (self._say("refused"), self._refused()),
            (self._say("overdue"), self._overdue()),
            (self._say("rules"), self._rules()),
            (self._say("left_out"), self._left_out()),
        )
        for number, (heading, blocks) in enumerate(((heading, list(blocks)) for heading, blocks in sections), 1):
            if blocks:
                yield Heading(level=1, text=heading, anchor=f"s{number}")
                yield from blocks

    def _coverage(self) -> Iterator[tuple[str, str]]:
        rolled = self.rolled
        yield self._say("summaries"), str(len(rolled.members))
        yield self._say("clean"), str(sum(not member.errors for member in rolled.members))
        if rolled.overdue:
            yield self._say("overdue"), str(len(rolled.overdue))
        if rolled.absent:
            yield self._say("absent"), self._joined(rolled.absent)
        if rolled.left_out:
            yield self._say("left_out"), str(len(rolled.left_out))
        if unread := tuple(left.file for left in rolled.left_out if not left.project):
            yield self._say("unread"), self._joined(unread)

    def _figures(self) -> Iterator[Highlight]:
        combined = sorted(self.rolled.combined, key=lambda one: one.metric.numerator is None)  # rates tell more than volumes
        for one in combined[: _ROW * min(len(combined) // _ROW, 2) or _ROW]:
            if one.metric.value is not None:
                yield Highlight(label=self._context.name_of(one.metric), value=self._printed(one.metric))

    @functools.cached_property
    def _context(self) -> Context:
        return Context(summary=self.rolled.summary, language=self.language)

    def _printed(self, metric: Metric) -> str:
        return of_metric(self._context, metric, metric.value)

    def _joined(self, names: Sequence[str]) -> str:
        shown = self._context.listed(names[:_MOST_NAMED])
        blank = " " if self.language == "en" else ""
        return shown if len(names) <= _MOST_NAMED else shown + blank + self._say("others").format(len(names) - _MOST_NAMED)

    def _metrics(self) -> Iterator[Block]:
        """A row a KPI: the value over all, then that of each region, and how many of the projects stand behind it."""
        regions, members = self.rolled.regions, len(self.rolled.members)
        by_region = [{one.kpi.id: one for one in region.combined} for region in regions]
        rows = []
        for one in self.rolled.combined:
            found = (each.get(one.kpi.id) for each in by_region)
            cells = [self._value(one), *map(self._value, found), _of(len(one.parts), members)]
            rows.append((Cell(self._named(one)), *cells))
        if rows:
            headers = (self._say("total"), *(region.name for region in regions), self._say("projects"))
            yield _table([Column(header=label("metric", self.language), kind="key"), *map(_figure, headers)], rows)

    def _named(self, one: Combined) -> str:
        """The KPI, with the definition where it has several."""
        definition = one.kpi.definition(one.metric.definition) if one.metric.definition else None
        name = self._context.name_of(one.metric)
        if definition is None or len(one.kpi.definitions) < 2:
            return name
        said = definition.name(self.language)
        return f"{name} ({said})" if self.language == "en" else f"{name}（{said}）"

    def _values(self, combined: Combined) -> Mapping[str, Cell]:
        """What each project says."""
        return {part.member.project: Cell(self._printed(part.metric)) for part in combined.parts}

    def _value(self, combined: Combined | None) -> Cell:
        return Cell(self._printed(combined.metric)) if combined else _NONE

    def _rankings(self, rankings: Sequence[tuple[Combined, tuple[Ranked, ...]]]) -> Iterator[Block]:
        if any(place.best != place.worst for _, ranked in rankings for place in ranked):
            yield Paragraph(text=self._say("even"), role="note")
        for one, ranked in rankings:
            yield Heading(level=2, text=self._named(one), anchor=f"r-{one.kpi.id}")
            yield from self._ranking(ranked, self._values(one))

    def _ranking(self, ranked: tuple[Ranked, ...], values: Mapping[str, Cell]) -> Iterator[Block]:
        shown = ranked if len(ranked) <= 2 * _EACH_END else (*ranked[:_EACH_END], *ranked[-_EACH_END:])
        sized = any(one.size is not None for one in shown)
        columns = [
            Column(header=self._say("place"), kind="word"),
            Column(header=self._say("project"), kind="key"),
            _figure(self._say("value")),
        ]
        columns += [_figure(self._say("cases"))] if sized else []
        rows = [
            (
                Cell(str(one.best) if one.best == one.worst else f"{one.best}–{one.worst}"),
                Cell(one.project),
                values[one.project],
                *([Cell("" if one.size is None else str(one.size))] if sized else []),
            )
            for one in shown
        ]
        yield _table(columns, rows)
        if len(shown) < len(ranked):
            yield Paragraph(text=self._say("between").format(len(ranked) - len(shown)), role="note")

    def _unranked(self, combined: Sequence[Combined]) -> Iterator[Block]:
        """A row a project, region by region: what each says of the KPIs that have no order."""
        regions = {member.project: region.name for region in self.rolled.regions for member in region.members}
        projects = tuple(regions) or tuple(member.project for member in self.rolled.members)
        if len(projects) < 2 or not combined:
            return
        yield Paragraph(text=self._say("unranked"), role="note")
        for some in (combined[start : start + _ACROSS] for start in range(0, len(combined), _ACROSS)):
            values = [self._values(one) for one in some]
            rows = [
                (Cell(project), *([Cell(regions[project])] if regions else []), *(one.get(project, _NONE) for one in values))
                for project in projects[:_MOST_ROWS]
            ]
            columns = [Column(header=self._say("project"), kind="key")]
            columns += [Column(header=self._say("region"), kind="word")] if regions else []
            yield _table([*columns, *(_figure(self._context.name_of(one.metric)) for one in some)], rows)
        yield from self._more(len(projects))

    def _refused(self) -> Iterator[Block]:
        refused = self.rolled.refused
        rows = [
            (
                Cell(one.name(self.language)),
                Cell(one.why.in_(self.language)),
                Cell(self._joined([f"{part.member.project} {self._printed(part.metric)}" for part in one.parts])),
            )
            for one in refused[:_MOST_ROWS]
        ]
        if rows:
            headers = (self._say("why"), self._say("projects_named"))
            yield _table([Column(header=label("metric", self.language), kind="key"), *map(_words, headers)], rows)
        yield from self._more(len(refused))

    def _overdue(self) -> Iterator[Block]:
        measures = self.rolled.overdue[:_MOST_ROWS]
        rows = [
            (
                Cell(one.project),
                Cell(one.statement),
                Cell(one.owner) if one.owner else _NONE,
                Cell(one.deadline.isoformat(), "bad"),
                Cell(self._context.word(one.status)) if one.status else _NONE,
            )
            for one in measures
        ]
        if rows:
            columns = [
                Column(header=self._say("project"), kind="key"),
                Column(header=label("measure", self.language)),
                Column(header=self._say("owner"), kind="word"),
                Column(header=self._say("deadline"), kind="word"),
                Column(header=label("status", self.language), kind="word"),
            ]
            yield _table(columns, rows)
        yield from self._more(len(self.rolled.overdue))

    def _rules(self) -> Iterator[Block]:
        titles = codes()  # a plugin's are its own
        rows = [
            (Cell(code), Cell(titles[code].title.in_(self.language) if code in titles else ""), Cell(str(count)))
            for code, count in self.rolled.broken_rules[:_MOST_RULES]
        ]
        if rows:
            columns = [
                Column(header=self._say("code"), kind="key"),
                Column(header=self._say("rule")),
                _figure(self._say("summaries")),
            ]
            yield _table(columns, rows)
        yield from self._more(len(self.rolled.broken_rules), _MOST_RULES)

    def _left_out(self) -> Iterator[Block]:
        rows = [
            (Cell(one.project) if one.project else _NONE, Cell(one.file), Cell(one.why.in_(self.language)))
            for one in self.rolled.left_out[:_MOST_ROWS]
        ]
        if rows:
            headers = (self._say("file"), self._say("why"))
            yield _table([Column(header=self._say("project"), kind="key"), *map(_words, headers)], rows)
        yield from self._more(len(self.rolled.left_out))

    def _more(self, count: int, shown: int = _MOST_ROWS) -> Iterator[Block]:
        if count > shown:
            yield Paragraph(text=self._say("more").format(count - shown), role="note")


def _table(columns: list[Column], rows: Sequence[tuple[Cell, ...]]) -> Table:
    """A table without a caption: the heading above says what it is."""
    return Table(columns=tuple(columns), rows=tuple(rows))


def _words(header: str) -> Column:
    return Column(header=header)


def _figure(header: str) -> Column:
    return Column(header=header, kind="figure")


def _of(count: int, whole: int) -> Cell:
    return Cell(str(count) if count == whole else f"{count}/{whole}", "" if count == whole else "neutral")
