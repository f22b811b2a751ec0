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


_YEAR = Period.parse("2025年")


def _told(text: str, topic: str = "", *, period: Period = _PERIOD) -> list[Metric]:
    return [one.metric for one in metrics(Words(text=text), period, topic)]


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
        ("绿化投入从上年的18.5万元压降到16.3万元，节约2.2万元，降幅11.9%。", "绿化投入", {"change": "节约2.2万元"}),
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


@pytest.mark.parametrize(
    "text",
    [
        "投诉24件，其中噪声8件，比去年的15件少7件。",
        "投诉由30件降到24件，其中噪声由15件降到8件，停车由10件降到9件。",
        "秩序类投诉64件，比上年80件下降两成；其中停车27件，比上年35件下降22.9%。",
        "能耗由100万度降到95万度，下降5%，其中空调由60万度降到54万度，下降10%。",
    ],
)
def test_what_a_part_is_held_against_is_no_part(text: str) -> None:
    """Last year's count and the difference do not make the whole up."""
    assert not any(metric.breakdown for metric in _told(text))


def test_kinds_may_be_called_by_their_weight() -> None:
    """较大 is no comparison."""
    (metric,) = _told("查出隐患24处，其中重大1处、较大3处、一般20处。")
    assert [share.name for share in metric.breakdown] == ["重大", "较大", "一般"]


def test_counts_that_do_not_make_the_rate_are_kept_where_the_words_say_so() -> None:
    """应 and 实 right before a rate are its counts even if they contradict it: the rules shall see it."""
    (metric,) = _told("应巡14400个，实巡14112个，巡更到位率98.6%。")
    assert (_field(metric, "numerator"), _field(metric, "denominator")) == ("14112个", "14400个")
    rates = _told("及时完成9,194单，报修9,420单，报修及时率97.6%；维修合格率99.0%。")
    assert rates[-1].name == "维修合格率"
    assert rates[-1].numerator is None


@pytest.mark.parametrize(
    ("text", "name", "part", "whole"),
    [
        ("监控120路，在线118路，在线率99.3%。", "在线率", "118路", "120路"),
        ("补植苗木1200株，成活1152株，成活率98%。", "成活率", "1152株", "1200株"),
        ("保洁检查合格率96.8%（检查500次，合格474次），较上年95.2%提高1.6个百分点。", "保洁检查合格率", "474次", "500次"),
        ("查出隐患23处，整改23处，整改率100%。", "隐患整改率", "23处", "23处"),
        ("突发事件12起，其中火情2起、纠纷2起，处置率100%。", "处置率", "", ""),
        ("新装监控120路，在线118路，在线率99.3%。", "在线率", "", ""),
    ],
)
def test_the_counts_that_belong_to_a_rate(text: str, name: str, part: str, whole: str) -> None:
    """Those of its name, right or wrong; none that merely stand before it."""
    (metric,) = _told(text, period=_YEAR)
    assert (metric.name, _field(metric, "numerator"), _field(metric, "denominator")) == (name, part, whole)


@pytest.mark.parametrize(
    ("text", "period", "value", "baseline", "before"),
    [
        ("2024年收缴率94%，2025年96%。", "2025年", "96%", "94%", "2024"),
        ("收缴率2024年94%，2025年96%。", "2025年", "96%", "94%", "2024"),
        ("收缴率从2024年的94%提高到2025年的96%。", "2025年", "96%", "94%", "2024"),
        ("12月底收缴率96%，上年同期94%。", "2025年", "96%", "94%", "2024"),
        ("上半年收缴率85%，下半年收缴率95%，全年收缴率95%。", "2025年", "95%", "", ""),
        ("全年收缴率95%，比上半年的85%提高10个百分点。", "2025年", "95%", "", ""),
        ("收缴率96%，其中一季度25%，二季度51%。", "2025年", "96%", "", ""),
        ("一季度收缴率52%，上半年收缴率87%，去年上半年84%。", "2025年上半年", "87%", "84%", "2024-H1"),
        ("收缴率95.6%，全年累计收缴率94.1%。", "2025年四季度", "95.6%", "", ""),
        ("上年收缴率94%，今年上半年87%。", "2025年上半年", "87%", "", ""),
    ],
)
def test_the_figure_of_the_period_among_those_of_others(text: str, period: str, value: str, baseline: str, before: str) -> None:
    """It is the value; an earlier period as long is what it is compared with, no other is."""
    (metric,) = _told(text, period=Period.parse(period))
    label = metric.baseline_period.label if metric.baseline_period else ""
    assert (metric.name, _field(metric, "value"), _field(metric, "baseline"), label) == ("收缴率", value, baseline, before)


