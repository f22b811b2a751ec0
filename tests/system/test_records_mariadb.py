"""A MariaDB server of its own, in a folder of its own, and the same records in it: it gives what files give."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from typing import Any

import pymysql
import pytest

from mariadb_server import mariadb
from plain_records import Records, made_records, write_csv
from propsummary.catalogue.queries import queries
from propsummary.catalogue.records import tables
from propsummary.periods import Period
from propsummary.records import Mapping, RecordsError, from_connection, from_files, measure

pytestmark = pytest.mark.system

_TYPES = {
    "text": "varchar(100)",
    "whole": "integer",
    "decimal": "numeric(12, 2)",
    "time": "datetime(6)",
    "day": "date",
    "truth": "boolean",
}


@pytest.fixture(scope="module")
def records() -> Records:
    return made_records(seed=11, size=300)


@pytest.fixture(scope="module")
def connection(records: Records) -> Iterator[Any]:
    """A connection to a server with the records in it."""
    with mariadb() as opened:
        _fill(opened, records)
        yield opened


def _fill(connection: Any, records: Records) -> None:
    cursor = connection.cursor()
    for name, rows in records.items():
        columns = tables()[name].columns
        cursor.execute(f"CREATE TABLE `{name}` ({', '.join(f'`{one.id}` {_TYPES[one.type]}' for one in columns)})")
        places = ", ".join(["%s"] * len(columns))
        cursor.executemany(f"INSERT INTO `{name}` VALUES ({places})", [[row[one.id] for one in columns] for row in rows])
    connection.commit()


@pytest.mark.parametrize("label, mode", [("2025-Q1", "DEFAULT"), ("2024-12-20..2025-02-10", "'ONLY_FULL_GROUP_BY'")])
def test_a_database_counts_what_files_count(
    connection: Any, records: Records, tmp_path: pathlib.Path, label: str, mode: str
) -> None:
    """Every KPI, with its months and parts, baselines, medians and sources, to the last digit, strict as MySQL is or not."""
    write_csv(records, tmp_path)
    connection.cursor().execute(f"SET sql_mode = {mode}")
    wanted: dict[str, Any] = {
        "department": "order",
        "period": Period.parse(label),
        "kpis": tuple(queries()),
        "by": ("month", "property"),
    }
    found = measure(from_connection(connection, name=tmp_path.name), **wanted)
    assert found == measure(from_files(tmp_path), **wanted)
    assert {one.kpi for one in found if "中位数" in one.note} == {one.kpi for one in queries().values() if one.spread}


def test_nothing_can_be_written(connection: Any) -> None:
    source = from_connection(connection)
    with source.snapshot(), pytest.raises(RecordsError, match="READ ONLY"):
        source.rows("DELETE FROM work_orders")


def test_hostile_words_are_words(connection: Any, tmp_path: pathlib.Path) -> None:
    """A backslash escapes in MySQL; here it is one."""
    word = "维\\' OR 1=1 -- "
    cursor = connection.cursor()
    cursor.execute("CREATE TABLE `报``修` (id varchar(9), `类 型` varchar(50), at datetime)")
    cursor.executemany("INSERT INTO `报``修` VALUES (%s, %s, '2025-03-01')", [("1", word), ("2", "别的")])
    connection.commit()
    mapping = tmp_path / "对应.toml"
    mapping.write_text(
        f"[work_orders]\ntable = '报`修'\n[work_orders.columns]\nreported_at = 'at'\ndue_at = 'at'\ncompleted_at = 'at'\n"
        f"kind = {{ column = '类 型', words = {{ \"{word.replace(chr(92), chr(92) * 2)}\" = 'repair' }} }}\n",
        encoding="utf-8",
    )
    asked: dict[str, Any] = {"department": "engineering", "period": Period.year(2025), "kpis": ("repair_ontime",)}
    (metric,) = measure(from_connection(connection), **asked, mapping=Mapping.from_file(mapping))
    assert str(metric.denominator) == "1"


def test_all_answers_come_from_one_state(connection: Any) -> None:
    """What others write meanwhile is not seen."""
    source, count = from_connection(connection), "SELECT count(*) FROM meetings"
    with pymysql.connect(unix_socket=connection.unix_socket, user="root", database="records", autocommit=True) as other:
        with source.snapshot():
            before = source.rows(count)
            other.cursor().execute("INSERT INTO meetings (id, held_at) VALUES ('late', '2025-01-01')")
            assert source.rows(count) == before
        assert source.rows(count) != before
        connection.rollback()
        other.cursor().execute("DELETE FROM meetings WHERE id = 'late'")
