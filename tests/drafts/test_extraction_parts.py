"""Parts of a summary by their headings, which people word in a hundred ways."""

from __future__ import annotations

import pytest

from propsummary.drafts.extraction.kinds import kind_of
from propsummary.drafts.extraction.parts import chapters
from propsummary.drafts.opening import open_outline
from propsummary.periods import Period

_KINDS = {
    "background": """
        前言 引言 部门概况 工作概述 总体情况 基本情况 一、总结背景与目标 工作综述 部门简介
    """,
    "results": """
        工作开展情况 主要工作完成情况 工作亮点与成效 干了啥 本月都干了些什么 主要成绩 全年重点工作完成情况 工作回顾
        关键数据 上半年工作情况 主要做法和成效 工作成果与亮点 2025年工作总结 二季度主要工作 经营数据 运行情况
        五月份工作情况 这个月忙了些啥 工作成绩 目标完成情况 计划完成情况 工作任务完成情况
    """,
    "issues": """
        存在的问题 存在的主要问题及原因 不足之处 毛病 短板与不足 问题与不足 问题及原因分析 存在困难 薄弱环节
        还有哪些不足 哪些地方没做好 工作中的差距 问题清单 需要改进的问题 当前面临的困难与挑战 问题和整改
        存在的问题及改进措施 短板弱项 问题反思 待改进之处 主要困难和问题
    """,
    "countermeasures": """
        改进措施 整改措施 下半年整改措施 咋整 怎么改 解决方案 对策与措施 下一步改进措施 整改计划 改进计划 解决问题的措施
        针对问题的对策 整改落实方案 下半年工作举措 应对办法 改进提升 改进措施与解决方案 问题整改方案
    """,
    "outlook": """
        下半年工作目标 四季度目标 2026年工作计划 下月安排 明年工作思路 工作目标 下年度工作目标与展望 下季度工作安排
        三季度目标 明年计划 下阶段目标 2026年重点工作 下半年重点工作 来年规划
    """,
    "next": """
        下步打算 下一步工作打算 今后打算 下一步工作 努力方向
    """,
    "other": """
        其他 其它事项 需要支持 需公司协调事项 意见建议 附件 需要公司支持的事项 备注
    """,
    "follow_ups": """
        上期目标完成情况 去年目标落实 上季度问题整改情况 上年度目标达成情况
    """,
    "causes": """
        原因分析 问题原因分析 产生原因
    """,
    "cases": """
        典型案例 典型事例
    """,
    "directions": """
        展望 未来展望
    """,
}


@pytest.mark.parametrize(("kind", "heading"), [(kind, heading) for kind, told in _KINDS.items() for heading in told.split()])
def test_a_heading_tells_its_part(kind: str, heading: str) -> None:
    """Headings as staff word them."""
    assert kind_of(heading, Period.parse("2025年上半年")) == kind


def _parts(text: str) -> list[tuple[str, str]]:
    outline = open_outline(text.encode(), format="text")
    return [(one.heading.words.text if one.heading else "", one.part) for one in chapters(outline, Period.year(2025))]


def test_a_heading_within_a_part_stays_in_it() -> None:
    """整改 among the results names a result, not the part on measures."""
    text = "秩序部2025年总结\n一、工作情况\n（一）巡逻\n巡更到位率98%。\n（二）隐患整改\n整改58处。\n二、问题\n1、灯坏12盏。"
    assert _parts(text)[1:] == [("工作情况", "results"), ("巡逻", "results"), ("隐患整改", "results"), ("问题", "issues")]


def test_a_part_may_hold_two() -> None:
    """问题与措施 opens both; the headings below part them."""
    text = (
        "秩序部2025年总结\n一、工作情况\n巡逻。\n二、问题与措施\n（一）存在问题\n1、灯坏12盏。\n"
        "（二）改进措施\n1、换灯。\n三、目标\n1、零投诉。"
    )
    assert ("改进措施", "countermeasures") in _parts(text)
    assert ("存在问题", "issues") in _parts(text)


def test_who_signs_belongs_to_no_part() -> None:
    """Department and date at the end stand aside."""
    outline = open_outline("秩序部2025年总结\n\n一、目标\n\n1、零投诉。\n\n秩序部\n\n2026年1月3日".encode(), format="text")
    assert [one.kind for one in chapters(outline, Period.year(2025))] == ["title", "outlook", "signature"]
