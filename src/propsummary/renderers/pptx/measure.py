"""How much room text takes on a slide, counted in columns: a Chinese character is two, each half as wide as the type is high."""

from __future__ import annotations

import functools
import re

import attrs

from propsummary._text import width
from propsummary.renderers._wrap import wrap

__all__ = ["Box", "breaks", "columns", "cut", "fitted", "leading", "lines", "room", "taken"]

_LATIN = 112  # how wide Latin letters and figures are of what is counted for them, in percent
_USED = 96  # of a line, in percent; lines end before a character that does not fit
_GAP = 55  # between a Chinese character and a Latin letter or figure, in hundredths of a column
_BORDER = re.compile(r"(?<=[\u3400-\u9fff])[!-~]|(?<=[!-~])[\u3400-\u9fff]")


@attrs.frozen
class Box:
    """A place on a slide; all lengths are in points."""

    x: int
    y: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.y + self.height

    def beside(self, count: int, gap: int) -> tuple[Box, ...]:
        """As many boxes of the same size, side by side in it."""
        across = (self.width - gap * (count - 1)) // count
        return tuple(Box(self.x + i * (across + gap), self.y, across, self.height) for i in range(count))


def leading(size: int) -> int:
    """From line to line, in points; set as an exact distance, so that no typeface can change it."""
    return (size * 7 + 2) // 5


def columns(text: str) -> int:
    """How many columns *text* takes on its longest line, with what Latin letters need beyond their half and before Chinese ones."""
    return max((_stretched(line) for line in text.split("\n")), default=0)


@functools.lru_cache(maxsize=1 << 12)  # a text is measured for several sizes and widths
def _stretched(line: str) -> int:
    if line.isascii():
        return -(-len(line) * _LATIN // 100)
    wide = max(width(line) - len(line), 0)
    hundredths = (len(line) - wide) * _LATIN + len(_BORDER.findall(line)) * _GAP
    return 2 * wide + -(-hundredths // 100)


def room(across: int, size: int) -> int:
    """How many columns of type of *size* fit into *across* points."""
    return max(across * 2 * _USED // (size * 100), 2)


def taken(count: int, size: int) -> int:
    """How many points so many columns of type of *size* take."""
    return -(-count * size * 50 // _USED) + 1


def breaks(text: str, across: int, size: int) -> list[int]:
    """Where in *text* each line ends in *across* points; its own line breaks end lines too."""
    ends, place = [], 0
    for line in wrap(text, _columns_of(text, across, size)):
        place = text.index(line, place) + len(line)
        ends.append(place)
    return ends


def lines(text: str, across: int, size: int) -> int:
    """How many lines *text* takes in *across* points."""
    return len(wrap(text, _columns_of(text, across, size))) or 1


def cut(text: str, across: int, size: int, most: int) -> str:
    """*text*, or as much of it as *most* lines hold and a mark that there is more."""
    ends = breaks(text, across, size)
    if len(ends) <= most:
        return text
    kept = text[: ends[most - 1]]
    while kept and lines(kept + "…", across, size) > most:
        kept = kept[:-1]
    return kept.rstrip("，、；：, ") + "…"


def fitted(text: str, box: Box, sizes: tuple[int, ...]) -> tuple[str, int]:
    """*text*, and the largest of *sizes* in which *box* holds it, its lines close to each other; cut if none does."""
    for size in sizes:
        if lines(text, box.width, size) * size * 6 // 5 <= box.height:
            return text, size
    return cut(text, box.width, sizes[-1], max(box.height * 5 // (sizes[-1] * 6), 1)), sizes[-1]


def _columns_of(text: str, across: int, size: int) -> int:
    """The columns of a line, fewer where there are many Latin letters."""
    words = text.replace("\n", "")
    counted = width(words)
    return max(room(across, size) * counted // max(_stretched(words), 1), 2) if counted else room(across, size)
