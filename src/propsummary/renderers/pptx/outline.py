"""What stands under one title: the document's sections as the slides show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from propsummary._text import width
from propsummary.document import Block, CauseMap, Chain, ChartBlock, Heading, ItemList, KeyValues, Paragraph, Table
from propsummary.renderers.pptx import told
from propsummary.renderers.pptx.text import TextBlock

__all__ = ["Group", "Topic", "groups"]

_LITTLE = 3  # rows and columns of a table that is no longer than a few words
_FEW_WORDS = 160  # columns of what a part or a table says that needs no slide of its own


@attrs.frozen(kw_only=True)
class Topic:
    """A heading within a group, and the blocks below it."""

    heading: str = ""
    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> tuple[TextBlock, ...]:
        """Its words."""
        return tuple(block for block in self.blocks if isinstance(block, (Paragraph, ItemList, KeyValues)))


@attrs.frozen(kw_only=True)
class Group:
    """
    What stands under one title.

    Attributes:
        section: The heading of the first level above it; empty before the first one.

        charts: Charts from elsewhere that show figures told here.
    """

    section: str
    title: str
    topics: tuple[Topic, ...]
    charts: tuple[ChartBlock, ...] = ()


def groups(blocks: Iterable[Block]) -> list[Group]:
    """The blocks by headings; short parts of a section that follow each other share its title."""
    found: list[Group] = []
    for section, content in _split(blocks, 1):
        short: list[Topic] = []
        for title, below in _split(content, 2):
            topics = tuple(Topic(heading=heading, blocks=tuple(some)) for heading, some in _split(below, 3))
            if title and (brief := _brief(title, topics)):
                short.append(brief)
                continue
            found += _shared(section, short)
            short = []
            found.append(Group(section=section, title=title or section, topics=topics))
        found += _shared(section, short)
        if not content:
            found.append(Group(section="", title=section, topics=()))
    return _with_charts(found)


def _brief(title: str, topics: tuple[Topic, ...]) -> Topic | None:
    """What stands under *title* as one topic, where it is so little that a slide of its own would be nearly empty."""
    if len(topics) == 1 and not topics[0].heading:
        return attrs.evolve(topics[0], heading=title) if all(map(_is_short, topics[0].blocks)) else None
    blocks: list[Block] = []
    for topic in topics:
        blocks += [Paragraph(label=topic.heading, text="")] if topic.heading else []
        blocks += topic.blocks
    words = [block for block in blocks if isinstance(block, (Paragraph, ItemList, KeyValues))]
    tables = [block for block in blocks if isinstance(block, (Table, Chain))]
    short = len(words) + len(tables) == len(blocks) and all(map(_is_short, tables))
    little = short and width(told.of_text("", words, "zh")) <= _FEW_WORDS
    return Topic(heading=title, blocks=tuple(blocks)) if little else None


def _is_short(block: Block) -> bool:
    if isinstance(block, (Table, Chain)):
        table = block.as_table() if isinstance(block, Chain) else block
        words = sum(width(cell.text) for row in table.rows for cell in row)
        return len(table.rows) <= _LITTLE and (len(table.columns) <= _LITTLE or words <= _FEW_WORDS)
    return isinstance(block, (Paragraph, ItemList, KeyValues, CauseMap))


def _shared(section: str, topics: list[Topic]) -> Iterator[Group]:
    if len(topics) == 1:
        yield Group(section=section, title=topics[0].heading, topics=(attrs.evolve(topics[0], heading=""),))
    elif topics:
        yield Group(section="", title=section or topics[0].heading, topics=tuple(topics))


def _split(blocks: Iterable[Block], level: int) -> Iterator[tuple[str, list[Block]]]:
    """Stretches of blocks, each under a heading of *level*; what comes before the first one has none."""
    title, stretch = "", list[Block]()
    for block in blocks:
        if isinstance(block, Heading) and min(block.level, 3) == level:
            if title or stretch:
                yield title, stretch
            title, stretch = block.title, []
        else:
            stretch.append(block)
    if title or stretch:
        yield title, stretch


def _with_charts(found: list[Group]) -> list[Group]:
    """The groups; a chart of a single metric stands in a later one whose facts name that metric."""
    places: dict[str, int] = {}
    for place, group in enumerate(found):
        for name in _metrics(group):
            places.setdefault(name, place)
    moved: dict[int, list[ChartBlock]] = {}

    def goes(place: int, block: Block) -> bool:
        if not isinstance(block, ChartBlock) or len(block.series) != 1:
            return False
        target = places.get(block.series[0].name, -1)
        if target > place:
            moved.setdefault(target, []).append(block)
        return target > place

    kept = [
        tuple(
            attrs.evolve(topic, blocks=tuple(block for block in topic.blocks if not goes(place, block))) for topic in group.topics
        )
        for place, group in enumerate(found)
    ]
    return [
        attrs.evolve(group, topics=topics, charts=tuple(moved.get(place, ())))
        for place, (group, topics) in enumerate(zip(found, kept, strict=True))
    ]


def _metrics(group: Group) -> Iterator[str]:
    """The names before the figures that facts list: 巡更到位率 98.6%；持证上岗率 97.1%."""
    for topic in group.topics:
        for block in topic.text:
            if isinstance(block, KeyValues):
                for _, value in block.pairs:
                    yield from (part.strip().rpartition(" ")[0] for part in re.split("[；;]", value))
