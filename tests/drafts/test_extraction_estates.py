"""Summaries of a whole estate or of one person, what stands beside the goals, and tables that count by kind."""

from __future__ import annotations

import pytest

from propsummary.drafts import read_prose
from propsummary.model import ActivityKind, Draft, Metric
from prose_drafts import errors_of, summary_of

_DRAFT = """{title}
一、工作情况
{done}
二、存在问题
{wrong}
三、改进措施
{cure}
四、2026年上半年目标
{aim}
"""
_TITLE = "后勤部2025年下半年工作总结"
_DONE = "1、受理报修1,260单。"
_WRONG = "1、话筒串频，中断会议7次。原因是频点没有分开。"
_CURE = "1、话筒重新分频并贴色标（责任人：秦守一，1月20日前）。"
_AIM = "1、会议中断降到1次以内，2026年6月30日前。"


def _read(*, title: str = _TITLE, done: str = _DONE, wrong: str = _WRONG, cure: str = _CURE, aim: str = _AIM) -> Draft:
    text = _DRAFT.format(title=title, done=done, wrong=wrong, cure=cure, aim=aim)
    return read_prose(text.encode(), format="text", file="稿")


def _table(*rows: str) -> str:
    head, *body = rows
    return "\n".join((f"| {head} |", "|" + "---|" * (head.count("|") + 1), *(f"| {row} |" for row in body)))


def _figures(table: str, *, above: str) -> tuple[Metric, ...]:
    text = f"# 工程部2025年6月工作总结\n\n## 一、工作情况\n\n### {above}\n\n{table}\n"
    return summary_of(read_prose(text.encode(), format="markdown", file="稿")).metrics


@pytest.mark.parametrize(
    ("title", "name", "estate"),
    [
        ("松涛里物业管理处2025年下半年工作总结", "物业管理处", "松涛里"),
        ("香樟湾物业服务中心2025年下半年工作小结", "物业服务中心", "香樟湾"),
        ("银桂苑项目部2025年下半年工作汇报", "项目部", "银桂苑"),
        ("柳岸社区项目2025年下半年工作总结", "项目", "柳岸社区"),
    ],
)
def test_a_summary_of_a_whole_estate_is_read(title: str, name: str, estate: str) -> None:
    """It is no department's, which is told once and is no error."""
    draft = _read(title=title)
    summary = summary_of(draft)
    assert (summary.department, summary.organization and summary.organization.property) == (name, estate)
    assert (len(summary.issues), len(summary.countermeasures), len(summary.goals)) == (1, 1, 1)
    assert errors_of(draft) == []
    assert sum("不是一个部门" in problem.message for problem in draft.problems) == 1


def test_a_department_of_an_estate_is_that_department() -> None:
    """Who runs the estate is named before it."""
    assert summary_of(_read(title="松涛里物业服务中心后勤部2025年下半年工作总结")).department == "后勤部"


def test_a_department_that_no_profile_knows_is_told() -> None:
    """It is read all the same."""
    draft = _read(title="松涛里财务部2025年下半年工作总结")
    assert len(summary_of(draft).issues) == 1
    assert "SHP005" in errors_of(draft)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("1、灯坏得多，半年118盏次。主要有两个原因：一是底座进水；二是镇流器用满8年。", ["底座进水", "镇流器用满8年"]),
        ("第一，排气扇坏了，住户催了6次。就三方面原因：一是停产；二是没上报；三是没代用件。", ["停产", "没上报", "没代用件"]),
        ("其次，话筒串频，中断会议7次。有以下几点原因：（1）频点没有分开；（2）没有试音。", ["频点没有分开", "没有试音"]),
        ("1、登记漏项，抽查160条缺44条。梳理下来，登记表上没有电话一栏。", ["登记表上没有电话一栏"]),
        ("1、大堂没收干净，收到意见9条。都怪我没有早点调班次。", ["都怪我没有早点调班次"]),
        ("1、夜班人手紧，21起事件在22时以后，而夜班只排了13人。成因：补员平均要38天。", ["补员平均要38天"]),
    ],
)
def test_one_issue_and_why_it_is(told: str, why: list[str]) -> None:
    """Reasons that are counted, weighed or confessed; where a label tells them, no clause before it is one."""
    (issue,) = summary_of(_read(wrong=told)).issues
    assert [cause.statement for cause in issue.root_causes] == why


def test_what_was_found_when_looking_is_no_cause() -> None:
    """检查下来 goes on with the fact."""
    (issue,) = summary_of(_read(wrong="1、工具管理松。检查下来，6月到9月少了扳手2把。")).issues
    assert issue.root_causes == ()


@pytest.mark.parametrize("who", ["由我负责", "由本人负责", "由我自己盯着"])
def test_who_writes_may_answer(who: str) -> None:
    """In a summary of one's own work the writer does."""
    draft = _read(cure=f"1、话筒重新分频并贴色标。{who}，2026年1月20日前完成。")
    (measure,) = summary_of(draft).countermeasures
    assert measure.statement == "话筒重新分频并贴色标"
    assert measure.owner is not None
    assert errors_of(draft) == []


