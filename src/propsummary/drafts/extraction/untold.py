"""What the readers of a part passed over: the net below them that no word falls through."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

import attrs

from propsummary.drafts.extraction.cause_patterns import patterns
from propsummary.drafts.extraction.clauses import ADDING, bare, clauses
from propsummary.drafts.extraction.labels import label_pattern
from propsummary.drafts.extraction.rows import row_marks
from propsummary.drafts.outline import Block, Paragraph, Table, Words

__all__ = ["untold", "without_cues"]

#: What counts an entry, or says that there is nothing to say.
_COUNTS = re.compile("[A-Za-z]?[0-9]*|[①-⑳]|无")


def untold(blocks: Sequence[Block], told: Sequence[Words]) -> Iterator[Words]:
    """The clauses of *blocks* of which nothing is *told*; numbers, labels and the words that open a cause or a cure aside."""
    taken = _merged(place for words in told if (place := _place(words)))
    for passage in _passages(blocks):
        for clause in clauses(without_cues(passage)):
            here = _place(clause)
            if here and not _COUNTS.fullmatch(bare(clause.text)) and not _touches(here, taken):
                yield clause


def without_cues(words: Words) -> Words:
    """*words* with a comma for each character of what was understood and has no field: ``究其原因``, ``下一步``, ``第一，``."""
    text = words.text
    for cue in (label_pattern(), row_marks(), ADDING, *(patterns()[name] for name in ("opener", "weak", "sides", "cures"))):
        text = cue.sub(lambda found: "，" * len(found[0]), text)
    return attrs.evolve(words, text=text)


def _passages(blocks: Sequence[Block]) -> Iterator[Words]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.words
        elif isinstance(block, Table):
            yield from (words for row in block.rows[block.headers :] for cell in row if not cell.merged for words in cell.words)


_Place = tuple[tuple[int, int], tuple[int, int]]


def _place(words: Words) -> _Place | None:
    """From where to where *words* stand; none for words that stand nowhere."""
    span = words.span()
    return ((span.line, span.column), (span.end_line, span.end_column)) if span else None


def _merged(places: Iterable[_Place]) -> list[_Place]:
    """*places* in order, those that overlap as one."""
    merged: list[_Place] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _touches(place: _Place, merged: Sequence[_Place]) -> bool:
    before = bisect_left(merged, place[1], key=itemgetter(0)) - 1
    return before >= 0 and merged[before][1] > place[0]
