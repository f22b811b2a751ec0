"""The adapter to HC小区 (MicroCommunity) on a server of the make that it runs on."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import pytest

from community_host import COLUMNS, Host, create_statements, made_host, midnight, true_counts
from mariadb_server import mariadb
from propsummary.periods import Period
from propsummary.records import Source, check_records, from_connection, measure
from propsummary.records.adapters import Adapter

pytestmark = pytest.mark.system

ADAPTER = Adapter.named("microcommunity")


@pytest.fixture(scope="module")
def host() -> Host:
    return made_host(seed=17, size=600)


@pytest.fixture(scope="module")
def source(host: Host) -> Iterator[Source]:
    """A database with the host's tables, as the adapter sees it."""
    with mariadb() as connection:
        _fill(connection, host)
        yield ADAPTER.on(from_connection(connection, name="物业系统"))


def _fill(connection: Any, host: Host) -> None:
    cursor = connection.cursor()
    for statement in create_statements():
        cursor.execute(statement)
    for table, rows in host.items():
        places = ", ".join(["%s"] * len(COLUMNS[table]))
        cursor.executemany(f"INSERT INTO {table} VALUES ({places})", [list(row.values()) for row in rows])
    connection.commit()


@pytest.mark.parametrize(
    "label, start, end",
    [
        ("2025", midnight(2025, 1), midnight(2026, 1)),
        ("2024-Q4", midnight(2024, 10), midnight(2025, 1)),
        ("2024-12-20..2025-02-10", midnight(2024, 12, 20), midnight(2025, 2, 11)),
    ],
)
def test_it_counts_what_is_true(source: Source, host: Host, label: str, start: datetime.datetime, end: datetime.datetime) -> None:
    """Every figure has exactly the counts that plain Python finds, over deleted rows, returned orders, refunds and discounts."""
    truth = true_counts(host, start, end)
    measured = measure(source, department="order", period=Period.parse(label), kpis=tuple(truth), mapping=ADAPTER.mapping)
    counts = {name: (one.numerator.low, one.denominator.low) for name, one in zip(truth, measured, strict=True) if one.numerator}
    assert counts == truth


def test_every_month_is_counted_by_itself(source: Source, host: Host) -> None:
    name, asked = "patrol_checkpoint_rate", Period.parse("2025-Q2")
    (metric,) = measure(source, department="order", period=asked, kpis=(name,), by=("month",), mapping=ADAPTER.mapping)
    months = [(midnight(2025, month), midnight(2025, month + 1)) for month in (4, 5, 6)]
    done = [true_counts(host, start, end)[name] for start, end in months]
    assert [str(point.value) for point in metric.series] == [f"{100 * come / due:.1f}%" for come, due in done]


def test_nothing_is_wrong_with_the_records(source: Source) -> None:
    """Nothing is empty, unreadable, out of order or there twice, and tables that are of no use are told."""
    report = check_records(source, mapping=ADAPTER.mapping)
    assert [defect for table in report.tables for defect in table.defects if defect.kind != "missing"] == []
    assert report.unused == ("t_dict",)
    assert {table.table.id for table in report.tables} == set(ADAPTER.mapping.tables)
