"""Markdown as Chinese offices write it."""

from __future__ import annotations

import pytest

from propsummary.drafts.markdown import outline
from propsummary.drafts.outline import Heading, Image, Paragraph, Table


def paragraphs(text: str) -> list[Paragraph]:
    return [block for block in outline(text).blocks if isinstance(block, Paragraph)]


def texts(text: str) -> list[str]:
    return [block.number + block.words.text for block in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("**重要：**内容在后。", "重要："),
        ("**“重要”**内容在后。", "“重要”"),
        ("**收缴率（95%）**提升了。", "收缴率（95%）"),
        ("**1、受理。** 本月受理486件。", "受理。"),
        ("1、**投诉集中。** 共67件。", "投诉集中。"),
        ("__说明__ 在后。", "说明"),
        ("没有**标签**的一段。", ""),
        ("面积3*4*5，共60。", ""),
    ],
)
def test_bold_at_the_beginning_is_a_label(text: str, label: str) -> None:
    (only,) = paragraphs(text)
    assert only.words.text[: only.label] == label
    assert "**" not in only.words.text


def test_markup_is_gone_and_what_looks_like_it_stays() -> None:
    assert texts("*重点*是 `a*b` 与 [台账](http://a.example/x(1))里的~~旧~~数，3\\*4=12&amp;5*6*7。") == [
        "重点是 a*b 与 台账里的旧数，3*4=12&5*6*7。"
    ]


def test_one_line_is_one_paragraph() -> None:
    assert texts("1、甲做了。\n2、乙做了。\n　　丙也做了。\n今年人手少，\n活不少。") == [
        "1、甲做了。",
        "2、乙做了。",
        "丙也做了。",
        "今年人手少，活不少。",
    ]


def test_four_blanks_make_no_code() -> None:
    assert texts("前面。\n\n    一段缩进的话。\n\n\t制表符缩进的话。") == ["前面。", "一段缩进的话。", "制表符缩进的话。"]


def test_front_matter_is_kept_apart() -> None:
    found = outline("---\n标题: 秩序部总结\ndate: 2025-07-06\n---\n\n## 前言\n\n正文。")
    assert [(block.kind, block.words.text) for block in found.blocks if isinstance(block, Paragraph)] == [
        ("front", "标题: 秩序部总结"),
        ("front", "date: 2025-07-06"),
        ("", "正文。"),
    ]
    assert [block.position for block in found.blocks] == [2, 3, 6, 8]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert texts("---\n\n正文说了一些话。\n\n---\n\n后面。") == ["正文说了一些话。", "后面。"]


def test_a_sentence_above_a_rule_is_no_heading() -> None:
    assert texts("全年处理突发事件17起。\n---\n后面。") == ["全年处理突发事件17起。", "后面。"]
    (heading, _) = outline("前言\n---\n后面。").blocks
    assert isinstance(heading, Heading)


def test_tables_keep_what_stands_beyond_the_header() -> None:
    found = outline("> | 指标 | 今年 |\n> |---|---|\n> | **到位率** | 98% | 多出 |\n> | `a|b` | 1\\|2<br>换行 |\n> | 只有一格 |")
    (table,) = found.blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["指标", "今年"],
        ["到位率", "98%", "多出"],
        ["a|b", "1|2\n换行"],
        ["只有一格"],
    ]
    assert str(table.rows[1][1].words[0].span()) == "3:15"


def test_a_table_without_its_rule() -> None:
    (table,) = outline("| 指标 | 今年 |\n| 到位率 | 98% |").blocks
    assert isinstance(table, Table)


def test_lists_and_levels() -> None:
    found = paragraphs("- 巡逻。\n  - 夜间。\n\n3. 门岗。\n1. 车辆。\n\n   又一段。")
    assert [(one.number, one.level, one.words.text) for one in found] == [
        ("-", 0, "巡逻。"), ("-", 1, "夜间。"), ("3.", 0, "门岗。"), ("4.", 0, "车辆。"), ("", 0, "又一段。"),
    ]  # fmt: skip


def test_an_empty_item_numbers_nothing_else() -> None:
    assert texts("- \n\n后面。") == ["后面。"]


def test_notes_and_definitions_are_kept() -> None:
    found = paragraphs("满意率96%[^1]。\n\n[^1]: 样本300户。\n\n[注]: 数据来自巡更系统。")
    assert [(one.kind, one.number, one.words.text) for one in found] == [
        ("", "", "满意率96%[^1]。"),
        ("note", "[^1]:", "样本300户。"),
        ("", "", "[注]: 数据来自巡更系统。"),
    ]


def test_pictures() -> None:
    found = outline("整改前后：\n\n![整改后](图片/door%20a.png)\n\n后面。").blocks
    assert found[1] == Image(name="图片/door a.png", alt="整改后", position=3)


def test_html_is_taken_off() -> None:
    assert texts('<div align="center">秩序<b>部</b></div>\n\n前<br>后。<!-- 看不见 -->') == ["秩序部", "前", "后。"]


def test_code_is_text() -> None:
    assert texts("```text\n第一行。\n第二行。\n```\n后面。") == ["第一行。", "第二行。", "后面。"]


def test_headings_by_style_number_and_look() -> None:
    bold = "**二、问题**\n\n正文。\n\n**小结**\n\n今年的工作到此为止，谢谢大家。\n\n"
    text = f"# 总结\n\n## 一、工作\n\n正文。\n\n{bold}三、打算\n\n正文。\n\n**结语**\n\n就说这些，不到之处请批评。"
    found = [block for block in outline(text).blocks if isinstance(block, Heading)]
    assert [(one.level, one.number, one.words.text) for one in found] == [
        (0, "", "总结"), (1, "一、", "工作"), (1, "二、", "问题"), (2, "", "小结"), (1, "三、", "打算"),
        (1, "", "结语"),
    ]  # fmt: skip


def test_places_count_lines_and_characters_of_the_file() -> None:
    found = outline("# 总结\r\n\r\n> 1. **重要：**内容`码`在后。\r\n", file="a.md")
    words = list(found.words())[-1]
    assert words.text == "重要：内容码在后。"
    start, code = words.span(), words.span(5, 6)
    assert start is not None
    assert code is not None
    assert (str(start), start.end_column) == ("a.md:3:8", 21)
    assert (code.column, code.end_column) == (16, 17)
