"""SARIF reports follow the published schema of SARIF 2.1.0, which scripts/install-system.sh fetches."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import jsonschema
import pytest

from propsummary import check, read
from propsummary.problems import Language, Report
from propsummary.reports.sarif import report_sarif
from sample_reports import full_report

pytestmark = pytest.mark.system

ROOT = pathlib.Path(__file__).parents[2]


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft4Validator:
    (schema,) = ROOT.glob("build/sarif-schema-*/package/lib/schemas/sarif-2.1.0-*.json")
    return jsonschema.Draft4Validator(json.loads(schema.read_text(encoding="utf-8")))


def _reports() -> list[Report]:
    """One of everything, drafts of every kind with all that is wrong with them, and nothing at all."""
    drafts = [*(ROOT / "tests" / "cases" / "staff").glob("*.yaml"), *(ROOT / "tests" / "cases" / "prose_by_others").glob("*.docx")]
    return [full_report(), *(check(read(file)) for file in drafts), Report(file="", problems=())]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_reports_are_valid(language: Language, validator: jsonschema.Draft4Validator) -> None:
    reports = _reports()
    assert len(reports) > 10
    for one in (*reports, reports):
        assert [error.message for error in validator.iter_errors(json.loads(report_sarif(one, language=language)))] == []


def test_the_schema_sees_faults(validator: jsonschema.Draft4Validator) -> None:
    log: dict[str, Any] = json.loads(report_sarif(full_report()))
    log["runs"][0]["results"][0]["level"] = "fatal"
    log["runs"][0]["tool"]["driver"]["rules"][0]["title"] = "no such key"
    assert len(list(validator.iter_errors(log))) == 2
