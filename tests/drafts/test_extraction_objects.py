"""Issues, measures and goals as people word them, each in a draft of a few lines."""

from __future__ import annotations

import pytest

from propsummary.drafts import read_prose
from propsummary.model import Draft, Summary
from propsummary.rules import check


def _read(body: str, title: str = "秩序部2025年上半年工作总结") -> Draft:
    return read_prose(f"{title}\n\n{body}".encode(), format="text", file="稿.txt")


def _summary(body: str) -> Summary:
    summary = _read(body).summary
    assert summary is not None
    return summary


@pytest.mark.parametrize(
    ("told", "statement", "causes"),
    [
        ("1、东门排队投诉12次。原因是道闸相机老化。", "东门排队投诉12次", ["道闸相机老化"]),
        ("1、东门排队投诉12次，主要原因：道闸相机老化，识别慢。", "东门排队投诉12次", ["道闸相机老化，识别慢"]),
        ("1、由于道闸相机老化，导致东门排队投诉12次。", "东门排队投诉12次", ["道闸相机老化"]),
        ("1、东门排队投诉12次，主要是道闸相机老化。", "东门排队投诉12次", ["道闸相机老化"]),
        ("1、投诉12次，主要是3号楼和5号楼。", "投诉12次，主要是3号楼和5号楼", []),
        ("1、东门排队投诉12次。为啥:相机用了7年.", "东门排队投诉12次", ["相机用了7年"]),
        ("1、东门排队投诉12次（原因：相机用了7年）", "东门排队投诉12次", ["相机用了7年"]),
        ("1、东门排队投诉12次。原因分析：一是相机老化；二是岗位不足。", "东门排队投诉12次", ["相机老化", "岗位不足"]),
        ("1、东门排队投诉12次。因单人值守，无法放行，造成拥堵。", "东门排队投诉12次。拥堵", ["单人值守，无法放行"]),
        ("1、东门排队投诉12次。\n原因：相机老化。", "东门排队投诉12次", ["相机老化"]),
    ],
)
def test_causes(told: str, statement: str, causes: list[str]) -> None:
    """What is the matter and why are told apart by many words."""
    (issue,) = _summary(f"一、工作情况\n\n巡逻。\n\n二、存在问题\n\n{told}").issues
    assert (issue.statement.rstrip("。"), [cause.statement for cause in issue.root_causes]) == (statement, causes)


@pytest.mark.parametrize(
    ("told", "statement"),
    [
        ("1、东门排队投诉12次。", "东门排队投诉12次。"),
        ("1、东门排队投诉12次", "东门排队投诉12次"),
        ("1、东门排队投诉12次，主要是道闸相机老化。", "东门排队投诉12次。"),
        ("1、东门排队投诉12次。排队最长300米。原因是道闸相机老化。", "东门排队投诉12次。排队最长300米。"),
        ("| 问题 | 原因 |\n| --- | --- |\n| 东门排队投诉12次 | 道闸相机老化。 |", "东门排队投诉12次"),
    ],
)
def test_a_statement_ends_with_the_stop_it_had(told: str, statement: str) -> None:
    """One sentence as well as several; a cell of a table has none."""
    (issue,) = _summary(f"一、工作情况\n\n巡逻。\n\n二、存在问题\n\n{told}").issues
    assert issue.statement == statement


@pytest.mark.parametrize(
    ("told", "statement", "owner", "deadline"),
    [
        ("1、更换相机2台。责任人：张伟；完成时限：8月底前。", "更换相机2台", "张伟", "8月底前"),
        ("1、更换相机2台。责任人：张伟（秩序主管），8月底前完成。", "更换相机2台", "张伟（秩序主管）", "8月底前"),
        ("1、更换相机2台，由工程部李工负责，8月31日前完成。", "更换相机2台", "工程部李工", "8月31日前"),
        ("1、更换相机2台（责任人：张伟，8月底前）", "更换相机2台", "张伟", "8月底前"),
        ("1、更换相机2台. 谁干:张伟. 啥时候:尽快.", "更换相机2台", "张伟", "尽快"),
        ("1、更换相机2台 -- 负责人: 张伟 -- 时间: 8月30日前", "更换相机2台 --", "张伟 --", "8月30日前"),
        ("1、8月底前更换相机2台。", "8月底前更换相机2台", "", "8月底前"),
        ("1、发现故障2小时内到场维修。", "发现故障2小时内到场维修", "", ""),
        ("1、更换相机2台，尽快完成。", "更换相机2台", "", "尽快"),
    ],
)
def test_owners_and_deadlines(told: str, statement: str, owner: str, deadline: str) -> None:
    """Who and until when, with labels and without."""
    (measure,) = _summary(f"一、工作情况\n\n巡逻。\n\n二、整改措施\n\n{told}").countermeasures
    assert measure.statement.strip(" -") == statement.strip(" -")
    assert (measure.owner.text if measure.owner else "").strip(" -") == owner.strip(" -")
    assert (measure.deadline.text if measure.deadline else "") == deadline


