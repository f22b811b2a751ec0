"""What goes wrong while records are read: told in a sentence, and nothing is made of half of them."""

from __future__ import annotations

import contextlib
import os
import pathlib
from collections.abc import Iterator
from typing import Any

import pytest

from propsummary.cli import main
from propsummary.errors import UnknownNameError
from propsummary.periods import Period
from propsummary.records import Database, DuckDB, RecordsError, from_address, from_connection, from_files, is_address, measure

HEAD = "id,starts_at,manned\n"


class Cursor:
    """Answers what is asked about tables, until the server is gone."""

    def __init__(self, lasts: int) -> None:
        self.left = lasts
        self.sent: list[str] = []

    def execute(self, statement: str) -> None:
        self.sent.append(statement)
        self.left -= 1
        if self.left < 0:
            raise ConnectionResetError("server closed the connection\n unexpectedly")

    def fetchall(self) -> list[tuple[str]]:
        named = "table_name = 'shifts'" in self.sent[-1]
        return [("id",), ("starts_at",), ("manned",)] if named else []

    def close(self) -> None:
        """Nothing to close."""


class Connection:
    """A connection that is lost after some statements."""

    def __init__(self, lasts: int) -> None:
        self.told = Cursor(lasts)
        self.given_up = False

    def cursor(self) -> Cursor:
        return self.told

    def rollback(self) -> None:
        self.given_up = True
        raise ConnectionResetError("closed already")


@pytest.mark.parametrize("lasts", [0, 1, 2, 3])
def test_a_connection_that_is_lost_is_told(lasts: int) -> None:
    """At the first statement, among the questions about tables, and in the middle of the queries."""
    connection = Connection(lasts)
    source = Database(dialect="postgres", name="", connection=connection)
    with pytest.raises(RecordsError) as caught:
        measure(source, department="order", period=Period.year(2025), kpis=("post_manning_rate",))
    assert caught.value.zh == "数据库没有给出结果：server closed the connection unexpectedly"
    assert connection.given_up
    begin, *asked = connection.told.sent
    assert begin == "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
    assert all(statement.startswith("SELECT ") for statement in asked)


def test_a_make_of_database_without_a_dialect_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="PostgreSQL"):
        from_connection(Connection(1))


class Disturbed(DuckDB):
    """Files that somebody writes after the first answer about them."""

    def rows(self, sql: str) -> Any:
        answer = super().rows(sql)
        if "COUNT" in sql:
            self.files[0].write_text(HEAD + "9,2025-05-01,true\n", encoding="utf-8")
        return answer


def test_a_file_that_is_written_meanwhile_is_told(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "shifts.csv"
    file.write_text(HEAD, encoding="utf-8")
    calm = from_files(tmp_path)
    source = Disturbed(name="", connection=calm.connection, relations=calm.relations, files=calm.files)
    with pytest.raises(RecordsError) as caught:
        measure(source, department="order", period=Period.year(2025))
    assert caught.value.zh == "shifts.csv 在计算的时候被改写了，请重新计算"
    file.unlink()
    with pytest.raises(RecordsError, match="No files found"):
        measure(calm, department="order", period=Period.year(2025))


@contextlib.contextmanager
def _inside(folder: pathlib.Path) -> Iterator[None]:
    before = pathlib.Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@pytest.mark.parametrize(
    "shifts, said",
    [
        (HEAD + "1,昨天,true\n", "有的值类型不对"),
        ("id,manned\n1,true\n", "这些记录一个指标也算不出来"),
    ],
)
def test_no_half_of_an_output_is_written(
    tmp_path: pathlib.Path, shifts: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "shifts.csv").write_text(shifts, encoding="utf-8")
    out = tmp_path / "指标.yaml"
    out.write_text("部门: 秩序部\n", encoding="utf-8")
    with _inside(tmp_path):
        asked = ["--records", "shifts.csv", "--department", "秩序部", "--period", "2025", "-o", out.name, "--force"]
        assert main(["measure", *asked]) == 2
    assert said in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "部门: 秩序部\n"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["shifts.csv", "指标.yaml"]


@pytest.mark.parametrize(
    "address, said",
    [
        ("postgresql://u:geheim@127.0.0.1:1/db", "连不上数据库"),
        ("postgresql://u:geheim@127.0.0.1:1/db?nonsense=geheim", "连不上数据库"),
        ("mysql://u:geheim@127.0.0.1:1/db", "连不上数据库"),
        ("mariadb://u:geheim@127.0.0.1:99999/db", "看不懂数据库的地址"),
        ("mysql://u:geheim/1@127.0.0.1/db", "看不懂数据库的地址"),
        ("oracle://u:geheim@h/db", "不认识 oracle://"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(address: str, said: str) -> None:
    with pytest.raises(RecordsError) as caught:
        from_address(address)
    assert caught.value.zh.startswith(said)
    assert "geheim" not in f"{caught.value.zh}{caught.value.en}{caught.value.__cause__ or ''}"


def test_a_drive_is_no_address() -> None:
    assert not is_address("C:/记录")
    assert not is_address("记录/2025")
    assert is_address("mysql://h/db")
