"""A figure as printed: number or range, unit, hedge, text."""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from fractions import Fraction

import attrs

from propsummary.errors import UnreadableValueError, expect
from propsummary.quantities._reading import Reading, folded, read_at
from propsummary.quantities._unit_table import CLASSIFIERS
from propsummary.quantities._unit_words import printed_unit, unit_pattern
from propsummary.quantities.hedge import Hedge
from propsummary.quantities.interval import Interval, Number
from propsummary.quantities.unit import Unit, unit_symbols

__all__ = ["Quantity", "read_quantity"]

_LONGEST = 60  # no spelling of one quantity is longer
_NUMERAL = "[0-9半零〇一二两三四五六七八九十百千万]"

#: What nearly all figures look like; longer ones, and all that is not quite so plain, go the long way.
_COMMON = re.compile(r"([≥≤]?)([0-9]{1,15}(?:\.[0-9]{1,6})?)([^0-9.]{0,6})")
_COMMON_MEASURES = (
    "% ‰ 倍 个百分点 秒 分钟 小时 个小时 天 工作日 个工作日 周 个月 年 元 kWh m² 平方米 m³ 立方米 升 公斤 吨 米 公里 分 ℃"
)
_BOUNDS = {"": None, "≥": Hedge.AT_LEAST, "≤": Hedge.AT_MOST}


@attrs.frozen(kw_only=True)
class Quantity:
    """
    A number, bound or range with its unit, and the words it was written in.

    Attributes:
        low, high: The ends of a range, else both the printed number; 万 and 亿 are applied, a printed fraction or ratio is a
            ``Fraction``. A ``Decimal`` keeps the last printed place in its exponent: ``1.2万`` is ``1.2E+4``. Of a bound
            (``≤1.5%``) both are the printed number, and *hedge* says that it is a bound.

        unit: What it counts or measures, without multiplier; none for a bare number.

        hedge: What loosens it.

        text: As written.

    .. versionadded:: 0.1.0
    """

    low: Decimal | Fraction
    high: Decimal | Fraction
    unit: Unit | None = None
    hedge: Hedge | None = None
    text: str

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """
        Read *text*, which must be one quantity and nothing else.

        Raises:
            UnreadableValueError: It is not.

            WrongArgumentError: It is no text.
        """
        expect("Quantity.parse", text, str, instead=_NUMBERS_GO_TO)
        quantity = read_quantity(text)
        if quantity is None:
            raise UnreadableValueError("Quantity", text)
        return quantity

    @classmethod
    def of(cls, number: int | Decimal | Fraction | str, unit: str | None = None) -> Quantity:
        """
        A quantity for a number that a host system holds.

        Args:
            number: The number itself, or a text to `parse`. No float: its decimals are the machine's, and those of a figure say how
                exact it is.

            unit: The symbol of its unit, where *number* does not say it; it is printed behind the number.

        Raises:
            UnreadableValueError: *number* is a text that is no quantity, or not finite.

            WrongArgumentError: *number* is neither a text nor an exact number, or *unit* no text.
        """
        if unit is not None:
            expect("Quantity.of(unit=)", unit, str)
        quantity = cls.parse(number) if isinstance(number, str) else _of_number(number)
        if not unit or quantity.unit is not None:
            return quantity
        return read_quantity(quantity.text + unit) or quantity.with_unit(Unit.of(unit))

    def with_unit(self, unit: Unit | None) -> Quantity:
        """The same with *unit*, where it has none of its own."""
        return self if unit is None or self.unit is not None else attrs.evolve(self, unit=unit)

    @property
    def exact(self) -> bool:
        """Whether it is one number without a hedge, fit for arithmetic."""
        return self.hedge is None and self.low == self.high

    @property
    def value(self) -> Decimal | Fraction | None:
        """The printed number; none for a range."""
        return self.low if self.low == self.high else None

    @property
    def decimals(self) -> int:
        """How many decimals are printed: 2 for ``98.50%``, 1 for ``1.2万``."""
        figure = _NOTE.sub("", folded(self.text))
        printed = re.search(r"[0-9]\.([0-9]+)", figure) or re.search("点([零〇一二三四五六七八九]+)", figure)
        return len(printed[1]) if printed else 0

    @functools.cached_property
    def interval(self) -> Interval:
        """
        The true values that it can stand for, in its own unit.

        A whole number of counted things, or a bare one, is exact; so is a printed fraction. Everything else stands for what
        rounds to it. 约 has no ends at all, a bound one, and it never ends short of the printed number's rounding.
        """
        low = _rounding(self.low, self.unit)
        high = low if self.high is self.low else _rounding(self.high, self.unit)
        if self.hedge is None:
            return low if low is high else low.hull(high)
        if self.hedge in (Hedge.ABOUT, Hedge.APPROX_OVER):
            return Interval(None, None)
        if self.hedge in (Hedge.OVER, Hedge.AT_LEAST):
            return Interval(low.low, None)
        return Interval(None, high.high)

    def __str__(self) -> str:
        return self.text


