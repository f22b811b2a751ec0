"""EVI: cases, pictures, charts and activities that bear out what is said."""

from __future__ import annotations

import pytest

from rule_drafts import places, problems


def test_a_case_without_a_result() -> None:
    """Even one that draws a lesson; not one whose result could not be read."""
    text = "案例: [{标题: 甲, 做法: 乙, 启示: 丙}, {标题: 丁, 结果: 当晚恢复}, {标题: 戊, 结果: 5}]"
    assert places(text, "EVI001") == ["/cases/0"]


def test_a_photo_without_a_caption() -> None:
    """A blank one is none; one that could not be read may be anything."""
    assert places("照片: [{文件: a.jpg}, {文件: b.jpg, 说明: 演练}, {文件: c.jpg, 说明: 5}]", "EVI002") == ["/photos/0"]


def _photos(*photos: str) -> str:
    return "照片:\n" + "\n".join(f"  - {{编号: p{number}, {photo}}}" for number, photo in enumerate(photos, 1))


@pytest.mark.parametrize(
    "photos, where",
    [
        (["文件: a.jpg, 说明: 花坛补种前, 阶段: 前"], ["/photos/0"]),
        (["文件: a.jpg, 说明: 花坛, 阶段: 后"], ["/photos/0"]),
        (["文件: a.jpg, 阶段: 前", "文件: b.jpg, 说明: 演练集合"], ["/photos/0"]),
        (
            ["文件: a, 说明: 东门整改前, 阶段: 前", "文件: b, 说明: 东门整改后, 阶段: 后", "文件: c, 说明: 西门整改前, 阶段: 前"],
            ["/photos/2"],
        ),
        (["文件: a.jpg, 阶段: 前, 对照: p2", "文件: b.jpg, 阶段: 后", "文件: c.jpg, 阶段: 后"], ["/photos/2"]),
        (["文件: a.jpg, 阶段: 前, 对照: p2", "文件: b.jpg, 阶段: 前, 对照: p1"], ["/photos/0/pair"]),
    ],
)
def test_half_a_pair(photos: list[str], where: list[str]) -> None:
    """No counterpart by id, by caption, by file name, nor any that is left over."""
    assert places(_photos(*photos), "EVI003") == where


@pytest.mark.parametrize(
    "photos",
    [
        ["文件: a.jpg, 阶段: 前, 对照: p2", "文件: b.jpg, 阶段: 后"],
        ["文件: a.jpg, 阶段: 前", "文件: b.jpg, 阶段: 后, 对照: p1"],
        ["文件: a.jpg, 阶段: 前, 对照: p2", "文件: b.jpg"],
        ["文件: a.jpg, 说明: 东门车道, 阶段: 前", "文件: b.jpg, 说明: 整改之后, 阶段: 后"],
        ["文件: 花坛_before.jpg, 阶段: 前", "文件: 花坛_after.jpg, 阶段: 后"],
        ["文件: a, 说明: 东门改造前1, 阶段: 前", "文件: b, 说明: 东门改造前, 阶段: 前", "文件: c, 说明: 东门改造后, 阶段: 后"],
        ["文件: a.jpg, 说明: 全景前, 阶段: 前", "文件: b.jpg, 说明: 近景前, 阶段: 前", "文件: c.jpg, 说明: 完工, 阶段: 后"],
        ["文件: a.jpg, 阶段: 前, 对照: p9"],
        ["文件: a.jpg, 阶段: 前", "文件: b.jpg, 阶段: 之后"],
        ["文件: a.jpg, 阶段: 前", "文件: 5, 阶段: 后"],
        ["文件: a.jpg, 说明: 岗前培训"],
    ],
)
def test_a_pair_that_is_whole_or_may_be(photos: list[str]) -> None:
    """Two that belong together, two that may, a reference that leads nowhere, a photo that could not be read."""
    assert places(_photos(*photos), "EVI003") == []


def _chart(chart: str, *metrics: str) -> str:
    listed = "\n".join(f"  - {{编号: m{number}, 名称: 指标{number}, {metric}}}" for number, metric in enumerate(metrics, 1))
    return f"指标:\n{listed}\n图表: [{{编号: h1, {chart}}}]"


