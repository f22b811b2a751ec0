"""Other words in the place of some."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

__all__ = ["Replacement", "applied"]

#: A replacement in a text: from, to, by what; in code points.
Replacement: TypeAlias = tuple[int, int, str]


def applied(text: str, replacements: Iterable[Replacement]) -> str:
    """*text* with the replacements made, which come in order and do not overlap."""
    parts, at = [], 0
    for start, end, new in replacements:
        parts += [text[at:start], new]
        at = end
    return "".join((*parts, text[at:]))
