"""
Texts that are nearly the same, found without comparing each with each.

Two texts are near when their sets of character n-grams overlap by a given share (Jaccard). The join is exact: texts that share so
much must share one of their few rarest n-grams, so only those that do are compared (prefix filter; Chaudhuri and others 2006,
Bayardo and others 2007).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

__all__ = ["near_pairs"]


def near_pairs(texts: Sequence[str], *, size: int = 3, share: Fraction = Fraction(4, 5)) -> Iterator[tuple[int, int]]:
    """
    Every pair of positions in *texts* whose texts are near, the smaller position first; each pair once, in no certain order.

    Args:
        texts: Texts shorter than *size* are near to none.

        size: Characters of an n-gram.

        share: How much of all n-grams of both they have in common at the least; above 0.
    """
    grams = [dict.fromkeys(text[i : i + size] for i in range(len(text) - size + 1)) for text in texts]
    seen = Counter(chain.from_iterable(grams))
    rank = {gram: place for place, gram in enumerate(sorted(seen, key=seen.__getitem__))}  # the rarest first
    numbered = [frozenset(map(rank.__getitem__, one)) for one in grams]
    above, below = share.numerator, share.denominator
    listed: defaultdict[int, list[int]] = defaultdict(list)
    for this in sorted(range(len(texts)), key=lambda at: len(numbered[at])):
        own = numbered[this]
        count = len(own)
        if not count:
            continue
        rarest = sorted(own)
        shortest = -(-above * count // below)  # what a text must hold to be near one of this size
        candidates = {other for gram in rarest[: count - shortest + 1] for other in listed.get(gram, ())}
        for other in candidates:
            theirs = numbered[other]
            both = count + len(theirs)
            if len(theirs) >= shortest and len(own & theirs) * (above + below) >= above * both:
                yield (other, this) if other < this else (this, other)
        # Texts still to come are no smaller, so that even fewer of the rarest will do.
        for gram in rarest[: count - -(-2 * above * count // (above + below)) + 1]:
            listed[gram].append(this)
