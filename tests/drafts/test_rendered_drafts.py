"""Documents that were rendered from a summary, and reports as people write them with the same tables, read back as prose."""

from __future__ import annotations

import itertools
import pathlib

import pytest

import propsummary
from propsummary.drafts import read_prose
from propsummary.model import Dimension, Draft, Level, Summary
from prose_drafts import errors_of, summary_of

_EXAMPLES = pathlib.Path(__file__).parent.parent.parent / "examples"


@pytest.fixture(scope="module", params=itertools.product(("order-2025", "logistics-2025"), ("docx", "markdown")), ids="-".join)
def pair(request: pytest.FixtureRequest) -> tuple[Draft, Draft]:
    """A summary, and what is read out of the document that it was rendered to."""
    name, format = request.param
    own = propsummary.read(_EXAMPLES / f"{name}.yaml")
    return own, read_prose(propsummary.render(own, format), format=format)


def test_no_false_error(pair: tuple[Draft, Draft]) -> None:
    """What the summary itself is not accused of, its document is not either."""
    own, read = (
        {one.code for one in propsummary.check(draft, stage="final").problems if one.severity is propsummary.Severity.ERROR}
        for draft in pair
    )
    assert read <= own


_LISTS = ("issues", "countermeasures", "goals", "risks", "cases", "activities", "incidents", "follow_ups")


@pytest.mark.parametrize("what", _LISTS)
def test_as_many_come_back(pair: tuple[Draft, Draft], what: str) -> None:
    """Nothing is told twice, nothing is lost, whatever tables show it once more."""
    own, read = (summary_of(draft) for draft in pair)
    assert len(getattr(read, what)) == len(getattr(own, what)) > 0


def test_they_say_the_same(pair: tuple[Draft, Draft]) -> None:
    """Words, people, days, and what answers what."""
    own, read = (summary_of(draft) for draft in pair)
    assert [(one.title, one.statement, one.severity) for one in read.issues] == [
        (one.title, one.statement, one.severity) for one in own.issues
    ]
    assert [[(why.dimension, why.statement, why.whys) for why in one.root_causes] for one in read.issues] == [
        [(why.dimension, why.statement, why.whys) for why in one.root_causes] for one in own.issues
    ]
    assert [(one.statement, one.owner, one.deadline, one.addresses) for one in read.countermeasures] == [
        (one.statement, one.owner, one.deadline, one.addresses) for one in own.countermeasures
    ]
    assert [(one.statement, one.likelihood, one.impact, one.response, one.countermeasures) for one in read.risks] == [
        (one.statement, one.likelihood, one.impact, one.response, one.countermeasures) for one in own.risks
    ]
    assert read.outlook == own.outlook
    assert [(one.kind, one.count, one.response, one.handling, one.outcome) for one in read.incidents] == [
        (one.kind, one.count, one.response, one.handling, one.outcome) for one in own.incidents
    ]
    assert [(one.title, one.place, one.situation, one.action, one.result, one.lesson) for one in read.cases] == [
        (one.title, one.place, one.situation, one.action, one.result, one.lesson) for one in own.cases
    ]
    assert {(one.kind, one.name, one.times, one.participants, one.outcome) for one in read.activities} == {
        (one.kind, one.name, one.times, one.participants, one.outcome) for one in own.activities
    }
    assert [(one.of, one.result, one.outcome) for one in read.follow_ups] == [
        (one.of, one.result, one.outcome) for one in own.follow_ups
    ]


@pytest.mark.parametrize("name", ["order-2025", "logistics-2025"])
def test_plain_text_comes_back(name: str) -> None:
    """Grid tables too, whose cells go on from line to line."""
    own = propsummary.read(_EXAMPLES / f"{name}.yaml")
    read = read_prose(propsummary.render(own, "text"), format="text")
    assert errors_of(read) == errors_of(own) == []
    first, second = (summary_of(draft) for draft in (own, read))
    assert [len(getattr(first, what)) for what in _LISTS] == [len(getattr(second, what)) for what in _LISTS]
    assert [one.statement for one in first.countermeasures] == [one.statement for one in second.countermeasures]


def test_a_stamp_above_the_title() -> None:
    """草稿 in bold heads nothing: the title is the title, the lines below it are read."""
    text = f"> **草稿**\n{_HEAD}\n".replace("总结\n", "总结\n\n- **编制人**：陈立\n- **编制日期**：2026-01-08\n", 1)
    summary = summary_of(read_prose((text + _ISSUES + _MEASURES).encode(), format="markdown"))
    assert (summary.author, len(summary.achievements), len(summary.issues)) == ("陈立", 1, 2)


