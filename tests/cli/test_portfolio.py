"""``propsummary portfolio``: a line a file, the sums, and what rolls up."""

from __future__ import annotations

import json
import pathlib

import pytest

import propsummary
from propsummary.cli import main

DRAFT = """部门: 秩序部
期间: {period}
单位: {{公司: 示例物业, 项目: {project}}}
指标:
  - {{编号: m1, 指标库: patrol_checkpoint_rate, 数值: {value}, 分子: {above}, 分母: 1000, 来源: 巡更系统}}
"""


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    drafts = tmp_path / "总结"
    (drafts / "华东").mkdir(parents=True)
    for name, project, value, above in (
        ("甲", "甲园", "98.0%", 980),
        ("乙", "乙园", "99.0%", 990),
        ("华东/丙", "丙园", "97.5%", 990),
    ):
        text = DRAFT.format(period=2025, project=project, value=value, above=above)
        (drafts / f"{name}.yaml").write_text(text, "utf-8")
    (drafts / "旧.yaml").write_text(DRAFT.format(period=2024, project="丁园", value="96.0%", above=960), "utf-8")
    (drafts / "说明.pages").write_text("不是草稿", "utf-8")
    return drafts


def test_a_line_a_file_then_the_sums(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "zh", "portfolio", "check", str(folder), str(folder / "没有.yaml"), "--jobs", "1"]) == 2
    out = capsys.readouterr().out.splitlines()
    named = [pathlib.Path(line.partition("】")[0].removeprefix("【")).relative_to(folder) for line in out[:4]]
    assert list(map(str, named)) == ["乙.yaml", "华东/丙.yaml", "旧.yaml", "甲.yaml"]
    assert out[4].endswith("没有.yaml: 找不到这个文件")
    assert out[5] == "共 5 份：3 份没有错误，1 份要改，1 份没能检查"
    assert any("MET005" in line for line in out[6:])


def test_files_that_are_passed_over_are_counted(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--lang", "zh", "portfolio", "check", str(folder)])
    assert "跳过" not in capsys.readouterr().err
    for name in ("己.doc", "华东/庚.DOC", "辛.wps"):
        (folder / name).write_bytes(b"\xd0\xcf\x11\xe0")
    main(["--lang", "zh", "portfolio", "check", str(folder)])
    assert capsys.readouterr().err == f"{folder} 里跳过了 3 份不能直接读的文件（.doc、.wps），先另存为 .docx 或 .xlsx\n"
    main(["--lang", "en", "portfolio", "roll-up", str(folder)])
    assert "3 files passed over that cannot be read as they are (.doc, .wps): save them as .docx" in capsys.readouterr().err


def test_a_line_of_json_a_file(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["portfolio", "check", "--format", "json", str(folder)]) == 1
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [pathlib.Path(one["file"]).stem for one in told] == ["乙", "丙", "旧", "甲"]
    assert [one["counts"]["error"] for one in told] == [0, 1, 0, 0]


def test_a_roll_up_is_a_draft(folder: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "汇总.yaml"
    assert main(["--lang", "zh", "portfolio", "roll-up", str(folder), "-o", str(out)]) == 0
    assert "旧.yaml 没有汇总：期间不同（2024年）" in capsys.readouterr().err
    summary = propsummary.read(out).summary
    assert summary is not None
    assert summary.metrics[0].value == propsummary.Quantity.parse("98.7%")  # 2960 of 3000
    assert main(["portfolio", "roll-up", str(folder), "--period", "2024", "-o", str(out), "--force"]) == 0
    earlier = propsummary.read(out).summary
    assert earlier is not None
    assert earlier.metrics[0].value == propsummary.Quantity.parse("96.0%")


def test_an_overview_by_region(folder: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    regions = tmp_path / "区域.toml"
    regions.write_text('[regions]\n"华东" = ["甲园", "丙园", "戊园"]\n"华南" = ["乙园"]\n', "utf-8")
    arguments = ["--lang", "zh", "portfolio", "roll-up", str(folder), "--regions", str(regions), "--to", "markdown"]
    assert main(arguments) == 0
    told = capsys.readouterr()
    row = next(line for line in told.out.splitlines() if line.startswith("|") and "巡更到位率" in line)
    assert [cell.strip() for cell in row.split("|")[2:6]] == ["98.7%", "98.5%", "99.0%", "3"]
    assert "没有交总结的项目：戊园" in told.err


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["check", "{folder}", "--jobs", "0"], "--jobs"),
        (["roll-up", "{folder}", "--period", "何时"], "何时"),
        (["roll-up", "{folder}/说明.pages"], "没有一份总结能汇总"),
        (["roll-up", "{folder}", "--department", "财务部"], "没有叫“财务部”的部门"),
        (["roll-up", "{folder}", "--department", "工程部", "--period", "2025"], "没有工程部2025年的总结可以汇总："),
        (["roll-up", "{folder}", "--period", "2023"], "没有秩序部2023年的总结可以汇总："),
        (["check", "{empty}"], "没有草稿"),
        (["weigh", "{folder}"], "weigh"),
        (["roll-up", "{folder}", "--to", "papyrus"], "papyrus"),
        (["roll-up", "{folder}/甲.yaml", "-o", "{folder}/甲.yaml", "--force"], "草稿本身"),
    ],
)
def test_misuse_is_said_in_a_line(
    folder: pathlib.Path, tmp_path: pathlib.Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "空").mkdir()
    filled = [one.format(folder=folder, empty=tmp_path / "空") for one in arguments]
    assert _exit(["--lang", "zh", "portfolio", *filled]) == 2
    assert said in capsys.readouterr().err


def _exit(arguments: list[str]) -> int:
    try:
        return main(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)
