"""``propsummary gate``."""

from __future__ import annotations

import io
import json
import pathlib
import sys

import pytest

import propsummary
from propsummary.cli import main

DRAFT = pathlib.Path(__file__).parents[2] / "examples" / "order-2025.yaml"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(name: str, text: str) -> str:
    pathlib.Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_rendered_draft_passes(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("总结.html").write_bytes(propsummary.render(propsummary.read(DRAFT), "html"))
    assert main(["gate", str(DRAFT), "总结.html"]) == 0
    assert capsys.readouterr().out.startswith("数字全部对得上")


def test_a_changed_figure_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", _write("a.txt", "投诉29件。"), _write("b.md", "投诉**28件**。")]) == 1
    assert capsys.readouterr().out.startswith("改了  29件 → 28件\n")
    assert main(["gate", "--lang", "en", "a.txt", "b.md"]) == 1
    assert capsys.readouterr().out.startswith("changed  29件 → 28件\n    before (line 1): ")


def test_json_and_html_go_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.txt", "投诉29件。")
    assert main(["gate", "a.txt", "a.txt", "--format", "json", "-o", "out.json"]) == 0
    assert json.loads(pathlib.Path("out.json").read_text(encoding="utf-8"))["ok"] is True
    assert main(["gate", "a.txt", "a.txt", "--format", "html"]) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_a_draft_s_own_line_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """What the draft says once is found in it again, whatever the document puts around it."""
    draft = "部门: 秩序部\n期间: 2025\n成绩:\n  - {编号: a1, 说明: 全年劝离违停1162起。}\n"
    page = propsummary.render(propsummary.loads(draft), "markdown").decode().replace("1162", "1126")
    assert main(["gate", _write("草稿.yaml", draft), _write("润色.md", page)]) == 1
    assert "原文（第4行，" in capsys.readouterr().out


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("投诉29件".encode())))
    assert main(["gate", _write("a.txt", "投诉29件。"), "-"]) == 0


def test_drafts_and_documents_may_both_be_json() -> None:
    draft = propsummary.read(DRAFT)
    assert draft.summary is not None
    _write("草稿.json", propsummary.dumps(draft.summary, format="json"))
    pathlib.Path("文稿.json").write_bytes(propsummary.render(draft, "json"))
    assert main(["gate", "草稿.json", "文稿.json"]) == 0


@pytest.mark.parametrize("arguments, said", [
    (["-", "-"], "标准输入只能用一次"),
    (["a.txt", "没有.txt"], "找不到 没有.txt"),
    (["a.txt", "b.pages"], "数字闸门读不了 .pages 文件"),
    (["a.txt", "空.yaml"], "空.yaml 读不出总结"),
    (["a.txt", "a.txt", "-o", "a.txt"], "a.txt 就是草稿本身"),
])  # fmt: skip
def test_misuse_is_told_in_a_sentence(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.txt", "投诉29件。")
    _write("空.yaml", "")
    assert main(["gate", *arguments]) == 2
    assert said in capsys.readouterr().err