def test_parts_of_a_figure_are_no_figures(pair: tuple[Draft, Draft]) -> None:
    """消防 and 2025年第一季度 in a table of parts, or of the course, belong to the metric above."""
    own, read = (summary_of(draft) for draft in pair)
    parts = {part.name for one in own.metrics for part in one.breakdown} | {"其他", "2025年第一季度"}
    assert not parts & {one.name for one in read.metrics} - {"医疗", "纠纷"}  # of a table of incidents
    broken_down = {one.name for one in read.metrics if one.breakdown}
    assert broken_down
    assert broken_down <= {one.name for one in own.metrics if one.breakdown}  # the rest is drawn


_HEAD = """
# 望江里工程部2025年度工作总结

## 一、主要工作

全年完成维修2186单，维修及时率96.2%，上年93.1%，提高3.1个百分点。
"""


def _summary(text: str) -> Summary:
    return summary_of(read_prose((_HEAD + text).encode(), format="markdown"))


_ISSUES = """
## 二、存在的问题

### （一）夜间报修到场慢

夜间报修超过30分钟到场的有41单。

- 部位：夜班维修组
- 严重程度：较高
- 承接：上年第2条
- 类型：人手不足

主要原因：

1. 人员方面：夜班只排1人
   - 追问：排班三年没有按报修量调整
2. 制度流程：夜间报修没有单独的到场时限

### （二）备件常断货

常用备件断货17次，最长等了9天。

原因分析

- 备件没有最低库存
"""
_MEASURES = """
## 三、整改措施

1. 夜班增加到2人，责任人：陈立，2026年3月31日前完成
2. 制定42项常用备件的最低库存并按月盘点，责任人：高芸，2026年2月28日前完成
"""


def test_lines_beside_an_issue() -> None:
    """They are neither issues nor causes, and a cause below the heading of an issue is that issue's."""
    first, second = _summary(_ISSUES + _MEASURES).issues
    assert (first.statement, first.where, first.severity, first.kind) == (
        "夜间报修超过30分钟到场的有41单。",
        "夜班维修组",
        Level.HIGH,
        "人手不足",
    )
    assert [(why.dimension, why.statement, why.whys) for why in first.root_causes] == [
        (Dimension.PEOPLE, "夜班只排1人", ("排班三年没有按报修量调整",)),
        (Dimension.PROCESS, "夜间报修没有单独的到场时限", ()),
    ]
    assert [why.statement for why in second.root_causes] == ["备件没有最低库存"]


@pytest.mark.parametrize(
    "table",
    [
        "| 措施 | 1月 | 2月 | 3月 |\n|--|--|--|--|\n| 夜班增加到2人 | | ● | ● |\n| 制定42项常用备件的最低库存… | ● | ● | |",
        "| 责任人 | 措施 | 时限 |\n|--|--|--|\n| 陈立 | 夜班增加到2人 | 3月底 |\n"
        "| 高芸 | 制定42项常用备件的最低库存并按月盘点 | 2月底 |",
        "| 问题 | 原因 | 措施 |\n|--|--|--|\n| 夜间报修到场慢 | 夜班只排1人 | 夜班增加到2人 |\n"
        "| 备件常断货 | 备件没有最低库存 | 制定42项常用备件的最低库存并按月盘点 |",
    ],
    ids=["calendar", "people", "issues"],
)
def test_a_table_shows_the_measures_once_more(table: str) -> None:
    """Each measure is told once, with the person and the day that its first telling names."""
    draft = read_prose((_HEAD + _ISSUES + _MEASURES + "\n### 措施一览\n\n" + table).encode(), format="markdown")
    assert [(one.owner.name if one.owner else "", one.deadline.text if one.deadline else "") for one in _of(draft)] == [
        ("陈立", "2026年3月31日前"),
        ("高芸", "2026年2月28日前"),
    ]
    assert not {"CTM001", "CTM003"} & set(errors_of(draft))


def _of(draft: Draft) -> tuple[propsummary.Countermeasure, ...]:
    return summary_of(draft).countermeasures


def test_one_work_of_two_people_is_two_measures() -> None:
    """The same words with another name, or another day, are told apart."""
    table = "\n## 三、整改措施\n\n| 措施 | 责任人 | 时限 |\n|--|--|--|\n"
    table += "| 每周抽查10单 | 陈立 | 2026-03-31 |\n| 每周抽查10单 | 高芸 | 2026-06-30 |"
    assert [one.owner.name for one in _summary(_ISSUES + table).countermeasures if one.owner] == ["陈立", "高芸"]


