"""A summary made in code must say what a file must say."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import rich_summaries
from propsummary import Config, Countermeasure, Goal, Issue, Metric, Period, Quantity, Summary, build, check, loads
from propsummary.catalogue import Kpi
from propsummary.model import Share, Waiver
from propsummary.serde.made_in_code import as_draft

_SLIPS: list[tuple[str, dict[str, Any]]] = [
    ("指标: [{指标库: fee_collection}]", {"metrics": (Metric(kpi="fee_collection"),)}),
    ("指标: [{数值: 0}]", {"metrics": (Metric(value=Quantity.of(0)),)}),
    ("问题: [{部位: 东门岗}]", {"issues": (Issue(where="东门岗"),)}),
    ("目标: [{内容: '', 指标库: x}]", {"goals": (Goal(statement="", kpi="x"),)}),
    ("豁免: [{规则: ISS001}]", {"waivers": (Waiver(code="ISS001", reason=""),)}),
    ("版本: 0", {"schema_version": 0}),
    ('标题: "a\\u0007b"', {"title": "a\x07b"}),
    ('措施: [{内容: 甲, 针对: ["i\\u0007"]}]', {"countermeasures": (Countermeasure(statement="甲", addresses=("i\x07",)),)}),
]


@pytest.mark.parametrize(("text", "fields"), _SLIPS)
def test_a_slip_is_told_as_the_reader_tells_it(text: str, fields: dict[str, Any]) -> None:
    read = {(p.code, p.path, p.zh, p.en) for p in loads(f"部门: 秩序部\n期间: 2025\n{text}\n").problems}
    made = check(_summary(**fields)).problems
    assert read
    assert {(p.code, p.path, p.zh, p.en) for p in made if p.code.startswith("SHP")} == read


def test_a_misspelt_department_is_told_with_what_comes_near() -> None:
    (told,) = (p for p in check(Summary(department="ordr", period=Period.year(2025))).problems if p.code == "SHP005")
    assert told.en.message == "There is no department “ordr”; did you mean “order”?"


def test_a_part_of_a_metric_needs_a_name() -> None:
    metric = Metric(id="fees", name="收费", breakdown=(Share(name="", value=Quantity.of(3)),))
    (told,) = as_draft(_summary(metrics=(metric,))).problems
    assert (told.code, told.pointer, told.object) == ("SHP002", "/metrics/0/breakdown/0/name", "fees")


def test_nothing_is_left_out_and_what_is_told_is_unknown() -> None:
    summary = _summary(metrics=(Metric(id="m1", kpi="fee_collection"),))
    draft = as_draft(summary)
    assert draft.summary == summary
    assert draft.unknown == {("metrics", 0, "kpi")}


def test_a_right_one_has_nothing_to_tell() -> None:
    for summary in (rich_summaries.order(), rich_summaries.logistics()):
        assert as_draft(summary).problems == ()


def test_a_document_of_one_with_slips_is_a_draft() -> None:
    """Neither is refused: a summary may be rendered while somebody still works on it."""
    assert build(_summary(issues=(Issue(),))).draft


def test_the_companys_own_kpis_are_known() -> None:
    pool = Kpi(
        id="pool_use",
        zh="泳池使用率",
        en="pool use",
        unit="%",
        direction="higher",
        possible=(Decimal(0), Decimal(100)),
        plausible=(Decimal(10), Decimal(90)),
        departments=("order",),
        areas=(),
        definitions=(),
    )
    summary = _summary(metrics=(Metric(kpi="pool_use"),))
    assert "SHP005" in {p.code for p in check(summary).problems}
    assert "SHP005" not in {p.code for p in check(summary, config=Config(kpis=(pool,))).problems}


def _summary(**fields: Any) -> Summary:
    return Summary(department="秩序部", period=Period.year(2025), **fields)
