"""What a reader of a Word file sees, and what Word counts by itself."""

from __future__ import annotations

import pytest

from made_word_files import paragraph, run, word_file
from propsummary.extract import Piece, extract

_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def _read(body: str, **parts: str) -> tuple[Piece, ...]:
    return extract(word_file(body, **parts), "docx")  # type: ignore[arg-type]


def _texts(body: str, **parts: str) -> list[str]:
    return [piece.text for piece in _read(body, **parts)]


def _field(instruction: str, result: str) -> str:
    """A field as Word writes it, in runs."""
    told = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return _FIELD.format("begin") + told + _FIELD.format("separate") + result + _FIELD.format("end")


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text) if text else '<w:p/>'}</w:tc>"


def _row(*cells: str, head: bool = False) -> str:
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head else ''}{''.join(cells)}</w:tr>"


def _table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def test_a_figure_in_several_runs_is_one() -> None:
    assert _texts(paragraph(run("巡更到位率9") + run("8.", "<w:b/>") + run("6%"))) == ["巡更到位率98.6%"]


def test_cells_that_were_merged_are_read_once() -> None:
    table = _table(
        _row(_cell("指标"), _cell("本期与上期", '<w:gridSpan w:val="2"/>'), head=True),
        _row(_cell("到位率", '<w:vMerge w:val="restart"/>'), _cell("98.6%"), _cell("97.1%")),
        _row(_cell("到位率", "<w:vMerge/>"), _cell("94%", '<w:gridSpan w:val="2"/>')),
    )
    pieces = _read(table)
    assert [piece.text for piece in pieces] == ["指标", "本期与上期", "到位率", "98.6%", "97.1%", "94%"]
    assert pieces[-1].context == "到位率·本期与上期"


def test_a_text_box_that_is_there_for_two_kinds_of_programs_is_read_once() -> None:
    told = f"<w:txbxContent>{paragraph('劝离违停1162起')}</w:txbxContent>"
    body = paragraph(
        run("正文") + "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{told}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{told}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert _texts(body) == ["正文", "劝离违停1162起"]


def test_an_old_text_box_is_read() -> None:
    box = f"<w:pict><v:textbox><w:txbxContent>{paragraph('更换12盏')}</w:txbxContent></v:textbox></w:pict>"
    assert _texts(paragraph(run("正文") + f"<w:r>{box}</w:r>")) == ["正文", "更换12盏"]


def test_notes_are_read_behind_the_text() -> None:
    body = paragraph(run("投诉29件") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    footnotes = f'<w:footnote w:id="2">{paragraph("其中噪声8件")}</w:footnote>'
    endnotes = f'<w:endnote w:id="2">{paragraph("数据截至12月31日")}</w:endnote>'
    assert _texts(body, footnotes=footnotes, endnotes=endnotes) == ["投诉29件", "数据截至12月31日", "其中噪声8件"]


def test_running_heads_say_again() -> None:
    header = (
        f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{paragraph("接管28.6万平方米")}</w:hdr>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    file = word_file(
        paragraph("投诉29件"),
        relations=f'<Relationship Id="h1" Type="{kind}" Target="header1.xml"/>',
        parts={"word/header1.xml": header},
    )
    assert [(piece.text, piece.role) for piece in extract(file, "docx")] == [("投诉29件", "said"), ("接管28.6万平方米", "again")]


@pytest.mark.parametrize("body", [
    paragraph(_field('TOC \\o "1-3"', run("一、成绩") + run("12"))),
    paragraph(_field("PAGE", run("12"))),
    paragraph(_field("NUMPAGES \\* MERGEFORMAT", run("12"))),
    paragraph('<w:fldSimple w:instr=" PAGE ">' + run("12") + "</w:fldSimple>"),
    paragraph(_field('TOC \\o "1-3"', run("一、成绩") + _field("PAGEREF _Toc1 \\h", run("12")))),
], ids=["contents", "page", "pages", "simple", "nested"])  # fmt: skip
def test_what_word_counts_is_left_out(body: str) -> None:
    assert _texts(body + paragraph("正文")) == ["正文"]


def test_contents_that_run_over_several_paragraphs_are_left_out() -> None:
    begin = _FIELD.format("begin") + "<w:r><w:instrText> TOC </w:instrText></w:r>" + _FIELD.format("separate")
    body = paragraph(begin + run("一、成绩 3")) + paragraph("二、问题 12") + paragraph(run("三、目标 24") + _FIELD.format("end"))
    assert _texts(body + paragraph("投诉29件")) == ["投诉29件"]


def test_the_number_of_a_caption_is_left_out() -> None:
    assert _texts(paragraph(run("表 ") + _field("SEQ 表 \\* ARABIC", run("12")) + run("　各项指标29件"))) == ["各项指标29件"]


def test_other_fields_show_what_they_hold() -> None:
    assert _texts(paragraph(run("到位率") + _field("REF 到位率", run("98.6%")))) == ["到位率98.6%"]


@pytest.mark.parametrize("taken", [
    '<w:del w:id="1" w:author="a"><w:r><w:delText>97.1%</w:delText></w:r></w:del>',
    '<w:moveFrom w:id="1" w:author="a">' + run("97.1%") + "</w:moveFrom>",
    run("97.1%", "<w:vanish/>"),
], ids=["deleted", "moved away", "hidden"])  # fmt: skip
def test_what_a_reader_no_longer_sees_is_left_out(taken: str) -> None:
    put = '<w:ins w:id="2" w:author="a">' + run("98.6%") + "</w:ins>"
    assert _texts(paragraph(run("到位率") + taken + put)) == ["到位率98.6%"]


def test_paragraphs_are_counted_and_headings_remembered() -> None:
    style = '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style>'
    title, text = _read(paragraph("一、成绩", '<w:pStyle w:val="a1"/>') + paragraph("投诉29件"), styles=style)
    assert (title.text, text.under) == ("成绩", "成绩")
    assert text.place is not None
    assert text.place.zh == "第2段"
