"""
The check baseline: findings that are known and not told again, so that a check shows what is new.

A finding is known by its code, the object that it is about and what is said of it, not by its line: it stays known when lines move
and when the object's words change. What is no longer found is told, so that the baseline can shrink.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from propsummary._privacy import mask
from propsummary.errors import ConfigurationError
from propsummary.problems import Problem, Report, pointer

__all__ = ["Known", "apply", "read", "write"]

#: Code, object or place, and what is said of it.
_Key: TypeAlias = tuple[str, str, str]

#: The known findings of each file, by its name, and how often each is known.
Known: TypeAlias = Mapping[str, Counter[_Key]]

_VERSION = 1
_FIELDS = ("code", "at", "said")

# A crash is never right, whoever knows of it.
_NEVER = "PSE900"


def write(reports: Report | Sequence[Report]) -> str:
    """The baseline that knows every problem of *reports*, as JSON; it holds no personal data."""
    listed = (reports,) if isinstance(reports, Report) else reports
    files: dict[str, list[dict[str, str]]] = {}
    for report in listed:
        keys = sorted(_key(problem) for problem in report.problems if problem.code != _NEVER)
        files.setdefault(_name(report.file), []).extend(dict(zip(_FIELDS, key, strict=True)) for key in keys)
    return json.dumps({"version": _VERSION, "files": dict(sorted(files.items()))}, ensure_ascii=False, indent=1) + "\n"


def read(text: str, where: str = "baseline") -> Known:
    """
    Read what `write` wrote.

    Args:
        where: The file's name, for the error.

    Raises:
        ConfigurationError: It is no baseline, or one of a newer version.
    """
    try:
        data = json.loads(text)
        if data["version"] != _VERSION:
            version = data["version"]
            raise ConfigurationError(f"{where}: unsupported version {version!r}", f"{where}：不认识版本 {version!r}")
        return {str(name): Counter(map(_read_key, listed)) for name, listed in data["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, ConfigurationError):
            raise
        raise ConfigurationError(
            f"{where}: no baseline ({type(error).__name__}: {error})", f"{where}：不是已知问题的清单"
        ) from error


def _read_key(entry: Mapping[str, Any]) -> _Key:
    code, at, said = (str(entry[field]) for field in _FIELDS)
    return code, at, said


def apply(report: Report, known: Known) -> Report:
    """
    *report* without what is known: that is kept under `Report.known`, and what is no longer found under `Report.gone`.

    A finding that is known once hides one of its kind; a second one is new.
    """
    left = Counter(known.get(_name(report.file), Counter()))
    told: list[Problem] = []
    hidden: list[Problem] = []
    for problem in report.problems:
        key = _key(problem)
        is_known = left[key] > 0 and problem.code != _NEVER
        left[key] -= is_known
        (hidden if is_known else told).append(problem)
    not_run = {code for code, *_ in report.skipped}
    gone = tuple(" ".join(key) for key in sorted(left.elements()) if key[0] not in not_run)
    return attrs.evolve(report, problems=tuple(told), known=tuple(hidden), gone=gone)


def _key(problem: Problem) -> _Key:
    """What stays the same of a finding when lines move, members of lists change places and the object's words change."""
    place = problem.object or pointer(tuple(step for step in problem.path if isinstance(step, str)))
    said = problem.zh.message
    if problem.object:
        said = re.sub(rf"(?:“[^”]*”)?（{re.escape(problem.object)}）", "", said, count=1)
    return problem.code, mask(place), mask(said)


def _name(file: str) -> str:
    """The file's name, however the way to it is written."""
    return posixpath.normpath(file.replace("\\", "/")) if file else ""
