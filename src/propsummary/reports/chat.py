"""Reports in a few lines, for a chat group."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence

from propsummary._text import width
from propsummary.catalogue.codes import Words
from propsummary.problems import Language, Problem, Report, Span
from propsummary.reports._shown import as_name, listed, one_line
from propsummary.reports._words import GRADES, counts_in_words, tally

__all__ = ["report_chat", "verdict"]

_FINE = Words("没有发现问题", "no problems found")
_OPEN = Words("还不能上交：", "not fit to hand in: ")
_READY = Words("没有错误，另有 ", "no errors, but ")
_UNNAMED = Words("总结", "summary")
_LINE = Words("第{}行 ", "line {}: ")
_PLACE = Words("{}：", "{}: ")
_MORE = Words("……另有 {} 个，见完整报告", "… and {} more: see the full report")
_TOTAL = Words("共 {} 份：{} 份没有错误，{} 份要改", "{} drafts: {} without errors, {} to be mended")

_SHOWN = 3  # of a single draft, the gravest; a chat is no place for more
_COLUMNS = 76


def report_chat(reports: Report | Sequence[Report], *, language: Language = "zh") -> str:
    """Write *reports* for a chat group: one line a draft, below a single one its gravest problems, without personal data."""
    return "\n".join(_lines(listed(reports), language)) + "\n"


def _lines(reports: Sequence[Report], language: Language) -> Iterator[str]:
    if len(reports) != 1:
        good = sum(report.ok for report in reports)
        yield _TOTAL.in_(language).format(len(reports), good, len(reports) - good)
    for report in reports:
        yield verdict(report, pathlib.PurePath(report.file).name, language=language)
    if len(reports) == 1:
        yield from _worst(reports[0].problems, language)


def verdict(report: Report, name: str = "", *, language: Language = "zh") -> str:
    """One line: whether the draft called *name* may be handed in, and how many problems of each grade it has."""
    name = one_line(as_name(name)) or _UNNAMED.in_(language)
    counts = counts_in_words(tally(report.problems), language)
    said = (", " if language == "en" else "、").join(counts.values())
    verdict = (_READY if report.ok else _OPEN).in_(language) + said if counts else _FINE.in_(language)
    return f"{name}: {verdict}" if language == "en" else f"【{name}】{verdict}"


def _worst(problems: Sequence[Problem], language: Language) -> Iterator[str]:
    ranked = sorted(problems, key=lambda problem: GRADES.index(problem.severity))
    for number, problem in enumerate(ranked[:_SHOWN], 1):
        yield f"{number}. {_place(problem.span, language)}{_cut(one_line(problem.wording(language).message))}"
    if len(ranked) > _SHOWN:
        yield _MORE.in_(language).format(len(ranked) - _SHOWN)


def _place(span: Span | None, language: Language) -> str:
    if span is None:
        return ""
    return _PLACE.in_(language).format(one_line(span.place)) if span.place else _LINE.in_(language).format(span.line)


def _cut(text: str) -> str:
    if width(text) <= _COLUMNS:
        return text
    while width(text) > _COLUMNS - 1:
        text = text[:-1]
    return text + "…"
