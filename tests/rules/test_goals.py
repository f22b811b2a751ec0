"""GOA: goals in the voice of the people who write them."""

from __future__ import annotations

import pytest

from rule_drafts import places, problems


def _goal(fields: str) -> str:
    return f"目标: [{{编号: g1, {fields}}}]\n"


@pytest.mark.parametrize(
    "fields",
    [
        "类别: 总体, 内容: 业主体验更上一层楼",
        "类别: 团队建设, 内容: 打造一支特别能吃苦、特别能战斗的后勤铁军",
        "内容: 队伍面貌焕然一新",
        "类别: 指标, 内容: 2026年收缴率稳步提升, 指标: m1",
        "类别: 重点工作, 内容: 推进垃圾分类工作",
        "类别: 重点工作, 内容: 圆满完成公司下达的各项任务",
        "类别: 总体, 内容: 2026年3号楼环境再上台阶",
        "类别: 指标, 内容: 提高报修及时率, 成果物: 报表",
        "类别: 团队建设, 内容: 专业技能水平提升20%以上, 目标值: 20%",
        "类别: 团队建设, 内容: 全员服务意识提高30%",
        "类别: 团队建设, 内容: 保证服务人员素质提升20%",
        "类别: 重点工作, 内容: 打造“暖心管家”服务品牌",
        "类别: 总体, 内容: 保持现有水平",
    ],
)
def test_nobody_can_say_whether_it_was_reached(fields: str) -> None:
    """No figure, or a figure of what has no measure; a date, a building and an article are no figures."""
    assert places(_goal(fields), "GOA001")


@pytest.mark.parametrize(
    "fields",
    [
        "内容: 巡更到位率98%以上",
        "内容: 巡更到位率达标, 目标值: ≥98%",
        "内容: 巡更到位率达标, 目标值: 很高",
        "类别: 总体, 内容: 全年重大安全事故零发生",
        "类别: 总体, 内容: 四季度不发生重大设备安全事故",
        "类别: 总体, 内容: 全年无火灾",
        "类别: 重点工作, 内容: 2026年8月31日前完成7号楼补热改造并通过验收",
        "类别: 重点工作, 内容: 建成电动车充电棚",
        "类别: 重点工作, 内容: 智慧停车系统上线",
        "类别: 重点工作, 内容: 推进垃圾分类, 成果物: 分类示范亭验收单",
        "类别: 总体, 内容: 通过市级物业服务示范项目复评",
        "类别: 指标, 内容: 全年公共用电不高于2025年, 指标: m1",
        "类别: 团队建设, 内容: 库管员全员持证上岗",
        "类别: 团队建设, 内容: 专业技能考核合格率提升20个百分点",
        "类别: 团队建设, 内容: 服务意识提升5分, 指标: m2",
        "类别: 团队建设, 内容: 组织2次应急能力提升培训",
        "类别: 团队建设, 内容: 素质提升培训覆盖50人",
        "类别: 指标, 内容: 食堂满意率达到九成二",
        "类别: 指标, 内容: 投诉量减半",
        "类别: 指标, 内容: 办结率保持在全公司前三",
        "类别: 团队建设, 内容: 每季度开展消防演练",
        "类别: 总体, 内容: 创建省级园林小区",
    ],
)
def test_somebody_can(fields: str) -> None:
    """A figure, nothing happening, everything covered, something finished, a judgement passed."""
    assert not places(_goal(fields), "GOA001")


@pytest.mark.parametrize(
    "fields",
    [
        "内容: 巡更到位率达到99%",
        "内容: 由2025年的97%提高到99%",
        "内容: 东门排队每月不超过1次",
        "内容: 巡更到位率达到99%, 完成时限: 尽快",
        "内容: 巡更到位率较2024年提高2个百分点",
        "内容: 3号楼困人0次",
        "内容: 投诉24小时内回复率达到98%",
        "内容: 报修3日内办结率达到95%",
    ],
)
def test_no_day_to_be_reached_by(fields: str) -> None:
    """A year that is compared with is no deadline, nor is a repetition."""
    assert places(_goal(fields), "GOA002")


@pytest.mark.parametrize(
    "fields",
    [
        "内容: 2026年巡更到位率达到99%",
        "内容: 明年上半年巡更到位率达到99%",
        "内容: 翻杆进入不超过5次，9月底前",
        "内容: 10月一次解决率提升5个百分点",
        "内容: 全年入室盗窃零发案",
        "内容: 巡更到位率达到99%, 完成时限: 2026-12-31",
        "内容: 巡更到位率达到99%, 完成时限: 每季度末",
        "内容: 巡更到位率达到99%, 完成时限: 2026年2月30日",
        "内容: 2026年巡更到位率达到99%, 完成时限: 逐步",
    ],
)
def test_a_day_in_the_field_or_in_the_words(fields: str) -> None:
    """A goal whose statement names a year or a period has that as its deadline."""
    assert not places(_goal(fields), "GOA002")


