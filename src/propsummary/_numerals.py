"""
Chinese and Arabic numerals, read from spans that somebody else has matched.

``三百二十``, ``一百二``, ``二〇二五``, ``１２``, ``1,268`` and ``1.2万`` all become exact `Decimal` values.
What surrounds a numeral (signs, hedges, units, ``半``, ``几``) is for the caller.
"""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["CHINESE_NUMERALS", "NUMERAL_CHARS", "read_numeral"]

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_CHINESE_DIGITS = _DIGITS | {"两": 2, "兩": 2}  # 两 counts, and is never a digit of a year
_PLACES = {"亿": 8, "億": 8, "万": 4, "萬": 4, "千": 3, "百": 2, "十": 1}  # power of ten, greatest first
_TENS = {"廿": "二十", "卅": "三十"}

#: Every Chinese character that `read_numeral` understands.
CHINESE_NUMERALS = "".join((*_CHINESE_DIGITS, *_PLACES, *_TENS))

#: The same with the Arabic digits of both widths; fits between the brackets of a pattern's character class.
NUMERAL_CHARS = "0123456789０１２３４５６７８９" + CHINESE_NUMERALS

_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_SCALED = rf"({_ARABIC})([百千万萬亿億]*)"
_LONGEST = 40  # a longer run of digits is a serial number; the bound also keeps int() cheap


def read_numeral(text: str) -> Decimal | None:
    """
    The exact value of a numeral, or None where *text* is not one numeral and nothing else.

    Reads Arabic numerals of either width (``1,268``, ``26.4``, ``1.2万``, ``3万5千``), Chinese ones
    (``三百二十``, ``十七``, ``一千零五``, ``两万``), the shortened ones of speech (``一百二`` is 120,
    ``三万五`` is 35000) and digit by digit (``二〇二五``, and so ``三四`` is 34: a caller for whom that means
    "three or four" looks first).

    Printed decimals are kept (``26.40``); a multiplier moves the point (``1.20万`` is 12000).
    Signs, blanks, ``半``, ``几`` and numerals of more than 40 characters give None.

    .. versionadded:: 0.1.0
    """
    if not text or len(text) > _LONGEST:
        return None
    plain = text.translate(_HALF_WIDTH)
    if match := re.fullmatch(_SCALED, plain):
        return _shifted(Decimal(match[1].replace(",", "")), sum(_PLACES[c] for c in match[2]))
    if len(plain) > 1 and all(c in _DIGITS for c in plain):
        return Decimal("".join(str(_DIGITS[c]) for c in plain))
    for short, long in _TENS.items():
        plain = plain.replace(short, long)
    value = _whole(plain)
    return None if value is None else Decimal(value)


def _shifted(number: Decimal, places: int) -> Decimal:
    """*number* × 10^*places* without the context's rounding and without an exponent."""
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # a matched numeral is finite
    exponent += places if places else 0
    if exponent > 0:
        digits, exponent = digits + (0,) * exponent, 0
    return Decimal((sign, digits, exponent))


def _whole(text: str) -> int | None:
    """The value of a numeral of places (``三百二十``), by its greatest place."""
    if text in _PLACES:  # 百万, 千万
        return _power(text)
    for char, power in _PLACES.items():
        head, found, tail = text.rpartition(char)
        if found:
            times = _times(head, power)
            rest = _rest(tail, power)
            return None if times is None or rest is None else times * _power(char) + rest
    return _digit(text)


def _power(char: str) -> int:
    """What one place is worth."""
    return int("1" + "0" * _PLACES[char])


def _times(head: str, power: int) -> int | None:
    """What stands before a place: a digit, or before 万 and 亿 a numeral, or nothing before 十."""
    if power == 1:
        return _CHINESE_DIGITS.get(head or "一") or None
    times = _whole(head) if power >= 4 else _digit(head)
    return times if times and (power != 4 or times < 10_000) else None


def _rest(tail: str, power: int) -> int | None:
    """What stands after a place; a lone digit takes the next place below (一百二) unless 零 precedes."""
    if not tail:
        return 0
    stripped = tail.lstrip("零〇○")
    digit = _digit(stripped)
    if digit and stripped == tail and digit < 10:
        return digit * int("1" + "0" * (power - 1))
    if len(tail) - len(stripped) > 1 or (stripped in _PLACES and stripped != "十"):
        return None
    value = _whole(stripped)
    return value if value and len(str(value)) <= power else None


def _digit(text: str) -> int | None:
    """One Chinese digit, or a short run of Arabic ones (``3万5千``)."""
    if re.fullmatch("[0-9]{1,4}", text):
        return int(text)
    return _CHINESE_DIGITS.get(text)
