"""
One quantity at a given place of a text: number, multiplier, unit and the hedges that touch it.

The same reader serves single values (`read_quantity` wants it to cover the whole text) and passages (`find_figures` offers it
every numeral). It wants text whose figures are half width, see `folded`.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from fractions import Fraction

import attrs

from propsummary._numerals import read_numeral
from propsummary.quantities._numbers import CHINESE, DIGITS, Amount, amount_at, chinese_number
from propsummary.quantities._traditional import simplified
from propsummary.quantities._unit_words import printed_unit
from propsummary.quantities.hedge import Hedge, combined, hedge_before
from propsummary.quantities.notfigures import dated

__all__ = ["Reading", "doubling", "folded", "read_at"]

_WIDE = "０１２３４５６７８９％﹪．－−＋～∶：／＞＜＝＊\N{NO-BREAK SPACE}"
_NARROW = "0123456789%%.--+~::/><=* "
_FOLDED = re.compile(f"[{_WIDE}]")
_WIDE_THOUSANDS = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


@attrs.frozen(kw_only=True)
class Reading:
    """
    A quantity found in a text.

    Attributes:
        start, end: Where it stands, hedges included.

        low, high: Its number or the ends of its range, multipliers applied; a ``Decimal`` keeps the last printed place in
            its exponent.

        unit: As printed, without multiplier.

        hedge: What loosens it.

        bare: Whether it is a mere 十, 百, 千 or 万 that only a hedge makes a number (百余, 近千).

        number_end: Where the number itself ends.
    """

    start: int
    end: int
    low: Decimal | Fraction
    high: Decimal | Fraction
    unit: str | None = None
    hedge: Hedge | None = None
    bare: bool = False
    number_end: int = 0


def folded(text: str) -> str:
    """*text* with full-width digits and signs made half width and its characters simplified, character for character."""
    if not text.isascii():
        text = simplified(text)
        if _FOLDED.search(text):
            text = _WIDE_THOUSANDS.sub(",", text)
            for wide, narrow in zip(_WIDE, _NARROW, strict=True):
                text = text.replace(wide, narrow)
    return text


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    sources = {
        "fraction": rf"(?P<below>[{CHINESE}]{{1,8}}|[0-9]{{1,6}})分之"
        rf"(?P<above>[{CHINESE}]{{1,12}}(?:点[零〇{DIGITS}]{{1,6}})?|[0-9]{{1,6}}(?:\.[0-9]{{1,6}})?)(?!分之)",
        "ratio": r"(?!(?:19|20)[0-9]{2} ?:)(?P<a>[0-9]{1,9}(?:\.[0-9]{1,6})?) ?(?P<sign>[/:]) ?"
        r"(?P<b>[0-9]{1,9}(?:\.[0-9]{1,6})?)(?![0-9/:]|\.[0-9])",
        "tenths": rf"成(?P<more>半|[{DIGITS}])?(?![立为员本效果功绩都型交长熟品因人就分份新套语片千百])",
        "discount": rf"(?P<whole>[{DIGITS}])(?P<part>[{DIGITS}])折(?![返叠旧算合扣损射断线弯腾])",
        "half": r"半(?P<unit>个?小时|个?钟头|个月|个?工作日|天(?![津然气])|年(?!度|期|检|报|总|以来)|个?学时)",
        "halves": r"(?<=[过超近逾])半数?|半数|一半|半(?=以[上下])",
        "and_half": r"个半(?P<unit>小时|月|钟头|星期|学时)|(?P<unit2>年|小时|天|公里|周)半(?!以|年|天)",
        "more_time": r"(?:零|又)?(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3}|半) ?"
        r"(?P<unit>分钟|分(?![之])|秒钟|秒|个?小时|个月|天)",
        "and_more": r"个[多余](?P<unit>小时|钟头|月|星期|学时|工作日)",
        "joint": r" ?(?:[-–—~‐‑－]{1,2}|至|到) ?",
        "suffix": r" ?(?:[(（]含[)）])?(?P<word>左右(?![侧两岸邻手])|上下(?![班学车楼级])|及?以上|及?以下|以内|之内|有余)",
        "inside": r"内(?![部外容墙侧河务勤存控涝业设置])",
        "time_more": r"(?:多(?![次个名处项种方家元部层点少久人年数发云功语媒渠户样边轮头]))|余(?![额下款票地热])",
        "doubling": "翻了?(?P<n>[一二两三四1-9])?[番倍]|减半|折半",
        "free": r" ?(?P<unit>分[(（]\d{1,4}[)）]|"
        r"(?:(?!左右|上下|及?以[上下内]|之内|有余|[(（]含|内$)[^\s\d,，。；、:：<>≤≥≈=~+-]){1,8}"
        r"(?:/[^\s,，。；、<>≤≥]{1,8})?)",
    }
    return {name: re.compile(source) for name, source in sources.items()}


_SUFFIXES = {
    "左右": Hedge.ABOUT,
    "上下": Hedge.ABOUT,
    "以上": Hedge.AT_LEAST,
    "及以上": Hedge.AT_LEAST,
    "以下": Hedge.AT_MOST,
    "及以下": Hedge.AT_MOST,
    "以内": Hedge.AT_MOST,
    "之内": Hedge.AT_MOST,
    "有余": Hedge.OVER,
}
_TIME_WORDS = "秒 秒钟 分钟 小时 天 日 个月 年 周 个星期 星期 工作日 自然日 个自然日 学时 个季度 公里 米"
_TIME = frozenset(_TIME_WORDS.split())


def doubling(text: str, start: int) -> Reading | None:
    """``翻番`` is 100 %, ``翻两番`` 300 %, ``减半`` 50 %."""
    match = _patterns()["doubling"].match(text, start)
    if match is None:
        return None
    if match[0][0] != "翻":
        size = 50
    else:
        times = int(read_numeral(match["n"] or "一") or 1)
        size = (2**times - 1) * 100 if match[0].endswith("番") else times * 100
    return Reading(start=start, end=match.end(), low=Decimal(size), high=Decimal(size), unit="%", number_end=match.end())


def read_at(text: str, start: int, units: re.Pattern[str] | None) -> Reading | None:
    """
    The quantity whose numeral begins at *start*, or None.

    Args:
        text: A folded text.

        units: What may follow as a unit; without it any short word may.
    """
    units = units or _patterns()["free"]
    reading = _special(text, start, units) or _plain(text, start, units)
    return reading and _with_suffix(text, _with_prefix(text, reading))


def _special(text: str, start: int, units: re.Pattern[str]) -> Reading | None:
    """百分之三, 五分之二, 37/40, 3:1, 半小时, 过半, 八五折."""
    numeral = text[start]
    if numeral in "半一":
        return _fraction(text, start) or _half(text, start)
    return _fraction(text, start) or (_ratio(text, start, units) if numeral.isascii() else _discount(text, start))


def _fraction(text: str, start: int) -> Reading | None:
    match = _patterns()["fraction"].match(text, start)
    if not match:
        return None
    above, below = chinese_number(match["above"]), chinese_number(match["below"])
    if match["below"] in _PER:
        above = Decimal(100) if match["above"] == "百" else above
        return None if above is None else Reading(start=start, end=match.end(), low=above, high=above, unit=_PER[match["below"]])
    if above is None or not below:
        return None
    value = Fraction(above) / Fraction(below)
    return Reading(start=start, end=match.end(), low=value, high=value)


_PER = {"百": "%", "千": "‰"}


def _ratio(text: str, start: int, units: re.Pattern[str]) -> Reading | None:
    match = _patterns()["ratio"].match(text, start)
    if not match or not Fraction(match["b"]) or (match["sign"] == "/" and "." in match[0]):
        return None
    if match["sign"] == ":" and units.match(text, match.end()):
        return None  # a colon between a name and its figure: 类别1：5件
    value = Fraction(match["a"]) / Fraction(match["b"])
    return Reading(start=start, end=match.end(), low=value, high=value)


def _discount(text: str, start: int) -> Reading | None:
    """八五折 is 8.5折."""
    match = _patterns()["discount"].match(text, start)
    if not match:
        return None
    tenths = Decimal(f"{DIGITS.index(match['whole']) + 1}.{DIGITS.index(match['part']) + 1}")
    return Reading(start=start, end=match.end(), low=tenths, high=tenths, unit="折", number_end=start + 2)


def _half(text: str, start: int) -> Reading | None:
    match = _patterns()["half"].match(text, start)
    if match:
        half = Decimal("0.5")
        return Reading(start=start, end=match.end(), low=half, high=half, unit=_time_unit(match["unit"]), number_end=start + 1)
    match = _patterns()["halves"].match(text, start)
    if not match:
        return None
    return Reading(start=start, end=match.end(), low=Fraction(1, 2), high=Fraction(1, 2))


def _plain(text: str, start: int, units: re.Pattern[str]) -> Reading | None:
    """A number or range with multiplier and unit."""
    first = amount_at(text, start)
    if first is None:
        return None
    tenths = _tenths(text, first)
    if tenths:
        return attrs.evolve(tenths, start=start)
    first_end, first_unit = _unit(text, first.end, units)
    one = Reading(
        start=start,
        end=first_end,
        low=first.low,
        high=first.high,
        unit=first_unit,
        hedge=first.hedge,
        bare=first.bare,
        number_end=first.end,
    )
    return _range(text, one, first, units) or _with_time(text, one, first)


def _tenths(text: str, amount: Amount) -> Reading | None:
    """三成, 六成五."""
    match = _patterns()["tenths"].match(text, amount.end)
    if not match or amount.high > 10 or amount.scale:
        return None
    more = {"半": 5, None: 0}.get(match["more"], DIGITS.find(match["more"] or "") + 1)
    low, high = (n * 10 + more for n in (amount.low, amount.high))
    return Reading(start=0, end=match.end(), low=low, high=high, unit="%", hedge=amount.hedge, number_end=amount.end)


def _unit(text: str, pos: int, units: re.Pattern[str]) -> tuple[int, str | None]:
    match = units.match(text, pos)
    return (match.end("unit"), printed_unit(match["unit"])) if match else (pos, None)


def _range(text: str, one: Reading, first: Amount, units: re.Pattern[str]) -> Reading | None:
    """``3–5次``, ``6—8万元``, ``45℃—50℃``: what is printed once at the end belongs to both."""
    joint = _patterns()["joint"].match(text, one.end)
    if not joint or first.low != first.high or dated(text, joint.end()):
        return None
    if one.unit and joint[0].strip() in ("至", "到") and text[one.start - 1 : one.start] in ("由", "从"):
        return None  # 由31%至24% are two levels
    second = amount_at(text, joint.end())
    if second is None or second.low != second.high:
        return None
    last_end, last_unit = _unit(text, second.end, units)
    if one.unit is not None and last_unit != one.unit:
        return None
    low, high = first.low, second.high
    if second.scale and not first.scale and one.unit is None:
        shared = low.scaleb(second.scale)
        low = shared if shared < high else low
    if not low < high:
        return None
    hedge = combined(first.hedge, second.hedge)
    return attrs.evolve(one, end=last_end, low=low, high=high, unit=last_unit, hedge=hedge, number_end=second.end)


def _with_time(text: str, reading: Reading, amount: Amount) -> Reading:
    """``2小时15分``, ``两个半月``, ``一年半``."""
    half = _patterns()["and_half"].match(text, amount.end)
    if half:
        unit = _time_unit(half["unit"] or half["unit2"])
        return attrs.evolve(reading, end=half.end(), low=amount.low + Decimal("0.5"), high=amount.high + Decimal("0.5"), unit=unit)
    over = _patterns()["and_more"].match(text, amount.end)
    if over:
        hedge = combined(reading.hedge, Hedge.OVER)
        return attrs.evolve(reading, end=over.end(), unit=_time_unit(over["unit"]), hedge=hedge)
    more = _patterns()["more_time"].match(text, reading.end) if reading.unit in _PARTS else None
    if not more or reading.hedge or reading.low != reading.high or not isinstance(reading.low, Decimal):
        return reading
    unit = _time_unit(more["unit"])
    number = None if more["n"] == "半" else read_numeral(more["n"])
    times = _PARTS[reading.unit or ""].get(unit)
    if times is None or number is None or reading.low != reading.low.to_integral_value():
        return reading
    total = reading.low * times + number
    return attrs.evolve(reading, end=more.end(), low=total, high=total, unit=unit)


#: How many of a smaller unit make a greater one, where both are printed in one breath.
_PARTS = {"小时": {"分钟": 60}, "分钟": {"秒": 60}, "分": {"秒": 60}, "天": {"小时": 24}, "年": {"个月": 12}}


def _time_unit(word: str) -> str:
    return _TIME_UNITS.get(word, word)


_TIME_UNITS = {
    "个小时": "小时",
    "钟头": "小时",
    "个钟头": "小时",
    "分": "分钟",
    "秒钟": "秒",
    "月": "个月",
    "个工作日": "工作日",
    "星期": "周",
    "个学时": "学时",
}


def _with_prefix(text: str, reading: Reading) -> Reading:
    """Adds sign, currency and hedge that stand before the number."""
    start, low, high, unit = reading.start, reading.low, reading.high, reading.unit
    if start and text[start - 1] in "¥￥":
        start, unit = start - 1, unit or "元"
    if start and text[start - 1] in "+-" and _sign_allowed(text, start - 1, unit):
        start -= 1
        low, high = (-low, -high) if text[start] == "-" else (low, high)
    elif text[max(start - 2, 0) : start] == "零下":
        start, low, high = start - 2, -low, -high
    hedge, start = hedge_before(text, start)
    if hedge is None and _passed(text, start):
        hedge, start = Hedge.OVER, start - 1
    if start == reading.start:
        return reading
    if low > high:
        low, high = high, low
    return attrs.evolve(reading, start=start, low=low, high=high, unit=unit, hedge=combined(hedge, reading.hedge))


def _passed(text: str, start: int) -> bool:
    """Whether 过 before a half or a round number means "more than" (过半, 过百户)."""
    if text[start - 1 : start] != "过" or text[start] not in "半百千万":
        return False
    return text[start - 2 : start - 1] not in ("通", "超", "经", "不")


def _sign_allowed(text: str, at: int, unit: str | None) -> bool:
    """Whether the + or - at *at* is a sign, not a dash between words or numbers."""
    before = text[max(at - 1, 0) : at]
    if before.isascii():
        return not before.isalnum() and before not in ("%", ")", "]", "-", "+")
    if before in "，。；：（、“" or unit in ("%", "‰", "℃", "个百分点"):
        return True
    return text[at - 2 : at] in ("同比", "环比", "变化", "增减")


def _with_suffix(text: str, reading: Reading) -> Reading:
    """Adds the hedges that stand behind the unit."""
    patterns = _patterns()
    end, hedge = reading.end, reading.hedge
    if reading.unit in _TIME:
        more = patterns["time_more"].match(text, end)
        if more:
            end, hedge = more.end(), combined(hedge, Hedge.OVER)
    suffix = patterns["suffix"].match(text, end)
    inside = patterns["inside"].match(text, end) if reading.unit in _TIME else None
    if suffix:
        end, hedge = suffix.end(), combined(hedge, _SUFFIXES[suffix["word"]])
    elif inside:
        end, hedge = inside.end(), combined(hedge, Hedge.AT_MOST)
    return reading if end == reading.end else attrs.evolve(reading, end=end, hedge=hedge)