@pytest.mark.parametrize("bracket", ["（2026年6月30日前）", "【6月底前】", "（6月30日）"])
def test_a_date_in_brackets_is_no_part_of_a_goal(bracket: str) -> None:
    """It is until when."""
    (goal,) = summary_of(_read(aim=f"1、漏水报修不超过6次{bracket}；")).goals
    assert goal.statement == "漏水报修不超过6次"
    assert goal.deadline is not None
    assert str(goal.deadline.date) == "2026-06-30"


@pytest.mark.parametrize(
    ("behind", "directions"),
    [
        ("风险提示：冷冻主机已运行15年，夏季可能停机3天。", []),
        ("备注：本期新进保洁员3人，试用期未满。", []),
        ("从2026年起用两到三年时间，把三个灶间改成明厨亮灶。", ["从2026年起用两到三年时间，把三个灶间改成明厨亮灶。"]),
        ("五、风险与设想\n主机可能停机。\n往后一到两年，想把台账搬到手机上。", ["往后一到两年，想把台账搬到手机上。"]),
    ],
)
def test_what_stands_behind_the_goals(behind: str, directions: list[str]) -> None:
    """Risks, notes and what is thought of for years to come are no goals."""
    draft = _read(aim=f"{_AIM}\n{behind}")
    summary = summary_of(draft)
    assert len(summary.goals) == 1
    assert [one.statement for one in (summary.outlook.directions if summary.outlook else ())] == directions
    assert errors_of(draft) == []


@pytest.mark.parametrize(
    ("told", "kind", "name"),
    [
        ("1、组织消防安全检查12次，查出隐患37处。", ActivityKind.INSPECTION, "消防安全检查"),
        ("1、9月15日消防宣传周组织灭火演练1次，96人参加。", ActivityKind.DRILL, "灭火演练"),
    ],
)
def test_what_was_held(told: str, kind: ActivityKind, name: str) -> None:
    """Inspections that are counted; of an occasion and what was held on it the latter."""
    assert [(one.kind, one.name) for one in summary_of(_read(done=told)).activities] == [(kind, name)]


def test_a_table_of_what_was_held_names_it_in_any_column() -> None:
    """内容 names what the rows say; a day before the period is kept, so that it can be asked about."""
    table = _table("时间|内容|人数|效果", "6月5日|防汛沙袋演练|21人|14分钟到位", "5月30日|盘查用语培训|18人|全部合格")
    text = f"# 秩序部2025年6月工作总结\n\n## 一、培训情况\n\n{table}\n"
    held = summary_of(read_prose(text.encode(), format="markdown", file="稿")).activities
    assert [(one.kind.value, one.name, str(one.when[0].first)) for one in held] == [
        ("drill", "防汛沙袋演练", "2025-06-05"),
        ("training", "盘查用语培训", "2025-05-30"),
    ]


def test_a_table_of_rates_by_kind() -> None:
    """The row that sums up is the rate of what the heading counts."""
    rates = _figures(
        _table("类别|受理（单）|完成（单）|完成率", "水|40|38|95.0%", "电|25|25|100%", "合计|65|63|96.9%"), above="工单分类"
    )
    told = [(one.name, one.numerator and one.numerator.text, one.denominator and one.denominator.text) for one in rates]
    assert told == [("水完成率", "38单", "40单"), ("电完成率", "25单", "25单"), ("工单完成率", "63单", "65单")]


def test_a_table_of_counts_by_kind() -> None:
    """One count with what it is made up of; no metric where nothing says what is counted."""
    table = _table("类型|起数", "治安|3", "设备|5", "合计|8")
    (count,) = _figures(table, above="突发事件分类")
    assert (count.name, count.value and count.value.text, [share.name for share in count.breakdown]) == (
        "突发事件",
        "8起",
        ["治安", "设备"],
    )


def test_the_figure_that_is_compared_is_the_main_one() -> None:
    """One team's mean time does not stand for that of all; 上一期 may say in a bracket which."""
    told = "1、微型站出动13次，平均3分10秒到场。\n2、平均到场时间3.8分钟，上一期（2025年上半年）为4.5分钟，缩短15.6%。"
    (metric,) = [one for one in summary_of(_read(done=told)).metrics if one.name == "平均到场时间"]
    assert metric.value is not None
    assert metric.baseline is not None
    assert (metric.value.text, metric.baseline.text) == ("3.8分钟", "4.5分钟")


def test_a_note_is_no_achievement() -> None:
    """It is kept as text, and what it counts is read."""
    summary = summary_of(_read(done="值班照常，交接无差错。\n注：工单完成率96.0%，受理1,260单，完成1,210单。"))
    assert [one.text for one in summary.achievements] == ["值班照常，交接无差错。"]
    assert [one.name for one in summary.metrics] == ["工单完成率"]
    assert any(one.text.startswith("注：") for one in summary.sections)


def test_a_table_at_the_top_says_what_the_department_is_for() -> None:
    """Its labels head the rows; a first row of 项目 and 内容 is no label."""
    table = _table("项目|内容", "项目名称|柳岸晴川", "填报人|花满枝", "部门职责|负责五个门岗和三条巡逻线")
    draft = read_prose(f"# 秩序部2025年6月工作总结\n\n{table}\n\n## 一、工作情况\n\n无。\n".encode(), format="markdown", file="稿")
    summary = summary_of(draft)
    assert summary.background is not None
    assert (summary.background.text, summary.author) == ("负责五个门岗和三条巡逻线", "花满枝")
    assert summary.organization is not None
    assert summary.organization.property == "柳岸晴川"
