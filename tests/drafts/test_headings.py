"""Headings, items and sentences told apart, as a reader would."""

from __future__ import annotations

import json
import pathlib

import pytest

from propsummary.drafts.headings import with_headings
from propsummary.drafts.numbers import Scheme, read_number
from propsummary.drafts.opening import open_outline
from propsummary.drafts.outline import Heading, Mark, Paragraph, Words
from propsummary.drafts.passages import Passage
from propsummary.drafts.text import outline

CASES = pathlib.Path(__file__).parent.parent / "cases"
FILES = sorted(
    gold.with_suffix("").with_suffix("") for folder in ("prose", "own_prose") for gold in (CASES / folder).glob("*.gold.json")
)


def headings(text: str) -> list[str]:
    """``level number|words`` of every heading."""
    found = (block for block in outline(text).blocks if isinstance(block, Heading))
    return [f"{block.level} {block.number}|{block.words.text}" for block in found]


def numbers(text: str) -> list[str]:
    """``number|words`` of every paragraph."""
    return [f"{block.number}|{block.words.text}" for block in outline(text).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_sections_of_drafts_begin_with_headings(file: pathlib.Path) -> None:
    found = open_outline(file.read_bytes(), file=file.name)
    assert not found.problems
    headings = {block.position for block in found.blocks if isinstance(block, Heading)}
    parts = json.loads(pathlib.Path(f"{file}.gold.json").read_bytes())["parts"]
    sections = [part["from"] for part in parts if part["part"] in ("results", "issues", "countermeasures", "outlook")]
    assert sections
    assert headings.issuperset(sections)


@pytest.mark.parametrize(
    ("text", "scheme", "value", "printed"),
    [
        ("一、前言", Scheme.CHINESE, 1, "一、"),
        ("十二，其他", Scheme.CHINESE, 12, "十二，"),
        ("二.毛病", Scheme.CHINESE, 2, "二."),
        ("四。三季度目标", Scheme.CHINESE, 4, "四。"),
        ("(二)巡逻", Scheme.CHINESE_BRACKETS, 2, "(二)"),
        ("㈢巡逻", Scheme.CHINESE_BRACKETS, 3, "㈢"),
        ("3，消防", Scheme.ARABIC, 3, "3，"),
        ("１２．消防", Scheme.ARABIC, 12, "１２．"),
        ("2.1 关键数据", Scheme.DECIMAL_2, 1, "2.1"),
        ("2.1.3 数据", Scheme.DECIMAL_3, 3, "2.1.3"),
        ("（4） 纪律", Scheme.BRACKETS, 4, "（4）"),
        ("⑸纪律", Scheme.BRACKETS, 5, "⑸"),
        ("5）纪律", Scheme.BRACKETS, 5, "5）"),
        ("⑥纪律", Scheme.CIRCLED, 6, "⑥"),
        ("第三部分 问题", Scheme.PART, 3, "第三部分"),
        ("第2章 问题", Scheme.PART, 2, "第2章"),
        ("B. 巡逻", Scheme.LETTER, 2, "B."),
        ("• 巡逻", Scheme.BULLET, 0, "•"),
    ],
)
def test_numbers(text: str, scheme: Scheme, value: int, printed: str) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.scheme, number.value, number.printed) == (scheme, value, printed)


@pytest.mark.parametrize(
    "text",
    ["", "一、", "12.5%的业主", "12.5％的业主", "2025.7.6",
     "2025年", "1,268件", "五一、十一期间", "4-6月巡逻", "9:30到岗", "A、B座电梯", "一是培训",
     "98.6%", "5月11日", "3号楼", "-5度", "十月份"],
)  # fmt: skip
def test_figures_are_no_numbers(text: str) -> None:
    assert read_number(text) is None


def test_numbers_in_doubt_count_only_in_line_with_others() -> None:
    assert numbers("工作总结\n3、4号楼外墙渗漏，已报修。\n2.1万元维修费已付清。\n二、三季度均未发生事故。\n") == [
        "|3、4号楼外墙渗漏，已报修。",
        "|2.1万元维修费已付清。",
        "|二、三季度均未发生事故。",
    ]
    assert numbers("1.6月底前完成改造。\n2.上半年完成提升。\n3.4号楼加装扶手。\n") == [
        "1.|6月底前完成改造。",
        "2.|上半年完成提升。",
        "3.|4号楼加装扶手。",
    ]
    assert headings("一、二季度工作\n做了不少。\n二、三季度打算\n接着做。\n") == ["1 一、|二季度工作", "1 二、|三季度打算"]


