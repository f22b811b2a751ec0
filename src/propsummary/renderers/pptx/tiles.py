"""What stands on a slide beside or below each other: text, charts, photos."""

from __future__ import annotations

from typing import ClassVar, Protocol

import attrs

from propsummary.catalogue import label
from propsummary.document import ChartBlock, Language, Picture, PicturePair, captioned
from propsummary.renderers._pictures import PictureSource
from propsummary.renderers.office.photos import for_print
from propsummary.renderers.pptx import told
from propsummary.renderers.pptx.canvas import Canvas
from propsummary.renderers.pptx.markup import EMU, Span
from propsummary.renderers.pptx.measure import Box, leading, lines
from propsummary.renderers.pptx.text import Passage, divided, draw, height

__all__ = ["CAPTION", "GAP", "Chart", "Pair", "Photo", "Row", "Stack", "Tile"]

GAP = 28  # between tiles, in points
CAPTION = 12  # size of captions
_TITLE = 14  # size of the titles of charts
_LEAST_CHART, _LEAST_PHOTO = 150, 190
_MOST_POINTS = 10  # of a chart that takes half a slide


class Tile(Protocol):
    """
    A part of a slide.

    Attributes:
        grows: Whether it looks better the higher it is.
    """

    grows: ClassVar[bool]

    def least(self, across: int) -> int:
        """How high it is at least, *across* points wide."""
        ...

    def split(self, across: int, down: int) -> tuple[Tile, Tile | None]:
        """What *down* points hold of it, never nothing, and the rest."""
        ...

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Draw it."""
        ...

    def told(self) -> str:
        """What the notes say of it."""
        ...


@attrs.frozen(kw_only=True)
class Row:
    """
    Tiles side by side.

    Attributes:
        shares: How much of the width each takes.

        title: What the slide is called that it stands on, if not like the others of its section.
    """

    tiles: tuple[Tile, ...]
    shares: tuple[int, ...] = (1,)
    title: str = ""

    @property
    def grows(self) -> bool:
        """Whether it looks better the higher it is."""
        return any(tile.grows for tile in self.tiles)

    def widths(self, across: int) -> tuple[int, ...]:
        """How wide each tile is."""
        free = across - GAP * (len(self.shares) - 1)
        return tuple(free * share // sum(self.shares) for share in self.shares)

    def least(self, across: int) -> int:
        """How high it is at least."""
        return max(tile.least(wide) for tile, wide in zip(self.tiles, self.widths(across), strict=False))

    def split(self, across: int, down: int) -> tuple[Row, Row | None]:
        """What *down* points hold of it, and the rest; tiles side by side stay together."""
        if len(self.tiles) > 1 or len(self.shares) > 1:
            return self, None
        first, rest = self.tiles[0].split(across, down)
        return attrs.evolve(self, tiles=(first,)), attrs.evolve(self, tiles=(rest,)) if rest else None

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Draw the tiles."""
        x = box.x
        for tile, wide in zip(self.tiles, self.widths(box.width), strict=False):
            tile.draw(canvas, Box(x, box.y, wide, box.height))
            x += wide + GAP


@attrs.frozen(kw_only=True)
class Stack:
    """
    Passages above each other.

    Attributes:
        wording: The same in full, for the notes.

        ruled: Whether a line stands above them, which sets off topics beside each other.
    """

    grows: ClassVar[bool] = False
    passages: tuple[Passage, ...]
    wording: str = ""
    ruled: bool = False

    def least(self, across: int) -> int:
        """Its height."""
        return height(self.passages, across) + self._edge

    @property
    def _edge(self) -> int:
        return 12 if self.ruled else 0

    def split(self, across: int, down: int) -> tuple[Stack, Stack | None]:
        """Parted between passages, or between lines of one."""
        first, rest = divided(self.passages, across, down - self._edge)
        return attrs.evolve(self, passages=first), attrs.evolve(self, passages=rest, wording="") if rest else None

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Draw it from the top on."""
        if self.ruled:
            canvas.line((box.x, box.y), (box.x + box.width, box.y), "accent", weight=2)
        draw(self.passages, canvas, Box(box.x, box.y + self._edge, box.width, self.least(box.width) - self._edge))

    def told(self) -> str:
        """The full wording."""
        return self.wording


@attrs.frozen(kw_only=True)
class Chart:
    """A native chart under its title."""

    grows: ClassVar[bool] = True
    chart: ChartBlock
    language: Language

    @property
    def is_wide(self) -> bool:
        """Whether it has more to show than half a slide can hold."""
        return len(self.chart.categories) * len(self.chart.series) > _MOST_POINTS

    def least(self, across: int) -> int:
        """Its height at least."""
        return _LEAST_CHART + self._head(across)

    def _title(self) -> str:
        return captioned(self.chart.number, self.chart.title, language=self.language)

    def _head(self, across: int) -> int:
        return min(lines(self._title(), across, _TITLE), 2) * leading(_TITLE) + 6

    def split(self, across: int, down: int) -> tuple[Chart, None]:
        """Charts stay whole."""
        return self, None

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Draw it into all of *box*."""
        head = self._head(box.width)
        canvas.words(self._title(), Box(box.x, box.y, box.width, head - 6), _TITLE, bold=True)
        canvas.chart(self.chart, Box(box.x, box.y + head, box.width, box.height - head))

    def told(self) -> str:
        """Its figures."""
        return told.of_chart(self.chart, self.language)


