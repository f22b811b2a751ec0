"""What people tell without labels: why things are so, who does what until when, and what they aim at."""

from __future__ import annotations

import io

import docx
import pytest

from propsummary.drafts import read_prose
from propsummary.drafts.extraction.rows import split_row
from propsummary.drafts.outline import Words
from propsummary.model import Draft, Summary
from propsummary.rules import check


def _read(body: str) -> Draft:
    return read_prose(
        f"秩序部2025年工作总结\n\n一、工作情况\n\n巡逻。\n\n{body}\n\n2026年1月8日".encode(), format="text", file="稿.txt"
    )


def _summary(body: str) -> Summary:
    summary = _read(body).summary
    assert summary is not None
    return summary


@pytest.mark.parametrize(
    ("told", "causes"),
    [
        ("1、西区道闸慢，全年投诉12次，电机2017年装的，厂家已经停产。", ["电机2017年装的，厂家已经停产"]),
        ("1、电动车进楼充电6次。电梯里没有识别相机，光靠巡逻堵不住。", ["电梯里没有识别相机，光靠巡逻堵不住"]),
        ("1、垃圾房异味投诉11次。夏季每天只清运一次。", ["夏季每天只清运一次"]),
        ("1、电梯故障17次。\n维保单位只派一名师傅，配件要等两周。", ["维保单位只派一名师傅，配件要等两周"]),
        ("1、供暖不热。\n投诉47起。板换结垢，四年没有拆洗。", ["板换结垢，四年没有拆洗"]),
        ("1、培训效果不好。全年12次，考核合格率只有71%。", []),
        ("1、管家不熟悉业主。抽查60户，能说出管家姓名的只有33户。", []),
        ("1、排队投诉12次，集中在晚高峰，业主意见很大。", []),
        ("1、救援偏慢。困人3起，平均12分钟，最长的一次25分钟。", []),
    ],
)
def test_causes_without_a_word_for_them(told: str, causes: list[str]) -> None:
    """Behind what was counted, how things stand is why; another count, or what came of it, is not."""
    (issue,) = _summary(f"二、存在问题\n\n{told}").issues
    assert [cause.statement for cause in issue.root_causes] == causes


def test_who_may_have_told_why_is_not_accused() -> None:
    """What stands behind the facts, and is no effect of them, may be the cause."""
    codes = [
        one.code for one in check(_read("二、存在问题\n\n1、班车晚点9次，早高峰绕城路施工。\n\n2、排队投诉12次，业主意见大。"))
    ]
    assert codes.count("ISS001") == 1


@pytest.mark.parametrize(
    ("told", "statement", "owner", "deadline"),
    [
        ("更换门禁6套（工程部李工，6月底前）", "更换门禁6套", "工程部李工", "6月底前"),
        ("更换接触器6只（电气班长老岑，3月12日前）。", "更换接触器6只", "电气班长老岑", "3月12日前"),
        ("领料改为扫码（库管 柳依依）", "领料改为扫码", "库管 柳依依", ""),
        ("与社区对接增设车位（含充电位20个）", "与社区对接增设车位（含充电位20个）", "", ""),
        ("分批更换空调；各班组落实；适时推进。", "分批更换空调", "各班组", "适时推进"),
        ("加装相机8台，由技防班长季同生负责，8月20日前装完。", "加装相机8台", "技防班长季同生", "8月20日前"),
        ("由品质部牵头、工程部配合，4月底前完成隐患整改。", "4月底前完成隐患整改", "品质部", "4月底前"),
        ("每周五下午召开复盘会（前台领班商羽）。", "每周五下午召开复盘会", "前台领班商羽", "每周五"),
        ("清运增加一趟。牵头岗位：领班尉迟明；完成时限：3月底。", "清运增加一趟", "领班尉迟明", "3月底"),
    ],
)
def test_owners_and_deadlines_without_labels(told: str, statement: str, owner: str, deadline: str) -> None:
    """Who and until when stand in brackets, in clauses, with many verbs."""
    (measure,) = _summary(f"二、改进措施\n\n1、{told}").countermeasures
    assert (measure.statement, measure.owner.text if measure.owner else "") == (statement, owner)
    assert (measure.deadline.text if measure.deadline else "") == deadline


