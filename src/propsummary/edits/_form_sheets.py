"""The look of the form's sheets: headings that explain themselves, cells to fill in, lists to choose from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from propsummary._text import width
from propsummary.catalogue import Profile, departments, field_doc, kpis, own_kpis
from propsummary.drafts.workbook.examples import EXAMPLE, NOTES, example
from propsummary.drafts.workbook.filling import Filled
from propsummary.drafts.workbook.layout import OVERVIEW, Column, Sheet, sheets
from propsummary.drafts.workbook.package import letters
from propsummary.errors import PropsummaryError
from propsummary.problems import Language
from propsummary.quantities import Quantity
from propsummary.renderers.theme import Theme
from propsummary.renderers.xlsx._book import height
from propsummary.rules.unfilled import BLANK

__all__ = ["FIRST", "FormBook"]

#: The row in which the rows of a sheet begin, counted from 1: below title, headings, explanations and example.
FIRST = 5

_HEADINGS, _NOTES, _EXAMPLE = 1, 2, 3  # rows, counted from 0
_GUTTER: Mapping[Language, float] = {"zh": 5.5, "en": 8}  # width of the column that says what is explanation
_NOTE: Mapping[Language, int] = {"zh": 58, "en": 72}  # characters beside a line of the overview
_READY = 18  # rows that are drawn to be filled in: what one page holds when it is printed
_LAST = 1000  # row to which lists to choose from reach, counted from 1
_LONGEST = 32_767  # characters of a cell
_MESSAGE = 255  # characters of what is shown beside a cell
_SMALL = 9
_ROW = 18  # points of an empty row
_LINE = 20  # points that a row of one line takes at the most
_A3, _A4 = 8, 9
_TOO_WIDE = 190  # characters that A4 cannot show in a readable size
_TOP = 2  # rows of the overview above its lines
_LISTS: Mapping[Language, str] = {"zh": "选项", "en": "Lists"}
_AMBER = {"bg_color": "#FFF2CC", "font_color": "#7F6000"}

_SHORT = ("id", "of", "code")  # fields that hold a few characters
_TERSE = ("title", "name", "deliverable", "verification", "evidence")  # fields that hold a few words

_PROTECTION = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
    "insert_hyperlinks": True,
}


class FormBook:
    """A workbook to fill in, for one department."""

    def __init__(self, workbook: Any, theme: Theme, language: Language, profile: Profile | None) -> None:
        self._workbook = workbook
        self._palette = theme.palette
        self._language: Language = language
        self._lists = _choices(profile, language)
        self._styles: dict[tuple[tuple[str, Any], ...], Any] = {}

    def write(self, rows: Mapping[Sheet, Sequence[Filled]]) -> None:
        """All sheets; those that few need only where there is something in them."""
        self._overview(rows[OVERVIEW][0])
        for number, sheet in enumerate(sheets()):
            if rows[sheet] or not sheet.rare:
                self._sheet(sheet, rows[sheet], further=number >= _MAIN)
        hidden = self._workbook.add_worksheet(_LISTS[self._language])
        for column, words in enumerate(self._lists.values()):
            hidden.write_column(0, column, words)
        hidden.hide()

    # The overview

    def _overview(self, row: Filled) -> None:
        page = self._page(OVERVIEW.name(self._language), self._palette.accent)
        page.set_column(0, 0, 15, self._style(locked=True))
        page.set_column(1, 1, 62, self._style(locked=True))
        page.set_column(2, 2, 52, self._style(locked=True))
        title = "工作总结 · 填写表" if self._language == "zh" else "Work summary: the form"
        page.write_string(0, 0, title, self._style(bold=True, font_size=18, font_color=f"#{self._palette.accent}"))
        page.set_row(0, 34)
        guide = "\n".join(_guide(self._language))
        page.merge_range(1, 0, 1, 2, guide, self._style(font_color=f"#{self._palette.faint}", text_wrap=True, font_size=_SMALL))
        page.set_row(1, height([(guide, 125)], _SMALL) + 8)
        lines = [column for column in OVERVIEW.columns if column in row or not column.further]
        for number, column in enumerate(lines, _TOP):
            last = column is lines[-1]
            label = self._style(bold=True, **self._box, bg_color=f"#{self._palette.tint}", valign="vcenter", indent=1)
            page.write_string(number, 0, self._heading(column), label)
            fixed = {"font_color": f"#{self._palette.faint}", "locked": True} if last else {}
            self._put(page, number, 1, row.get(column, ""), column, **self._box, **fixed, valign="vcenter", indent=1)
            note = column.note(self._language)
            page.write_string(number, 2, note, self._style(**self._faint, valign="vcenter", indent=1))
            text = str(row.get(column, ""))
            page.set_row(
                number, max(24 if column.prose and column.many else 21, height([(text, 60), (note, _NOTE[self._language])]) + 4)
            )
            self._choose(page, column, number, number, 1)
        self._mark_blanks(page, _TOP, _TOP + len(lines), 1, 1)
        page.freeze_panes(_TOP, 0)

    # Sheets of rows

    def _sheet(self, sheet: Sheet, rows: Sequence[Filled], *, further: bool) -> None:
        language, palette = self._language, self._palette
        page = self._page(sheet.name(language), palette.rule if further else palette.accent)
        faint = self._style(**self._faint)
        large = self._style(bold=True, font_size=15, font_color=f"#{palette.accent}")
        page.write_rich_string(
            0, 0, large, sheet.name(language), faint, f"   {_about(sheet, language)}", self._style(valign="vcenter")
        )
        page.set_row(0, 28)
        page.set_column(0, 0, _GUTTER[language], self._style(locked=False, **self._faint))
        widths = [_width(column, language) for column in sheet.columns]
        for place, (column, across) in enumerate(zip(sheet.columns, widths, strict=True), 1):
            page.set_column(place, place, across, self._cell_style(column))
            self._choose(page, column, FIRST - 1, _LAST - 1, place)
        self._head(page, sheet, widths)
        ready = max(_READY, len(rows) + 5)
        for number in range(ready):
            row = rows[number] if number < len(rows) else {}
            for place, column in enumerate(sheet.columns, 1):
                self._put(page, FIRST - 1 + number, place, row.get(column, ""), column, **self._box)
            needed = height((str(row.get(column, "")), int(across)) for column, across in zip(sheet.columns, widths, strict=True))
            if needed > _LINE:  # not every program finds that out by itself, and where it is told rows do not grow any more
                page.set_row(FIRST - 1 + number, needed)
        self._mark_blanks(page, FIRST - 1, _LAST - 1, 1, len(sheet.columns))
        page.ignore_errors({"number_stored_as_text": f"A1:{letters(len(sheet.columns) + 1)}{_LAST}"})
        page.freeze_panes(FIRST - 1, 2)
        page.repeat_rows(_HEADINGS)
        if sum(widths) > _TOO_WIDE:
            page.set_paper(_A3)

    def _head(self, page: Any, sheet: Sheet, widths: Sequence[float]) -> None:
        """Headings, what is written below each, and the example."""
        language, palette = self._language, self._palette
        strong = {"bold": True, "valign": "vcenter", **self._box}
        heading = self._style(bg_color=f"#{palette.accent}", font_color="#FFFFFF", **strong)
        further = self._style(bg_color=f"#{palette.tint}", font_color=f"#{palette.accent}", **strong)
        explained = self._style(**self._faint, **self._box, bg_color=f"#{palette.tint}", text_wrap=True)
        shown = self._style(**self._faint, **self._box, italic=True, text_wrap=True)
        told = example(sheet, language)
        for place, column in enumerate(sheet.columns, 1):
            page.write_string(_HEADINGS, place, self._heading(column), further if column.further else heading)
            page.write_string(_NOTES, place, column.note(language), explained)
            page.write_string(_EXAMPLE, place, told.get(column, ""), shown)
        page.write_blank(_HEADINGS, 0, None, heading)
        page.write_string(_NOTES, 0, NOTES[language], explained)
        page.write_string(_EXAMPLE, 0, EXAMPLE[language], shown)
        page.set_row(_HEADINGS, 22)
        rooms = [int(across * 10 / _SMALL) for across in widths]
        page.set_row(_NOTES, height(zip((c.note(language) for c in sheet.columns), rooms, strict=True), _SMALL) + 2)
        page.set_row(_EXAMPLE, height(zip((told.get(c, "") for c in sheet.columns), rooms, strict=True), _SMALL) + 2)

    # Cells

    def _put(self, page: Any, row: int, place: int, value: str | dt.date, column: Column, **properties: Any) -> None:
        if isinstance(value, dt.date):
            page.write_datetime(row, place, value, self._cell_style(column, **properties, num_format="yyyy-mm-dd"))
        elif value and column.is_whole and value.isdecimal() and len(value) <= 15:
            page.write_number(row, place, int(value), self._cell_style(column, **properties))
        elif value:
            if len(value) > _LONGEST:
                name = column.name(self._language)
                raise PropsummaryError(
                    f"{name} has {len(value)} characters; a cell holds {_LONGEST}",
                    f"“{name}”有{len(value)}个字，Excel一格最多{_LONGEST}个",
                )
            page.write_string(row, place, value, self._cell_style(column, **properties))
        else:
            page.write_blank(row, place, None, self._cell_style(column, **properties))

    def _cell_style(self, column: Column, **properties: Any) -> Any:
        """The format of a cell to fill in: what is typed there stays as it is typed, but for days."""
        form = "yyyy-mm-dd" if column.is_date else "0" if column.is_whole else "@"
        align = {"align": "right"} if column.type is Quantity else {"align": "left"} if column.is_date or column.is_whole else {}
        return self._style(**{"locked": False, "num_format": form, "text_wrap": True, **align, **properties})

    def _choose(self, page: Any, column: Column, first: int, last: int, place: int) -> None:
        """Let cells be chosen from a list, and say beside them how they are filled in."""
        said = {"input_title": column.name(self._language)[:32], "input_message": column.note(self._language)[:_MESSAGE]}
        source, strict = self._source(column)
        if column.is_date:
            rule = {"validate": "date", "criteria": ">", "value": dt.date(1990, 1, 1), "error_type": "warning", **said}
            if self._language == "zh":
                rule |= {"error_title": "不是日期", "error_message": "请写成 2025-06-30 这样的日期。"}
            page.data_validation(first, place, last, place, rule)
        elif source:
            page.data_validation(first, place, last, place, {"validate": "list", "source": source, "show_error": strict, **said})

    def _source(self, column: Column) -> tuple[str | list[str], bool]:
        """What the cells of *column* are chosen from, and whether nothing else can stand there."""
        if column.words and not column.many:
            return [word.zh if self._language == "zh" else str(word.value) for word in column.words], True
        if column.field in self._lists and not column.many:
            number = list(self._lists).index(column.field)
            letter = letters(number + 1)
            return f"='{_LISTS[self._language]}'!${letter}$1:${letter}${len(self._lists[column.field])}", False
        wanted = "metrics" if column.path == ("metric",) else column.refs[0] if column.refs else ""
        target = next((sheet for sheet in sheets() if sheet.path[-1] == wanted), None)
        if target is None:
            return "", False
        letter = letters(1 + next(place for place, other in enumerate(target.columns, 1) if other.field == "id"))
        return f"='{target.name(self._language)}'!${letter}${FIRST}:${letter}${_LAST}", False

    def _mark_blanks(self, page: Any, top: int, bottom: int, left: int, right: int) -> None:
        """Let what still has to be written catch the eye."""
        style = self._workbook.add_format(_AMBER)
        rule = {"type": "text", "criteria": "containing", "value": BLANK.in_(self._language), "format": style}
        page.conditional_format(top, left, bottom, right, rule)

    # Looks

    def _page(self, name: str, colour: str) -> Any:
        page = self._workbook.add_worksheet(name)
        page.set_tab_color(f"#{colour}")
        page.hide_gridlines(2)
        page.set_default_row(_ROW)
        page.set_landscape()
        page.set_paper(_A4)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.set_footer("&C&A · &P / &N")
        page.protect("", _PROTECTION)
        return page

    def _heading(self, column: Column) -> str:
        return column.name(self._language) + ("*" if column.required else "")

    @property
    def _box(self) -> dict[str, Any]:
        return {"border": 1, "border_color": f"#{self._palette.rule}"}

    @property
    def _faint(self) -> dict[str, Any]:
        return {"font_color": f"#{self._palette.faint}", "font_size": _SMALL}

    def _style(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._styles:
            self._styles[key] = self._workbook.add_format({"valign": "top", **properties})
        return self._styles[key]


_MAIN = 8  # sheets behind the overview that every summary needs


def _about(sheet: Sheet, language: Language) -> str:
    """What the rows of *sheet* are."""
    if sheet.nested:
        more = (
            "同一问题还有别的原因，就在下一行只填原因。",
            "For another cause of an issue fill in nothing but the cause in the next row.",
        )
        return field_doc("Summary", sheet.path[0], language) + more[language == "en"]
    if sheet.parent:
        return field_doc("Metric", sheet.path[0], language)
    return field_doc("Summary", sheet.path[0], language)


def _guide(language: Language) -> tuple[str, ...]:
    if language == "en":
        return (
            "White cells are for you; grey words explain. Headings with * must be filled in, the amber cells as well.",
            "Rows marked “Example” are not read. Write figures as reported (98.6%); “/” stands for nothing.",
            "When you are done: propsummary check FILE.xlsx",
        )
    return (
        "白格填写，灰字是说明；标题带*的必填，黄格要换成自己的内容，用不上的行删掉。",
        "标着“示例”的行不会读进去；数值照报表原样写（98.6%），没有的写“/”或空着。",
        "填好后运行：propsummary check 文件名.xlsx",
    )


def _choices(profile: Profile | None, language: Language) -> Mapping[str, Sequence[str]]:
    """Lists to choose from that are too long for a cell, by the fields that they are for."""
    fitting = [
        kpi for kpi in (*kpis().values(), *own_kpis()) if profile is None or profile.id in kpi.departments or not kpi.departments
    ]
    lists = {
        "department": [known.name(language) for known in departments()],
        "kpi": [kpi.name(language) for kpi in fitting],
    }
    if profile is not None:
        lists["area"] = [area.name(language) for area in profile.areas]
    return {field: words for field, words in lists.items() if words}


def _width(column: Column, language: Language) -> float:
    """How wide a column is, in characters of its type."""
    return max(_content_width(column), width(column.name(language)) + 3)


def _content_width(column: Column) -> float:
    if column.field in _SHORT:
        return 9
    if column.prose:
        return 22 if column.field in _TERSE else 36
    if column.field in ("kpi", "source", "file"):
        return 20
    return 14 if column.many else 13
