"""GOA003, GOA004, GOA005 and GOA007: where goals want to get to, and from where."""

from __future__ import annotations

import pytest

from propsummary.rules import check
from propsummary.rules.goals import RULES
from rule_drafts import draft, problems

_TARGETS = tuple(rule for rule in RULES if rule.code in ("GOA003", "GOA004", "GOA005", "GOA007"))


def _found(text: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.pointer) for problem in check(draft(text), rules=_TARGETS).problems if problem.code[:3] == "GOA"]


def _goal(fields: str, metric: str = "", head: str = "") -> str:
    metrics = f"指标: [{{编号: m1, 来源: 台账, {metric}}}]\n" if metric else ""
    return f"{head}{metrics}目标: [{{编号: g1, {fields}}}]\n"


@pytest.mark.parametrize(
    "text",
    [
        _goal("内容: 2026年新增持证保安6人"),
        _goal("内容: 2026年投诉较2025年的38件下降20%"),
        _goal("内容: 回访率提升5个百分点至95%"),
        _goal("内容: 2026年装修纠纷下降20%", "名称: 装修纠纷, 数值: 19起"),
        _goal("内容: 2026年业主满意率提升1个百分点", "指标库: sat_rate, 名称: 满意率, 数值: 93.4%"),
        _goal("内容: 2026年能耗同比下降3%, 指标库: energy_yoy, 目标值: ≥3%"),
        _goal("内容: 2026年投诉下降20%", "名称: 投诉, 数值: [坏]"),
        _goal("内容: 2026年纠纷下降20%", head="突发事件: [{编号: e1, 类别: 纠纷, 起数: 19起}]\n"),
        _goal("内容: 预算执行率不超过102%, 指标库: budget_execution, 目标值: ≤102%"),
        _goal("内容: 计划完成率达到110%, 目标值: 110%"),
        _goal("内容: 2026年巡更到位率保持在98%以上, 指标: m1, 目标值: ≥98%", "指标库: patrol_checkpoint_rate, 数值: 98.6%"),
        _goal("内容: 设备完好率稳定在98.5%以上, 指标: m1, 目标值: ≥98.5%", "指标库: equip_ok, 数值: 98.7%"),
        _goal("内容: 满意率提高5%, 指标: m1, 目标值: 5%", "名称: 业主满意率, 数值: 95.0%"),
        _goal("内容: 欠费率再降低1个百分点, 指标: m1", "名称: 欠费率, 数值: 1.5%"),
        _goal("内容: 到岗率保持98%以上, 指标: m1, 目标值: ≥98%, 依据: 撤并2个岗位", "指标库: post_manning_rate, 数值: 99.4%"),
        _goal("内容: 到岗率99.4%, 指标: m1, 目标值: 99.4%", "指标库: post_manning_rate, 数值: 99.4%"),
        _goal("内容: 响应时间压到5分钟以内, 指标: m1, 目标值: ≤5分钟", "指标库: emergency_response_min, 数值: 5.6分钟"),
        _goal("内容: 投诉处理率不低于95%，其中漏水类达到90%, 指标: m1", "名称: 投诉处理率, 数值: 94.4%, 方向: 越高越好"),
        _goal("内容: 零火灾, 指标: m1, 目标值: 0起", "指标库: fire_incidents, 数值: 0起, 上期值: 1起"),
        _goal("内容: 盗窃降到0起, 指标: m1, 目标值: 0起", "名称: 盗窃, 数值: 2起, 上期值: 2起"),
        _goal("内容: 东门超时每月不超过1次, 指标: m1, 目标值: ≤12次", "名称: 东门超时, 数值: 17次, 方向: 越低越好"),
        _goal(
            "内容: 全年投诉控制在60件以内, 指标: m1, 目标值: ≤60件, 完成时限: 2025-12-31",
            "名称: 投诉, 数值: 29件, 上期值: 30件, 方向: 越低越好",
            "期间: 2025-H1\n",
        ),
        _goal("内容: 到岗率99%, 指标: m1, 目标值: 99%", "名称: 到岗率, 数值: 90.2%"),
        _goal("内容: 到岗率在90.2%的基础上再提高2个百分点, 指标库: post_manning_rate"),
        _goal("内容: 到岗率92%, 指标: m1, 目标值: 92%", "名称: 到岗率, 数值: 90.2%, 上期值: 90.2%"),
        _goal("内容: 消防设施完好率再提高2个百分点, 基期值: 98.0%, 目标值: 2个百分点"),
        _goal("内容: 保洁合格率提高约3个百分点, 基期值: 97.2%, 目标值: 约3个百分点"),
        _goal("内容: 设备完好率稳定在98.5%以上, 基期值: 98.7%, 目标值: ≥98.5%", "指标库: equip_ok, 数值: 98.7%"),
        _goal("内容: 到岗率保持在99.5%以上, 指标: m1, 基期值: 99.6%, 目标值: ≥99.5%", "指标库: post_manning_rate, 数值: 99.6%"),
        _goal("内容: 到岗率保持在99%以上, 指标: m1, 基期值: 99.3%, 目标值: ≥99%", "指标库: post_manning_rate, 数值: 99.3%"),
        _goal("内容: 到岗率保持在99.5%以上, 指标: m1, 目标值: ≥99.5%", "指标库: post_manning_rate, 数值: 100%"),
        _goal("内容: 抽检不合格率, 基期值: 3.2%, 目标值: 2%"),
        _goal("内容: 夜班占比率, 基期值: 30%, 目标值: 25%"),
        _goal("内容: 收缴率提高到93.5%, 基期值: 93%, 目标值: 93.5%"),
        _goal("内容: 通过提高到场速度把超时率降到4%, 基期值: 5%, 目标值: 4%"),
        _goal("内容: 一单平均用时由40分钟降到35分钟, 基期值: 40分钟, 目标值: 35分钟"),
        _goal("内容: 满意率提高到92%，投诉率降到3%, 基期值: 4%, 目标值: 3%"),
        _goal("内容: 到岗率98%, 指标: m1, 目标值: 98%, 依据: 新增3人", "名称: 到岗率, 数值: 90.2%, 上期值: 90.1%"),
        _goal("内容: 公共用电再省一些, 指标: m1, 目标值: 下降4%", "名称: 公共用电, 数值: 126.4万度, 方向: 越低越好"),
        _goal("内容: 到岗率再高一些, 指标: m1, 目标值: 提高0.3个百分点", "名称: 到岗率, 数值: 99.2%"),
        _goal("内容: 返修单少一些, 基期值: 12单, 目标值: 降至8单以下"),
    ],
)
def test_nothing_to_say(text: str) -> None:
    """Starts that are told somewhere, targets that can be, steps as large as before, reasons that are given."""
    assert _found(text) == []


