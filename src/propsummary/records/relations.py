"""A host's tables as canonical ones: the same names and types whatever the host calls and how it keeps them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from propsummary.catalogue.records import Column, Table, table
from propsummary.records.dialects import is_read_only, not_an_expression
from propsummary.records.failing import RecordsError
from propsummary.records.mapping import MappedColumn, MappedTable, Mapping
from propsummary.records.sources import Row, Source

if TYPE_CHECKING:
    from sqlglot import exp

__all__ = ["Relations"]

# What canonical types are in SQL, and where MySQL has another name; times are without a zone everywhere.
_TYPES = {"whole": "BIGINT", "decimal": "DECIMAL(18, 4)", "time": "TIMESTAMP_NTZ", "day": "DATE", "truth": "BOOLEAN"}
_MYSQL_TYPES = {**_TYPES, "time": "DATETIME(6)"}

# The dialects that can be asked for a value, or for nothing where it is of another type; MySQL never does otherwise.
_GUARDING = ("duckdb", "spark")


@attrs.frozen(kw_only=True)
class Relations:
    """
    The canonical tables of a source.

    Attributes:
        source: Who holds the records.

        mapping: How they are called there.
    """

    source: Source
    mapping: Mapping = attrs.field(factory=Mapping)
    _known: dict[str, dict[str, MappedColumn]] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def columns(self, table_id: str) -> frozenset[str]:
        """Ids of the canonical columns of that table that the source has; none if it has no such table."""
        return frozenset(self._homes(table_id))

    def host_columns(self, table_id: str) -> tuple[str, ...]:
        """What the host's own columns are called."""
        return self.source.columns(self.mapping.of(table_id).table)

    def host_columns_used(self, table_id: str) -> frozenset[str]:
        """Those of them that something canonical comes from."""
        from sqlglot import exp

        homes, filtered = self._homes(table_id), self.mapping.of(table_id).filter
        texts = [home.sql for home in homes.values() if home.sql] + ([filtered] if filtered else [])
        named = {column.name for text in texts for column in self._parsed(text).find_all(exp.Column)}
        return frozenset(named | {home.column for home in homes.values()})

    def table(self, table_id: str, columns: Iterable[str]) -> exp.Expr:
        """The canonical table as a relation with these columns, each of its canonical type."""
        from sqlglot import exp

        canonical, homes = _table(table_id), self._homes(table_id)
        chosen = [self._typed(one, homes[one.id]).as_(one.id, quoted=True) for one in canonical.columns if one.id in columns]
        return self.raw(table_id, chosen or [exp.Literal.number(1).as_("one")]).subquery(table_id)

    def raw(self, table_id: str, columns: list[exp.Expr]) -> exp.Select:
        """A query for *columns*, over the host's own, of the rows that count."""
        from sqlglot import exp

        mapped = self.mapping.of(table_id)
        query = exp.select(*columns).from_(
            exp.maybe_parse(self.source.relation(mapped.table), into=exp.Table, dialect=self.source.dialect)
        )
        return query.where(self._parsed(mapped.filter)) if mapped.filter else query

    def guarded(self, table_id: str) -> exp.Expr:
        """
        The canonical table with all columns that are there, each a second time as the host has it, under ``raw_`` and its name.

        A value that is not of the canonical type is null, where the dialect can do that, rather than an error.
        """
        chosen: list[exp.Expr] = []
        for column in _table(table_id).columns:
            if (home := self._homes(table_id).get(column.id)) is not None:
                chosen.append(self._typed(column, home, guarded=True).as_(column.id, quoted=True))
                chosen.append(self._value(column, home).as_(f"raw_{column.id}", quoted=True))
        return self.raw(table_id, chosen).subquery(table_id)

    def ask(self, query: exp.Expr) -> list[Row]:
        """
        The source's answer to *query*.

        Raises:
            RecordsError: It gives none.
        """
        sql = self.sql(query)
        try:
            return list(self.source.rows(sql))
        except RecordsError as error:
            lacking = self._lacking()
            if lacking is None:
                raise
            table_name, column = lacking
            en, zh = f"table “{table_name}” has no column “{column}”", f"表“{table_name}”里没有“{column}”这一列"
            raise RecordsError(f"{en} ({error.en})", f"{zh}（{error.zh}）") from error

    def _lacking(self) -> tuple[str, str] | None:
        """A table of the host and a column that an expression of the mapping names and the table does not have."""
        with contextlib.suppress(RecordsError):  # what has just failed may not answer at all
            for table_id in self._known:
                there = {name.casefold() for name in self.host_columns(table_id)}
                missing = sorted(name for name in self.host_columns_used(table_id) if name and name.casefold() not in there)
                if missing:
                    return self.mapping.of(table_id).table, missing[0]
        return None

    def sql(self, query: exp.Expr, *, pretty: bool = False) -> str:
        """*query* in the source's dialect."""
        text = query.sql(dialect=self.source.dialect, pretty=pretty)
        if not is_read_only(text, self.source.dialect):
            raise RecordsError(f"not a SELECT: {text}", f"只能查询，不能执行：{text}")
        return text

    def _homes(self, table_id: str) -> dict[str, MappedColumn]:
        """Where each canonical column that is there comes from; looked up once."""
        if table_id not in self._known:
            self._known[table_id] = self._look(_table(table_id), self.mapping.of(table_id))
        return self._known[table_id]

    def _look(self, canonical: Table, mapped: MappedTable) -> dict[str, MappedColumn]:
        there = self.source.columns(mapped.table)
        if not there:
            if canonical.id in self.mapping.tables:
                raise RecordsError(f"there is no table “{mapped.table}”", f"没有“{mapped.table}”这张表")
            return {}
        found = {}
        for column in canonical.columns:
            home = mapped.columns.get(column.id) or MappedColumn(column=column.id)
            if home.sql or home.column in there:
                found[column.id] = home
            elif column.id in mapped.columns:
                raise RecordsError(
                    f"table “{mapped.table}” has no column “{home.column}”", f"表“{mapped.table}”里没有“{home.column}”这一列"
                )
        return found

    def _typed(self, column: Column, home: MappedColumn, *, guarded: bool = False) -> exp.Expr:
        from sqlglot import exp

        value = self._value(column, home)
        kinds = _MYSQL_TYPES if self.source.dialect == "mysql" else _TYPES
        if column.type == "text" or (column.type == "truth" and (self.source.dialect == "mysql" or home.words)):
            return value
        kind = exp.DataType.build(kinds[column.type])
        if guarded and self.source.dialect in _GUARDING:
            return exp.TryCast(this=value, to=kind, safe=True)
        return exp.cast(value, kind)

    def _value(self, column: Column, home: MappedColumn) -> exp.Expr:
        from sqlglot import exp

        value = self._parsed(home.sql) if home.sql else exp.column(exp.to_identifier(home.column, quoted=True))
        if not home.words:
            return value
        truth, value = column.type == "truth", exp.cast(value, "TEXT")
        case = exp.Case(this=value)
        for said, word in home.words.items():
            case = case.when(exp.Literal.string(said), exp.Boolean(this=word == "true") if truth else exp.Literal.string(word))
        return case if truth else case.else_(value.copy())

    def _parsed(self, text: str) -> exp.Expr:
        """An expression of the mapping, for the source's dialect."""
        from sqlglot import parse_one

        dialect = self.mapping.dialect or self.source.dialect
        if (why := not_an_expression(text, dialect)) is not None:
            raise RecordsError(why.en, why.zh)
        return parse_one(text, dialect=dialect)


def _table(table_id: str) -> Table:
    found = table(table_id)
    assert found is not None, table_id
    return found
