"""Drafts that a careful reader has marked: the rules find what was planted, where it is, and accuse nothing else."""

from __future__ import annotations

import importlib.util
import pathlib
import re
from types import ModuleType

import pytest

from propsummary.rules import check
from propsummary.serde import loads

_ROOT = pathlib.Path(__file__).parents[2]
_STRUCTURED = _ROOT / "tests" / "cases" / "structured"


def _scoring() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_cases", _ROOT / "scripts" / "score_cases.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_SCORING = _scoring()
_CASES = tuple(_SCORING.cases(_STRUCTURED))
_STAFF = tuple(case for folder in ("staff", "structured_by_others") for case in _SCORING.cases(_ROOT / "tests" / "cases" / folder))


def test_there_are_cases() -> None:
    """The table below would pass if it were empty."""
    assert len(_CASES) >= 4
    assert len(_STAFF) >= 20


@pytest.mark.parametrize("draft", (*_CASES, *_STAFF), ids=lambda draft: draft.name)
def test_case(draft: pathlib.Path) -> None:
    """Every planted finding is made, at its place; no error and no warning beyond."""
    score = _SCORING.score(draft)
    assert [(finding["code"], finding["path"], finding["line"]) for finding in score.missed] == []
    assert [(problem.code, problem.pointer, problem.message) for problem in score.beyond] == []


@pytest.mark.parametrize("draft", _CASES, ids=lambda draft: draft.name)
def test_no_rule_falls_over(draft: pathlib.Path) -> None:
    """Whatever line is missing, and whatever figure or word is another one, the rules have their say and none crashes."""
    text = draft.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    mutants = ["".join((*lines[:number], *lines[number + 1 :])) for number in range(len(lines))]
    mutants += [re.sub(r"[0-9]+", figure, text) for figure in ("0", "7", "99999")]
    mutants += [text.replace(mark, "") for mark in ("编号", "领域", "%", "类别", "i1", "m1")]
    for mutant in mutants:
        read = loads(mutant, draft.suffix[1:], folder=draft.parent)
        assert "PSE900" not in [problem.code for problem in check(read, previous=[read.summary] if read.summary else ())]


def test_something_was_found() -> None:
    """Most of what is planted belongs to families that are there."""
    assert sum(len(_SCORING.score(draft).found) for draft in _CASES) > 20


def test_the_script_tells_precision_and_recall(capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints a line a code and succeeds where nothing is missed and nothing is beyond."""
    assert _SCORING.main([str(_STRUCTURED)]) == 0
    printed = capsys.readouterr().out
    assert "precision" in printed
    assert printed.splitlines()[-1].startswith("all")


def test_an_unmarked_draft_is_told_apart(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a careful reader did not mark is beyond, what the rules did not find is missed: the command fails."""
    (tmp_path / "a.yaml").write_text("部门: 环境部\n期间: 2025\n风险: [{编号: r1, 说明: 台风}]\n", encoding="utf-8")
    gold = '{"findings": [{"code": "EVI001", "severity": "warning", "path": "cases/0", "line": 3, "why": "没有结果"}]}'
    (tmp_path / "a.yaml.gold.json").write_text(gold, encoding="utf-8")
    assert _SCORING.main([str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    assert "missed EVI001" in printed
    assert "beyond RSK001" in printed
