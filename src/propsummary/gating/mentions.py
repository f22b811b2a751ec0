"""The figures of a text, each in its sentence, ready to be compared."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs

from propsummary._privacy import find_personal
from propsummary._privacy.contacts import contacts
from propsummary._privacy.rooms import rooms
from propsummary._privacy.tables import leads
from propsummary.extract import Piece
from propsummary.gating.report import Mention
from propsummary.quantities import Figure, Hedge, find_figures

__all__ = ["Key", "Sentence", "Spot", "sentences"]

_END = re.compile(r"(?<=[。！？!?；;\n])")
_NOTHING = re.compile(r"[\s*_`#>|　]+")
_DOWN = re.compile("[降减減少低短下跌缩縮压壓省]")
# The number of an item (2、5栋电梯故障11次); 2.5栋 is one as well, since nobody counts half a building.
_ITEM = re.compile(r"\s*[（(]?(\d{1,2})(?:[、）)]|[.．](?!\d)|[.．](?=\d{1,2}[栋幢座号#]))\s*")
_NEAR = 8  # characters beside a figure that say what it is

#: What two figures with one value share: both ends in the base of the unit.
Key = tuple[Fraction, Fraction]


@attrs.frozen(kw_only=True, eq=False)
class Spot:
    """
    A figure with what is needed to find its counterpart.

    Attributes:
        mention: The figure as it is reported.

        order: Its number in the text.

        left, right: The words beside it, without blanks; a cell's row and column stand on its left.
    """

    mention: Mention
    order: int
    left: str
    right: str

    @functools.cached_property
    def plain(self) -> str:
        """The figure without accidents of writing."""
        return "".join(unicodedata.normalize("NFKC", self.mention.text).split())

    @functools.cached_property
    def key(self) -> Key:
        """Its value in the base of its unit; a printed minus that words can say as well is left out."""
        quantity = self.mention.quantity
        factor = Fraction(quantity.unit.factor) if quantity.unit else Fraction(1)
        low, high = Fraction(quantity.low) * factor, Fraction(quantity.high) * factor
        return (low, high) if low >= 0 else (-high, -low)

    @functools.cached_property
    def measure(self) -> str:
        """What it measures or counts; empty for a bare number."""
        unit = self.mention.quantity.unit
        if unit is None:
            return ""
        return unit.canonical if unit.dimension in _OWN else unit.dimension

    @property
    def again(self) -> bool:
        """Whether it only says once more what stands elsewhere, or shows it in a picture."""
        return self.mention.role in ("again", "pictured")

    @property
    def counts(self) -> bool:
        """Whether it has to be accounted for: a picture holds numbers of its own."""
        return self.mention.role != "pictured"

    @property
    def drawn(self) -> bool:
        """Whether it is the bare number of a drawing."""
        return self.mention.role == "drawn"

    @property
    def falls(self) -> bool | None:
        """Whether it says that something fell, by its sign or the words before it; none for a figure with neither."""
        if self.mention.quantity.low < 0:
            return True
        return True if _DOWN.search(self.left) else None

    def same_value(self, other: Spot) -> bool:
        """Whether both say the same, in whatever words."""
        if self.key != other.key or not (_hedge(self) == _hedge(other) or self.drawn or other.drawn):
            return False
        if self.measure != other.measure and self.measure and other.measure:
            return False
        negative = [spot.mention.quantity.low < 0 for spot in (self, other)]
        return negative[0] == negative[1] or (self.falls is True and other.falls is True)


_OWN = frozenset({"count", "other", "score", "points"})


def _hedge(spot: Spot) -> Hedge | None:
    return spot.mention.quantity.hedge


@attrs.frozen(kw_only=True, eq=False)
class Sentence:
    """
    A sentence or a cell that tells figures.

    Attributes:
        order: Its number among the sentences that do.

        whole: Its words, without blanks, with what a table says about it.

        skeleton: The same with a mark in place of each figure.

        spots: Its figures, in order.
    """

    order: int
    whole: str
    skeleton: str
    spots: tuple[Spot, ...]


def sentences(pieces: Iterable[Piece]) -> tuple[Sentence, ...]:
    """The sentences that tell figures, in order."""
    found: list[Sentence] = []
    count = 0
    for piece in _unnumbered(pieces):
        for text in _sentences(piece):
            figures = tuple(_spots(text, piece, count))
            if figures:
                count += len(figures)
                found.append(_sentence(len(found), piece.context, text, figures))
    return tuple(found)


def _unnumbered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, without the numbers of items that could be taken for figures: those that go on counting from 1."""
    last = 0
    for piece in pieces:
        item = _ITEM.match(piece.text)
        if item is None:
            yield piece
            continue
        counts = int(item[1]) in (1, last + 1)
        last = int(item[1]) if counts else last
        text = piece.text[item.end() :]
        yield attrs.evolve(piece, text=text) if counts and text[:1].isdecimal() else piece


def _sentences(piece: Piece) -> Iterator[str]:
    """The sentences of a piece; all are told to stand where the piece begins."""
    return (text.strip() for text in _END.split(piece.text) if text.strip())


def _figures(text: str, context: str) -> Iterator[Figure]:
    """The figures of *text*, but for digits of phone numbers, flats and the like, which may be masked in the other text."""
    found = find_figures(text)
    if not found:
        return
    lead = leads((context.rpartition("·")[2],))[0]
    personal = [(it.start, it.end) for it in find_personal(text)] + [(start, end) for start, end, _ in contacts(text)]
    flats = [(start - len(lead), end - len(lead)) for start, end, _ in rooms(lead + text)]
    for one in found:
        places = personal if one.quantity.unit else (*personal, *flats)
        if not any(one.start < end and start < one.end for start, end in places):
            yield one


def _spots(text: str, piece: Piece, count: int) -> Iterator[Spot]:
    for number, figure in enumerate(_figures(text, piece.context)):
        start, end = figure.start, figure.end
        left = _bare(text[max(start - _NEAR * 2, 0) : start])[-_NEAR:]
        yield Spot(
            mention=Mention(
                text=figure.text,
                quantity=figure.quantity,
                sentence=text,
                start=start,
                end=end,
                context=piece.context,
                line=piece.line,
                place=piece.place,
                role=piece.role,
                under=piece.under,
            ),
            order=count + number,
            left=left if len(left) >= _NEAR else (_bare(piece.context) + left)[-_NEAR:],
            right=_bare(text[end : end + _NEAR])[: _NEAR // 2],
        )


def _sentence(order: int, context: str, text: str, spots: tuple[Spot, ...]) -> Sentence:
    parts, at = [], 0
    for spot in spots:
        parts.append(text[at : spot.mention.start])
        at = spot.mention.end
    parts.append(text[at:])
    head = _bare(context) + "\x1f" if context else ""
    return Sentence(order=order, whole=head + _bare(text), skeleton=head + "\x00".join(map(_bare, parts)), spots=spots)


def _bare(text: str) -> str:
    """*text* without blanks, markup and accidents of writing."""
    return _NOTHING.sub("", unicodedata.normalize("NFKC", text))
