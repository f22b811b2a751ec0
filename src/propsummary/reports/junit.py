"""
Reports as JUnit XML, which build servers show as the results of tests.

The elements and attributes are those of the schema that Jenkins publishes (``junit-10.xsd`` of its xUnit plugin); GitLab reads
them too. A draft is a suite. An error is a failed test; warnings and notes pass, as they do for the exit code of ``check``, and
say their words on ``system-out``; what is waived and what could not run is skipped.
"""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from propsummary.catalogue.codes import Words
from propsummary.catalogue.places import in_words
from propsummary.problems import Language, Problem, Report, Severity
from propsummary.reports._shown import as_name, listed, one_line
from propsummary.reports._words import grade

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["report_junit"]

_FINE = Words("没有发现问题", "no problems found")
_UNNAMED = Words("总结", "summary")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report_junit(reports: Report | Sequence[Report], *, language: Language = "zh") -> str:
    """Write *reports* as JUnit XML, one suite a draft and one test case a problem."""
    from xml.etree import ElementTree

    suites = [_suite(report, language) for report in listed(reports)]
    totals = {key: str(sum(int(suite.get(key, "0")) for suite in suites)) for key in ("tests", "failures", "errors")}
    root = ElementTree.Element("testsuites", {"name": "propsummary", **totals})
    root.extend(suites)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(report: Report, language: Language) -> Element:
    from xml.etree import ElementTree

    cases = list(_cases(report, language))
    suite = ElementTree.Element(
        "testsuite",
        name=_text(as_name(report.file)) or _UNNAMED.in_(language),
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors="0",
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
    )
    suite.extend(cases)
    return suite


def _cases(report: Report, language: Language) -> Iterator[Element]:
    for problem in report:
        tag = "failure" if problem.severity is Severity.ERROR else "system-out"
        case, told = _case(report, problem.code, problem.wording(language).message, tag)
        if tag == "failure":
            told.set("type", problem.code)
            told.set("message", case.get("name", ""))
        told.text = _text("\n".join(_details(problem, report.file, language)))
        yield case
    for waived in report.waived:
        case, told = _case(report, waived.problem.code, waived.problem.wording(language).message, "skipped")
        told.set("message", _text(one_line(waived.reason)))
        yield case
    for code, zh, en in report.skipped:
        case, told = _case(report, code, code, "skipped")
        told.set("message", _text((en if language == "en" else zh).message))
        yield case
    if not (report.problems or report.waived or report.skipped):  # servers take a suite without tests for a broken one
        yield _case(report, "", _FINE.in_(language))[0]


def _case(report: Report, code: str, name: str, tag: str = "") -> tuple[Element, Element]:
    """
    A test case and the element *tag* within it.

    Servers take what stands before the last dot of the class name for a package: that is the file here, and the code is the class.
    Lines are no part of the name, because servers tell by it since when a test has failed.
    """
    from xml.etree import ElementTree

    package = pathlib.PurePath(as_name(report.file)).as_posix().replace(".", "_") if report.file else "propsummary"
    case = ElementTree.Element("testcase", name=_text(one_line(name)), classname=_text(".".join(filter(None, (package, code)))))
    return case, ElementTree.SubElement(case, tag) if tag else case


def _details(problem: Problem, file: str, language: Language) -> Iterator[str]:
    place = str(problem.span) if problem.span else ": ".join(filter(None, (file, in_words(problem.path, language))))
    words = problem.wording(language)
    yield one_line(f"{as_name(place)}: {grade(problem.severity, language)} {problem.code} {problem.name}")
    yield one_line(words.message)
    if words.hint:
        yield one_line(words.hint)


def _text(text: str) -> str:
    """*text* without what XML cannot hold."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
