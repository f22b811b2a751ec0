"""Where records are: files and frames in this process, a database, a cluster. All of them answer SELECT, and only that."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import Any, Protocol, TypeAlias, runtime_checkable

__all__ = ["Row", "Source"]

#: A row of an answer, in the order of the query's columns.
Row: TypeAlias = tuple[Any, ...]


@runtime_checkable
class Source(Protocol):
    """
    Something that holds tables of records and answers queries.

    An adapter to another engine is a class with these members; `propsummary.testing.records.check_source` tells whether it works.
    """

    @property
    def dialect(self) -> str:
        """The SQL dialect that it understands: ``duckdb``, ``postgres``, ``mysql`` or ``spark``."""
        ...

    @property
    def name(self) -> str:
        """What people call it; it stands in the source of every figure."""
        ...

    def tables(self) -> tuple[str, ...]:
        """Names of its tables."""
        ...

    def columns(self, table: str) -> tuple[str, ...]:
        """Names of the columns of *table*; none if there is no such table."""
        ...

    def relation(self, table: str) -> str:
        """What stands for *table* behind FROM, quoted as the dialect wants it."""
        ...

    def snapshot(self) -> contextlib.AbstractContextManager[None]:
        """A time in which all answers come from one state of the tables, as far as that can be had, and nothing can be written."""
        ...

    def rows(self, sql: str) -> Iterable[Row]:
        """
        The answer to *sql*, which is one SELECT.

        Raises:
            RecordsError: There is none; the message says why.
        """
        ...
