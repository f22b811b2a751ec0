"""One pass over one table for as many aggregates as belong together, as one query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from propsummary.catalogue.queries import Side
from propsummary.catalogue.records import table
from propsummary.records.expressions import columns_in, ends_in, literal, written, year_month
from propsummary.records.relations import Relations
from propsummary.records.spans import Span

if TYPE_CHECKING:
    from sqlglot import exp

__all__ = ["Scan", "Slot", "columns_of", "conditions", "scans"]

_NUMBER = "span_number"


@attrs.frozen(kw_only=True)
class Slot:
    """
    Where among the aggregates of a query a side stands.

    Attributes:
        is_whole: Whether the aggregate is for the whole period, though it may be told month by month.
    """

    side: Side
    is_whole: bool
    index: int


@attrs.frozen(kw_only=True)
class Scan:
    """
    A pass over the rows of one table that belong to a period.

    The months, where they are asked for, stand in a small table beside the records and are joined to them: by the number of the
    month where a time tells it, so that a pass over many rows costs one hash look-up each, and by the condition itself where a row
    can belong to several months.

    Attributes:
        sides: What is aggregated; they share table, *when* and *rows*.

        whole: The period.

        months: Its months, where each is asked for.

        dimension: The column whose values are told apart; empty for none.
    """

    sides: tuple[Side, ...]
    whole: Span
    months: tuple[Span, ...] = ()
    dimension: str = ""

    @property
    def table(self) -> str:
        """The canonical table."""
        return self.sides[0].table

    @property
    def adds_up(self) -> bool:
        """Whether the whole is the sum of its months: each row belongs to one, and nothing is counted once only."""
        return bool(self.sides[0].when) and not self.sides[0].distinct

    @property
    def ends(self) -> dict[str, exp.Expr]:
        """The ends of the period, as literals."""
        return _literals(self.whole)

    @property
    def columns(self) -> frozenset[str]:
        """Every canonical column that it looks at."""
        first = self.sides[0]
        named = {first.when, self.dimension, self._moment(first.table)}
        return frozenset(named - {""}).union(columns_in(first.rows), *map(columns_of, self.sides))

    def query(self, relations: Relations) -> tuple[exp.Select, tuple[Slot, ...]]:
        """
        The query, and where each side stands among its aggregates.

        Its columns are the number of the span and the value of the dimension, as far as they are asked for, the aggregates, the
        number of rows and the latest moment.
        """
        from sqlglot import exp

        there = relations.columns(self.table)
        head: list[exp.Expr] = [exp.column(_NUMBER)] if self.months else []
        head += [exp.column(self.dimension, quoted=True)] if self.dimension else []
        tail: list[exp.Expr] = [exp.Count(this=exp.Star())]
        moment = self._moment(self.table)
        tail.append(exp.Max(this=exp.column(moment, quoted=True)) if moment in there else exp.null())
        aggregates, slots = self._aggregates(relations.source.dialect)
        query = exp.select(*head, *aggregates, *tail)
        query = query.from_(relations.table(self.table, self.columns & there))
        return self._limited(query, relations.source.dialect).group_by(*(part.copy() for part in head)), slots

    def _aggregates(self, dialect: str) -> tuple[list[exp.Expr], tuple[Slot, ...]]:
        """What is summed and counted, alike ones once, and what each of them gives."""
        from sqlglot import exp

        whole = self.ends
        spans = {name: exp.column(f"span_{name}") for name in whole}
        found: list[exp.Expr] = []
        slots = []
        for side in self.sides:
            for is_whole in (True, False):
                if not self.months and not is_whole:
                    continue
                if self.months and is_whole and not self.adds_up:
                    continue
                one = _aggregate(side, dialect, whole if is_whole else spans)
                if one not in found:
                    found.append(one)
                slots.append(Slot(side=side, is_whole=is_whole, index=found.index(one)))
        return found, tuple(slots)

    def _limited(self, query: exp.Select, dialect: str) -> exp.Select:
        """*query* over the rows that belong, beside the spans that they belong to."""
        from sqlglot import exp

        side, ends = self.sides[0], self.ends
        if not side.when:
            belongs = written(side.rows, dialect, _span_columns(ends) if self.months else ends) if side.rows else exp.true()
            return query.join(self._calendar((self.whole, *self.months)), on=belongs) if self.months else query.where(belongs)
        when = exp.column(side.when, quoted=True)
        if self.months:
            query = query.join(self._calendar(self.months), on=exp.column(_NUMBER).eq(year_month(when)))
        return query.where(when >= ends["start"], when < ends["end"])

    def _calendar(self, spans: tuple[Span, ...]) -> exp.Expr:
        """The spans as a table of numbers and of those ends that are spoken of."""
        from sqlglot import exp

        told = frozenset[str]().union(*(ends_in(text) for side in self.sides for text in _texts(side)))

        def row(span: Span) -> exp.Select:
            ends = [end.as_(f"span_{name}") for name, end in _literals(span).items() if name in told]
            return exp.select(exp.Literal.number(span.number).as_(_NUMBER), *ends)

        rows: exp.Query = row(spans[0])
        for span in spans[1:]:
            rows = rows.union(row(span), distinct=False, copy=False)
        return rows.subquery("spans")

    @staticmethod
    def _moment(table_id: str) -> str:
        found = table(table_id)
        return found.moment if found else ""


def scans(
    sides: Iterable[Side], whole: Span, *, months: bool = False, dimensions: Mapping[Side, str] | None = None
) -> tuple[Scan, ...]:
    """
    The fewest passes that give all *sides*.

    Args:
        months: Whether each month is asked for besides the whole.

        dimensions: The sides whose parts are asked for, with the column that tells them apart.
    """
    grouped: dict[tuple[str, str, str, bool, str], list[Side]] = {}
    for side in dict.fromkeys(sides):
        dimension = (dimensions or {}).get(side, "")
        grouped.setdefault((side.table, side.when, side.rows, bool(side.distinct), dimension), []).append(side)
    found = []
    for (*_, dimension), together in grouped.items():
        scan = Scan(sides=tuple(together), whole=whole, months=whole.months() if months else (), dimension=dimension)
        if months and scan.sides[0].when and not scan.adds_up:
            found.append(attrs.evolve(scan, months=()))
        found.append(scan)
    return tuple(found)


def columns_of(side: Side) -> frozenset[str]:
    """The canonical columns that *side* cannot do without."""
    return frozenset({side.when} - {""}).union(*map(columns_in, _texts(side)))


def conditions(side: Side, dialect: str, ends: Mapping[str, exp.Expr]) -> exp.Expr | None:
    """What a row must fulfil to count for *side*; None where every row of the period does."""
    from sqlglot import exp

    told = [written(text, dialect, ends) for text in (side.among, side.where) if text]
    return exp.and_(*told) if told else None


def _texts(side: Side) -> tuple[str, ...]:
    return (side.rows, side.among, side.where, side.sum, side.distinct, side.unless)


def _aggregate(side: Side, dialect: str, ends: Mapping[str, exp.Expr]) -> exp.Expr:
    from sqlglot import exp

    def kept(value: exp.Expr, *more: exp.Expr) -> exp.Expr:
        found = [one for one in (conditions(side, dialect, ends), *more) if one is not None]
        return exp.Case().when(exp.and_(*found), value) if found else value

    if side.sum:
        return exp.Sum(this=kept(written(side.sum, dialect, ends)))
    if not side.distinct:
        counted = kept(exp.Literal.number(1))
        return exp.Count(this=exp.Star() if isinstance(counted, exp.Literal) else counted)

    def different(*more: exp.Expr) -> exp.Expr:
        return exp.Count(this=exp.Distinct(expressions=[kept(written(side.distinct, dialect, ends), *more)]))

    return different() - different(written(side.unless, dialect, ends)) if side.unless else different()


def _literals(span: Span) -> dict[str, exp.Expr]:
    return {name: literal(moment) for name, moment in span.ends.items()}


def _span_columns(names: Iterable[str]) -> dict[str, exp.Expr]:
    from sqlglot import exp

    return {name: exp.column(f"span_{name}") for name in names}
