"""Which measure answers which issue, by number or by words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import bare

__all__ = ["linked", "named", "refers_only", "same_thing"]

_SURE = 0.16  # by trial: below it the common characters are chance


def linked(texts: Sequence[str], targets: Sequence[str]) -> list[int | None]:
    """For each of *texts* the place of the one of *targets* that it speaks of; None where that cannot be told."""
    ones, others = [_pairs(text) for text in texts], [_pairs(target) for target in targets]
    pairs = sorted(
        ((_likeness(one, other), -abs(i - j), i, j) for i, one in enumerate(ones) for j, other in enumerate(others)),
        reverse=True,
    )
    found: list[int | None] = [None] * len(texts)
    for like, _, i, j in pairs:
        if like >= _SURE and found[i] is None:
            found[i] = j
    return found


def named(text: str) -> int | None:
    """The number of the issue that *text* names: 针对问题2, 针对第二个问题."""
    match = re.search("(?:针对|对应|解决)?(?:第([一二三四五六七八九])(?:个|项|条)?问题|问题[（(]?([0-9一二三四五六七八九]))", text)
    if match is None:
        return None
    said = match[1] or match[2]
    return int(said) if said.isdigit() else "一二三四五六七八九".index(said) + 1


def refers_only(text: str) -> bool:
    """Whether *text* says nothing but which issue by its number is meant: 问题1, 对应第二条."""
    return (
        re.fullmatch(
            "(?:针对|对应|解决)?(?:存在)?(?:问题)?第?[（(]?[0-9一二三四五六七八九][)）]?(?:[个项条]?问题|[项条])?", text.strip()
        )
        is not None
    )


def same_thing(name: str, text: str) -> bool:
    """Whether *name* is *text* in its words, or the beginning of it: cut with ``…``, or at least eight characters long."""
    one, whole = bare(name), bare(text)
    least = 4 if name.rstrip().endswith(("…", "...")) else 8
    return bool(one) and (one == whole or (len(one) >= least and whole.startswith(one)))


def _likeness(one: set[str], other: set[str]) -> float:
    """How many of the pairs of characters of the shorter text both have, common words aside; from 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _pairs(text: str) -> set[str]:
    plain = bare(text)
    pairs = {plain[i : i + 2] for i in range(len(plain) - 1) if not plain[i : i + 2].isdigit()}
    return pairs.difference(prose_words().common.words)
