"""What belongs to no object, kept as text of its part."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, bare
from propsummary.drafts.extraction.item import Leftover
from propsummary.drafts.extraction.opening import Opening, described, rows_of
from propsummary.drafts.extraction.parts import Chapter
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.outline import Paragraph, Table, Words
from propsummary.model import Section
from propsummary.periods import read_period

__all__ = ["cells", "cells_of", "paragraphs", "sections"]


def sections(chapters: Sequence[Chapter], left: Sequence[Leftover], first: Opening, places: Places) -> tuple[Section, ...]:
    """The passages of the part 其他, the lines at the end, and all that is *left* over, chapter by chapter."""
    aside = [Leftover(chapter, one, aside=True) for chapter in chapters if chapter.kind == "other" for one in _all(chapter)]
    kept = [*left, *aside, *_bare_headings(chapters), *_unread(chapters, first)]
    order = {id(chapter): at for at, chapter in enumerate(chapters)}
    kept.sort(key=lambda one: order.get(id(one.chapter), 0))
    made: list[Section] = []
    for _, group in groupby(kept, key=lambda one: id(one.chapter)):
        passages = [one for one in group if one.words.text]
        if not passages:
            continue
        chapter, words = passages[0].chapter, [one.words for one in passages]
        places.put(("sections", len(made)), *words)
        places.put(("sections", len(made), "text"), *words)
        title = chapter.heading.words.text if chapter.kind == "other" and chapter.heading else ""
        made.append(Section(part=chapter.section_part, title=title, text="\n\n".join(one.text for one in words)))
    return tuple(made)


def paragraphs(chapter: Chapter) -> list[Words]:
    """The paragraphs of a chapter."""
    return [block.words for block in chapter.blocks if isinstance(block, Paragraph)]


def cells(chapter: Chapter) -> list[Words]:
    """The words of its tables."""
    return [words for block in chapter.blocks if isinstance(block, Table) for words in cells_of(block)]


def cells_of(table: Table) -> Iterator[Words]:
    """The words of a table, those of a merged cell once."""
    return (words for row in table.rows for cell in row if not cell.merged for words in cell.words)


def _all(chapter: Chapter) -> list[Words]:
    return [*paragraphs(chapter), *cells(chapter)]


def _bare_headings(chapters: Sequence[Chapter]) -> Iterator[Leftover]:
    """Headings within a part that became the title of nothing."""
    for chapter in chapters:
        untitled = chapter.kind in ("background", "risks", "directions", "innovations", "follow_ups") or (
            chapter.kind == "other" and not chapter.blocks
        )
        if chapter.heading and not chapter.top and untitled:
            yield Leftover(chapter, chapter.heading.words, aside=True)


def _unread(chapters: Sequence[Chapter], first: Opening) -> Iterator[Leftover]:
    """Lines around the title and at the end that say more than was read."""
    known = [bare(value.text) for value in attrs.astuple(first, recurse=False) if isinstance(value, Words)]
    told = [words.text for words in described(chapters)]
    for chapter in chapters:
        if chapter.part == "title" or chapter.kind == "signature":
            rows = [row for block in chapter.blocks if isinstance(block, Table) for row in rows_of(block)]
            paired = " ".join(row.text for row in rows)
            for words in (*paragraphs(chapter), *rows, *(cell for cell in cells(chapter) if cell.text not in paired)):
                if words.text.partition("：")[2] not in told and not _is_read(words.text, known, first):
                    yield Leftover(chapter, words, aside=True)


def _is_read(text: str, known: Sequence[str], first: Opening) -> bool:
    """Whether a line says nothing beside what was read: department, company, estate, period, day."""
    whole = " ".join(known)
    if bare(text) in whole or all(piece in whole for piece in _pieces(text)):
        return True
    told = read_period(text.strip("（）() "), near=first.period)
    if told and first.period and told.same_days(first.period):
        return True
    rest = bare(text)
    for piece in sorted(known, key=len, reverse=True):
        rest = rest.replace(piece, "", 1) if piece else rest
    return not rest


def _pieces(text: str) -> list[str]:
    """What stands in a line behind its labels."""
    return [bare(piece) for piece in _labels().split(text) if bare(piece)]


@functools.cache
def _labels() -> re.Pattern[str]:
    labels = any_of(label for group in attrs.astuple(prose_words().front) for label in group)
    return re.compile(rf"(?:{labels})\s*[:：]|\s")
