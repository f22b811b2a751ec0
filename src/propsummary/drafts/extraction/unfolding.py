"""Headings that stand where an outline has none: as labels before their text, and in the first column of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import trimmed
from propsummary.drafts.extraction.kinds import kind_of, names_part, says_only
from propsummary.drafts.extraction.questions import answered
from propsummary.drafts.numbers import read_number
from propsummary.drafts.outline import Block, Heading, Paragraph, Table, TableCell, Words

__all__ = ["unfolded"]


def unfolded(blocks: Sequence[Block]) -> Sequence[Block]:
    """*blocks*, their forms read row by row, and labels that name a part told as headings where hardly any heading does."""
    return _with_labels(answered(list(_with_causes([one for block in blocks for one in _unfolded(block)]))))


def _with_causes(blocks: Sequence[Block]) -> Iterator[Block]:
    """*blocks*; below the heading of an issue a line that says only 原因分析 heads the list behind it."""
    above: Heading | None = None
    for block, following in zip_longest(blocks, blocks[1:]):
        above = block if isinstance(block, Heading) else above
        lists = isinstance(following, Paragraph) and following.number
        own = above is not None and above.level > 1 and not names_part(above.words.text)
        if isinstance(block, Paragraph) and not block.number and lists and above and own and _heads_causes(block):
            yield Heading(level=above.level + 1, words=trimmed(block.words), position=block.position)
        else:
            yield block


def _heads_causes(block: Paragraph) -> bool:
    words = [word for row in prose_words().headings if row.kind == "causes" for word in row.words]
    return kind_of(block.words.text) == "causes" and says_only(block.words.text, words)


def _unfolded(block: Block) -> Iterator[Block]:
    """A form, whose first column names the parts of the summary, as its headings with what stands beside them."""
    rows = [(row, _entry(row)) for row in block.rows] if isinstance(block, Table) else []
    if isinstance(block, Table) and len({kind_of(head.text) for row in block.rows if (head := _head(row))}) > 1:
        yield from _sections(block)
        return
    if not isinstance(block, Table) or len({kind_of(entry[0].text) for _, entry in rows if entry}) < 2:
        yield block
        return
    if rest := tuple(row for row, entry in rows if entry is None):
        yield attrs.evolve(block, rows=rest, headers=0)
    for _, entry in rows:
        if entry:
            yield Heading(level=1, words=entry[0], position=block.position)
            yield from (_paragraph(words, block.position) for words in entry[1])


def _head(row: Sequence[TableCell]) -> Words | None:
    """What a row says that is one cell across the whole form and heads a part of the summary: ``三、存在问题``."""
    cells = [cell for cell in row if not cell.merged]
    if len(row) < 2 or len(cells) != 1 or len(cells[0].words) != 1:
        return None
    words = cells[0].words[0]
    return words if len(words.text) <= 24 and not re.search("[。；;：:]", words.text) and kind_of(words.text) else None


def _sections(table: Table) -> Iterator[Block]:
    """A form whose rows of one cell head what stands below them: headings, each with the rows down to the next as a table."""
    rows: list[Sequence[TableCell]] = []
    signed = [row for row in table.rows if any(re.search("签字|签名|签章|盖章", cell.text) for cell in row)]
    started = False
    for row in (one for one in table.rows if one not in signed):
        head = _head(row)
        if head is None:
            rows.append(row)
            continue
        yield from _below(rows, table, headed=started)
        started, rows = True, []
        number = read_number(head.text)
        printed, length = (number.printed, number.length) if number and number.firm else ("", 0)
        yield Heading(level=1, number=printed, words=head.part(length), position=table.position)
    yield from _below(rows, table, headed=True)
    yield from (_paragraph(words, table.position) for row in signed for cell in row if not cell.merged for words in cell.words)


def _below(rows: Sequence[Sequence[TableCell]], table: Table, *, headed: bool) -> Iterator[Block]:
    """Rows of a form: a table, whose first row are its headings where others stand below it, or plain paragraphs."""
    if all(sum(not cell.merged for cell in row) == 1 for row in rows):
        yield from (_paragraph(words, table.position) for row in rows for cell in row if not cell.merged for words in cell.words)
    else:
        yield attrs.evolve(table, rows=tuple(map(tuple, rows)), headers=int(headed and len(rows) > 1))


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
    if len(named) > 1:
        return blocks
    told: list[Block] = []
    level = 0
    for block in blocks:
        level = block.level if isinstance(block, Heading) else level
        told += _unlabelled(block, level + 1)
    return told


def _unlabelled(block: Block, level: int) -> Iterator[Block]:
    """A paragraph without the label that names its part, and before it that label as a heading of some *level*."""
    match = (
        re.match(r"[^，,；;。：:]{2,14}[：:。]\s*", block.words.text) if isinstance(block, Paragraph) and not block.kind else None
    )
    if not isinstance(block, Paragraph) or match is None or not names_part(match[0]):
        yield block
        return
    yield Heading(level=level, number=block.number, words=trimmed(block.words.part(0, match.end())), position=block.position)
    if match.end() < len(block.words.text):
        yield attrs.evolve(block, number="", label=0, words=block.words.part(match.end()))
