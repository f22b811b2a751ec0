"""Causes, owners and dates told within sentences; what a table, a note and the lines around the title add."""

from __future__ import annotations

import pytest

from propsummary.drafts import read_prose
from propsummary.model import Countermeasure, Draft, Goal, Issue, Owner
from propsummary.periods import DeadlineKind
from prose_drafts import errors_of, summary_of

_DRAFT = """工程部2026年第三季度工作总结
一、工作情况
{done}
二、存在问题
{wrong}
三、改进措施
{cure}
四、四季度目标
{aim}
"""
_DONE = "1、受理报修1,260单。"
_WRONG = "1、水泵停机6次。原因是轴承已用满9年。"
_CURE = "1、更换轴承2套（责任人：孙涛，10月25日前完成）。"
_AIM = "1、水泵停机降到2次以内，12月31日前。"


def _read(*, done: str = _DONE, wrong: str = _WRONG, cure: str = _CURE, aim: str = _AIM) -> Draft:
    text = _DRAFT.format(done=done, wrong=wrong, cure=cure, aim=aim)
    return read_prose(text.encode(), format="text", file="稿")


def _issues(text: str) -> tuple[Issue, ...]:
    return summary_of(_read(wrong=text)).issues


def _measure(text: str) -> Countermeasure:
    return summary_of(_read(cure=text)).countermeasures[0]


def _goal(text: str) -> Goal:
    return summary_of(_read(aim=text)).goals[0]


def _who(owner: Owner | None) -> str:
    return owner.text if owner else ""


@pytest.mark.parametrize(
    "text",
    [
        "报修超时21单，配件到货慢是主要原因。",
        "报修超时21单。配件到货慢是业主不满意的主要原因之一。",
        "报修超时21单，配件到货慢为主因。",
        "报修超时21单，系配件到货慢所致。",
        "报修超时21单，配件到货慢所致。",
        "报修超时21单，均为配件到货慢造成的。",
        "报修超时21单，主因配件到货慢。",
        "报修超时21单，归因于配件到货慢。",
        "报修超时21单，主要受配件到货慢影响。",
        "报修超时21单，这与配件到货慢有关。",
        "因配件到货慢，报修超时21单。",
        "受配件到货慢影响，报修超时21单。",
        "配件到货慢，造成报修超时21单。",
    ],
)
def test_a_cause_before_or_behind_what_says_that_it_is_one(text: str) -> None:
    (issue,) = _issues(f"1、{text}")
    assert issue.statement == "报修超时21单。"
    assert [cause.statement for cause in issue.root_causes] == ["配件到货慢"]


@pytest.mark.parametrize(
    "text",
    [
        "1、报修超时21单，占全部的1.7%，原因一是配件到货慢；二是晚班没人接单。",
        "1、报修超时21单。主要原因有两方面：（1）配件到货慢；（2）晚班没人接单。",
        "1、报修超时21单。主要原因有：①配件到货慢；②晚班没人接单。",
        "1、报修超时21单，原因主要有两点：一、配件到货慢；二、晚班没人接单。",
        "1、报修超时21单，受配件到货慢影响，也与晚班没人接单有关。",
    ],
)
def test_several_causes_in_one_passage(text: str) -> None:
    (issue,) = _issues(text)
    assert [cause.statement for cause in issue.root_causes] == ["配件到货慢", "晚班没人接单"]


@pytest.mark.parametrize(
    "text", ["地库积水2次，造成业主投诉9件。", "因公出差3人次。", "因此类故障停机4次。", "受停电影响的业主有56户。"]
)
def test_what_only_sounds_like_a_cause(text: str) -> None:
    """What came of an issue is no issue of its own, and 因此 opens no cause."""
    (issue,) = _issues(f"1、{text}")
    assert (issue.statement, issue.root_causes) == (text, ())


def test_a_state_before_the_count_is_no_missing_cause() -> None:
    assert "ISS001" not in errors_of(_read(wrong="1、与施工单位交接没有清单，返工6处。"))
    assert "ISS001" in errors_of(_read(wrong="1、返工6处，投诉4件。"))


