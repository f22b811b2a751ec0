"""XLSX: a workbook to follow the work with, and the report beside it."""

from __future__ import annotations

import datetime
import io
from typing import Any, ClassVar

import attrs

from propsummary.document import Document
from propsummary.errors import MissingExtraError
from propsummary.renderers.theme import Theme

__all__ = ["XlsxRenderer"]

_CREATED = datetime.date(1980, 1, 1)  # a document that was made by hand


@attrs.frozen(kw_only=True)
class XlsxRenderer:
    """
    Render to an Excel workbook: overview, metrics and their data, charts, issues, measures, goals, the full report.

    Figures are numbers that are shown as they were printed; what is a range or words is text, and text is never a formula.
    Measures and goals have their status to choose from a list and count the days to their deadline; what is late is red. Photos
    stand in it by name.

    Attributes:
        theme: Typeface and colours.

        full_text: Whether the whole report is on the last sheet.
    """

    suffix: ClassVar[str] = ".xlsx"
    media_type: ClassVar[str] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    theme: Theme = attrs.field(factory=Theme)
    full_text: bool = True

    def render(self, document: Document, /) -> bytes:
        """
        The document as the content of a file.

        Raises:
            MissingExtraError: The extra ``xlsx`` is not installed.
        """
        from propsummary.renderers.office.repack import repacked
        from propsummary.renderers.xlsx import _tracker
        from propsummary.renderers.xlsx._book import Book
        from propsummary.renderers.xlsx._charts import charts
        from propsummary.renderers.xlsx._full_text import FullText
        from propsummary.renderers.xlsx._overview import Overview

        out = io.BytesIO()
        workbook = self._workbook(out, document)
        book = Book(workbook, document, self.theme)
        overview = Overview(book)
        _tracker.metrics(book)
        _tracker.data(book)
        charts(book)
        _tracker.issues(book)
        overview.fill([grid for grid in (_tracker.measures(book), _tracker.goals(book)) if grid])
        if self.full_text:
            FullText(book).fill()
        workbook.close()
        return repacked(out.getvalue())

    def _workbook(self, out: io.BytesIO, document: Document) -> Any:
        """An empty workbook that tells what it is; its day is the document's, so that the same document gives the same bytes."""
        try:
            import xlsxwriter  # type: ignore[import-untyped]
        except ImportError as error:
            raise MissingExtraError("an Excel workbook", "xlsx") from error
        typeface = self.theme.display
        font = {"font_name": typeface.asian if document.language != "en" else typeface.latin, "font_size": 10}
        safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        workbook = xlsxwriter.Workbook(out, {"in_memory": True, "default_format_properties": font, **safe})
        workbook.set_properties(
            {
                "title": document.title,
                "subject": " · ".join(part for part in (document.department, document.period) if part),
                "author": document.author,
                "company": document.organization,
                "status": document.watermark,
                "created": datetime.datetime.combine(document.tracker.day or _CREATED, datetime.time()),
            }
        )
        return workbook
