"""Lines no wider than a screen, broken where Chinese and English may be broken."""

from __future__ import annotations

import functools
import re

from propsummary._text import width

__all__ = ["longest_unit", "wrap"]

# What must not be parted: a word or one wide character, a number with hedge and unit (约2.6万元), the marks beside them.
_HEDGE = r"(?:(?:大约|将近|超过|不足|不到|至少|[约約近超逾])(?=\d))?"
_NUMBER = r"\d[^ \n\u1100-\uffff]*(?:(?<=\d)[万亿]?[\u4e00-\u9fff])?"
_WORD = rf"{_HEDGE}{_NUMBER}|[^ \n\u1100-\uffff]+|[^ \n]"
_UNIT = re.compile(rf"[（《“‘【〔「≥≤≈＞＜±]*(?:{_WORD})[，。；：！？、）》”’】〕」…％]*|[ \n]+")


def wrap(text: str, columns: int, *, indent: str = "") -> list[str]:
    """*text* in lines of at most *columns*, its own line breaks kept; all lines but the first begin with *indent*."""
    lines: list[str] = []
    for line in text.split("\n"):
        if width(line) <= columns - (width(indent) if lines else 0):
            lines.append((indent if lines else "") + line)
        else:
            lines += _filled(line, columns, indent, first=not lines)
    return lines


def longest_unit(text: str) -> int:
    """Columns of the widest stretch of *text* that should not be broken."""
    return max(map(_size, _UNIT.findall(text)), default=0)


@functools.lru_cache(maxsize=1 << 14)  # a text has few different characters
def _size(unit: str) -> int:
    return width(unit)


def _filled(line: str, columns: int, indent: str, *, first: bool) -> list[str]:
    done: list[str] = []
    current, used = ("", 0) if first else (indent, width(indent))
    room = columns - width(indent)
    for unit in _UNIT.findall(line):
        for piece in _pieces(unit, room) if _size(unit) > room else (unit,):
            if used + _size(piece) > columns and current.strip():
                done.append(current.rstrip())
                current, used = indent, width(indent)
            if current.strip() or not piece.isspace():
                current += piece
                used += _size(piece)
    return [*done, current.rstrip()] if current.strip() else done


def _pieces(word: str, columns: int) -> list[str]:
    """A word that is wider than a line, cut; a line holds at least one character."""
    pieces, current, used = [], "", 0
    for character in word:
        size = width(character)
        if used + size > columns and current:
            pieces.append(current)
            current, used = "", 0
        current += character
        used += size
    return [*pieces, current]
