"""The marked drafts in prose, as scripts/score_prose.py counts them."""

from __future__ import annotations

import pathlib
import runpy
from typing import Any

import pytest

from propsummary.drafts import read_prose
from propsummary.problems import Severity
from propsummary.rules import check

_ROOT = pathlib.Path(__file__).parent.parent.parent
_SCRIPT: dict[str, Any] = runpy.run_path(str(_ROOT / "scripts" / "score_prose.py"))
_CASES = [
    case for folder in ("prose", "own_prose", "prose_by_others") for case in _SCRIPT["cases"](_ROOT / "tests" / "cases" / folder)
]
_CLEAN = sorted((_ROOT / "tests" / "cases" / "clean_prose").iterdir())


@pytest.fixture(scope="module")
def total() -> dict[str, Any]:
    """All counts over all cases, by what is counted."""
    found: dict[str, Any] = {}
    for case in _CASES:
        for name, tally in _SCRIPT["score"](case).tallies.items():
            found[name] = found.get(name, _SCRIPT["Tally"]())
            found[name] += tally
    return found


def test_there_are_cases() -> None:
    """A guard that guards something."""
    assert len(_CASES) > 50


@pytest.mark.parametrize("what", ["issues", "causes", "measures", "owner", "deadline", "goals", "metrics", "activities"])
def test_objects_are_told(total: dict[str, Any], what: str) -> None:
    """Precision and recall together stay above what a reviewer can live with; which figures are the main ones is arguable."""
    tally = total[what]
    assert tally.right > 50
    assert 2 * tally.right / (2 * tally.right + tally.beyond + tally.missed) >= (0.93 if what == "metrics" else 0.95)


@pytest.mark.parametrize("what", ["department", "period", "prepared_on"])
def test_the_opening_is_read(total: dict[str, Any], what: str) -> None:
    """Who reports on what is never mistaken."""
    assert (total[what].missed, total[what].right) == (0, len(_CASES))


def test_parts_are_told(total: dict[str, Any]) -> None:
    """Nearly every paragraph is in its part."""
    tally = total["parts"]
    assert tally.right / (tally.right + tally.missed) >= 0.98


def test_findings_are_made_and_no_error_is_false(total: dict[str, Any]) -> None:
    """What was planted is found; nobody is accused of what is right."""
    assert total["findings"].right / (total["findings"].right + total["findings"].missed) >= 0.93
    assert total["errors"].beyond == 0


@pytest.mark.parametrize("path", _CLEAN, ids=lambda path: path.name)
def test_a_clean_draft_is_not_accused(path: pathlib.Path) -> None:
    """Whoever wrote it, in whatever form: where nothing is wrong no error says so."""
    draft = read_prose(path.read_bytes(), format=None, file=path.name)
    assert draft.summary is not None
    assert [problem.code for problem in check(draft).problems if problem.severity is Severity.ERROR] == []
