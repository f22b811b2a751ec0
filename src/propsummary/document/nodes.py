"""What a document consists of: a closed set of blocks, plain data, no format's words."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from propsummary.document._values import Language, Tone, captioned, labelled, named, one_line, several_lines
from propsummary.document.diagrams import Bar, Bone, CauseMap, Gauge, Gauges, Timeline
from propsummary.document.illustrations import ChartBlock, ChartSeries, Picture, PicturePair
from propsummary.document.tables import Cell, Chain, Column, Link, Table
from propsummary.document.tracker import Tracker

__all__ = [
    "Bar",
    "Block",
    "Bone",
    "CauseMap",
    "Cell",
    "Chain",
    "ChartBlock",
    "ChartSeries",
    "Column",
    "Document",
    "Gauge",
    "Gauges",
    "Heading",
    "Highlight",
    "Highlights",
    "Item",
    "ItemList",
    "KeyValues",
    "Language",
    "Link",
    "Paragraph",
    "Picture",
    "PicturePair",
    "Table",
    "Timeline",
    "Tone",
    "captioned",
    "labelled",
]


@attrs.frozen(kw_only=True)
class Heading:
    """
    A heading.

    Attributes:
        level: 1 for a section, down to 4.

        text: The heading without its number.

        number: Its number as printed (``一、``, ``（二）``, ``1.``, ``2.1``); empty for one that is not counted.

        anchor: A short name, unique in the document, that links can lead to.
    """

    level: int
    text: str = attrs.field(converter=one_line)
    number: str = ""
    anchor: str = ""

    @property
    def title(self) -> str:
        """Number and text as they are printed together."""
        blank = "" if not self.number or self.number[-1] in "、）" else " "
        return f"{self.number}{blank}{self.text}"


@attrs.frozen(kw_only=True)
class Paragraph:
    """
    A paragraph.

    Attributes:
        text: The words; a line break in it is wanted.

        label: What the paragraph is about in a word, set off in front of it; without colon.

        role: ``lead`` opens the document, ``note`` stands below a table or picture in small print, ``quote`` is what others said.
    """

    text: str = attrs.field(converter=several_lines)
    label: str = attrs.field(default="", converter=one_line)
    role: Literal["normal", "lead", "note", "quote"] = "normal"


@attrs.frozen(kw_only=True)
class Item:
    """One entry of a list, perhaps with a label in front and with entries below it."""

    text: str = attrs.field(converter=several_lines)
    label: str = attrs.field(default="", converter=one_line)
    children: tuple[Item, ...] = ()


@attrs.frozen(kw_only=True)
class ItemList:
    """A list, numbered where the order matters."""

    items: tuple[Item, ...]
    ordered: bool = False


@attrs.frozen(kw_only=True)
class Highlight:
    """
    A figure that stands out.

    Attributes:
        label: The metric.

        value: As printed.

        baseline: The value one period earlier, with the words that go with it; may be empty.

        change: The stated change, with the words that go with it; may be empty.

        target: The target, with the words that go with it; may be empty.

        verdict: Whether the target is met, in a word; may be empty.

        tone: The same for the eye.
    """

    label: str = attrs.field(converter=one_line)
    value: str = attrs.field(converter=one_line)
    baseline: str = attrs.field(default="", converter=one_line)
    change: str = attrs.field(default="", converter=one_line)
    target: str = attrs.field(default="", converter=one_line)
    verdict: str = ""
    tone: Tone = ""


@attrs.frozen(kw_only=True)
class Highlights:
    """The figures that a hurried reader shall take along."""

    figures: tuple[Highlight, ...]


@attrs.frozen(kw_only=True)
class KeyValues:
    """Names and what belongs to them, in order; neither side is empty."""

    pairs: tuple[tuple[str, str], ...] = attrs.field(converter=named)


#: Everything that a renderer must know how to write.
Block: TypeAlias = (
    Heading
    | Paragraph
    | ItemList
    | Table
    | Chain
    | ChartBlock
    | Picture
    | PicturePair
    | Highlights
    | KeyValues
    | CauseMap
    | Timeline
    | Gauges
)


@attrs.frozen(kw_only=True)
class Document:
    """
    A work summary laid out, in one language, for one audience.

    Attributes:
        title: As it stands on the cover.

        subtitle: Who hands it in; may be empty.

        language: Of labels and numbers; what the department wrote stays as written.

        organization, department, period, author: For running heads and file properties; may be empty.

        date: The day it was prepared, ``2026-01-04``; may be empty. Nothing else is taken for the document's date.

        cover: Labels and values of the cover's table, in order.

        draft: Whether it is not fit to hand in yet.

        watermark: What an unfinished document says on every page; empty for a final one.

        blocks: The content, in order.

        tracker: The metrics, issues, measures and goals among it once more, as rows for spreadsheets, calendars and task systems.

    .. versionadded:: 0.1.0
    """

    title: str = attrs.field(converter=one_line)
    subtitle: str = attrs.field(default="", converter=one_line)
    language: Language = "zh"
    organization: str = attrs.field(default="", converter=one_line)
    department: str = attrs.field(default="", converter=one_line)
    period: str = attrs.field(default="", converter=one_line)
    author: str = attrs.field(default="", converter=one_line)
    date: str = ""
    cover: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=named)
    draft: bool = False
    watermark: str = ""
    blocks: tuple[Block, ...] = ()
    tracker: Tracker = Tracker()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))
