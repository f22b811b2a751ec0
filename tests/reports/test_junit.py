"""Reports as JUnit XML, held against what junit-10.xsd of Jenkins' xUnit plugin says of the elements that are written."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary.problems import Severity, Wording
from propsummary.reports import reporter
from propsummary.reports.junit import report_junit
from sample_reports import full_report, problem, report

# Element: attributes that it must have, attributes that it may have, children that it may have.
XSD: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "testcase": ({"name"}, {"time", "classname", "group"}, {"skipped", "error", "failure", "system-out", "system-err"}),
    "failure": (set(), {"type", "message"}, set()),
    "skipped": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}


def _read(*args: object, **options: object) -> ElementTree.Element:
    """The root of a document that keeps to the schema and whose counts are right."""
    root = ElementTree.fromstring(report_junit(*args, **options).encode())  # type: ignore[arg-type]
    assert root.tag == "testsuites"
    for element in root.iter():
        required, optional, children = XSD[element.tag]
        assert required <= set(element.keys()) <= required | optional
        assert {child.tag for child in element} <= children
    for suite in root:
        assert suite.get("tests") == str(len(suite)) != "0"
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
        assert suite.get("skipped") == str(len(suite.findall("testcase/skipped")))
    assert root.get("tests") == str(len(root.findall("testsuite/testcase")))
    assert root.get("failures") == str(len(root.findall("testsuite/testcase/failure")))
    return root


def test_everything() -> None:
    (suite,) = _read(full_report())
    assert suite.get("name") == "草稿.yaml"
    cases = [(case.get("classname"), case.get("name"), [child.tag for child in case]) for case in suite]
    assert cases == [
        ("草稿_yaml.RSK001", "东门岗没有写原因", ["failure"]),
        ("草稿_yaml.RSK001", "东门岗没有写原因", ["system-out"]),
        ("草稿_yaml.STR010", "没有写创新", ["system-out"]),
        ("草稿_yaml.RSK001", "东门岗没有写原因", ["skipped"]),
        ("草稿_yaml.CHN001", "CHN001", ["skipped"]),
    ]
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert failure.attrib == {"type": "RSK001", "message": "东门岗没有写原因"}
    assert failure.text == "草稿.yaml:4:33: 错误 RSK001 sample-rule\n东门岗没有写原因\n写出为什么"
    assert [skipped.get("message") for skipped in suite.iter("skipped")] == ["已和客户约定", "没有给出上一期总结"]


def test_in_english() -> None:
    root = ElementTree.fromstring(reporter("junit")([full_report()], language="en"))
    assert [case.get("name") for case in root.iter("testcase")][:3] == ["the gate names no cause"] * 2 + ["no innovation"]
    assert (root.findtext("testsuite/testcase[3]/system-out") or "").startswith("草稿.yaml: outlook › innovations: note STR010")


def test_a_red_build_is_one_that_check_fails() -> None:
    """Failures are errors: warnings and notes do not fail a build, as they do not fail ``check``."""
    for severity in Severity:
        found = report(problem("/risks", severity=severity))
        assert (_read(found).get("failures") == "0") == found.ok


def test_a_clean_draft_has_a_test_that_passed() -> None:
    root = _read([report(), report(file="")])
    assert [(case.get("classname"), case.get("name")) for case in root.iter("testcase")] == [
        ("草稿_yaml", "没有发现问题"),
        ("propsummary", "没有发现问题"),
    ]
    assert _read([]).get("tests") == "0"


def test_folders_are_packages() -> None:
    (case,) = _read(report(problem("/risks"), file="2025/v1.2/草稿.yaml")).iter("testcase")
    assert case.get("classname") == "2025/v1_2/草稿_yaml.RSK001"


def test_personal_data_is_masked() -> None:
    text = report_junit(report(problem("/risks", zh=Wording("见13812345678", "见13812345678"))))
    assert "13812345678" not in text
    assert "138******78" in text


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=10))
@settings(deadline=None, max_examples=60)
def test_any_text_gives_xml(message: str, hint: str, file: str) -> None:
    _read(report(problem("/risks", zh=Wording(message, hint)), problem(f"/{hint}", severity=Severity.INFO), file=file))
