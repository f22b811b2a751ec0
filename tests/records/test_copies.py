"""Files that DuckDB cannot read by itself: workbooks, SQLite databases, CSV as Excel writes it in China."""

from __future__ import annotations

import pathlib
import sqlite3
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from propsummary import measure
from propsummary.records import RecordsError, from_files

HEAD = ("id", "property", "starts_at", "manned")
ROWS: tuple[tuple[Any, ...], ...] = (
    ("1", "云栖花园", datetime.fromisoformat("2025-01-03T08:00"), True),
    ("2", '荔枝湾, "南"\n二期', datetime.fromisoformat("2025-01-03T20:00"), False),
    ("3", None, datetime.fromisoformat("2026-01-01"), True),
)


def _workbook(file: pathlib.Path, *sheets: str) -> None:
    workbook = openpyxl.Workbook()
    del workbook["Sheet"]
    for name in sheets:
        sheet = workbook.create_sheet(name)
        for row in (HEAD, *ROWS, ()):
            sheet.append(row)
    workbook.save(file)


def _database(file: pathlib.Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute(f"CREATE TABLE shifts ({', '.join(HEAD)})")
        rows = [(id, home, at.isoformat(), int(manned)) for id, home, at, manned in ROWS]
        connection.executemany("INSERT INTO shifts VALUES (?, ?, ?, ?)", rows)
        connection.execute('CREATE VIEW "空 ""表" AS SELECT * FROM shifts WHERE false')
    connection.close()


def _gbk(file: pathlib.Path) -> None:
    lines = [",".join(HEAD), "1,云栖花园,2025/1/3 8:00,1", '2,"荔枝湾, ""南""\n二期",2025/1/3 20:00,0', "3,,2026/1/1,1"]
    file.write_text("\n".join(lines) + "\n", encoding="gbk")


@pytest.mark.parametrize(
    "name, make",
    [
        ("shifts.xlsx", lambda file: _workbook(file, "班次表")),
        ("系统导出.XLSX", lambda file: _workbook(file, "shifts", "说明")),
        ("物业.db", _database),
        ("shifts.csv", _gbk),
    ],
)
def test_whatever_a_file_is_its_rows_are_counted(tmp_path: pathlib.Path, name: str, make: Any) -> None:
    make(tmp_path / name)
    for place in (tmp_path, tmp_path / name):
        (metric,) = measure(place, department="秩序部", period="2025", by=("property",))
        assert (str(metric.numerator), str(metric.denominator)) == ("1", "2")
        assert {share.name: str(share.value) for share in metric.breakdown} == {"云栖花园": "100.0%", '荔枝湾, "南"\n二期': "0.0%"}


def test_tables_have_the_names_of_sheets_where_there_are_several(tmp_path: pathlib.Path) -> None:
    _workbook(tmp_path / "a.xlsx", "shifts", "说明")
    _database(tmp_path / "b.sqlite")
    (tmp_path / "~$a.xlsx").write_bytes(b"of an office program")
    with pytest.raises(RecordsError) as caught:
        from_files(tmp_path)
    assert caught.value.zh == f"{tmp_path} 里的表 shifts 有两份"
    (tmp_path / "b.sqlite").unlink()
    assert from_files(tmp_path).tables() == ("shifts", "说明")


def test_parts_of_a_table_may_be_workbooks(tmp_path: pathlib.Path) -> None:
    (tmp_path / "shifts").mkdir()
    for month in ("01", "02"):
        _workbook(tmp_path / "shifts" / f"{month}.xlsx", "班次")
    (metric,) = measure(tmp_path, department="order", period="2025")
    assert str(metric.denominator) == "4"


def test_parts_may_be_in_different_encodings(tmp_path: pathlib.Path) -> None:
    (tmp_path / "shifts").mkdir()
    (tmp_path / "shifts" / "01.csv").write_text("id,starts_at,manned,property\n1,2025-01-01,true,甲\n", encoding="utf-8-sig")
    (tmp_path / "shifts" / "02.csv").write_text("id,starts_at,manned,property\n2,2025-02-01,true,乙\n", encoding="gbk")
    (metric,) = measure(tmp_path, department="order", period="2025")
    assert str(metric.denominator) == "2"


@pytest.mark.parametrize(
    "name, said",
    [
        ("shifts.xlsx", "读不了 shifts.xlsx：不是能打开的Excel文件"),
        ("shifts.db", "读不了 shifts.db：不是能打开的SQLite数据库"),
        ("shifts.csv", "读不了 shifts.csv：看不出用的是什么编码，请另存为“CSV UTF-8”"),
        ("shifts.parquet", "读不了记录："),
        ("shifts.json", "读不了记录："),
    ],
)
def test_a_broken_file_is_told_by_its_name(tmp_path: pathlib.Path, name: str, said: str) -> None:
    (tmp_path / name).write_bytes(bytes(range(200, 256)) * 40)
    with pytest.raises(RecordsError) as caught:
        measure(tmp_path, department="order", period="2025")
    assert caught.value.zh.startswith(said)
    assert name in str(caught.value)
