"""Whether an adapter says what its author means: made rows of the host in, canonical rows out."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence

from propsummary.catalogue.records import tables
from propsummary.records import Mapping, Source, check_records
from propsummary.records.relations import Relations

__all__ = ["canonical_rows", "check_mapping"]


def canonical_rows(source: Source, mapping: Mapping, table: str) -> tuple[dict[str, object], ...]:
    """
    The rows of *source* that count, as rows of the canonical *table*, by their ids.

    Raises:
        RecordsError: The mapping names a table or column that is not there, or a value is not of the canonical type.

    .. versionadded:: 0.1.0
    """
    from sqlglot import exp

    relations = Relations(source=source, mapping=mapping)
    there = [column.id for column in tables()[table].columns if column.id in relations.columns(table)]
    query = exp.select(*(exp.column(id, quoted=True) for id in there)).from_(relations.table(table, there))
    with source.snapshot():
        rows = relations.ask(query.order_by(exp.column(there[0], quoted=True)))
    return tuple(dict(zip(there, row, strict=True)) for row in rows)


def check_mapping(
    source: Source, mapping: Mapping, *, expected: Dictionary[str, Sequence[Dictionary[str, object]]] | None = None
) -> None:
    """
    See that the tables that *mapping* names can be used: every required column is there, and no value is empty, unreadable, out
    of range or order, in unknown words or there twice.

    Args:
        source: The host's tables, filled with rows of every state that the host knows: unfinished, returned, deleted, paid back.

        expected: By canonical table, what these rows have to become, in the order of their ids; of each the columns that matter.

    Raises:
        AssertionError: Something is wrong; the message names table and column.

        RecordsError: The mapping names a table or column that is not there.

    .. versionadded:: 0.1.0
    """
    for report in check_records(source, mapping=mapping).tables:
        required = {column.id for column in report.table.columns if column.required}
        wrong = [one for one in report.defects if one.kind != "missing" or one.column in required]
        assert not wrong, "; ".join(f"{report.table.id}.{one.column}: {one.words.en}" for one in wrong)
    for table, rows in (expected or {}).items():
        found = canonical_rows(source, mapping, table)
        assert len(found) == len(rows), f"{table}: {len(found)} rows count, not {len(rows)}"
        for right, row in zip(rows, found, strict=True):
            differing = {name: row.get(name) for name, value in right.items() if row.get(name) != value}
            assert not differing, f"{table}: {differing} is not {dict(right)}"