@pytest.mark.parametrize(
    ("text", "statement", "who"),
    [
        ("10月25日前由孙涛与厂家签维保协议。", "10月25日前由孙涛与厂家签维保协议", "孙涛"),
        ("10月25日前，由工程主管孙涛组织更换。", "10月25日前，由工程主管孙涛组织更换", "工程主管孙涛"),
        ("孙涛牵头与厂家签维保协议，10月25日前完成。", "与厂家签维保协议", "孙涛"),
        ("与厂家签维保协议，孙涛10月25日前完成。", "与厂家签维保协议", "孙涛"),
        ("与厂家签维保协议，10月25日前由孙涛完成。", "与厂家签维保协议", "孙涛"),
        ("工程主管10月25日前与厂家签维保协议。", "10月25日前与厂家签维保协议", "工程主管"),
        ("与厂家签维保协议，责任落实到孙涛，10月25日前完成。", "与厂家签维保协议", "孙涛"),
        ("与厂家签维保协议【孙涛】10月25日。", "与厂家签维保协议", "孙涛"),
        ("【孙涛】与厂家签维保协议，10月25日完成。", "与厂家签维保协议", "孙涛"),
        ("与厂家签维保协议（10月25日前，孙涛）。", "与厂家签维保协议", "孙涛"),
        ("10.25前由电工班长孙涛维修水泵2台。", "10.25前由电工班长孙涛维修水泵2台", "电工班长孙涛"),
        ("与厂家签维保协议——孙涛，10月25日前。", "与厂家签维保协议", "孙涛"),
        ("与厂家签维保协议，孙涛10/25前完成。", "与厂家签维保协议", "孙涛"),
        ("孙涛负责与厂家签维保协议，10.25前完成。", "与厂家签维保协议", "孙涛"),
        ("孙涛负责与厂家签维保协议，限10月25日。", "与厂家签维保协议", "孙涛"),
        ("孙涛负责与厂家签维保协议，最迟10.25。", "与厂家签维保协议", "孙涛"),
        ("与厂家签维保协议（孙涛 10.25）。", "与厂家签维保协议", "孙涛"),
    ],
)
def test_who_and_until_when_within_a_measure(text: str, statement: str, who: str) -> None:
    measure = _measure(f"1、{text}")
    day = measure.deadline.date if measure.deadline else None
    assert (measure.statement, _who(measure.owner)) == (statement, who)
    assert day is not None
    assert (day.month, day.day) in ((10, 24), (10, 25))


def test_what_comes_again_and_again_is_no_vague_date() -> None:
    again, vague = (
        _measure(f"1、{text}") for text in ("每月20日由工程主管组织复训1次，常抓不懈。", "清理机房，孙涛负责，常抓不懈。")
    )
    assert [one.deadline.kind for one in (again, vague) if one.deadline] == [DeadlineKind.RECURRENCE, DeadlineKind.VAGUE]
    assert _who(again.owner) == "工程主管"


@pytest.mark.parametrize(
    "text", ["全部10月底前整改到位。", "高层10月底前清洗完外墙。", "由高到低逐层清理楼道。", "责任到人，10月底前完成。"]
)
def test_what_is_nobody(text: str) -> None:
    assert _measure(f"1、{text}").owner is None


@pytest.mark.parametrize(
    "text",
    [
        "完好率达到99%，由孙涛负责，12月31日前。",
        "12月31日前完好率达到99%，由孙涛负责。",
        "完好率达到99%（孙涛，12月31日前）。",
        "完好率达到99%（12月31日前，孙涛）。",
    ],
)
def test_who_answers_for_a_goal(text: str) -> None:
    goal = _goal(f"1、{text}")
    assert _who(goal.owner) == "孙涛"
    assert "孙涛" not in goal.statement
    assert goal.deadline is not None
    assert goal.deadline.date is not None


