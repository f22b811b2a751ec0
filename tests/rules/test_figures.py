"""NUM: sentences of property staff, most of them right; what is said of a part, another time or a plan is no contradiction."""

from __future__ import annotations

import textwrap
import time

import pytest

from propsummary import Summary, check, rules
from propsummary.model import Achievement, Metric, Section
from propsummary.periods import Period
from propsummary.problems import Problem
from propsummary.quantities import Quantity
from propsummary.rules import View
from propsummary.rules.figures import RULES
from propsummary.serde import loads
from rule_drafts import places, problems, report

_DATA = """\
部门: 客服部
期间: 2025
指标:
  - {编号: m1, 指标库: patrol_checkpoint_rate, 名称: 巡更到位率, 数值: 98.6%, 分子: 43078, 分母: 43690, 上期值: 97.1%, 目标值: ≥98%}
  - {编号: m2, 指标库: fee_rate_amount, 名称: 物业费收缴率, 数值: 91.3%, 上期值: 90.6%}
  - {编号: m3, 名称: 秩序类投诉, 数值: 143件, 上期值: 186件, 构成: {车辆停放: 58, 装修噪声: 41, 其他: 44}}
  - {编号: m4, 指标库: emergency_response_min, 名称: 突发事件响应时间, 数值: 4.2分钟, 上期值: 5.6分钟}
  - {编号: m5, 名称: 接待访客, 数值: 12345人次}
  - {编号: m6, 名称: 节约电费, 数值: 2.6万元}
  - {编号: m7, 指标库: sat_rate, 名称: 业主满意率, 数值: 93.4%, 分子: 467, 分母: 500}
  - {编号: m8, 指标库: complaint_ontime, 名称: 秩序类投诉处理及时率, 数值: 97.2%}
活动:
  - {编号: t1, 类别: 演练, 名称: 消防疏散演练, 次数: 4次, 人次: 168人次}
突发事件:
  - {编号: e1, 类别: 纠纷, 起数: 19起}
  - {编号: e2, 类别: 设备故障, 起数: 27起}
"""

# Right, or at least nothing that the data could prove wrong.
_SILENT = [
    "全年巡更到位率98.6%。",
    "巡更到位率达到98.60%，秩序类投诉143件。",
    "巡更到位率接近99%。",
    "巡更到位率99%左右。",
    "巡更到位率98.6％，比上年的97.1%提高1.5个百分点。",
    "巡更到位率由97.1%提高到98.6%。",
    "巡更到位率从上年的97.1%升至98.6%。",
    "巡更到位率97.1%提高到98.6%，进步明显。",
    "上年巡更到位率97.1%，今年有所提高。",
    "与去年同期相比，巡更到位率98.6%，又上一个台阶。",
    "三季度巡更到位率97.2%，四季度回升。",
    "一季度、二季度、三季度巡更到位率分别为97.8%、98.5%、98.8%。",
    "12月巡更到位率99.2%，为全年最高。",
    "截至6月底，巡更到位率97.9%。",
    "夜班巡更到位率96.0%，低于白班。",
    "3号楼巡更到位率95.1%，需要补点。",
    "东区巡更到位率97.7%，西区巡更到位率99.3%。",
    "其中，地库巡更到位率94.8%。",
    "目标是巡更到位率99.5%。",
    "2026年力争巡更到位率99.5%以上。",
    "巡更到位率不低于98%。",
    "巡更到位率98%以上。",
    "巡更到位率99.5%的目标没有达成。",
    "巡更到位率95%、97%、98.6%三级考核。",
    "巡更到位率最低的一个月为95.3%。",
    "改造前巡更到位率92.0%，改造后98.6%。",
    "行业平均的巡更到位率95%，我们高于这个水平。",
    "试点岗亭运行一个月，巡更到位率100%。",
    "巡更到位率提升1.5个百分点。",
    "巡更到位率同比上升1.5%。",
    "按巡更系统口径，巡更到位率98.1%。",
    "接待访客1.2万人次。",
    "全年接待访客约1.3万人次。",
    "接待访客12000余人次。",
    "接待访客近1.3万人次。",
    "全年接待访客12,345人次，其中预约访客3200人次。",
    "接待访客日均34人次。",
    "秩序类投诉143起，比上年少43起。",
    "秩序类投诉较上年减少43件。",
    "秩序类投诉中车辆停放58件。",
    "车辆停放类投诉58件，装修噪声类投诉41件。",
    "上半年秩序类投诉81件，下半年62件。",
    "每月秩序类投诉12件。",
    "节约电费26000元。",
    "节约电费约2.5万元。",
    "节约电费两万多元。",
    "欠费率8.7%，仍有追缴空间。",
    "欠费率降到9%以内。",
    "历史欠费率15.2%，逐户建档。",
    "突发事件响应时间缩短1.4分钟。",
    "突发事件响应时间4分钟以内。",
    "突发事件响应时间4分12秒。",
    "夜间突发事件响应时间6.0分钟。",
    "突发事件46起，全部处置完毕。",
    "设备故障类突发事件27起。",
    "投诉处理及时率99.0%，报修处理及时率98.0%。",
    "食堂问卷收回120份，满意率88.0%。",
    "业主满意率93.4%（有效答卷500份）。",
    "开展消防疏散演练1次。",
    "岗位到岗率99.5%，持证上岗率97.1%。",
    "巡更到位率99%方可评优。",
    "巡更到位率97.1%是上年的水平。",
    "巡更到位率、岗位到岗率均达到99.5%。",
    "秩序类投诉139件已办结。",
    "办结秩序类投诉139件，4件在办。",
    "按合同，巡更到位率95%为合格。",
    "巡更到位率连续三个月100%。",
    "二班巡更到位率99.2%，全队第一。",
    "巡更到位率（夜班）95.1%。",
    "上半年总结会上提出巡更到位率99%。",
    "巡更到位率超过98%。",
    "巡更到位率不足99%。",
    "接待访客一万余人次。",
    "日均接待访客34人次，全年接待访客1.23万人次。",
    "节约电费2.60万元，相当于用电3.1万度。",
]

