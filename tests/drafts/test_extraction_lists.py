"""What lists, tables and run-in words around an entry say of it: who, until when, which issue, what it is a part of."""

from __future__ import annotations

import pytest

from propsummary.drafts import read_prose
from propsummary.drafts.extraction.activities import activities
from propsummary.drafts.extraction.goal_lists import counted_goals, is_aside
from propsummary.drafts.extraction.metrics import metrics
from propsummary.drafts.outline import Words
from propsummary.model import Summary
from propsummary.periods import read_period
from propsummary.rules import check
from prose_drafts import errors_of, summary_of


def _dates(summary: Summary) -> list[str]:
    return [goal.deadline.text if goal.deadline else "" for goal in summary.goals]


def test_fields_of_a_measure_in_a_list_below_it() -> None:
    """The bullet that names the issue is neither the measure nor text of its own; 要做的事 are goals, 做的事 results."""
    text = """
# 云溪里环境部2025年第三季度工作总结

## 一、编写说明

环境部管云溪里9栋楼的保洁和绿化，共21人。

## 二、三季度做的事

1. 保洁。抽检640项，合格618项，保洁检查合格率96.6%，上季度95.1%，提高1.5个百分点。
2. 意见。共收到26件，绿化12件、保洁9件、消杀5件，接报后平均18分钟到现场。
3. 培训：8月14日开展高枝锯实操培训1次，12人参加。

## 三、存在的问题

- 东区落叶堆放超过2天的有7次。原因：清运车每周只来一趟。
- 草坪斑秃180平方米。原因：喷头堵了没有列入月检。

## 四、整改措施

- 更换喷头46个，列入月检表
  - 对应：问题2
  - 责任人：绿化主管 简一凡
  - 时限：2025年10月31日前
- 与清运公司改签为每周三趟
  - 针对：东区落叶
  - 责任人：保洁主管 谷小满
  - 完成时间：2025年10月20日

## 五、四季度要做的事

- 保洁检查合格率97%以上，完成时间12月31日
- 落叶滞留不超过1次，考核日期12月31日
- 另外，11月15日前完成喷头年检
"""
    draft = read_prose(text.encode(), format="markdown", file="稿.md")
    summary = summary_of(draft)
    assert summary.background is not None
    assert [(one.statement[:4], one.addresses) for one in summary.countermeasures] == [("更换喷头", ("i2",)), ("与清运公", ("i1",))]
    assert all(one.owner and one.deadline for one in summary.countermeasures)
    assert [goal.statement for goal in summary.goals] == ["保洁检查合格率97%以上", "落叶滞留不超过1次", "11月15日前完成喷头年检"]
    assert _dates(summary) == ["12月31日", "12月31日", "11月15日前"]
    assert [metric.name for metric in summary.metrics] == ["保洁检查合格率", "意见", "平均到场时间"]
    assert [share.name for share in summary.metrics[1].breakdown] == ["绿化", "保洁", "消杀"]
    assert [(one.kind.value, one.name) for one in summary.activities] == [("training", "高枝锯实操培训")]
    assert not summary.sections
    assert not errors_of(draft)


