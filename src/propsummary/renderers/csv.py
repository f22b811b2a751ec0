"""Tasks as CSV: measures and goals to import into task systems, or to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from typing import ClassVar

import attrs

from propsummary.document import Document, TrackedMeasure
from propsummary.renderers._tasks import facts, tasks

__all__ = ["CsvRenderer"]

# What makes a spreadsheet take text for a formula, full-width signs included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?%?")


@attrs.frozen(kw_only=True)
class CsvRenderer:
    """
    Render the measures and goals to CSV (RFC 4180): a row each, dates as ``2026-03-31``, everything else as written.

    In UTF-8 with the mark at its beginning without which Excel would not know the encoding. A cell that a spreadsheet would take
    for a formula begins with an apostrophe.

    Attributes:
        separator: What stands between cells.
    """

    suffix: ClassVar[str] = ".tasks.csv"  # records may be a .csv of the same name
    media_type: ClassVar[str] = "text/csv; charset=utf-8"

    separator: str = ","

    def render(self, document: Document, /) -> bytes:
        out = io.StringIO()
        writer = csv.writer(out, delimiter=self.separator, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
        empty = TrackedMeasure(id="", statement="")
        writer.writerow(name for name, _ in facts(empty, document.language))
        for task in tasks(document):
            writer.writerow(_safe(value) for _, value in facts(task, document.language))
        return out.getvalue().encode("utf-8-sig")


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text
