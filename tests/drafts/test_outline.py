"""No word is lost: what the outline holds, put together, is what the file holds."""

from __future__ import annotations

import io
import re

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from made_word_files import paragraph, run, word_file
from propsummary.drafts import markdown, text, word
from propsummary.drafts.outline import Heading, Mark, Outline, Paragraph, Table, Words, join

HAN = "门岗巡逻消防电梯业主满意整改培训一二三四五十"
WORDS = st.text(HAN, min_size=1, max_size=12)
SENTENCES = st.text(HAN + "0123456789，。；：、“”（）() .%-—", min_size=1, max_size=60)
STARTS = st.sampled_from(
    ["", "一、", "二，", "（一）", "1.", "2、", "（3）", "4)", "①", "第一部分", "2.1 ", "　　", "    ", "\t", "- ", "• "]
)


def shown(found: Outline) -> str:
    """All that an outline shows, its numbers too."""
    pieces: list[str] = []
    for block in found.blocks:
        match block:
            case Heading() | Paragraph():
                pieces += (block.number, block.words.text)
            case Table():
                pieces += (words.text for row in block.rows for cell in row if not cell.merged for words in cell.words)
            case _:
                pass
    return "".join(pieces)


def letters(shown_or_written: str) -> str:
    return "".join(re.findall(r"[^\W_]", shown_or_written))


def check_places(found: Outline, source: str) -> None:
    """Every character of every passage stands where its words say."""
    lines = re.split(r"\r\n|\n|\r", source)
    for words in found.words():
        for nth, character in enumerate(words.text):
            span = words.span(nth, nth + 1)
            assert span is not None
            if letters(character):
                assert lines[span.line - 1][span.column - 1] == character


@given(st.lists(st.tuples(STARTS, SENTENCES, st.sampled_from(["\n", "\n\n", "\t", "  ", "|", "\r\n"])), max_size=25))
@settings(deadline=None)
def test_nothing_is_lost_from_texts(pieces: list[tuple[str, str, str]]) -> None:
    source = "".join("".join(piece) for piece in pieces)
    found = text.outline(source)
    assert letters(shown(found)) == letters(source)
    check_places(found, source)


@given(st.lists(st.text(HAN + "09，。", min_size=30, max_size=30), min_size=3, max_size=12), st.sampled_from(["", "　　"]))
@settings(deadline=None)
def test_nothing_is_lost_from_broken_lines(lines: list[str], indent: str) -> None:
    source = indent + "\n".join(lines)
    found = text.outline(source)
    assert letters(shown(found)) == letters(source)
    check_places(found, source)


FORMS = [
    "{}",
    "**{}**",
    "**{}：**",
    "*{}*",
    "`{}`",
    "~~{}~~",
    "[{}](http://a.example/x)",
    "{}\\*",
    "{}。",
    "{}\n",
    "{}  \n",
    "&lt;{}",
]
MARKED = st.builds(str.format, st.sampled_from(FORMS), WORDS)
LINES = st.lists(MARKED, min_size=1, max_size=5).map(lambda parts: "".join(parts).strip() or "甲")
ROW = st.lists(
    st.builds(str.format, st.sampled_from(["{}", "**{}**", "`{}|`", "{}<br>"]), WORDS),
    min_size=1,
    max_size=5,
)
BLOCKS = st.one_of(
    st.builds(lambda level, words: "#" * level + " " + words, st.integers(1, 4), WORDS),
    LINES,
    LINES.map(lambda lines: "\n".join("> " + line for line in lines.split("\n"))),
    st.lists(WORDS, min_size=1, max_size=4).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.lists(WORDS, min_size=1, max_size=4).map(lambda items: "\n".join(f"1. {item}\n   - 子{item}" for item in items)),
    st.lists(ROW, min_size=1, max_size=4).map(
        lambda rows: "\n".join(["|标题|表头|", "|---|---|", *("|" + "|".join(row) + "|" for row in rows)])
    ),
    WORDS.map(lambda words: f"```\n{words}\n```"),
    WORDS.map(lambda words: f"    {words}"),
    WORDS.map(lambda words: f"<div align='center'>{words}<b>粗</b></div>"),
    WORDS.map(lambda words: f"[注]: {words}"),
    WORDS.map(lambda words: f"{words}\n---"),
)


def han(shown_or_written: str) -> str:
    return "".join(re.findall("[\u4e00-\u9fff]", shown_or_written))


@given(st.lists(BLOCKS, max_size=12).map("\n\n".join), st.sampled_from(["", "---\n标题: 总结\n---\n\n"]))
@settings(deadline=None)
def test_nothing_is_lost_from_markdown(body: str, front: str) -> None:
    found = markdown.outline(front + body)
    assert han(shown(found)) == han(front + body)
    check_places(found, front + body)


