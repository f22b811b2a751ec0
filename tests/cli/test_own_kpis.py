"""A company's own KPIs, known to every command by the configuration near the draft."""

from __future__ import annotations

import pathlib

import pytest

import propsummary
from own_kpi_files import DRAFT, configured_folder
from propsummary.catalogue import find_kpi, own_kpis
from propsummary.cli import main


@pytest.fixture(autouse=True)
def _beside_the_folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configured_folder(tmp_path / "company")
    monkeypatch.chdir(tmp_path)


def test_check(capsys: pytest.CaptureFixture[str]) -> None:
    """Each draft by the configuration of its folder, whatever the drafts before it know."""
    pathlib.Path("plain.yaml").write_text(DRAFT, encoding="utf-8")
    options = ["--select", "MET003", "--format", "text"]
    assert main(["check", "company/draft.yaml", "plain.yaml", *options]) == 1
    out = capsys.readouterr().out
    assert "company/draft.yaml:4:33: 错误 MET003" in out
    assert "plain.yaml:4:19: 错误 SHP005" in out
    assert out.count("SHP005") == 1
    assert main(["check", "plain.yaml", "--config", "company/propsummary.toml", *options]) == 1
    assert "SHP005" not in capsys.readouterr().out
    assert own_kpis() == ()


def test_check_against_the_previous(capsys: pytest.CaptureFixture[str]) -> None:
    """It is read with the same KPIs: what it promised of one is not forgotten."""
    promised = "目标: [{编号: g1, 类别: 总体, 内容: 泳池用起来, 指标库: pool_use, 目标值: 80%, 完成时限: 2025-12-31}]\n"
    pathlib.Path("company/last.yaml").write_text(f"部门: 客服部\n期间: 2024\n{promised}", encoding="utf-8")
    pathlib.Path("company/next.yaml").write_text("部门: 客服部\n期间: 2025\n", encoding="utf-8")
    assert main(["check", "company/draft.yaml", "--previous", "company/last.yaml", "--select", "CHN001"]) == 0
    assert main(["check", "company/next.yaml", "--previous", "company/last.yaml", "--select", "CHN001"]) == 1
    assert "CHN001" in capsys.readouterr().out


def test_render(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "company/draft.yaml", "--to", "text", "-o", "-"]) == 0
    told = capsys.readouterr()
    assert "按时长" in told.out
    assert "没有读懂" not in told.err


def test_convert_and_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "company/draft.yaml", "-o", "company/draft.xlsx"]) == 0
    assert main(["import", "company/draft.xlsx", "-o", "imported.yaml"]) == 0
    assert "指标库: pool_use" in pathlib.Path("imported.yaml").read_text(encoding="utf-8")
    assert main(["convert", "imported.yaml", "-o", "out.json"]) == 1
    assert main(["convert", "imported.yaml", "-o", "out.json", "--config", "company/propsummary.toml"]) == 0


def test_fix_knows_how_they_are_spelt(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("company/draft.yaml").write_text(DRAFT.replace("pool_use", "pool_usse"), encoding="utf-8")
    assert main(["fix", "company/draft.yaml", "--write"]) == 0
    assert pathlib.Path("company/draft.yaml").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize("command", ["follow-up", "redact"])
def test_what_makes_a_draft_of_a_draft(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "company/draft.yaml"]) == 0
    told = capsys.readouterr()
    assert "pool_use" in told.out
    assert "没有读懂" not in told.err


def test_gate(capsys: pytest.CaptureFixture[str]) -> None:
    """What was rendered of a draft is held against it, and figures in the names of KPIs with it."""
    own = pathlib.Path("company/kpis/own.toml")
    own.write_text(own.read_text(encoding="utf-8").replace("泳池使用率", "45分钟救生员到岗率"), encoding="utf-8")
    main(["render", "company/draft.yaml", "--to", "markdown", "-o", "company/draft.md"])
    assert main(["gate", "company/draft.yaml", "company/draft.md"]) == 0


def test_portfolio_with_workers(capsys: pytest.CaptureFixture[str]) -> None:
    """Every process knows them; the files that the configuration names are no drafts."""
    folder = pathlib.Path("company")
    for number in range(60):
        (folder / f"{number:02}.yaml").write_text(DRAFT.replace("120%", f"{number + 10}%"), encoding="utf-8")
    assert main(["portfolio", "check", "company", "--jobs", "2", "--format", "json"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 61
    assert not [line for line in lines if "SHP005" in line]
    assert sum("MET003" in line for line in lines) == 1


def test_portfolio_roll_up(capsys: pytest.CaptureFixture[str]) -> None:
    for name, counts in (("甲园", "数值: 50%, 分子: 500, 分母: 1000"), ("乙园", "数值: 80%, 分子: 800, 分母: 1000")):
        text = f"单位: {{公司: 示例物业, 项目: {name}}}\n{DRAFT}".replace("数值: 120%", counts)
        pathlib.Path(f"company/{name}.yaml").write_text(text, encoding="utf-8")
    pathlib.Path("company/draft.yaml").unlink()
    assert main(["portfolio", "roll-up", "company"]) == 0
    summary = propsummary.loads(capsys.readouterr().out, config=propsummary.Config.find(pathlib.Path("company"))).summary
    assert summary is not None
    assert [(metric.kpi, str(metric.value)) for metric in summary.metrics] == [("pool_use", "65%")]


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "company/draft.yaml"],
        ["render", "company/draft.yaml", "--to", "text"],
        ["convert", "company/draft.yaml", "-o", "-"],
        ["fix", "company/draft.yaml"],
        ["import", "company/notes.txt"],
        ["portfolio", "check", "company"],
    ],
)
def test_a_faulty_file_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    own = pathlib.Path("company/kpis/own.toml")
    own.write_text(own.read_text(encoding="utf-8").replace('"%"', "5"), encoding="utf-8")
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("propsummary: 配置有误：")
    assert told.err.endswith(f"{own.resolve()}:5:8：kpis[0].unit：要写文字，不能是 5\n")
    assert find_kpi("pool_use") is None


def test_explain_reads_the_configuration(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir("company")
    assert main(["explain", "MET003"]) == 0
    assert "MET003" in capsys.readouterr().out
