"""What a heading announces, by its words."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from propsummary._text import simplified
from propsummary.catalogue.prose import HeadingKind, prose_words
from propsummary.drafts.extraction.clauses import any_of, bare
from propsummary.periods import Period, find_periods

__all__ = ["PartName", "kind_of", "names_part", "part_of", "says_only"]

#: The part that a block belongs to: one of the model's, or the lines around the title.
PartName: TypeAlias = Literal["title", "background", "results", "issues", "countermeasures", "outlook", "other"]

_PART: dict[str, str] = {
    "cases": "results",
    "follow_ups": "results",
    "causes": "issues",
    "directions": "outlook",
    "next": "countermeasures",
}


def part_of(kind: str) -> PartName:
    """The part that a chapter of some kind belongs to."""
    return _PART.get(kind, kind)  # type: ignore[return-value]  # every other kind is a part


def kind_of(heading: str, period: Period | None = None) -> HeadingKind | None:
    """What a heading announces; none if its words tell nothing."""
    plain = simplified(heading)
    found: HeadingKind | None = None
    for row in prose_words().headings:
        if any(word in plain for word in row.words) and not (row.alone and not says_only(plain, row.words)):
            found = row.kind
            break
    if period and found in (None, "results", "background") and "完成" not in plain and "回顾" not in plain:
        later = [one for one in find_periods(plain, period=period) if one.first and one.first > period.last]
        if later:
            return "outlook"
    return found


def says_only(heading: str, words: Sequence[str]) -> bool:
    """Whether *heading* says nothing beside *words* and filler."""
    rest = re.sub(any_of(words), "", bare(simplified(heading)))
    return not _filler().sub("", rest)


def names_part(label: str) -> bool:
    """Whether *label* names a part of the summary and says nothing else."""
    words = [word for row in prose_words().headings for word in row.words]
    return kind_of(label) not in (None, "causes", "cases", "directions", "follow_ups") and says_only(label, words)


@functools.cache
def _filler() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(prose_words().filler.words)}|[0-9一二三四五六七八九十])*")
