"""What readers of a part hand on: an entry with its fields, and words that belong to none."""

from __future__ import annotations

import attrs

from propsummary.drafts.extraction.chapter import Chapter
from propsummary.drafts.extraction.labels import Slice
from propsummary.drafts.outline import Words, join

__all__ = ["Item", "Leftover"]


@attrs.frozen(kw_only=True)
class Item:
    """
    One entry of a part.

    Attributes:
        title: A heading or label that names it.

        slices: Its fields, in reading order.

        number: Which of its siblings it is, counted from 1; 0 where siblings are not numbered.

        topic: The heading that it stands below together with others; empty for none.

        tabled: Whether it is a row of a table.

        chapter: Where it stands.
    """

    title: Words | None = None
    slices: tuple[Slice, ...] = ()
    number: int = 0
    topic: str = ""
    tabled: bool = False
    chapter: Chapter | None = None

    def all(self, slot: str) -> tuple[Words, ...]:
        """The words of one field."""
        return tuple(one.words for one in self.slices if one.slot == slot)

    def first(self, slot: str) -> Words | None:
        """The first words of one field."""
        return next(iter(self.all(slot)), None)

    def joined(self, slot: str) -> Words | None:
        """All words of one field as one passage."""
        words = self.all(slot)
        return join(words, "。") if len(words) > 1 else words[0] if words else None


@attrs.frozen
class Leftover:
    """
    Words that became part of no object, with the chapter that they stand in.

    Attributes:
        aside: Whether that is as it should be: headings, and what belongs to no part.
    """

    chapter: Chapter
    words: Words
    aside: bool = False
