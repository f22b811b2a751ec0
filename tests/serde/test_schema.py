"""The JSON Schemas: up to date, well-formed, and never at odds with the reader over a right draft."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from propsummary.model import Summary
from propsummary.serde import dumps, schema, schema_file
from propsummary.serde.json_schema import generate
from propsummary.testing.strategies import summaries

CASES = Path(__file__).parent.parent / "cases" / "structured"
LANGUAGES = ("zh", "en")


def validator(language: Any) -> Draft202012Validator:
    return Draft202012Validator(schema(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_up_to_date(language: Any) -> None:
    assert schema_file(language).read_text(encoding="utf-8") == generate(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_schema(language: Any) -> None:
    Draft202012Validator.check_schema(schema(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", sorted(p.name for p in CASES.glob("*.yaml")))
def test_right_drafts_are_valid(file: str, language: Any) -> None:
    text = (CASES / file).read_text(encoding="utf-8")
    tree = yaml.load(text, yaml.BaseLoader) | {"期间": 2025}
    assert [error.message for error in validator(language).iter_errors(tree)] == []


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(summary=summaries())
def test_whatever_is_written_is_valid(summary: Summary) -> None:
    for language in LANGUAGES:
        tree = json.loads(dumps(summary, "json", language=language))  # type: ignore[arg-type]
        errors = [e for e in VALIDATORS[language].iter_errors(tree) if "under any of the given schemas" not in e.message]
        assert errors == []


VALIDATORS = {language: validator(language) for language in LANGUAGES}

HEAD: dict[str, Any] = {"部门": "秩序部", "期间": 2025}


@pytest.mark.parametrize(
    "fault",
    [
        {"标提": "x"},
        {"编制人": 5},
        {"指标": {"名称": "a"}},
        {"指标": [{"数值": 3}]},
        {"指标": [{"名称": "a", "数值": True}]},
        {"指标": [{"名称": "a", "方向": "越高"}]},
        {"风险": [{"影响": "高"}]},
        {"版本": "1"},
    ],
)
def test_what_the_reader_refuses_is_invalid(fault: dict[str, Any]) -> None:
    for language in LANGUAGES:
        assert VALIDATORS[language].is_valid(HEAD)
        assert not VALIDATORS[language].is_valid(HEAD | fault)
    assert not VALIDATORS["zh"].is_valid({"部门": "秩序部"})
