"""The Wilson score interval: how far a rate found on a sample may be off."""

from __future__ import annotations

import math
from fractions import Fraction

from propsummary.quantities.interval import Interval

__all__ = ["wilson"]

_Z = Fraction(196, 100)  # the 97.5th percentile of the normal distribution: 95 % lie within ±1.96
_FINE = 10**12  # square roots are exact to one in so many parts


def wilson(share: Fraction, size: int) -> Interval:
    """
    The 95 % Wilson score interval of a share found on a sample, exact to twelve places.

    Args:
        share: The share found, from 0 to 1.

        size: How many answers or samples stand behind it, 1 or more.

    .. versionadded:: 0.1.0
    """
    if not 0 <= share <= 1 or size < 1:
        raise ValueError(f"no share of a sample: {share} of {size}")
    square = _Z**2
    middle = share + square / (2 * size)
    spread = _Z * _root(share * (1 - share) / size + square / (4 * size**2))
    whole = 1 + square / size
    return Interval(max(Fraction(0), (middle - spread) / whole), min(Fraction(1), (middle + spread) / whole))


def _root(value: Fraction) -> Fraction:
    """The square root of *value*, never below the true one, so that the interval is never too narrow."""
    return Fraction(math.isqrt(value.numerator * _FINE**2 // value.denominator) + 1, _FINE)
