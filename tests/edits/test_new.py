"""Drafts to start from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from propsummary import check, loads
from propsummary.catalogue import departments
from propsummary.edits import starter
from propsummary.errors import UnknownNameError, UnreadableValueError
from propsummary.model import Draft, Word
from propsummary.periods import Period
from propsummary.problems import Language

PROFILES = departments()
BOTH: tuple[Language, ...] = ("zh", "en")
BLANK = {"zh": "【请填写】", "en": "TODO"}

every = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
in_both = pytest.mark.parametrize("language", BOTH)


def _read(text: str) -> Draft:
    draft = loads(text, format="yaml")
    assert draft.problems == ()
    assert draft.summary is not None
    return draft


def _texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in *value*, with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for member in value:
            yield from _texts(member, name)
    elif attrs.has(type(value)) and not isinstance(value, Period | Word):
        for field in attrs.fields(type(value)):
            yield from _texts(getattr(value, field.name), field.name)


@every
@in_both
def test_reads_without_a_fault_and_comes_from_the_profile(profile: Any, language: Language) -> None:
    text = starter(profile.id, language=language)
    summary = _read(text).summary
    assert summary is not None
    assert summary.department == profile.name(language)
    assert [metric.kpi for metric in summary.metrics] == list(profile.core_kpis)
    assert [one.area for one in summary.achievements] == [function.name(language) for function in profile.functions]
    assert [goal.kind and goal.kind.value for goal in summary.goals] == list(profile.goal_kinds)
    for area in profile.areas:
        assert f"# {area.name(language)}" in text
        for hint in area.hints_en if language == "en" else area.hints_zh:
            assert hint in text
    for kind in (*profile.issue_kinds, *profile.measure_kinds):
        assert (kind.en if language == "en" else kind.zh) in text
    for section in profile.sections:
        assert f"# ===== {section.title(language)} =====" in text


@every
@in_both
def test_the_rules_say_what_to_fill_in(profile: Any, language: Language) -> None:
    report = check(_read(starter(profile.id, language=language)))
    found = {(problem.code, problem.path[0]) for problem in report.errors}
    parts = {
        "title",
        "organization",
        "background",
        "metrics",
        "achievements",
        "issues",
        "risks",
        "countermeasures",
        "goals",
        "outlook",
    }
    assert {part for code, part in found if code == "WRD001"} == parts
    assert not {code for code, _ in found} & {"ISS001", "CTM001", "CTM003", "GOA001", "GOA002"}  # the marks say it all


@every
@in_both
def test_nothing_in_it_could_be_handed_in(profile: Any, language: Language) -> None:
    """Every text is a placeholder or a name of the catalogue; no figure, no date, no person."""
    summary = _read(starter(profile.id, language=language)).summary
    assert summary is not None
    names = {"id", "department", "area", "kpi", "addresses"}
    written = {text for name, text in _texts(summary) if text and name not in names}
    assert written == {BLANK[language]}
    for metric in summary.metrics:
        assert (metric.value, metric.baseline, metric.source) == (None, None, BLANK[language])
    assert all(goal.target is None and goal.deadline is None and goal.owner is None for goal in summary.goals)


@in_both
def test_a_named_period(language: Language) -> None:
    """It is in the title, nobody is asked for it again, and the next year's headings make way for the next period's."""
    text = starter("order", language=language, period="2025年上半年")
    summary = _read(text).summary
    assert summary is not None
    titles = {"zh": "2025年上半年秩序部工作总结", "en": "Work summary of the Order department, first half of 2025"}
    assert (summary.title, summary.period.label) == (titles[language], "2025-H1")
    assert not [problem for problem in check(summary) if problem.code.startswith("PER") or problem.path == ("title",)]
    section = PROFILES[0].section("outlook")
    assert section is not None
    assert section.title(language, whole_year=False) in text
    assert section.title(language, whole_year=True) not in text


@pytest.mark.parametrize("period", ["2025-01..2025-11", "2025年1—11月", "2025-01-01..2025-06-30", "2025"])
def test_periods_are_written_as_yaml_reads_them(period: str) -> None:
    summary = _read(starter("order", period=period)).summary
    assert summary is not None
    assert summary.period == Period.parse(period)


@in_both
def test_no_period(language: Language) -> None:
    """Title and period do not contradict each other, and whoever is asked for the one is told of the other."""
    text = starter("order", language=language)
    line = next(line for line in text.splitlines() if line.startswith(("标题:", "title:")))
    assert BLANK[language] in line
    assert ("期间" if language == "zh" else "period") in line
    assert "20XX" not in text


@every
def test_the_placeholder_of_a_metric_is_where_people_have_to_write(profile: Any) -> None:
    """Whoever follows the problems fills in source and value, and is told of a value that is still empty."""
    text = starter(profile.id)
    places = {problem.path[-1] for problem in check(_read(text)) if problem.code == "WRD001" and problem.path[0] == "metrics"}
    assert places == {"source"}
    sourced = check(_read(text.replace("来源: 【请填写】", "来源: 台账")))
    assert "metrics" not in {problem.path[0] for problem in sourced if problem.code == "WRD001"}
    (missing,) = [problem for problem in sourced if problem.code == "STR004"]
    assert f"有{len(profile.core_kpis)}项核心指标没有报" in missing.message


@in_both
def test_editors_find_the_schema(language: Language) -> None:
    first, second, *_ = starter("order", language=language).splitlines()
    schema = re.fullmatch(r"# yaml-language-server: \$schema=(\S+\.json)", first)
    assert schema
    assert f"propsummary schema --lang {language} -o {schema[1]}" in second


def test_what_is_typed_behind_a_colon_is_a_value() -> None:
    assert not re.search(r":[,}]", starter("order"))
    filled = starter("order").replace("数值: ,", "数值: 98.6%,").replace("责任人:", "责任人: 周明")
    summary = _read(filled).summary
    assert summary is not None
    assert str(summary.metrics[0].value and summary.metrics[0].value.text) == "98.6%"


def test_english_says_nothing_in_chinese() -> None:
    for profile in PROFILES:
        assert not re.search("[\u4e00-\u9fff【】（），。：；、]", starter(profile.id, language="en"))


def test_who_and_when_must_be_known() -> None:
    with pytest.raises(UnknownNameError) as caught:
        starter("没有的部门啊")
    assert caught.value.near
    with pytest.raises(UnreadableValueError):
        starter("order", period="某年某月")
