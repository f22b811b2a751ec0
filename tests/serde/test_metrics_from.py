"""取数 in drafts: keys of both languages, a single word for a list, and every form that a draft can be kept in."""

from __future__ import annotations

import attrs
import pytest

from propsummary.drafts.files import read_bytes
from propsummary.edits.workbook import to_workbook
from propsummary.extract import extract
from propsummary.model import MetricsFrom
from propsummary.serde import dumps, loads

_HEAD = "部门: 秩序部\n期间: 2025\n"
_ALL = MetricsFrom(
    records="记录", mapping="对应.toml", kpis=("工单完成率/只计本期受理", "patrol_checkpoint_rate"), by=("月", "项目")
)


@pytest.mark.parametrize(
    "text, found",
    [
        ("取数: {记录: 记录, 对应表: 对应.toml, 指标: [工单完成率/只计本期受理, patrol_checkpoint_rate], 分组: [月, 项目]}", _ALL),
        ("取數: {記錄: 记录, 分組: 月}", MetricsFrom(records="记录", by=("月",))),
        ("metrics_from: {records: a.csv, kpis: wo_completion}", MetricsFrom(records="a.csv", kpis=("wo_completion",))),
        ("取数:", None),
    ],
)
def test_it_is_read(text: str, found: MetricsFrom | None) -> None:
    draft = loads(_HEAD + text)
    assert draft.problems == ()
    assert draft.summary is not None
    assert draft.summary.metrics_from == found


@pytest.mark.parametrize("text", ["取数: 记录", "取数: {源: 记录}", "取数: [记录]", "取数: {指标: {甲: 1}}"])
def test_what_is_none_is_told(text: str) -> None:
    assert [problem.pointer[:13] for problem in loads(_HEAD + text).problems] == ["/metrics_from"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("asked", [_ALL, MetricsFrom(), MetricsFrom(records="记录")])
def test_nothing_is_lost_on_the_way_through_a_workbook(asked: MetricsFrom, language: str) -> None:
    summary = loads(_HEAD).summary
    assert summary is not None
    summary = attrs.evolve(summary, metrics_from=asked)
    form = to_workbook(summary, language="en" if language == "en" else "zh")
    back = read_bytes(form, "xlsx", file="表.xlsx", folder=None).summary
    assert back == summary
    assert loads(dumps(summary, format="yaml")).summary == summary


def test_a_form_has_no_lines_for_it_unless_there_is_something_to_say() -> None:
    summary = loads(_HEAD).summary
    assert summary is not None
    assert "取数" not in str(extract(to_workbook(summary), "xlsx"))
