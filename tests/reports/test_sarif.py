"""Reports as SARIF 2.1.0."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import attrs
import jsonschema
import pytest

import propsummary
from propsummary.catalogue.codes import code_info
from propsummary.problems import Span, Wording
from propsummary.reports import reporter
from propsummary.reports.sarif import report_sarif
from sample_reports import full_report, problem, report

WORDS = {"type": "string", "minLength": 1}
TEXT = {"type": "object", "additionalProperties": False, "required": ["text"], "properties": {"text": WORDS}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
POSITIVE = {"type": "integer", "minimum": 1}

# What the published schema says of the parts that are written, and nothing beside them.
SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "minItems": 0, "items": {"$ref": "#/$defs/run"}},
    },
    "$defs": {
        "run": {
            "type": "object",
            "additionalProperties": False,
            "required": ["tool", "results"],
            "properties": {
                "tool": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["driver"],
                    "properties": {"driver": {"$ref": "#/$defs/driver"}},
                },
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
            },
        },
        "driver": {
            "type": "object",
            "additionalProperties": False,
            "required": ["name"],
            "properties": {
                "name": {"type": "string"},
                "version": {"type": "string"},
                "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                "rules": {"type": "array", "uniqueItems": True, "items": {"$ref": "#/$defs/rule"}},
            },
        },
        "rule": {
            "type": "object",
            "additionalProperties": False,
            "required": ["id"],
            "properties": {
                "id": {"type": "string"},
                "name": {"type": "string"},
                "shortDescription": TEXT,
                "fullDescription": TEXT,
                "help": TEXT,
                "defaultConfiguration": {"type": "object", "additionalProperties": False, "properties": {"level": LEVEL}},
                "properties": {
                    "type": "object",
                    "properties": {"tags": {"type": "array", "uniqueItems": True, "items": {"type": "string"}}},
                },
            },
        },
        "result": {
            "type": "object",
            "additionalProperties": False,
            "required": ["message"],
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": -1},
                "level": LEVEL,
                "message": TEXT,
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
                "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
                "suppressions": {
                    "type": "array",
                    "uniqueItems": True,
                    "items": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["kind"],
                        "properties": {"kind": {"enum": ["inSource", "external"]}, "justification": {"type": "string"}},
                    },
                },
            },
        },
        "location": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "physicalLocation": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["artifactLocation"],
                    "properties": {
                        "artifactLocation": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {"uri": {"type": "string", "pattern": "^[!#-~]+$"}},
                        },
                        "region": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), POSITIVE),
                        },
                    },
                },
                "logicalLocations": {
                    "type": "array",
                    "uniqueItems": True,
                    "items": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"fullyQualifiedName": {"type": "string"}},
                    },
                },
            },
        },
    },
}


def _run(*args: Any, **options: Any) -> dict[str, Any]:
    log = json.loads(report_sarif(*args, **options))
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_the_whole() -> None:
    run = _run(full_report())
    assert run["tool"]["driver"]["version"] == propsummary.__version__
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "error"]
    assert run["results"][0]["message"]["text"] == "东门岗没有写原因\n写出为什么"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 4,
        "startColumn": 33,
        "endLine": 4,
        "endColumn": 36,
    }


def test_rules_explain_themselves() -> None:
    run = _run(full_report(), language="en")
    driver = run["tool"]["driver"]
    assert driver["language"] == "en-US"
    assert [rule["id"] for rule in driver["rules"]] == ["RSK001", "STR010"]
    info = code_info("RSK001")
    assert info.why.en in driver["rules"][0]["help"]["text"]
    assert driver["rules"][0]["properties"]["tags"] == list(info.serves)
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_rules_of_third_parties_have_their_name() -> None:
    run = _run(report(problem(code="ACME001")))
    assert run["tool"]["driver"]["rules"] == [{"id": "ACME001", "name": "sample-rule", "help": {"text": "sample-rule"}}]


def test_what_is_waived_is_suppressed() -> None:
    assert _run(full_report())["results"][3]["suppressions"] == [{"kind": "inSource", "justification": "已和客户约定"}]


def test_several_files_are_one_run() -> None:
    assert len(_run([full_report(), report(problem("/risks"), file="b.yaml")])["results"]) == 5
    assert _run([]) == {
        "tool": {"driver": {"name": "propsummary", "version": propsummary.__version__, "language": "zh-CN", "rules": []}},
        "columnKind": "unicodeCodePoints",
        "results": [],
    }


@pytest.mark.parametrize(
    "file, uri",
    [
        ("草稿.yaml", "%E8%8D%89%E7%A8%BF.yaml"),
        ("2025 年/a b#1.yaml", "2025%20%E5%B9%B4/a%20b%231.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        (str(pathlib.Path("drafts", "a.yaml")), "drafts/a.yaml"),
        (str(pathlib.Path("/srv/草.yaml").absolute()), pathlib.Path("/srv/草.yaml").absolute().as_uri()),
    ],
)
def test_addresses(file: str, uri: str) -> None:
    found = problem(span=Span(file=file, line=1, column=1, end_line=1, end_column=1))
    place = _run(report(found))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": uri}


def test_a_summary_made_in_code_has_no_file() -> None:
    (result,) = _run(report(problem("/risks"), file=""))["results"]
    assert result["locations"] == [{"logicalLocations": [{"fullyQualifiedName": "/risks"}]}]


def test_fingerprints_last() -> None:
    """Moving lines and objects, or asking for the other language, changes no fingerprint; another problem has another one."""

    def print_of(found: Any, **options: Any) -> str:
        fingerprint: str = _run(report(found), **options)["results"][0]["partialFingerprints"]["propsummary/v1"]
        return fingerprint

    first = problem("/issues/0/statement", line=4, column=33, object="i1")
    assert print_of(first) == print_of(problem("/issues/3/statement", line=40, column=3, object="i1"))
    assert print_of(first) == print_of(first, language="en")
    others = [attrs.evolve(first, **change) for change in ({"code": "X1"}, {"object": "i2"}, {"path": ("issues", 0, "where")})]
    assert len({print_of(found) for found in (first, *others)}) == 4


def test_personal_data_is_masked() -> None:
    found = problem("/extra/13812345678", object="13812345678", zh=Wording("打13812345678", "问13812345678"))
    assert "13812345678" not in report_sarif(report(found))


def test_an_unknown_format_names_the_near_ones() -> None:
    with pytest.raises(propsummary.PropsummaryError, match="did you mean sarif"):
        reporter("sarrif")
