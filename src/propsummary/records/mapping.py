"""How a host's tables and columns are called: a mapping file, which people of the host write."""

from __future__ import annotations

import os
from collections.abc import Mapping as Dictionary
from types import MappingProxyType
from typing import Any

import attrs

from propsummary.catalogue.records import Table, tables
from propsummary.errors import expect_path
from propsummary.records.functions import is_of_the_server
from propsummary.serde.toml_settings import read_toml, refusal, refuse_unknown

__all__ = ["MappedColumn", "MappedTable", "Mapping"]


@attrs.frozen(kw_only=True)
class MappedColumn:
    """
    Where the values of a canonical column come from.

    Attributes:
        column: The host's column.

        sql: In its place, an expression over the host's columns.

        words: Canonical words (``repair``, ``true``) for what the host writes; other values stay as they are.
    """

    column: str = ""
    sql: str = ""
    words: Dictionary[str, str] = attrs.field(factory=dict, hash=False)


@attrs.frozen(kw_only=True)
class MappedTable:
    """
    Where the rows of a canonical table come from.

    Attributes:
        table: The host's table.

        filter: An expression over the host's columns that is true for rows that count: ``作废 = 0``.

        columns: Where canonical columns come from; one that is not named is looked for under its own name.
    """

    table: str
    filter: str = ""
    columns: Dictionary[str, MappedColumn] = attrs.field(factory=dict, hash=False)


@attrs.frozen(kw_only=True)
class Mapping:
    """
    How a host's tables and columns stand for the canonical ones.

    Attributes:
        dialect: The SQL dialect of its expressions, by sqlglot's name; that of the source if empty.

        tables: By canonical table; one that is not named is looked for under its own name.

    .. versionadded:: 0.1.0
    """

    dialect: str = ""
    tables: Dictionary[str, MappedTable] = attrs.field(factory=dict, hash=False)

    def of(self, table: str) -> MappedTable:
        """Where the rows of the canonical *table* come from."""
        return self.tables.get(table) or MappedTable(table=table)

    @classmethod
    def from_file(cls, file: str | os.PathLike[str]) -> Mapping:
        """
        Read a mapping such as::

            dialect = "mysql"

            [work_orders]
            table = "报修单"
            filter = "作废 = 0"

            [work_orders.columns]
            reported_at = "报修时间"
            kind = { column = "类别", words = { "维修" = "repair" } }
            completed_at = { sql = "coalesce(完工时间, 关单时间)" }

        Raises:
            ConfigurationError: It is no TOML, or names a table, a column or a word that does not exist, or an expression that is
                none; the message names place and reason.

            OSError: It cannot be opened.
        """
        where, values = str(file), dict(read_toml(expect_path("Mapping.from_file", file)))
        dialect = _text(values.pop("dialect", ""), where, "dialect")
        _refuse_dialect(dialect, where)
        refuse_unknown(values, tables(), where)
        found = {name: _table(tables()[name], one, dialect, f"{where}: {name}") for name, one in values.items()}
        return cls(dialect=dialect, tables=MappingProxyType(found))


def _text(value: object, where: str, key: str) -> str:
    if not isinstance(value, str):
        raise refusal(where, f"{key} 要写成文字", f"{key} must be a text")
    return value


def _refuse_dialect(name: str, where: str) -> None:
    from propsummary.records.dialects import DIALECTS

    if name and name not in DIALECTS:
        known = ", ".join(DIALECTS)
        raise refusal(where, f"不认识方言“{name}”，可以写：{known}", f"unknown dialect “{name}”; known are {known}")


def _table(table: Table, raw: object, dialect: str, where: str) -> MappedTable:
    if not isinstance(raw, dict):
        raise refusal(where, '要写成一节：table = "……"', 'must be a section with table = "…"')
    refuse_unknown(raw, ("table", "filter", "columns"), where)
    columns = raw.get("columns", {})
    if not isinstance(columns, dict):
        raise refusal(where, "columns 要写成一节", "columns must be a section")
    refuse_unknown(columns, [column.id for column in table.columns], where)
    filtered = _text(raw.get("filter", ""), where, "filter")
    _refuse_no_expression(filtered, dialect, f"{where}.filter")
    found = {name: _column(table, name, one, dialect, f"{where}.{name}") for name, one in columns.items()}
    called = _text(raw.get("table", table.id), where, "table")
    if is_of_the_server(called):
        raise refusal(where, f"“{called}”是数据库自己的表，不是记录", f"“{called}” is the database's own table, not records")
    return MappedTable(table=called, filter=filtered, columns=MappingProxyType(found))


def _column(table: Table, name: str, raw: object, dialect: str, where: str) -> MappedColumn:
    if isinstance(raw, str):
        return MappedColumn(column=raw)
    if not isinstance(raw, dict):
        raise refusal(where, "要写列名，或者 { sql = “……” }", "must be a column's name or { sql = … }")
    refuse_unknown(raw, ("column", "sql", "words"), where)
    column, sql = (_text(raw.get(key, ""), where, key) for key in ("column", "sql"))
    if bool(column) == bool(sql):
        raise refusal(where, "column 和 sql 写一个", "write either column or sql")
    _refuse_no_expression(sql, dialect, where)
    return MappedColumn(column=column, sql=sql, words=MappingProxyType(_words(table, name, raw.get("words", {}), where)))


def _words(table: Table, name: str, raw: Any, where: str) -> dict[str, str]:
    if not isinstance(raw, dict) or not all(isinstance(value, str) for value in raw.values()):
        raise refusal(where, 'words 要写成 { "维修" = "repair" }', 'words must be like { "维修" = "repair" }')
    column = table.column(name)
    known = [word.id for word in column.words] if column else []
    if column and column.type == "truth":
        known = ["true", "false"]
    if known:
        refuse_unknown(dict.fromkeys(raw.values()), known, f"{where}.words")
    return dict(raw)


def _refuse_no_expression(text: str, dialect: str, where: str) -> None:
    """See that *text* is an expression over the columns of one row, and no query, statement or aggregate."""
    from propsummary.records.dialects import not_an_expression

    if text and (why := not_an_expression(text, dialect or "duckdb")) is not None:
        raise refusal(where, why.zh, why.en)