def test_short_items_with_nothing_below_are_no_headings() -> None:
    good = "一、成绩\n1、完好率提高\n全年98%，比上年高1个点。\n2、投诉下降\n全年20起。\n"
    text = good + "二、不足\n1、人手不足\n2、设备老化\n3、培训不够\n三、打算\n抓培训。"
    assert headings(text) == ["1 一、|成绩", "2 1、|完好率提高", "2 2、|投诉下降", "1 二、|不足", "1 三、|打算"]
    assert "1、|人手不足" in numbers(text)


def test_labels_and_sentences_are_items() -> None:
    text = "一、干了啥\n1.巡逻:应打点33852个,实际33107个.\n2.车:贴违停单521张.\n(1)纪律松散,需要加强.\n二、毛病\n没有."
    assert headings(text) == ["1 一、|干了啥", "1 二、|毛病"]


def test_lists_of_sentences_numbered_like_sections_stay_items() -> None:
    text = "【存在问题】\n一、对讲机老化，常断。\n二、人手不足。\n【下步打算】\n一、换对讲机。\n二、招人。"
    assert headings(text) == ["1 |【存在问题】", "1 |【下步打算】"]
    assert numbers(text) == ["一、|对讲机老化，常断。", "二、|人手不足。", "一、|换对讲机。", "二、|招人。"]


def test_levels_skipped_and_mixed() -> None:
    first = "一、工作\n1、门岗\n登记3万人次。\n2、巡逻\n到位98%。\n"
    text = first + "二、问题\n（一）人员\n1、数量\n缺编3人。\n2、素质\n新人多。\n（二）设备\n都旧了。"
    assert headings(text) == [
        "1 一、|工作", "2 1、|门岗", "2 2、|巡逻", "1 二、|问题", "2 （一）|人员", "3 1、|数量", "3 2、|素质", "2 （二）|设备",
    ]  # fmt: skip
    assert headings("1 工作\n1.1 门岗\n登记3万人次。\n1.2 巡逻\n到位98%。\n2 问题\n2.1 人员\n缺编3人。\n") == [
        "1 1|工作", "2 1.1|门岗", "2 1.2|巡逻", "1 2|问题", "2 2.1|人员",
    ]  # fmt: skip


def test_a_heading_closed_with_a_full_stop_among_its_like() -> None:
    assert headings("一、工作情况\n都好。\n二、存在问题。\n人少。\n三、打算\n招人。") == [
        "1 一、|工作情况",
        "1 二、|存在问题。",
        "1 三、|打算",
    ]


def test_short_lines_that_stand_out() -> None:
    text = "工作总结\n\n存在的问题\n\n门岗夜间经常一人值守，全年脱岗4次，被业主投诉2次。\n\n秩序部\n2026年1月5日\n"
    assert headings(text) == ["0 |工作总结", "1 |存在的问题"]


def test_short_lines_that_end_in_a_colon() -> None:
    text = "工作情况：\n1、到位率98%。\n存在的问题：\n1、对讲机老化。\n改进措施如下：\n1、换电池。\n责任部门：\n完成时限：\n"
    assert headings(text) == ["1 |工作情况：", "1 |存在的问题："]
    assert headings("各位领导：\n秩序部做了这些工作：\n1、到位率98%。\n") == []


def test_titles() -> None:
    assert headings("某某物业公司\n秩序部2025年度工作总结\n报告人：全大海\n一、工作\n都好。")[0] == "0 |秩序部2025年度工作总结"
    assert headings("一、工作总结\n都好。") == ["1 一、|工作总结"]
    assert headings("本报告回顾秩序部全年的工作，分析不足，提出打算。\n都好。") == []


def passage(text: str, *, style: int | None = None, number: str = "", look: str = "", bold: int = 0) -> Passage:
    return Passage(words=Words(text=text, marks=(Mark(0, 1, 1),)), position=1, style=style, number=number, look=look, bold=bold)


def levels(*passages: Passage) -> list[int]:
    return [block.level for block in with_headings(passages) if isinstance(block, Heading)]


def test_levels_of_styles_are_dense_and_the_only_highest_is_the_title() -> None:
    body = passage("正文说了一些话。")
    assert levels(passage("总结", style=1), passage("工作", style=2), body, passage("门岗", style=4), passage("问题", style=2)) == [
        0,
        1,
        2,
        1,
    ]
    assert levels(passage("总结", style=0), passage("工作", style=1), body) == [0, 1]
    assert levels(passage("工作", style=2), body, passage("问题", style=2), body) == [1, 1]
    assert levels(passage("一、工作", style=1), passage("门岗", style=2), body) == [1, 2]


