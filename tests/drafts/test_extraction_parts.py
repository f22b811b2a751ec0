"""Parts of a summary by their headings, which people word in a hundred ways."""

from __future__ import annotations

import pytest

from propsummary.drafts.extraction.kinds import kind_of
from propsummary.drafts.extraction.opening import opening
from propsummary.drafts.extraction.parts import chapters
from propsummary.drafts.opening import open_outline
from propsummary.drafts.outline import Paragraph
from propsummary.periods import Period

_KINDS = {
    "background": """
        前言 引言 部门概况 工作概述 总体情况 基本情况 一、总结背景与目标 工作综述 部门简介
    """,
    "results": """
        工作开展情况 主要工作完成情况 工作亮点与成效 干了啥 本月都干了些什么 主要成绩 全年重点工作完成情况 工作回顾
        关键数据 上半年工作情况 主要做法和成效 工作成果与亮点 2025年工作总结 二季度主要工作 经营数据 运行情况
        这一年干得怎么样 先说干完的 五月份工作情况 这个月忙了些啥 工作成绩 目标完成情况 计划完成情况 工作任务完成情况
    """,
    "issues": """
        存在的问题 存在的主要问题及原因 不足之处 毛病 短板与不足 问题与不足 问题及原因分析 存在困难 薄弱环节
        还有哪些不足 哪些地方没做好 工作中的差距 问题清单 需要改进的问题 当前面临的困难与挑战 问题和整改
        自己不满意的地方 糟心事 说说心里过不去的几件事 还没理顺的 存在的问题及改进措施 短板弱项 问题反思 待改进之处 主要困难和问题
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


@pytest.mark.parametrize(
    "leads",
    [
        ("回头看，短板也是明摆着的。", "为此，拟采取如下办法。", "二〇二六年，拟达到以下要求。"),
        ("还应看到，工作中仍有几点不足：", "针对这些不足，明年这样抓。", "明年我们的目标是："),
        ("当然，也要看到差距", "下一步，我们打算这样补短板", "2026年，我们准备这样交账："),
    ],
)
def test_sentences_lead_over_where_no_heading_does(leads: tuple[str, str, str]) -> None:
    """Each opens a part; what stands before the first of them, behind the sentence that ends 如下, tells the results."""
    text = (
        "绿化部2025年度总结\n\n绿化部养护绿地12万平方米，现将全年情况报告如下。\n\n修剪乔木860株，补植灌木3200株。\n\n"
        f"{leads[0]}\n\n湖边草坪退化600平方米。\n\n{leads[1]}\n\n换土补播，队长聂远负责，3月底前完成。\n\n"
        f"{leads[2]}\n\n成活率98%以上。"
    )
    told = [part for _, part in _parts(text)]
    assert told == ["title", "background", "results", "issues", "countermeasures", "outlook"]


def test_plain_lines_that_name_parts_are_headings() -> None:
    """Nothing sets them off but that they say nothing else."""
    text = "客服部2025年总结\n工作完成情况\n接单377单\n存在问题\n没人接\n改进措施\n加手机\n明年目标\n漏接0个\n需要支持\n批款"
    assert [part for _, part in _parts(text)] == ["title", "results", "issues", "countermeasures", "outlook", "other"]


def test_the_first_sentence_of_a_paragraph_leads_over() -> None:
    """What stands behind it is told of the part that it opens."""
    text = (
        "工程部2025年总结\n\n工程部有维修工9人。\n\n报修1046单，完成1031单，完成率98.6%。\n\n"
        "但我们也清醒地看到，还有不足。一是5号楼停梯9次。二是备件账实不符。\n\n"
        "针对上述问题，我们这样做。一是换门机2套。二是扫码领料。"
    )
    found = chapters(open_outline(text.encode(), format="text"), Period.year(2025))
    said = {one.part: one.blocks[0].words.text[:6] for one in found[-2:] if isinstance(one.blocks[0], Paragraph)}
    assert said == {"issues": "一是5号楼停", "countermeasures": "一是换门机2"}


@pytest.mark.parametrize(
    "said",
    ["为业主及时解决了用水困难。", "针对汛期，我们采取以下措施：", "未发现不足60天的灭火器", "以下问题均已整改，共12项。"],
)
def test_what_leads_over_to_nothing(said: str) -> None:
    """A sentence of the results is no heading: nothing went wrong yet that it could cure, or it counts."""
    text = f"秩序部2025年总结\n\n一、工作情况\n\n{said}\n\n巡更到位率98%。\n\n二、存在问题\n\n灯坏12盏。\n\n三、改进措施\n\n换灯。"
    assert [part for _, part in _parts(text)] == ["title", "results", "issues", "countermeasures"]


def test_owners_and_causes_tell_parts_whose_headings_do_not() -> None:
    """来年怎么把窟窿堵住 heads measures with owners and days, 心里搁着的事 before it what they cure."""
    text = (
        "秩序部2025年总结\n\n一、这一年\n巡更到位率98%。\n二、心里搁着的事\n北门堵车，原因是相机用了八年。\n夜班脱岗6次。\n"
        "三、来年怎么把窟窿堵住\n换相机，由车管班长厉永昌负责，2026年3月底前完成。\n四小时一换岗，由主管费平负责，2026年1月底前执行。\n"
        "四、给自己画的线\n到位率99%以上。\n北门排队不超过8台。"
    )
    assert [part for _, part in _parts(text)] == ["title", "results", "issues", "countermeasures", "outlook"]


def test_the_last_chapter_stands_beside_the_others() -> None:
    """终章 has no number that goes on, and yet is none of the third chapter's."""
    text = "秩序部2025年总结\n第一章 工作\n到位率98%。\n第二章 不足\n堵车。\n第三章 对策\n换相机。\n终章 许下的\n到位率99%以上。"
    outline = open_outline("\n".join(f"**{line}**" if "章 " in line else f"\n{line}\n" for line in text.splitlines()).encode())
    assert [one.part for one in chapters(outline, Period.year(2025))][-2:] == ["countermeasures", "outlook"]


def test_what_stands_at_the_end_beside_the_goals() -> None:
    """What is asked for, and high words, are no goals; who signs may leave out the year."""
    text = "工程部2025年10月小结\n一、干了啥\n接单377单。\n二、下月目标\n{}\n包师傅 11.3"
    for said in ("另外外协报价还等领导批。", "让我们携手奋进，再创佳绩！"):
        assert [part for _, part in _parts(text.format(f"完成率98%以上\n{said}"))][-3:] == ["outlook", "other", "other"]
    assert [part for _, part in _parts(text.format("另外，夜里漏接降到0个。"))][-2:] == ["outlook", "other"]


@pytest.mark.parametrize(
    ("end", "day"),
    [
        ("包师傅 11.3", "2025-11-03"),
        ("水电班 1月5日", "2026-01-05"),
        ("２０２５年１１月４日", "2025-11-04"),
        ("二〇二五年十一月四日", "2025-11-04"),
    ],
)
def test_the_day_of_writing(end: str, day: str) -> None:
    """In either width; without its year it is the first such day after the period."""
    outline = open_outline(
        f"工程部2025年10月小结\n一、干了啥\n接单377单。\n二、下月目标\n完成率98%以上。\n{end}".encode(), format="text"
    )
    assert str(opening(outline, chapters(outline)).prepared_on) == day


def test_whom_it_is_for_stands_with_the_title() -> None:
    """报送 labels a line of the title; 公司： alone begins the text."""
    text = "环境部8月小结\n{}\n2025.9.2\n\n环境部管保洁。\n【本月】\n检查620项。\n【短板】\n异味投诉9件。"
    assert [part for _, part in _parts(text.format("报送：项目办"))] == ["title", "background", "results", "issues"]
    found = chapters(open_outline(text.format("").replace("环境部管", "公司：\n环境部管").encode(), format="text"))
    assert [len(one.blocks) for one in found[:2]] == [1, 2]
