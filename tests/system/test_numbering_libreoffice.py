"""Numbers that Word counts itself: ours against those that LibreOffice prints, in files of python-docx and of LibreOffice."""

from __future__ import annotations

import io
import pathlib
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from propsummary.drafts.outline import Heading, Paragraph, Table
from propsummary.drafts.word import outline

pytestmark = pytest.mark.system

OFFICIAL = ("chineseCountingThousand %1、", "chineseCounting （%2）", "decimal %3.", "decimal （%4）")
LEGAL = ("decimal %1", "decimal %1.%2", "decimal %1.%2.%3")
LETTERS = ("upperRoman %1.", "upperLetter %2.", "lowerLetter %3)", "decimalEnclosedCircle %4")
FORMAL = ("chineseLegalSimplified 第%1部分", "decimalZero %2.", "lowerRoman %3)")

#: Text and level; the levels go down, up by two, and skip one.
STEPS = (
    ("前言", 0), ("成绩", 0), ("设备完好率提高", 1), ("电梯", 2), ("消防泵", 2), ("队伍", 1), ("培训", 2), ("巡更", 3), ("门岗", 3),
    ("问题", 0), ("对讲机老化", 1), ("措施", 0), ("目标", 0), ("到位率", 2), ("展望", 0),
)  # fmt: skip


def with_python_docx(
    levels: Sequence[str], *, styled: bool = False, restarted: bool = False, many: int = 0, plain: bool = False
) -> bytes:
    """A file with one list of those levels, in list paragraphs or in heading styles."""
    document = Document()
    numbering = document.part.numbering_part.element
    for element in list(numbering):
        numbering.remove(element)
    numbering.append(parse_xml(abstract(levels, styled)))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="1"><w:abstractNumId w:val="0"/></w:num>'))
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'))
    steps = [(f"第{nth}项工作", 0) for nth in range(many)] or [(text, min(level, len(levels) - 1)) for text, level in STEPS]
    if styled:
        for level in range(len(levels)):
            properties = document.styles[f"Heading {level + 1}"].element.get_or_add_pPr()
            properties.append(parse_xml(numbered(level, 1)))
    for number in (1, 2) if restarted else (1,):
        for text, level in steps:
            paragraph = document.add_paragraph(text, style=f"Heading {level + 1}" if styled else "List Paragraph")
            if not styled:
                paragraph._p.get_or_add_pPr().append(parse_xml(numbered(level, number)))
            if plain:
                document.add_paragraph("这一段没有编号，编号接着往下数。")
    if plain:
        cell = document.add_table(1, 1).cell(0, 0).paragraphs[0]
        cell.text = "表格里的一项"
        cell._p.get_or_add_pPr().append(parse_xml(numbered(0, 1)))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def abstract(levels: Sequence[str], styled: bool) -> str:
    made = ""
    for nth, level in enumerate(levels):
        format, text = level.split(" ", 1)
        style = f'<w:pStyle w:val="Heading{nth + 1}"/>' if styled else ""
        made += (
            f'<w:lvl w:ilvl="{nth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{style}'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        )
    return f'<w:abstractNum {nsdecls("w")} w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{made}</w:abstractNum>'


def numbered(level: int, number: int) -> str:
    return f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
)