# Wrong: the metric's own name, the whole period, and a figure that the metric cannot be.
_CONTRADICTING = [
    ("全年巡更到位率99.6%。", "99.6%"),
    ("巡更到位率达到97.1%。", "97.1%"),
    ("2025年，巡更到位率为98.8%，秩序类投诉143件。", "98.8%"),
    ("我部巡更到位率保持在98.0%的水平。", "98.0%"),
    ("比上年提高1.5个百分点，全年巡更到位率稳定在98.9%。", "98.9%"),
    ("巡更到位率提高到96.8%。", "96.8%"),
    ("巡更到位率：９９．１％。", "９９．１％"),
    ("秩序类投诉134件，比上年减少。", "134件"),
    ("全年共受理秩序类投诉413起。", "413起"),
    ("秩序类投诉约300件。", "约300件"),
    ("秩序类投诉近100件。", "近100件"),
    ("秩序类投诉160余件。", "160余件"),
    ("全年接待访客1.5万人次。", "1.5万人次"),
    ("接待访客12354人次。", "12354人次"),
    ("累计接待访客一千二百人次。", "一千二百人次"),
    ("节约电费3.6万元。", "3.6万元"),
    ("全年节约电费62000元。", "62000元"),
    ("全年突发事件响应时间2.4分钟。", "2.4分钟"),
    ("突发事件响应时间缩短到3.2分钟。", "3.2分钟"),
    ("业主满意率94.3%，再创新高。", "94.3%"),
    ("全年共发生突发事件64起。", "64起"),
    ("全年开展消防疏散演练6次。", "6次"),
    ("物业费收缴率93.1%。", "93.1%"),
    ("秩序类投诉处理及时率92.7%。", "92.7%"),
]


def _with(text: str, *, metrics: str = "m1, m2, m3, m4, m5, m6, m7, m8") -> str:
    return f"{_DATA}成绩:\n  - {{编号: a1, 标题: 成果, 说明: '{text}', 指标: [{metrics}]}}\n"


@pytest.mark.parametrize("text", _SILENT)
def test_a_right_sentence_is_not_accused(text: str) -> None:
    """Neither of contradicting the data nor of contradicting itself."""
    assert report(_with(text), "NUM002", "NUM003", "NUM004", "NUM005").problems == ()


@pytest.mark.parametrize("text, figure", _CONTRADICTING)
def test_a_contradiction_is_found(text: str, figure: str) -> None:
    (problem,) = problems(_with(text), "NUM002")
    assert problem.pointer == "/achievements/0/text"
    assert f"是{figure}" in problem.message


