"""How Word writes the numbers of its lists, by the name of the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

__all__ = ["numeral"]

_DIGITS = "〇一二三四五六七八九"
_FORMAL = str.maketrans("一二三四五六七八九十百千万", "壹贰叁肆伍陆柒捌玖拾佰仟萬")
_FORMAL_SIMPLIFIED = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
_ROMAN_ONES = ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LONGEST = 9_999


def numeral(number: int, format: str) -> str:
    """*number* as *format* (the value of ``w:numFmt``) writes it; in Arabic digits where the format is unknown or cannot."""
    if not 0 <= number <= _LONGEST:
        return str(number)
    return _FORMATS.get(format, str)(number)


def _chinese(number: int) -> str:
    """十二, 一百零五."""
    if number == 0:
        return "〇"
    text = ""
    for place, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += _DIGITS[digit] + sign
        elif text and number % place and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if 10 <= number < 20 else text


def _digits(number: int) -> str:
    """一二, 一〇五."""
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _formal(number: int) -> str:
    return "零" if number == 0 else ("一" if 10 <= number < 20 else "") + _chinese(number)


def _roman(number: int) -> str:
    text = ""
    for worth, sign in (*_ROMAN, *_ROMAN_ONES):
        text += sign * (number // worth)
        number %= worth
    return text or "0"


def _letter(number: int) -> str:
    """A … Z, AA, BB: Word doubles letters instead of counting on with two."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def _ringed(number: int) -> str:
    if 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if 21 <= number <= 35:
        return chr(0x3251 + number - 21)
    return chr(0x32B1 + number - 36) if 36 <= number <= 50 else str(number)


def _from(first: int, count: int) -> Callable[[int], str]:
    """Signs that stand one after another in Unicode."""
    return lambda number: chr(first + number - 1) if 1 <= number <= count else str(number)


def _among(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE),
    "decimalEnclosedCircle": _ringed,
    "decimalEnclosedCircleChinese": _ringed,
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": lambda number: _formal(number).translate(_FORMAL_SIMPLIFIED),
    "ideographLegalTraditional": lambda number: _formal(number).translate(_FORMAL),
    "ideographTraditional": _among(_STEMS),
    "ideographZodiac": _among(_BRANCHES),
    "ideographEnclosedCircle": _from(0x3280, 10),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
}
