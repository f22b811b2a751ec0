"""What may be said in SQL: expressions over one row in mappings, and nothing but SELECT to those who hold the records."""

from __future__ import annotations

from propsummary.catalogue.codes import Words
from propsummary.records.functions import foreign

__all__ = ["DIALECTS", "is_read_only", "not_an_expression"]

#: The dialects that queries are written in, by sqlglot's names.
DIALECTS = ("duckdb", "postgres", "mysql", "spark")


def not_an_expression(text: str, dialect: str) -> Words | None:
    """Why *text* is no expression over the columns of one row; None if it is."""
    from sqlglot import exp, parse
    from sqlglot.errors import SqlglotError

    try:
        parsed = parse(text, dialect=dialect)
    except SqlglotError:
        return Words(f"“{text}”不是 {dialect} 的表达式", f"“{text}” is no expression of {dialect}")
    whole = parsed[0] if len(parsed) == 1 else None
    banned = (exp.Query, exp.Command, exp.DDL, exp.DML, exp.AggFunc, exp.Window, exp.Placeholder, exp.Parameter, exp.Alias)
    if whole is None or not isinstance(whole, exp.Condition) or any(whole.find_all(*banned)):
        return Words(f"“{text}”不是一行之内的表达式", f"“{text}” is no expression over one row")
    return foreign(whole)


def is_read_only(sql: str, dialect: str) -> bool:
    """Whether *sql* is one SELECT and changes nothing; what cannot be read is not."""
    from sqlglot import exp, parse
    from sqlglot.errors import SqlglotError

    try:
        statements = parse(sql, dialect=dialect)
    except SqlglotError:
        return False
    changing = (exp.Insert, exp.Update, exp.Delete, exp.Merge, exp.Create, exp.Drop, exp.Alter, exp.Command, exp.Into, exp.Lock)
    return len(statements) == 1 and isinstance(statements[0], exp.Select) and statements[0].find(*changing) is None