def test_the_message_names_both_places_and_both_intervals() -> None:
    (problem,) = problems(_with("全年巡更到位率达到99.6%。"), "NUM002")
    assert problem.message == (
        "成绩“成果”（a1）写“巡更到位率”是99.6%，指标“巡更到位率”（m1）却是98.6%：[99.55%, 99.65%]与[98.55%, 98.65%]对不上"
    )
    assert problem.en.message.endswith("[99.55%, 99.65%] and [98.55%, 98.65%] do not meet")


def test_a_complement_is_held_against_its_rate() -> None:
    (problem,) = problems(_with("欠费率1.5%，创历史最低。"), "NUM002")
    assert "物业费收缴率" in problem.message
    assert "[8.65%, 8.75%]" in problem.message


def test_a_short_name_counts_only_where_its_metric_is_named() -> None:
    """满意率 may be the canteen's; an achievement that names the metric means that one."""
    data = "指标: [{编号: m1, 指标库: sat_rate, 名称: 满意率, 数值: 93.4%}, {编号: m2, 名称: 答卷, 数值: 120份}]\n"
    text = data + "成绩: [{编号: a1, 标题: 成果, 说明: 满意率88.0%。, 指标: [m2]}]\n"
    assert places(text, "NUM002") == []
    assert places(text.replace("[m2]", "[m1]"), "NUM002") == ["/achievements/0/text"]


def test_a_title_says_of_which_part_the_text_speaks() -> None:
    text = _DATA + "成绩: [{编号: a1, 标题: 3号楼试点, 说明: 巡更到位率100%。, 指标: [m1]}]\n"
    assert places(text, "NUM002") == []


def test_two_metrics_of_one_name_accuse_nobody() -> None:
    data = "指标: [{编号: m1, 名称: 设备巡检完成率, 数值: 98%}, {编号: m2, 名称: 设备巡检完成率, 数值: 95%}]\n"
    assert places(data + "成绩: [{编号: a1, 说明: 设备巡检完成率96%。}]\n", "NUM002") == []


_PARTS = """\
部门: 客服部
指标:
  - {编号: m1, 名称: 受理投诉, 数值: 87件, 构成: {漏水: 26, 停车: 23, 噪音: 20, 其他: 18}}
  - {编号: m2, 名称: 受理报修, 数值: 91单, 构成: {漏水: 62, 停车: 9, 其他: 20}}
  - {编号: m3, 指标库: procurement_ontime, 名称: 采购及时率, 数值: 94.5%, 分子: 378, 分母: 400}
  - {编号: m4, 指标库: clean_pass, 名称: 保洁检查合格率, 数值: 95.5%, 分子: 1146, 分母: 1200}
  - {编号: m5, 指标库: arrears_recovery, 名称: 清欠率, 数值: 38.5%, 分子: 77万元, 分母: 200万元}
"""


def _achieved(text: str, metrics: str) -> list[str]:
    return places(f"{_PARTS}成绩: [{{编号: a1, 标题: 成果, 说明: '{text}', 指标: [{metrics}]}}]\n", "NUM002")


@pytest.mark.parametrize("metrics, text", [
    ("m1", "受理投诉87件，比上年少14件；其中漏水62件、停车23件、噪音20件。"),
    ("m1", "按类别看，漏水26件、停车32件。"),
    ("m3", "采购400单，按期387单，及时率94.5%。"),
    ("m4", "检查1200项，合格1164项，合格率95.5%，比上半年高1.3个百分点。"),
    ("m4", "全年检查1200项，合格1146项，保洁检查合格率95.9%。"),
    ("m5", "期初欠费200万元，收回77万元，清欠率35.8%。"),
])  # fmt: skip
def test_the_odd_one_among_parts_and_counts(metrics: str, text: str) -> None:
    """One of the listed parts, or the count between whole and rate, is not what the data has."""
    assert _achieved(text, metrics) == ["/achievements/0/text"]


def test_parts_under_one_anothers_names() -> None:
    """The figures of the data, exchanged: each of them is told, and the metric by its name."""
    text = f"{_PARTS}成绩: [{{编号: a1, 标题: 成果, 说明: '受理投诉87件，其中漏水23件、停车26件。', 指标: [m1]}}]\n"
    found = problems(text, "NUM002")
    assert len(found) == 2
    assert "指标“受理投诉”（m1）的构成却是" in found[0].message


