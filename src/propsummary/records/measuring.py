"""From records to metrics: counted, divided, and said where from."""

from __future__ import annotations

from collections.abc import Sequence

from propsummary._text import nearest
from propsummary.catalogue.queries import Query, Side
from propsummary.catalogue.records import tables
from propsummary.errors import UnknownNameError
from propsummary.model import Metric
from propsummary.periods import Period
from propsummary.problems import Language
from propsummary.records.choosing import chosen
from propsummary.records.failing import RecordsError
from propsummary.records.mapping import Mapping
from propsummary.records.metrics import Measured, metric_of
from propsummary.records.relations import Relations
from propsummary.records.scans import scans
from propsummary.records.sources import Source
from propsummary.records.spans import Span
from propsummary.records.spreads import spread_queries, spreads
from propsummary.records.tallies import Tally, tally
from propsummary.records.views import Views

__all__ = ["measure", "statements"]

MONTH = "month"


def measure(
    source: Source,
    *,
    department: str,
    period: Period,
    kpis: Sequence[str] = (),
    by: Sequence[str] = (),
    mapping: Mapping | None = None,
    language: Language = "zh",
) -> tuple[Metric, ...]:
    """
    Compute KPIs from records, each with its counts and with where it comes from.

    A period is half-open: what happens in the last second of its last day is in it, what happens at the midnight after is not. What
    a row's end has to be compared with (completed or not) is compared with the end of the period too, so that a period measured
    again next year gives the same figures.

    Args:
        source: Who holds the records; see `from_files`, `from_frames`, `from_connection`, `from_address` and `from_spark`.

        department: Id or name of the department.

        period: What is measured; the periods before and a year earlier are for the baseline.

        kpis: KPIs by id or name, or single definitions (``wo_completion/with-carried-over``); all that the department has and the
            records can give if left out.

        by: ``month`` for a series, and one column (``property``, ``kind``) for a breakdown.

        mapping: How the source's tables and columns are called; by the canonical names if left out.

        language: The language of names, sources and notes.

    Raises:
        UnknownNameError: There is no such department, KPI, definition or column.

        RecordsError: The records cannot be read, or cannot give a KPI that was named.

    .. versionadded:: 0.1.0
    """
    relations = Relations(source=source, mapping=mapping or Mapping())
    months, column = _cuts(by)
    with source.snapshot():
        queries = chosen(relations, department, kpis)
        sides = [side for query in queries for side in query.sides]
        dimensions = {side: column for query in queries for side in query.sides if _is_divided(relations, query, column)}
        whole = tally(relations, sides, Span(period=period), months=months, dimensions=dimensions)
        earlier = [_earlier(relations, queries, one) for one in _before(period)]
        told = spreads(relations, queries, Span(period=period))
    return tuple(
        metric_of(
            Measured(
                query=query,
                period=period,
                tallies=whole,
                earlier=tuple(zip(_before(period), earlier, strict=True)),
                months=tuple((span.number, span.period) for span in Span(period=period).months()) if months else (),
                spread=told.get(query.id),
                column=column if _is_divided(relations, query, column) else "",
                source=source.name,
            ),
            language,
            single=sum(one.kpi == query.kpi for one in queries) == 1,
        )
        for query in queries
    )


def statements(
    source: Source, name: str, *, department: str, period: Period, by: Sequence[str] = (), mapping: Mapping | None = None
) -> tuple[str, ...]:
    """
    The queries that give the KPI *name* over *period*, as they are sent to *source*.

    Raises:
        UnknownNameError, RecordsError: As `measure` does.
    """
    relations = Relations(source=source, mapping=mapping or Mapping())
    months, column = _cuts(by)
    with source.snapshot():
        queries = chosen(relations, department, (name,))
        dimensions = {side: column for query in queries for side in query.sides if _is_divided(relations, query, column)}
        sides = [side for query in queries for side in query.sides]
        found = [scan.query(relations)[0] for scan in scans(sides, Span(period=period), months=months, dimensions=dimensions)]
        found += spread_queries(relations, queries, Span(period=period)).values()
    texts = (relations.sql(query, pretty=True) for query in found)
    return tuple(source.written_out(text, pretty=True) if isinstance(source, Views) else text for text in texts)


def _cuts(by: Sequence[str]) -> tuple[bool, str]:
    """Whether months are asked for, and the column that is."""
    columns = [name for name in by if name != MONTH]
    known = {column.id for table in tables().values() for column in table.columns if column.type == "text" and column.id != "id"}
    for name in columns:
        if name not in known:
            every = (MONTH, *sorted(known))
            raise UnknownNameError("column", name, nearest(name, every) or every)
    if len(columns) > 1:
        raise RecordsError(
            f"a breakdown is by one column, not by {', '.join(columns)}", f"构成只能按一列分，不能按{'、'.join(columns)}"
        )
    return MONTH in by, columns[0] if columns else ""


def _is_divided(relations: Relations, query: Query, column: str) -> bool:
    """Whether both sides of *query* have the parts that *column* tells apart, and their parts make up the whole."""
    sides = query.sides
    return bool(column) and all(column in relations.columns(side.table) and not side.distinct for side in sides)


def _before(period: Period) -> tuple[Period, ...]:
    """The periods that a baseline is taken from: the one before, and the same of last year where that is another."""
    before, year = period.previous, period.year_earlier
    return (before,) if before.same_days(year) else (before, year)


def _earlier(relations: Relations, queries: Sequence[Query], period: Period) -> dict[Side, Tally]:
    sides = [side for query in queries if not query.snapshot for side in query.sides]
    return tally(relations, sides, Span(period=period))