@pytest.mark.parametrize(
    "text",
    [
        "一季度投诉12件，二季度9件，三季度7件，四季度6件，全年合计34件，比上年的45件下降24.4%。",
        "全年投诉34件，其中一季度12件、二季度9件、三季度7件、四季度6件。",
    ],
)
def test_figures_of_parts_of_the_period_are_a_course(text: str) -> None:
    """Quarters beside the whole year."""
    (metric,) = _told(text, period=_YEAR)
    assert (metric.name, _field(metric, "value")) == ("投诉", "34件")
    assert [(point.period.label, point.value.text) for point in metric.series] == [
        ("2025-Q1", "12件"),
        ("2025-Q2", "9件"),
        ("2025-Q3", "7件"),
        ("2025-Q4", "6件"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "一季度收缴率22%，二季度48%，三季度71%，四季度96%。",
        "上半年收缴率85%，下半年95%。",
        "6月满意度90%，12月满意度93%。",
        "去年收缴率94%，满意度90%。",
        "治安3起，纠纷2起，共5起，比上年的6起下降16.7%。",
        "历年欠费56.8万元，其中2023年及以前31.2万元，2024年25.6万元。",
        "2026年目标收缴率97%。",
        "水泵、风机等设备完好率分别为99.2%和98.7%。",
        "2023年、2024年、2025年收缴率分别为92%、94%和96%。",
    ],
)
def test_figures_that_cannot_be_told_apart_are_none(text: str) -> None:
    """A wrong figure in the table is worse than none."""
    assert _told(text, period=_YEAR) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("投诉处理率100%，及时率98.6%。", ["投诉处理率", "及时率"]),
        ("工单处理率100%，及时处理率95.7%。", ["工单处理率", "及时处理率"]),
        ("供配电、电梯等设备完好率99.1%。", ["供配电、电梯等设备完好率"]),
        ("全年水泵完好率、风机完好率分别达99.2%、98.7%。", ["水泵完好率", "风机完好率"]),
        ("对水泵和风机分别进行保养，完好率99%。", ["完好率"]),
    ],
)
def test_a_name_is_whole(text: str, names: list[str]) -> None:
    """No word is cut, and a list is answered one by one."""
    assert [metric.name for metric in _told(text, period=_YEAR)] == names


def test_a_change_in_another_unit_is_that_of_something_else() -> None:
    """2起 are no change of minutes."""
    (metric,) = _told("发生困人3起，平均救援时间17分钟，比上季度减少2起。")
    assert (metric.name, metric.change) == ("平均救援时间", None)


_TABLE = """
工单完成率97.4%，{told}。

## 能耗

| 指标 | 目标 | 本季度 | 上季度 |
| -- | -- | -- | -- |
| 工单完成率 | ≥97% | {value} | 95.8% |
"""


@pytest.mark.parametrize(
    ("told", "value", "target", "baseline", "left"),
    [
        ("较上季度提高1.6个百分点", "97.4%", "≥97%", "95.8%", False),
        ("同比提高3.0个百分点", "97.4%", "≥97%", "", True),
        ("较上季度提高1.6个百分点", "97.9%", "", "", True),
    ],
)
def test_a_row_of_a_table_adds_to_what_a_sentence_told(told: str, value: str, target: str, baseline: str, left: bool) -> None:
    """Below whatever heading; a row that contradicts the sentence, or is compared with another time, stays in the text."""
    text = f"# 工程部2025年第二季度工作总结\n\n## 维修\n\n{_TABLE.format(told=told, value=value)}"
    draft = read_prose(text.encode(), format="markdown")
    assert draft.summary is not None
    (metric,) = draft.summary.metrics
    assert (_field(metric, "target"), _field(metric, "baseline")) == (target, baseline)
    assert any("95.8%" in section.text for section in draft.summary.sections) is left


def test_a_measure_that_begins_with_a_month() -> None:
    """自10月起 is from its first day on, 每月 how often."""
    text = (
        "# 工程部2025年第三季度工作总结\n\n## 存在问题\n\n1、维修工不会换变频器。\n\n## 改进措施\n\n"
        "1、组织变频器培训，每月培训1次，责任人王强，自10月起执行。\n"
    )
    summary = read_prose(text.encode(), format="markdown").summary
    assert summary is not None
    (measure,) = summary.countermeasures
    assert measure.start is not None
    assert measure.start.first.isoformat() == "2025-10-01"
    assert measure.recurrence is not None
    assert measure.recurrence.rule == "FREQ=MONTHLY"


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
