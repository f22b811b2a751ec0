"""Reports as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from propsummary._privacy import mask
from propsummary.problems import Language, Problem, Report

__all__ = ["report_json"]


def report_json(reports: Report | Sequence[Report], *, language: Language = "zh") -> str:
    """
    Write *reports* as JSON.

    A single report is ``{"file": …, "problems": […], "counts": {…}}``; a list is ``{"files": […]}`` of such documents. Lines and
    columns are null where a problem has no place in the text. In Word files lines are paragraphs, in workbooks rows, and
    ``place`` says where that is.
    Order and keys are stable.
    """
    data: dict[str, Any]
    if isinstance(reports, Report):
        data = _document(reports, language)
    else:
        data = {"files": [_document(report, language) for report in reports]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _document(report: Report, language: Language) -> dict[str, Any]:
    problems = [_problem(problem, report.file, language) for problem in report]
    return {"file": report.file, "problems": problems, "counts": report.counts}


def _problem(problem: Problem, file: str, language: Language) -> dict[str, Any]:
    span, words = problem.span, problem.wording(language)
    return {
        "code": problem.code,
        "name": problem.name,
        "severity": problem.severity.value,
        "path": mask(problem.pointer),
        "object": None if problem.object is None else mask(problem.object),
        "file": span.file if span else file,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "place": mask(span.place) or None if span else None,
        "message": mask(words.message),
        "hint": mask(words.hint),
    }