_FLAT = """
- 问题：南门道闸认不出车牌，抬杆20次。
- 原因：镜头进水
- 措施：更换镜头2只
- 责任人：队长 沈大勇
- 时限：7月10日前
- 问题：夜班巡更漏点12个。
- 原因：巡更棒只有1根
- 原因：交接没有清点
- 措施：增配巡更棒2根
- 责任人：班长 黄四喜
- 时限：7月15日前
"""
_BELOW = """
1. 南门道闸认不出车牌，抬杆20次。
   - 原因：镜头进水
   - 对应：更换镜头2只
   - 责任人：队长 沈大勇
   - 时限：7月10日前
2. 夜班巡更漏点12个。
   - 原因：巡更棒只有1根
   - 对应：增配巡更棒2根
   - 责任人：班长 黄四喜
   - 时限：7月15日前
"""
_COUNTED = """
- 问题一：南门道闸认不出车牌，抬杆20次，原因是镜头进水。
- 问题二：夜班巡更漏点12个，原因是巡更棒只有1根。
- 措施一：更换镜头2只，队长沈大勇负责，7月10日前完成。
- 措施二：增配巡更棒2根，班长黄四喜负责，7月15日前完成。
"""
_APART = """
1. 南门道闸认不出车牌，抬杆20次。原因：镜头进水
2. 夜班巡更漏点12个。原因：巡更棒只有1根

## 措施

- 针对问题：南门道闸
- 措施：更换镜头2只
- 责任人：队长 沈大勇
- 时限：7月10日前
- 针对问题：夜班漏点
- 措施：增配巡更棒2根
- 责任人：班长 黄四喜
- 时限：7月15日前
"""


@pytest.mark.parametrize("listed", [_FLAT, _BELOW, _COUNTED, _APART], ids=["flat", "below", "counted", "apart"])
def test_fields_as_bullets(listed: str) -> None:
    """A bullet each for issue, cause, measure, owner and deadline, whether in one list or below each other."""
    head = "# 秩序部2025年6月工作总结\n\n秩序部46人，管两个门岗。\n\n## 6月工作\n\n登记访客2,140人次。\n\n## 存在的问题\n"
    draft = read_prose(f"{head}{listed}\n## 7月目标\n\n- 抬杆不超过5次，7月31日前\n".encode(), format="markdown", file="稿.md")
    summary = summary_of(draft)
    assert [len(issue.root_causes) > 0 for issue in summary.issues] == [True, True]
    assert [(one.statement, one.addresses) for one in summary.countermeasures] == [
        ("更换镜头2只", ("i1",)),
        ("增配巡更棒2根", ("i2",)),
    ]
    assert not errors_of(draft)


def test_a_year_behind_the_number_of_a_heading() -> None:
    """``4 2026年目标`` is a heading; the first two goals are dated together; a drill after the end of the period is told."""
    text = """
金湾广场工程部2025年1—9月工作总结

填报人：伍思远    填报日期：2025年10月11日

工程部负责两座塔楼的设备运行和维修，共26人。

1 完成情况

1.1 工单。受理报修2,140单，按区域看，办公区1,120单、商业区640单、地库280单。
1.2 应急。6月20日组织停电演练1次，31人参加；10月8日组织电梯困人演练1次，18人参加。

2 存在问题

2.1 冷却塔漏水，7至9月补水多用620吨。原因：浮球阀用了11年。

3 整改措施

3.1 更换浮球阀4只。责任人为暖通主管古月明，2025年11月10日前完成。

4 2026年目标

一是报修及时率达到97%以上；二是漏水补水不超过60吨；三是冷却塔大修并验收。前两项的考核日期为2026年12月31日。
"""
    draft = read_prose(text.strip().encode(), format="text", file="稿.txt")
    summary = summary_of(draft)
    assert [one.statement for one in summary.countermeasures] == ["更换浮球阀4只"]
    assert len(summary.goals) == 3
    assert _dates(summary)[:2] == ["2026年12月31日"] * 2
    assert _dates(summary)[2] != "2026年12月31日"
    assert {"PER002", "MET007"} <= {problem.code for problem in check(draft).problems}


def _table(*rows: str) -> str:
    return "\n".join(f"| {row} |" for row in rows)


