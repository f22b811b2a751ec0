"""What a reader of a workbook sees."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from propsummary.extract import Piece, extract
from propsummary.gating import Fate, gate


def _read(fill: Callable[[Any], None]) -> tuple[Piece, ...]:
    """What is read of a workbook whose first sheet, called 指标, *fill* has filled."""
    return extract(_book(fill), "xlsx")


def _book(fill: Callable[[Any], None]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "指标"
    fill(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("value, form, shown", [
    (0.986, "0.0%", "98.6%"),
    (12345, "#,##0", "12,345"),
    (24.1, '0.0"万度"', "24.1万度"),
    (98.5, '"≥"0.0', "≥98.5"),
    (29, "General", "29"),
])  # fmt: skip
def test_a_number_is_read_as_it_is_shown(value: float, form: str, shown: str) -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["名称", "本期"])
        sheet.append(["某项", value])
        sheet["B2"].number_format = form

    *_, last = _read(fill)
    assert (last.text, last.context) == (shown, "某项·本期")
    assert last.place is not None
    assert last.place.zh == "指标!B2"


def test_another_format_is_another_wording() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["名称", "本期"])
        sheet.append(["巡更到位率", 0.986])
        sheet["B2"].number_format = "0.0%"

    (entry,) = gate("巡更到位率98.60%", _book(fill)).entries
    assert entry.fate is Fate.REWORDED


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_are_left_out(state: str) -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["投诉29件"])
        other = sheet.parent.create_sheet("底稿")
        other.append(["培训24次"])
        other.sheet_state = state

    assert [piece.text for piece in _read(fill)] == ["投诉29件"]


def test_merged_cells_are_read_once() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["到位率与到岗率", None, None])
        sheet.merge_cells("A1:C1")
        sheet.append(["名称", "季度", "本期"])
        sheet.append(["到位率", "一", "98.6%"])
        sheet.append([None, "二", "97.1%"])
        sheet.merge_cells("A3:A4")

    pieces = _read(fill)
    assert [piece.text for piece in pieces].count("到位率与到岗率") == 1
    assert [piece.text for piece in pieces].count("到位率") == 1
    assert pieces[-1].context == "到位率·本期"


@pytest.mark.parametrize("cached", [53, ""], ids=["with a result", "without"])
def test_what_the_workbook_calculates_is_left_out(cached: object) -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("指标")
        for row, cells in enumerate((["名称", "本期"], ["投诉", 29], ["培训", 24])):
            sheet.write_row(row, 0, cells)
        sheet.write(3, 0, "合计")
        sheet.write_formula(3, 1, "=B2+B3", None, cached)  # type: ignore[arg-type]
    assert [piece.text for piece in extract(stream.getvalue(), "xlsx")] == ["名称", "本期", "投诉", "29", "培训", "24"]


def test_dates_are_no_figures() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["巡查日期"])
        sheet.append([dt.date(2025, 12, 31)])
        sheet.append([dt.datetime.combine(dt.date(2025, 12, 31), dt.time(8, 30))])

    assert gate("", _book(fill)).entries == ()


def test_a_sheet_may_say_that_it_has_a_million_rows() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"], sheet["A1048576"], sheet["XFD1048576"] = "投诉29件", "培训24次", "演练4次"

    assert [piece.text for piece in _read(fill)] == ["投诉29件", "培训24次", "演练4次"]
