"""
The number in a quantity: Arabic or Chinese, with 万 and 亿, 余 and 多, and the two neighbours of 三四天.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal

import attrs

from propsummary._numerals import read_numeral
from propsummary.quantities.hedge import Hedge

__all__ = ["CHINESE", "DIGITS", "Amount", "amount_at", "chinese_number"]

DIGITS = "一二三四五六七八九"
CHINESE = "零〇一二两三四五六七八九十百千万亿"

_LONGEST = 24  # longer runs of digits are serial numbers; also keeps every number within Decimal's precision
_ENGLISH = {"thousand": 3, "million": 6, "billion": 9}  # powers of ten
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_ROUND = frozenset({"百", "千", "万", "亿", "千万", "百万"})


@attrs.frozen(kw_only=True)
class Amount:
    """
    A number without its unit.

    Attributes:
        end: Where it ends, multipliers and 余 included.

        low, high: The number; two neighbours are the ends of a range.

        hedge: What 余, 多 and 来 say.

        scale: The power of ten that multipliers stand for.

        bare: Whether it is a mere 百, 千 or 万, which only a hedge makes a number.
    """

    end: int
    low: Decimal
    high: Decimal
    hedge: Hedge | None = None
    scale: int = 0
    bare: bool = False


def amount_at(text: str, start: int) -> Amount | None:
    """The number at *start* with its multiplier and 余, 多, 来."""
    number = _arabic(text, start) or _chinese_amount(text, start)
    if number is None:
        return None
    patterns = _patterns()
    number = _scaled(number, patterns["times"].match(text, number.end))
    number = _with_rest(number, patterns["rest"].match(text, number.end))
    extra = patterns["extra"].match(text, number.end)
    if extra:
        if extra[0].strip() == "几":
            return None
        hedge = Hedge.ABOUT if extra[0].strip() == "来" else Hedge.OVER
        number = attrs.evolve(number, end=extra.end(), hedge=hedge, bare=False)
        again = patterns["times"].match(text, number.end)
        if again and number.scale and set(again[0].strip()) <= set("万亿") and number.scale >= 4:
            return attrs.evolve(number, end=again.end())  # 2万多万: said twice, meant once
        number = _scaled(number, again)
    return number


def _arabic(text: str, start: int) -> Amount | None:
    match = _patterns()["arabic"].match(text, start)
    if not match or len(match[0]) > _LONGEST:
        return None
    value = Decimal(match[0].replace(",", ""))
    return Amount(end=match.end(), low=value, high=value)


def _chinese_amount(text: str, start: int) -> Amount | None:
    match = _patterns()["chinese"].match(text, start)
    if not match or len(match[0]) > _LONGEST:
        return None
    word = match[0]
    pair = _patterns()["pair"].fullmatch(word)
    if pair and not (pair["head"] and pair["head"][-1] not in "十百千万亿"):
        low, high = (read_numeral(pair["head"] + pair[d] + pair["places"]) for d in "ab")
        neighbours = DIGITS.find(pair["b"].replace("两", "二")) - DIGITS.find(pair["a"].replace("两", "二")) == 1
        if not neighbours or low is None or high is None:
            return None
        return Amount(end=match.end(), low=low, high=high)
    value = chinese_number(word)
    if value is None or (len(word) > 1 and set(word) <= set("零〇" + DIGITS)):
        return None
    return Amount(end=match.end(), low=value, high=value, bare=word in _ROUND)


def chinese_number(word: str) -> Decimal | None:
    """The value of a Chinese or Arabic numeral, 点 included; 万 and 亿 at its end move the last printed place."""
    whole, point, decimals = word.partition("点")
    if point:
        left = read_numeral(whole)
        digits = "".join(str("零一二三四五六七八九".index(c)) for c in decimals.replace("〇", "零"))
        return None if left is None else Decimal(f"{left}.{digits}")
    value = read_numeral(word)
    place = {"万": 4, "亿": 8}.get(word[-1], 0)
    if value is None or not place or len(word) == 1:
        return value
    return (value / Decimal(10) ** place).scaleb(place)


def _scaled(number: Amount, times: re.Match[str] | None) -> Amount:
    if not times:
        return number
    word = times[0].strip()
    power = _ENGLISH.get(word) or sum(_POWERS[c] for c in word)
    low, high = number.low.scaleb(power), number.high.scaleb(power)
    return attrs.evolve(number, end=times.end(), low=low, high=high, scale=number.scale + power)


def _with_rest(number: Amount, rest: re.Match[str] | None) -> Amount:
    """What follows a multiplier in smaller ones: ``2万3千``, ``1亿2000万``."""
    if not rest or not number.scale:
        return number
    more = Decimal(rest["n"]).scaleb(sum(_POWERS[c] for c in rest["times"]))
    if more >= 10**number.scale:
        return number
    return attrs.evolve(number, end=rest.end(), low=number.low + more, high=number.high + more)


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    sources = {
        "arabic": r"(?>[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?",
        "chinese": rf"[{CHINESE}]++(?:点[零〇{DIGITS}]++(?![十百千]))?",
        "times": r" ?(?:[十百千]?[万亿]{1,2}(?!科|一)|千(?![瓦克米卡伏分])|百(?![分米姓货叶合帕])|"
        r"(?:thousand|million|billion)(?![A-Za-z]))",
        "rest": r"(?P<n>[0-9]{1,4})(?P<times>[千百]?万|[千百](?![瓦克米卡伏分帕]))",
        "extra": r" ?(?:余|多(?!媒|功能|种经营|层|方|元化|少)|来(?=[^自到访电源信])|几)",
        "pair": rf"(?P<head>[{CHINESE}]*?)(?P<a>[{DIGITS}两])(?P<b>[{DIGITS}两])(?P<places>[十百千万亿]*)",
    }
    return {name: re.compile(source) for name, source in sources.items()}
