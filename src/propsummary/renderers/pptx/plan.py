"""From sections to slides: what stands beside what, in how large a type, and what goes on a further slide."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TypeVar, assert_never

import attrs

from propsummary.catalogue import label
from propsummary.document import (
    Block,
    CauseMap,
    Chain,
    ChartBlock,
    Gauges,
    Heading,
    Highlights,
    ItemList,
    KeyValues,
    Language,
    Paragraph,
    Picture,
    PicturePair,
    Table,
    Timeline,
)
from propsummary.renderers._pictures import PictureSource
from propsummary.renderers.pptx import told
from propsummary.renderers.pptx.causes import Fishbone
from propsummary.renderers.pptx.diagrams import Calendar, Ways
from propsummary.renderers.pptx.front import Cards
from propsummary.renderers.pptx.measure import Box
from propsummary.renderers.pptx.outline import Group, Topic
from propsummary.renderers.pptx.tables import Grid, grid, is_small
from propsummary.renderers.pptx.text import headed
from propsummary.renderers.pptx.tiles import GAP, Chart, Pair, Photo, Row, Stack

__all__ = ["Planner", "paged"]

_SIZES = ((16, 16), (16, 12), (14, 12))  # of words, and of tables at most; tables give way before words
_ALONE = (20, 18, 16, 14)
_MOST_BESIDE = 3
_WHOLE = Fraction(1)
_T = TypeVar("_T")


@attrs.frozen(kw_only=True)
class Planner:
    """
    Lays groups out as rows of tiles.

    Attributes:
        body: Where content goes on a slide.

        source: Where photos are looked for.
    """

    body: Box
    source: PictureSource
    language: Language

    def pages(self, group: Group) -> list[tuple[Row, ...]]:
        """What stands under one title, slide by slide: as few slides as readable type allows, then the largest type."""
        alone = len(group.topics) == 1 and len(group.topics[0].text) == len(group.topics[0].blocks) and not group.charts
        sizes = [(size, size) for size in _ALONE] if alone else _SIZES
        ways = [paged(_Layout(self, group, *pair).rows(), self.body) for pair in sizes]
        return min(ways, key=len)

    def fits(self, row: Row) -> bool:
        """Whether a slide holds *row*."""
        return row.least(self.body.width) <= self.body.height


class _Layout:
    """Lays out one group in type of two sizes; what can stand beside others waits until it is known how much there is of it."""

    def __init__(self, planner: Planner, group: Group, size: int, tables: int) -> None:
        self._planner = planner
        self._group = group
        self._size = size
        self._largest = tables
        self._topics: list[Topic] = []
        self._tiles: list[Chart | Grid] = []
        self._charts = list(group.charts)
        self._maps: list[Fishbone] = []

    def rows(self) -> Iterator[Row]:
        """All rows, from above to below."""
        for topic in self._group.topics:
            heading = topic.heading
            for kind, some in itertools.groupby(topic.blocks, _kind):
                blocks = tuple(some)
                yield from self._run(kind, heading, blocks)
                heading = heading if kind in ("causes", "none") else ""
            if heading:
                yield from self._run("text", heading, ())
        yield from self._with_causes()
        yield from self._flushed()
        yield from self._causes()

    def _run(self, kind: str, heading: str, blocks: tuple[Block, ...]) -> Iterator[Row]:
        """Blocks of one kind that follow each other."""
        if kind == "text":
            if self._tiles:
                yield from self._flushed()
            self._topics.append(Topic(heading=heading, blocks=blocks))
        elif kind == "photo":
            told = self._topics.pop() if self._topics and not heading else Topic(heading=heading)
            if self._topics or self._tiles:
                yield from self._flushed()
            yield from self._shown(told, blocks)
        elif kind == "tile":
            for block in blocks:
                self._tiles.append(self._tile(block, heading))
                heading = ""
        elif kind == "causes":  # an overview after all problems, which do not wait for it
            self._maps += (Fishbone(map=block, language=self._planner.language) for block in blocks if isinstance(block, CauseMap))
        elif kind == "whole":
            yield from self._flushed()
            for block in blocks:
                yield from self._whole(block, heading)
                heading = ""

    def _flushed(self) -> Iterator[Row]:
        """The topics that wait, a chart beside them if that is possible, then the other tiles that wait."""
        topics, self._topics = self._topics, []
        tiles, self._tiles = [*self._tiles, *(self._chart(chart) for chart in self._charts)], []
        self._charts = []
        if topics:
            beside = self._with_chart(topics, tiles[0]) if tiles and isinstance(tiles[0], Chart) and not tiles[0].is_wide else None
            if beside:
                yield beside
                tiles = tiles[1:]
            else:
                yield from self._told(topics)
        for few in _side_by_side(tiles):
            yield self._shared_row(few)

    def _shared_row(self, row: list[Chart | Grid]) -> Row:
        """Charts half as wide again as tables; tables alone share the whole width."""
        grids = [one for one in row if isinstance(one, Grid)]
        if len(grids) == len(row):
            across = (self._planner.body.width - (len(row) - 1) * GAP) // len(row)
            return Row(tiles=tuple(self._grid(one.block, one.title, across) for one in grids), shares=(1,) * len(row))
        return Row(tiles=tuple(row), shares=tuple(3 if isinstance(tile, Chart) else 2 for tile in row))

    def _with_causes(self) -> Iterator[Row]:
        """A single problem and the map of its causes beside each other, if that is possible."""
        if len(self._topics) == len(self._maps) == 1 and not self._tiles and not self._charts:
            row = Row(tiles=(self._stack(self._topics[0], Fraction(1, 3)), self._maps[0]), shares=(1, 2))
            if self._planner.fits(row):
                self._topics, self._maps = [], []
                yield row

    def _causes(self) -> Iterator[Row]:
        """Maps of causes beside each other, three where they are simple."""
        count = min(_MOST_BESIDE if all(one.is_simple for one in self._maps) else 2, len(self._maps))
        yield from (Row(tiles=some, shares=(1,) * count) for some in _by(self._maps, max(count, 1)))

    def _chart(self, chart: ChartBlock) -> Chart:
        return Chart(chart=chart, language=self._planner.language)

    def _tile(self, block: Block, heading: str) -> Chart | Grid:
        if isinstance(block, ChartBlock):
            return self._chart(block)
        assert isinstance(block, Table)
        across = (self._planner.body.width - 2 * GAP) // 3
        return self._grid(block, heading, across)

    def _grid(self, block: Table | Chain, heading: str, across: int) -> Grid:
        planner = self._planner
        return grid(block, heading, self._group.title, across, planner.body.height, planner.language, largest=self._largest)

    def _stack(self, topic: Topic, share: Fraction = _WHOLE, *, brief: bool = False, ruled: bool = False) -> Stack:
        """The words of *topic*, on that share of the slide's width."""
        language, body = self._planner.language, self._planner.body
        across = int((body.width + GAP) * share) - GAP
        return Stack(
            passages=headed(topic.heading, topic.text, self._size, across, language, brief=brief),
            wording=told.of_text(topic.heading, topic.text, language),
            ruled=ruled,
        )

    def _with_chart(self, topics: list[Topic], chart: Chart) -> Row | None:
        """Topics above each other, the chart at their right."""
        for brief in (False, True):
            stacks = [self._stack(topic, Fraction(1, 2), brief=brief) for topic in topics]
            passages = tuple(
                attrs.evolve(one, before=self._size) if not place else one
                for stack in stacks
                for place, one in enumerate(stack.passages)
            )
            text = Stack(passages=passages, wording="\n".join(stack.wording for stack in stacks))
            row = Row(tiles=(text, chart), shares=(1, 1))
            if self._planner.fits(row):
                return row
        return None

    def _told(self, topics: list[Topic]) -> Iterator[Row]:
        """Topics beside each other, as many as fit."""
        if len(topics) > 1:
            for brief in (False, True):
                for count in range(min(_MOST_BESIDE, len(topics)), 0, -1):
                    per_row = -(-len(topics) // -(-len(topics) // count))
                    stacks = [self._stack(topic, Fraction(1, per_row), brief=brief, ruled=True) for topic in topics]
                    rows = [Row(tiles=some, shares=(1,) * per_row) for some in _by(stacks, per_row)]
                    if all(map(self._planner.fits, rows)):
                        yield from rows
                        return
        yield from (Row(tiles=(self._stack(topic),)) for topic in topics)

    def _shown(self, topic: Topic, blocks: tuple[Block, ...]) -> Iterator[Row]:
        """Words at the left, photos at the right; more photos below."""
        tiles = [self._picture(block) for block in blocks]
        if topic.text or topic.heading:
            shares = (2, 5) if isinstance(tiles[0], Pair) else (1, 1)
            share = Fraction(shares[0], sum(shares))
            ways = (Row(tiles=(self._stack(topic, share, brief=brief), tiles[0]), shares=shares) for brief in (False, True))
            row = next(filter(self._planner.fits, ways), None)
            if row:
                yield row
                tiles = tiles[1:]
            else:
                yield Row(tiles=(self._stack(topic),))
        for pairs, some in itertools.groupby(tiles, lambda tile: isinstance(tile, Pair)):
            yield from (Row(tiles=few, shares=(1,) * len(few)) for few in _by(list(some), 1 if pairs else 3))

    def _picture(self, block: Block) -> Photo | Pair:
        source, language = self._planner.source, self._planner.language
        if isinstance(block, PicturePair):
            return Pair(pair=block, source=source, language=language)
        assert isinstance(block, Picture)
        return Photo(picture=block, source=source, language=language)

    def _whole(self, block: Block, heading: str) -> Iterator[Row]:
        """What takes the whole width."""
        language = self._planner.language
        match block:
            case Table() | Chain():
                yield Row(tiles=(self._grid(block, heading, self._planner.body.width),))
            case Timeline():
                yield Row(tiles=(Calendar(timeline=block, bars=block.bars, language=language),), title=block.title)
            case Gauges():
                yield Row(tiles=(Ways(block=block, gauges=block.gauges, language=language),), title=block.title)
            case Highlights():
                yield Row(tiles=(Cards(figures=block.figures, language=language),), title=label("key_figures", language))


def _kind(block: Block) -> str:
    """How a block is laid out: with others as text, as photos, as tiles, as causes, or across the whole slide."""
    match block:
        case Paragraph() | ItemList() | KeyValues():
            return "text"
        case Picture() | PicturePair():
            return "photo"
        case ChartBlock():
            return "tile"
        case Table():
            return "tile" if is_small(block) else "whole"
        case Chain() | Timeline() | Gauges() | Highlights():
            return "whole"
        case CauseMap():
            return "causes"
        case Heading():  # they have been taken out
            return "none"
        case _:
            assert_never(block)


def _side_by_side(tiles: list[Chart | Grid]) -> Iterator[list[Chart | Grid]]:
    """Small tables by three, charts by two, one of each beside each other, large charts alone."""
    row: list[Chart | Grid] = []
    used = 0
    for tile in tiles:
        share = (6 if tile.is_wide else 3) if isinstance(tile, Chart) else 2
        if row and used + share > 6:
            yield row
            row, used = [], 0
        row.append(tile)
        used += share
    if row:
        yield row


def _by(things: Sequence[_T], count: int) -> Iterator[tuple[_T, ...]]:
    """The things, so many at a time."""
    for start in range(0, len(things), count):
        yield tuple(things[start : start + count])


def paged(rows: Iterable[Row], body: Box) -> list[tuple[Row, ...]]:
    """The rows on as many slides as they need; a row with a title of its own begins one and ends one."""
    pages: list[list[Row]] = [[]]
    used = 0
    for whole in rows:
        row: Row | None = whole
        while row is not None:
            high = row.least(body.width)
            page = pages[-1]
            fits = used + high + (GAP if page else 0) <= body.height
            crowded = row.grows and any(other.grows for other in page)
            if page and (not fits or crowded or row.title or page[0].title):
                pages.append([])
                used = 0
                continue
            rest: Row | None = None
            if not fits:
                row, rest = row.split(body.width, body.height)
            used += high + (GAP if page else 0)
            page.append(row)
            row = rest
    return [tuple(page) for page in pages]
