"""
How fast the words of a lexicon are found: against one alternation of regular expressions, and with ten times the words.

Run: ``python benchmarks/lexicon.py``; it fails where a bar is missed by more than 15 %.

Text and words are made of the three hundred commonest characters of the lexicons that come with the package: a few hundred
characters make up most of any Chinese prose, so that nearly every place may be the beginning of a word. Blocks are shuffled and
medians compared: the machine's other work falls on all alike.
"""

from __future__ import annotations

import pathlib
import random
import re
import statistics
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable

from propsummary import catalogue
from propsummary.catalogue.lexicon import Lexicon

_BARS = {"300 words / alternation": 0.45, "3,000 words / 300 words": 1.3}
_NOISE = 1.15

_BYTES = 1_000_000
_COMMON = 300


def _characters() -> str:
    """The commonest characters of the lexicons."""
    folder = pathlib.Path(catalogue.__file__).parent / "data" / "lexicons"
    words = (word for file in folder.glob("*.toml") for word in tomllib.loads(file.read_text(encoding="utf-8"))["zh"])
    return "".join(sorted(character for character, _ in Counter("".join(words)).most_common(_COMMON)))


def _text(characters: str, chance: random.Random) -> str:
    """A megabyte of clauses of twelve characters."""
    return "".join("".join(chance.choices(characters, k=12)) + "，" for _ in range(_BYTES // 3 // 13))


def _words(characters: str, count: int, chance: random.Random) -> list[str]:
    """*count* words of two to five characters, most of four, as set phrases are."""
    words: dict[str, None] = {}
    while len(words) < count:
        words["".join(chance.choices(characters, k=chance.choice((2, 3, 4, 4, 5))))] = None
    return list(words)


def _medians(works: dict[str, Callable[[], int]], chance: random.Random, rounds: int = 15) -> dict[str, float]:
    """Seconds each of *works* takes."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name in chance.sample(sorted(works), len(works)):
            start = time.perf_counter()
            works[name]()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def main() -> int:
    """Measure, print, and say whether the bars are kept."""
    chance = random.Random(20260104)
    characters = _characters()
    text = _text(characters, chance)
    few, many = _words(characters, 300, chance), _words(characters, 3_000, chance)
    alternation = re.compile("|".join(map(re.escape, sorted(few, key=len, reverse=True))))
    small, large = Lexicon(few), Lexicon(many)
    assert [hit.word for hit in small.find(text)] == alternation.findall(text)
    seconds = _medians(
        {
            "alternation": lambda: sum(1 for _ in alternation.finditer(text)),
            "300 words": lambda: sum(1 for _ in small.find(text)),
            "3,000 words": lambda: sum(1 for _ in large.find(text)),
        },
        chance,
    )
    kept = True
    for name, bar in _BARS.items():
        one, _, other = name.partition(" / ")
        ratio = seconds[one] / seconds[other]
        kept &= ratio <= bar * _NOISE
        sys.stdout.write(f"{name:26}{ratio:6.2f}   bar {bar}\n")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