_SERIES = "走势: [{期间: 2025-01, 数值: 3件}, {期间: 2025-02, 数值: 5件}]"


@pytest.mark.parametrize(
    "text, words",
    [
        (_chart("类型: 折线, 指标: [m1], 取值: 走势", "数值: 8件"), "走势"),
        (_chart("类型: 饼图, 指标: [m1], 取值: 构成", f"数值: 8件, {_SERIES}"), "构成"),
        (_chart("类型: 饼图, 指标: [m1]", f"数值: 8件, {_SERIES}"), "构成"),
        (_chart("类型: 柱状, 指标: [m1], 取值: 对比", "数值: 8件"), "对比"),
        (_chart("类型: 柱状, 指标: [m1], 取值: 对比", "上期值: 8件, 目标值: ≤5件"), "对比"),
        (_chart("类型: 柱状, 指标: [m1, m2]", "来源: 台账", "数值: 8件"), "可画的数据"),
        (_chart("类型: 柱状, 指标: []", "数值: 8件"), "可画的数据"),
    ],
)
def test_a_chart_without_data(text: str, words: str) -> None:
    """The message says what it would have needed."""
    (problem,) = problems(text, "EVI004")
    assert problem.pointer == "/charts/0"
    assert words in problem.message


@pytest.mark.parametrize(
    "text",
    [
        _chart("类型: 折线, 指标: [m1, m2], 取值: 走势", "数值: 8件", _SERIES),
        _chart("类型: 折线, 指标: [m1]", _SERIES),
        _chart("类型: 饼图, 指标: [m1]", "数值: 8件, 构成: {保洁: 5, 绿化: 3}"),
        _chart("类型: 柱状, 指标: [m1], 取值: 对比", "数值: 8件, 上期值: 11件"),
        _chart("类型: 柱状, 指标: [m1]", "数值: 98.6%, 目标值: ≥98%"),
        _chart("类型: 柱状, 标题: 各班组到岗率, 指标: [m1, m2, m3], 取值: 对比", "数值: 99%", "数值: 97%", "数值: 98%"),
        _chart("类型: 折线, 指标: [m7], 取值: 走势", "数值: 8件"),
        _chart("类型: 折线, 指标: [m1], 取值: 走势", "数值: 8件, 走势: 逐月下降"),
        _chart("类型: 柱状, 指标: [m1], 取值: 对比", "数值: 差不多, 上期值: 11件"),
        _chart("类型: 柱状, 指标: [m1], 取值: 曲线", "数值: 8件"),
    ],
)
def test_a_chart_with_data_or_that_may_have_some(text: str) -> None:
    """One metric is enough; a dangling reference is told elsewhere, and what could not be read may be what is needed."""
    assert places(text, "EVI004") == []


@pytest.mark.parametrize(
    "activity, missing",
    [
        ("类别: 培训, 名称: 话术培训, 次数: 1次", "内容、人次、效果"),
        ("类别: 演练, 名称: 灭火演练, 时间: 2025-06-12, 人次: 58人次", "内容、效果"),
        ("类别: drill, 名称: 灭火演练, 内容: 从报警到出水", "人次、效果"),
    ],
)
def test_an_activity_with_nothing_to_show(activity: str, missing: str) -> None:
    """What is lacking is named."""
    (problem,) = problems(f"活动: [{{{activity}}}]", "EVI005")
    assert problem.pointer == "/activities/0"
    assert problem.message.endswith(f"没有写{missing}")


@pytest.mark.parametrize(
    "activity",
    [
        "类别: 培训, 名称: 话术培训, 人次: 9人次, 内容: 情绪安抚话术",
        "类别: 演练, 名称: 灭火演练, 效果: 从报警到出水2分10秒",
        "类别: 检查, 名称: 消防月检",
        "类别: 宣传, 名称: 梅雨季防漏提示",
        "类别: 培训, 名称: 话术培训, 人次: 全员, 内容: 情绪安抚话术",
        "类别: 培训, 名称: 话术培训, 人次: 9人次, 效果: 5",
        "类别: 培训, 人次: 9人次",
    ],
)
def test_an_activity_that_says_enough(activity: str) -> None:
    """Two of the three, its effect, another kind of activity, or something that could not be read."""
    assert places(f"活动: [{{{activity}}}]", "EVI005") == []
