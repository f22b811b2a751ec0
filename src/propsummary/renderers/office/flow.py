"""How blocks follow each other on paper: stretches of upright and lying pages, facts side by side, and what text points to."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from propsummary._text import width
from propsummary.document import Block, Chain, Heading, Table
from propsummary.renderers.office.columns import fits_upright

__all__ = ["by_direction", "references", "side_by_side"]

_SHORT = 20  # columns of a value that others may stand beside
_LINE = 76  # columns of a line of facts
_REFERENCE = re.compile(r"(?<=[见如在])(?:图|表) ?\d+|(?<=\bsee )(?:Table|Figure) \d+|(?<=\bin )(?:Table|Figure) \d+")


def by_direction(blocks: tuple[Block, ...], upright: int, sideways_room: int) -> Iterator[tuple[bool, list[Block]]]:
    """
    The blocks in stretches that share the direction of their pages; headings go with what they head.

    Args:
        upright, sideways_room: How wide the text is on either, in twentieths of a point.
    """
    waiting: list[Block] = []
    stretch: list[Block] = []
    sideways = False
    for block in blocks:
        waiting.append(block)
        if isinstance(block, Heading):
            continue
        table = block.as_table() if isinstance(block, Chain) else block
        turned = isinstance(table, Table) and (not fits_upright(table, upright, sideways_room) or (sideways and table.wide))
        if turned is not sideways and stretch:
            yield sideways, stretch
            stretch = []
        sideways = turned
        stretch += waiting
        waiting = []
    if stretch or waiting:
        yield sideways, stretch + waiting


def side_by_side(pairs: tuple[tuple[str, str], ...]) -> Iterator[list[tuple[str, str]]]:
    """Short pairs that follow each other on one line, all others on lines of their own."""
    line: list[tuple[str, str]] = []
    room = 0
    for name, value in pairs:
        needed = width(name) + width(value) + 6
        short = width(value) <= _SHORT and "\n" not in value
        if line and (not short or needed > room):
            yield line
            line = []
        if not line:
            room = _LINE
        line.append((name, value))
        room = room - needed if short else 0
    if line:
        yield line


def references(text: str, known: Container[str]) -> Iterator[tuple[str, str]]:
    """The pieces of *text*, each with the number of the table or figure of *known* that it points to, or with nothing."""
    done = 0
    for match in _REFERENCE.finditer(text):
        number = next((name for name in (match[0], f"{match[0][0]} {match[0][1:]}") if name in known), "")
        if number:
            if match.start() > done:
                yield text[done : match.start()], ""
            yield match[0], number
            done = match.end()
    if done < len(text):
        yield text[done:], ""
