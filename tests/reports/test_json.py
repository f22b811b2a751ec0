"""Reports for other programs."""

from __future__ import annotations

import json

from propsummary.problems import Wording
from propsummary.reports import reporter
from propsummary.reports.json import report_json
from sample_reports import full_report, problem, report

LOCATED = {
    "code": "RSK001",
    "name": "sample-rule",
    "severity": "error",
    "path": "/issues/0/statement",
    "object": "i1",
    "file": "草稿.yaml",
    "line": 4,
    "column": 33,
    "end_line": 4,
    "end_column": 36,
    "place": None,
    "message": "东门岗没有写原因",
    "hint": "写出为什么",
}


def test_a_single_report() -> None:
    document = json.loads(report_json(full_report()))
    assert list(document) == ["file", "problems", "counts"]
    assert document["file"] == "草稿.yaml"
    assert document["counts"] == {"error": 1, "warning": 1, "info": 1}
    assert document["problems"][0] == LOCATED
    assert list(document["problems"][0]) == list(LOCATED)


def test_no_place_is_null() -> None:
    last = json.loads(report_json(full_report(), language="en"))["problems"][2]
    assert {last[key] for key in ("object", "line", "column", "end_line", "end_column", "place")} == {None}
    assert last["file"] == "草稿.yaml"
    assert (last["path"], last["message"], last["hint"]) == ("/outlook/innovations", "no innovation", "")


def test_a_list_of_reports() -> None:
    document = json.loads(reporter("json")([full_report()]))
    assert list(document) == ["files"]
    assert document["files"] == [json.loads(report_json(full_report()))]
    assert json.loads(report_json([])) == {"files": []}


def test_chinese_stays_readable_and_order_stays() -> None:
    text = report_json(full_report())
    assert "东门岗没有写原因" in text
    assert text == report_json(full_report())


def test_personal_data_is_masked() -> None:
    said = Wording("打13812345678", "问13812345678")
    assert "13812345678" not in report_json(report(problem("/extra/13812345678", object="13812345678", zh=said)))
