"""Medians and 90th percentiles: one definition, by the engine's own function or, on MySQL, by counting up to them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from propsummary.catalogue.queries import Query
from propsummary.records.expressions import expression, written
from propsummary.records.failing import RecordsError
from propsummary.records.relations import Relations
from propsummary.records.scans import Scan, conditions
from propsummary.records.spans import Span

if TYPE_CHECKING:
    from sqlglot import exp

__all__ = ["spread_queries", "spreads"]

_SHARES = ("0.5", "0.9")

# Of n values in order, numbered from 0, a percentile is the one at share * (n - 1), or lies between two of them in proportion.
_PERCENTILE = {
    "duckdb": "QUANTILE_CONT(value, {share})",
    "postgres": "PERCENTILE_CONT({share}) WITHIN GROUP (ORDER BY value)",
    "spark": "PERCENTILE(value, {share})",
}

# MySQL has no such function. There alike values are counted together: in seconds they are far fewer than rows. `upto` is how many
# there are up to a value, so that alike ones stand from `upto - alike` to `upto`. Of the stretch, one place long, that begins at
# the percentile's place, what lies in there is the value's weight. Decimals keep it exact.
_COUNTED = {"alike": "COUNT(*)", "upto": "SUM(COUNT(*)) OVER (ORDER BY value)", "total": "SUM(COUNT(*)) OVER ()"}
_BY_COUNTING = (
    "SUM(value * (LEAST(GREATEST(upto - {share} * (total - 1), 0), 1)"
    " - LEAST(GREATEST(upto - alike - {share} * (total - 1), 0), 1)))"
)


def spreads(relations: Relations, queries: Iterable[Query], span: Span) -> dict[str, tuple[Fraction, Fraction]]:
    """
    Median and 90th percentile of what each of *queries* averages, by its id, in the unit of its sum.

    Raises:
        RecordsError: The records cannot be read.
    """
    found = {}
    for id, asked in spread_queries(relations, queries, span).items():
        ((median, tenth),) = relations.ask(asked)
        if median is not None:
            found[id] = (_exact(median), _exact(tenth))
    return found


def spread_queries(relations: Relations, queries: Iterable[Query], span: Span) -> dict[str, exp.Select]:
    """The queries for both, by the ids of those of *queries* that have them; none where the server is too old for them."""
    wanted = [query for query in queries if query.spread]
    return {query.id: _query(relations, query, span) for query in wanted} if wanted and _is_able(relations) else {}


def _is_able(relations: Relations) -> bool:
    """Whether the source has percentiles or can count up to them, as MySQL before 8.0 and MariaDB before 10.2 cannot."""
    from sqlglot import exp

    if relations.source.dialect in _PERCENTILE:
        return True
    try:
        relations.ask(exp.select(expression("COUNT(*) OVER ()", relations.source.dialect).as_("total")))
    except RecordsError:
        relations.ask(exp.select(exp.Literal.number(1).as_("one")))  # it still answers: nothing is lost but the medians
        return False
    return True


def _query(relations: Relations, query: Query, span: Span) -> exp.Select:
    from sqlglot import exp

    side, dialect = query.numerator, relations.source.dialect
    scan = Scan(sides=(side,), whole=span)
    when, kept = exp.column(side.when, quoted=True), conditions(side, dialect, scan.ends)
    rows = exp.select(written(side.sum, dialect, scan.ends).as_("value"))
    rows = rows.from_(relations.table(side.table, scan.columns & relations.columns(side.table)))
    rows = rows.where(when >= scan.ends["start"], when < scan.ends["end"], *([kept] if kept is not None else []))
    if dialect not in _PERCENTILE:
        rows = _counted(rows, dialect)
    return exp.select(*(_percentile(share, dialect) for share in _SHARES)).from_(rows.subquery("told"))


def _counted(rows: exp.Select, dialect: str) -> exp.Select:
    """The different values in *rows*, and of each how many are alike and how many there are up to it, of how many in all."""
    from sqlglot import exp

    value = exp.column("value")
    places = (expression(text, dialect).as_(name) for name, text in _COUNTED.items())
    return exp.select(value, *places).from_(rows.subquery("single")).where(value.is_(exp.null()).not_()).group_by(value)


def _percentile(share: str, dialect: str) -> exp.Expr:
    return expression(_PERCENTILE.get(dialect, _BY_COUNTING).format(share=share), dialect).copy()


def _exact(value: int | Decimal | float) -> Fraction:
    """*value* without the hair that it is off by where it was interpolated in binary, which must not decide a rounding."""
    return round(Fraction(value), 6)