def as_open_document(levels: Sequence[tuple[str, str, str, int]], *, headings: bool = False, restarted: bool = False) -> str:
    """A flat OpenDocument text for LibreOffice to make a Word file of; levels are format, prefix, suffix, and how many show."""
    tag = "text:outline-style" if headings else "text:list-style"
    step = "text:outline-level-style" if headings else "text:list-level-style-number"
    styles = "".join(
        f'<{step} text:level="{nth}" style:num-format="{format}" style:num-prefix="{prefix}" style:num-suffix="{suffix}" '
        f'text:display-levels="{shown}"/>'
        for nth, (format, prefix, suffix, shown) in enumerate(levels, 1)
    )
    steps = [(text, min(level, len(levels) - 1)) for text, level in STEPS]
    if headings:
        body = "".join(f'<text:h text:outline-level="{level + 1}">{text}</text:h><text:p>正文。</text:p>' for text, level in steps)
    else:
        body = "".join(nested(steps, "L")) + ("".join(nested(steps[:4], "L")) if restarted else "")
    return (
        f'{_OPEN}<office:styles><{tag} style:name="L">{styles}</{tag}></office:styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def nested(steps: Sequence[tuple[str, int]], style: str) -> Iterator[str]:
    """One list that goes on through its paragraphs, each at its level."""
    for nth, (text, level) in enumerate(steps):
        inner = "<text:list><text:list-item>" * level + f"<text:p>{text}</text:p>" + "</text:list-item></text:list>" * level
        going_on = ' text:continue-numbering="true"' if nth else ""
        yield f'<text:list text:style-name="{style}"{going_on}><text:list-item>{inner}</text:list-item></text:list>'


PYTHON_DOCX = {
    "official": with_python_docx(OFFICIAL),
    "official_styles": with_python_docx(OFFICIAL, styled=True),
    "legal_styles_between_text": with_python_docx(LEGAL, styled=True, plain=True),
    "letters_restarted": with_python_docx(LETTERS, restarted=True),
    "formal_up_to_thirty": with_python_docx(FORMAL, many=30, plain=True),
}
HAN = "一, 二, 三, ..."
CHINESE = ((HAN, "", "、", 1), (HAN, "（", "）", 1), ("1", "", ".", 1))
LIBREOFFICE = {
    "chinese": as_open_document(CHINESE),
    "chinese_headings": as_open_document(CHINESE, headings=True),
    "legal_headings": as_open_document((("1", "", "", 1), ("1", "", "", 2), ("1", "", "", 3)), headings=True),
    "letters": as_open_document((("A", "", ".", 1), ("i", "", ")", 1), ("a", "(", ")", 1))),
    "restarted": as_open_document(
        (("壹, 贰, 叁, ...", "", "、", 1), ("①, ②, ③, ...", "", "", 1), ("I", "", ".", 1)), restarted=True
    ),
}


def convert(folder: pathlib.Path, kind: str, files: Sequence[pathlib.Path]) -> None:
    profile = (folder / "profile").as_uri()
    office = shutil.which("soffice") or shutil.which("libreoffice") or "soffice"
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=180)


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A folder with each document as Word file and as LibreOffice prints it."""
    folder = tmp_path_factory.mktemp("numbering")
    for name, content in PYTHON_DOCX.items():
        (folder / f"{name}.docx").write_bytes(content)
    for name, text in LIBREOFFICE.items():
        (folder / f"lo_{name}.fodt").write_text(text, encoding="utf-8")
    convert(folder, "docx:MS Word 2007 XML", sorted(folder.glob("*.fodt")))
    convert(folder, "txt:Text (encoded):UTF8", sorted(folder.glob("*.docx")))
    return folder


def printed(content: bytes) -> list[str]:
    """The lines of a Word file as we read them, numbers in front."""
    lines: list[str] = []
    for block in outline(content).blocks:
        match block:
            case Heading() | Paragraph():
                lines.append(block.number + block.words.text)
            case Table():
                lines += [words.text for row in block.rows for cell in row for words in cell.words]
            case _:
                pass
    return ["".join(line.split()) for line in lines]


@pytest.mark.parametrize("name", [*PYTHON_DOCX, *(f"lo_{name}" for name in LIBREOFFICE)])
def test_numbers_are_those_that_libreoffice_prints(converted: pathlib.Path, name: str) -> None:
    theirs: Any = (converted / f"{name}.txt").read_text(encoding="utf-8-sig").splitlines()
    theirs = ["".join(line.split()) for line in theirs]
    ours = printed((converted / f"{name}.docx").read_bytes())
    assert len(ours) >= 15
    assert ours == [line for line in theirs if line]
    assert sum(line not in {text for text, _ in STEPS} for line in ours) >= len(ours) // 2  # there are numbers at all
