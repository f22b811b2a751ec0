"""Charts, as data, and pictures, by their files."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import attrs

from propsummary.document._values import one_line
from propsummary.document.tables import Cell, Column, Table

__all__ = ["ChartBlock", "ChartSeries", "Picture", "PicturePair"]


@attrs.frozen(kw_only=True)
class ChartSeries:
    """
    One line, one colour of bars, or the slices of a pie.

    Attributes:
        values: A number for each category, none where it is missing; for drawing only.

        printed: The same as the department wrote them; these are what a reader is shown.
    """

    name: str = attrs.field(converter=one_line)
    values: tuple[Decimal | None, ...]
    printed: tuple[str, ...]


@attrs.frozen(kw_only=True)
class ChartBlock:
    """
    A chart as data; each renderer draws it in its own way.

    Attributes:
        title: What it shows.

        number: ``图 1``.

        categories: Names along the axis, or of the slices.

        axis: What the categories are: periods, parts, metrics.

        unit: Unit of the values, for the axis; may be empty.

        alt: What the chart says, for those who cannot see it.
    """

    kind: Literal["line", "bar", "pie"]
    title: str = attrs.field(converter=one_line)
    number: str = ""
    categories: tuple[str, ...]
    axis: str
    series: tuple[ChartSeries, ...]
    unit: str = ""
    alt: str = attrs.field(default="", converter=one_line)

    def as_table(self) -> Table:
        """The figures as a table, for formats that draw nothing and beside drawings."""
        columns = (Column(header=self.axis, kind="key"), *(Column(header=s.name, kind="figure") for s in self.series))
        rows = tuple(
            (Cell(name), *(Cell(s.printed[i]) if s.printed[i] else Cell("—", "muted") for s in self.series))
            for i, name in enumerate(self.categories)
        )
        return Table(columns=columns, rows=rows, caption=self.title, number=self.number)


@attrs.frozen(kw_only=True)
class Picture:
    """
    A photo.

    Attributes:
        file: Its path below the draft's folder, slashes forward.

        caption: What it shows.

        number: ``图 2``; empty inside a pair.

        note: The day it was taken, or the like.

        alt: What it shows, for those who cannot see it.

        name: What is printed of *file* where the photo itself cannot be shown; the same unless the file's name says too much.
    """

    file: str = attrs.field(converter=one_line)
    caption: str = attrs.field(default="", converter=one_line)
    number: str = ""
    note: str = attrs.field(default="", converter=one_line)
    alt: str = attrs.field(default="", converter=one_line)
    name: str = attrs.field(default=attrs.Factory(lambda self: self.file, takes_self=True), converter=one_line)


@attrs.frozen(kw_only=True)
class PicturePair:
    """The same place before and after the work, side by side; each picture's `alt` begins with the stage."""

    before: Picture
    after: Picture
    before_label: str
    after_label: str
    caption: str = attrs.field(default="", converter=one_line)
    number: str = ""
