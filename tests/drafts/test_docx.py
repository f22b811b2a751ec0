"""Word files as outlines: what python-docx would lose, numbers that Word counts, tables, notes, pictures, places."""

from __future__ import annotations

import io

import pytest
from docx import Document

from made_word_files import lists, paragraph, run, word_file
from propsummary.drafts.outline import Block, Heading, Image, Outline, Paragraph, Table
from propsummary.drafts.word import outline, paragraphs
from propsummary.drafts.word.package import Package

BOX = "<w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent>"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
IMAGE = f'<Relationship Id="i1" Type="{RELATED}image" Target="media/door.png"/>'


def drawing(inner: str, described: str = "") -> str:
    shown = f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>"
    return f"<w:drawing><wp:inline><wp:docPr id='1' name='p' descr='{described}'/>{shown}</wp:inline></w:drawing>"


DRAWING = drawing(f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp>")
PICTURE = drawing("<a:blip r:embed='i1'/>", "整改后的门岗")
RUBY = "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>隐</w:t></w:r></w:rubyBase></w:ruby>"


def texts(found: Outline) -> list[str]:
    return [words.text for words in found.words()]


def only(body: str) -> list[str]:
    return texts(outline(word_file(body)))


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    return [type(block).__name__ for block in blocks]


def numbered(text: str, level: int = 0, number: str = "1") -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        (f"{run('甲')}<w:ins w:id='1' w:author='a'>{run('乙')}</w:ins>{run('丙')}", "甲乙丙"),
        ("<w:r><w:t>甲</w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>删</w:delText></w:r></w:del>", "甲"),
        (f"<w:moveFrom w:id='1' w:author='a'>{run('搬走')}</w:moveFrom>{run('留下')}", "留下"),
        (f"<w:moveTo w:id='1' w:author='a'>{run('搬来')}</w:moveTo>{run('留下')}", "搬来留下"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>{run('后')}", "控件后"),
        (f"<w:hyperlink r:id='x'>{run('链接')}</w:hyperlink>", "链接"),
        (f"<w:smartTag w:element='date'>{run('6月')}</w:smartTag>{run('底')}", "6月底"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t></w:r>", "甲-乙"),
        ("<w:r><w:t>维</w:t><w:softHyphen/><w:t>修\u00ad单</w:t></w:r>", "维修单"),
        ("<w:r><w:t>合格</w:t><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>", "合格✓"),
        (f"{run('看不见', '<w:vanish/>')}{run('看得见')}", "看得见"),
        (RUBY, "隐"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        (f"<w:fldSimple w:instr='SEQ 表'>{run('3')}</w:fldSimple>{run('号')}", "3号"),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>",
            "12",
        ),
    ],
)  # fmt: skip
def test_what_word_shows_is_what_is_read(inner: str, seen: str) -> None:
    assert only(paragraph(inner)) == [seen]


def test_a_field_left_open_takes_no_later_paragraph_with_it() -> None:
    begun = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>"
    assert only(paragraph(begun) + paragraph("后面的话。")) == ["后面的话。"]


def test_blocks_in_content_controls_are_read() -> None:
    body = f"<w:sdt><w:sdtContent>{paragraph('控件里的段落。')}</w:sdtContent></w:sdt>" + paragraph("外面的段落。")
    assert only(body) == ["控件里的段落。", "外面的段落。"]


def test_what_a_content_control_asks_for_is_not_read() -> None:
    asked = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击此处输入文字。')}</w:sdtContent></w:sdt>"
    assert only(paragraph(run("部门：") + asked)) == ["部门："]


def test_contents_and_what_stands_above_the_title_are_no_headings() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>'
    )
    body = (
        paragraph(run("某某物业公司", "<w:b/>"))
        + paragraph("秩序部总结", '<w:pStyle w:val="t"/>')
        + paragraph("一、前言\t1", '<w:pStyle w:val="toc"/>')
        + paragraph("一、前言")
        + paragraph("本总结回顾全年工作。")
    )
    blocks = outline(word_file(body, styles=styles)).blocks
    assert kinds(blocks) == ["Paragraph", "Heading", "Paragraph", "Heading", "Paragraph"]
    assert isinstance(blocks[2], Paragraph)
    assert blocks[2].kind == "contents"


