"""Plain text: aligned and within its width."""

from __future__ import annotations

import re

import pytest

from propsummary._text import width
from propsummary.document import Cell, Column, Document, Paragraph, Table, build
from propsummary.renderers._wrap import wrap
from propsummary.renderers.text import TextRenderer
from rich_summaries import logistics, order


@pytest.mark.parametrize("columns", [100, 140])
@pytest.mark.parametrize("summary", [order(), logistics()], ids=["order", "logistics"])
def test_lines_keep_to_the_width(summary, columns: int) -> None:  # type: ignore[no-untyped-def]
    lines = TextRenderer(width=columns).render(build(summary)).decode().splitlines()
    assert max(map(width, lines)) <= columns


def test_rows_of_a_table_are_equally_wide() -> None:
    """Chinese, Latin, full-width signs and accents alike."""
    texts = ("巡更到位率", "patrol", "（１）％", "cafe\u0301", "零\u200b宽", "98.6%", "—", "很长的一句话" * 12)
    rows = tuple((Cell(text), Cell(text)) for text in texts)
    table = Table(columns=(Column(header="指标", kind="key"), Column(header="值", kind="figure")), rows=rows)
    lines = TextRenderer(width=60).render(Document(title="t", blocks=(table,))).decode().splitlines()
    drawn = [line for line in lines if line[:1] in "+|" and line]
    assert len(drawn) > len(texts)
    assert len({width(line) for line in drawn}) == 1


def test_figures_are_not_read_as_numbers() -> None:
    """tabulate would turn 98.50 into 98.5 and 007 into 7."""
    table = Table(columns=(Column(header="a"), Column(header="b")), rows=((Cell("98.50"), Cell("007")),))
    text = TextRenderer().render(Document(title="t", blocks=(table,))).decode()
    assert "98.50" in text
    assert "007" in text


def test_wrapping_keeps_marks_with_their_words() -> None:
    lines = wrap("第一句话很长很长，第二句话也很长（见附表），第三句。", 18)
    assert "".join(lines) == "第一句话很长很长，第二句话也很长（见附表），第三句。"
    assert all(line[0] not in "，。）" and line[-1] != "（" for line in lines)
    assert max(map(width, lines)) <= 18


def test_wrapping_keeps_figures_whole() -> None:
    """A figure that is cut by a line break would be lost to whoever searches for it."""
    text = "全年投入改造资金2.6万元，排队超过8分钟共17次，满意率93.5%，较上年提升1.6个百分点"
    for columns in range(10, 40):
        lines = wrap(text, columns)
        assert all(any(figure in line for line in lines) for figure in ("2.6万元", "8分", "17次", "93.5%", "1.6个"))


def test_wrapping_cuts_a_word_that_is_too_long() -> None:
    assert wrap("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_wanted_line_breaks_stay() -> None:
    text = TextRenderer().render(Document(title="t", blocks=(Paragraph(text="一\n二"),))).decode()
    assert "一\n二\n" in text


def _drawn(columns: tuple[Column, ...], *rows: tuple[str, ...], size: int = 60) -> str:
    table = Table(columns=columns, rows=tuple(tuple(map(Cell, row)) for row in rows))
    return TextRenderer(width=size).render(Document(title="t", blocks=(table,))).decode()


LONG = "识别相机雨天失灵，更换未列入预算，已报请公司追加。" * 3


@pytest.mark.parametrize("header", ["Result", "Verification", "达标情况", "参加人次"])
def test_a_short_heading_is_never_cut(header: str) -> None:
    columns = (Column(header="名称", kind="key"), Column(header=header, kind="word"), Column(header="b"), Column(header="c"))
    text = _drawn(columns, ("巡更到位率", "未达标", LONG, LONG))
    assert header in text
    assert "巡更到位率" in text
    assert "未达标" in text


def test_no_word_is_cut_and_no_sign_parted_from_its_figure() -> None:
    words = "the responsible supervisor reported that installations had deteriorated"
    columns = tuple(Column(header="x") for _ in range(4))
    text = _drawn(columns, (words, "目标≥98%，实际＞95%" * 4, f"达到≤12次，{LONG}", LONG), size=62)
    assert all(word in text for word in words.split())
    assert not re.search(r"[≥≤＞] *\|", text)


def test_a_heading_is_broken_between_its_words() -> None:
    columns = (Column(header="Basis and source"), Column(header="目标值 / 成果物"), Column(header="x"))
    text = _drawn(columns, ("甲", "乙", LONG * 3), size=50)
    assert all(piece in text for piece in ("Basis", "source", "目标值", "成果物"))
