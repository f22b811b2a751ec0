"""Metrics and activities in running text and tables."""

from __future__ import annotations

import pytest

from propsummary.drafts import read_prose
from propsummary.drafts.extraction.activities import activities
from propsummary.drafts.extraction.metrics import metrics
from propsummary.drafts.outline import Words
from propsummary.model import Metric
from propsummary.periods import Period

_PERIOD = Period.parse("2025年二季度")


def _told(text: str, topic: str = "") -> list[Metric]:
    return [one.metric for one in metrics(Words(text=text), _PERIOD, topic)]


def _field(metric: Metric, name: str) -> str:
    value = getattr(metric, name)
    return value.text if value else ""


@pytest.mark.parametrize(
    ("text", "name", "fields"),
    [
        (
            "应打点33852个,实际打点33107个,打点率97.8%,一季度是97.1%,提高0.7个百分点.",
            "打点率",
            {"value": "97.8%", "baseline": "97.1%", "change": "提高0.7个百分点", "numerator": "33107个", "denominator": "33852个"},
        ),
        ("报修及时率97.0%，较一季度的95.6%提高1.4个百分点。", "报修及时率", {"value": "97.0%", "baseline": "95.6%"}),
        ("公共用电38.6万度，去年同期为41.5万度，同比下降7.0%。", "公共用电", {"baseline": "41.5万度", "change": "下降7.0%"}),
        ("投诉由上年的33起降到19起，下降42.4%。", "投诉", {"value": "19起", "baseline": "33起", "change": "下降42.4%"}),
        ("食堂满意率百分之九十点二。", "食堂满意率", {"value": "百分之九十点二"}),
        ("突发事件平均4.6分钟到现场。", "平均到场时间", {"value": "4.6分钟"}),
        ("物业费应收73.20万元，实收66.98万元，收缴率91.5%。", "收缴率", {"numerator": "66.98万元", "denominator": "73.20万元"}),
        ("走访业主152户，占总户数1,216户的12.5%。", "走访业主", {"value": "152户"}),
        ("电梯故障56次，较上年同期减少14次。", "电梯故障", {"value": "56次", "change": "减少14次"}),
    ],
)
def test_a_metric_with_its_figures(text: str, name: str, fields: dict[str, str]) -> None:
    """Value, baseline, change, numerator and denominator as the sentence gives them."""
    (metric,) = _told(text)
    assert metric.name == name
    assert {field: _field(metric, field) for field in fields} == fields


@pytest.mark.parametrize(
    "text",
    [
        "更换灯具36盏，清掏雨水井168个。",
        "线上报修占比由22%提高到67%。",
        "全年节约电费约6万元。",
        "1号楼2单元5层漏水。",
        "2025年6月12日组织演练1次。",
        "5月投诉12件，8件已回复。",
    ],
)
def test_a_mere_figure_is_no_metric(text: str) -> None:
    """What nobody would put into a table stays in the text."""
    assert _told(text) == []


def test_parts_of_a_count() -> None:
    """A list of parts that is whole; a mere example of a part is none."""
    (metric,) = _told("处理17起,(治安3,设备9,吵架4,急病1),都已办结.", "突发")
    assert (metric.name, [(part.name, part.value.text) for part in metric.breakdown]) == (
        "突发",
        [("治安", "3"), ("设备", "9"), ("吵架", "4"), ("急病", "1")],
    )
    assert _told("受理投诉247件，其中长春店18件，沈阳店9件。") == []


def test_counts_that_do_not_make_the_rate_are_kept_where_the_words_say_so() -> None:
    """应 and 实 right before a rate are its counts even if they contradict it: the rules shall see it."""
    (metric,) = _told("应巡14400个，实巡14112个，巡更到位率98.6%。")
    assert (_field(metric, "numerator"), _field(metric, "denominator")) == ("14112个", "14400个")
    rates = _told("及时完成9,194单，报修9,420单，报修及时率97.6%；维修合格率99.0%。")
    assert rates[-1].name == "维修合格率"
    assert rates[-1].numerator is None


def test_a_table_of_figures() -> None:
    """Columns by their headings: a period's name, 上月, 单位, 目标."""
    text = (
        "# 工程部2025年6月总结\n\n## 数据\n\n| 指标 | 单位 | 6月 | 5月 | 目标 |\n| -- | -- | -- | -- | -- |\n"
        "| 报修及时率 | % | 96.2 | 95.0 | 95 |\n"
    )
    summary = read_prose(text.encode(), format="markdown").summary
    assert summary is not None
    (metric,) = summary.metrics
    assert [_field(metric, field) for field in ("value", "baseline", "target")] == ["96.2", "95.0", "95"]
    assert metric.value is not None
    assert metric.value.unit is not None
    assert metric.value.unit.symbol == "%"


@pytest.mark.parametrize(
    ("text", "kind", "name", "times", "people"),
    [
        ("6月12日搞灭火演练1次,参加58人,出水2分10秒.", "drill", "灭火演练", "1次", "58人"),
        ("组织沟通技巧培训2次，21人次参加。", "training", "沟通技巧培训", "2次", "21人次"),
        ("4月11日举办母亲节插花活动，业主48人参加。", "campaign", "母亲节插花活动", "", "48人"),
    ],
)
def test_an_activity(text: str, kind: str, name: str, times: str, people: str) -> None:
    """What was held, how often, with how many."""
    (found,) = activities(Words(text=text), _PERIOD)
    one = found.activity
    assert (one.kind.value, one.name) == (kind, name)
    assert (one.times.text if one.times else "", one.participants.text if one.participants else "") == (times, people)


def test_two_activities_in_one_sentence() -> None:
    """Each has its own figures."""
    told = [
        one.activity for one in activities(Words(text="组织消防演练2次，参加147人次，开展反恐防暴演练1次，参加36人。"), _PERIOD)
    ]
    assert [(one.name, one.participants and one.participants.text) for one in told] == [
        ("消防演练", "147人次"),
        ("反恐防暴演练", "36人"),
    ]
