"""PER: what is within the period, and what is set against what."""

from __future__ import annotations

import pytest

from propsummary.problems import Problem
from propsummary.rules import check
from propsummary.rules.reporting_periods import RULES
from rule_drafts import draft, problems


def _found(text: str) -> list[Problem]:
    return list(check(draft(text), rules=RULES).problems)


def _said(period: str, text: str) -> str:
    return f"期间: {period}\n成绩: [{{编号: a1, 标题: 投诉, 说明: {text}}}]\n"


def _metric(period: str, fields: str) -> str:
    return f"期间: {period}\n指标: [{{编号: m1, 名称: 装修纠纷, 数值: 19起, 上期值: 28起, {fields}}}]\n"


@pytest.mark.parametrize(
    "text",
    [
        _said("2025-H1", "受理投诉29件，较上年同期减少9件，上年全年受理71件。"),
        _said("2025-Q2", "二季度投诉12件，比一季度减少5件。"),
        _said("2025", "下半年投诉12件，比上半年减少5件。"),
        _said("2025", "午休时段施工的投诉比上半年明显减少。"),
        _said("2025-H1", "投诉比上年减少9件。"),
        _said("2025-H1", "物业费收缴率比2024年全年提高2个百分点。"),
        _said("2025-H1", "月均投诉比2024年全年减少2件。"),
        _said("2025年1—11月", "1—11月投诉29件，完成全年压降目标。"),
        _metric("2025年1—11月", "上期: 2024年1—11月"),
        _metric("2025-06", "上期: 2025-05"),
        _metric("2025-06", "上期: 2024-06"),
        _metric("2025-Q2", "上期: 2025-Q1"),
        _metric("2025", "来源: 12月31日证照台账, 上期: 2024-12"),
        _metric("2025年1—11月", "来源: 台账"),
        "期间: 2025\n标题: 秩序部2025年度工作总结暨2026年工作计划\n"
        "正文: [{部分: 成绩, 标题: 上半年工作回顾, 内容: 上半年完成监控改造。},"
        " {部分: 展望, 标题: 2026年工作计划, 内容: 2026年重点抓消防。}]\n",
        "期间: 2025\n背景: {说明: 2024年是集中入住的一年。2025年业主住满，报修量上升。}\n",
        "期间: 2025\n背景: {说明: 部门守着十个门岗。2025年是提质的一年，不同于2024年。}\n",
        "期间: 2025-09\n背景: {说明: 8月份各项工作平稳，为9月开学打下基础。}\n",
        "期间: 2025\n背景: {说明: 2026年是服务提升的一年，本年为它打基础。}\n",
        "期间: 2025-06\n标题: 客服部6月工作小结\n背景: {目的: 总结6月工作，安排7月计划, 说明: 与5月相比投诉下降。}\n",
        "期间: 2025\n照片: [{编号: p1, 文件: a.jpg, 拍摄日期: 2024-12-20, 阶段: 前, 对照: p2},"
        " {编号: p2, 文件: b.jpg, 拍摄日期: 2025-03-02, 阶段: 后}]\n",
        "期间: 2025\n编制日期: 2026-02-10\n"
        "指标: [{名称: 投诉, 数值: 12件, 走势: [{期间: 2023, 数值: 19件}, {期间: 2026-01, 数值: 2件}]}]\n",
        "期间: 2025\n编制日期: 2025-12-22\n标题: 秩序部2025年工作总结及2026年工作计划\n",
        "期间: 2025-Q3\n编制日期: 2025-07-01\n",
        "期间: 2025\n活动: [{编号: t1, 类别: 巡逻, 名称: 冬季夜巡, 时间: 2024年12月—2025年2月}]\n",
    ],
)
def test_nothing_to_say(text: str) -> None:
    """Parts, like against like, figures of one day, the photo before the work, what runs on."""
    assert [(p.code, p.message) for p in _found(text)] == []


@pytest.mark.parametrize(
    "code, place, text",
    [
        ("PER001", "/background/text", "期间: 2025-H2\n标题: 2025年下半年工作总结\n背景: {说明: 现将2025年上半年工作总结如下。}\n"),
        (
            "PER001",
            "/background/text",
            "期间: 2025-09\n背景: {说明: 部门62人。8月份各项工作总体平稳，没有安全事故。现总结如下。}\n",
        ),
        ("PER001", "/background/text", "期间: 2024\n背景: {说明: 2023年是攻坚克难的一年。现将全年工作总结如下。}\n"),
        ("PER001", "/title", "期间: 2025\n标题: 秩序部2024年度工作总结\n"),
        ("PER002", "/cases/0/date", "期间: 2025\n案例: [{编号: k1, 标题: 救人, 日期: 2024-08-14}]\n"),
        ("PER002", "/photos/0/taken_on", "期间: 2025\n照片: [{编号: p1, 文件: a.jpg, 拍摄日期: 2026-01-03}]\n"),
        ("PER002", "/photos/0/taken_on", "期间: 2025\n照片: [{编号: p1, 文件: a.jpg, 拍摄日期: 2024-01-03, 阶段: 前}]\n"),
        (
            "PER002",
            "/activities/0/when/1",
            "期间: 2025\n活动: [{编号: t1, 类别: 演练, 名称: 消防演练, 时间: [2025-03-21, 2024-06-13]}]\n",
        ),
        (
            "PER002",
            "/metrics/0/series/1/period",
            "期间: 2026-Q3\n指标: [{名称: 投诉, 数值: 12件, 走势: [{期间: 2026-07, 数值: 4件}, {期间: 2027-07, 数值: 4件}]}]\n",
        ),
        ("PER002", "/prepared_on", "期间: 2025\n编制日期: 2024-01-06\n"),
        ("PER002", "/prepared_on", "期间: 2025-12\n编制日期: 2025-11-30\n"),
        ("PER003", "/metrics/0/baseline_period", _metric("2025-H1", "上期: 2024")),
        ("PER003", "/achievements/0/text", _said("2025年1—11月", "1—11月受理投诉29件，比2024年全年减少9件。")),
        ("PER003", "/achievements/0/text", _said("2025-Q3", "三季度受理投诉12件，较上半年减少17件。")),
    ],
)
def test_found(code: str, place: str, text: str) -> None:
    """One problem, where it stands."""
    assert [(p.code, p.pointer) for p in _found(text)] == [(code, place)]


def test_both_spans_are_named() -> None:
    """Whoever reads it sees what was compared with what."""
    (problem,) = problems(_metric("2025-H1", "上期: 2024"), "PER003")
    assert "2025年上半年" in problem.message
    assert "2024年" in problem.message
