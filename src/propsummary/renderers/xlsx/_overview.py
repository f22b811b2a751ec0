"""The first sheet: what the workbook is about, its key figures, and how far the tasks have come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from propsummary.catalogue import label
from propsummary.document import Highlights
from propsummary.model import Status
from propsummary.renderers._tasks import CLOSED, status_word
from propsummary.renderers.xlsx._book import BODY, Book, Formula, Value, height
from propsummary.renderers.xlsx._grid import Grid
from propsummary.renderers.xlsx._tracker import ADDED, SOON

__all__ = ["Overview"]

_WIDTHS = (28, 22, 28, 32, 22, 12)


class Overview:
    """The sheet while it is filled from the top; it is made before the others, and filled after them."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._sheet: Any = book.sheet(label("overview", book.document.language))
        self._row = 0
        self._sheet.hide_gridlines(2)
        self._sheet.fit_to_pages(1, 1)
        for column, size in enumerate(_WIDTHS):
            self._sheet.set_column(column, column, size)

    def fill(self, grids: Iterable[Grid]) -> None:
        """Title, cover, key figures, and counts of the tasks in *grids*."""
        document, palette = self._book.document, self._book.theme.palette
        if document.watermark:
            self._line(document.watermark, bold=True, **self._book.toned("bad"))
        self._line(document.title, bold=True, font_size=18, font_color=f"#{palette.accent}")
        self._line(document.subtitle, font_color=f"#{palette.faint}")
        for pair in document.cover:
            self._cells(*pair)
        for block in document.blocks:
            if isinstance(block, Highlights):
                self._heading(label("key_figures", document.language))
                for one in block.figures:
                    said = (one.label, one.value, one.baseline, one.change, one.target, one.verdict)
                    self._cells(*said, last=self._book.toned(one.tone))
        self._tasks(tuple(grids))

    def _tasks(self, grids: tuple[Grid, ...]) -> None:
        """How far measures and goals have come, side by side."""
        if not grids:
            return
        language = self._book.document.language
        self._heading(label("progress", language))
        self._cells("", *(grid.name for grid in grids))
        for one in Status:
            word = status_word(one.value, language)
            self._cells(word, *(_having(grid, word) for grid in grids))
        self._cells(label("not_stated", language), *map(_without, grids))
        pending = "".join(f'*({{status}}<>"{status_word(closed, language)}")' for closed in CLOSED)
        late, soon = "({due}<TODAY())", f"({{due}}>=TODAY())*({{due}}<=TODAY()+{SOON})"
        for key, condition in (("overdue", late), ("due_soon", soon)):
            sums = (f"=SUMPRODUCT(ISNUMBER({{due}})*{condition}{pending})".format_map(_wholes(grid)) for grid in grids)
            self._cells(label(key, language), *map(Formula, sums))

    def _heading(self, text: str) -> None:
        self._row += 1
        self._line(text, bold=True, font_size=13, font_color=f"#{self._book.theme.palette.accent}")

    def _line(self, text: str, **properties: Any) -> None:
        """A line that runs over all columns."""
        if text:
            self._sheet.merge_range(self._row, 0, self._row, len(_WIDTHS) - 1, "")
            self._book.put(self._sheet, self._row, 0, text, **properties)
            size = properties.get("font_size", BODY)
            self._sheet.set_row(self._row, height([(text, sum(_WIDTHS) * BODY // size)], size))
            self._row += 1

    def _cells(self, *values: Value, last: dict[str, Any] | None = None) -> None:
        for column, value in enumerate(values):
            how = {"bold": True} if column == 0 else last or {} if column == len(_WIDTHS) - 1 else {}
            self._book.put(self._sheet, self._row, column, value, align="left", **how)
        texts = ((value, room) for value, room in zip(values, _WIDTHS, strict=False) if isinstance(value, str))
        self._sheet.set_row(self._row, height(texts))
        self._row += 1


def _without(grid: Grid) -> Formula:
    """How many tasks have no status: those that nobody has begun to follow."""
    held = next(field.values for field in grid.fields if field.key == "status")
    return Formula('=SUMPRODUCT(({statement}<>"")*({status}=""))'.format_map(_wholes(grid)), sum(not value for value in held))


def _wholes(grid: Grid) -> dict[str, str]:
    """The columns that are counted, with the rows that may still be filled in."""
    return {key: grid.whole(key, last=grid.rows + ADDED) for key in ("statement", "status", "due")}


def _having(grid: Grid, word: str) -> Formula:
    """How many tasks have the status *word*."""
    held = next(field.values for field in grid.fields if field.key == "status")
    return Formula(f'=COUNTIF({_wholes(grid)["status"]},"{word}")', sum(value == word for value in held))
