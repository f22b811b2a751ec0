"""Reports as workflow commands, which GitHub and those that follow it show beside the lines of a change."""

from __future__ import annotations

from collections.abc import Sequence

from propsummary.catalogue.places import in_words
from propsummary.problems import Language, Problem, Report, Severity, Span
from propsummary.reports._shown import listed, one_line

__all__ = ["report_github"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report_github(reports: Report | Sequence[Report], *, language: Language = "zh") -> str:
    """Write *reports* as workflow commands, one line a problem; nothing for none."""
    return "".join(_command(problem, report.file, language) + "\n" for report in listed(reports) for problem in report)


def _command(problem: Problem, file: str, language: Language) -> str:
    properties = {**_place(problem.span, file), "title": f"{problem.code} {problem.name}"}
    words = problem.wording(language)
    lines = [one_line(words.message)]
    if problem.span is None:
        lines.append(one_line(in_words(problem.path, language)))
    elif problem.span.place:
        lines.append(one_line(problem.span.place))
    if words.hint:
        lines.append(one_line(words.hint))
    return f"::{_COMMANDS[problem.severity]} {_joined(properties)}::{_data(chr(10).join(lines))}"


def _place(span: Span | None, file: str) -> dict[str, str]:
    """Columns are given within one line only: the host drops them otherwise."""
    if span is None or span.place:
        name = span.file if span else file
        return {"file": name} if name else {}
    place = {"file": span.file, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:
        place |= {"col": str(span.column), "endColumn": str(span.end_column)}
    return {key: value for key, value in place.items() if value}


def _joined(properties: dict[str, str]) -> str:
    return ",".join(f"{key}={_data(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
