"""Words and counts that several formats share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from propsummary.catalogue.codes import Words
from propsummary.problems import Language, Problem, Report, Severity

__all__ = ["GRADES", "Counts", "counts_in_words", "grade", "not_run", "tally"]

#: How many problems there are of each grade, the gravest first.
Counts: TypeAlias = Mapping[Severity, int]

#: The grades, the gravest first.
GRADES = (Severity.ERROR, Severity.WARNING, Severity.INFO)

_NAMES = {Severity.ERROR: Words("错误", "error"), Severity.WARNING: Words("警告", "warning"), Severity.INFO: Words("提示", "note")}
_COUNTED = {
    Severity.ERROR: (Words("{} 个错误", "{} errors"), Words("1 个错误", "1 error")),
    Severity.WARNING: (Words("{} 个警告", "{} warnings"), Words("1 个警告", "1 warning")),
    Severity.INFO: (Words("{} 条提示", "{} notes"), Words("1 条提示", "1 note")),
}


def grade(severity: Severity, language: Language) -> str:
    """What people call that grade."""
    return _NAMES[severity].in_(language)


def tally(problems: Sequence[Problem]) -> Counts:
    """How many of *problems* there are of each grade."""
    return {severity: sum(problem.severity is severity for problem in problems) for severity in GRADES}


def counts_in_words(counts: Counts, language: Language) -> dict[Severity, str]:
    """The counts that are not zero: ``{Severity.ERROR: "2 个错误"}``."""
    return {
        severity: _COUNTED[severity][counts[severity] == 1].in_(language).format(counts[severity])
        for severity in GRADES
        if counts[severity]
    }


def not_run(reports: Sequence[Report], language: Language) -> dict[str, tuple[str, ...]]:
    """The codes of rules that could not run, by the reason."""
    codes: dict[str, dict[str, None]] = {}
    for report in reports:
        for code, zh, en in report.skipped:
            codes.setdefault((en if language == "en" else zh).message, {})[code] = None
    return {reason: tuple(skipped) for reason, skipped in codes.items()}
