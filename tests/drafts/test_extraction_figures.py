"""Figures that are told in tables and lists: what they are counts of, and what is none of their own."""

from __future__ import annotations

import pytest

from propsummary.drafts import read_prose
from propsummary.drafts.extraction.activities import activities
from propsummary.drafts.extraction.metrics import metrics
from propsummary.drafts.outline import Words
from propsummary.model import Metric, Summary
from propsummary.periods import Period

_YEAR = Period.parse("2025年")


def _told(text: str) -> list[Metric]:
    return [one.metric for one in metrics(Words(text=text), _YEAR)]


def _results(body: str) -> Summary:
    draft = read_prose(f"# 秩序部2025年工作总结\n\n## 一、工作完成情况\n\n{body}\n".encode(), format="markdown", file="稿.md")
    assert draft.summary is not None
    return draft.summary


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("发现隐患96处，其中消防52处、设施30处、治安14处，年内整改90处，其余6处已列入计划。", ["消防", "设施", "治安"]),
        ("发现隐患96处，其中消防50处、设施30处、治安14处，整改90处，其余6处已列入计划。", ["消防", "设施", "治安"]),
        ("发现隐患96处，其中已整改90处、未整改6处。", ["已整改", "未整改"]),
        ("受理诉求700件，其中报修410件、咨询200件、其他90件，办结690件。", ["报修", "咨询", "其他"]),
    ],
)
def test_a_breakdown_ends_with_its_parts(text: str, parts: list[str]) -> None:
    """What was settled, and what was left, is no part of the list before."""
    assert [share.name for share in _told(text)[0].breakdown] == parts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("发现隐患96处，其中消防52处、设施30处、治安14处；已整改80处，整改率91.7%。", ("80处", "96处")),
        ("在册水泵86台，年末完好84台，设备完好率99.1%。", ("84台", "86台")),
        ("更换水泵6台；完好84台，设备完好率99.1%。", None),
    ],
)
def test_the_counts_of_a_rate_that_they_do_not_make(text: str, counts: tuple[str, str] | None) -> None:
    """They are its counts where the words say so, over the parts of the whole too, so that the error is seen."""
    rate = _told(text)[-1]
    assert (counts is None) == (rate.numerator is None)
    if counts and rate.numerator and rate.denominator:
        assert (rate.numerator.text, rate.denominator.text) == counts


def test_the_same_part_of_another_year() -> None:
    """``去年11月25.1万度`` is a figure of that month."""
    (metric,) = [
        one.metric for one in metrics(Words(text="用电23.6万度，去年11月25.1万度，下降6.0%。"), Period.parse("2025年11月"))
    ]
    assert metric.name == "用电"
    assert metric.baseline is not None
    assert metric.baseline.text == "25.1万度"
    assert metric.baseline_period is not None
    assert metric.baseline_period.label == "2024-11"


def test_a_mean_beside_a_count() -> None:
    """A mean that follows a count told in full is kept; a lone one is not."""
    assert [one.name for one in _told("处置突发事件13起，其中治安5起、纠纷8起，平均到场3.2分钟。")][1:] == ["平均到场"]
    assert not _told("扑救初起火情3起，平均到场3.2分钟。")


_CATEGORIES = """| 类别 | 指标 | 目标 | 实际 | 说明 |
| --- | --- | --- | --- | --- |
| 巡逻 | 巡更到位率 | ≥98% | 98.3% | 应巡60000点次，实巡58980点次 |
| 应急 | 突发事件 | ≤60起 | 58起 | 治安9起、设备33起、纠纷16起 |
"""


def test_categories_and_notes() -> None:
    """The name stands next to the figures, not in the column of categories; a note tells the counts."""
    rate, count = _results(_CATEGORIES).metrics
    assert (rate.name, count.name) == ("巡更到位率", "突发事件")
    assert rate.numerator is not None
    assert rate.numerator.text == "58980点次"
    assert [share.name for share in count.breakdown] == ["治安", "设备", "纠纷"]


def test_a_plan_work_by_work() -> None:
    """How much of each work was done is no metric of its own."""
    heads = "| 项目 | 计划(项) | 完成(项) | 完成率 |\n| --- | --- | --- | --- |\n"
    assert not _results(f"{heads}| 给排水 | 62 | 62 | 100% |\n| 电梯 | 54 | 53 | 98.1% |\n").metrics


def test_passages_in_a_table() -> None:
    """A table of labels and passages is read like paragraphs with labels."""
    table = (
        "| 日常工作 | 全年登记来访3.2万人次，无冲突。 |\n| --- | --- |\n"
        "| 培训演练 | 组织急救培训6次，210人次参加；4月9日开展反恐演练1次，36人参加。 |\n"
    )
    summary = _results(table)
    assert [one.title for one in summary.achievements] == ["日常工作", "培训演练"]
    assert [one.kind.value for one in summary.activities] == ["training", "drill"]


def test_a_metric_by_its_fuller_name() -> None:
    """One that a table tells again under a fuller name is one metric."""
    table = "| 指标 | 本年 | 上年 |\n| --- | --- | --- |\n| 投诉答复及时率 | 97.9% | 96.8% |\n"
    assert len(_results(f"投诉142件中及时答复139件，投诉及时率97.9%。\n\n{table}").metrics) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("组织演练6次，其中6月21日的消防疏散演练有87户业主参加。", ["演练"]),
        ("微型消防站每月拉动两次，最快3分钟出水。", []),
        ("３月８日开展女神节花艺沙龙，参加业主３５人。", ["女神节花艺沙龙"]),
        ("3月15日举办“主任接待日”1次，到场67人。", ["主任接待日"]),
    ],
)
def test_activities_by_their_names(text: str, names: list[str]) -> None:
    """One among those told before, and one told by how often a month, is none of its own."""
    assert [one.activity.name for one in activities(Words(text=text), _YEAR)] == names
