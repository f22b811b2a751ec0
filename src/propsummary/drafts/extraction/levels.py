"""How grave, how likely: what people write for it."""

from __future__ import annotations

import re

from propsummary.model import Level

__all__ = ["level_of"]

_WORDS = (
    (Level.LOW, re.compile("[较偏很极]?[低小轻]微?|不大|轻微")),
    (Level.MEDIUM, re.compile("中等?|一般|中[度低高]|较重")),
    (Level.HIGH, re.compile("[较偏很极]?[高大重]|严重|重大")),
)


def level_of(text: str) -> Level | None:
    """The level that *text* names and nothing else; none for any other text."""
    plain = text.strip().removesuffix("风险")
    return next((level for level, pattern in _WORDS if pattern.fullmatch(plain)), None)
