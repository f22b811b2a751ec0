"""redact for Word files and workbooks: words masked in their runs and cells, everything else as it was."""

from __future__ import annotations

import io
import pathlib
import zipfile

import pytest
from docx import Document
from openpyxl import load_workbook

from located_photos import png
from propsummary import cli, loads
from propsummary.edits.workbook import to_workbook
from propsummary.quantities import find_figures


def _word(path: pathlib.Path) -> None:
    """A summary in which names and numbers are cut by formats."""
    document = Document()
    document.add_paragraph("客服部2025年度工作总结")
    document.add_paragraph("一、工作成绩")
    paragraph = document.add_paragraph()
    for words, bold in (("业主王", None), ("建平", True), ("（6栋12", None), ("03）来电139", None), ("00000000投诉3次", True)):
        paragraph.add_run(words).bold = bold
    document.add_table(1, 1).cell(0, 0).text = "住户李国强 13900000001"
    document.sections[0].header.paragraphs[0].text = "业主王建平专报"
    document.core_properties.title = "王建平的投诉"
    document.save(str(path))


def test_word(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Body, tables, headers and properties; formats and figures stay, and there is nothing to do a second time."""
    draft, out, again = (tmp_path / name for name in ("a.docx", "b.docx", "c.docx"))
    _word(draft)
    assert cli.main(["redact", str(draft), "-o", str(out)]) == 0
    assert "2 个人改用代称" in capsys.readouterr().err
    masked = Document(str(out))
    runs = [(run.text, run.bold) for run in masked.paragraphs[2].runs]
    assert runs == [("A业主", None), ("", True), ("（6栋某室", None), ("）来电139******00", None), ("投诉3次", True)]
    assert masked.tables[0].cell(0, 0).text == "B住户 139******01"
    assert masked.sections[0].header.paragraphs[0].text == "A业主专报"
    assert masked.core_properties.title == "A住户的投诉"
    assert "王建平".encode() not in _unpacked(out.read_bytes())
    assert cli.main(["redact", str(out), "-o", str(again)]) == 0
    assert _unpacked(again.read_bytes()) == _unpacked(out.read_bytes())


def test_tables_in_word(tmp_path: pathlib.Path) -> None:
    """Names and flats below their headings, also behind a title row and merged cells; lists of the staff stay."""
    document = Document()
    document.add_paragraph("客服部2025年度工作总结")
    residents = [("回访台账",) * 3, ("姓名", "房号", "件数"), ("王建平", "6-1203", "3件"), ("李梅", "1204", "2件")]
    staff = [("姓名", "岗位", "房号"), ("周明", "监控岗", "3件")]
    for rows in (residents, staff):
        table = document.add_table(len(rows), 3)
        for row, words in zip(table.rows, rows, strict=True):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word
    title = document.tables[0].rows[0].cells
    title[1].text = title[2].text = ""
    title[0].merge(title[2])
    draft, out = tmp_path / "a.docx", tmp_path / "b.docx"
    document.save(str(draft))
    assert cli.main(["redact", str(draft), "-o", str(out)]) == 0
    masked = [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(str(out)).tables]
    assert masked[0][1:] == [["姓名", "房号", "件数"], ["A住户", "某室", "3件"], ["B住户", "某室", "2件"]]
    assert masked[1] == [["姓名", "岗位", "房号"], ["周明", "监控岗", "3件"]]


def test_what_nobody_looked_into(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pictures are spoken of where there are any."""
    draft, out = tmp_path / "a.docx", tmp_path / "b.docx"
    _word(draft)
    assert cli.main(["redact", str(draft), "-o", str(out)]) == 0
    assert "图片" not in capsys.readouterr().err
    document = Document(str(draft))
    document.add_picture(io.BytesIO(png()))
    document.save(str(draft))
    assert cli.main(["redact", str(draft), "-o", str(out), "--force"]) == 0
    assert "图片和嵌入的文件（1 个）" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["b.yaml", "b.xlsx", "b.pdf", "b.txt"])
def test_a_package_stays_one(name: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No Word package is written under the name of something else."""
    draft, out = tmp_path / "a.docx", tmp_path / name
    _word(draft)
    assert cli.main(["redact", str(draft), "-o", str(out)]) == 2
    assert ".docx" in capsys.readouterr().err
    assert not out.exists()


def test_workbook(tmp_path: pathlib.Path) -> None:
    """Cells of words, and numbers that are phones; the other cells keep their numbers."""
    text = "部门: 客服部\n期间: 2025\n成绩:\n  - {编号: a1, 标题: 回访, 说明: 业主王建平来电139 0000 0000共3次。}\n"
    summary = loads(text).summary
    assert summary is not None
    draft, out = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    draft.write_bytes(to_workbook(summary))
    book = load_workbook(draft)
    book["成绩"]["H5"] = 13900000001
    book["成绩"]["I5"] = 98.6
    book.save(draft)
    assert cli.main(["redact", str(draft), "-o", str(out)]) == 0
    before, after = (_cells(path) for path in (draft, out))
    changed = {words: after[place] for place, words in before.items() if words != after[place]}
    assert changed == {"业主王建平来电139 0000 0000共3次。": "A业主来电139********00共3次。", 13900000001: "139******01"}
    told = [[one.text for one in find_figures(str(words))] for words in changed.values()]
    assert told == [["3次"], []]


def _cells(path: pathlib.Path) -> dict[tuple[str, str], object]:
    book = load_workbook(path)
    return {(page.title, cell.coordinate): cell.value for page in book for row in page for cell in row if cell.value is not None}


def test_what_is_no_office_file(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Broken files are refused, and so are copies without a name; nobody speaks of keys."""
    draft, broken, out = (tmp_path / name for name in ("a.docx", "b.docx", "c.docx"))
    _word(draft)
    assert cli.main(["redact", str(draft)]) == 2
    assert "-o" in capsys.readouterr().err
    broken.write_bytes(draft.read_bytes()[:600])
    assert cli.main(["redact", str(broken), "-o", str(out)]) in (1, 2)
    said = capsys.readouterr()
    assert "键名" not in said.err + said.out
    assert not out.exists()


def _unpacked(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"".join(map(package.read, package.namelist()))
