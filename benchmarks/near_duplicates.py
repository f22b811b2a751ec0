"""
How fast repeated passages are found among 2,000 paragraphs, against comparing each with each; and among the rows of a table.

Run: ``python benchmarks/near_duplicates.py``; it fails where the bar is missed by more than 15 %, or a pair is missed or made up.

The paragraphs are made of words that the lexicons hold; one in twenty is another one with a few characters changed, and one in
fifty is another one as it is. The rows differ in their figures alone, and thus share nearly all of their n-grams: eight times as
many should take little more than eight times as long.
"""

from __future__ import annotations

import pathlib
import random
import re
import statistics
import sys
import time
import tomllib
from fractions import Fraction

from propsummary import catalogue
from propsummary.rules.wording._near import near_pairs

_BAR = 0.10
_GROWTH = 12.0
_NOISE = 1.15

_COUNT = 2_000
_SIZE, _SHARE = 3, Fraction(4, 5)


def _words() -> list[str]:
    folder = pathlib.Path(catalogue.__file__).parent / "data" / "lexicons"
    return sorted({word for file in folder.glob("*.toml") for word in tomllib.loads(file.read_text(encoding="utf-8"))["zh"]})


def _paragraphs(chance: random.Random) -> list[str]:
    """Paragraphs of some eighty characters, an eighth of whose words are the same twenty."""
    words = _words()
    usual = chance.sample(words, 20)
    found: list[str] = []
    while len(found) < _COUNT:
        if found and chance.random() < 0.05:
            text = list(chance.choice(found))
            for _ in range(chance.randint(1, 3)):
                text[chance.randrange(len(text))] = chance.choice(chance.choice(words))
            found.append("".join(text))
        elif found and chance.random() < 0.02:
            found.append(chance.choice(found))
        else:
            found.append("".join(chance.choice(usual if chance.random() < 0.125 else words) for _ in range(chance.randint(18, 32))))
    return found


def _all_pairs(texts: list[str]) -> set[tuple[int, int]]:
    """Each compared with each."""
    grams = [frozenset(text[i : i + _SIZE] for i in range(len(text) - _SIZE + 1)) for text in texts]
    above, below = _SHARE.numerator, _SHARE.denominator
    found = set()
    for j, own in enumerate(grams):
        for i in range(j):
            both = len(own & grams[i])
            if both and both * below >= above * (len(own) + len(grams[i]) - both):
                found.add((i, j))
    return found


def _rows(count: int) -> list[str]:
    return [f"第{n}组巡更点改用感应打卡漏巡由每月{n + 5000}点降到{n + 9000}点交接班记录与轨迹每天核对一次" for n in range(count)]


def _growth(times: int = 8) -> float:
    """How much longer *times* as many rows take."""
    taken = []
    for rows in (_rows(1_000), _rows(1_000 * times)):
        figures = [frozenset(re.findall("[0-9]+", row)) for row in rows]
        start = time.perf_counter()
        assert not list(near_pairs(rows, figures, size=_SIZE, share=_SHARE))
        taken.append(time.perf_counter() - start)
    return taken[1] / taken[0]


def main() -> int:
    """Measure, print, and say whether the bar is kept."""
    chance = random.Random(20260106)
    texts = _paragraphs(chance)
    times: dict[str, list[float]] = {"join": [], "all pairs": []}
    for _ in range(3):
        start = time.perf_counter()
        every = _all_pairs(texts)
        times["all pairs"].append(time.perf_counter() - start)
        for _ in range(3):
            start = time.perf_counter()
            found = list(near_pairs(texts, size=_SIZE, share=_SHARE))
            times["join"].append(time.perf_counter() - start)
    assert len(found) == len(set(found))
    exact = set(found) == every
    ratio = statistics.median(times["join"]) / statistics.median(times["all pairs"])
    sys.stdout.write(f"join / all pairs          {ratio:6.3f}   bar {_BAR}\n")
    sys.stdout.write(f"pairs found               {len(found):6}   of {len(every)}\n")
    growth = statistics.median(_growth() for _ in range(5))
    sys.stdout.write(f"rows, 8 x as many         {growth:6.2f}   bar {_GROWTH}\n")
    return 0 if exact and ratio <= _BAR * _NOISE and growth <= _GROWTH * _NOISE else 1


if __name__ == "__main__":
    sys.exit(main())
