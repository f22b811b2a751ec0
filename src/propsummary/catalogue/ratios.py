"""The two counts that make a rate, among those told before it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence, Set
from typing import Literal

from propsummary.catalogue.prose import prose_words
from propsummary.quantities import Figure, Quantity, Role, Unit

__all__ = ["Ratios", "alike"]

_NEAR = 6  # figures before a rate among which its two counts are looked for


class Ratios:
    """The rates of one sentence; counts that were divided once are claimed for no second rate."""

    def __init__(self, text: str, figures: Sequence[Figure]) -> None:
        self._text = text
        self._figures = figures
        self._divided: set[int] = set()

    def counts(self, at: int, name: str, parts: Set[int]) -> tuple[int, int] | None:
        """
        Numerator and denominator of a rate called *name*, in brackets behind it or else among the counts told before it.

        Args:
            parts: Figures that are known to tell of another one before them, as what that is made up of.
        """
        if behind := self._behind(at, name):
            return behind
        near = [
            nth
            for nth in range(max(0, at - _NEAR), at)
            if self._figures[nth].role in (Role.COUNT, Role.MONEY, Role.LEVEL)
            and self._figures[nth].unit not in ("%", "‰", None)
            and self._figures[nth].hedge is None
        ]
        pairs = [(one, other) for one in near for other in near if one != other and alike(self._figures[one], self._figures[other])]
        fitting = [pair for pair in pairs if self._makes(at, *pair)]
        if fitting:
            chosen = max(fitting, key=lambda pair: (min(pair), max(pair)))
        elif (told := self._told(at, parts)) in pairs and self._claims(at, name, *told):
            chosen = told
        else:
            return None
        self._divided.update(chosen)
        return chosen

    def _makes(self, rate: int, part: int, whole: int) -> bool:
        """Whether a count of another makes the rate; two that are the same (100%) must be said to be what they are."""
        quantities = [self._figures[nth].quantity for nth in (rate, part, whole)]
        if not _fits(*quantities):
            return False
        return quantities[1].value != quantities[2].value or self._says(part, "shares")

    def _told(self, at: int, parts: Set[int]) -> tuple[int, int]:
        """The two counts right before a rate, the first of them without what it is made up of."""
        whole = next((nth for nth in range(at - 2, max(-1, at - 1 - _NEAR), -1) if nth not in parts), at - 2)
        return at - 1, whole

    def _claims(self, at: int, name: str, part: int, whole: int) -> bool:
        """Whether two counts before a rate are said to be its share and its whole, though they do not make it."""
        first = whole if whole == part - 1 else part  # a semicolon may stand behind what the whole is made up of
        between = self._text[self._figures[first].start : self._figures[at].start]
        fresh = self._divided.isdisjoint((part, whole)) and not re.search("[；;]", between)
        if not fresh or self._figures[at].unit != "%":
            return False
        return (self._says(part, "shares") and self._says(whole, "wholes")) or self._counts_of(name, part, whole)

    def _counts_of(self, name: str, part: int, whole: int) -> bool:
        """Whether a count has the name of the rate and the one told before it is of the same things: 在线118路 for 在线率."""
        stem = re.search(r"([\u4e00-\u9fff]{2})率$", name)
        told, before = self._before(part), self._before(whole)
        one, other = self._figures[part], self._figures[whole]
        return bool(
            stem
            and re.fullmatch(rf"[，,（(]?\s*(?:其中|已|均|现|[年季月期][末底])?{stem[1]}", told)
            and re.search(r"[\u4e00-\u9fff]{2}(?<![年月季期])$", before)
            and not re.search("新增|新装|更换|维修|抽|其中|另|待|未", before)
            and one.unit == other.unit
            and one.low <= other.low
        )

    def _behind(self, at: int, name: str) -> tuple[int, int] | None:
        """The two counts, and nothing else, in brackets behind a rate: ``合格率96.8%（检查500次，合格484次）``."""
        bracket = re.match(r"[（(][^（()）]*[)）]", self._text[self._figures[at].end :])
        end = self._figures[at].end + (bracket.end() if bracket else 0)
        within = [nth for nth in range(at + 1, min(at + 4, len(self._figures))) if self._figures[nth].end <= end]
        if len(within) != 2 or any(self._figures[nth].role is not Role.COUNT for nth in within):
            return None
        whole, part = within
        told = (self._says(part, "shares") and self._says(whole, "wholes")) or self._counts_of(name, part, whole)
        return (part, whole) if told and alike(self._figures[part], self._figures[whole]) else None

    def _before(self, at: int) -> str:
        begin = self._figures[at - 1].end if at else 0
        return self._text[begin : self._figures[at].start]

    def _says(self, at: int, what: Literal["shares", "wholes"]) -> bool:
        return bool(_pattern(what).search(self._before(at)))


@functools.cache
def _pattern(what: Literal["shares", "wholes"]) -> re.Pattern[str]:
    """Finds the words that counts of that kind are told with."""
    return re.compile("|".join(map(re.escape, getattr(prose_words().metrics, what))))


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
