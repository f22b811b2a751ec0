"""
Texts that are nearly the same, found without comparing each with each.

Two texts are near when their sets of character n-grams overlap by a given share (Jaccard). The join is exact: texts that share so
much must share one of their few rarest n-grams, so only those that do are compared (prefix filter; Chaudhuri and others 2006,
Bayardo and others 2007). The rows of a long table share all of their n-grams but those of their figures; what tells them apart
is asked for in the same way, so that they are not compared with each other either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import TypeAlias, TypeVar

__all__ = ["near_pairs"]

_T = TypeVar("_T", bound=Hashable)

# By a mark, then by an n-gram: the texts that have both.
_Shelf: TypeAlias = defaultdict["str | None", defaultdict[int, list[int]]]


def near_pairs(
    texts: Sequence[str], telling: Sequence[frozenset[str]] | None = None, *, size: int = 3, share: Fraction = Fraction(4, 5)
) -> Iterator[tuple[int, int]]:
    """
    Every pair of positions in *texts* whose texts are near, the smaller position first; each pair once, in no certain order.

    Args:
        texts: Texts shorter than *size* are near to none.

        telling: The marks of each text that tell it apart: two texts of which each has one that the other has not are no pair.

        size: Characters of an n-gram.

        share: How much of all n-grams of both they have in common at the least; above 0.
    """
    grams = _numbered([dict.fromkeys(text[i : i + size] for i in range(len(text) - size + 1)) for text in texts])
    marks = telling or [frozenset[str]()] * len(texts)
    shelves = _Shelves(marks)
    above, below = share.numerator, share.denominator
    for this in sorted(range(len(texts)), key=lambda at: len(grams[at])):
        own, mine = grams[this], marks[this]
        count = len(own)
        if not count:
            continue
        rarest = sorted(own)
        shortest = -(-above * count // below)  # what a text must hold to be near one of this size
        for other in shelves.candidates(this, rarest[: count - shortest + 1]):
            theirs = grams[other]
            if len(theirs) < shortest or not (mine <= marks[other] or marks[other] <= mine):
                continue
            if len(own & theirs) * (above + below) >= above * (count + len(theirs)):
                yield (other, this) if other < this else (this, other)
        # Texts still to come are no smaller, so that even fewer of the rarest will do.
        shelves.add(this, rarest[: count - -(-2 * above * count // (above + below)) + 1])


class _Shelves:
    """
    Texts by their n-grams and marks.

    If all marks of one text are among another's, the rarest of the one is a mark of the other. A text without marks has the
    mark None for its rarest, which every text has.
    """

    def __init__(self, marks: Sequence[frozenset[str]]) -> None:
        seen = Counter(chain.from_iterable(marks))
        self._marks = marks
        self._rarest = [min(one, key=lambda mark: (seen[mark], mark), default=None) for one in marks]
        self._asked = frozenset(self._rarest)  # no other mark leads anywhere
        self._by_rarest: _Shelf = defaultdict(lambda: defaultdict(list))
        self._by_others: _Shelf = defaultdict(lambda: defaultdict(list))

    def _all(self, text: int) -> Collection[str | None]:
        return self._asked & {None, *self._marks[text]}

    def candidates(self, text: int, grams: Collection[int]) -> set[int]:
        """The texts added so far that have one of *grams*, and that *text* may be told no different from."""
        shelves = [self._by_rarest[mark] for mark in self._all(text)] + [self._by_others[self._rarest[text]]]
        return {other for shelf in shelves if shelf for gram in grams for other in shelf.get(gram, ())}

    def add(self, text: int, grams: Collection[int]) -> None:
        """Put *text* where those that come later look for it."""
        rarest = self._rarest[text]
        for mark in self._all(text):
            shelf = (self._by_rarest if mark == rarest else self._by_others)[mark]
            for gram in grams:
                shelf[gram].append(text)


def _numbered(sets: Sequence[Iterable[_T]]) -> list[frozenset[int]]:
    """The same sets of numbers, the rarest member the lowest."""
    seen = Counter(chain.from_iterable(sets))
    rank = {member: place for place, member in enumerate(sorted(seen, key=seen.__getitem__))}
    return [frozenset(map(rank.__getitem__, one)) for one in sets]
