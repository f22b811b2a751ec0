"""Short drafts for the tests of rules: what matters is written, the rest is filled in."""

from __future__ import annotations

import pathlib
import re
from typing import Any

from propsummary.model import Draft
from propsummary.problems import Problem, Report
from propsummary.rules import all_rules, check
from propsummary.serde import loads

__all__ = ["draft", "places", "problems", "report"]

_NEEDED = {"部门": "部门: 秩序部", "期间": "期间: 2025"}


def draft(text: str, *, folder: pathlib.Path | None = None) -> Draft:
    """A draft in YAML; without department and period it is one of the order department's for 2025."""
    lacking = [line for key, line in _NEEDED.items() if not re.search(rf"^{key}\s*:", text, re.MULTILINE)]
    return loads("\n".join((*lacking, text)), folder=folder)


def report(text: str, *codes: str, folder: pathlib.Path | None = None, **options: Any) -> Report:
    """What the rules with these codes say of the draft; all rules if none is named."""
    rules = [all_rules()[code] for code in codes] if codes else None
    return check(draft(text, folder=folder), rules=rules, **options)


def problems(text: str, code: str, **options: Any) -> list[Problem]:
    """The problems of one rule in the draft."""
    return [problem for problem in report(text, code, **options) if problem.code == code]


def places(text: str, code: str, **options: Any) -> list[str]:
    """Where one rule finds something in the draft."""
    return [problem.pointer for problem in problems(text, code, **options)]