@pytest.mark.parametrize(
    "text",
    [
        "受理诉求1,000件，其中工程类600件，占60%；保洁类300件，占30%；其他100件，占10%。",
        "受理诉求1,000件。其中工程类600件，占60%；保洁类300件，占30%；其他100件，占10%。",
        "受理诉求1,000件，比上季度减少6.5%。其中：工程类600件（占60%）、保洁类300件（占30%）、其他100件（占10%）。",
        "受理诉求1,000件。按类型分：工程类600件，占60%；保洁类300件，占30%；其他100件，占10%。",
    ],
)
def test_shares_make_up_the_count_before_them(text: str) -> None:
    (metric,) = summary_of(_read(done=f"1、{text}")).metrics
    assert [(one.name, one.value.text) for one in metric.breakdown] == [("工程类", "600件"), ("保洁类", "300件"), ("其他", "100件")]


def test_names_begin_and_end_where_they_should() -> None:
    told = "1、三个班组共接报修1,260单，比上季度增加86单。\n2、办“邻里节”“中秋游园”等活动9场，参加1,260人次。"
    summary = summary_of(_read(done=told))
    assert [metric.name for metric in summary.metrics] == ["报修"]
    assert [activity.name for activity in summary.activities] == ["“邻里节”“中秋游园”等活动"]


def test_a_baseline_in_a_table_and_points_told_as_percent_in_the_text() -> None:
    """The sentence and the row tell one metric, so that the wrong unit shows; a note may hold the two counts of a rate."""
    text = """# 客服部2026年第三季度工作总结

## 一、工作情况

收缴率87.9%，比上季度上升1.9%。

| 指标 | 本季度 | 上季度 | 备注 |
| --- | --- | --- | --- |
| 物业费收缴率 | 87.9% | 86.0% | |
| 回访率 | 95.3% | 93.1% | 163/171 |

## 二、存在问题

1. 回访超时8件。原因是前台兼着回访。

## 三、改进措施

| 序号 | 措施 | 责任人 | 时限 | 对应问题 | 影响 |
| --- | --- | --- | --- | --- | --- |
| 1 | 设回访专岗1人 | 何敏 | 2026年10月31日 | 问题1 | 满意度 |
"""
    draft = read_prose(text.encode(), format="markdown", file="稿")
    summary = summary_of(draft)
    fees, calls = summary.metrics
    assert fees.baseline
    assert fees.change
    assert (fees.baseline.text, fees.change.text) == ("86.0%", "上升1.9%")
    assert calls.numerator
    assert calls.denominator
    assert (calls.numerator.text, calls.denominator.text) == ("163", "171")
    assert errors_of(draft) == ["MET012"]
    assert summary.countermeasures[0].addresses == ("i1",)
    assert [section.text for section in summary.sections] == ["影响：满意度"]


def test_a_count_behind_a_month_is_no_day() -> None:
    metric, mains = summary_of(_read(done="1、停机18起，去年7月25起，减少7起。\n2、二次管网调试3次，合格率98.2%。")).metrics
    assert metric.baseline is not None
    assert metric.value is not None
    assert (metric.value.text, metric.baseline.text) == ("18起", "25起")
    assert (mains.name, mains.numerator) == ("合格率", None)


def test_the_lines_around_the_title_are_read() -> None:
    head = "澄湖物业服务有限公司澄湖花园客户服务部\n2026年第三季度工作总结\n（2026年7月1日—9月30日）\n"
    text = _DRAFT.format(done=_DONE, wrong=_WRONG, cure=_CURE, aim=_AIM).split("\n", 1)[1]
    summary = summary_of(read_prose((head + text).encode(), format="text", file="稿"))
    assert summary.organization is not None
    assert (summary.organization.company, summary.organization.property) == ("澄湖物业服务有限公司", "澄湖花园")
    assert (summary.title, summary.sections) == ("2026年第三季度工作总结", ())


def test_what_is_kept_is_counted_as_it_is_kept() -> None:
    """The number that is told is that of the passages kept."""
    draft = read_prose(
        _DRAFT.format(done=_DONE, wrong=_WRONG, cure=_CURE, aim=f"{_AIM}\n再接再厉，扬帆远航。\n五、其他\n食堂换了灶台。").encode(),
        format="text",
        file="稿",
    )
    kept = sum(section.text.count("\n\n") + 1 for section in summary_of(draft).sections)
    told = [problem.zh.message for problem in draft.problems if "没有归到" in problem.zh.message]
    assert [f"有{kept}处文字" in message for message in told] == [True]
