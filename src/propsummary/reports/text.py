"""Reports for people at a terminal: one line a problem, the passage it is about, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

import attrs

from propsummary.catalogue.codes import Words
from propsummary.catalogue.places import in_words
from propsummary.problems import Language, Problem, Report, Severity
from propsummary.reports._alike import Told, also, gathered
from propsummary.reports._groups import by_object
from propsummary.reports._shown import Sources, as_name, excerpt, listed, one_line, where
from propsummary.reports._words import counts_in_words, grade, not_run, tally

__all__ = ["Grouping", "report_text"]

#: The order of problems: by their place in the file, or gathered by the objects of the summary.
Grouping: TypeAlias = Literal["place", "object"]

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _DIM = "1", "2"

_COLON = Words("：", ": ")
_HINT = Words("建议：", "hint: ")
_PLACE = Words("位置：", "place: ")
_NONE = Words("没有发现问题", "no problems found")
_WAIVED = Words("已豁免：", "waived:")
_REASON = Words("理由：", "reason: ")
_SKIPPED = (Words("{} 条规则没有运行：", "{} rules did not run: "), Words("1 条规则没有运行：", "1 rule did not run: "))
_FILES = Words("（{} 个文件）", " ({} files)")

_NARROWEST = 40


def report_text(
    reports: Report | Sequence[Report],
    *,
    language: Language = "zh",
    sources: Mapping[str, str] | None = None,
    colour: bool = False,
    width: int = 100,
    group: Grouping = "place",
) -> str:
    """
    Write *reports* for a terminal.

    Args:
        reports: One report or several.

        language: The language of the messages.

        sources: The files' texts, by the names that problems carry, of a Word file its paragraphs, a line each; without one its
            lines are not shown.

        colour: Whether to use the terminal's colours.

        width: Columns that source lines may take.

        group: Whether problems stand in the order of the file, many that differ in their place alone as one, or below a heading
            for each object.
    """
    shown = Sources(sources or {})
    printer = _Printer(language=language, sources=shown, colour=colour, width=max(width, _NARROWEST), group=group)
    return "\n".join(printer.lines(listed(reports))) + "\n"


@attrs.frozen(kw_only=True)
class _Printer:
    language: Language
    sources: Sources
    colour: bool
    width: int
    group: Grouping

    def lines(self, reports: Sequence[Report]) -> Iterator[str]:
        for report in reports:
            if self.group == "object":
                yield from self._objects(report)
            else:
                yield from self._problems(gathered(report.problems, self.sources), report.file)
        yield from self._waived(reports)
        yield from self._skipped(reports)
        yield self._counts(reports)

    def _objects(self, report: Report) -> Iterator[str]:
        for found in by_object(report.problems):
            name = self._paint(one_line(found.name(self.language)), _BOLD)
            yield f"== {name}{_COLON.in_(self.language)}{self._counted(found.problems)} =="
            yield ""
            yield from self._problems((Told(problem=problem) for problem in found.problems), report.file)

    def _problems(self, problems: Iterable[Told], file: str) -> Iterator[str]:
        for told in problems:
            yield from self._problem(told, file)
            yield ""

    def _problem(self, told: Told, file: str) -> Iterator[str]:
        problem = told.problem
        graded = self._paint(grade(problem.severity, self.language), _COLOURS[problem.severity])
        words = problem.wording(self.language)
        yield f"{self._where(problem, file)}{graded} {self._paint(problem.code, _BOLD)} {one_line(words.message)}"
        margin = " " * 4
        if problem.span is None:
            yield f"{margin}= {_PLACE.in_(self.language)}{one_line(in_words(problem.path, self.language))}"
        elif (line := self.sources.line(problem.span)) is not None:
            number = f"{'' if problem.span.place else problem.span.line:>6}"
            shown = excerpt(line, problem.span, self.width - len(number) - 3)
            margin = " " * len(number) + " "
            yield f"{self._paint(number + ' |', _DIM)} {shown.text}".rstrip()
            yield f"{self._paint(margin + '|', _DIM)} {self._paint(shown.marker, _COLOURS[problem.severity])}"
        if words.hint:
            yield f"{margin}= {_HINT.in_(self.language)}{one_line(words.hint)}"
        if told.others:
            yield f"{margin}= {also(told.others, self.language)}"

    def _where(self, problem: Problem, file: str) -> str:
        place = where(problem.span) if problem.span else as_name(file)
        return f"{place}: " if place else ""

    def _waived(self, reports: Sequence[Report]) -> Iterator[str]:
        waived = [(one, report.file) for report in reports for one in report.waived]
        if not waived:
            return
        yield _WAIVED.in_(self.language)
        for one, file in waived:
            message = one_line(one.problem.wording(self.language).message)
            yield f"    {self._where(one.problem, file)}{one.problem.code} {message}"
            yield f"        {_REASON.in_(self.language)}{one_line(one.reason)}"
        yield ""

    def _skipped(self, reports: Sequence[Report]) -> Iterator[str]:
        for reason, codes in not_run(reports, self.language).items():
            yield _SKIPPED[len(codes) == 1].in_(self.language).format(len(codes)) + reason

    def _counts(self, reports: Sequence[Report]) -> str:
        said = self._counted([problem for report in reports for problem in report])
        return (said or _NONE.in_(self.language)) + (_FILES.in_(self.language).format(len(reports)) if len(reports) > 1 else "")

    def _counted(self, problems: Sequence[Problem]) -> str:
        counts = counts_in_words(tally(problems), self.language)
        return (", " if self.language == "en" else "、").join(self._paint(said, _COLOURS[g]) for g, said in counts.items())

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text
