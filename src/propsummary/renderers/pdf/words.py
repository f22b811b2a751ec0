"""Words that must not run over the edge of the page."""

from __future__ import annotations

import functools
import re

__all__ = ["breakable"]

_BREAK = "\u200b"  # shows nothing, and a line may end there


def breakable(text: str, longest: int = 48) -> str:
    """*text* in which a word of more than *longest* letters (an address on the web, a run of digits) may be broken."""
    return _long(longest).sub(rf"\g<0>{_BREAK}", text) if len(text) > longest else text


@functools.lru_cache(maxsize=64)
def _long(longest: int) -> re.Pattern[str]:
    """So many characters without a place to break, and more behind them; between Chinese characters any place is one."""
    letter = "[^\\s\u2010-\u2015\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]"
    return re.compile(f"{letter}{{{longest}}}(?={letter})")
