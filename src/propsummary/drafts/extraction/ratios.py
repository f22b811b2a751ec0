"""The two counts that make a rate, among those told before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propsummary.drafts.extraction.metric_words import patterns
from propsummary.quantities import Figure, Quantity, Role, Unit

__all__ = ["Ratios", "alike"]

_NEAR = 6  # figures before a rate among which its two counts are looked for


class Ratios:
    """The rates of one sentence; counts that were divided once are claimed for no second rate."""

    def __init__(self, text: str, figures: Sequence[Figure]) -> None:
        self._text = text
        self._figures = figures
        self._divided: set[int] = set()

    def counts(self, at: int) -> tuple[int, int] | None:
        """Numerator and denominator of a rate, among the counts told before it."""
        rate = self._figures[at]
        near = [
            nth
            for nth in range(max(0, at - _NEAR), at)
            if self._figures[nth].role in (Role.COUNT, Role.MONEY, Role.LEVEL)
            and self._figures[nth].unit not in ("%", "‰", None)
            and self._figures[nth].hedge is None
        ]
        pairs = [(one, other) for one in near for other in near if one != other and alike(self._figures[one], self._figures[other])]
        fitting = [pair for pair in pairs if _fits(rate.quantity, self._figures[pair[0]].quantity, self._figures[pair[1]].quantity)]
        if fitting:
            chosen = max(fitting, key=lambda pair: (min(pair), max(pair)))
        elif near[-2:] == [at - 2, at - 1] and (at - 1, at - 2) in pairs and self._claims(at):
            chosen = at - 1, at - 2
        else:
            return None
        self._divided.update(chosen)
        return chosen

    def _claims(self, at: int) -> bool:
        """Whether the two counts right before a rate are said to be its whole and its share, though they do not make it."""
        between = self._text[self._figures[at - 2].start : self._figures[at].start]
        fresh = self._divided.isdisjoint((at - 2, at - 1)) and not re.search("[；;]", between)
        return fresh and self._figures[at].unit == "%" and self._says(at - 1, "shares") and self._says(at - 2, "wholes")

    def _says(self, at: int, what: str) -> bool:
        begin = self._figures[at - 1].end if at else 0
        return bool(patterns()[what].search(self._text[begin : self._figures[at].start]))


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of units that can be set against each other."""
    if one.unit == other.unit:
        return True
    if one.unit is None or other.unit is None:
        return False
    return Unit.of(one.unit).comparable(Unit.of(other.unit))


def _fits(rate: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether *part* of *whole* makes *rate*, as exactly as they are printed."""
    if not (whole.exact and part.exact and rate.exact) or whole.low <= 0 or rate.unit is None:
        return False
    return (part.interval / whole.interval).overlaps(rate.interval * rate.unit.factor)
