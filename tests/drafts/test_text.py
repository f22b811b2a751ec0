"""Plain text: lines that an editor broke, tables of bars, tabs and blanks, ornaments."""

from __future__ import annotations

import pytest

from propsummary.drafts.outline import Paragraph, Table
from propsummary.drafts.text import outline

BROKEN = """　　2025年我部门在公司的领导下，认真做好小区的门岗、巡逻、消
防、车辆管理等各项工作，全年没有发生重大安全责任事故，现把
工作情况总结如下。
　　1、门岗。全年登记来访人员共计3万人次，劝退推销人员200人次，
查验物品放行条1,200张，没有发生业主物品丢失的情况，得到业主的
好评。
　　2、巡逻。每天12次。
"""


def paragraphs(text: str) -> list[str]:
    return [block.number + block.words.text for block in outline(text).blocks if isinstance(block, Paragraph)]


def table(text: str) -> list[list[str]]:
    (found,) = (block for block in outline(text).blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in found.rows]


def test_lines_that_an_editor_broke_are_joined() -> None:
    assert [len(text) for text in paragraphs(BROKEN)] == [68, 68, 11]
    first = next(iter(outline(BROKEN, file="a.txt").words()))
    assert "消防、车辆" in first.text
    span = first.span(first.text.index("防、"))
    assert span is not None
    assert (span.line, span.column, span.end_line) == (2, 1, 3)


def test_lines_that_their_author_ended_stay_apart() -> None:
    text = "1.巡逻:应打点33852个,弄好了58处.\n  剩下5处已经报给工程部了,工程部说7月份一起修。\n\n一区的事\n二区的事\n三区的事\n"
    assert paragraphs(text) == [
        "1.巡逻:应打点33852个,弄好了58处.",
        "剩下5处已经报给工程部了,工程部说7月份一起修。",
        "一区的事",
        "二区的事",
        "三区的事",
    ]


def test_a_line_that_ends_in_a_comma_goes_on() -> None:
    assert paragraphs("今年人手少，\n活不少。\n") == ["今年人手少，活不少。"]


def test_words_of_letters_are_joined_with_a_blank() -> None:
    lines = (
        "The order department kept the gates of both\nareas and checked every visitor who came in\n"
        "during the whole year without any accident\nat all."
    )
    assert paragraphs(lines) == [lines.replace("\n", " ")]


@pytest.mark.parametrize(
    "text",
    [
        "指标|本期|上期\n到位率|98%|97%\n",
        "| 指标 | 本期 | 上期 |\n|---|---|---|\n| 到位率 | 98% | 97% |\n",
        "指标\t本期\t上期\n到位率\t98%\t97%\n",
        "指标｜本期｜上期\n到位率｜98%｜97%\n",
        "┌──┬──┬──┐\n│指标│本期│上期│\n├──┼──┼──┤\n│到位率│98%│97%│\n└──┴──┴──┘\n",
    ],
)
def test_tables(text: str) -> None:
    assert table("数据如下。\n" + text + "以上。\n") == [["指标", "本期", "上期"], ["到位率", "98%", "97%"]]


def test_tables_aligned_by_blanks_need_three_rows() -> None:
    assert table("指标        本期     上期\n报修及时率  97.0%    95.8%\n完好率      98.8%    98.1%\n")[2] == [
        "完好率",
        "98.8%",
        "98.1%",
    ]
    assert paragraphs("报告人:秩序部 全大海   日期:2025.7.6\n") == ["报告人:秩序部 全大海   日期:2025.7.6"]


def test_numbered_items_with_blanks_are_no_table() -> None:
    text = "1、换对讲机  责任人：张三  时限：6月\n2、招保安员  责任人：李四  时限：7月\n3、修道闸机  责任人：王五  时限：8月\n"
    assert [item[:2] for item in paragraphs(text)] == ["1、", "2、", "3、"]


def test_empty_cells_keep_their_columns() -> None:
    assert table("问题\t原因\t措施\n人少\t\t招人\n灯坏\t老化\t更换\n")[1] == ["人少", "", "招人"]


def test_rules_and_ornaments_are_left_out() -> None:
    assert paragraphs("前面的话。\n======\n******\n后面的话。\n") == ["前面的话。", "后面的话。"]


def test_captions() -> None:
    blocks = outline("表1 主要指标\n指标\t本期\n到位率\t98%\n").blocks
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].kind == "caption"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_whatever_ends_them(end: str) -> None:
    words = list(outline(end.join(("一、前言", "", "　　正文。"))).words())
    assert [str(one.span()) for one in words] == ["1:3", "3:3"]


SCAN = """翠屏山庄环境部担负全山庄六十八万平方米公共区域的清扫保洁、园林
绿化、病媒消杀与垃圾清运任务，是项目形象的直接体现者。按照公司关于报
送工作总结的通知要求，为检视得失、理清明年工作，现将七至十二月份的情
况报告如下，其中机扫车和曝气机的维修费用以财务部门核定的数目为准，尚
未列入本次总结。

绿化方面，乔木修剪一千二百四十株，灌木整形八万六千平方米，秋季补植红

            - 1 -

叶石楠、金叶女贞共九千四百株，至十二月底存活九千零六十二株。

西区坡道落叶清扫跟不上，业主报事中落叶滑倒类有八起，其成因是西区机扫车爬坡能力不足，全靠人工，而秋季又未增加临时工。
部分员工仪容不整。
"""


def test_a_scan_has_some_paragraphs_broken_and_others_whole() -> None:
    """Lines end within a word, a sentence goes on behind the number of a page, and what was never broken stands alone."""
    told = paragraphs(SCAN)
    assert [one[:6] for one in told] == ["翠屏山庄环境", "绿化方面，乔", "西区坡道落叶", "部分员工仪容"]
    assert "园林绿化" in told[0]
    assert "红叶石楠" in told[1]


def test_lists_without_stops_are_no_broken_lines() -> None:
    """Some are as long as a scan's, and none ends a paragraph."""
    lines = [
        "老厂房三号楼漏电跳闸多得很，因为线是二〇〇八年的铝线，接头老烧",
        "夜里报修来得慢企业投诉八次，因为夜班就一个人，还要看着配电房",
        "材料老等，有十一单等材料超过了五天，因为采购一个月才下一次单子",
        "屋顶空调外机洗了两遍，企业说凉快多了",
        "电工证复审五个人全都过了，四月十一号还搞了一次触电急救演练，十四个人参加，师傅们都上手按了假人，没有一个缺席",
    ]
    assert paragraphs("\n".join([*lines, *lines])) == [*lines, *lines]