@given(st.lists(st.one_of(WORDS, st.sampled_from(list("*_`~#>|-+=1.)[]!:\\ \n\t")), STARTS), max_size=60).map("".join))
@settings(deadline=None)
def test_nothing_is_lost_from_anything_like_markdown(source: str) -> None:
    assert han(shown(markdown.outline(source))) == han(source)


def nested_quotes(depth: int) -> str:
    return "> " * depth + "底下的话"


def test_what_is_nested_too_deeply_for_the_parser_is_kept() -> None:
    assert han(shown(markdown.outline("前面。\n\n" + nested_quotes(60) + "\n\n后面。"))) == "前面底下的话后面"


PARAGRAPHS = st.lists(
    st.tuples(STARTS, SENTENCES, st.sampled_from(["Normal", "Heading 1", "Heading 2", "List Bullet", "Title", "Caption"])),
    max_size=12,
)


@given(PARAGRAPHS, st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=4), st.booleans())
@settings(deadline=None, max_examples=40)
def test_nothing_is_lost_from_files_of_python_docx(
    paragraphs: list[tuple[str, str, str]], rows: list[list[str]], merged: bool
) -> None:
    document = Document()
    written = ""
    for start, sentence, style in paragraphs:
        made = document.add_paragraph(style=style)
        made.add_run(start).bold = True
        made.add_run(sentence)
        written += start + sentence
    table = document.add_table(0, 3)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
        written += "".join(row)
    if merged:
        table.cell(0, 0).merge(table.cell(0, 1))
    stream = io.BytesIO()
    document.save(stream)
    assert letters(shown(word.outline(stream.getvalue()))) == letters(written)


#: XML of a paragraph's inside and what is seen of it.
Inside = tuple[str, str]
RUNS = WORDS.map(lambda words: (run(words), words))
UNSEEN = WORDS.map(
    lambda words: (f"<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del><w:moveFrom>{run(words)}</w:moveFrom>", "")
)


def wrapped_up(inner: st.SearchStrategy[Inside]) -> st.SearchStrategy[Inside]:
    tags = ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "bdo")
    one = st.builds(lambda tag, inside: (f"<w:{tag}>{inside[0]}</w:{tag}>", inside[1]), st.sampled_from(tags), inner)
    control = inner.map(lambda inside: (f"<w:sdt><w:sdtPr/><w:sdtContent>{inside[0]}</w:sdtContent></w:sdt>", inside[1]))
    several = st.lists(inner, max_size=3).map(lambda parts: ("".join(xml for xml, _ in parts), "".join(seen for _, seen in parts)))
    return st.one_of(one, control, several)


INSIDES = st.recursive(st.one_of(RUNS, UNSEEN), wrapped_up, max_leaves=8)
MADE = INSIDES.map(lambda inside: (f"<w:p>{inside[0]}</w:p>", inside[1]))
BOXED = st.builds(
    lambda one, other: (
        paragraph(f"{run(one)}<w:r><w:pict><w:txbxContent>{paragraph(other)}</w:txbxContent></w:pict></w:r>"),
        one + other,
    ),
    WORDS,
    WORDS,
)


def tabled(inner: st.SearchStrategy[Inside]) -> st.SearchStrategy[Inside]:
    cell = st.lists(inner, min_size=1, max_size=2).map(
        lambda parts: ("<w:tc>" + "".join(xml for xml, _ in parts) + "</w:tc>", "".join(seen for _, seen in parts))
    )
    row = st.lists(cell, min_size=1, max_size=3).map(
        lambda parts: ("<w:tr>" + "".join(xml for xml, _ in parts) + "</w:tr>", "".join(seen for _, seen in parts))
    )
    return st.lists(row, min_size=1, max_size=2).map(
        lambda parts: ("<w:tbl>" + "".join(xml for xml, _ in parts) + "</w:tbl>", "".join(seen for _, seen in parts))
    )


@given(st.lists(st.recursive(st.one_of(MADE, BOXED), tabled, max_leaves=6), max_size=5))
@settings(deadline=None)
def test_nothing_is_lost_from_files_made_by_hand(parts: list[Inside]) -> None:
    found = word.outline(word_file("".join(xml for xml, _ in parts)))
    assert letters(shown(found)) == letters("".join(seen for _, seen in parts))


@given(st.lists(st.text(HAN, max_size=5), max_size=5), st.text("，", max_size=2))
def test_joined_words_stay_where_they_were(texts: list[str], between: str) -> None:
    parts = [Words(text=one, marks=(Mark(0, nth, 7),)) for nth, one in enumerate(texts, 1)]
    whole = join(parts, between)
    assert whole.text == between.join(texts)
    offset = 0
    for nth, one in enumerate(texts, 1):
        if one:
            span = whole.span(offset, offset + len(one))
            assert span is not None
            assert (span.line, span.column, span.end_column) == (nth, 7, 7 + len(one))
        offset += len(one) + len(between)
