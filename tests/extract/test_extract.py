"""Plain text out of pages, documents and texts, without what a renderer adds by itself."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propsummary.errors import UnknownNameError, UnreadableFileError
from propsummary.extract import EXTRACTORS, Piece, extract, format_of, sniff


def _texts(content: str, form: str) -> list[str]:
    return [piece.text for piece in extract(content, form)]


def _cells(pieces: tuple[Piece, ...]) -> list[tuple[str, str]]:
    return [(piece.context, piece.text) for piece in pieces if piece.context]


# HTML


def test_a_page_is_read_block_by_block() -> None:
    head = '<html><head><title>x</title></head><body><h2><span class="no">一、</span>成绩</h2>'
    page = head + "\n<p>投诉<b>29</b>件，\n减少9件。<br>见附表。</p>"
    (title, text) = extract(page)
    assert (title.text, title.under) == ("成绩", "成绩")
    assert (text.text, text.line, text.under) == ("投诉29件， 减少9件。\n见附表。", 2, "成绩")


@pytest.mark.parametrize("hidden", [
    "<script>29</script>", "<style>a{b:29}</style>", "<nav><li>29</li></nav>", "<svg><text>29</text></svg>", "<footer>29</footer>",
    '<div aria-hidden="true">29<p>30</p></div>', "<p hidden>29</p>", '<div class="missing">29.png</div>', "<!-- 29 -->",
    '<img alt="29件">', "<details><summary>29</summary></details>",
])  # fmt: skip
def test_what_nobody_reads_is_left_out(hidden: str) -> None:
    assert _texts(f"<p>一</p>{hidden}<p>二</p>", "html") == ["一", "二"]


def test_a_cell_knows_its_row_and_column() -> None:
    page = (
        "<table><caption>表 1　指标</caption><thead><tr><th>指标<th>本期</tr></thead>"
        '<tbody><tr><th rowspan="2">到位率</th><td>98.6%</td></tr><tr><td>97.1%<br>2024年</td></tr></tbody></table>'
    )
    pieces = extract(page, "html")
    assert [piece.text for piece in pieces][:3] == ["指标", "指标", "本期"]
    assert _cells(pieces) == [("·指标", "到位率"), ("到位率·本期", "98.6%"), ("到位率·本期", "97.1%\n2024年")]


def test_key_figures_are_lines_of_their_own() -> None:
    page = '<ul class="figures"><li><span>m1</span><span>12</span></li></ul><p>a<span>b</span></p>'
    assert _texts(page, "html") == ["m1", "12", "ab"]


# Markdown


def test_markdown_is_read_without_its_marks() -> None:
    text = "## （一）成绩\n\n- **投诉**29件\n- 培训\\*24次\n\n![2路镜头](<photos/1.png>)\n\n图 1　改造\n\n软\n换行 and\nsoft"
    assert _texts(text, "markdown") == ["成绩", "投诉29件", "培训*24次", "改造", "软换行 and soft"]


def test_the_file_of_a_picture_that_markdown_only_names_is_no_text() -> None:
    assert _texts("**图 1　98.50**：photos/2.jpg\n\n整改前　车道（A）：12/3 号.PNG", "markdown") == ["98.50", "整改前　车道（A）"]


def test_a_markdown_table() -> None:
    pieces = extract("| 指标 | 本期 |\n|:--|--:|\n| 到位率 | 98.6%<br>约 |\n|  | 97.1% |\n\n后文", "markdown")
    assert _cells(pieces) == [("·指标", "到位率"), ("到位率·本期", "98.6%\n约"), ("到位率·本期", "97.1%")]
    assert [piece.line for piece in pieces][-1] == 6
    assert pieces[-1].text == "后文"


@pytest.mark.parametrize("heading, text", [
    ("一、成绩", "成绩"), ("（二）问题", "问题"), ("1. 巡更", "巡更"), ("2.1 Results", "Results"), ("3 数据", "数据"),
    ("12 起投诉的处理", "12 起投诉的处理"), ("2025年总结", "2025年总结"), ("3号楼", "3号楼"), ("十大措施", "十大措施"),
])  # fmt: skip
def test_the_number_of_a_heading_is_no_part_of_it(heading: str, text: str) -> None:
    assert _texts(f"# {heading}", "markdown") == [text]


# Text


def test_wrapped_lines_are_put_together() -> None:
    text = "这一段话写得很长很长，长到一行里怎么写也写不下，只好折到下一行，全年接待访客1.2万\n人次，比上年多。\n短行。\n另一行。"
    first, _, rest = text.partition("。\n")
    assert _texts(text, "text") == [first.replace("\n", "") + "。", *rest.split("\n")]


def test_two_numbers_are_never_put_together() -> None:
    line = "数" * 40 + "12"
    assert _texts(f"{line}\n34件", "text") == [f"{line} 34件"]


def test_underlined_headings_and_entries() -> None:
    text = "一、成绩\n========\n\n- 投诉29件\n1. 培训24次\n[图 2　改造：photos/2.png]\n[图 3：photos/3.png]"
    assert _texts(text, "text") == ["成绩", "投诉29件", "培训24次", "改造"]


def test_a_drawn_table() -> None:
    table = (
        "+--------+----------+\n| 指标   | 本期     |\n+========+==========+\n"
        "| 到|位  | 1.2万    |\n|        | 人次     |\n+--------+----------+\n"
    )
    pieces = extract(table, "text")
    assert _cells(pieces) == [("·指标", "到|位"), ("到|位·本期", "1.2万人次")]


def test_two_dates_in_a_cell_are_never_put_together() -> None:
    edge = f"+{'-' * 18}+\n"
    table = f"{edge}| 2025-01..2025-11 |\n| 2025年上半年     |\n{edge}"
    assert _texts(table, "text") == ["2025-01..2025-11 2025年上半年"]


# JSON


def test_a_document_as_json() -> None:
    text = (
        '{"title": "总结", "author": "x9", "blocks": [{"block": "heading", "text": "成绩", "number": "一、", "anchor": "s1"},'
        '{"block": "paragraph", "text": "投诉29件", "label": "甲"},'
        '{"block": "table", "number": "表 1", "caption": "指标", "columns":'
        '[{"header": "名"}, {"header": "本期"}], "rows": [[{"text": "到位率"}, {"text": "98.6%"}]]}]}'
    )
    pieces = extract(text, "json")
    assert [piece.text for piece in pieces] == ["总结", "成绩", "甲：投诉29件", "指标", "名", "本期", "到位率", "98.6%"]
    assert _cells(pieces)[-1] == ("到位率·本期", "98.6%")


def test_any_other_json_gives_its_texts() -> None:
    assert _texts('{"a": ["投诉29件", {"b": 12}], "blocks": 3}', "json") == ["投诉29件", "12", "3"]
    assert _texts("{broken 29", "json") == ["{broken 29"]


# Calendars and tables


def test_a_calendar_says_again_what_its_events_are_about() -> None:
    event = (
        "BEGIN:VEVENT\r\nSUMMARY:周明：更换相机12\r\n 台\r\nDESCRIPTION:验证方式：识别率\\,不低于97%\\n第二行\r\n"
        "BEGIN:VALARM\r\nDESCRIPTION:提前3天\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    )
    pieces = extract(f"BEGIN:VCALENDAR\r\nX-WR-CALNAME:29件\r\n{event}END:VCALENDAR\r\n")
    assert [(piece.context, piece.text, piece.line) for piece in pieces] == [
        ("周明", "更换相机12台", 4),
        ("验证方式", "识别率,不低于97%", 6),
        ("", "第二行", 6),
    ]
    assert {piece.role for piece in pieces} == {"again"}


def test_a_table_of_commas_is_read_cell_by_cell() -> None:
    pieces = extract("指标;本期\n到位率;98.6%\n变化;'-1.5\n", "csv")
    assert _cells(pieces) == [("·指标", "到位率"), ("到位率·本期", "98.6%"), ("·指标", "变化"), ("变化·本期", "-1.5")]
    assert {piece.role for piece in pieces} == {"said"}


# All of them


@pytest.mark.parametrize("content, form", [("<!DOCTYPE html><p>a", "html"), (' {"a": 1}', "json"), ("# a", "text"), ("", "text")])
def test_formats_are_told_from_the_content(content: str, form: str) -> None:
    assert sniff(content) == form


def test_formats_are_told_from_the_name() -> None:
    names = ("a.HTML", "b.md", "c.txt", "d.json", "e.docx", "f.wps")
    assert [format_of(name) for name in names] == ["html", "markdown", "text", "json", "docx", None]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        extract("a", "wps")


@pytest.mark.parametrize("form", EXTRACTORS)
@given(content=st.one_of(st.text(max_size=60), st.text("<>/=\"'tablrdhp -|+=#\n1", max_size=60), st.binary(max_size=30)))
def test_nothing_falls_over(form: str, content: str | bytes) -> None:
    """Files of Office and PDF are read or refused."""
    refused = (UnreadableFileError,) if form in ("docx", "xlsx", "pptx", "pdf") else ()
    with contextlib.suppress(*refused):
        assert all(piece.text.strip() for piece in extract(content, form))
