"""Whole drafts in the voice of several departments, half of them clean, with the findings that a careful reader would make."""

from __future__ import annotations

import json
import pathlib

import pytest

from propsummary.problems import Severity, parse_path
from propsummary.rules import all_rules, check
from propsummary.serde import read_file

_FOLDER = pathlib.Path(__file__).parents[1] / "cases" / "own"
_GOLDS = sorted(_FOLDER.glob("*.gold.json"))

#: What the findings are complete for, errors and warnings; figures and privacy were not looked at.
_FAMILIES = ("ISS", "CTM", "GOA", "ACH", "STR", "REF", "RSK", "EVI", "WRD")


def test_there_are_cases() -> None:
    """The table below would pass if it were empty; half of the drafts are clean."""
    clean = [gold for gold in _GOLDS if json.loads(gold.read_text(encoding="utf-8"))["clean"]]
    assert len(_GOLDS) >= 6
    assert len(clean) >= 3


@pytest.mark.parametrize("gold", _GOLDS, ids=lambda gold: gold.name.removesuffix(".yaml.gold.json"))
def test_case(gold: pathlib.Path) -> None:
    """What was planted is found at its place, and nothing else is accused."""
    planted = json.loads(gold.read_text(encoding="utf-8"))
    draft = read_file(_FOLDER / planted["file"])
    assert draft.problems == ()
    rules = [rule for rule in all_rules().values() if rule.info.family in _FAMILIES]
    found = [p for p in check(draft, rules=rules).problems if p.severity is not Severity.INFO]
    told = {(finding["code"], finding["severity"], parse_path(finding["path"])) for finding in planted["findings"]}
    missed = [one for one in told if not any(_agree(one, (p.code, p.severity.value, p.path)) for p in found)]
    beyond = [p for p in found if not any(_agree(one, (p.code, p.severity.value, p.path)) for one in told)]
    assert missed == []
    assert [(p.code, p.pointer, p.message) for p in beyond] == []


def _agree(one: tuple[str, str, tuple[str | int, ...]], other: tuple[str, str, tuple[str | int, ...]]) -> bool:
    """Code and severity are the same, and one place holds the other."""
    shorter = min(len(one[2]), len(other[2]))
    return one[:2] == other[:2] and one[2][:shorter] == other[2][:shorter]