@pytest.mark.parametrize("metrics, text", [
    ("m1", "受理投诉87件，其中漏水26件、停车23件、噪音20件。"),
    ("m1", "4号楼投诉集中，其中漏水12件、停车3件。"),
    ("m1", "上年受理投诉101件，其中漏水31件、停车28件、噪音20件。"),
    ("m1, m2", "受理投诉87件，其中漏水26件、停车23件；受理报修91单，其中漏水62单、停车9单。"),
    ("m2", "报修漏水62单，上门约60单，停车9单。"),
    ("m1", "漏水投诉办结25件，停车23件。"),
    ("m1", "漏水20余件，停车23件。"),
    ("m5", "期初欠费200万元，收回77万元，清欠率38.5%。"),
    ("m5", "期初欠费200万元，收回77万元，收缴率91.5%。"),
    ("m5", "上年清欠率35.1%；今年欠费200万元，收回77万元。"),
    ("m3", "采购400单，按期378单，及时率94.5%。"),
    ("m3", "采购400单，超期22单，及时率94.5%。"),
    ("m3", "采购400单，比价387单，及时率94.5%。"),
    ("m3", "一季度采购120单，按期110单，全年及时率94.5%。"),
    ("m4", "检查1200项，不合格54项，复检合格50项，合格率95.5%。"),
    ("m4", "检查1200项，整改54项，合格率95.5%。"),
])  # fmt: skip
def test_other_parts_and_other_counts(metrics: str, text: str) -> None:
    """Another year, another building, another thing counted, a figure that is only about right."""
    assert _achieved(text, metrics) == []


@pytest.mark.parametrize("field", ["目标: [{编号: g1, 内容: %s}]", "措施: [{编号: c1, 内容: %s}]", "展望: {创新: [%s]}",
                                   "风险: [{编号: r1, 说明: %s}]", "案例: [{编号: k1, 标题: 一例, 结果: %s}]"])  # fmt: skip
def test_plans_and_cases_are_not_held_against_the_period(field: str) -> None:
    assert report(_DATA + field % "巡更到位率99.6%" + "\n", "NUM002", "NUM003").problems == ()


@pytest.mark.parametrize("field, pointer", [
    ("背景: {说明: 全年巡更到位率99.6%。}", "/background/text"),
    ("问题: [{编号: i1, 表现: 巡更到位率只有89.6%。, 指标: [m1]}]", "/issues/0/statement"),
    ("正文: [{部分: 成绩, 标题: 巡更, 内容: 全年巡更到位率99.6%。}]", "/sections/0/text"),
])  # fmt: skip
def test_other_narrative_is_held_against_the_data(field: str, pointer: str) -> None:
    assert places(f"{_DATA}{field}\n", "NUM002") == [pointer]


# NUM003

_TWO = "背景: {{说明: {}}}\n成绩: [{{编号: a1, 标题: 成果, 说明: {}}}]\n"


@pytest.mark.parametrize("one, other", [
    ("全年接待访客52206人次。", "全年接待访客约5.2万人次。"),
    ("全年培训24次。", "组织消防培训3次。"),
    ("全年开展演练8次。", "夜班演练2次。"),
    ("共有员工68人。", "参加考试的员工60人。"),
    ("设备完好率98.4%。", "上年设备完好率97.0%。"),
    ("设备完好率98.4%。", "电梯设备完好率99.0%。"),
    ("设备完好率98.4%。", "力争设备完好率99.0%。"),
    ("全年累计收费120万元。", "全年累计收费约120万元。"),
    ("全年维修工单3421单。", "其中全年维修工单完成3390单。"),
    ("报修及时率97.0%。", "报修及时率由95.8%提高到97.0%。"),
    ("报到两天清运垃圾62车。", "报到两天清运垃圾62车，没有过夜。"),
    ("报到两天清运垃圾62车。", "期末两天清运垃圾68车。"),
    ("夜间巡逻发现隐患12处。", "夜间巡逻发现隐患15处。"),
])  # fmt: skip
def test_two_passages_that_agree(one: str, other: str) -> None:
    assert places(_TWO.format(one, other), "NUM003") == []


@pytest.mark.parametrize("one, other", [
    ("全年接待访客52206人次。", "全年接待访客51632人次。"),
    ("全年累计收费120.0万元。", "全年累计收费102.0万元。"),
    ("设备完好率98.4%。", "全年设备完好率达到99.4%。"),
    ("报修及时率97.0%。", "报修及时率为79.0%。"),
    ("全年共更换灯具860盏。", "全年更换灯具680盏。"),
    ("报到两天清运垃圾62车。", "报到两天清运垃圾68车。"),
])  # fmt: skip
def test_two_passages_that_differ(one: str, other: str) -> None:
    (problem,) = problems(_TWO.format(one, other), "NUM003")
    assert problem.pointer == "/achievements/0/text"
    assert "背景" in problem.message
    assert "a1" in problem.message


