"""A roll-up laid out for the eye: KPIs by region, projects in order, and what is missing; any renderer writes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    TrackedMeasure,
    Tracker,
    build,
)
from propsummary.portfolio.combining import Combined
from propsummary.portfolio.ranking import Ranked, rank
from propsummary.portfolio.rolling_up import RollUp

__all__ = ["overview"]

_EACH_END = 10  # projects shown of a ranking: the first and the last; the others are counted
_ROW = 3  # figures at the top stand three in a row, in two rows at most
_MOST_ROWS = 200  # of measures and of summaries that were left out; the others are counted


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
        title = f"{self.rolled.name}{period}{name}工作汇总" if self.language == "zh" else f"{name}: roll-up, {period}"
        return Document(
            title=title,
            subtitle=self.rolled.name,
            language=self.language,
            organization=self.rolled.name,
            department=name,
            period=period,
            cover=tuple(self._coverage()),
            blocks=tuple(self._blocks()),
            tracker=self._tracker(),
        )

    def _say(self, key: str) -> str:
        return label(f"portfolio_{key}", self.language)

    def _blocks(self) -> Iterator[Block]:
        if figures := tuple(self._figures()):
            yield Highlights(figures=figures)
        sections = (
            ("metrics", self._metrics()),
            ("rankings", self._rankings()),
            ("refused", self._refused()),
            ("overdue", self._overdue()),
            ("rules", self._rules()),
            ("left_out", self._left_out()),
        )
        for number, (key, blocks) in enumerate(((key, list(blocks)) for key, blocks in sections), 1):
            if blocks:
                yield Heading(level=1, text=self._say(key), anchor=f"s{number}")
                yield from blocks

    def _coverage(self) -> Iterator[tuple[str, str]]:
        rolled = self.rolled
        yield self._say("summaries"), str(len(rolled.members))
        yield self._say("clean"), str(sum(not member.errors for member in rolled.members))
        if rolled.overdue:
            yield self._say("overdue"), str(len(rolled.overdue))
        if rolled.absent:
            yield self._say("absent"), self._joined(rolled.absent)

    def _figures(self) -> Iterator[Highlight]:
        combined = self.rolled.combined
        for one in combined[: _ROW * min(len(combined) // _ROW, 2) or _ROW]:
            if one.metric.value is not None:
                yield Highlight(label=one.kpi.name(self.language), value=one.metric.value.text)

    def _tracker(self) -> Tracker:
        """The rows that a workbook is worked with: the KPIs with their parts, and the overdue measures."""
        measures = [
            TrackedMeasure(
                id=f"c{number}",
                statement=f"{one.project}{'：' if self.language == 'zh' else ': '}{one.statement}",
                owner=one.owner,
                due=one.deadline.isoformat(),
                deadline=one.deadline,
            )
            for number, one in enumerate(self.rolled.overdue, 1)
        ]
        rows = build(self.rolled.summary, language=self.language).tracker
        return attrs.evolve(rows, measures=tuple(measures))

    def _joined(self, names: tuple[str, ...]) -> str:
        return ("、" if self.language == "zh" else ", ").join(names)

    def _metrics(self) -> Iterator[Block]:
        """A row a KPI: the value over all, then that of each region."""
        regions = self.rolled.regions
        by_region = [{one.kpi.id: one for one in region.combined} for region in regions]
        rows = []
        for one in self.rolled.combined:
            cells = [_value(one), *(_value(found.get(one.kpi.id)) for found in by_region), Cell(str(len(one.parts)))]
            rows.append((Cell(one.kpi.name(self.language)), *cells))
        if rows:
            headers = (self._say("total"), *(region.name for region in regions), self._say("projects"))
            yield _table([Column(header=label("metric", self.language), kind="key"), *map(_figure, headers)], rows)

    def _rankings(self) -> Iterator[Block]:
        rankings = [(one.kpi, ranked) for one in self.rolled.combined if (ranked := rank(one))]
        if any(place.best != place.worst for _, ranked in rankings for place in ranked):
            yield Paragraph(text=self._say("even"), role="note")
        for kpi, ranked in rankings:
            yield Heading(level=2, text=kpi.name(self.language), anchor=f"r-{kpi.id}")
            yield from self._ranking(ranked)

    def _ranking(self, ranked: tuple[Ranked, ...]) -> Iterator[Block]:
        shown = ranked if len(ranked) <= 2 * _EACH_END else (*ranked[:_EACH_END], *ranked[-_EACH_END:])
        sized = any(one.size is not None for one in shown)
        columns = [_figure(self._say("place")), Column(header=self._say("project"), kind="key"), _figure(self._say("value"))]
        columns += [_figure(self._say("cases"))] if sized else []
        rows = [
            (
                Cell(str(one.best) if one.best == one.worst else f"{one.best}–{one.worst}"),
                Cell(one.project),
                Cell(one.value.text),
                *([Cell("" if one.size is None else str(one.size))] if sized else []),
            )
            for one in shown
        ]
        yield _table(columns, rows)
        if len(shown) < len(ranked):
            yield Paragraph(text=self._say("between").format(len(ranked) - len(shown)), role="note")

    def _refused(self) -> Iterator[Block]:
        rows = [
            (Cell(one.kpi.name(self.language)), Cell(one.why.in_(self.language)), Cell(self._joined(one.projects)))
            for one in self.rolled.refused
        ]
        if rows:
            headers = (label("metric", self.language), self._say("why"), self._say("projects_named"))
            yield _table([Column(header=header) for header in headers], rows)

    def _overdue(self) -> Iterator[Block]:
        measures = self.rolled.overdue[:_MOST_ROWS]
        rows = [
            (Cell(one.project), Cell(one.statement), Cell(one.owner or "—"), Cell(one.deadline.isoformat(), "bad"))
            for one in measures
        ]
        if rows:
            columns = [
                Column(header=self._say("project"), kind="key"),
                Column(header=label("measure", self.language)),
                Column(header=self._say("owner"), kind="word"),
                Column(header=self._say("deadline"), kind="word"),
            ]
            yield _table(columns, rows)
        yield from self._more(len(self.rolled.overdue))

    def _rules(self) -> Iterator[Block]:
        titles = codes()  # a plugin's are its own
        rows = [
            (Cell(code), Cell(titles[code].title.in_(self.language) if code in titles else ""), Cell(str(count)))
            for code, count in self.rolled.broken_rules
        ]
        if rows:
            columns = [
                Column(header=self._say("code"), kind="key"),
                Column(header=self._say("rule")),
                _figure(self._say("summaries")),
            ]
            yield _table(columns, rows)

    def _left_out(self) -> Iterator[Block]:
        rows = [(Cell(one.project), Cell(one.file), Cell(one.why.in_(self.language))) for one in self.rolled.left_out[:_MOST_ROWS]]
        if rows:
            headers = (self._say("project"), self._say("file"), self._say("why"))
            yield _table([Column(header=header) for header in headers], rows)
        yield from self._more(len(self.rolled.left_out))

    def _more(self, count: int) -> Iterator[Block]:
        if count > _MOST_ROWS:
            yield Paragraph(text=self._say("more").format(count - _MOST_ROWS), role="note")


def _table(columns: list[Column], rows: Sequence[tuple[Cell, ...]]) -> Table:
    """A table without a caption: the heading above says what it is."""
    return Table(columns=tuple(columns), rows=tuple(rows))


def _figure(header: str) -> Column:
    return Column(header=header, kind="figure")


def _value(combined: Combined | None) -> Cell:
    value = combined.metric.value if combined else None
    return Cell(value.text) if value else Cell("—", "muted")