def test_a_kind_over_several_rows_and_two_measures_for_one_issue() -> None:
    """All rows are parts of the sum; a measure answers the issue that its row names, whatever row it stands in."""
    counts = _table(
        "大类 | 细类 | 件数",
        "--- | --- | ---",
        "报修 | 水电 | 410",
        " | 门窗 | 190",
        "投诉 | 噪音 | 160",
        " | 停车 | 240",
        "合计 | | 1,000",
    )
    cures = _table(
        "针对问题 | 措施 | 责任人 | 完成时间",
        "--- | --- | --- | ---",
        "停车投诉 | 临停改为分时段收费 | 车场主管 尤佳 | 2025年9月30日",
        "收缴台账 | 打通两套系统，停用手工誊抄 | 收费主管 辛然 | 2025年10月31日",
        "收缴台账 | 每月抽核30户 | 收费主管 辛然 | 2025年12月31日",
    )
    text = f"""
# 和悦府客服部2025年上半年工作总结

## 一、总结说明

客服部服务和悦府1,860户业主，有管家8名。

## 二、上半年工作

受理诉求分类如下：

{counts}

## 三、存在问题

1. 停车投诉多，上半年240件。原因：临停没有分时段收费。
2. 收缴台账错漏，抽查50户有7户金额不符。原因：两套系统手工誊抄。
3. 前台交接不清，6月漏办事项5件。原因：交接本一人一本。

## 四、改进措施

{cures}

## 五、下半年目标

- 停车投诉不超过90件，截止时间2025年12月31日
"""
    draft = read_prose(text.encode(), format="markdown", file="稿.md")
    summary = summary_of(draft)
    assert [share.name for share in summary.metrics[0].breakdown] == ["水电报修", "门窗报修", "噪音投诉", "停车投诉"]
    assert [one.addresses for one in summary.countermeasures] == [("i1",), ("i2",), ("i2",)]
    assert errors_of(draft) == ["ISS005"]


@pytest.mark.parametrize("text", ["此外，还要让中庭花境再上一个台阶", "另外，力争全年不再发生滑倒", "同时，建成堆肥点1处"])
def test_what_is_added_may_be_a_goal(text: str) -> None:
    """A wish behind the goals is one of them, however vague."""
    assert not is_aside(text)


@pytest.mark.parametrize("text", ["另外，库房钥匙已经交给内勤", "此外，请公司批示经费", "对了，年会抽奖奖品还没领"])
def test_what_is_added_may_be_none(text: str) -> None:
    """What is asked for, or merely told, is no goal."""
    assert is_aside(text)


@pytest.mark.parametrize(
    ("text", "goals"),
    [("前三项的考核日期为12月31日", "abc"), ("后两项6月底前完成", "cd"), ("以上均于6月底前完成", "abcd"), ("前四项", "abcd")],
)
def test_a_date_for_some(text: str, goals: str) -> None:
    """The first or the last few of the goals may be dated together."""
    assert "abcd"[counted_goals(Words(text=text), 4)] == goals


@pytest.mark.parametrize(
    ("period", "text", "day"),
    [
        ("2025-H1", "7月5日组织电梯困人演练1次，9人参加", "2025-07-05"),
        ("2025-01", "12月28日组织消防演练1次，20人参加", "2024-12-28"),
        ("2025-06", "截至7月2日开展培训12次", ""),
        ("2025-06", "计划7月5日组织演练1次", ""),
    ],
)
def test_a_day_outside_the_period(period: str, text: str, day: str) -> None:
    """A day that the period does not have is the nearest one, unless it says how far the count goes or what is planned."""
    found = [one.activity for one in activities(Words(text=text), read_period(period))]
    assert [str(one.first) for activity in found for one in activity.when] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("应做保养210项，实做207项，计划完成率98.6%", ["计划完成率"]),
        ("计划合格率98%", []),
        ("从接报到人到现场平均3分40秒", ["平均到场时间"]),
        ("共5起，困人2起、水管爆裂1起、吵架2起，都有记录", ["突发"]),
    ],
)
def test_rates_of_plans_and_counts_of_a_topic(text: str, names: list[str]) -> None:
    """A rate at which a plan was carried out is a result; a count with a verb alone is of what the passage is about."""
    found = [one.metric.name for one in metrics(Words(text=text), read_period("2025-10"), "突发")]
    assert found == names
