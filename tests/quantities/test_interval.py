"""Exact intervals: what is computed from true values lies in what is computed from their intervals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propsummary.quantities import Interval

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=50)
ends = st.none() | numbers


@st.composite
def intervals_with_member(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval, perhaps without an end, and a number in it."""
    member = draw(numbers)
    low, high = draw(st.none() | st.fractions(0, 50, max_denominator=20)), draw(st.none() | st.fractions(0, 50, max_denominator=20))
    return Interval(None if low is None else member - low, None if high is None else member + high), member


@given(one=intervals_with_member(), other=intervals_with_member())
def test_arithmetic_holds_every_true_result(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    (a, x), (b, y) = one, other
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    if y:
        assert x / y in a / b
    assert -x in -a
    assert x in a.hull(b)
    assert y in a.hull(b)


@given(a=numbers, b=numbers)
def test_order_and_overlap_agree(a: Fraction, b: Fraction) -> None:
    one, other = Interval.exactly(a), Interval.exactly(b)
    assert one.overlaps(other) is (a == b)
    assert (one < other) is (a < b)
    assert (one > other) is (a > b)


def test_printed_includes_both_roundings() -> None:
    half = Interval.printed("98.6")
    assert Fraction("98.55") in half
    assert Fraction("98.65") in half
    assert Fraction("98.66") not in half
    assert str(Interval.printed(Decimal("2.6E+4"))) == "[25500, 26500]"


def test_truncation_on_request() -> None:
    assert str(Interval.printed("98.6", truncated=True)) == "[98.55, 98.7]"
    assert str(Interval.printed("-98.6", truncated=True)) == "[-98.7, -98.55]"


def test_division_by_what_can_be_zero_says_nothing() -> None:
    assert Interval(1, 2) / Interval(0, 1) == Interval(None, None)


def test_numbers_on_either_side() -> None:
    assert 1 - Interval(0, 1) == Interval(0, 1)
    assert 100 * Interval(0, 1) == Interval(0, 100)
    assert 1 / Interval(2, 4) == Interval(Fraction(1, 4), Fraction(1, 2))
    assert 1 + Interval(2, 4) == Interval(3, 5)


def test_whole_numbers_inside() -> None:
    assert list(Interval(Fraction("2.1"), Fraction("4.9")).whole_numbers()) == [3, 4]
    assert list(Interval(Fraction("2.1"), Fraction("2.9")).whole_numbers()) == []
    with pytest.raises(ValueError, match="without ends"):
        Interval(None, 2).whole_numbers()


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(Fraction("98.55"), Fraction("98.65")), "[98.55, 98.65]"),
        (Interval(0, None), "[0, +∞)"),
        (Interval(None, 100), "(-∞, 100]"),
        (Interval.exactly(Fraction(2, 3)), "[≈0.666667, ≈0.666667]"),
    ],
)
def test_readable(interval: Interval, text: str) -> None:
    assert str(interval) == text
