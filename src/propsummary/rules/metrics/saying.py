"""Numbers, intervals and changes as messages show them, in decimals and without a float."""

from __future__ import annotations

from fractions import Fraction

from propsummary.catalogue.codes import Words
from propsummary.quantities import Interval, Unit
from propsummary.rules.metrics.figures import factor_of

__all__ = ["amount", "cut", "moved", "rounded", "shown"]

_PLACES = 3


def cut(value: Fraction, places: int = _PLACES) -> str:
    """*value* in full if it ends within *places* decimals, else cut there: ``98.599…``."""
    size = abs(value)
    whole, rest = divmod(size.numerator * 10**places, size.denominator)
    text = _digits(whole, places)
    text = text.rstrip("0").rstrip(".") if not rest and "." in text else text
    return ("-" if value < 0 else "") + text + ("…" if rest else "")


def rounded(value: Fraction, places: int) -> str:
    """*value* with that many decimals, half up."""
    size = abs(value) * 10**places
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return ("-" if value < 0 and whole else "") + _digits(whole, places)


def _digits(number: int, places: int) -> str:
    digits = str(number).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def amount(number: str, unit: Unit | None) -> Words:
    """A number with its unit: 9件, 9 cases; 98.6% in both languages."""
    if unit is None:
        return Words(number, number)
    apart = "" if unit.en in ("%", "‰") else " "
    return Words(number + unit.symbol, number + apart + unit.en)


def shown(interval: Interval, unit: Unit | None, places: int = _PLACES) -> Words:
    """
    An interval in the base of *unit*, as people read it: ``[98.65%, 98.75%]``; a single number without brackets.

    An end that is missing is told in words.
    """
    low, high = (None if end is None else amount(cut(end / factor_of(unit), places), unit) for end in (interval.low, interval.high))
    if low is not None and high is not None:
        return low if low == high else Words(f"[{low.zh}, {high.zh}]", f"[{low.en}, {high.en}]")
    if low is not None:
        return Words(f"{low.zh}以上", f"at least {low.en}")
    if high is not None:
        return Words(f"{high.zh}以下", f"at most {high.en}")
    return Words("任何数", "any number")


def moved(change: Fraction, unit: Unit | None, places: int) -> Words:
    """A change in the base of *unit* as a sentence says it: 提高1.5个百分点, up 1.5 percentage points."""
    size = rounded(abs(change) / factor_of(unit), places)
    if not change:
        return Words("持平", "no change")
    by = amount(size, unit)
    points = unit is not None and unit.dimension == "points"
    up, down = ("提高", "降低") if points else ("增长", "下降") if unit is not None and unit.is_rate else ("增加", "减少")
    return Words(f"{up}{by.zh}", f"up {by.en}") if change > 0 else Words(f"{down}{by.zh}", f"down {by.en}")
