"""The SQL functions that mappings and views may use: those that make a value of values, and touch nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from propsummary.catalogue.codes import Words

if TYPE_CHECKING:
    from sqlglot import exp

__all__ = ["foreign", "is_of_the_server"]

# By the names of sqlglot's classes, which stand for one function each whatever the dialect calls it: functions that choose, of
# texts, of numbers, of times, and of values in JSON and lists.
_OF_A_ROW = """
And Case Cast Coalesce Convert Greatest If Least Nullif Nvl2 Or TryCast Xor
Ascii Chr Concat ConcatWs Contains EndsWith Hex Initcap Left Length Lower MD5 Pad RegexpExtract RegexpILike RegexpLike
RegexpReplace Replace Reverse Right Split SplitPart StartsWith StrPosition Substring SubstringIndex ToChar ToNumber Translate Trim
Upper
Abs Ceil Floor IsNan Pow Round Sign Sqrt Trunc
ConvertTimezone CurrentDate CurrentDatetime CurrentTimestamp Date DateAdd DateDiff DateFromParts DateStrToDate DateSub
DateToDateStr DateTrunc Datetime DatetimeAdd DatetimeDiff DatetimeSub DatetimeTrunc Day DayOfMonth DayOfWeek DayOfWeekIso DayOfYear
Extract Hour LastDay MakeInterval Minute Month Quarter Second StrToDate StrToTime StrToUnix Time TimeAdd TimeDiff TimeStrToDate
TimeStrToTime TimeSub TimeToStr TimeToUnix Timestamp TimestampAdd TimestampDiff TimestampFromParts TimestampSub TimestampTrunc
ToDays TsOrDsAdd TsOrDsDiff TsOrDsToDate TsOrDsToDateStr TsOrDsToDatetime TsOrDsToTime TsOrDsToTimestamp UnixMillis UnixSeconds
UnixToStr UnixToTime Week WeekOfYear Year
Array ArrayContains ArraySize GetExtract JSONBExtract JSONBExtractScalar JSONExtract JSONExtractScalar ParseJSON
"""

# Those that sqlglot has no class for, by their own names.
_BY_NAME = """
age char_length character_length date date_part datepart elt field instr isnull json_extract_path_text json_unquote
jsonb_extract_path_text list_extract locate makedate maketime now str_to_date strip_accents strpos time timestamp to_days
try_strptime unix_timestamp
"""

# What views may use besides aggregates, which look at several rows.
_OF_ROWS = "DenseRank Exists Explode FirstValue Lag LastValue Lead Rank RowNumber Unnest"

# Where servers keep what is theirs: settings, accounts, statements of others.
_OF_THE_SERVER = ("information_schema", "mysql", "performance_schema", "pg_catalog", "pg_toast", "sys")

_KNOWN, _KNOWN_BY_NAME, _KNOWN_OF_ROWS = (frozenset(names.split()) for names in (_OF_A_ROW, _BY_NAME, _OF_ROWS))


def is_of_the_server(table: str) -> bool:
    """Whether *table*, written as schema.table, is the server's own rather than its user's."""
    return "." in table and table.split(".")[-2].lower() in _OF_THE_SERVER


def foreign(whole: exp.Expr, *, rows: bool = False) -> Words | None:
    """
    What in *whole* may reach for more than the records, such as a file, a setting or a lock; None if nothing does.

    Args:
        rows: Whether it may speak of several rows, as views do: with aggregates and windows.
    """
    name = next(_unknown(whole, rows=rows), "")
    if not name:
        return None
    able = "case, coalesce, cast, concat, substring, replace, round, date_trunc, extract, json_extract"
    return Words(
        f"“{name}”不能用：这里只能用看这一行、不碰别处的函数，如 {able}",
        f"“{name}” may not be used: functions here look at the row and at nothing else, such as {able}",
    )


def _unknown(whole: exp.Expr, *, rows: bool) -> Iterator[str]:
    """Names of what is not known to be harmless."""
    from sqlglot import exp

    settings = (exp.SessionParameter, exp.Parameter, exp.Placeholder, exp.ObjectIdentifier, exp.PropertyEQ, exp.Lambda)
    for node in whole.walk():
        if isinstance(node, exp.Func) and isinstance(node.parent, exp.Dot):  # of a schema, whatever its name
            yield node.parent.sql()
        elif isinstance(node, exp.Anonymous):
            if node.name.lower() not in _KNOWN_BY_NAME:
                yield node.name
        elif isinstance(node, exp.Func):
            kind = type(node).__name__
            if kind not in _KNOWN and not (rows and (kind in _KNOWN_OF_ROWS or isinstance(node, exp.AggFunc))):
                yield node.sql_name().lower()
        elif isinstance(node, settings) or (isinstance(node, exp.Table) and _is_no_records(node)):
            yield node.sql()


def _is_no_records(table: exp.Table) -> bool:
    """Whether *table* is what a function gives, or the server's own."""
    from sqlglot import exp

    return not isinstance(table.this, exp.Identifier) or table.db.lower() in _OF_THE_SERVER
