"""A Word file to write a summary in: the department's headings, tables for what is read exactly, hints to be written over."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from propsummary._text import width
from propsummary.catalogue import Area, Profile, department
from propsummary.drafts.forms import hint
from propsummary.drafts.workbook.filling import Filled, fill
from propsummary.drafts.workbook.layout import OVERVIEW, Column, Sheet, form_language, sheets
from propsummary.edits.workbook import starting_summary
from propsummary.model import Summary
from propsummary.periods import PeriodKind
from propsummary.problems import Language
from propsummary.rules.unfilled import BLANK

__all__ = ["new_word_form"]

_NO_DAY = dt.datetime(1980, 1, 1)  # noqa: DTZ001  # files hold it without a zone
_TEXT = 8958  # width of the text in twentieths of a point
_NUMBERS = "一二三四五六七八九"

#: The tables of each part: the list, its columns, and rows that are ready.
_TABLES: Mapping[str, Sequence[tuple[str, str, int]]] = {
    "results": (("metrics", "id kpi value numerator denominator baseline target source", 14),),
    "issues": (
        ("issues", "id statement area root_causes.statement root_causes.dimension metrics", 6),
        ("risks", "id statement likelihood impact response", 3),
    ),
    "countermeasures": (("countermeasures", "id addresses statement owner deadline deliverable verification", 8),),
    "outlook": (
        ("goals", "id kind statement baseline target deadline owner supports", 8),
        ("directions", "id statement years strategy", 3),
        ("follow_ups", "of outcome result reason evidence", 5),
    ),
}
_LETTERS = {"issues": "i", "risks": "r", "countermeasures": "c", "goals": "g", "directions": "d", "metrics": "m"}
_HEAD = ("title", "department", "period", "company", "property", "prepared_on", "author", "reviewer")
_AHEAD = ("innovations",)
_BACKGROUND = ("purpose", "positioning", "text")


def new_word_form(department_name: str, *, language: Language = "zh", period: str = "") -> bytes:
    """
    A Word file to write a department's summary in (DOCX).

    Tables are read field by field, what is written between them as prose; hints in 〔 〕 are left out when it is read.

    Args:
        department_name: The department, by id or by any of its names.

        language: The language of headings, hints and fixed words.

        period: The span to report on; if left out, the file asks for it.

    Raises:
        UnknownNameError: No profile has that name.

        UnreadableValueError: *period* is no period.

        MissingExtraError: The extra ``docx`` is not installed.
    """
    from docx.oxml.parser import parse_xml

    from propsummary.renderers.docx.blank import PAGE
    from propsummary.renderers.docx.markup import NAMESPACES
    from propsummary.renderers.docx.template import open_template
    from propsummary.renderers.office.repack import repacked
    from propsummary.renderers.theme import Theme

    language = form_language(language)
    summary = starting_summary(department_name, language=language, period=period)
    template = open_template(None, Theme(), language)
    profile = department(department_name)
    assert profile is not None
    form = _Form(summary=summary, profile=profile, language=language, styles=template.styles)
    word: Any = template.word
    word.part._element = parse_xml(
        f"<w:document {NAMESPACES}><w:body>{''.join(form.body())}<w:sectPr>{PAGE}</w:sectPr></w:body></w:document>"
    )
    properties = word.core_properties
    properties.title, properties.revision = summary.title[:255], 1
    properties.created = properties.modified = _NO_DAY
    file = io.BytesIO()
    word.save(file)
    return repacked(file.getvalue())


@attrs.frozen(kw_only=True)
class _Form:
    summary: Summary
    profile: Profile
    language: Language
    styles: Mapping[str, str]

    def body(self) -> Iterator[str]:
        rows = fill(self.summary, self.language, first=1)
        yield self._text("Title", self._say(f"{self.profile.zh}工作总结", f"Work summary of the {self.profile.en}"))
        yield self._hint(
            self._say(
                "方括号里的灰字是提示，照着写，写完可删可留，不会算作正文；标着【请填写】的地方都要换成自己的内容。表头不要改，行不够就加，"
                "多余的空行留着没关系。写好后运行：propsummary check 文件名.docx",
                "Grey words in brackets are hints; delete them or leave them, they are never read. Replace every TODO. Keep the "
                "headings of tables; add rows as you need, empty ones do no harm. Then run: propsummary check FILE.docx",
            )
        )
        yield self._lines(rows[OVERVIEW][0], _HEAD)
        whole_year = self.summary.period.kind is PeriodKind.YEAR
        for number, section in enumerate(sorted(self.profile.sections, key=lambda one: one.order)):
            title = section.title(self.language, whole_year=whole_year)
            count = self._say(f"{_NUMBERS[number]}、", f"{number + 1}. ")
            yield self._text("heading 1", title if title.startswith(tuple(_NUMBERS)) else count + title)
            if section.part == "background":
                yield from self._background(rows[OVERVIEW][0])
            if section.part == "results":
                yield from self._achievements()
            for table in _TABLES.get(section.part, ()):
                yield from self._table(*table, rows)
                if table[0] == "directions":
                    yield self._lines(rows[OVERVIEW][0], _AHEAD)

    # Parts

    def _background(self, row: Filled) -> Iterator[str]:
        purpose = self.profile.purpose_en if self.language == "en" else self.profile.purpose_zh
        if purpose:
            yield self._hint(self._say(f"定位可以参考：{purpose}", f"For the positioning: {purpose}"))
        yield self._lines(row, _BACKGROUND)

    def _achievements(self) -> Iterator[str]:
        """A heading for every function, with what a summary usually says about it."""
        wanted = self._say("写做了什么、效果怎样，带上数据。", "Tell what was done and what came of it, with figures. ")
        for number, function in enumerate(self.profile.functions, 1):
            count = self._say(f"（{_NUMBERS[number - 1]}）", f"({number}) ") if number <= len(_NUMBERS) else ""
            yield self._text("heading 2", count + function.name(self.language))
            areas = [area for area in self.profile.areas if area.function == function.id]
            yield self._hint(wanted + self._say("；", "; ").join(prompt for area in areas if (prompt := self._prompt(area))))
            yield self._text("Body Text", BLANK.in_(self.language))

    def _prompt(self, area: Area) -> str:
        hints = self._say("、", ", ").join(area.hints_en if self.language == "en" else area.hints_zh)
        return area.name(self.language) + self._say("：", ": ") + hints if hints else ""

    def _table(self, collection: str, fields: str, ready: int, rows: Mapping[Sheet, Sequence[Filled]]) -> Iterator[str]:
        """A heading, how the columns are filled in, and a table with rows that are ready."""
        sheet = next(one for one in sheets() if one.path[-1] == collection)
        columns = [next(c for c in sheet.columns if ".".join(c.path) == field) for field in fields.split()]
        yield self._text("heading 2", sheet.name(self.language))
        told = [self._told(column) for column in columns[1:]]
        yield self._hint("".join(told) if self.language == "zh" else " ".join(told))
        letter = _LETTERS.get(collection, "")
        filled = [[str(row.get(column, "")) for column in columns] for row in rows[sheet]]
        for number in range(len(filled) + 1, ready + 1):
            filled.append([f"{letter}{number}" if letter else "", *[""] * (len(columns) - 1)])
        yield self._grid([column.name(self.language) for column in columns], [_share(c) for c in columns], filled)

    def _told(self, column: Column) -> str:
        name, note = column.name(self.language), column.note(self.language)
        return note if note.startswith(name) else name + self._say("：", ": ") + note

    # Pieces

    def _say(self, zh: str, en: str) -> str:
        return en if self.language == "en" else zh

    def _text(self, style: str, text: str, properties: str = "") -> str:
        from propsummary.renderers.docx.markup import paragraph, run

        return paragraph(self.styles[style], run(text), properties)

    def _hint(self, text: str) -> str:
        """A hint, on the page of what it is about."""
        return self._text("Note", hint(text), "<w:keepNext/>") if text else ""

    def _lines(self, row: Filled, fields: Sequence[str]) -> str:
        """A table of names and values."""
        columns = [next(c for c in OVERVIEW.columns if c.field == field) for field in fields]
        return self._grid([], [2, 8], [[c.name(self.language), str(row.get(c, ""))] for c in columns])

    def _grid(self, headings: Sequence[str], shares: Sequence[int], rows: Sequence[Sequence[str]]) -> str:
        from propsummary.renderers.docx.markup import cell

        widths = [_TEXT * share // sum(shares) for share in shares]
        columns = "".join(f'<w:gridCol w:w="{across}"/>' for across in widths)
        head = "".join(cell(across, self._text("Table Head", name)) for across, name in zip(widths, headings, strict=False))
        above = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>" if headings else ""
        first = "Table Text" if headings else "Table Head"
        body = "".join(
            '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="400"/></w:trPr>'
            + "".join(
                cell(across, self._text("Table Text" if place else first, text), '<w:vAlign w:val="center"/>')
                for place, (across, text) in enumerate(zip(widths, row, strict=True))
            )
            + "</w:tr>"
            for row in rows
        )
        style, look = self.styles["Report Table"], "0620" if headings else "0600"
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look}" w:firstRow="{int(bool(headings))}" w:lastRow="0" '
            'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{above}{body}</w:tbl>"
        ) + self._text("Spacer", "")


def _share(column: Column) -> int:
    """How much of the width a column takes, against the others."""
    if column.field in ("id", "of"):
        return 5
    if column.prose:
        return 16 if column.field == "statement" else 11
    if column.field in ("kpi", "source"):
        return 12
    return max(7, min(width(column.zh), 10))