def test_text_boxes_follow_their_paragraph_and_count_once() -> None:
    choice = f"<mc:Choice Requires='wps'>{DRAWING}</mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    found = outline(word_file(paragraph(f"{run('前。')}<w:r>{both}</w:r>{run('后。')}") + paragraph("下一段。")))
    assert texts(found) == ["前。后。", "框里的话。", "下一段。"]
    assert [block.kind for block in found.blocks if isinstance(block, Paragraph)] == ["", "box", ""]


def test_an_old_text_box_is_read() -> None:
    assert only(paragraph(f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>")) == ["框里的话。"]


def test_pictures_stand_where_they_stand() -> None:
    body = paragraph("整改前后如下。") + paragraph(f"<w:r>{PICTURE}</w:r>") + paragraph("图1 整改后的门岗") + paragraph("完。")
    found = outline(word_file(body, relations=IMAGE, parts={"word/media/door.png": b"png"}))
    assert kinds(found.blocks) == ["Paragraph", "Image", "Paragraph", "Paragraph"]
    assert found.blocks[1] == Image(name="word/media/door.png", alt="整改后的门岗", position=2)
    assert isinstance(found.blocks[2], Paragraph)
    assert found.blocks[2].kind == "caption"


def test_foreign_pictures_are_not_followed() -> None:
    outside = IMAGE.replace('Target="media/door.png"', 'Target="http://example.com/a.png" TargetMode="External"')
    found = outline(word_file(paragraph(f"<w:r>{PICTURE}</w:r>"), relations=outside))
    assert found.blocks == (Image(name="", alt="整改后的门岗", position=1),)


def test_merged_and_nested_cells() -> None:
    def cell(content: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell(paragraph('里'))}</w:tr></w:tbl>"
    rows = (
        cell(paragraph("指标"), '<w:vMerge w:val="restart"/>') + cell(paragraph("2025年"), '<w:gridSpan w:val="2"/>'),
        cell("<w:p/>", "<w:vMerge/>") + cell(paragraph("目标")) + cell(paragraph("实际")),
        cell(paragraph("到位率")) + cell(paragraph("98%") + inner + "<w:p/>") + cell(paragraph("97%") + paragraph("说明")),
    )
    found = outline(word_file("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"))
    (table,) = found.blocks
    assert isinstance(table, Table)
    assert table.headers == 2
    assert [[("^" if cell.merged else "") + cell.text for cell in row] for row in table.rows] == [
        ["指标", "2025年", "^"],
        ["^", "目标", "实际"],
        ["到位率", "98%\n里", "97%\n说明"],
    ]
    assert table.rows[2][2].words[1].place == "表1第3行第3列"


def test_numbers_counted_in_cells_stand_before_their_words() -> None:
    cells = f"<w:tc>{numbered('')}</w:tc><w:tc>{numbered('换电池')}</w:tc>"
    (table,) = outline(word_file(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", numbering=lists("decimal %1"))).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == ["1", "2换电池"]


def test_rows_that_were_deleted_and_absurd_spans() -> None:
    gone = f"<w:tr><w:trPr><w:del w:id='1' w:author='a'/></w:trPr><w:tc>{paragraph('删')}</w:tc></w:tr>"
    wide = f"<w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr>{paragraph('宽')}</w:tc></w:tr>"
    (table,) = outline(word_file(f"<w:tbl>{gone}{wide}</w:tbl>")).blocks
    assert isinstance(table, Table)
    assert [len(row) for row in table.rows] == [1]  # a span of nonsense counts as none


def test_notes_come_last_and_only_those_referred_to() -> None:
    body = paragraph(f"{run('满意率96%')}<w:r><w:footnoteReference w:id='2'/></w:r>{run('。')}") + paragraph("下一段。")
    notes = (
        f"<w:footnote w:id='2'>{paragraph('样本300户。')}</w:footnote><w:footnote w:id='3'>{paragraph('没人引用。')}</w:footnote>"
    )
    found = outline(word_file(body, footnotes=notes))
    assert texts(found) == ["满意率96%。", "下一段。", "样本300户。"]
    note = found.blocks[-1]
    assert isinstance(note, Paragraph)
    assert (note.kind, note.number, note.words.place) == ("note", "1", "注释1")


def test_headings_by_style_outline_level_and_inheritance() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="我的标题"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="x"/><w:basedOn w:val="loop"/></w:style>'
    )
    body = (
        paragraph("后勤部总结", '<w:pStyle w:val="t"/>')
        + paragraph("一、前言", '<w:pStyle w:val="b"/>')
        + paragraph("正文。", '<w:pStyle w:val="loop"/>')
        + paragraph("设备", '<w:outlineLvl w:val="1"/>')
        + paragraph("正文。")
    )
    headings = [block for block in outline(word_file(body, styles=styles)).blocks if isinstance(block, Heading)]
    assert [(one.level, one.number, one.words.text) for one in headings] == [
        (0, "", "后勤部总结"),
        (1, "一、", "前言"),
        (2, "", "设备"),
    ]


def test_a_paragraph_set_in_a_heading_style_is_no_heading() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>'
    text = "全年受理报修8,140单，及时到场7,896单，保障会议1,126场次，班车安全行驶31.4万公里。"
    (block,) = outline(word_file(paragraph(text, '<w:pStyle w:val="a"/>'), styles=styles)).blocks
    assert isinstance(block, Paragraph)


def test_fake_headings_are_known_by_number_and_look() -> None:
    bold = "<w:b/><w:sz w:val='32'/>"
    body = (
        paragraph("秩序部2025年工作总结")
        + paragraph(run("一、工作情况", bold))
        + paragraph("全年没有发生重大安全事故，各项工作有序开展。")
        + paragraph(run("门岗", "<w:b/>"))
        + paragraph("登记访客3万人次，劝离推销人员200人次。")
        + paragraph(run("二、存在问题", bold))
        + paragraph("人手不足，全年缺编3人，门岗经常一人值守。")
        + paragraph("秩序部")
        + paragraph("2026年1月5日")
    )
    headings = [block for block in outline(word_file(body)).blocks if isinstance(block, Heading)]
    assert [(one.level, one.number + one.words.text) for one in headings] == [
        (0, "秩序部2025年工作总结"),
        (1, "一、工作情况"),
        (2, "门岗"),
        (1, "二、存在问题"),
    ]


def test_numbers_counted_by_word() -> None:
    body = numbered("前言") + numbered("成绩") + numbered("设备", 1) + numbered("队伍", 1) + numbered("不足") + numbered("设备", 1)
    found = outline(word_file(body, numbering=lists("chineseCounting %1、", "chineseCounting （%2）")))
    numbers = [block.number for block in found.blocks if isinstance(block, Heading | Paragraph)]
    assert numbers == ["一、", "二、", "（一）", "（二）", "三、", "（一）"]


def test_numbers_in_arabic_digits_where_the_level_is_legal() -> None:
    levels = lists("chineseCounting 第%1章", "decimal %1.%2").replace(
        '<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="decimal"/><w:isLgl/>'
    )
    found = outline(word_file(numbered("甲") + numbered("乙", 1), numbering=levels))
    assert [block.number for block in found.blocks if isinstance(block, Heading | Paragraph)] == ["第一章", "1.1"]


def test_lists_that_begin_anew_or_never() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    more = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'
    body = numbered("甲") + numbered("乙") + numbered("丙", number="2") + numbered("丁") + numbered("戊", number="0")
    found = outline(word_file(body, numbering=lists("decimal %1.", more=more)))
    assert [block.number for block in found.blocks if isinstance(block, Paragraph)] == ["1.", "2.", "1.", "2.", ""]
    never = lists("decimal %1.", "decimal （%2）").replace(
        '<w:lvlText w:val="（%2）"/>', '<w:lvlRestart w:val="0"/><w:lvlText w:val="（%2）"/>'
    )
    body = numbered("甲") + numbered("乙", 1) + numbered("丙") + numbered("丁", 1)
    found = outline(word_file(body, numbering=never))
    assert [block.number for block in found.blocks if isinstance(block, Heading | Paragraph)] == ["1.", "（1）", "2.", "（2）"]


def test_numbers_by_way_of_styles() -> None:
    numbered_style = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="h{nth}"><w:name w:val="heading {nth}"/>{numbered_style}</w:style>'
        for nth in (1, 2)
    )
    linked = lists("chineseCounting %1、", "chineseCounting （%2）")
    for nth, text in ((1, "%1、"), (2, "（%2）")):
        linked = linked.replace(f'<w:lvlText w:val="{text}"/>', f'<w:pStyle w:val="h{nth}"/><w:lvlText w:val="{text}"/>')
    body = paragraph("成绩", '<w:pStyle w:val="h1"/>') + paragraph("设备", '<w:pStyle w:val="h2"/>') + paragraph("正文。")
    found = outline(word_file(body, styles=styles, numbering=linked))
    assert [(one.number, one.level) for one in found.blocks if isinstance(one, Heading)] == [("一、", 1), ("（一）", 2)]


def test_bullets_of_other_fonts() -> None:
    dashes = lists("bullet –").replace("<w:lvlText", "<w:rPr><w:rFonts w:ascii='OpenSymbol'/></w:rPr><w:lvlText")
    (block,) = outline(word_file(numbered("巡逻"), numbering=dashes)).blocks
    assert isinstance(block, Paragraph)
    assert block.number == "–"


def test_bullets_of_symbol_fonts() -> None:
    bullets = lists("bullet \uf06c").replace("<w:lvlText", "<w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:lvlText")
    (block,) = outline(word_file(numbered("巡逻"), numbering=bullets)).blocks
    assert isinstance(block, Paragraph)
    assert block.number == "●"


def test_lines_in_one_paragraph_are_paragraphs_of_one_place() -> None:
    inner = "<w:r><w:t>1、门岗。</w:t><w:br/><w:t>2、巡逻。</w:t></w:r>"
    found = outline(word_file(paragraph("一、工作") + paragraph(inner), styles=""), file="总结.docx")
    items = [block for block in found.blocks if isinstance(block, Paragraph)]
    assert [(one.number, one.words.text, one.words.place) for one in items] == [
        ("1、", "门岗。", "一、工作，第1段"),
        ("2、", "巡逻。", "一、工作，第1段"),
    ]
    second = items[1].words.span()
    assert second is not None
    assert (second.file, second.line, second.column) == ("总结.docx", 2, 9)


def test_labels_in_bold() -> None:
    (block,) = outline(word_file(paragraph(run("1、") + run("门岗。", "<w:b/>") + run("登记访客3万人次。")))).blocks
    assert isinstance(block, Paragraph)
    assert (block.number, block.label, block.words.text) == ("1、", 3, "门岗。登记访客3万人次。")


def test_every_span_is_found_again_in_the_file() -> None:
    document = Document()
    document.add_paragraph("　　一、工作情况")
    document.add_paragraph().add_run("登记访客").bold = True
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "指标"
    table.cell(0, 1).text = "数值\n说明"
    document.add_paragraph("（一）门岗  ")
    stream = io.BytesIO()
    document.save(stream)
    content = stream.getvalue()
    lines = {number: "".join(piece.text for piece in pieces) for number, _, pieces in paragraphs(Package(content).document)}
    found = outline(content, file="a.docx")
    assert len(list(found.words())) == 6
    for words in found.words():
        span = words.span()
        assert span is not None
        assert span.line == span.end_line
        assert lines[span.line][span.column - 1 : span.end_column - 1] == words.text
