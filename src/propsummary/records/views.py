"""Views beside the tables of a source: what its host keeps in several tables, read as one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from propsummary.records.failing import RecordsError
from propsummary.records.sources import Row, Source

if TYPE_CHECKING:
    from sqlglot import exp

__all__ = ["Views"]


@attrs.frozen(kw_only=True)
class Views:
    """
    A source with views of its own, which nobody has to create in the database: they are written into the queries.

    Attributes:
        source: Who holds the tables.

        queries: A SELECT over these tables for each view, by the view's name, in the source's dialect; every column is named.
    """

    source: Source
    queries: Mapping[str, str] = attrs.field(hash=False)

    @property
    def dialect(self) -> str:
        """The source's."""
        return self.source.dialect

    @property
    def name(self) -> str:
        """The source's."""
        return self.source.name

    def tables(self) -> tuple[str, ...]:
        """The views, and the source's tables that none of them reads."""
        read = {name for text in self.queries.values() for name in _read(text, self.dialect)}
        return (*self.queries, *(name for name in self.source.tables() if name not in read))

    def columns(self, table: str) -> tuple[str, ...]:
        """
        Names of the columns of *table*.

        Raises:
            RecordsError: It is a view and reads a table that is not there.
        """
        if table not in self.queries:
            return self.source.columns(table)
        if missing := sorted(_read(self.queries[table], self.dialect) - set(self.source.tables())):
            raise RecordsError(
                f"view “{table}” reads “{missing[0]}”, which is no table", f"视图“{table}”要读的表“{missing[0]}”没有"
            )
        return tuple(_parsed(self.queries[table], self.dialect).named_selects)

    def relation(self, table: str) -> str:
        """What stands for *table* behind FROM."""
        if table not in self.queries:
            return self.source.relation(table)
        from sqlglot import exp

        return exp.to_identifier(table, quoted=True).sql(dialect=self.dialect)

    def snapshot(self) -> contextlib.AbstractContextManager[None]:
        """The source's."""
        return self.source.snapshot()

    def rows(self, sql: str) -> Iterable[Row]:
        """The answer to *sql*, in which views may stand like tables."""
        return self.source.rows(self.written_out(sql))

    def written_out(self, sql: str, *, pretty: bool = False) -> str:
        """*sql* with a subquery in place of every view: servers that are old know no WITH."""
        from sqlglot import exp

        def replaced(node: exp.Expr) -> exp.Expr:
            if isinstance(node, exp.Table) and not node.db and node.name in self.queries:
                return _parsed(self.queries[node.name], self.dialect).subquery(node.alias_or_name)
            return node

        if self.queries.keys().isdisjoint(_read(sql, self.dialect)):
            return sql
        return _parsed(sql, self.dialect).transform(replaced).sql(dialect=self.dialect, pretty=pretty)


def _parsed(sql: str, dialect: str) -> exp.Select:
    from sqlglot import exp, parse_one

    return parse_one(sql, dialect=dialect, into=exp.Select)  # not kept: statements are built from it


def _read(sql: str, dialect: str) -> frozenset[str]:
    """Names of the tables of the host's own schema that *sql* reads."""
    from sqlglot import exp

    query = _parsed(sql, dialect)
    named = {table.name for table in query.find_all(exp.Table) if not table.db}
    return frozenset(named - {common.alias for common in query.find_all(exp.CTE)})
