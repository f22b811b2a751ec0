"""A summary's tree while it grows out of the cells of a form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from propsummary.drafts.workbook.layout import Column
from propsummary.drafts.workbook.tables import Item, Piece, value_of
from propsummary.problems import Path, Span
from propsummary.serde._source import Extent, KnownPlaces, Lines, Tree

__all__ = ["Growing"]


class Growing(Lines):
    """
    The tree so far, and where its parts stand; extents are positions among the spans of cells.

    Attributes:
        root: The summary, by English names.

        values, keys: The places of what is in it, and of what is said of it twice or not known at all.

        doubled: What is said twice, with the later place.
    """

    def __init__(self, file: str) -> None:
        super().__init__("", file)
        self.file = file
        self.root: dict[str, Any] = {}
        self.values: dict[Path, Extent] = {}
        self.keys: dict[Path, Extent] = {}
        self.doubled: list[tuple[Path, Extent]] = []
        self._spans: list[Span] = []

    def span(self, extent: Extent) -> Span:
        """The span of a cell."""
        return self._spans[extent[0]]

    def at(self, span: Span) -> Extent:
        """What stands for *span*."""
        self._spans.append(span)
        return len(self._spans) - 1, len(self._spans)

    def line(self, column: Column, piece: Piece) -> None:
        """A line of the overview; its place is known even where nothing is filled in."""
        value, at = value_of(column, piece), self.at(piece.span)
        for depth in range(1, len(column.path)):
            self.values.setdefault(column.path[:depth], at)
        if value is None:
            self.values.setdefault(column.path, at)
            return
        target = self._around(column.path)
        if column.path[-1] in target:
            self.doubled.append((column.path, at))
            self.keys.setdefault(column.path, self.values[column.path])
            return
        target[column.path[-1]] = value
        self.values[column.path] = at
        if isinstance(value, list):
            self.values.update({(*column.path, index): at for index in range(len(value))})

    def add(self, path: tuple[str, ...], items: Sequence[Item]) -> None:
        """Objects of the list at *path*, behind those that are there."""
        if not items:
            return
        for depth in range(1, len(path) + 1):
            self.values.setdefault(path[:depth], self.at(items[0].places[()]))
        members = self._around(path).setdefault(path[-1], [])
        for item in items:
            self.keep(item, (*path, len(members)))
            members.append(item.values)

    def keep(self, item: Item, here: Path) -> None:
        """The places of *item*, which stands at *here*."""
        self.values.update({(*here, *path): self.at(span) for path, span in item.places.items()})

    def grown(self) -> Tree:
        """The whole."""
        places = KnownPlaces(self.values, self.keys)
        return Tree(root=self.root, doubled=tuple(self.doubled), locate=lambda: places)

    def _around(self, path: tuple[str, ...]) -> dict[str, Any]:
        """The mapping that the last step of *path* is in."""
        target = self.root
        for step in path[:-1]:
            target = target.setdefault(step, {})
        return target