def test_figures_at_the_beginning_of_styled_headings_stay() -> None:
    found = [
        block
        for block in with_headings([passage("3、4号楼改造", style=1), passage("2.1 数据", style=2)])
        if isinstance(block, Heading)
    ]
    assert [(one.number, one.words.text) for one in found] == [("", "3、4号楼改造"), ("2.1", "数据")]


def test_numbers_without_style_join_those_with_one() -> None:
    body = passage("正文说了一些话。")
    assert levels(passage("一、工作", style=1), body, passage("二、问题"), body, passage("三、打算", style=1), body) == [1, 1, 1]
    assert levels(
        passage("1. 数据", style=2), body, passage("2. 问题", style=2), passage("1. 照明"), body, passage("2. 水质"), body
    ) == [1, 1, 2, 2]


def test_a_paragraph_of_items_keeps_the_first_number() -> None:
    (only,) = (block for block in outline("（1）到位率98%以上；（2）翻杆不超过5次。").blocks if isinstance(block, Paragraph))
    assert only.number == ""


def test_signs_set_headings_off() -> None:
    """One sign for all of them, or one for each; items below may have signs of their own."""
    text = "工程部10月汇报\n👉先说干完的\n✅修水管148处\n✅修门锁66把\n👉糟心的\n夜里没人接。\n👉11月小目标🎯\n漏接0个"
    assert headings(text)[1:] == ["1 👉|先说干完的", "1 👉|糟心的", "1 👉|11月小目标🎯"]
    text = "客服部8月小结\n✅ 本月完成\n受理312单。\n⚠️ 存在的坑\n1️⃣ 电梯投诉多\n2️⃣ 电话占线\n🔧 怎么整\n催货。"
    assert headings(text)[1:] == ["1 ✅|本月完成", "1 ⚠️|存在的坑", "1 🔧|怎么整"]
    assert "2️⃣|电话占线" in numbers(text)


@pytest.mark.parametrize(
    "text", ["开头的话。\n■报修377单\n■投诉12件\n■走访64户\n完。", "话。\n✅修好水管\n⚠️还差配件\n🔧等着装\n完。"]
)
def test_items_with_signs_are_no_headings(text: str) -> None:
    assert headings(text) == []


def test_lines_set_apart_are_headings_where_several_are() -> None:
    """A phrase with a comma or a question between empty lines; one alone may be any line."""
    body = "全年登记来访车辆38260台次，劝离违停1204起，巡更到位率98.7%，消防演练3次。"
    lines = ("一年来干了些什么，心里有本账", "哪里没干好？", "来年怎么把窟窿补上，先立个规矩")
    text = "秩序部2025年度总结\n\n" + "\n\n".join(f"{line}\n\n{body}" for line in lines)
    assert headings(text)[1:] == [f"1 |{line}" for line in lines]
    assert headings(f"秩序部2025年度总结\n\n{body}\n\n{lines[0]}\n\n{body}")[1:] == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("环 境 部 工 作 总 结\n一、工作\n清扫。\n二、问题\n异味。", "环境部工作总结"),
        ("二 〇 二 五 年 总 结\n一、工作\n清扫。\n二、问题\n异味。", "二〇二五年总结"),
    ],
)
def test_stretched_titles_are_closed(text: str, title: str) -> None:
    found = next(block for block in outline(text).blocks if isinstance(block, Heading))
    assert found.words.text == title
    assert str(found.words.span()) == "1:1"


@pytest.mark.parametrize("frame", ["—— {} ——", "=== {} ===", "★★{}★★", "「{}」", "[{}]"])
def test_rules_and_brackets_around_headings(frame: str) -> None:
    text = "\n".join(("秩序部小结", frame.format("干了什么"), "检修9次。", frame.format("哪儿不行"), "照明暗。"))
    assert ["干了什么" in one or "哪儿不行" in one for one in headings(text)] == [False, True, True]


def test_bold_lines_with_a_colon_are_headings_but_labels_are_none() -> None:
    text = "# 述职报告\n\n**先报家底：这一年干得怎么样**\n\n报修9215单。\n\n**责任人：张明**\n\n完。\n"
    found = [block.words.text for block in open_outline(text.encode(), format="markdown").blocks if isinstance(block, Heading)]
    assert found == ["述职报告", "先报家底：这一年干得怎么样"]