@attrs.frozen(kw_only=True)
class Photo:
    """
    A photo above its caption, or a frame that says which one is missing.

    Attributes:
        label: What stands before the caption instead of its number.
    """

    grows: ClassVar[bool] = True
    picture: Picture
    source: PictureSource
    language: Language
    label: str = ""

    def least(self, across: int) -> int:
        """Its height at least."""
        return _LEAST_PHOTO + self._foot(across)

    def _caption(self, across: int) -> str:
        """The caption; its note on a line of its own where both do not fit on one."""
        whole = told.of_picture(self.picture, self.language, self.label)
        if not self.picture.note or lines(whole, across, CAPTION) == 1:
            return whole
        return f"{captioned(self.label or self.picture.number, self.picture.caption, language=self.language)}\n{self.picture.note}"

    def _foot(self, across: int) -> int:
        caption = self._caption(across)
        return min(lines(caption, across, CAPTION), 3) * leading(CAPTION) + 6 if caption else 0

    def split(self, across: int, down: int) -> tuple[Photo, None]:
        """Photos stay whole."""
        return self, None

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Draw it as large as *box* lets it be."""
        foot = self._foot(box.width)
        place = Box(box.x, box.y, box.width, box.height - foot)
        found = self.source.load(self.picture.file)
        photo = for_print(found[1], width=place.width * EMU, height=place.height * EMU) if found else None
        if photo is None:
            self._missing(canvas, place)
        else:
            place = attrs.evolve(place, height=min(place.height, photo.height // EMU + 1))
            canvas.photo(photo, place, self.picture.alt or self.picture.caption or self.picture.name)
        if foot:
            below = Box(box.x, place.bottom + 6, box.width, foot - 6)
            canvas.words(self._caption(box.width), below, CAPTION, colour="faint", align="ctr")

    def _missing(self, canvas: Canvas, place: Box) -> None:
        words = f"{label('picture_missing', self.language)} {self.picture.name}"
        content = [canvas.paragraph(Span(words, colour="faint"), size=14, align="ctr")]
        canvas.shape(
            "Missing picture",
            place,
            content,
            ground="tint",
            border="faint",
            dashed=True,
            anchor="ctr",
            inset=8,
            alt=self.picture.alt,
        )

    def told(self) -> str:
        """Its caption."""
        return told.of_picture(self.picture, self.language, self.label)


@attrs.frozen(kw_only=True)
class Pair:
    """The same place before and after, side by side under one caption."""

    grows: ClassVar[bool] = True
    pair: PicturePair
    source: PictureSource
    language: Language

    def _halves(self) -> tuple[Photo, Photo]:
        return self._half(self.pair.before, self.pair.before_label), self._half(self.pair.after, self.pair.after_label)

    def _half(self, picture: Picture, name: str) -> Photo:
        return Photo(picture=picture, label=name, source=self.source, language=self.language)

    def _caption(self) -> str:
        return captioned(self.pair.number, self.pair.caption, language=self.language)

    def least(self, across: int) -> int:
        """Its height at least."""
        return max(half.least(across // 2 - 8) for half in self._halves()) + self._head

    @property
    def _head(self) -> int:
        return leading(_TITLE) + 6 if self._caption() else 0

    def split(self, across: int, down: int) -> tuple[Pair, None]:
        """Pairs stay together."""
        return self, None

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Draw both."""
        if self._head:
            canvas.words(self._caption(), Box(box.x, box.y, box.width, leading(_TITLE)), _TITLE, bold=True)
        below = Box(box.x, box.y + self._head, box.width, box.height - self._head)
        for half, place in zip(self._halves(), below.beside(2, 16), strict=True):
            half.draw(canvas, place)

    def told(self) -> str:
        """The captions."""
        return "\n".join(text for text in (self._caption(), *(half.told() for half in self._halves())) if text)
