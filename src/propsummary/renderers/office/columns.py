"""How wide the columns of a table on paper are, and whether it needs a page on its side."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from propsummary._text import width
from propsummary.document import Cell, Column, Table

__all__ = ["column_widths", "fits_upright", "is_one_line", "lines_of_row"]

_LATIN, _HAN = 100, 184  # of a character in a table, in twentieths of a point
_EDGES = 230  # what the cell's margins take
_NARROW = {"key": 1150, "figure": 1600, "word": 1100, "text": 1150}  # what a cell of each kind may be broken down to
_FEW = 4  # Chinese characters that a line must hold at least
_NAME = 5  # characters of a name that is not broken
_LONGEST_WORD = 1600  # a longer one may be broken
_LONGEST = 5600  # a longer text does not make its column any wider
_MANY = 6  # columns that may be too many for an upright page
_TALL = 34  # lines that fill an upright page
_WORD = re.compile(r"\d[!-~\u00a0]*|[!-,.-~\u00a0]+-?")  # words may be broken behind a hyphen, dates and figures may not
_FIGURE = re.compile(r"(?:[≥≤<>≈] )?[^ \n]+")  # a bound stays with its number
_BROAD = re.compile("[%‰≥≤≈±×→↑↓]")  # characters that take about twice the room of a letter


def fits_upright(table: Table, upright: int, sideways: int) -> bool:
    """
    Whether *table* reads well on an upright page; one turned on its side must be worth it.

    Args:
        upright, sideways: How wide the text is on either, in twentieths of a point.
    """
    if not table.wide or len(table.columns) < _MANY:
        return True
    needed = sum(_least(table.columns, _samples(table.columns, table.rows)))
    lines = _lines(table, upright)
    if lines < _TALL:
        return needed * 5 <= upright * 6
    return needed * 8 <= upright * 9 and lines < 2 * _lines(table, sideways)


def column_widths(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...], total: int) -> list[int]:
    """The width of each column in twentieths of a point; together *total*, or less where there is little to show."""
    samples = _samples(columns, rows)
    least = _least(columns, samples)
    wanted = [max(low, min(max(lengths), _LONGEST) + _EDGES) for low, lengths in zip(least, samples, strict=True)]
    total = max(min(total, sum(wanted) * 3 // 2), total // 2)
    left = total - sum(least)
    wishes = [want - low for want, low in zip(wanted, least, strict=True)]
    if sum(wishes) <= left:  # room for all, and what remains is for all that say something
        grows = [want if max(lengths) > _HAN else 0 for want, lengths in zip(wanted, samples, strict=True)]
        grows = grows if any(grows) else wanted
        shared = [want + (total - sum(wanted)) * grow // sum(grows) for want, grow in zip(wanted, grows, strict=True)]
    elif left * 4 < total:
        shared = _squeezed([min(max(lengths), 2 * _LONGEST) for lengths in samples], _floor(columns, rows), total)
    else:
        shared = [low + left * wish // sum(wishes) for low, wish in zip(least, wishes, strict=True)]
    shared[shared.index(max(shared))] += total - sum(shared)
    return shared


def is_one_line(text: str, across: int) -> bool:
    """Whether *text* fits into one line of a column *across* twentieths of a point wide."""
    return len(text) * _HAN <= across or _length(text) <= across


def lines_of_row(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """How many lines *row* takes, about."""
    room = [max(_HAN, across - _EDGES) for across in widths]
    return max(
        (sum(-(-(_length(line) or 1) // across) for line in one.text.split("\n")) for one, across in zip(row, room, strict=True)),
        default=1,
    )


def _lines(table: Table, total: int) -> int:
    """How many lines the rows take, about."""
    widths = column_widths(table.columns, table.rows, total)
    return sum(lines_of_row(row, widths) for row in table.rows)


def _length(text: str) -> int:
    """How long the longest line is, about, in twentieths of a point."""
    return max(map(_length_of_line, text.split("\n"))) if "\n" in text else _length_of_line(text)


@functools.lru_cache(maxsize=1 << 14)  # figures and words come again and again
def _length_of_line(line: str) -> int:
    letters = len(line) * _LATIN if line.isascii() else width(line) * _HAN // 2
    return letters + len(_BROAD.findall(line)) * (_HAN - _LATIN)


def _samples(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> list[list[int]]:
    """How long the cells of each column are; of long tables, of some rows."""
    some = rows[:: max(1, len(rows) // 100)]
    return [[_length(row[index].text) for row in some] or [0] for index in range(len(columns))]


def _least(columns: tuple[Column, ...], samples: list[list[int]]) -> list[int]:
    """What each column needs so that no figure and no word is broken."""
    return [
        max(_heading(column.header), min(max(lengths), _NARROW[column.kind])) + _EDGES
        for column, lengths in zip(columns, samples, strict=True)
    ]


def _floor(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> list[int]:
    """What each column needs so that no Latin word, no figure and no short name is broken, sentences being broken at will."""
    some = rows[:: max(1, len(rows) // 100)]
    longest = [
        max(_heading(column.header), *(_longest_piece(row[index].text, column.kind) for row in some), _FEW * _HAN)
        for index, column in enumerate(columns)
    ]
    return [min(length, _LONGEST_WORD) + _EDGES for length in longest]


def _longest_piece(text: str, kind: str) -> int:
    """How long the longest run of Latin letters and figures is; of a figure, with the Chinese unit that follows it."""
    if kind == "key" and len(text) <= _NAME:
        return _length(text)
    return max(map(_length, _FIGURE.findall(text) if kind == "figure" else _WORD.findall(text)), default=0)


def _heading(text: str) -> int:
    """What a heading needs, in two lines if it must be."""
    longest = max((_length(word) for word in text.split()), default=0)
    return longest if text.isascii() or longest <= 4 * _HAN else longest // 2 + _HAN


def _squeezed(longest: list[int], floor: list[int], total: int) -> list[int]:
    """So wide that the longest text of each column takes equally few lines; where no word has room, every word may be broken."""
    if sum(floor) >= total:
        return [low * total // sum(floor) for low in floor]
    taken = floor
    for lines in range(max(longest) // _HAN + 1, 0, -1):
        wider = [max(low, -(-length // lines) + _EDGES) for low, length in zip(floor, longest, strict=True)]
        if sum(wider) > total:
            break
        taken = wider
    spare = total - sum(taken)
    wishes = [max(length + _EDGES - has, 0) for length, has in zip(longest, taken, strict=True)]
    return [has + spare * wish // max(sum(wishes), 1) for has, wish in zip(taken, wishes, strict=True)]
