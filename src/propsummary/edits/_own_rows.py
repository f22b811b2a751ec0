"""Of records of several properties, the rows of the one that a summary is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from propsummary.records import MappedColumn, MappedTable, Mapping, RecordsError

if TYPE_CHECKING:
    from propsummary.records.relations import Relations

__all__ = ["own_rows"]

_COLUMN = "property"


def own_rows(relations: Relations, tables: Iterable[str], name: str) -> Mapping:
    """
    The mapping of *relations*, by which none but the rows of the property *name* count in *tables*.

    Records of a single property are taken for that one's, whatever it is called there.

    Raises:
        RecordsError: There are several properties, and none of that name: a figure over all of them would be nobody's.
    """
    mapping = relations.mapping
    telling = [table for table in tables if _COLUMN in relations.columns(table)]
    there = frozenset[str]().union(*(_properties(relations, table) for table in telling))
    if name not in there and len(there) > 1:
        zh = f"记录里有{len(there)}个项目，没有“{name}”；请核对“单位”里的项目名称"
        raise RecordsError(f"the records have {len(there)} properties, and none is called “{name}”", zh)
    if name not in there:
        return mapping
    dialect = mapping.dialect or relations.source.dialect
    return attrs.evolve(mapping, tables=dict(mapping.tables) | {one: _only(mapping.of(one), name, dialect) for one in telling})


def _properties(relations: Relations, table: str) -> frozenset[str]:
    from sqlglot import exp

    query = exp.select(exp.column(_COLUMN, quoted=True)).distinct().from_(relations.table(table, (_COLUMN,)))
    return frozenset(str(row[0]) for row in relations.ask(query) if row[0] is not None)


def _only(mapped: MappedTable, name: str, dialect: str) -> MappedTable:
    """*mapped* with a filter for *name*, or for whatever the host writes for it."""
    from sqlglot import exp, parse_one

    home = mapped.columns.get(_COLUMN) or MappedColumn(column=_COLUMN)
    held: exp.Expr = parse_one(home.sql, dialect=dialect) if home.sql else exp.column(home.column, quoted=True)
    written = [host for host, ours in home.words.items() if ours == name] + ([name] if name not in home.words else [])
    own = exp.In(this=held, expressions=[exp.Literal.string(one) for one in written]).sql(dialect=dialect)
    return attrs.evolve(mapped, filter=f"({mapped.filter}) AND {own}" if mapped.filter else own)
