"""Records in files: what is a table, and what cannot be reached."""

from __future__ import annotations

import pathlib

import duckdb
import pytest

from propsummary import measure
from propsummary.records import RecordsError, from_files

HEAD = "id,starts_at,manned\n"


def test_every_file_is_a_table_and_a_folder_is_one_in_parts(tmp_path: pathlib.Path) -> None:
    (tmp_path / "shifts").mkdir()
    (tmp_path / "shifts" / "2025-01.csv").write_text(HEAD + "1,2025-01-01,true\n", encoding="utf-8")
    (tmp_path / "shifts" / "2025-02.csv").write_text(HEAD + "2,2025-02-01,false\n", encoding="utf-8")
    (tmp_path / "visitors.json").write_text(
        '[{"id": "1", "entered_at": "2025-01-01 08:00:00", "registered": true}]', encoding="utf-8"
    )
    duckdb.sql("SELECT '1' AS id, DATE '2025-03-01' AS held_on, 'fire' AS kind").write_parquet(str(tmp_path / "drills.parquet"))
    (tmp_path / "readme.txt").write_text("x", encoding="utf-8")
    assert from_files(tmp_path).tables() == ("drills", "shifts", "visitors")
    found = {metric.kpi: str(metric.value) for metric in measure(tmp_path, department="order", period="2025")}
    assert found == {"post_manning_rate": "50.0%", "visitor_reg_rate": "100.0%", "fire_drills": "1次"}


def test_one_file_is_a_source(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "shifts.csv"
    file.write_text(HEAD + "1,2025/1/3 8:05,1\n", encoding="utf-8")
    (metric,) = measure(file, department="秩序部", period="2025-01")
    assert str(metric.value) == "100.0%"


def test_nothing_outside_can_be_read(tmp_path: pathlib.Path) -> None:
    """Whatever a mapping's expression tries."""
    (tmp_path / "inside").mkdir()
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    (tmp_path / "inside" / "shifts.csv").write_text(HEAD, encoding="utf-8")
    source = from_files(tmp_path / "inside")
    with pytest.raises(RecordsError, match="disabled by configuration"):
        source.rows(f"SELECT * FROM read_csv('{tmp_path / 'secret.csv'}')")
    with pytest.raises(RecordsError):
        source.rows("SET enable_external_access = true")


@pytest.mark.parametrize("name, encoding", [("shifts.csv", "utf-8"), ("shifts.csv", "gbk"), ("parts/shifts.csv", "utf-8")])
def test_links_do_not_lead_out(tmp_path: pathlib.Path, name: str, encoding: str) -> None:
    """Not even to what is copied into memory before reading is shut."""
    link = tmp_path / "inside" / name
    link.parent.mkdir(parents=True)
    (tmp_path / "secret.csv").write_text("id,地点\n1,东门\n", encoding=encoding)
    (link.parent / "round.csv").symlink_to("round.csv")  # which is nothing
    link.symlink_to(tmp_path / "secret.csv")
    with pytest.raises(RecordsError) as caught:
        from_files(tmp_path / "inside")
    assert caught.value.zh == "shifts.csv 指向记录文件夹外面的文件"


def test_names_of_files_are_never_code(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / 'O\'Hara "苑"; --'
    folder.mkdir()
    (folder / "shifts.csv").write_text(HEAD + "1,2025-01-01,true\n", encoding="utf-8")
    (metric,) = measure(folder, department="order", period="2025")
    assert metric.source.startswith('O\'Hara "苑"; --：岗位班次1行')


def test_a_folder_without_records_is_refused(tmp_path: pathlib.Path) -> None:
    with pytest.raises(RecordsError) as caught:
        from_files(tmp_path)
    assert "里没有记录文件" in caught.value.zh


def test_a_broken_file_is_told(tmp_path: pathlib.Path) -> None:
    (tmp_path / "shifts.parquet").write_bytes(b"PAR1 but not really")
    with pytest.raises(RecordsError, match="cannot be read"):
        measure(tmp_path, department="order", period="2025")
