"""Drafts in the hands of many: hurried, narrative, on a form, by function, with arrows; what is right is never accused."""

from __future__ import annotations

import pytest

from propsummary.drafts import read_prose
from propsummary.drafts.extraction import extract
from propsummary.drafts.outline import Outline, Paragraph, Table, TableCell, Words
from propsummary.model import Draft
from prose_drafts import errors_of, summary_of


def _read(text: str, format: str = "text") -> Draft:
    return read_prose(text.strip().encode(), format=format, file="稿")


def test_a_foreman_of_few_words() -> None:
    """Labels for headings, results before the first of them, names without a verb, causes without a word that opens them."""
    draft = _read("""
保安队6月小结

班长:沈大勇  2025.6.30

门岗:登记访客2140人次。
巡逻:应巡5400点,到5308点,到位率98.3%。

问题:
1.南门车牌认不出来,一天手抬杆20次。镜头进水了。
2.新来的2人不会用消防主机。来了就上岗,没人带。

怎么弄:
1.南门镜头换新,找工程部小郝,7月10号前。
2.新人跟班3天再上岗,副班长黄四喜带,7月15号前。

下月:到位率98.5%,手抬杆一天5次以内,7月31号前。
""")
    summary = summary_of(draft)
    assert [metric.value and metric.value.text for metric in summary.metrics] == ["98.3%"]
    assert [one.owner and one.owner.text for one in summary.countermeasures] == ["工程部小郝", "副班长黄四喜"]
    assert [goal.statement for goal in summary.goals] == ["到位率98.5%", "手抬杆一天5次以内"]
    assert not errors_of(draft)


def test_by_function_with_labels() -> None:
    """What was reached, what is wrong, why, and what is done about it stand below each function."""
    parts = (
        "- 成绩：登记率99.2%。\n- 问题：早高峰排队，平均12辆。\n- 原因：识别相机补光不足。\n"
        "- 措施：加装补光灯 → {owner} → 2026年2月28日前。"
    )
    functions = [("门岗", "主管 管一鸣"), ("巡逻", "班长汪海")]
    body = "\n\n".join(f"### {name}\n\n{parts.format(owner=owner)}" for name, owner in functions)
    draft = _read(f"# 2025年秩序部工作总结\n\n秩序部46人。\n\n## 分条线复盘\n\n{body}", "markdown")
    summary = summary_of(draft)
    assert [len(issue.root_causes) for issue in summary.issues] == [1, 1]
    assert [one.owner and one.owner.text for one in summary.countermeasures] == [owner for _, owner in functions]
    assert not errors_of(draft)


def _row(*texts: str) -> tuple[TableCell, ...]:
    """Six cells; the last text spans what is left."""
    cells = [TableCell(words=(Words(text=text, file="稿", marks=()),)) for text in texts]
    return (*cells, *(TableCell(merged=True) for _ in range(6 - len(cells))))


def test_a_form_with_headings_across() -> None:
    """Rows of one cell head the rows below, whose first names the columns; the line for signatures is no goal."""
    rows = (
        _row("部门", "后勤部", "总结月份", "2025年11月"),
        _row("一、本月工作完成情况"),
        _row("序号", "工作内容", "完成情况"),
        _row("1", "内部培训", "11月20日组织医废转运培训1次，35人参加"),
        _row("二、主要数据"),
        _row("序号", "指标", "本月", "上月"),
        _row("1", "采购及时率", "95.8%", "93.1%"),
        _row("三、存在问题及改进措施"),
        _row("序号", "存在问题", "原因", "改进措施", "责任人", "完成时限"),
        _row("1", "送餐超时23次", "餐车只有4辆", "新增餐车2辆", "餐饮主管 花映雪", "12月15日"),
        _row("四、下月目标"),
        _row("序号", "目标", "目标值", "完成时间"),
        _row("1", "采购及时率", "97%以上", "12月31日"),
        _row("部门负责人签字："),
    )
    title = Paragraph(words=Words(text="后勤部月度总结表", file="稿", marks=()), position=1)
    draft = extract(Outline(file="稿", blocks=(title, Table(rows=rows, position=2)), source=""))
    summary = summary_of(draft)
    assert (len(summary.activities), len(summary.metrics), len(summary.issues), len(summary.goals)) == (1, 1, 1, 1)
    assert summary.countermeasures[0].addresses == ("i1",)
    assert not errors_of(draft)


@pytest.mark.parametrize(
    ("told", "issues"),
    [
        ("本项工作运行平稳，上半年未发现突出问题。", 0),
        ("业主反映的路灯问题没有解决问题，投诉12次，因为配件停产。", 1),
        ("3辆车途中抛锚4次。\n\n这3辆车均已使用11年。", 1),
    ],
)
def test_what_is_no_issue_of_its_own(told: str, issues: int) -> None:
    """That there is none is none, and why it is belongs to the one before."""
    summary = summary_of(_read(f"后勤部2025年上半年工作总结\n\n一、工作情况\n\n出车2318次。\n\n二、存在问题\n\n{told}"))
    assert len(summary.issues) == issues
    assert all(issue.root_causes for issue in summary.issues)


def test_no_goal_but_a_high_note() -> None:
    """What stands behind the goals without a figure ends the whole; a goal of its own without a figure stays one."""
    text = "客服部2025年工作总结\n\n一、工作情况\n\n受理诉求426件。\n\n二、2026年目标\n\n{goals}"
    closed = "满意率达到94%以上；收缴率达到95.5%。\n\n征程万里风正劲，重任千钧再奋蹄。全体员工将只争朝夕、不负韶华。"
    assert len(summary_of(_read(text.format(goals=closed))).goals) == 2
    assert len(summary_of(_read(text.format(goals="1、满意率达到94%以上\n2、打造一支不负使命的队伍"))).goals) == 2


def test_the_day_somebody_began_is_no_period() -> None:
    """The first sentences of a report in the first person."""
    told = "我叫耿河，2025年1月接手秩序部，带着52个人。\n\n一、我干了什么\n\n培训48次。\n\n二、2026年打算\n\n到位率98%。"
    period = summary_of(_read(f"述职报告\n\n{told}\n\n2026年1月8日")).period
    assert (period.first.isoformat(), period.last.isoformat()) == ("2025-01-01", "2025-12-31")


def test_a_month_is_compared_with_a_month() -> None:
    """Within the section on one month."""
    months = "四月\n\n1、浇水38次。\n\n五月\n\n1、蚊虫投诉由去年5月的15起减到7起。\n\n六月\n\n1、浇水40次。"
    draft = _read(f"环境部2025年第二季度工作总结\n\n{months}")
    assert [metric.baseline and metric.baseline.text for metric in summary_of(draft).metrics] == ["15起"]
    assert "PER003" not in errors_of(draft)
