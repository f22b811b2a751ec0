"""``propsummary render --previous``: the follow-ups in the words of the previous summary."""

from __future__ import annotations

import pathlib

import pytest

from propsummary.cli import main

LAST = "部门: 秩序部\n期间: 2024\n目标:\n  - {编号: g1, 内容: 巡更到位率达到98%}\n"
DRAFT = "部门: 秩序部\n期间: 2025\n上期落实:\n  - {对应: g1, 结果: 98.6%, 结论: 达成}\n"


@pytest.fixture(autouse=True)
def _drafts(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    older = LAST.replace("2024", "2023").replace("98%", "97%")
    for name, text in {"本期.yaml": DRAFT, "上期.yaml": LAST, "前期.yaml": older}.items():
        pathlib.Path(name).write_text(text, encoding="utf-8")


def test_the_follow_ups_are_told_in_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    render = ["render", "本期.yaml", "--to", "text", "-o", "-"]
    assert main(render) == 0
    assert "巡更到位率达到98%" not in capsys.readouterr().out
    assert main([*render, "--previous", "前期.yaml", "--previous", "上期.yaml"]) == 0
    out = capsys.readouterr().out
    assert "巡更到位率达到98%" in out
    assert "g1" not in out


def test_the_draft_is_checked_against_it(capsys: pytest.CaptureFixture[str]) -> None:
    text = DRAFT.replace("对应: g1", "对应: g7")
    pathlib.Path("本期.yaml").write_text(text, encoding="utf-8")
    assert main(["render", "本期.yaml", "--to", "text", "--previous", "上期.yaml", "--final"]) == 1
    assert "REF002" in capsys.readouterr().err


def test_the_summary_of_another_department_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("上期.yaml").write_text(LAST.replace("秩序部", "工程部"), encoding="utf-8")
    assert main(["render", "本期.yaml", "--to", "text", "--previous", "上期.yaml"]) == 2
    assert "上期.yaml" in capsys.readouterr().err
    assert not pathlib.Path("本期.txt").exists()


def test_it_is_never_overwritten() -> None:
    assert main(["render", "本期.yaml", "--to", "text", "-o", "上期.yaml", "--previous", "上期.yaml"]) == 2
    assert pathlib.Path("上期.yaml").read_text(encoding="utf-8") == LAST
