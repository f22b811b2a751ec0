"""Plain text: paragraphs that may be wrapped, underlined headings, tables drawn with lines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from propsummary._text import width
from propsummary.extract.pieces import Collector, Piece

__all__ = ["extract"]

_RULE = re.compile(r"\s*(=+|-+)\s*")
_BORDER = re.compile(r"\+(?:[-=:]+\+)+")
_MARK = re.compile(r"\s*(?:[-*•]\s+|\d{1,3}\.\s+|\d{1,3}(?:\.\d{1,3}){2,3}\s+|[（(]\d{1,3}[）)])")
# A picture's line ends with the name of its file, which is no text: [图 1　改造前：photos/1.png].
_PICTURE = re.compile(r"\[(?:(?:[图圖]|Figure) ?\d{1,4}(?:：|: ).*|(?P<caption>.*)(?:：|: ).*)\]", re.DOTALL)
# What the text renderer never parts: words, numbers with their hedges and units, marks behind them.
_HEDGE = r"(?:(?:大约|将近|超过|不足|不到|至少|[约約近超逾])(?=\d))?"
_FIRST = re.compile(rf"{_HEDGE}\S[^\s\u1100-\uffff]*(?:(?<=\d)[万亿])?[\u4e00-\u9fff]?[，。；：！？、）》”’】〕」…％]*")
_YEAR = re.compile("(?:19|20)[0-9]{2}(?:年|-)")
_LONG_WORD = 16  # columns; the text renderer gives every shorter word the room that it needs
_IN_NUMBERS = frozenset("0123456789.,%")
# Columns of a text that somebody wrapped; one long line alone is easily just a long line.
_PERHAPS, _SURELY, _WIDEST, _RAGGED = 60, 80, 200, 8
# Columns of a text that was cut by the character, numbers too; how many of its lines are as wide as that, and at least how many.
_NARROWEST, _EVEN, _CUT_SHARE, _CUT_LINES = 24, 2, 0.4, 8


def extract(text: str) -> tuple[Piece, ...]:
    """The text of paragraphs, entries and cells; lines that were only wrapped are put together again."""
    lines = text.splitlines()
    collector = Collector()
    columns = _columns(lines)
    number = 0
    while number < len(lines):
        line = lines[number]
        if _BORDER.fullmatch(line.strip()):
            number = _table(lines, number, collector)
        elif number + 1 < len(lines) and line.strip() and _underlines(lines[number + 1], line):
            collector.heading(line.strip(), number + 1)
            number += 2
        else:
            number = _paragraph(lines, number, columns, collector)
    return collector.pieces


def _columns(lines: list[str]) -> int:
    """How wide the text was wrapped; 0 if it was not."""
    widths = sorted((width(line) for line in lines if line[:1] not in "|+"), reverse=True)
    widest = widths[0] if widths else 0
    alone = len(widths) < 2 or widths[1] < widest - _RAGGED
    if (_SURELY if alone else _PERHAPS) <= widest <= _WIDEST:
        return widest
    full = [one for one in widths if one >= widest - _EVEN]
    cut = _NARROWEST <= widest < _PERHAPS and len(full) >= max(_CUT_LINES, _CUT_SHARE * sum(map(bool, widths)))
    return full[-1] if cut else 0


def _underlines(line: str, above: str) -> bool:
    return bool(_RULE.fullmatch(line)) and len(line.strip()) >= min(3, width(above.strip()))


def _paragraph(lines: list[str], number: int, columns: int, collector: Collector) -> int:
    """Collects the line at *number* with those that were wrapped off it; returns where the next one begins."""
    first, text = number, lines[number].strip()
    last = lines[number]
    number += 1
    while number < len(lines) and columns and lines[number].strip() and not _MARK.match(lines[number]):
        following = lines[number].strip()
        if not _was_wrapped(last, following, columns) or _BORDER.fullmatch(following):
            break
        parted = columns < _PERHAPS and text[-1:] in _IN_NUMBERS and following[:1] in _IN_NUMBERS
        text, last = text + ("" if parted else _joint(last.strip(), following, columns)) + following, lines[number]
        number += 1
    picture = _PICTURE.fullmatch(text)
    collector.add((picture["caption"] or "") if picture else _unmarked(text), first + 1)
    return number


def _unmarked(text: str) -> str:
    mark = _MARK.match(text)
    return text[mark.end() :] if mark else text


def _was_wrapped(line: str, following: str, columns: int) -> bool:
    """Whether the first word of the following line would not have fitted on this one."""
    word = _FIRST.match(following)
    joint = _joint(line.strip(), following, columns)
    return width(line.rstrip()) + len(joint) + width(word[0] if word else following) > columns


def _joint(before: str, after: str, columns: int) -> str:
    """
    Between what was wrapped: nothing within Chinese, a blank between words; two numbers are never put together, nor two dates.

    Only a word that is too long for a line of its own was cut in two.
    """
    if (before[-1:] in ("年", "月", "日") and after[:1].isdecimal()) or (before[-1:].isdecimal() and _YEAR.match(after)):
        return " "
    cut = columns >= _LONG_WORD and before.isascii() and " " not in before and len(before) >= columns
    return " " if not cut and before[-1:].isascii() and after[:1].isascii() else ""


def _table(lines: list[str], number: int, collector: Collector) -> int:
    """Collects the table whose upper border is at *number*; returns the line behind it."""
    edges = [i for i, character in enumerate(lines[number].strip()) if character == "+"]
    first, head, rows = number + 1, list[str](), list[list[tuple[str, int | None]]]()
    cells: list[list[str]] = [[] for _ in edges[1:]]
    begun = number + 2
    while number + 1 < len(lines):
        number += 1
        line = lines[number].strip()
        if _BORDER.fullmatch(line):
            row = [_cell(cell, right - left - 3) for cell, (left, right) in zip(cells, itertools.pairwise(edges), strict=True)]
            if "=" in line and not rows:
                head = row
            else:
                rows.append([(text, begun) for text in row])
            cells, begun = [[] for _ in edges[1:]], number + 2
        elif line.startswith("|"):
            for cell, part in zip(cells, _parts(line, edges), strict=True):
                cell.append(part)
        else:
            number -= 1
            break
    collector.table(head, rows, first)
    return number + 1


def _parts(line: str, edges: list[int]) -> Iterator[str]:
    """What stands between the edges, counted in columns, since a cell may hold the sign that parts cells."""
    at, position = 0, 0
    for left, right in itertools.pairwise(edges):
        start = None
        while position < len(line) and at < right:
            if at > left and start is None:
                start = position
            at += width(line[position])
            position += 1
        yield line[start:position].strip() if start is not None else ""


def _cell(lines: list[str], columns: int) -> str:
    """The text of a cell, its wrapped lines put together."""
    text, last = "", ""
    for line in lines:
        if text:
            text += _joint(last, line, columns) if line and _was_wrapped(last, line, columns) else "\n"
        text, last = text + line, line
    return text.strip()