@pytest.mark.parametrize(
    "period, fields, says",
    [
        ("2025", "完成时限: 2026-01-01", ""),
        ("2025", "完成时限: 2026-12-31", ""),
        ("2025", "完成时限: 2025-12-31", "之前"),
        ("2025", "完成时限: 2027-06-30", "之后"),
        ("2025-H1", "完成时限: 2026-06-30", "之后"),
        ("2025-06", "完成时限: 2025-07-31", ""),
        ("2025-06", "完成时限: 2025-12-31", "之后"),
        ("2025年1—11月", "完成时限: 2026-12-31", ""),
        ("2025年1—11月", "完成时限: 2025-11-30", "之前"),
        ("2025", "完成时限: 每月25日", ""),
        ("2025", "负责: x", ""),
    ],
)
def test_the_next_period(period: str, fields: str, says: str) -> None:
    """From its first day to its last, both included."""
    reported = problems(f"期间: {period}\n" + _goal(f"内容: 巡更到位率达到99%, {fields}"), "GOA009")
    assert [says in one.message.split("）")[-1] for one in reported] == [True][: bool(says)]


def test_words_far_ahead() -> None:
    """A year in the statement counts where there is no deadline."""
    assert places(_goal("内容: 2028年巡更到位率达到99%"), "GOA009") == ["/goals/0/statement"]
    assert not places(_goal("内容: 2026年巡更到位率达到99%"), "GOA009")
    assert not places(_goal("内容: 巡更到位率由2023年的95%提高到99%"), "GOA009")


def test_what_a_goal_serves() -> None:
    """Said by `supports`, or by a metric that an issue names or that belongs to a function of the department."""
    assert places(_goal("类别: 重点工作, 内容: 建成示范亭2座"), "GOA006")
    assert not places(_goal("内容: 建成示范亭2座, 支撑: [安全防范]"), "GOA006")
    assert not places(_goal("内容: 建成示范亭2座, 支撑: [{}]"), "GOA006")
    assert not places(_goal("内容: 巡更到位率99%, 指标库: patrol_checkpoint_rate"), "GOA006")
    metric = "指标: [{编号: m1, 名称: 翻杆, 数值: 27次}]\n"
    assert places(metric + _goal("内容: 翻杆不超过5次, 指标: m1"), "GOA006")
    assert not places(metric + "问题: [{编号: i1, 表现: 翻杆, 指标: [m1]}]\n" + _goal("内容: 翻杆不超过5次, 指标: m1"), "GOA006")


def test_kinds_that_are_missing() -> None:
    """One problem at the list, naming all; a goal of no stated or readable kind may be of a missing one."""
    assert places(_goal("类别: 总体, 内容: 零事故"), "GOA008") == ["/goals"]
    (problem,) = problems(_goal("类别: 总体, 内容: 零事故"), "GOA008")
    assert "指标、重点工作、团队建设" in problem.message
    three = "目标:\n" + "".join(
        f"  - {{编号: g{n}, 类别: {kind}, 内容: 某}}\n" for n, kind in enumerate(("总体", "指标", "团队建设"))
    )
    assert places(three, "GOA008")
    assert not places(three + "  - {编号: g9, 内容: 某}\n", "GOA008")
    assert not places(three + "  - {编号: g9, 类别: 乱写, 内容: 某}\n", "GOA008")
    assert not places(three + "  - {编号: g9, 类别: 重点工作, 内容: 某}\n", "GOA008")


@pytest.mark.parametrize(
    "statement",
    [
        "业主体验更上一层楼",
        "打造一支特别能吃苦的队伍",
        "队伍面貌焕然一新",
        "进一步提高工作效率",
        "推进垃圾分类工作",
        "圆满完成各项任务",
    ],
)
def test_neither_metric_nor_thing(statement: str) -> None:
    """Nobody sees what shall come of it."""
    assert places(_goal(f"内容: {statement}"), "GOA010")


@pytest.mark.parametrize(
    "fields",
    [
        "内容: 稳步提高物业费收缴率",
        "内容: 提高业主满意度",
        "内容: 减少投诉",
        "内容: 完成7号楼补热改造",
        "内容: 队伍面貌焕然一新, 成果物: 内务评比表",
        "内容: 队伍面貌焕然一新, 指标库: turnover_rate",
        "内容: 新增保安6人",
        "内容: 库管员全员持证上岗",
        "内容: 通过ISO 9001复审",
    ],
)
def test_a_metric_or_a_thing(fields: str) -> None:
    """A metric in the words will do; whether it has a target is another rule's question."""
    assert not places(_goal(fields), "GOA010")
