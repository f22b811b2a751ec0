"""The numbers that Word counts itself, as it prints them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from propsummary.drafts.word.numerals import numeral
from propsummary.drafts.word.package import W, is_on, value
from propsummary.drafts.word.styles import Style, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Numbering"]

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_SIGNS = {0x6C: "●", 0x6E: "■", 0x71: "□", 0x75: "◆", 0xA7: "■", 0xA8: "□", 0xB7: "•", 0xD8: "➢", 0xFC: "✓"}
_SIGN_FONTS = re.compile("wingdings|webdings|symbol$", re.IGNORECASE)
_PRIVATE = range(0xE000, 0xF900)


@attrs.frozen(kw_only=True)
class _Level:
    """
    One level of a list.

    Attributes:
        start: Its first number.

        format: How numbers are written.

        text: What is printed, with ``%1`` for the number of the first level.

        restart: After a number of which level it begins anew, from 1; 0 for never, none for any level above.

        legal: Whether all numbers in it are written in Arabic digits.

        style: Id of the paragraph style that belongs to it.
    """

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    style: str


@attrs.frozen(kw_only=True)
class _List:
    """
    A list that paragraphs refer to.

    Attributes:
        counter: Lists with the same one go on counting from each other.

        levels: By number.

        restarts: First numbers that this list begins with at its first paragraph of that level.
    """

    counter: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


@attrs.define
class _Counts:
    """Where the lists of one counter are."""

    numbers: dict[int, int] = attrs.field(factory=dict)
    begun: set[tuple[str, int]] = attrs.field(factory=set)


class Numbering:
    """The lists of a document; it counts, so that paragraphs must come in reading order."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, _Element] = {}
        self._numbers: dict[str, _Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, _Counts] = {}
        if root is not None:
            self._abstract = {value(one, "abstractNumId"): one for one in root.iterchildren(W + "abstractNum")}
            self._numbers = {value(one, "numId"): one for one in root.iterchildren(W + "num")}

    def next(self, style: Style) -> tuple[str, int]:
        """The number that the next paragraph of that *style* has, as printed, and its level from 0; no number if it has none."""
        found = self._list(style.number)
        level = self._level(style, found) if found else 0
        if found is None or level not in found.levels:
            return "", 0
        counts = self._counts.setdefault(found.counter, _Counts())
        self._count(found, style.number, level, counts)
        return self._printed(found, level, counts.numbers), level

    def _level(self, style: Style, found: _List) -> int:
        if style.level.isascii() and style.level.isdecimal():
            return int(style.level)
        linked = (nth for nth, level in found.levels.items() if style.linked and level.style == style.linked)
        return next(linked, 0)

    @staticmethod
    def _count(found: _List, number: str, level: int, counts: _Counts) -> None:
        numbers = counts.numbers
        begins = level not in numbers or (level in found.restarts and (number, level) not in counts.begun)
        numbers[level] = found.restarts.get(level, found.levels[level].start) if begins else numbers[level] + 1
        counts.begun.add((number, level))
        for upper in range(level):
            if upper not in numbers and upper in found.levels:  # a level that was passed over counts as begun
                numbers[upper] = found.levels[upper].start
        for deeper in [nth for nth in numbers if nth > level]:
            rule = found.levels[deeper].restart if deeper in found.levels else None
            if rule is None or level < rule:
                del numbers[deeper]

    @staticmethod
    def _printed(found: _List, level: int, numbers: dict[int, int]) -> str:
        this = found.levels[level]

        def number(match: re.Match[str]) -> str:
            nth = int(match[1]) - 1
            if nth > level or nth not in found.levels:
                return ""
            other = found.levels[nth]
            return numeral(numbers.get(nth, other.start), "decimal" if this.legal else other.format)

        return _PLACEHOLDER.sub(number, this.text).strip()

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: str) -> _List | None:
        element = self._numbers.get(number)
        if element is None or number == "0":
            return None
        counter, abstract = self._behind(element)
        if abstract is None:
            return None
        levels = {nth: _level(one) for one in abstract.iterchildren(W + "lvl") if (nth := _index(one)) is not None}
        restarts: dict[int, int] = {}
        for override in element.iterchildren(W + "lvlOverride"):
            nth = _index(override)
            if nth is None:
                continue
            if (other := override.find(W + "lvl")) is not None:
                levels[nth] = _level(other)
            if (start := override.find(W + "startOverride")) is not None:
                restarts[nth] = _whole(value(start), 1)
        return _List(counter=counter, levels=levels, restarts=restarts)

    def _behind(self, element: _Element) -> tuple[str, _Element | None]:
        """The definition behind a list, perhaps by way of a list style, with its id."""
        for _ in range(_LEVELS):
            counter = value(element.find(W + "abstractNumId"))
            abstract = self._abstract.get(counter)
            link = value(abstract.find(W + "numStyleLink")) if abstract is not None else ""
            following = self._numbers.get(self._styles.named(link).number) if link else None
            if following is None:
                return counter, abstract
            element = following
        return "", None


def _level(element: _Element) -> _Level:
    format = value(element.find(W + "numFmt"), default="decimal")
    text = value(element.find(W + "lvlText"))
    fonts = element.find(f"{W}rPr/{W}rFonts")
    if format == "bullet":
        text = _bullet(text, value(fonts, "ascii") or value(fonts, "hAnsi"))
    restart = element.find(W + "lvlRestart")
    legal = element.find(W + "isLgl")
    return _Level(
        start=_whole(value(element.find(W + "start")), 0),
        format=format,
        text=text,
        restart=_whole(value(restart), 0) if restart is not None else None,
        legal=is_on(legal),
        style=value(element.find(W + "pStyle")),
    )


def _bullet(text: str, font: str) -> str:
    """A bullet as a sign that any font has."""
    code = ord(text[0]) if text else 0
    if code in _PRIVATE or (0 < code < 0x100 and _SIGN_FONTS.match(font)):
        return _SIGNS.get(code & 0xFF, "•")
    return text or "•"


def _index(element: _Element) -> int | None:
    nth = _whole(value(element, "ilvl"), -1)
    return nth if 0 <= nth < _LEVELS else None


def _whole(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else default