_AGAIN = "成绩: [{{编号: a1, 标题: {}, 说明: {}}}]\n正文: [{{部分: 成绩, 标题: {}, 内容: {}}}]\n"


def test_a_section_that_tells_an_achievement_again() -> None:
    """Under the same heading and in the same words; whatever differs in either may be something else."""
    text = _AGAIN.format("配电箱检修", "检修配电箱53个，紧固端子一遍。", "配电箱", "检修配电箱35个，均已贴标。")
    assert places(text, "NUM003") == ["/sections/0/text"]
    for before, after in (("标题: 配电箱,", "标题: 二期,"), ("内容: 检修", "内容: 二期检修"), ("35个", "53个"), ("35个", "35组")):
        assert places(text.replace(before, after), "NUM003") == []


def test_the_period_by_its_name_is_the_whole_of_it() -> None:
    """下半年 in a half-year's summary is all of it, in a year's a part."""
    text = "期间: 2025-H2\n" + _TWO.format("下半年共分出厨余垃圾326吨。", "下半年分出厨余垃圾362吨，街道排第二。")
    assert places(text, "NUM003") == ["/achievements/0/text"]
    assert places(text.replace("2025-H2", "2025"), "NUM003") == []
    assert places(text.replace("垃圾362", "垃圾处理362"), "NUM003") == ["/achievements/0/text"]  # mistyped
    assert places(text.replace("垃圾362", "垃圾处理372"), "NUM003") == []


@pytest.mark.parametrize("goal", [
    "内容: 2026年突发事件控制在20起以内, 目标值: ≤25起",
    "内容: 2026年满意率提升到99%, 目标值: ≥98%",
    "内容: 建成充电棚3座, 目标值: 2座",
])  # fmt: skip
def test_words_that_aim_elsewhere(goal: str) -> None:
    """The only figure of that kind in the words of the goal is not its target."""
    assert places(f"目标: [{{编号: g1, {goal}}}]\n", "NUM002") == ["/goals/0/statement"]


@pytest.mark.parametrize("goal", [
    "内容: 2026年突发事件控制在25起以内, 目标值: ≤25起",
    "内容: 突发事件每月不超过2起, 目标值: ≤24起",
    "内容: 满意率由96%提升到98%, 目标值: ≥98%",
    "内容: 满意率提高2个百分点, 目标值: ≥98%",
    "内容: 建成充电棚2座，可停车80辆, 目标值: 80辆",
    "内容: 收缴率达到九成五, 目标值: 95%",
    "内容: 节约用电约5万度, 目标值: 5.2万度",
    "内容: 投诉不超过60件，力争50件, 目标值: ≤60件",
    "内容: 投诉少一些, 目标值: 下降8%",
])  # fmt: skip
def test_words_that_aim_there(goal: str) -> None:
    assert places(f"目标: [{{编号: g1, {goal}}}]\n", "NUM002") == []


_MORE = """\
期间: 2025
指标: [{编号: m9, 名称: 社区活动, 数值: 28场, 上期值: 24场, 上期: 2024}]
成绩: [{编号: a1, 标题: 邻里, 说明: '%s', 指标: [m9]}]
"""


@pytest.mark.parametrize("text", [
    "办活动28场，参加4300余人次，比上年多6场。",
    "办活动28场，比去年增加25%。",
])  # fmt: skip
def test_a_change_that_leads_somewhere_else(text: str) -> None:
    """The sentence gives the value and the change, the metric what it starts from."""
    assert places(_MORE % text, "NUM002") == ["/achievements/0/text"]


@pytest.mark.parametrize("text", [
    "办活动28场，参加4300余人次，比上年多4场。",
    "办活动28场，比2023年多6场。",
    "办活动28场，比目标多6场。",
    "办活动28场，其中亲子类比上年多6场。",
    "办活动26场，比上年多6场次。",
])  # fmt: skip
def test_a_change_against_something_else(text: str) -> None:
    """Another year, a target, a part, another count."""
    assert places(_MORE % text, "NUM002") == []


