"""Spark on this machine, with the same records in it: it gives what files give."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from typing import Any

import pytest

from plain_records import made_records, write_parquet
from propsummary.periods import Period
from propsummary.records import RecordsError, check_records, from_spark, measure
from propsummary.testing.records import check_source

pytestmark = [
    pytest.mark.system,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Spark's bridge leaves its sockets open
]

# Few rows want few tasks and little compiling; a zone with summer time, which must make no difference.
_SETTINGS = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.log.level": "OFF",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.session.timeZone": "America/New_York",
    "spark.sql.shuffle.partitions": "1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Files with a hundred rows in each of the tables."""
    place = tmp_path_factory.mktemp("records")
    write_parquet(made_records(seed=13, size=100), place)
    return place


@pytest.fixture(scope="module")
def session(folder: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A session whose views are the files."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[1]")
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    opened = builder.config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse"))).getOrCreate()
    for file in folder.glob("*.parquet"):
        opened.read.parquet(str(file)).createOrReplaceTempView(file.stem)
    yield opened
    opened.stop()


def test_a_cluster_counts_what_files_count(session: Any, folder: pathlib.Path) -> None:
    """Every KPI, with its months and parts, baselines and medians, to the last digit."""
    check_source(from_spark(session), folder, period="2025-Q1")


def test_records_are_looked_through(session: Any) -> None:
    """A value that cannot be read is found there, and stops nothing."""
    rows = [("1", "2025-03-01 09:00:00"), ("1", "昨天")]
    session.createDataFrame(rows, "id string, held_at string").createOrReplaceTempView("meetings")
    (meetings,) = (one for one in check_records(from_spark(session)).tables if one.table.id == "meetings")
    assert {(one.column, one.kind, one.count) for one in meetings.defects if one.count} == {
        ("id", "duplicate", 1),
        ("held_at", "unreadable", 1),
    }
    with pytest.raises(RecordsError, match=r"the cluster gives no answer: .*昨天"):
        measure(from_spark(session), department="logistics", period=Period.year(2025), kpis=("meeting_count",))
