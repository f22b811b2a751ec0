"""A PostgreSQL server of its own, in a folder of its own, and the same records in it: it gives what files give."""

from __future__ import annotations

import contextlib
import pathlib
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import sql

from plain_records import Records, made_records, write_csv
from propsummary.catalogue.queries import queries
from propsummary.catalogue.records import tables
from propsummary.periods import Period
from propsummary.records import Mapping, RecordsError, from_address, from_connection, from_files, measure, statements
from server_folders import USER, server_folder

pytestmark = pytest.mark.system

_TYPES = {"text": "text", "whole": "integer", "decimal": "numeric(12, 2)", "time": "timestamp", "day": "date", "truth": "boolean"}


@pytest.fixture(scope="module")
def records() -> Records:
    return made_records(seed=7, size=300)


@pytest.fixture(scope="module")
def server() -> Iterator[dict[str, Any]]:
    """Where the server listens: on a socket in its folder and nowhere else."""
    programs = _programs()
    with server_folder() as folder:

        def run(program: str, *arguments: str) -> None:
            command = [programs / program, "-D", str(folder / "data"), *arguments]
            subprocess.run(command, check=True, user=USER, cwd=folder, stdout=subprocess.DEVNULL, timeout=120)

        run("initdb", "-U", "records", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", f"-k {folder} -c listen_addresses= -c fsync=off", "start")
        try:
            yield {"host": str(folder), "user": "records", "dbname": "postgres"}
        finally:
            run("pg_ctl", "-m", "immediate", "stop")


@pytest.fixture(scope="module")
def filled(server: dict[str, Any], records: Records) -> dict[str, Any]:
    """The server with the records in it."""
    with psycopg.connect(**server) as connection:
        for name, rows in records.items():
            columns = tables()[name].columns
            fields = sql.SQL(", ").join(sql.SQL("{} " + _TYPES[one.type]).format(sql.Identifier(one.id)) for one in columns)
            connection.execute(sql.SQL("CREATE TABLE {} ({})").format(sql.Identifier(name), fields))
            places = sql.SQL(", ").join(sql.Placeholder() * len(columns))
            insert = sql.SQL("INSERT INTO {} VALUES ({})").format(sql.Identifier(name), places)
            connection.cursor().executemany(insert, [[row[one.id] for one in columns] for row in rows])
    return server


@pytest.mark.parametrize("label, autocommit", [("2025-Q1", False), ("2024-12-20..2025-02-10", True)])
def test_a_database_counts_what_files_count(
    filled: dict[str, Any], records: Records, tmp_path: pathlib.Path, label: str, autocommit: bool
) -> None:
    """Every KPI, with its months and parts, baselines, medians and sources, to the last digit."""
    write_csv(records, tmp_path)
    wanted = {"department": "order", "period": Period.parse(label), "kpis": tuple(queries()), "by": ("month", "property")}
    with psycopg.connect(**filled, autocommit=autocommit) as connection:
        found = measure(from_connection(connection, name=tmp_path.name), **wanted)
    assert found == measure(from_files(tmp_path), **wanted)


def test_a_connection_can_be_used_again(filled: dict[str, Any]) -> None:
    """Neither a measurement nor a look at its queries leaves anything under way."""
    wanted = {"department": "logistics", "period": Period.parse("2025")}
    with psycopg.connect(**filled) as connection:
        source = from_connection(connection)
        found = measure(source, **wanted)
        assert statements(source, "meeting_count", **wanted)
        assert measure(source, **wanted) == found


def test_an_address_leads_to_the_server(filled: dict[str, Any]) -> None:
    """Without a password of its own in what is said of it."""
    address = f"postgresql://records:geheim@/postgres?host={filled['host']}"
    source = from_address(address)
    with contextlib.closing(source.connection):
        (metric,) = measure(source, department="logistics", period=Period.parse("2025"), kpis=("meeting_count",))
    assert metric.value is not None
    assert metric.source.startswith("PostgreSQL：")
    with pytest.raises(RecordsError) as caught:
        from_address(address.replace("/postgres?", "/nowhere?"))
    assert "nowhere" in caught.value.zh
    assert "geheim" not in caught.value.zh


def test_nothing_can_be_written(filled: dict[str, Any]) -> None:
    """Not even by a view that tries to."""
    with psycopg.connect(**filled) as connection:
        source = from_connection(connection)
        with source.snapshot(), pytest.raises(RecordsError, match="read-only"):
            source.rows("CREATE TABLE taken (id integer)")
        assert "taken" not in source.tables()


def test_all_answers_come_from_one_state(filled: dict[str, Any]) -> None:
    """What others write meanwhile is not seen."""
    with psycopg.connect(**filled) as connection, psycopg.connect(**filled, autocommit=True) as other:
        source = from_connection(connection)
        with source.snapshot():
            before = source.rows("SELECT count(*) FROM meetings")
            other.execute("INSERT INTO meetings (id, held_at) VALUES ('late', '2025-01-01')")
            assert source.rows("SELECT count(*) FROM meetings") == before
        assert source.rows("SELECT count(*) FROM meetings") != before
        other.execute("DELETE FROM meetings WHERE id = 'late'")


def test_a_connection_in_the_middle_of_something_is_refused(filled: dict[str, Any]) -> None:
    with psycopg.connect(**filled) as connection:
        connection.execute("SELECT 1")
        with pytest.raises(RecordsError, match="before any query"):
            measure(from_connection(connection), department="order", period=Period.parse("2025"))


def test_a_lost_connection_is_told(filled: dict[str, Any]) -> None:
    with psycopg.connect(**filled) as connection, psycopg.connect(**filled, autocommit=True) as other:
        source = from_connection(connection)
        with source.snapshot():
            other.execute("SELECT pg_terminate_backend(%s)", (connection.info.backend_pid,))
            with pytest.raises(RecordsError, match="the database gives no answer"):
                source.rows("SELECT 1")


def test_a_table_of_another_schema_and_hostile_names(filled: dict[str, Any], tmp_path: pathlib.Path) -> None:
    """A host's names are names, whatever is in them."""
    with psycopg.connect(**filled, autocommit=True) as connection:
        connection.execute('CREATE SCHEMA IF NOT EXISTS "报修"')
        connection.execute("""CREATE TABLE "报修"."单'据""" + '"" ; --" ("编号" text, "时间 ""x""" timestamp)')
        connection.execute("""INSERT INTO "报修"."单'据""" + "\"\" ; --\" VALUES ('1', '2025-03-01')")
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(
        "[work_orders]\ntable = '''报修.单'据\" ; --'''\n[work_orders.columns]\nid = '编号'\nreported_at = '''时间 \"x\"'''\n"
        "completed_at = { sql = '''cast(null as timestamp)''' }\n",
        encoding="utf-8",
    )
    with psycopg.connect(**filled) as connection:
        (metric,) = measure(
            from_connection(connection),
            department="engineering",
            period=Period.parse("2025"),
            kpis=("wo_completion/received-in-period",),
            mapping=Mapping.from_file(mapping),
        )
    assert str(metric.value) == "0.0%"
    assert str(metric.denominator) == "1"


def _programs() -> pathlib.Path:
    """Where the server's programs are; Debian does not put them on the path."""
    homes = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda home: int(home.parent.name))
    found = shutil.which("initdb")
    return pathlib.Path(found).parent if found else homes[-1]
