"""Figures for English readers: hedges, multipliers and units in English, every digit that was printed and no other."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from propsummary.document._scales import ENGLISH, SCALES, english_scale, multiplier
from propsummary.quantities import Change, Direction, Hedge, Quantity, Unit

__all__ = ["change_in_english", "in_english", "is_chinese", "unit_in_english"]

_CHINESE = re.compile("[\u3400-\u9fff]")
_DIGITS = re.compile(r"(?:(?<![\w%‰)）])[-−－])?\d[\d,]*(?:\.\d+)?")
_SIGNS = "≥≧⩾≤≦⩽>＞<＜≈"

_HEDGES = {
    Hedge.ABOUT: "about",
    Hedge.OVER: "over",
    Hedge.UNDER: "under",
    Hedge.AT_LEAST: "at least",
    Hedge.AT_MOST: "at most",
    Hedge.APPROX_OVER: "about",
}
_NEARLY = re.compile("[将將]近|接近|近")

#: Verbs that say of a figure that it went up or down and nothing else; others (快, 改善) are left as they were written.
_VERBS = {
    Direction.UP: re.compile("上升|提升|提高|增加|增[长長]|增多|上[涨漲]|增|升|[涨漲]"),
    Direction.DOWN: re.compile("下降|降低|[减減]少|[缩縮]短|下滑|回落|降|[减減]"),
}

# How a thing is called where there is one of it.
_SINGULARS = ((r"\bpeople\b", "person"), (r"ies$", "y"), (r"(?<=x|h)es$", ""), (r"(?<=[a-z]{2})s$", ""))


def is_chinese(text: str) -> bool:
    """Whether *text* has Chinese characters."""
    return _CHINESE.search(text) is not None


def in_english(quantity: Quantity, scale: str | None = None) -> str:
    """
    The quantity as an English document prints it: ``18.6 minutes``, ``at least 95%``, ``15.0288 million kWh``.

    Args:
        scale: What one printed with 万 or 亿 is counted in, "" for ones; by its size if left out.
    """
    unit = quantity.unit.en if quantity.unit else ""
    if not is_chinese(quantity.text) or is_chinese(unit):
        return quantity.text
    number, word = _number(quantity, scale)
    if number in ("1", "-1") and not word:
        unit = _singular(unit)
    scaled = f"\N{NO-BREAK SPACE}{word}" if word else ""
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


def unit_in_english(symbol: str, scale: str = "") -> str:
    """A unit that stands alone, as on an axis, in *scale*: ``million kWh``."""
    return f"{scale} {Unit.of(symbol).en}".strip()


def _number(quantity: Quantity, scale: str | None) -> tuple[str, str]:
    """The digits and the word behind them that multiplies them; the plain number where it was printed in words or otherwise."""
    digits = _DIGITS.findall(quantity.text)
    factor = SCALES.get(multiplier(quantity.text), Decimal(1))
    numbers = [_value(text).scaleb(factor.adjusted()) for text in digits]  # keeps the last printed place
    ends = (quantity.low,) if quantity.low == quantity.high else (quantity.low, quantity.high)
    if numbers != list(ends):
        return "–".join(map(_plain, ends)), ""
    if factor == 1:
        return "–".join(digits), ""
    word = english_scale(numbers) if scale is None else scale
    power = ENGLISH[word].adjusted() if word else 0
    return "–".join(f"{number.scaleb(-power):,f}" for number in numbers), word


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
