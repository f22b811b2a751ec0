"""Axes: round ticks and the way from a value to its place, all in exact decimals."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import attrs

__all__ = ["Scale", "place"]

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_HUNDRED = Decimal(100)


@attrs.frozen(kw_only=True)
class Scale:
    """
    A straight axis.

    Attributes:
        ticks: Round values, least first; the axis runs from the first to the last.

        start, end: Where the first and the last tick lie, in the drawing's units.
    """

    ticks: tuple[Decimal, ...]
    start: Decimal
    end: Decimal

    @classmethod
    def over(
        cls, values: Iterable[Decimal], *, start: int, end: int, from_zero: bool = False, percent: bool = False, count: int = 5
    ) -> Scale:
        """
        The axis that shows all *values* with about *count* ticks.

        Args:
            from_zero: Whether it must hold 0, as lengths of bars need.

            percent: Whether values up to 100 shall not be drawn below a tick of more than 100.
        """
        found = sorted(values) or [Decimal(0)]
        low, high = found[0], found[-1]
        if from_zero or (low >= 0 and low * 2 < high):
            low, high = min(low, Decimal(0)), max(high, Decimal(0))
        if low == high:
            low, high = (low, low + 1) if low == 0 else (min(low, Decimal(0)), max(low, Decimal(0)))
        step = _step((high - low) / count)
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        ticks = tuple(step * (first + n) for n in range(int(last - first) + 1))
        if percent and high <= _HUNDRED:
            ticks = tuple(tick for tick in ticks if tick <= _HUNDRED)
            if ticks[-1] < high:
                ticks = (*ticks, _HUNDRED)
        return cls(ticks=ticks, start=Decimal(start), end=Decimal(end))

    def at(self, value: Decimal) -> Decimal:
        """Where *value* lies."""
        return self.start + (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0]) * (self.end - self.start)

    @property
    def labels(self) -> tuple[str, ...]:
        """The ticks as they are printed."""
        return tuple(f"{tick.normalize() if tick else Decimal(0):,f}" for tick in self.ticks)


def place(value: Decimal | int) -> str:
    """A coordinate with at most one decimal, the same on every machine."""
    text = f"{value:.1f}" if isinstance(value, Decimal) else str(value)
    return text.removesuffix(".0")


def _step(rough: Decimal) -> Decimal:
    """The least round step that is not below *rough*."""
    power = Decimal(1).scaleb(rough.adjusted())
    return next(step * power for step in _STEPS if step * power >= rough)