def test_issue_cause_and_measure_in_one_paragraph() -> None:
    """A later sentence may go on with the measure."""
    told = "1、夜班漏看3次。只有1人值守，中途无人替换。拟增加1人，由班长沈涛负责，9月10日前完成。"
    summary = _summary(f"一、工作情况\n\n巡逻。\n\n二、问题与改进\n\n{told}")
    (issue,), (measure,) = summary.issues, summary.countermeasures
    assert (issue.statement, issue.root_causes[0].statement) == ("夜班漏看3次。", "只有1人值守，中途无人替换")
    assert (measure.statement, measure.owner and measure.owner.text, measure.addresses) == ("增加1人", "班长沈涛", (issue.id,))


def test_parts_without_headings() -> None:
    """A letter names its parts by labels."""
    summary = _summary(
        "本月工作：完成报修312单。\n\n存在问题：一是地库漏水3处，原因是伸缩缝老化；二是夜间报修慢，因为只有1人值班。\n\n"
        "下一步措施：一是完成注浆，由老彭负责，7月15日前完成。\n\n下月目标：漏水为零。"
    )
    assert [issue.statement for issue in summary.issues] == ["地库漏水3处。", "夜间报修慢。"]
    assert [measure.statement for measure in summary.countermeasures] == ["完成注浆"]
    assert [goal.statement for goal in summary.goals] == ["漏水为零"]


def test_measures_answer_issues_of_the_same_words_or_number() -> None:
    """Words count before numbers; where neither tells, nothing is claimed and no rule complains."""
    draft = _read(
        "一、问题\n\n1、东门道闸排队投诉12次，原因是相机老化。\n\n2、夜班脱岗2次，原因是单人值守。\n\n"
        "二、措施\n\n1、夜班增加1人值守。责任人：张伟。完成时限：8月底前。\n\n2、更换东门道闸相机。责任人：李强。完成时限：8月底前。\n\n"
        "3、每月评优一次。责任人：王刚。完成时限：8月底前。"
    )
    assert draft.summary is not None
    assert [measure.addresses for measure in draft.summary.countermeasures] == [("i2",), ("i1",), ()]
    assert not {"CTM006", "ISS005"} & {problem.code for problem in check(draft)}


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        ("满意率95%以上；投诉不超过5件；年底前完成改造。", ["满意率95%以上", "投诉不超过5件", "年底前完成改造"]),
        ("打点率98%以上.投诉不超过5次,9月底前.面貌一新.", ["打点率98%以上", "投诉不超过5次,9月底前", "面貌一新"]),
        ("（1）满意率达到95%；（2）收缴率达到93%，实收不低于68万元。", ["满意率达到95%", "收缴率达到93%，实收不低于68万元"]),
        ("满意率保持在92%以上，剩菜不超过8公斤，投诉不超过2次。", ["满意率保持在92%以上", "剩菜不超过8公斤", "投诉不超过2次"]),
        (
            "（一）指标目标：满意率达到95%；投诉不超过5件。\n\n（二）团队目标：零流失。",
            ["满意率达到95%", "投诉不超过5件", "团队目标：零流失"],
        ),
    ],
)
def test_goals_in_one_paragraph(told: str, goals: list[str]) -> None:
    """One goal after the other, however they are parted."""
    assert [goal.statement for goal in _summary(f"一、工作情况\n\n巡逻。\n\n二、下半年目标\n\n{told}").goals] == goals


def test_what_is_not_said_is_asked_for_once() -> None:
    """No source, no dimension: one remark for the whole file, in the final stage too."""
    draft = _read(
        "一、工作情况\n\n巡更到位率98.6%，报修及时率97%。\n\n二、问题\n\n1、排队投诉12次，原因是相机老化。\n\n"
        "三、措施\n\n1、更换相机。责任人：张伟。完成时限：8月底前。\n\n四、目标\n\n1、投诉不超过5次，12月底前。"
    )
    for stage in ("draft", "final"):
        codes = [problem.code for problem in check(draft, stage=stage)]
        assert not {"MET001", "MET009", "ISS003", "ISS009", "GOA006", "STR004", "NUM001"} & set(codes)
        assert codes.count("SHP009") == 1


def test_problems_point_at_the_words() -> None:
    """The place of a field is where its words stand in the file."""
    draft = _read("一、工作情况\n\n巡逻。\n\n二、措施\n\n1、更换相机。责任人：大家。完成时限：8月底前。")
    (problem,) = [one for one in check(draft) if one.code == "CTM002"]
    assert problem.span is not None
    line = draft.source.splitlines()[problem.span.line - 1]
    assert line[problem.span.column - 1 : problem.span.end_column - 1] == "大家"


def test_without_department_and_period_there_is_no_summary() -> None:
    """It is said what is missing."""
    draft = read_prose("今天天气不错。".encode(), format="text")
    assert draft.summary is None
    assert {problem.code for problem in draft.problems} == {"SHP002"}


def test_last_goals_are_followed_up() -> None:
    """A table of last goals tells what became of them."""
    draft = read_prose(
        "# 工程部2025年工作总结\n\n## 一、上年目标完成情况\n\n| 上年目标 | 完成情况 | 是否完成 |\n| --- | --- | --- |\n"
        "| 报修及时率98% | 实际97.6% | 未完成 |\n| 困人不超过5次 | 全年4次 | 已完成 |\n".encode(),
        format="markdown",
    )
    assert draft.summary is not None
    told = [(one.of, one.result, one.outcome and one.outcome.value) for one in draft.summary.follow_ups]
    assert told == [("报修及时率98%", "实际97.6%", "missed"), ("困人不超过5次", "全年4次", "met")]
