"""The walk: every object and every passage once, in the order of the model, at its place in the file."""

from __future__ import annotations

from propsummary.rules import Node, Passage, View
from propsummary.rules.walk import passages_of
from propsummary.serde import loads

_DRAFT = """
标题: 秩序部2025年工作总结
部门: 秩序部
期间: 2025
指标:
  - {编号: m1, 名称: 到岗率, 数值: 98.5%, 走势: [{期间: 2025-01, 数值: 很多}, {期间: 2025-02, 数值: 98%}], 备注: 不含临时岗}
问题:
  - 东门岗排队
  - {编号: i2, 表现: 东门岗夜间排队, 原因: [{维度: 技术设备, 说明: 相机老化, 追问: [没有预算]}]}
"""


def _view() -> View:
    draft = loads(_DRAFT)
    assert draft.summary is not None
    return View(draft.summary, unknown=draft.unknown, gaps=draft.gaps)


def test_objects_and_passages_in_the_order_of_the_model() -> None:
    told = [step.text if isinstance(step, Passage) else type(step.object).__name__ for step in _view().steps]
    assert told == [
        *("Summary", "秩序部2025年工作总结", "Metric", "Point", "不含临时岗"),
        *("Issue", "东门岗夜间排队", "RootCause", "相机老化", "没有预算"),
    ]


def test_places_are_those_of_the_file() -> None:
    """Also behind members that could not be read."""
    assert [step.path for step in _view().steps if step.path[:1] in (("metrics",), ("issues",))] == [
        ("metrics", 0),
        ("metrics", 0, "series", 1),
        ("metrics", 0, "note"),
        ("issues", 1),
        ("issues", 1, "statement"),
        ("issues", 1, "root_causes", 0),
        ("issues", 1, "root_causes", 0, "statement"),
        ("issues", 1, "root_causes", 0, "whys", 0),
    ]


def test_passages_belong_to_the_very_objects() -> None:
    view = _view()
    nodes = view.nodes
    assert [step for step in view.steps if isinstance(step, Node)] == list(nodes)
    own = [(passage.path, passage.text) for node in nodes for passage in passages_of(node, view.gaps)]
    assert sorted(own) == sorted((passage.path, passage.text) for passage in view.passages)
