"""Whatever a summary holds, writing and reading it back changes nothing."""

from __future__ import annotations

import itertools
import json
import random
import tomllib
from decimal import Decimal
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from propsummary.errors import UnknownNameError
from propsummary.model import Metric, Section, Summary, with_ids
from propsummary.periods import Period
from propsummary.quantities import Quantity
from propsummary.serde import dumps, loads
from propsummary.serde._plain import to_plain
from propsummary.serde._records import _MOST
from propsummary.serde.json_writer import write_json
from propsummary.testing.strategies import summaries

FORMATS = ("yaml", "json", "toml")
WHOLE = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("format", FORMATS)
@WHOLE
@given(summary=summaries(), language=st.sampled_from(["zh", "en"]))
def test_reading_what_was_written_changes_nothing(format: str, summary: Summary, language: str) -> None:
    text = dumps(summary, format, language=language)
    draft = loads(text, format)
    assert [p for p in draft.problems if p.code != "SHP002"] == []  # a metric may lack its name
    assert draft.summary == summary
    assert dumps(draft.summary, format, language=language) == text


@WHOLE
@given(summary=summaries(), language=st.sampled_from(["zh", "en"]))
def test_json_is_that_of_the_plain_values(summary: Summary, language: str) -> None:
    assert dumps(summary, "json", language=language) == write_json(to_plain(summary, language))


@WHOLE
@given(summary=summaries(), chance=st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(summary: Summary, chance: random.Random) -> None:
    plain = json.loads(dumps(summary, "json"), parse_float=Decimal)
    assert loads(write_json(_shuffled(plain, chance)), "json").summary == loads(write_json(plain), "json").summary


def test_more_orders_of_keys_than_are_remembered() -> None:
    written = {"名称": "到岗率", "数值": "98.5%", "分子": 197, "分母": 200, "来源": "排班表", "备注": None}
    orders = [dict(pairs) for pairs in itertools.permutations(written.items())]
    draft = loads(json.dumps({"部门": "秩序部", "期间": 2025, "指标": orders}), "json")
    assert draft.problems == ()
    assert draft.summary is not None
    assert {attrs.evolve(metric, id="m") for metric in draft.summary.metrics} == {attrs.evolve(draft.summary.metrics[0], id="m")}
    assert len(draft.summary.metrics) == len(orders) > _MOST


def _shuffled(plain: Any, chance: random.Random) -> Any:
    """*plain* with the keys of its objects in another order; those of 构成 and 附加 are what people wrote, in their order."""
    if isinstance(plain, list):
        return [_shuffled(member, chance) for member in plain]
    if not isinstance(plain, dict):
        return plain
    as_it_is = {"构成", "附加"}
    keys = chance.sample(sorted(plain), len(plain))
    return {key: plain[key] if key in as_it_is else _shuffled(plain[key], chance) for key in keys}


@WHOLE
@given(summary=summaries())
def test_other_readers_understand_it_too(summary: Summary) -> None:
    """What people wrote means the same to everybody else's parser."""
    titles = [section.text for section in summary.sections]
    assert [s["text"] for s in yaml.safe_load(dumps(summary, "yaml", language="en")).get("sections", [])] == titles
    assert [s["text"] for s in json.loads(dumps(summary, "json", language="en")).get("sections", [])] == titles
    assert [s["text"] for s in tomllib.loads(dumps(summary, "toml", language="en")).get("sections", [])] == titles


def small(**fields: object) -> Summary:
    return with_ids(Summary(department="秩序部", period=Period.parse("2025"), **fields))


def test_yaml_reads_like_a_draft() -> None:
    metric = Metric(name="到岗率", value=Quantity.parse("98.50"), numerator=Quantity.parse("197"), target=Quantity.parse("≥95%"))
    section = Section(text="第一段。\n\n第二段。")
    assert dumps(small(title="12", metrics=(metric,), sections=(section,))) == (
        "版本: 1\n标题: '12'\n部门: 秩序部\n期间: 2025\n指标:\n  - 编号: m1\n    名称: 到岗率\n    数值: 98.50\n    分子: 197\n"
        "    目标值: ≥95%\n正文:\n  - 内容: |-\n      第一段。\n\n      第二段。\n"
    )


def test_toml_quotes_chinese_keys() -> None:
    metric = Metric(name="到岗率", value=Quantity.parse("98.50"))
    assert dumps(small(metrics=(metric,)), "toml") == (
        '"版本" = 1\n"部门" = "秩序部"\n"期间" = 2025\n\n[["指标"]]\n"编号" = "m1"\n"名称" = "到岗率"\n"数值" = 98.50\n'
    )


def test_json_keeps_printed_decimals() -> None:
    text = dumps(small(metrics=(Metric(name="到岗率", value=Quantity.parse("98.50")),)), "json", language="en")
    assert '"value": 98.50' in text
    assert json.loads(text, parse_float=Decimal)["metrics"][0]["value"] == Decimal("98.5")


def test_what_cannot_be_plain_is_written_as_text() -> None:
    summary = small(extra={"比": 0.5, "无": None, "元组": (1, None), "日": Period.parse("2025").first})
    read = loads(dumps(summary, "toml"), "toml").summary
    assert read is not None
    assert read.extra == {"比": Decimal("0.5"), "元组": [1], "日": "2025-01-01"}  # TOML has no word for nothing
    for format in ("yaml", "json"):
        read = loads(dumps(summary, format), format).summary
        assert read is not None
        assert read.extra == {"比": Decimal("0.5"), "无": None, "元组": [1, None], "日": "2025-01-01"}


def test_a_format_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        dumps(small(), "ini")
    with pytest.raises(UnknownNameError):
        loads("", "ini")
