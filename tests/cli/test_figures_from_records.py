"""``check`` and ``render`` of drafts that say where their figures come from."""

from __future__ import annotations

import pathlib

import pytest

from propsummary.cli import main
from propsummary.records import DuckDB, from_files
from propsummary.testing.records import write_records

_DRAFT = """\
部门: 秩序部
期间: 2025
取数: {记录: 记录, 指标: [岗位到岗率]}
指标:
  - {编号: m1, 指标库: patrol_checkpoint_rate, 数值: 12.0%, 来源: 手工台账}
"""


@pytest.fixture
def draft(tmp_path: pathlib.Path) -> pathlib.Path:
    write_records(tmp_path / "记录", rows=400, only=("patrol_points", "shifts"))
    file = tmp_path / "总结.yaml"
    file.write_text(_DRAFT, "utf-8")
    return file


def test_typed_figures_are_held_against_the_records(draft: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(draft), "--select", "NUM002"]) == 1
    out = capsys.readouterr().out
    assert "写的是12.0%，从记录算出来是98.8%（395÷400）" in out
    assert f"{draft}:5:" in out


def test_the_document_shows_what_was_typed_and_what_was_computed(draft: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(draft), "--to", "markdown", "-o", "-"]) == 0
    out = capsys.readouterr().out
    assert "岗位到岗率 **99.5%**" in out
    assert "巡更到位率 **12.0%**" in out
    assert main(["render", str(draft), "--to", "markdown", "--final", "-o", "-"]) == 1
    assert "从记录算出来是98.8%" in capsys.readouterr().err


def test_a_draft_alone_connects_to_nothing(
    draft: pathlib.Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def connect(address: str) -> DuckDB:
        asked.append(address)
        return from_files(draft.parent / "记录")

    monkeypatch.setattr("propsummary.records.from_address", connect)
    draft.write_text(_DRAFT.replace("记录: 记录", "记录: 'mysql://db.example/x'"), "utf-8")
    for command in (["check", "--select", "NUM,REF"], ["render", "--to", "text", "-o", str(draft.with_suffix(".out"))]):
        main([command[0], str(draft), *command[1:]])
    captured = capsys.readouterr()
    assert "草稿里的地址不会自动连接" in captured.out
    assert asked == []
    assert main(["check", str(draft), "--select", "NUM,REF", "--records", "mysql://db.example/x"]) == 1
    assert asked == ["mysql://db.example/x"]


def test_the_command_s_records_stand_for_the_draft_s(draft: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = draft.parent / "子目录"
    elsewhere.mkdir()
    moved = draft.rename(elsewhere / "总结.yaml")
    assert main(["check", str(moved), "--select", "NUM002,REF004"]) == 0
    assert "找不到 记录" in capsys.readouterr().out
    assert main(["check", str(moved), "--select", "NUM002,REF004", "--records", str(draft.parent / "记录")]) == 1
    assert "REF004" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "options, said",
    [
        (["--mapping", "对应.toml"], "--mapping 要和 --records 一起用"),
        (["--records", "nowhere"], "找不到 nowhere"),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["render", "--to", "text", "-o", "-"]])
def test_what_the_command_names_has_to_be_there(
    draft: pathlib.Path, command: list[str], options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command[0], str(draft), *command[1:], *options]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""
