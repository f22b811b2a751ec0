"""Records in a database, asked through a connection that the caller has opened."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

import attrs

from propsummary.errors import UnknownNameError
from propsummary.records.failing import RecordsError
from propsummary.records.sources import Row

__all__ = ["Connection", "Database", "from_connection"]

# How a transaction is begun in which nothing can be written and every answer comes from one state of the tables.
_READ_ONLY = {
    "postgres": ("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",),
    "mysql": ("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"),
}

_OWN_SCHEMA = {"postgres": "current_schema()", "mysql": "database()"}

# The dialect of a connection, by a word in the name of the module that it comes from.
_MAKES = {"psycopg": "postgres", "pg8000": "postgres", "mysql": "mysql", "mariadb": "mysql"}

_NAMES = {"postgres": "PostgreSQL", "mysql": "MySQL"}


class Connection(Protocol):
    """The part of a DB-API connection that is used."""

    def cursor(self) -> Any: ...

    def rollback(self) -> None: ...

    def close(self) -> None: ...


@attrs.frozen(kw_only=True)
class Database:
    """
    A PostgreSQL or MySQL database.

    Attributes:
        connection: A DB-API connection of its own, with nothing under way.
    """

    dialect: str
    name: str
    connection: Connection

    def tables(self) -> tuple[str, ...]:
        """Names of the tables and views in the schema that names are looked up in."""
        asked = f"SELECT table_name FROM information_schema.tables WHERE table_schema = {_OWN_SCHEMA[self.dialect]} ORDER BY 1"
        return tuple(str(row[0]) for row in self.rows(asked))

    def columns(self, table: str) -> tuple[str, ...]:
        """Names of the columns of *table*, which may be written as schema.table."""
        schema, _, name = table.rpartition(".")
        home = self._literal(schema) if schema else _OWN_SCHEMA[self.dialect]
        where = f"table_name = {self._literal(name)} AND table_schema = {home}"
        asked = f"SELECT column_name FROM information_schema.columns WHERE {where} ORDER BY ordinal_position"
        return tuple(str(row[0]) for row in self.rows(asked))

    def relation(self, table: str) -> str:
        """The table, quoted part by part."""
        mark = "`" if self.dialect == "mysql" else '"'
        return ".".join(mark + part.replace(mark, mark * 2) + mark for part in table.split("."))

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """A transaction that cannot write and sees one state of the tables; given up in the end."""
        cursor = self._cursor()
        try:
            for statement in _READ_ONLY[self.dialect]:
                _execute(cursor, statement)
            yield
        finally:
            with contextlib.suppress(Exception):  # a connection that is lost cannot be rolled back, and need not be
                self.connection.rollback()

    def rows(self, sql: str) -> Iterable[Row]:
        """The answer to *sql*."""
        cursor = self._cursor()
        try:
            return [tuple(row) for row in _execute(cursor, sql).fetchall()]
        finally:
            with contextlib.suppress(Exception):
                cursor.close()

    def _literal(self, text: str) -> str:
        from sqlglot import exp

        return exp.Literal.string(text).sql(dialect=self.dialect)

    def _cursor(self) -> Any:
        try:
            return self.connection.cursor()
        except Exception as error:
            raise _lost(error) from error


def from_connection(connection: Connection, *, name: str = "") -> Database:
    """
    The tables of a database.

    Args:
        connection: A DB-API connection of psycopg, pymysql or the like, with nothing under way; its transaction is made read-only,
            and given up after each measurement.

        name: What people call the database; that of its make if left out.

    Raises:
        UnknownNameError: It is of a make that queries cannot be written for.
    """
    module = type(connection).__module__
    for word, dialect in _MAKES.items():
        if word in module.lower():
            return Database(dialect=dialect, name=name or _NAMES[dialect], connection=connection)
    raise UnknownNameError("database", module.partition(".")[0], tuple(_NAMES.values()))


def _execute(cursor: Any, statement: str) -> Any:
    try:
        cursor.execute(statement)
    except Exception as error:  # every driver has exceptions of its own
        raise _lost(error) from error
    return cursor


def _lost(error: Exception) -> RecordsError:
    said = " ".join(str(error).split()) or type(error).__name__
    return RecordsError(f"the database gives no answer: {said}", f"数据库没有给出结果：{said}")