_NUMBERS_GO_TO = ("Quantity.of takes numbers", "数字请交给 Quantity.of")
_FLOATS_GO_AS = (
    'a float does not say how many decimals were meant: hand over "98.6" or Decimal("98.6")',
    '浮点数说不清要写到第几位小数，请写成 "98.6" 或 Decimal("98.6")',
)

#: Words in brackets behind a figure that leave it as it is: ``12（其中夜间3）``, ``4.8分（满分5分）``.
_NOTE = re.compile(r"(?<=.)\s*[（(](?:其中|满分)[^（）()]{1,40}[)）]$")
_WIDE_THOUSANDS = re.compile("(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")


def read_quantity(text: str) -> Quantity | None:
    """The quantity that *text* is, blanks around it aside, or None: ``98.4%``, ``约1.2万人次``, ``二十三起``, ``3:1``."""
    common = _COMMON.fullmatch(text)
    if common:
        bound, digits, word = common.groups()
        if (unit := _common_units().get(word)) is not None or not word:
            number = Decimal(digits)
            return Quantity(low=number, high=number, unit=unit, hedge=_BOUNDS[bound], text=text)
    if len(text) > _LONGEST:
        return None
    plain = folded(text.strip())
    if "，" in plain or plain.endswith((")", "）")):
        plain = _WIDE_THOUSANDS.sub(",", _NOTE.sub("", plain))
    if re.search(r"[0-9一二三四五六七八九十][eEｅ][0-9]", plain):
        return None
    for numeral in re.finditer(_NUMERAL, plain):
        for units in (unit_pattern(), None):
            reading = read_at(plain, numeral.start(), units)
            if reading and reading.start == 0 and reading.end == len(plain) and (not reading.bare or reading.hedge):
                return quantity_of(reading, text) if units or _is_unit(reading.unit) else None
        if numeral.start() > 6:
            break
    return None


@functools.cache
def _common_units() -> dict[str, Unit]:
    """Units that mean the same behind any number; 成 and 万步 multiply it."""
    words = [word for word in (*CLASSIFIERS, *_COMMON_MEASURES.split()) if word[0] != "万"]
    return {word: Unit.of(printed_unit(word)) for word in words}


def quantity_of(reading: Reading, text: str) -> Quantity:
    """*reading* as a value, written as *text*."""
    unit = None if reading.unit is None else Unit.of(reading.unit)
    return Quantity(low=reading.low, high=reading.high, unit=unit, hedge=reading.hedge, text=text)


def _is_unit(word: str | None) -> bool:
    """Whether what stands behind a figure can be its unit: symbols or words, no stray mark or misread zero: ``5%件``, ``9O件``."""
    if word and word[0] in "OoIl" and word.lstrip("OoIl").lstrip("百千万亿余") in _counted():
        return False
    parts = (word or "").removeprefix("/").split("/")
    return not word or all(part in _known_units() or _WORD.fullmatch(part) for part in parts)


@functools.cache
def _known_units() -> frozenset[str]:
    return frozenset(unit_symbols())


@functools.cache
def _counted() -> frozenset[str]:
    """The units that begin with a Chinese character."""
    return frozenset(word for word in _known_units() if "一" <= word[0] <= "龥")


_WORD = re.compile(r"°|[^\W\d_][^\W_]*(?:[·•*][^\W\d_][^\W_]*)*(?:[(（][^()（）]+[)）])?")


def _of_number(number: object) -> Quantity:
    if isinstance(number, float | Decimal) and not Decimal(number).is_finite():
        raise UnreadableValueError("Quantity", str(number))
    expect("Quantity.of", number, str, int, Decimal, Fraction, instead=_FLOATS_GO_AS if isinstance(number, float) else ("", ""))
    assert isinstance(number, int | Decimal | Fraction)  # what is a text was read
    value = Decimal(number) if isinstance(number, int) else number
    return Quantity(low=value, high=value, text=format(value, "f") if isinstance(value, Decimal) else str(value))


def _rounding(number: Number, unit: Unit | None) -> Interval:
    """What one printed number can stand for."""
    if not isinstance(number, Decimal):
        return Interval.exactly(number)
    counted = unit is None or unit.dimension == "count"
    if counted and number.as_tuple().exponent == 0:
        return Interval.exactly(number)
    return Interval.printed(number)
