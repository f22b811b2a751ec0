"""The SQL expressions of the catalogue and of mappings: read once, and written in the dialect of whoever holds the records."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING

from propsummary.errors import MissingExtraError

if TYPE_CHECKING:
    from sqlglot import exp

__all__ = ["columns_in", "ends_in", "expression", "literal", "written", "year_month"]

#: What is written for ``seconds_between(a, b)``: the whole seconds of *b* less those of *a*, whatever fractions they have.
_SECONDS_BETWEEN = {
    "duckdb": "DATE_DIFF('second', :a, :b)",
    "postgres": "CAST(FLOOR(EXTRACT(EPOCH FROM :b)) - FLOOR(EXTRACT(EPOCH FROM :a)) AS BIGINT)",
    "mysql": "TIMESTAMPDIFF(SECOND, '1970-01-01', :b) - TIMESTAMPDIFF(SECOND, '1970-01-01', :a)",
    # not by the seconds since 1970, which Spark counts in the session's time zone, summer time and all
    "spark": "DATEDIFF(:b, :a) * 86400 + (HOUR(:b) - HOUR(:a)) * 3600 + (MINUTE(:b) - MINUTE(:a)) * 60 + SECOND(:b) - SECOND(:a)",
}


@functools.cache
def expression(text: str, dialect: str = "duckdb") -> exp.Expr:
    """
    The expression that *text* is, for reading only: `written` gives one that may be built into a query.

    Raises:
        MissingExtraError: sqlglot is not installed.
    """
    try:
        import sqlglot
    except ImportError as error:
        raise MissingExtraError("measuring records", "data") from error
    return sqlglot.parse_one(text, dialect=dialect)


@functools.cache
def columns_in(text: str) -> frozenset[str]:
    """Names of the columns in *text*."""
    from sqlglot import exp

    return frozenset(column.name for column in expression(text).find_all(exp.Column)) if text else frozenset()


@functools.cache
def ends_in(text: str) -> frozenset[str]:
    """Which ends of the period *text* speaks of: ``start``, ``end``."""
    from sqlglot import exp

    return frozenset(one.name for one in expression(text).find_all(exp.Placeholder)) if text else frozenset()


def written(text: str, dialect: str, ends: Mapping[str, exp.Expr]) -> exp.Expr:
    """
    A copy of the catalogue's expression *text* for *dialect*.

    Args:
        ends: What stands for ``:start``, ``:end`` and the like.
    """
    from sqlglot import exp

    def replaced(node: exp.Expr) -> exp.Expr:
        if isinstance(node, exp.Placeholder):
            return ends[node.name].copy()
        if isinstance(node, exp.Column):
            return exp.column(exp.to_identifier(node.name, quoted=True))
        if isinstance(node, exp.Anonymous) and node.name.lower() == "seconds_between":
            first, last = (argument.transform(replaced) for argument in node.expressions)
            return exp.paren(_template(_SECONDS_BETWEEN[dialect], dialect, {"a": first, "b": last}))
        return node

    return expression(text).transform(replaced)


def year_month(when: exp.Expr) -> exp.Expr:
    """The months from the year 0 to the month of *when*, as a whole number."""
    from sqlglot import exp

    def part(name: str) -> exp.Expr:
        return exp.Extract(this=exp.var(name), expression=when.copy())

    return exp.cast(part("YEAR") * 12 + part("MONTH"), "BIGINT")


def literal(moment: datetime.datetime) -> exp.Expr:
    """*moment* as a typed literal, without a zone."""
    from sqlglot import exp

    return exp.cast(exp.Literal.string(moment.isoformat(sep=" ")), "TIMESTAMP_NTZ")


def _template(text: str, dialect: str, parts: Mapping[str, exp.Expr]) -> exp.Expr:
    from sqlglot import exp

    def replaced(node: exp.Expr) -> exp.Expr:
        return parts[node.name].copy() if isinstance(node, exp.Placeholder) else node

    return expression(text, dialect).transform(replaced)
