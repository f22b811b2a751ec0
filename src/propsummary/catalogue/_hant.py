"""The catalogue's words in traditional characters."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from propsummary.catalogue._reader import DATA, read_toml
from propsummary.problems import Language

__all__ = ["spoken", "traditional", "traditional_unit"]


def spoken(zh: str, en: str, language: Language) -> str:
    """Which of the catalogue's words a reader of *language* is shown."""
    if language == "en":
        return en
    return traditional(zh) if language == "zh-Hant" else zh


def traditional(text: str) -> str:
    """A word or phrase of the catalogue in traditional characters; any other text as it is."""
    return _words().get(text, text)


def traditional_unit(symbol: str) -> str:
    """A unit in traditional characters, a compound one or one with a multiplier part by part: ``萬戶``, ``件/戶·月``."""
    return re.sub("[万亿]|[^万亿/·]+", lambda part: traditional(part[0]), symbol)


@functools.cache
def _words() -> Mapping[str, str]:
    words: dict[str, str] = read_toml(DATA / "hant.toml")["words"]
    return words
