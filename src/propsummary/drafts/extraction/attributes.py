"""Lines that say something beside a text: ``部位：东门岗``, ``领域　车辆管理　　程度　中``, ``相关指标：……``."""

from __future__ import annotations

import functools
import re

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, trimmed
from propsummary.drafts.extraction.labels import Slice
from propsummary.drafts.outline import Words

__all__ = ["attributes_in"]

_LONGEST = 30  # characters of what such a label labels; what is shown elsewhere may be many


def attributes_in(words: Words) -> tuple[Slice, ...]:
    """The fields of a line that says nothing else; none for any other."""
    found = list(_labels().finditer(words.text))
    if not found or found[0].start():
        return ()
    ends = [*(match.start() for match in found[1:]), len(words.text)]
    told = tuple(Slice(_attribute(match), trimmed(words.part(match.end(), end))) for match, end in zip(found, ends, strict=True))
    brief = all(len(one.words.text) <= _LONGEST and not re.search("[。；;]", one.words.text) for one in told if one.slot != "shown")
    return told if brief and all(one.words.text for one in told) else ()


@functools.cache
def _labels() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{one.attribute}>{any_of(one.words)})" for one in prose_words().attributes)
    return re.compile(rf"(?:^|(?<=[\s；;，,|｜]))(?:{groups})(?:\s*[:：]\s*|[\t\u3000]+)")


def _attribute(match: re.Match[str]) -> str:
    return match.lastgroup or ""
