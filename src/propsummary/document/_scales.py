"""The multipliers that figures are printed with."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["SCALES", "multiplier"]

#: What 万 and 亿 stand for.
SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}

_MULTIPLIER = re.compile(r"\d\s*([万亿])")


def multiplier(text: str) -> str:
    """The 万 or 亿 behind the digits of a printed figure, if there is one."""
    found = _MULTIPLIER.search(text)
    return found[1] if found else ""
