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

__all__ = ["PartName", "kind_of", "names_part", "part_of", "says_only", "without_closed"]

#: The part that a block belongs to: one of the model's, or the lines around the title.
PartName: TypeAlias = Literal["title", "background", "results", "issues", "countermeasures", "outlook", "other"]

_CLOSED = re.compile(
    "[^，,。；;：:]{2,16}?(?:(?:讲|说|报|谈|摆|数|汇报|介绍)(?:完了?|到这[里儿]?|过了)|到此(?:为止)?|就这么?些|就是这样)了?[，,。；;！!—]+(?=.)"
    "|[^，,。；;：:]{2,16}[，,。；;](?=(?:下面|接下来|再|最后|现在)来?(?:说|讲|报|谈|聊|汇报))"
)

_PART: dict[str, str] = {
    "cases": "results",
    "follow_ups": "results",
    "causes": "issues",
    "risks": "outlook",
    "directions": "outlook",
    "innovations": "outlook",
    "next": "countermeasures",
}


def part_of(kind: str) -> PartName:
    """The part that a chapter of some kind belongs to."""
    return _PART.get(kind, kind)  # type: ignore[return-value]  # every other kind is a part


def kind_of(heading: str, period: Period | None = None) -> HeadingKind | None:
    """What a heading announces; none if its words tell nothing."""
    plain = without_closed(simplified(heading))
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


def without_closed(text: str) -> str:
    """What is left of a sentence without the clause that closes the part before: ``成绩就讲到这里。下面我讲不足``."""
    closed = _CLOSED.match(text)
    return text[closed.end() :] if closed else text


def says_only(heading: str, words: Sequence[str]) -> bool:
    """Whether *heading* says nothing beside *words* and filler."""
    rest = re.sub(any_of(words), "", bare(simplified(heading)))
    return not _filler().sub("", rest)


def names_part(label: str) -> bool:
    """Whether *label* names a part of the summary and says nothing else."""
    words = [word for row in prose_words().headings for word in row.words]
    within = ("causes", "cases", "risks", "directions", "innovations", "follow_ups")
    return kind_of(label) not in (None, *within) and says_only(label, words)


@functools.cache
def _filler() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(prose_words().filler.words)}|[0-9一二三四五六七八九十])*")
