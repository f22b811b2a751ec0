"""RSK: risks."""

from __future__ import annotations

import pytest

from rule_drafts import places


@pytest.mark.parametrize(
    "text, where",
    [
        ("风险: [{编号: r1, 说明: 台风季倒伏树木可能砸车, 可能性: 中, 影响: 高}]", ["/risks/0"]),
        ("风险: [{说明: 甲, 应对: 每周排查}, {说明: 乙, 应对: ''}]", ["/risks/1"]),
        ("风险: [{编号: r1, 说明: 甲}]\n措施: [{编号: c1, 针对: [r2], 内容: 乙}]", ["/risks/0"]),
    ],
)
def test_a_risk_that_nobody_answers(text: str, where: list[str]) -> None:
    """Neither in words nor by a measure."""
    assert places(text, "RSK001") == where


@pytest.mark.parametrize(
    "text",
    [
        "风险: [{编号: r1, 说明: 甲, 应对: 与社区每周联合排查一次}]",
        "风险: [{编号: r1, 说明: 甲, 措施: [c1]}]",
        "风险: [{编号: r1, 说明: 甲}]\n措施: [{编号: c1, 针对: [i1, r1], 内容: 乙}]",
        "风险: [{编号: r1, 说明: 甲, 措施: [c1]}, {编号: r2, 说明: 乙, 措施: [c1]}]\n措施: [{编号: c1, 内容: 丙}]",
        "风险: [{编号: r1, 说明: 甲, 应对: 5}]",
        "风险: [{编号: r1, 说明: 甲}]\n措施: [{编号: c1, 针对: {r1: 是}, 内容: 乙}]",
        "风险: [{编号: r1, 说明: 甲}]\n措施: [{编号: c1, 针对: [r1]}]",
    ],
)
def test_a_risk_that_is_answered_or_may_be(text: str) -> None:
    """By the risk, by the measure, by one measure for two risks, or by what could not be read."""
    assert places(text, "RSK001") == []