@pytest.mark.parametrize(
    ("heading", "columns"),
    [
        ("### （三）风险预判", "| 风险 | 可能性 | 影响 | 应对 |"),
        ("### 下一年主要风险", "| 风险点 | 发生概率 | 后果 | 应对措施 |"),
        ("### 要提防的事", "| 潜在风险 | 概率 | 影响程度 | 防范措施 |"),
    ],
)
@pytest.mark.parametrize("part", ["issues", "measures"])
def test_a_table_of_risks(heading: str, columns: str, part: str) -> None:
    """Whatever it is called and wherever it stands: no measures without an owner, no issues without a cause."""
    rows = "\n|--|--|--|--|\n| 汛期地库倒灌 | 中 | 高 | 5月前清淤并备足沙袋 |\n"
    rows += "| 电梯厂家停产配件 | 低 | 较大 | 与两家维保单位签备件协议 |"
    table = f"\n{heading}\n\n{columns}{rows}\n"
    text = _ISSUES + table + _MEASURES if part == "issues" else _ISSUES + _MEASURES + table
    draft = read_prose((_HEAD + text).encode(), format="markdown")
    summary = summary_of(draft)
    assert [(one.statement, one.likelihood, one.impact, one.response) for one in summary.risks] == [
        ("汛期地库倒灌", Level.MEDIUM, Level.HIGH, "5月前清淤并备足沙袋"),
        ("电梯厂家停产配件", Level.LOW, Level.HIGH, "与两家维保单位签备件协议"),
    ]
    assert (len(summary.issues), len(summary.countermeasures)) == (2, 2)
    assert not {"CTM001", "CTM003", "ISS001", "RSK001"} & set(errors_of(draft))


@pytest.mark.parametrize("heading", ["创新设想", "创新思路", "创新", "工作创新"])
def test_new_ideas_are_no_goals(heading: str) -> None:
    """Below the goals they are ideas; among the results they are what was done."""
    goals = "\n## 四、明年目标\n\n### （一）目标\n\n1. 维修及时率达到97%，2026年12月31日前\n"
    ideas = f"\n### （二）{heading}\n\n- 报修二维码贴到每个楼层\n- 备件用扫码枪出入库\n"
    summary = _summary(_ISSUES + _MEASURES + goals + ideas)
    assert len(summary.goals) == 1
    assert summary.outlook is not None
    assert summary.outlook.innovations == ("报修二维码贴到每个楼层", "备件用扫码枪出入库")


def test_contents_are_no_results() -> None:
    """A typed table of contents, with or without pages, only names the headings."""
    contents = "# 望江里工程部2025年度工作总结\n\n目　录\n\n一、主要工作……1\n\n二、存在的问题 ……… 2\n\n三、整改措施\t3\n"
    text = _HEAD.replace("# 望江里工程部2025年度工作总结\n", contents) + _ISSUES + _MEASURES
    summary = summary_of(read_prose(text.encode(), format="markdown"))
    assert [one.text[:6] for one in summary.achievements] == ["全年完成维修"]
    assert not any("……" in section.text for section in summary.sections)


_TOLD_WHOLE = """
## 二、存在的问题

1. 夜间报修到场慢：超过30分钟到场的有41单。
2. 备件常断货：断货17次，最长等了9天。

## 三、整改措施

| 存在问题 | 原因 | 整改措施 | 责任人 | 完成时间 |
|--|--|--|--|--|
| 夜间报修到场慢 | 夜班只排1人 | 夜班增加到2人 | 陈立 | 2026-03-31 |
| | 夜间没有到场时限 | 夜间报修30分钟到场写进工单 | 高芸 | 2026-02-28 |
| 备件常断货 | 备件没有最低库存 | 制定42项备件的最低库存 | 高芸 | 2026-02-28 |
"""


def test_causes_beside_the_measures() -> None:
    """Where only the table of measures says why; a cell left blank goes on with the issue above."""
    draft = read_prose((_HEAD + _TOLD_WHOLE).encode(), format="markdown")
    summary = summary_of(draft)
    assert [[why.statement for why in one.root_causes] for one in summary.issues] == [
        ["夜班只排1人", "夜间没有到场时限"],
        ["备件没有最低库存"],
    ]
    assert [one.addresses for one in summary.countermeasures] == [("i1",), ("i1",), ("i2",)]
    assert not {"ISS001", "ISS005"} & set(errors_of(draft))


def test_a_table_sums_up_the_issues() -> None:
    """Issues with cause and measure in a list, and a table below that shows them once more."""
    text = """
## 二、存在的问题及整改

1. 夜间报修到场慢：超过30分钟到场的有41单。原因：夜班只排1人。措施：夜班增加到2人。责任人：陈立。时限：2026年3月31日。
2. 备件常断货：断货17次。原因：备件没有最低库存。措施：制定42项备件的最低库存。责任人：高芸。时限：2026年2月28日。

| 问题 | 措施 | 责任人 |
|--|--|--|
| 夜间报修到场慢 | 夜班增加到2人 | 陈立 |
| 备件常断货 | 制定42项备件的最低库存 | 高芸 |
"""
    summary = _summary(text)
    assert [one.title for one in summary.issues] == ["夜间报修到场慢", "备件常断货"]
    assert [(one.statement, one.addresses) for one in summary.countermeasures] == [
        ("夜班增加到2人", ("i1",)),
        ("制定42项备件的最低库存", ("i2",)),
    ]