@pytest.mark.parametrize("metrics, text", [
    ("m6", "四季度走访661户，不足四成。"),
    ("m5", "清欠专班收回欠费2.10万元中的大半。"),
])  # fmt: skip
def test_digits_in_another_order(metrics: str, text: str) -> None:
    """The figure of the metric that is referred to, mistyped."""
    data = "指标:\n  - {编号: m6, 名称: 走访覆盖率, 数值: 38.5%, 分子: 616, 分母: 1600}\n"
    data += "  - {编号: m5, 名称: 清欠收回额, 数值: 1.20万元}\n"
    told = f"成绩: [{{编号: a1, 标题: 成果, 说明: '{text}', 指标: [{metrics}]}}]\n"
    assert places(data + told, "NUM002") == ["/achievements/0/text"]


def test_two_digits_behind_the_full_name() -> None:
    """12起 for 21起 is chance, unless the metric is called by its name."""
    data = "指标: [{编号: m6, 名称: 突发事件, 数值: 21起}]\n成绩: [{编号: a1, 标题: 处置, 说明: '%s', 指标: [m6]}]\n"
    assert places(data % "本季处置突发事件12起。", "NUM002") == ["/achievements/0/text"]
    assert places(data % "突发事件演练12起。", "NUM002") == []


@pytest.mark.parametrize("text", [
    "四季度走访616户，其中661户次为第二次上门。",
    "四季度张贴通知661张。",
    "四季度走访约661户。",
    "四季度走访611户。",
    "四季度走访61户。",
])  # fmt: skip
def test_other_digits_and_other_things(text: str) -> None:
    data = "指标: [{编号: m6, 名称: 走访覆盖率, 数值: 38.5%, 分子: 616, 分母: 1600}]\n"
    assert places(f"{data}成绩: [{{编号: a1, 标题: 成果, 说明: '{text}', 指标: [m6]}}]\n", "NUM002") == []


def test_two_areas_may_have_one_name_for_two_things() -> None:
    text = "成绩:\n  - {编号: a1, 领域: %s, 说明: 检查合格率96%%。}\n  - {编号: a2, 领域: 绿化, 说明: 检查合格率92%%。}\n"
    assert places(text % "环境卫生", "NUM003") == []
    assert places(text % "绿化", "NUM003") == ["/achievements/1/text"]


# NUM004


@pytest.mark.parametrize("text", [
    "清理堆物300余处", "约300件左右", "大约300件", "2万多元", "近两年", "近百户", "300件以上", "不少于2次以上", "约1.2万人次",
    "3项项目", "每家家政公司2人", "1个个人奖", "2名名师", "50元元旦红包", "提高5个百分点", "20%以上", "超过300人次", "3台台式电脑",
    "30余万元", "百分之九十五", "约96%余额", "约占96%余下4%",
])  # fmt: skip
def test_a_sound_figure(text: str) -> None:
    assert places(f"成绩: [{{编号: a1, 说明: '{text}'}}]\n", "NUM004") == []


@pytest.mark.parametrize("text", [
    "约300余件", "大约80多家", "近300余人次", "近20年以上", "2万多万元", "98.6%%", "5%个百分点", "百分之98%", "3万万元",
    "20人次人次", "约96%余", "近3个百分点余",
])  # fmt: skip
def test_a_broken_figure(text: str) -> None:
    assert places(f"成绩: [{{编号: a1, 说明: '全年{text}。'}}]\n", "NUM004") == ["/achievements/0/text"]


# NUM005


