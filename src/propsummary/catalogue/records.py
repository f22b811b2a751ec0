"""The canonical tables of records: what a department's system holds, under names that KPIs are computed by."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

import attrs

from propsummary.catalogue._hant import spoken
from propsummary.catalogue._reader import DATA, Bounds, build, read_toml, refuse
from propsummary.problems import Language

__all__ = ["Column", "ColumnType", "Table", "Word", "table", "tables"]

#: What a column holds: text, a whole number, a decimal number, a point in time without a zone, a day, true or false.
ColumnType: TypeAlias = Literal["text", "whole", "decimal", "time", "day", "truth"]


@attrs.frozen(kw_only=True)
class Word:
    """A value that a column of enumerated words can hold."""

    id: str
    zh: str
    en: str


@attrs.frozen(kw_only=True)
class Column:
    """
    A column of a canonical table.

    Attributes:
        unit: Symbol of the unit that its numbers are in.

        required: Whether every row must say it, and without it the table is of no use.

        words: The values it can hold, where they are enumerated.

        range: What its numbers can be.

        after: The column of times that it cannot lie before.
    """

    id: str
    type: ColumnType
    zh: str
    en: str
    unit: str = ""
    required: bool = False
    words: tuple[Word, ...] = ()
    range: Bounds | None = None
    after: str = ""

    def name(self, language: Language = "zh") -> str:
        """What it holds, in *language*."""
        return spoken(self.zh, self.en, language)


@attrs.frozen(kw_only=True)
class Table:
    """
    A canonical table.

    Attributes:
        row_zh, row_en: What one row is.

        moment: The column that says when a row arose; empty for a register.
    """

    id: str
    zh: str
    en: str
    row_zh: str
    row_en: str
    moment: str = ""
    columns: tuple[Column, ...]

    def name(self, language: Language = "zh") -> str:
        """The name in *language*."""
        return spoken(self.zh, self.en, language)

    def column(self, id: str) -> Column | None:
        """The column *id*."""
        return next((column for column in self.columns if column.id == id), None)


@functools.cache
def tables() -> Mapping[str, Table]:
    """The canonical tables by id."""
    file = DATA / "records.toml"
    found = build(_Tables, read_toml(file), str(file)).tables
    for one in found:
        named = [one.moment, *(column.after for column in one.columns)]
        if unknown := next((name for name in named if name and one.column(name) is None), ""):
            raise refuse(str(file), f"table {one.id}", f"it has no column {unknown}")
    return MappingProxyType({one.id: one for one in found})


def table(id: str) -> Table | None:
    """The canonical table *id*."""
    return tables().get(id)


@attrs.frozen(kw_only=True)
class _Tables:
    tables: tuple[Table, ...]
