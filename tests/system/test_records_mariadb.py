"""A MariaDB server of its own, in a folder of its own, and the same records in it: it gives what files give."""

from __future__ import annotations

import os
import pathlib
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import attrs
import pymysql
import pytest

from plain_records import Records, made_records, write_csv
from propsummary.catalogue.queries import queries
from propsummary.catalogue.records import tables
from propsummary.model import Metric
from propsummary.periods import Period
from propsummary.records import RecordsError, from_connection, from_files, measure
from server_folders import USER, server_folder

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
    """A connection to a server with the records in it, which listens on a socket in its folder and nowhere else."""
    with server_folder() as folder:
        place = ["--no-defaults", f"--datadir={folder}/data"]
        install = ["mariadb-install-db", *place, "--auth-root-authentication-method=normal", "--skip-test-db"]
        subprocess.run(install, check=True, user=USER, cwd=folder, stdout=subprocess.DEVNULL, timeout=120)
        listen = [f"--socket={folder}/socket", "--skip-networking", "--character-set-server=utf8mb4"]
        with subprocess.Popen(["mariadbd", *place, *listen], user=USER, cwd=folder, stderr=subprocess.DEVNULL) as server:
            try:
                opened = _connected(f"{folder}/socket")
                _fill(opened, records)
                yield opened
            finally:
                server.terminate()


def _connected(socket: str) -> Any:
    """A connection, once the server is ready."""
    for _ in range(300):
        if os.path.exists(socket):
            try:
                return pymysql.connect(unix_socket=socket, user="root", charset="utf8mb4")
            except pymysql.err.OperationalError:
                pass
        time.sleep(0.1)
    raise TimeoutError(socket)


def _fill(connection: Any, records: Records) -> None:
    cursor = connection.cursor()
    cursor.execute("CREATE DATABASE records")
    cursor.execute("USE records")
    for name, rows in records.items():
        columns = tables()[name].columns
        cursor.execute(f"CREATE TABLE `{name}` ({', '.join(f'`{one.id}` {_TYPES[one.type]}' for one in columns)})")
        places = ", ".join(["%s"] * len(columns))
        cursor.executemany(f"INSERT INTO `{name}` VALUES ({places})", [[row[one.id] for one in columns] for row in rows])
    connection.commit()


@pytest.mark.parametrize("label", ["2025-Q1", "2024-12-20..2025-02-10"])
def test_a_database_counts_what_files_count(connection: Any, records: Records, tmp_path: pathlib.Path, label: str) -> None:
    """Every KPI, with its months and parts, baselines and sources, to the last digit; medians it has not."""
    write_csv(records, tmp_path)
    wanted: dict[str, Any] = {
        "department": "order",
        "period": Period.parse(label),
        "kpis": tuple(queries()),
        "by": ("month", "property"),
    }
    found = measure(from_connection(connection, name=tmp_path.name), **wanted)
    assert found == tuple(map(_without_median, measure(from_files(tmp_path), **wanted)))


def _without_median(metric: Metric) -> Metric:
    return attrs.evolve(metric, note="；".join(part for part in metric.note.split("；") if not part.startswith("中位数")))


def test_nothing_can_be_written(connection: Any) -> None:
    source = from_connection(connection)
    with source.snapshot(), pytest.raises(RecordsError, match="READ ONLY"):
        source.rows("DELETE FROM work_orders")
