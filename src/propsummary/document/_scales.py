"""The multipliers that figures are printed with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

__all__ = ["ENGLISH", "SCALES", "english_scale", "multiplier", "without_multiplier"]

#: What 万 and 亿 stand for.
SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}

#: What English counts in, greatest first.
ENGLISH = {"billion": Decimal(1_000_000_000), "million": Decimal(1_000_000), "thousand": Decimal(1_000)}

_MULTIPLIER = re.compile(r"\d\s*([万亿萬億])")
_SIMPLIFIED = {"萬": "万", "億": "亿"}


def multiplier(text: str) -> str:
    """The 万 or 亿 behind the digits of a printed figure, if there is one."""
    found = _MULTIPLIER.search(text)
    return _SIMPLIFIED.get(found[1], found[1]) if found else ""


def without_multiplier(unit: str) -> str:
    """*unit* without the 万 or 亿 in front of it."""
    return unit.lstrip("万亿萬億")


def english_scale(numbers: Iterable[Decimal]) -> str:
    """The word that the greatest of *numbers* is counted in; none below a thousand."""
    greatest = max(map(abs, numbers), default=Decimal(0))
    return next((word for word, scale in ENGLISH.items() if greatest >= scale), "")
