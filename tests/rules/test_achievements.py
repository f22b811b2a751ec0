"""ACH: achievements in the voice of the people who write them."""

from __future__ import annotations

import pytest

from rule_drafts import places, problems


def _achievement(fields: str) -> str:
    return f"成绩: [{{编号: a1, {fields}}}]\n"


@pytest.mark.parametrize(
    "fields",
    [
        "标题: 车辆秩序, 说明: 车辆秩序明显好转，得到业主一致好评。",
        "说明: 全体队员团结一心，圆满完成了全年安保任务。",
        "标题: 3号楼, 说明: 3号楼面貌焕然一新",
        "标题: 队伍, 说明: 打造了一支过硬的队伍",
        "标题: 2025年度工作, 说明: 一年来工作扎实",
    ],
)
def test_praise_alone(fields: str) -> None:
    """A year, a building and an article back nothing."""
    assert places(_achievement(fields), "ACH001")


@pytest.mark.parametrize(
    "fields",
    [
        "标题: 车辆秩序, 做法: [增设引导岗]",
        "标题: 车辆秩序, 指标: [m1]",
        "标题: 车辆秩序, 案例: [k1]",
        "标题: 车辆秩序, 照片: [p1]",
        "标题: 车辆秩序, 活动: [t1]",
        "标题: 车辆秩序, 指标: [{}]",
        "标题: 代收快递, 说明: 门岗代收快递一千五百多件",
        "标题: 保洁, 反馈: 业主来信说楼道比以前干净了",
        "标题: 陪护床管理, 说明: 陪护床统一编号812张，走廊不再堆床",
    ],
)
def test_something_bears_it_out(fields: str) -> None:
    """Any one of them is enough, also one that could not be read."""
    assert not places(_achievement(fields), "ACH001")


@pytest.mark.parametrize(
    "text, word",
    [
        ("车辆秩序明显好转。", "明显"),
        ("取得了显著成效；违停31起。", "显著"),
        ("绿化品质得到极大提升！", "极大"),
        ("服务获得业主一致好评。", "一致好评"),
        ("Parking order improved significantly.", "significantly"),
    ],
)
def test_words_that_grade(text: str, word: str) -> None:
    """A figure in another sentence does not bear the word out."""
    (problem,) = problems(_achievement(f"标题: 某项, 说明: '{text}', 做法: [某事]"), "ACH002")
    assert problem.pointer == "/achievements/0/text"
    assert word in problem.message


@pytest.mark.parametrize(
    "fields",
    [
        "说明: 东门违停明显减少，由31起降到9起。",
        "说明: 车辆秩序明显好转。, 指标: [m1]",
        "说明: 在明显位置张贴充电须知。",
        "说明: 停机后未见明显异响。",
        "说明: 大幅海报贴进电梯厅。",
        "标题: 停梯明显减少, 说明: 停梯14次，比二季度少8次。",
        "说明: 不大幅增加费用的前提下换了灯。",
    ],
)
def test_words_with_a_figure_or_another_meaning(fields: str) -> None:
    """A conspicuous place is no result; a title may leave the figures to its text."""
    assert not places(_achievement(f"{fields}, 做法: [某事]"), "ACH002")


@pytest.mark.parametrize("text", ["12月获区综治办授予“平安小区”称号。", "被市物业协会评为年度示范项目。", "获集团通报表扬。"])
def test_an_honour_is_a_fact(text: str) -> None:
    assert places(f"成绩: [{{编号: a1, 标题: 荣誉, 说明: {text}}}]", "ACH001") == []
