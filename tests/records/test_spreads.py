"""Medians and 90th percentiles: what plain Python interpolates, whether the engine has a function for them or not."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any

import duckdb
import pytest
import sqlglot
from hypothesis import example, given, settings
from hypothesis import strategies as st

from propsummary.catalogue.queries import queries
from propsummary.periods import Period
from propsummary.records import DuckDB, RecordsError, Row, Source, measure, statements
from propsummary.records.relations import Relations
from propsummary.records.spans import Span
from propsummary.records.spreads import spreads

QUERY = queries()["repair_response_min/usual"]
ASKED: dict[str, Any] = {"department": "engineering", "period": Period.year(2025), "kpis": (QUERY.kpi,)}
#: Nine tenths of the way are 1371 seconds, 22.85 minutes, and a hair less in binary.
ON_THE_EDGE = (233, 287, 886, 974, 1086, 1100, 1218, 1728)


class Server:
    """DuckDB with the manners of MySQL, of which *refused* are words that it does not know."""

    dialect, name = "mysql", ""

    def __init__(self, engine: DuckDB, refused: str = "PERCENTILE_CONT") -> None:
        self.engine, self.refused = engine, refused

    def tables(self) -> tuple[str, ...]:
        return self.engine.tables()

    def columns(self, table: str) -> tuple[str, ...]:
        return self.engine.columns(table)

    def relation(self, table: str) -> str:
        return self.engine.relation(table)

    def snapshot(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def rows(self, sql: str) -> Iterable[Row]:
        if self.refused in sql:
            raise RecordsError(f"near {self.refused}", f"{self.refused} 附近有语法错误")
        return self.engine.rows(sqlglot.transpile(sql, read="mysql", write="duckdb")[0])


KINDS = [pytest.param(lambda engine: engine, id="its own function"), pytest.param(Server, id="by counting")]


def _spreads(source: Source) -> dict[str, tuple[Fraction, Fraction]]:
    return spreads(Relations(source=source), (QUERY,), Span(period=ASKED["period"]))


def _orders(seconds: Sequence[int]) -> DuckDB:
    """Repairs that somebody came for after so many *seconds*, and one that nobody came for."""
    connection = duckdb.connect(":memory:")
    connection.execute("CREATE TABLE work_orders (kind VARCHAR, reported_at TIMESTAMP, arrived_at TIMESTAMP)")
    connection.execute(
        "INSERT INTO work_orders SELECT 'repair', '2025-05-01', TIMESTAMP '2025-05-01' + to_seconds(n) FROM unnest(?) AS t(n)",
        [[*seconds, None]],
    )
    return DuckDB(name="", connection=connection, relations={"work_orders": "work_orders"})


def _interpolated(seconds: Sequence[int], share: Fraction) -> Fraction:
    place, ordered = share * (len(seconds) - 1), sorted(seconds)
    before = int(place)
    return ordered[before] + (place - before) * (ordered[min(before + 1, len(ordered) - 1)] - ordered[before])


@pytest.mark.parametrize("wrapped", KINDS)
@settings(max_examples=40, deadline=None)
@given(seconds=st.lists(st.integers(0, 40) | st.integers(0, 10**6), min_size=1, max_size=25))
@example(seconds=ON_THE_EDGE)
@example(seconds=(600,) * 7)
def test_they_are_what_plain_python_interpolates(wrapped: Callable[[DuckDB], Source], seconds: Sequence[int]) -> None:
    found = _spreads(wrapped(_orders(seconds)))
    assert found == {QUERY.id: (_interpolated(seconds, Fraction(1, 2)), _interpolated(seconds, Fraction(9, 10)))}


@pytest.mark.parametrize("wrapped", KINDS)
def test_a_half_is_rounded_up_on_every_engine(wrapped: Callable[[DuckDB], Source]) -> None:
    (metric,) = measure(wrapped(_orders(ON_THE_EDGE)), **ASKED)
    assert metric.note == "中位数17.2分钟，90%的不超过22.9分钟"


def test_of_nothing_there_are_none() -> None:
    assert _spreads(Server(_orders(()))) == {}


def test_a_server_that_is_too_old_gives_all_but_these() -> None:
    """MySQL 5.7 knows no windows."""
    old = Server(_orders((60, 120)), refused=" OVER ")
    (metric,) = measure(old, **ASKED)
    assert (str(metric.value), metric.note) == ("1.5分钟", "")
    assert len(statements(old, QUERY.kpi, department=ASKED["department"], period=ASKED["period"])) == 1


def test_a_server_that_is_lost_is_not_taken_for_an_old_one() -> None:
    with pytest.raises(RecordsError, match="near SELECT"):
        _spreads(Server(_orders((60,)), refused="SELECT"))
