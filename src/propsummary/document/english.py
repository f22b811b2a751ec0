"""Figures for English readers: hedges, multipliers and units in English, every digit as it was printed."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from propsummary.document._scales import SCALES, multiplier
from propsummary.quantities import Change, Direction, Hedge, Quantity, Unit

__all__ = ["change_in_english", "in_english", "is_chinese", "unit_in_english"]

_CHINESE = re.compile("[\u3400-\u9fff]")
_DIGITS = re.compile(r"(?:(?<![\w%‰)）])[-−－])?\d[\d,]*(?:\.\d+)?")
_SCALE_WORDS = {"万": "10,000", "亿": "100 million"}
_SIGNS = "≥≧⩾≤≦⩽>＞<＜≈"

_HEDGES = {
    Hedge.ABOUT: "about",
    Hedge.OVER: "over",
    Hedge.UNDER: "under",
    Hedge.AT_LEAST: "at least",
    Hedge.AT_MOST: "at most",
    Hedge.APPROX_OVER: "about",
}
_NEARLY = re.compile("将近|接近|近")

#: Verbs that say of a figure that it went up or down and nothing else; others (快, 改善) are left as they were written.
_VERBS = {
    Direction.UP: re.compile("上升|提升|提高|增加|增长|增多|上涨|增|升|涨"),
    Direction.DOWN: re.compile("下降|降低|减少|缩短|下滑|回落|降|减"),
}

# How a thing is called where there is one of it.
_SINGULARS = ((r"\bpeople\b", "person"), (r"ies$", "y"), (r"(?<=x|h)es$", ""), (r"(?<=[a-z]{2})s$", ""))


def is_chinese(text: str) -> bool:
    """Whether *text* has Chinese characters."""
    return _CHINESE.search(text) is not None


def in_english(quantity: Quantity) -> str:
    """The quantity as an English document prints it: ``18.6 minutes``, ``at least 95%``, ``1502.88 × 10,000 kWh``."""
    unit = quantity.unit.en if quantity.unit else ""
    if not is_chinese(quantity.text) or is_chinese(unit):
        return quantity.text
    number, scale = _number(quantity)
    if number in ("1", "-1") and not scale:
        unit = _singular(unit)
    scaled = f"\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{scale}" if scale else ""
    blank = "" if unit in ("", "%", "‰") else " "
    return f"{_hedge(quantity)}{number}{scaled}{blank}{unit}"


def change_in_english(stated: Change, sign: str) -> str:
    """
    The change as an English document prints it: ``down 35%``, ``+1.5 percentage points``, ``unchanged``.

    Args:
        sign: What a bare amount gets in front.
    """
    if not is_chinese(stated.text):
        return sign + stated.text
    if stated.direction is Direction.FLAT:
        return "unchanged"
    written = re.match(r"\s*[-+−－＋±]", stated.text)
    size = stated.text.strip().lstrip("-+−－＋±")
    amount = Quantity(low=stated.amount, high=stated.amount, unit=stated.unit, hedge=stated.hedge, text=size)
    if sign or written:
        return (sign or stated.text.strip()[0]) + in_english(amount)
    verb = _VERBS[stated.direction].search(stated.text)
    return f"{stated.direction.value} {in_english(amount)}" if verb else stated.text


def unit_in_english(symbol: str) -> str:
    """A unit that stands alone, as on an axis: ``10,000 kWh`` for 万kWh."""
    if symbol[:1] in _SCALE_WORDS:
        return f"{_SCALE_WORDS[symbol[0]]} {Unit.of(symbol[1:]).en}"
    return Unit.of(symbol).en


def _number(quantity: Quantity) -> tuple[str, str]:
    """The digits as printed and the multiplier behind them; the plain number where it was printed in words or otherwise."""
    digits = _DIGITS.findall(quantity.text)
    scale = multiplier(quantity.text)
    ends = (quantity.low,) if quantity.low == quantity.high else (quantity.low, quantity.high)
    if [_value(text) * SCALES.get(scale, 1) for text in digits] == list(ends):
        return "–".join(digits), _SCALE_WORDS.get(scale, "")
    return "–".join(map(_plain, ends)), ""


def _value(digits: str) -> Decimal:
    return Decimal(re.sub("[−－]", "-", digits).replace(",", ""))


def _plain(number: Decimal | Fraction) -> str:
    return f"{number.normalize():f}" if isinstance(number, Decimal) else str(number)


def _hedge(quantity: Quantity) -> str:
    """The hedge in front of the number: its sign, or a word for a Chinese one."""
    if quantity.hedge is None:
        return ""
    written = quantity.text.strip()
    if written[0] in _SIGNS:
        return written[0]
    return ("nearly" if quantity.hedge is Hedge.UNDER and _NEARLY.match(written) else _HEDGES[quantity.hedge]) + " "


def _singular(unit: str) -> str:
    for pattern, one in _SINGULARS:
        found, changed = re.subn(pattern, one, unit)
        if changed:
            return found
    return unit
