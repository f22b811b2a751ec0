"""Records on a Spark cluster: the query goes there, and only sums and counts come back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from propsummary.records.failing import RecordsError
from propsummary.records.sources import Row

__all__ = ["Spark", "from_spark"]


@attrs.frozen(kw_only=True)
class Spark:
    """
    The tables and views of a Spark session.

    Attributes:
        session: A ``SparkSession`` that the caller has opened.
    """

    name: str
    session: Any

    @property
    def dialect(self) -> str:
        """Spark's own."""
        return "spark"

    def tables(self) -> tuple[str, ...]:
        """Names of the tables and temporary views of the session's database."""
        with _told():
            return tuple(sorted(table.name for table in self.session.catalog.listTables()))

    def columns(self, table: str) -> tuple[str, ...]:
        """Names of the columns of *table*, which may be written as database.table."""
        relation = self.relation(table)
        with _told():
            return tuple(self.session.table(relation).columns) if self.session.catalog.tableExists(relation) else ()

    def relation(self, table: str) -> str:
        """The table, quoted part by part."""
        return ".".join("`" + part.replace("`", "``") + "`" for part in table.split("."))

    def snapshot(self) -> contextlib.AbstractContextManager[None]:
        """Spark reads tables as they are: where they change meanwhile, name a version of each in a view."""
        return contextlib.nullcontext()

    def rows(self, sql: str) -> Iterable[Row]:
        """The answer to *sql*."""
        with _told():
            return [tuple(row) for row in self.session.sql(sql).collect()]


def from_spark(session: Any, *, name: str = "Spark") -> Spark:
    """
    The tables of a Spark session.

    Args:
        session: A ``SparkSession``; nothing is written, and only sums and counts are collected.

        name: What people call the cluster.
    """
    return Spark(name=name, session=session)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Say in a sentence what Spark, or the bridge to it, has a page of trace for."""
    try:
        yield
    except Exception as error:  # their exceptions need not be importable here
        said = str(error).strip().partition("\n")[0] or type(error).__name__
        raise RecordsError(f"the cluster gives no answer: {said}", f"集群没有给出结果：{said}") from error
