"""Every key and value is found where it stands, in all three formats."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from propsummary.model import Summary
from propsummary.problems import Path as Way
from propsummary.problems import Span
from propsummary.serde import dumps, loads, read_file
from propsummary.serde._locating import Located
from propsummary.serde._records import summary_shape
from propsummary.serde._source import Limits, Lines
from propsummary.serde.json_reader import read_json
from propsummary.serde.toml_reader import read_toml
from propsummary.serde.yaml_reader import read_yaml
from propsummary.testing.strategies import summaries

CASES = Path(__file__).parent.parent / "cases" / "structured"

YAML = """\
部门: 秩序部  # 😀
期间: 2025
标题: "𠮷😀" # 完
单位: {公司: 甲, 项目: 乙}
指标:
  - 编号: m1
    名称: 投诉
    构成: {漏水: 3, 噪音: 4}
  - {编号: m2, name: 回访率, 数值: 85.0%}
成绩:
  - 标题: 巡更
    指标: m1
    做法:
      - 加岗
    说明: |
      一段。
      二段。
"""
JSON = """\
{"部门": "秩序部", "期间": 2025, "标题": "𠮷😀",
 "单位": {"公司": "甲", "项目": "乙"},
 "指标": [
  {"编号": "m1", "名称": "投诉", "构成": {"漏水": 3, "噪音": 4}},
  {"编号": "m2", "name": "回访率", "数值": "85.0%"}
 ],
 "成绩": [{"标题": "巡更", "指标": "m1", "做法": ["加岗"], "说明": "一段。\\n二段。"}]}
"""
TOML = """\
"部门" = "秩序部" # 😀
"期间" = 2025
"标题" = "𠮷😀"
"单位" = {"公司" = "甲", "项目" = "乙"}

[["指标"]]
"编号" = "m1"
"名称" = "投诉"
"构成" = {"漏水" = 3, "噪音" = 4}

[["指标"]]
"编号" = "m2"
name = "回访率"
"数值" = "85.0%"

[["成绩"]]
"标题" = "巡更"
"指标" = "m1"
"做法" = [
  "加岗", # 一
]
"说明" = \"\"\"
一段。
二段。\"\"\"
"""


def cut(source: str, span: Span | None) -> str:
    """The text of *span*."""
    assert span is not None
    lines = source.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines).strip("\"'")


VALUES: dict[Way, str] = {
    ("department",): "秩序部",
    ("period",): "2025",
    ("title",): "𠮷😀",
    ("organization", "property"): "乙",
    ("metrics", 0, "id"): "m1",
    ("metrics", 0, "breakdown", 1): "4",
    ("metrics", 0, "breakdown", 1, "value"): "4",
    ("metrics", 0, "breakdown", 1, "name"): "噪音",
    ("metrics", 1, "name"): "回访率",
    ("metrics", 1, "value"): "85.0%",
    ("achievements", 0, "metrics"): "m1",
    ("achievements", 0, "metrics", 0): "m1",
    ("achievements", 0, "actions", 0): "加岗",
}
KEYS: dict[Way, str] = {
    ("department",): "部门",
    ("organization", "property"): "项目",
    ("metrics", 0, "breakdown", 1): "噪音",
    ("metrics", 1, "name"): "name",
    ("achievements", 0, "text"): "说明",
}


@pytest.mark.parametrize("format, source", [("yaml", YAML), ("json", JSON), ("toml", TOML)])
def test_keys_and_values_are_found(format: str, source: str) -> None:
    draft = loads(source, format, file="草稿")
    assert draft.problems == ()
    assert {way: cut(source, draft.spans.value(way)) for way in VALUES} == VALUES
    assert {way: cut(source, draft.spans.key(way)) for way in KEYS} == KEYS
    span = draft.spans.value(("title",))
    assert span is not None
    assert span.file == "草稿"
    assert draft.spans.value(("metrics", 1, "target")) is None
    assert draft.spans.value(("metrics", 7)) is None
    assert draft.spans.key(("metrics", 0)) is None
    assert "二段" in cut(source, draft.spans.value(("achievements", 0, "text")))


def test_the_member_of_a_toml_list_is_its_header() -> None:
    draft = loads(TOML, "toml")
    assert cut(TOML, draft.spans.value(("metrics", 1))) == '[["指标"]]'
    where = draft.spans.of(("metrics", 1, "source"))
    assert where is not None
    assert where.line == 11


@pytest.mark.parametrize("file", sorted(p.name for p in CASES.glob("*.[yt]*ml")))
def test_whatever_the_summary_holds_has_a_place(file: str) -> None:
    draft = read_file(CASES / file)
    assert draft.summary is not None
    for name in ("metrics", "achievements", "issues", "countermeasures", "goals"):
        for number, member in enumerate(getattr(draft.summary, name)):
            assert draft.spans.value((name, number)) is not None
            assert cut(draft.source, draft.spans.value((name, number, "id"))) == member.id


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(summary=summaries())
def test_the_three_formats_find_the_same_paths(summary: Summary) -> None:
    limits, shape = Limits(), summary_shape()
    found = []
    for format, read in (("yaml", read_yaml), ("json", read_json), ("toml", read_toml)):
        text = dumps(summary, format)
        values, keys = Located(read(text, limits).locate(), shape, Lines(text, "")).maps()
        found.append((set(values), set(keys)))
        last = len(text.replace("\r", "\n").split("\n"))
        assert all(1 <= span.line <= span.end_line <= last for span in (*values.values(), *keys.values()))
    assert found[0] == found[1] == found[2]
