"""What is wrong with records before anything is computed from them, and what can be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import attrs

from propsummary.catalogue import Kpi, kpis
from propsummary.catalogue.codes import Words
from propsummary.catalogue.queries import queries_of
from propsummary.catalogue.records import Column, Table, tables
from propsummary.records.choosing import Lack, lacks
from propsummary.records.mapping import Mapping
from propsummary.records.relations import Relations
from propsummary.records.sources import Source

if TYPE_CHECKING:
    from sqlglot import exp

__all__ = ["Defect", "RecordsReport", "TableReport", "check_records"]

_WORDS_TOLD = 5


@attrs.frozen(kw_only=True)
class Defect:
    """
    Something about a column.

    Attributes:
        kind: ``missing`` (the column is not there), ``empty`` (a required value is), ``unreadable`` (a value is not of the type),
            ``range`` (a number cannot be), ``order`` (a time lies before the one that it follows), ``word`` (a value is none of
            the enumerated), ``duplicate`` (an id stands twice).

        count: How many rows; none where the whole column is meant.

        words: What is the matter, in a sentence.
    """

    column: str
    kind: Literal["missing", "empty", "unreadable", "range", "order", "word", "duplicate"]
    count: int = 0
    words: Words


@attrs.frozen(kw_only=True)
class TableReport:
    """
    What is known of one canonical table.

    Attributes:
        rows: How many rows count.

        unused: The host's columns that stand for nothing here.
    """

    table: Table
    rows: int
    defects: tuple[Defect, ...]
    unused: tuple[str, ...]


@attrs.frozen(kw_only=True)
class RecordsReport:
    """
    What records can be used for.

    Attributes:
        tables: The canonical tables that are there.

        absent: Those that are not.

        unused: The host's tables that stand for nothing here.

        computable: KPIs that can be measured.

        out_of_reach: KPIs that could be, with what is missing.
    """

    tables: tuple[TableReport, ...]
    absent: tuple[Table, ...]
    unused: tuple[str, ...]
    computable: tuple[Kpi, ...]
    out_of_reach: tuple[tuple[Kpi, tuple[Lack, ...]], ...]


def check_records(source: Source, *, mapping: Mapping | None = None) -> RecordsReport:
    """
    Look through all records: what is missing, empty, unreadable, impossible or there twice, and which KPIs they can give.

    Raises:
        RecordsError: The mapping names a table or column that is not there, or the records cannot be read.

    .. versionadded:: 0.1.0
    """
    relations = Relations(source=source, mapping=mapping or Mapping())
    with source.snapshot():
        there = [table for table in tables().values() if relations.columns(table.id)]
        used = {relations.mapping.of(table.id).table for table in there}
        reports = tuple(_table_report(relations, table) for table in there)
        unused = tuple(name for name in source.tables() if name not in used)
        wanting = {kpi: _lacking(relations, kpi) for kpi in kpis().values() if queries_of(kpi.id)}
    return RecordsReport(
        tables=reports,
        absent=tuple(table for table in tables().values() if table not in there),
        unused=unused,
        computable=tuple(kpi for kpi, missing in wanting.items() if not missing),
        out_of_reach=tuple((kpi, missing) for kpi, missing in wanting.items() if missing),
    )


def _lacking(relations: Relations, kpi: Kpi) -> tuple[Lack, ...]:
    """What keeps *kpi* from being measured by the definition that lacks least."""
    return min((lacks(relations, query) for query in queries_of(kpi.id)), key=len)


def _table_report(relations: Relations, table: Table) -> TableReport:
    there = relations.columns(table.id)
    known = [column for column in table.columns if column.id in there]
    tests = [test for column in known for test in _tests(column, there)]
    rows, *counts = relations.ask(_count(relations, table, [condition for _, condition in tests]))[0]
    defects = [_missing(column) for column in table.columns if column.id not in there]
    defects += [_told(defect, int(count)) for (defect, _), count in zip(tests, counts, strict=True) if count]
    for column in known:
        defects += _strange_words(relations, table, column)
    if "id" in there and (twice := _duplicates(relations, table)):
        defects.append(_told(_defect("id", "duplicate", "编号重复", "the id stands there twice"), twice))
    return TableReport(table=table, rows=int(rows), defects=tuple(defects), unused=tuple(_unused(relations, table)))


def _unused(relations: Relations, table: Table) -> Iterator[str]:
    """Columns of the host that nothing canonical comes from."""
    used = relations.host_columns_used(table.id)
    yield from (name for name in relations.host_columns(table.id) if name not in used)


def _missing(column: Column) -> Defect:
    needed = ("，必须有", ", which every row needs") if column.required else ("", "")
    return _defect(column.id, "missing", f"没有这一列（{column.zh}）{needed[0]}", f"no such column ({column.en}){needed[1]}")


def _tests(column: Column, there: frozenset[str]) -> Iterator[tuple[Defect, exp.Expr]]:
    """What can be wrong with a value, with the condition that tells it."""
    from sqlglot import exp

    value, raw = exp.column(column.id, quoted=True), exp.column(f"raw_{column.id}", quoted=True)
    null = exp.null()
    if column.required:
        yield _defect(column.id, "empty", "没有填", "empty"), raw.is_(null)
    yield (
        _defect(column.id, "unreadable", f"不是{_KINDS[column.type].zh}", f"is no {_KINDS[column.type].en}"),
        exp.and_(value.is_(null), raw.is_(null).not_()),
    )
    low, high = column.range or (None, None)
    if low is not None:
        yield _defect(column.id, "range", f"小于{low}", f"below {low}"), value < exp.Literal.number(str(low))
    if high is not None:
        yield _defect(column.id, "range", f"大于{high}", f"above {high}"), value > exp.Literal.number(str(high))
    if column.after in there and column.after:
        words = f"早于 {column.after}", f"lies before {column.after}"
        yield _defect(column.id, "order", *words), value < exp.column(column.after, quoted=True)


_KINDS = {
    "text": Words("文字", "text"),
    "whole": Words("整数", "whole number"),
    "decimal": Words("数", "number"),
    "time": Words("时间", "time"),
    "day": Words("日期", "day"),
    "truth": Words("是否", "true or false"),
}


def _defect(column: str, kind: str, zh: str, en: str) -> Defect:
    return Defect(column=column, kind=kind, words=Words(zh, en))  # type: ignore[arg-type]


def _told(defect: Defect, count: int) -> Defect:
    words = Words(f"{count}行{defect.words.zh}", f"{count} rows: {defect.words.en}")
    return attrs.evolve(defect, count=count, words=words)


def _count(relations: Relations, table: Table, conditions: list[exp.Expr]) -> exp.Select:
    """How many rows there are, and how many fulfil each of *conditions*."""
    from sqlglot import exp

    tested = [exp.Count(this=exp.Case().when(condition, exp.Literal.number(1))) for condition in conditions]
    return exp.select(exp.Count(this=exp.Star()), *tested).from_(relations.guarded(table.id))


def _strange_words(relations: Relations, table: Table, column: Column) -> Iterator[Defect]:
    """Values that are none of the enumerated words, the commonest first."""
    from sqlglot import exp

    if not column.words:
        return
    value, known = exp.column(column.id, quoted=True), [exp.Literal.string(word.id) for word in column.words]
    query = exp.select(value, exp.Count(this=exp.Star()).as_("rows_told")).from_(relations.table(table.id, [column.id]))
    query = (
        query.where(value.isin(*known).not_()).group_by(value.copy()).order_by(exp.column("rows_told").desc()).limit(_WORDS_TOLD)
    )
    for said, count in relations.ask(query):
        listed = "、".join(word.id for word in column.words)
        zh, en = f"写着“{said}”，应是 {listed} 之一", f"“{said}” is none of {listed}"
        yield _told(_defect(column.id, "word", zh, en), int(count))


def _duplicates(relations: Relations, table: Table) -> int:
    from sqlglot import exp

    id = exp.column("id", quoted=True)
    distinct = exp.Count(this=exp.Distinct(expressions=[id.copy()]))
    ((count,),) = relations.ask(exp.select(exp.Count(this=id) - distinct).from_(relations.table(table.id, ["id"])))
    return int(count)
