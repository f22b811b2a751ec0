"""Units as they are printed: synonyms, dimensions, factors."""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from fractions import Fraction

import attrs

from propsummary.errors import expect
from propsummary.quantities._traditional import simplified
from propsummary.quantities._unit_table import CLASSIFIERS, MEASURES

__all__ = ["Unit", "unit_symbols"]

#: Dimensions whose units can be turned into each other; a count of lamps never becomes one of people.
_CONVERTIBLE = frozenset({"ratio", "points", "time", "money", "energy", "area", "volume", "mass", "length"})


@attrs.frozen(kw_only=True)
class Unit:
    """
    What a number counts or measures.

    Attributes:
        symbol: As printed: ``件``, ``%``, ``个百分点``, ``kWh``, ``次/台·月``.

        en: The English word or symbol.

        dimension: ``ratio``, ``points``, ``count``, ``time``, ``money``, ``energy``, ``area``, ``volume``, ``mass``, ``length``,
            ``score``, ``temperature``; ``other`` for all else, compound units among it.

        factor: What one of it is in the dimension's base: 1 for ratios and points, minute, yuan, kWh, m², m³, kg, m.

    .. versionadded:: 0.1.0
    """

    symbol: str
    en: str
    dimension: str
    factor: Decimal | Fraction = Fraction(1)

    def __str__(self) -> str:
        return self.symbol

    @staticmethod
    def of(symbol: str) -> Unit:
        """
        The unit that is printed as *symbol*, in simplified or traditional characters.

        Any symbol has a unit: one that the table does not know is taken for the classifier of something counted.

        Raises:
            WrongArgumentError: *symbol* is no text.
        """
        expect("Unit.of", symbol, str)
        return _of(simplified(symbol.strip()))

    @property
    def canonical(self) -> str:
        """The symbol in its commonest spelling, equal for synonyms (``千瓦时/㎡`` and ``kWh/m²``)."""
        return _canonical(self.symbol)

    @property
    def is_rate(self) -> bool:
        """Whether it is a % or a ‰, so that differences of such figures are points."""
        return self.canonical in ("%", "‰")

    def same_as(self, other: Unit | None) -> bool:
        """Whether *other* is the same unit, perhaps under another name."""
        return other is not None and self.canonical == other.canonical

    def comparable(self, other: Unit | None) -> bool:
        """Whether figures in both can be set against each other, by way of `factor` if need be."""
        if other is None:
            return False
        return self.same_as(other) or (self.dimension == other.dimension and self.dimension in _CONVERTIBLE)


def unit_symbols() -> tuple[str, ...]:
    """Every unit of the table, under all its names."""
    return tuple(_table())


@functools.cache
def _table() -> dict[str, Unit]:
    """Every printed symbol, synonyms included, with its unit."""
    table = {word: Unit(symbol=word, en=en.replace("_", " "), dimension="count") for word, en in CLASSIFIERS.items()}
    for symbol, words, en, factor, dimension in _rows():
        for word in (symbol, *words):
            table[word] = Unit(symbol=word, en=en, dimension=dimension, factor=factor)
    return table


@functools.cache
def _synonyms() -> dict[str, str]:
    """Every printed symbol of a measure with the commonest one."""
    return {word: symbol for symbol, words, *_ in _rows() for word in (symbol, *words)}


def _rows() -> list[tuple[str, list[str], str, Fraction, str]]:
    rows = []
    for dimension, lines in MEASURES.items():
        for line in lines.strip().splitlines():
            symbol, words, en, factor = (cell.strip() for cell in line.split("|"))
            rows.append((symbol, words.split(), en, Fraction(factor), dimension))
    return rows


@functools.lru_cache(maxsize=4096)
def _canonical(symbol: str) -> str:
    if symbol in _synonyms():
        return _synonyms()[symbol]
    parts = re.split(r"([/／·•*])", symbol)
    if len(parts) == 1:
        return symbol
    return "".join(_part(p) if i % 2 == 0 else "·" if p in "·•*" else "/" for i, p in enumerate(parts))


def _part(word: str) -> str:
    word = word.strip()
    if word.startswith("万") and word[1:] in _synonyms():
        return "万" + _synonyms()[word[1:]]
    return _synonyms().get(word, word)


@functools.lru_cache(maxsize=4096)
def _of(symbol: str) -> Unit:
    known = _table().get(symbol)
    if known is not None:
        return known
    scored = re.fullmatch(r"分\s?[(（]\d{1,4}(?:分制)?[)）]", symbol)
    if scored:
        return Unit(symbol=symbol, en="points", dimension="score")
    head, slash, below = symbol.partition("/")
    if slash and head and below:
        return Unit(symbol=symbol, en=_english(symbol), dimension="other")
    return Unit(symbol=symbol, en=symbol, dimension="count")


def _english(symbol: str) -> str:
    """A compound unit in English, word by word: ``次/台·月`` becomes ``times/unit·month``."""
    parts = re.split(r"([/·])", symbol)
    words = []
    for i, part in enumerate(parts):
        unit = _table().get(part)
        word = unit.en if unit else part
        words.append(word[:-1] if i and unit and word.endswith("s") and len(word) > 2 else word)
    return "".join(words)
