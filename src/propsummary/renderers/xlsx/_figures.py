"""Figures as cells: a number that calculates, with a number format that shows it exactly as it was printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import attrs

from propsummary.document import Figure

__all__ = ["Number", "numbers", "plain_number"]

_SCALES = {
    "万": 10_000,
    "萬": 10_000,
    "亿": 100_000_000,
    "億": 100_000_000,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
_PRINTED = re.compile(
    r"(?P<before>[^0-9]*)(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<scale>\s*[万亿萬億]|\s(?:thousand|million|billion)\b)?(?P<after>[^0-9]*)"
)
_SIGNIFICANT = 15  # digits that a spreadsheet keeps
_LONGEST = 80  # words around the digits that a number format bears


@attrs.frozen
class Number:
    """A cell's number, and the number format that shows it."""

    value: Decimal
    shape: str


@attrs.frozen(kw_only=True)
class _Printed:
    """A figure taken apart: the words around its digits, the digits and whether commas group them, what they are multiplied by."""

    before: str
    digits: str
    grouped: bool
    scale: str
    factor: int
    after: str
    negative: bool

    @classmethod
    def read(cls, figure: Figure) -> _Printed | None:
        """The parts, if the text shows the figure's number in digits and nothing but words besides."""
        match = _PRINTED.fullmatch(figure.text)
        if match is None or figure.number is None or len(figure.text) > _LONGEST or '"' in figure.text:
            return None
        scale = match["scale"] or ""
        factor = _SCALES[scale.strip()] if scale else 1
        digits = match["digits"].replace(",", "")
        if len(digits) > _SIGNIFICANT or abs(figure.number) != Decimal(digits) * factor:
            return None
        return cls(
            before=match["before"],
            digits=digits,
            grouped="," in match["digits"],
            scale=scale,
            factor=factor,
            after=match["after"],
            negative=figure.number < 0,
        )

    @property
    def as_printed(self) -> Number:
        """The printed digits; a percentage as the fraction that spreadsheets make of it."""
        decimals = len(self.digits.partition(".")[2])
        value = Decimal(self.digits)
        pattern = ("#,##0" if self.grouped else "0") + ("." + "0" * decimals if decimals else "")
        if self.after.startswith("%"):
            return self._signed(value / 100, f"{pattern}%", self.after[1:])
        return self._signed(value, pattern, self.scale + self.after)

    @property
    def in_full(self) -> Number:
        """The number with its multiplier applied, to be compared with numbers that have none or another one."""
        if self.factor == 1:
            return self.as_printed
        value = Decimal(self.digits) * self.factor
        decimals = len(f"{value.normalize():f}".partition(".")[2])
        return self._signed(value, "#,##0" + ("." + "0" * decimals if decimals else ""), self.after.lstrip())

    def _signed(self, value: Decimal, pattern: str, after: str) -> Number:
        """A number below zero keeps the sign or word that it was printed with, the others get theirs."""
        behind = pattern + _literal(after)
        shown = _literal(self.before) + behind
        if self.negative:
            return Number(-value, f"{behind};{shown}")
        return Number(value, f"{shown};-{behind}" if self.before else behind)


def numbers(figures: Sequence[Figure]) -> list[Number | str]:
    """
    The cells of figures that are compared or added up: all as printed if they share one multiplier, else all in full.

    What is a range, a ratio or words stays text.
    """
    parts = [_Printed.read(figure) for figure in figures]
    alike = len({part.factor for part in parts if part}) <= 1
    return [
        figure.text if part is None else part.as_printed if alike else part.in_full
        for figure, part in zip(figures, parts, strict=True)
    ]


def plain_number(value: Decimal, unit: str) -> Number:
    """A number that was printed in words, or a mean of two, in *unit*."""
    if unit == "%":
        return Number(value / 100, "0.##%")
    return Number(value, f"#,##0.##{_literal(unit)}" if value % 1 else f"#,##0{_literal(unit)}")


def _literal(text: str) -> str:
    """*text* as number formats quote it."""
    return f'"{text}"' if text else ""