@pytest.mark.parametrize("text", [
    "投诉率下降2.1个百分点。", "投诉处理率提升2.4个百分点。", "降低投诉率，提升满意度。", "投诉率由3.1‰降到2.2‰。",
    "巡更到位率明显提升。", "业主满意率提高2.2个百分点。", "投诉率提升的势头得到遏制。", "避免投诉率提升。",
    "受停电影响，投诉率提高0.3个千分点。", "员工流失率下降7.7个百分点。", "业主满意率有所下降，主要是噪声扣分。",
    "报修响应时间缩短3分钟。", "投诉率下降，满意率提升。", "投诉率、满意率双提升。", "提升投诉处理及时率。",
    "欠费率明显下降，收缴率提升。",
    "投诉率降低后服务水平提升。", "能耗下降，能效提升。",
    "考评由第5名提升到第2名。", "派单效率由30分钟提升到12分钟。", "投诉由38件下降到21件。", "收缴率由93.1%提升到95.8%。",
    "班次由3班增加到4班，投诉由38件降到21件。", "信用等级由3级提升到1级。", "巡逻由每日3次增加到全年1100次。",
    "欠费率由5.1%降至4.2%，覆盖率由70%提高到78%。", "投诉率上升0.3个千分点。", "返修率由3.1%下降至2.2%，成效显著。",
    "满意率由95.1%下降到94.2%。", "投诉率2.1‰，满意率较上年提升2.2个百分点。", "受理诉求742件，较上年增长8%。",
    "受台风影响，返修率3.1%，较上年提高0.5个百分点。", "业主满意率95.1%，比去年提升2.2个百分点，业主感受更好。",
    "欠费率由9%降为7%，收缴率由91%升至93%，返修由38单减至21单，巡逻由3班增至4班。",
    "到场由8分钟缩短到5分钟，值守由8小时延长到12小时。", "派单由30分钟提升到12分钟，到场由8分钟升到5分钟。",
    "投诉由128件降到150件以下。", "能耗由上年的3.2万度压减到9800度，不降反升的只有1月。",
    "考评由第8名升到第2名，日均到场由5分钟缩短到每次8分钟。", "电费由9800元降到1.1万度对应的8600元。",
    "响应由2小时缩短到30分钟。",
])  # fmt: skip
def test_a_word_of_the_right_direction(text: str) -> None:
    assert places(f"成绩: [{{编号: a1, 标题: 成果, 说明: '{text}'}}]\n", "NUM005") == []


@pytest.mark.parametrize("text", [
    "投诉率明显提升，成效显著。", "员工流失率提高7.7个百分点。", "欠费率提升2个百分点。", "全年投诉率同比提升5%。",
    "返修率上升1.2个百分点，质量稳步向好。", "报修及时率由96.2%下降至94.1%，成绩突出。", "投诉率从2.1‰提升到3.4‰。",
    "装修噪声投诉由上半年的38件提升到下半年的21件。", "堆物由12处减少到19处。", "回访率从96.2%提高到92.1%。",
    "巡更到位率成功下降到96.4%，可喜可贺。", "投诉率2.1‰，较上半年提升17.1%，业主感受越来越好。",
    "员工流失率9.6%，比2024年提高了2.2个百分点。",
    "巡更到位率有效下降，成效明显。", "业主满意率显著降低，得到好评。", "返修率稳步提高。",
    "业主满意率由93%降到95%。", "装修投诉由128件升到96件。", "到场时间由6分钟缩短至9分钟。",
    "投诉由2024年的58件升至2025年的49件。", "堆物由12处减为19处。", "值守由12小时延长到8小时。", "检测点由9个增至7个。",
    "能耗由3.2万度压降到3.6万度。", "违停由96起涨到82起。",
])  # fmt: skip
def test_a_word_of_the_wrong_direction(text: str) -> None:
    assert places(f"成绩: [{{编号: a1, 标题: 成果, 说明: '{text}'}}]\n", "NUM005") == ["/achievements/0/text"]


def test_the_metric_says_which_way_is_better() -> None:
    text = "指标: [{编号: m1, 名称: 楼道堆物, 数值: 11处, 方向: 越低越好}]\n成绩: [{编号: a1, 说明: 楼道堆物提升5%。}]\n"
    assert places(text, "NUM005") == ["/achievements/0/text"]
    found = text.replace("楼道堆物提升5%", "排查楼道堆物11处，较上年提升5%")
    assert places(found, "NUM005") == []


def test_an_issue_may_say_that_complaints_rose() -> None:
    assert places("问题: [{编号: i1, 表现: 投诉率明显提升，由2.1‰升到3.4‰。}]\n", "NUM005") == []
    assert places("问题: [{编号: i1, 表现: 投诉由96件降到128件。}]\n", "NUM005") == ["/issues/0/statement"]


# NUM001


@pytest.mark.parametrize("text", [
    "巡更到位率98.6%，比上年提高1.5个百分点，漏点612个。",
    "秩序类投诉143件，减少43件，下降23.1%。",
    "车辆停放与装修噪声共99件。",
    "消防疏散演练168人次参加，每次42人次左右。",
    "值守做到48小时内回复，3条巡逻线全部覆盖。",
    "按系数0.1229千克标准煤/kWh折算。",
])  # fmt: skip
def test_a_figure_that_is_accounted_for(text: str) -> None:
    data = _DATA.replace("人次: 168人次", "人次: 168人次, 内容: 每次42人次")
    assert places(f"{data}成绩: [{{编号: a1, 说明: '{text}'}}]\n", "NUM001") == []