def test_a_plan_for_named_problems_holds_measures() -> None:
    """What answers a problem, with somebody who does it, is a measure; what is left of the plan is a goal."""
    body = (
        "二、存在问题\n\n1、人员流失23人，原因是补贴低。\n\n三、2026年工作计划\n\n"
        "（一）针对人员流失：夜班补贴由25元/班提高到40元/班。由部门经理孙志强负责，3月31日前完成。\n\n（二）巡更到位率达到99%，12月底前。"
    )
    draft = _read(body)
    assert draft.summary is not None
    (measure,), (goal,) = draft.summary.countermeasures, draft.summary.goals
    assert (measure.addresses, measure.owner and measure.owner.text) == (("i1",), "部门经理孙志强")
    assert (goal.statement, goal.target and goal.target.text) == ("巡更到位率达到99%", "99%")
    assert not {"ISS005", "GOA001", "STR001"} & {one.code for one in check(draft) if one.path != ("background",)}


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        (
            "1、案件不超过2起；2、火灾为0；3、到位率达到98.5%。以上目标12月底前完成。",
            ["案件不超过2起", "火灾为0", "到位率达到98.5%"],
        ),
        ("到位率97%以上，投诉不超过20次，以上都以12月31日为限。", ["到位率97%以上", "投诉不超过20次"]),
        ("2026年底前，我们要做到：合格率97.5%以上，投诉减半。", ["合格率97.5%以上", "投诉减半"]),
        ("力争到2026年12月31日，办结率达到98%，活动室9月底前开放。", ["办结率达到98%", "活动室9月底前开放"]),
    ],
)
def test_goals_with_one_date(told: str, goals: list[str]) -> None:
    """One date dates all that have none of their own, and is no goal."""
    found = _summary(f"二、2026年目标\n\n{told}").goals
    assert [one.statement for one in found] == goals
    assert all(one.deadline and one.deadline.date for one in found)


def test_goals_say_where_they_start() -> None:
    """From what a figure shall rise is its baseline, so that a target beyond everything is seen."""
    first, second = _summary("二、目标\n\n1、接通率由78%提高到90%。\n\n2、回访率在今年98.6%的基础上再提高3个百分点。").goals
    assert [one.baseline and one.baseline.text for one in (first, second)] == ["78%", "98.6%"]
    assert "GOA004" in {one.code for one in check(_read("二、2026年目标\n\n1、回访率在今年98.6%的基础上再提高3个百分点。"))}


def test_a_day_that_no_calendar_has_is_told() -> None:
    """There is no 31 June; it is not called missing."""
    problems = check(_read("二、改进措施\n\n1、更换相机（领班商羽，6月31日前）。"))
    (problem,) = [one for one in problems if one.code in ("SHP005", "CTM003")]
    assert (problem.code, "6月31日前" in problem.message) == ("SHP005", True)


def test_a_form_is_read_row_by_row() -> None:
    """A company's form has the parts in its first column, several paragraphs beside each."""
    document = docx.Document()
    document.add_paragraph("环境部季度工作总结表")
    table = document.add_table(4, 2)
    rows = [
        ("总结期间", "2025年第三季度"),
        ("主要工作完成情况", "1、保洁检查合格率96.7%。"),
        ("存在问题及原因", "1、地垫积沙，投诉14次。原因：流程里没有吸尘。\n2、广场积水2次。原因：篦子堵塞。"),
        ("改进措施", "1、购置吸尘器2台。责任人：包素芬；完成时间：10月25日。"),
    ]
    for at, (name, text) in enumerate(rows):
        table.cell(at, 0).text, table.cell(at, 1).text = name, text
    content = io.BytesIO()
    document.save(content)
    summary = read_prose(content.getvalue(), format=None, file="表.docx").summary
    assert summary is not None
    assert (summary.period.label, [one.name for one in summary.metrics]) == ("2025-Q3", ["保洁检查合格率"])
    assert [len(one.root_causes) for one in summary.issues] == [1, 1]
    assert [one.owner and one.owner.text for one in summary.countermeasures] == ["包素芬"]


@pytest.mark.parametrize(
    ("text", "lead", "members"),
    [
        ("主要措施：一是抓培训，二是抓制度；三是购设备。", "主要措施", ["抓培训", "抓制度", "购设备"]),
        ("共两项：①换电池；②买充电座。", "共两项", ["换电池", "买充电座"]),
        ("一要抓巡逻。二要抓培训。", "", ["抓巡逻", "抓培训"]),
        ("其一，人少；其二，岗多。", "", ["人少", "岗多"]),
        ("安排如下：1、甲；2、乙。", "安排如下", ["甲", "乙"]),
    ],
)
def test_rows_in_one_passage(text: str, lead: str, members: list[str]) -> None:
    """However they are marked."""
    found = split_row(Words(text=text))
    assert found is not None
    assert (found[0].text, [one.text for one in found[1]]) == (lead, members)


@pytest.mark.parametrize("text", ["一区、二区都好。", "培训（1）次，演练（3）次。", "抓好1、3号楼。"])
def test_sentences_that_list_nothing(text: str) -> None:
    """A number within a clause marks no row."""
    assert split_row(Words(text=text)) is None