@pytest.mark.parametrize(
    "code, text",
    [
        ("GOA003", _goal("内容: 2026年投诉量下降15%")),
        ("GOA003", _goal("内容: 2026年能耗下降5%, 目标值: 5%")),
        ("GOA003", _goal("内容: 2026年投诉减少10件")),
        ("GOA003", _goal("内容: 到位率提高1个百分点, 指标库: patrol_checkpoint_rate, 目标值: 1个百分点")),
        ("GOA003", _goal("内容: 一次解决率提升5个百分点, 指标库: first_fix", "名称: 回访率, 数值: 85.0%")),
        ("GOA004", _goal("内容: 岗位到岗率达到102%, 指标库: post_manning_rate, 目标值: 102%")),
        ("GOA004", _goal("内容: 设备完好率达到105%")),
        ("GOA004", _goal("内容: 收缴率再提升3%, 指标: m1", "指标库: fee_rate_household, 数值: 98.5%")),
        ("GOA004", _goal("内容: 收费率再提升3%", "名称: 欠费率, 数值: ≤1.5%")),
        ("GOA004", _goal("内容: 欠费率在11.4%的基础上再降12个百分点, 指标: m1", "名称: 物业费欠费率, 数值: 11.4%")),
        ("GOA004", _goal("内容: 到岗率在99.4%的基础上再提高2个百分点, 指标库: post_manning_rate")),
        ("GOA004", _goal("内容: 欠费率再降低3个百分点, 指标: m1, 目标值: 3个百分点", "名称: 欠费率, 数值: 1.5%")),
        ("GOA004", _goal("内容: 到岗率提高2个百分点, 基期值: 99.4%, 指标库: post_manning_rate, 目标值: 2个百分点")),
        ("GOA004", _goal("内容: 投诉减少60件, 指标: m1, 目标值: 60件", "名称: 投诉, 数值: 50件")),
        ("GOA004", _goal("内容: 完好率再提高2个百分点, 指标: m1, 目标值: 2个百分点", "名称: 消防设施完好率, 数值: 98.5%")),
        ("GOA004", _goal("内容: 不合格率再下降4个百分点, 指标: m1, 目标值: 4个百分点", "名称: 抽检不合格率, 数值: 3.7%")),
        ("GOA007", _goal("内容: 收缴率提高到92%, 基期值: 93%, 目标值: 92%")),
        ("GOA007", _goal("内容: 返修单降至5单以内, 基期值: 4单, 目标值: 5单")),
        ("GOA007", _goal("内容: 合格率保持在96%以上, 指标: m1, 基期值: 96.7%, 目标值: ≥96%", "指标库: clean_pass, 数值: 96.7%")),
        (
            "GOA007",
            _goal("内容: 到岗率保持在99.4%以上, 指标: m1, 基期值: 99.8%, 目标值: ≥99.4%", "指标库: post_manning_rate, 数值: 99.8%"),
        ),
        ("GOA007", _goal("内容: 完好率不低于99.1%, 指标: m1, 目标值: ≥99.1%", "指标库: equip_ok, 数值: 99.6%")),
        ("GOA007", _goal("内容: 计划检修完成率, 基期值: 99.2%, 目标值: 98%")),
        ("GOA005", _goal("内容: 到岗率99%, 指标: m1, 目标值: 99%", "名称: 到岗率, 数值: 90.2%, 上期值: 90.0%")),
        ("GOA005", _goal("内容: 投诉降到5件, 指标: m1, 目标值: ≤5件", "名称: 投诉, 数值: 50件, 上期值: 52件")),
        ("GOA007", _goal("内容: 投诉不超过60件, 指标: m1, 目标值: ≤60件", "名称: 投诉, 数值: 50件, 方向: 越低越好")),
        ("GOA007", _goal("内容: 到岗率98%以上, 指标: m1, 目标值: 98%以上", "指标库: post_manning_rate, 数值: 99.4%")),
        ("GOA003", _goal("内容: 差旅费再省一些, 目标值: 下降8%")),
        ("GOA004", _goal("内容: 到岗率再高一些, 指标: m1, 目标值: 提升2个百分点", "名称: 到岗率, 数值: 99.2%")),
        ("GOA007", _goal("内容: 返修单少一些, 基期值: 4单, 目标值: 降至5单")),
        ("GOA007", _goal("内容: 响应时间不超过8分钟, 指标: m1", "指标库: emergency_response_min, 数值: 5.6分钟")),
    ],
)
def test_found(code: str, text: str) -> None:
    """One problem, and that one."""
    assert [found for found, _ in _found(text)] == [code]


def test_a_complement_is_worked_out() -> None:
    """欠费率 1.5% leaves 98.5% to start from, and the message shows where three points more would lead."""
    (problem,) = problems(_goal("内容: 收费率再提升3个百分点", "名称: 欠费率, 数值: 1.5%"), "GOA004")
    assert "[98.45%, 98.55%]" in problem.message
    assert "100%" in problem.message


def test_what_cannot_be_measured_is_one_problem() -> None:
    """An abstract goal is told as such, not as one without a start too."""
    assert _found(_goal("内容: 专业技能水平提升20%以上")) == []
