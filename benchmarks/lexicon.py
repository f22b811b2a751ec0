"""
How fast the words of a lexicon are found: against one alternation of regular expressions, and with ten times the words.

Run: ``python benchmarks/lexicon.py``; it fails where a bar is missed by more than 15 %.

Twice: three hundred set phrases of the lexicons that come with the package, in a megabyte of clauses from its own prose; and words
of two to five characters made, as the text is, of the three hundred commonest characters of the lexicons, so that nearly every
place may be the beginning of a word. Ten times the phrases are the beginnings of some with the ends of others. Blocks are shuffled
and medians compared: the machine's other work falls on all alike.
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


_DATA = pathlib.Path(catalogue.__file__).parent / "data"


def _lexicons() -> list[str]:
    """The Chinese words of all lexicons."""
    files = sorted((_DATA / "lexicons").glob("*.toml"))
    return [word for file in files for word in tomllib.loads(file.read_text(encoding="utf-8"))["zh"]]


def _characters() -> str:
    """The commonest characters of the lexicons."""
    return "".join(sorted(character for character, _ in Counter("".join(_lexicons())).most_common(_COMMON)))


def _prose(chance: random.Random) -> str:
    """A megabyte of what the package says in Chinese of its rules, indicators and departments, in any order."""
    files = sorted({*_DATA.rglob("*.toml")} - {*(_DATA / "lexicons").glob("*.toml")})
    clauses = re.findall("[\u4e00-\u9fff，、0-9]{8,}", "\n".join(file.read_text(encoding="utf-8") for file in files))
    return "。".join(chance.choices(clauses, k=_BYTES // 3 // 13))[: _BYTES // 3]


def _phrases(chance: random.Random) -> list[str]:
    """Set phrases of the lexicons, and ten times as many that are made of their halves; the real ones first."""
    real = chance.sample(sorted({word for word in _lexicons() if len(word) >= 4}), 300)
    phrases = dict.fromkeys(real)
    while len(phrases) < 3_000:
        one, other = chance.sample(real, 2)
        phrases[one[:2] + other[-2:]] = None
    return list(phrases)


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


def _kept(title: str, text: str, words: list[str], chance: random.Random) -> bool:
    """Measure with the first 300 of *words* and with all of them, print, and say whether the bars are kept."""
    alternation = re.compile("|".join(map(re.escape, sorted(words[:300], key=len, reverse=True))))
    small, large = Lexicon(words[:300]), Lexicon(words)
    assert [hit.word for hit in small.find(text)] == alternation.findall(text)
    seconds = _medians(
        {
            "alternation": lambda: sum(1 for _ in alternation.finditer(text)),
            "300 words": lambda: sum(1 for _ in small.find(text)),
            "3,000 words": lambda: sum(1 for _ in large.find(text)),
        },
        chance,
    )
    ratios = {name: seconds[one] / seconds[other] for name in _BARS for one, _, other in (name.partition(" / "),)}
    for name, ratio in ratios.items():
        verdict = "ok" if ratio <= _BARS[name] * _NOISE else "over"
        sys.stdout.write(f"{title:24}{name:26}{ratio:6.2f}   bar {_BARS[name]:4}  {verdict}\n")
    return all(ratio <= _BARS[name] * _NOISE for name, ratio in ratios.items())


def main() -> int:
    """Measure, print, and say whether the bars are kept."""
    chance = random.Random(20260104)
    characters = _characters()
    real = _kept("phrases in prose", _prose(chance), _phrases(chance), chance)
    dense = _kept("words in common letters", _text(characters, chance), _words(characters, 3_000, chance), chance)
    return 0 if real and dense else 1


if __name__ == "__main__":
    sys.exit(main())
