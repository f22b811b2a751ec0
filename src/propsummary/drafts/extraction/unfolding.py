"""Headings that stand where an outline has none: as labels before their text, and in the first column of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from propsummary.drafts.extraction.clauses import trimmed
from propsummary.drafts.extraction.kinds import kind_of, names_part
from propsummary.drafts.numbers import read_number
from propsummary.drafts.outline import Block, Heading, Paragraph, Table, TableCell, Words

__all__ = ["unfolded"]


def unfolded(blocks: Sequence[Block]) -> Sequence[Block]:
    """*blocks*, their forms read row by row, and labels that name a part told as headings where hardly any heading does."""
    return _with_labels([one for block in blocks for one in _unfolded(block)])


def _unfolded(block: Block) -> Iterator[Block]:
    """A form, whose first column names the parts of the summary, as its headings with what stands beside them."""
    rows = [(row, _entry(row)) for row in block.rows] if isinstance(block, Table) else []
    if not isinstance(block, Table) or len({kind_of(entry[0].text) for _, entry in rows if entry}) < 2:
        yield block
        return
    if rest := tuple(row for row, entry in rows if entry is None):
        yield attrs.evolve(block, rows=rest, headers=0)
    for _, entry in rows:
        if entry:
            yield Heading(level=1, words=entry[0], position=block.position)
            yield from (_paragraph(words, block.position) for words in entry[1])


def _entry(row: Sequence[TableCell]) -> tuple[Words, tuple[Words, ...]] | None:
    """Name and text of a part that fills a row of a form."""
    cells = [cell for cell in row if not cell.merged and cell.text.strip()]
    if len(cells) != 2 or len(cells[0].words) != 1 or not names_part(cells[0].text):
        return None
    return cells[0].words[0], tuple(words for words in cells[1].words if words.text)


def _paragraph(words: Words, position: int) -> Paragraph:
    number = read_number(words.text)
    if number is None or not number.firm:
        return Paragraph(words=words, position=position)
    return Paragraph(number=number.printed, words=words.part(number.length), position=position)


def _with_labels(blocks: Sequence[Block]) -> Sequence[Block]:
    """*blocks*; where hardly a heading names a part, labels that do (``存在问题：一是……``) become headings."""
    named = {kind for block in blocks if isinstance(block, Heading) and block.level and (kind := kind_of(block.words.text))}
    return blocks if len(named) > 1 else [one for block in blocks for one in _unlabelled(block)]


def _unlabelled(block: Block) -> Iterator[Block]:
    """A paragraph without the label that names its part, and before it that label as a heading."""
    match = (
        re.match(r"[^，,；;。：:]{2,14}[：:。]\s*", block.words.text) if isinstance(block, Paragraph) and not block.kind else None
    )
    if not isinstance(block, Paragraph) or match is None or not names_part(match[0]):
        yield block
        return
    yield Heading(level=1, number=block.number, words=trimmed(block.words.part(0, match.end())), position=block.position)
    if match.end() < len(block.words.text):
        yield attrs.evolve(block, number="", label=0, words=block.words.part(match.end()))
