"""Exact intervals: the true values that a printed figure can stand for, and arithmetic on them."""

from __future__ import annotations

import functools
from decimal import Decimal
from fractions import Fraction

import attrs

__all__ = ["Interval", "Number"]

Number = int | Decimal | Fraction


@attrs.frozen(init=False)
class Interval:
    """
    All numbers from *low* to *high*, both ends included.

    A figure printed as ``98.6`` can come from any number in [98.55, 98.65]: half up and half to even are both in use, so
    both ends belong to it. What is computed from such figures lies in an interval again, and two statements contradict each
    other only if their intervals do not meet. No float is involved anywhere.

    Attributes:
        low, high: The ends; ``None`` where there is no end.

    .. versionadded:: 0.1.0
    """

    low: Fraction | None
    high: Fraction | None

    def __init__(self, low: Number | None, high: Number | None) -> None:
        self.__attrs_init__(_exact(low), _exact(high))

    @classmethod
    def exactly(cls, value: Number) -> Interval:
        """The interval that holds *value* alone."""
        end = _exact(value)
        return cls(end, end)

    @classmethod
    def printed(cls, number: Decimal | str, *, truncated: bool = False) -> Interval:
        """
        What *number* can stand for, given its last printed place.

        Args:
            number: The figure with all its printed decimals; ``Decimal("2.6E+4")`` is a printed 2.6万.

            truncated: Whether the rest may also have been cut off instead of rounded.
        """
        decimal = Decimal(number)
        value, half = Fraction(*decimal.as_integer_ratio()), _half_a_place(int(decimal.as_tuple().exponent))
        low, high = value - half, value + half
        if truncated:
            low, high = (low - half, high) if value < 0 else (low, high + half)
        return cls(low, high)

    def __contains__(self, value: Number) -> bool:
        return self.overlaps(Interval.exactly(value))

    def overlaps(self, other: Interval) -> bool:
        """Whether both can be the same number."""
        return not (self < other or other < self)

    def __lt__(self, other: Interval) -> bool:
        """Whether every number of this one lies below every number of *other*."""
        return self.high is not None and other.low is not None and self.high < other.low

    def __gt__(self, other: Interval) -> bool:
        return other < self

    def __add__(self, other: Interval | Number) -> Interval:
        other = _interval(other)
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high)

    def __neg__(self) -> Interval:
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def __sub__(self, other: Interval | Number) -> Interval:
        other = _interval(other)
        low = None if self.low is None or other.high is None else self.low - other.high
        high = None if self.high is None or other.low is None else self.high - other.low
        return Interval(low, high)

    def __mul__(self, other: Interval | Number) -> Interval:
        other = _interval(other)
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return self._unbounded_times(other)
        if self.low.numerator >= 0 and other.low.numerator >= 0:  # as nearly always
            return Interval(self.low * other.low, self.high * other.high)
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval | Number) -> Interval:
        """The quotient; without ends if *other* can be zero, since then it says nothing."""
        other = _interval(other)
        if (other.low is None or other.low.numerator <= 0) and (other.high is None or other.high.numerator >= 0):
            return Interval(None, None)
        return self * Interval(_inverse(other.high), _inverse(other.low))

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: Number) -> Interval:
        return _interval(other) - self

    def __rtruediv__(self, other: Number) -> Interval:
        return _interval(other) / self

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(low, high)

    def whole_numbers(self) -> range:
        """The whole numbers inside; the interval must have both ends."""
        if self.low is None or self.high is None:
            raise ValueError("an interval without ends holds no finite range")
        return range(-(-self.low.numerator // self.low.denominator), self.high.numerator // self.high.denominator + 1)

    def __str__(self) -> str:
        low = "(-∞" if self.low is None else "[" + _written(self.low)
        high = "+∞)" if self.high is None else _written(self.high) + "]"
        return f"{low}, {high}"

    def _unbounded_times(self, other: Interval) -> Interval:
        """A product with an end missing: known from below only where both factors are."""
        if self.low is not None and other.low is not None and self.low.numerator >= 0 and other.low.numerator >= 0:
            high = None if self.high is None or other.high is None else self.high * other.high
            return Interval(self.low * other.low, high)
        return Interval(None, None)


def _interval(value: Interval | Number) -> Interval:
    return value if isinstance(value, Interval) else Interval.exactly(value)


def _exact(end: Number | None) -> Fraction | None:
    return end if end is None or type(end) is Fraction else Fraction(end)


@functools.lru_cache(maxsize=64)
def _half_a_place(exponent: int) -> Fraction:
    """Half of what one is worth at the place of that power of ten."""
    return Fraction(10) ** exponent / 2


def _inverse(end: Fraction | None) -> Fraction:
    return Fraction(0) if end is None else Fraction(end.denominator, end.numerator)


def _written(value: Fraction) -> str:
    """*value* as a decimal, cut to six places where it does not end before."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    shown = Decimal(value.numerator) / Decimal(value.denominator)
    if rest == 1 and value.denominator < 10**12:
        return format(shown.normalize() if shown else Decimal(0), "f")
    return "≈" + f"{round(shown, 6):f}".rstrip("0").rstrip(".")