def test_untraced_figures_of_a_passage_are_told_once() -> None:
    (problem,) = problems(_with("劝离违停1162起，清理堆物93处，秩序类投诉143件。"), "NUM001")
    assert problem.severity.value == "info"
    assert "2个数字" in problem.message
    assert "1162起、93处" in problem.message


def test_without_metrics_there_is_nothing_to_trace_to() -> None:
    assert places("成绩: [{编号: a1, 说明: 劝离违停1162起。}]\n", "NUM001") == []


def test_what_could_not_be_read_may_account_for_a_figure() -> None:
    text = _with("劝离违停1162起。").replace("数值: 143件", "数值: {}")
    assert places(text, "NUM001") == []


# The shared view


def test_the_view_finds_every_figure_once() -> None:
    summary = loads(_with("秩序类投诉143件；其中58件为车辆停放。")).summary
    assert summary is not None
    figures = View(summary).figures
    assert figures is View(summary).figures or figures.told  # a property, worked out once a view
    told = [one for one in figures.told if one.passage.field == "text"]
    assert [one.figure.text for one in told] == ["143件", "58件"]
    assert told[0].clause == "秩序类投诉"
    assert told[1].sentence == "其中58件为车辆停放。"
    assert {one.field for one in figures.data} >= {"value", "baseline", "breakdown", "times", "count", "target"}
    lent = next(one for one in figures.data if one.field == "breakdown")
    assert lent.quantity.unit is not None
    assert lent.quantity.unit.symbol == "件"


def test_time_grows_with_the_text() -> None:
    """A hundred times the summary takes about a hundred times as long, not ten thousand."""

    def seconds(size: int) -> float:
        rates = (Quantity.parse(f"{n % 90 + 5}.5%") for n in range(size))
        metrics = tuple(Metric(id=f"m{n}", name=f"第{n}类工单完成率", value=rate) for n, rate in enumerate(rates))
        text = "全年第{}类工单完成率{}.5%，比上年提高1.5个百分点，处理{}单。"
        told = tuple(Achievement(id=f"a{n}", text=text.format(n, n % 90 + 5, n + 40)) for n in range(size))
        summary = Summary(department="秩序部", period=Period.parse("2025"), metrics=metrics, achievements=told)
        start = time.process_time()
        rules.check(summary, rules=RULES)
        return time.process_time() - start

    seconds(20)
    small = min(seconds(40) for _ in range(3))
    assert seconds(800) < 20 * small * 4


def test_the_prose_of_sections_is_read_paragraph_by_paragraph() -> None:
    text = "一、巡更。\n\n东区试点。\n\n全年巡更到位率99.6%。"
    summary = Summary(
        department="秩序部",
        period=Period.parse("2025"),
        metrics=(Metric(id="m1", name="巡更到位率", value=Quantity.parse("98.6%")),),
        sections=(Section(text=textwrap.dedent(text)),),
    )
    found: list[Problem] = [problem for problem in check(summary) if problem.code == "NUM002"]
    assert [problem.pointer for problem in found] == ["/sections/0/text"]


_WAYS = """\
期间: 2025-Q3
指标:
  - {编号: m1, 名称: 业主满意率, 数值: 88.7%%, 上期值: 91.3%%, 上期: 2025-Q2}
  - {编号: m2, 名称: 噪声投诉, 数值: 18件, 上期值: 12件, 上期: 2025-Q2, 方向: 越低越好}
成绩: [{编号: a1, 标题: 成果, 说明: '%s', 指标: [m1, m2]}]
"""


@pytest.mark.parametrize(
    "text", ["业主满意率稳步提升。", "本季度满意率有所提高，回访更勤。", "噪声投诉较上季度有所减少。", "噪声投诉明显下降。"]
)
def test_words_against_the_data(text: str) -> None:
    """What the passage refers to went the other way."""
    assert places(_WAYS % text, "NUM005") == ["/achievements/0/text"]


@pytest.mark.parametrize("text", [
    "业主满意率有所下降。", "噪声投诉较上季度有所增加。", "噪声投诉较去年同期有所减少。", "夜间噪声投诉有所减少。",
    "9月满意率回升。",
    "业主对保洁的满意率稳步提升。", "下半年力争业主满意率稳步提升到92%。", "投诉处理更快。",
])  # fmt: skip
def test_words_with_the_data(text: str) -> None:
    """The same way, another time, another part, a plan."""
    assert places(_WAYS % text, "NUM005") == []
