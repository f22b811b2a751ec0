"""Reports as SARIF 2.1.0 (OASIS), which editors and code hosts read."""

from __future__ import annotations

import hashlib
import json
import pathlib
import urllib.parse
from collections.abc import Iterator, Sequence
from typing import Any

from propsummary._privacy import mask
from propsummary.catalogue.codes import codes
from propsummary.problems import Language, Problem, Report, Severity
from propsummary.reports._shown import listed

__all__ = ["report_sarif"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES: dict[Language, str] = {"zh": "zh-CN", "en": "en-US"}


def report_sarif(reports: Report | Sequence[Report], *, language: Language = "zh") -> str:
    """Write *reports* as one run of SARIF; what a draft waives is there too, suppressed with its reason."""
    found = list(_found(listed(reports)))
    rules = {problem.code: problem for problem, _, _ in reversed(found)}
    numbers = {code: index for index, code in enumerate(sorted(rules))}
    driver = {
        "name": "propsummary",
        **_version(),
        "language": _LANGUAGES[language],
        "rules": [_rule(rules[code], language) for code in sorted(rules)],
    }
    results = [{"ruleIndex": numbers[p.code], **_result(p, file, reason, language)} for p, file, reason in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _version() -> dict[str, str]:
    """The version of this library, where it is installed and not just lying there as a source tree."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return {"version": version("propsummary")}
    except PackageNotFoundError:
        return {}


def _found(reports: Sequence[Report]) -> Iterator[tuple[Problem, str, str | None]]:
    """Every problem with its file and, if it is waived, the reason."""
    for report in reports:
        for problem in report:
            yield problem, report.file, None
        for waived in report.waived:
            yield waived.problem, report.file, waived.reason


def _rule(problem: Problem, language: Language) -> dict[str, Any]:
    """The rule behind *problem*; of a third party's rule only code and name are known."""
    info = codes().get(problem.code)
    if info is None:
        return {"id": problem.code, "name": problem.name, "help": {"text": problem.name}}
    return {
        "id": info.code,
        "name": info.name,
        "shortDescription": {"text": info.title.in_(language)},
        "fullDescription": {"text": info.why.in_(language)},
        "help": {"text": f"{info.title.in_(language)}\n\n{info.why.in_(language)}"},
        "defaultConfiguration": {"level": _LEVELS[info.severity]},
        "properties": {"tags": list(info.serves)},
    }


def _result(problem: Problem, file: str, waived: str | None, language: Language) -> dict[str, Any]:
    words = problem.wording(language)
    place = problem.span.place if problem.span else ""  # few viewers show what SARIF calls the message of a location
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "level": _LEVELS[problem.severity],
        "message": {"text": mask("\n".join(filter(None, (words.message, place, words.hint))))},
        "locations": [_location(problem, file)],
        "partialFingerprints": {"propsummary/v1": _fingerprint(problem)},
    }
    if waived is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": mask(waived)}]
    return result


def _location(problem: Problem, file: str) -> dict[str, Any]:
    location: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": mask(problem.pointer) or "/"}]}
    span = problem.span
    if name := span.file if span else file:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(name)}}
        if span and span.place:  # the file has no lines
            location["message"] = {"text": mask(span.place)}
        elif span:
            location["physicalLocation"]["region"] = {
                "startLine": span.line,
                "startColumn": span.column,
                "endLine": span.end_line,
                "endColumn": span.end_column,
            }
    return location


def _uri(file: str) -> str:
    path = pathlib.Path(file)
    return path.as_uri() if path.is_absolute() else urllib.parse.quote(path.as_posix())


def _fingerprint(problem: Problem) -> str:
    """Stays the same when lines move and objects change places: made of code, object or path, field and Chinese words."""
    field = next((step for step in reversed(problem.path) if isinstance(step, str)), "")
    parts = (problem.code, problem.object or problem.pointer, field, problem.zh.message)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
