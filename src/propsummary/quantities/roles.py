"""What a figure does in its sentence: a level, a change, a count, a price."""

from __future__ import annotations

import enum
import functools
import re
from fractions import Fraction

from propsummary.quantities._reading import Reading
from propsummary.quantities._traditional import simplified
from propsummary.quantities.unit import Unit

__all__ = ["Role", "may_state_change", "role_of"]


class Role(enum.StrEnum):
    """What a figure does in its sentence."""

    LEVEL = "level"
    CHANGE = "change"
    COUNT = "count"
    DURATION = "duration"
    MONEY = "money"
    RATIO = "ratio"
    RANGE = "range"


def role_of(text: str, reading: Reading) -> Role:
    """The role of *reading* in *text*: the first that applies of range, change, money, duration, ratio, level and count."""
    if reading.low != reading.high:
        return Role.RANGE
    if _states_change(text, reading):
        return Role.CHANGE
    if reading.unit is None:
        if isinstance(reading.low, Fraction):
            return Role.RATIO
        return Role.COUNT if reading.low == reading.low.to_integral_value() else Role.LEVEL
    return _of_unit(reading.unit)


def may_state_change(text: str) -> bool:
    """Whether a figure in *text* can be a change; most sentences hold no word for one, and finding that out is quick."""
    return bool(_patterns()["any"].search(simplified(text)))


def _of_unit(symbol: str) -> Role:
    dimension = Unit.of(symbol).dimension
    if symbol.startswith("元") or dimension == "money":
        return Role.MONEY
    if dimension == "time":
        return Role.DURATION
    if symbol == "倍":
        return Role.RATIO
    if dimension == "count" or _patterns()["frequency"].fullmatch(symbol):
        return Role.COUNT
    return Role.LEVEL


def _states_change(text: str, reading: Reading) -> bool:
    """Whether the figure is what something rose or fell by, or differs from another."""
    if (
        text[reading.start] in "翻减折"
        or _is_signed(text, reading)
        or (reading.unit and Unit.of(reading.unit).dimension == "points")
    ):
        return True
    patterns = _patterns()
    before = text[max(reading.start - 14, 0) : reading.start]
    if patterns["verb"].search(before) or patterns["verb_object"].search(before):
        return True
    return reading.unit in ("%", "‰", "倍", None) and bool(patterns["noun"].match(text, reading.end))


def _is_signed(text: str, reading: Reading) -> bool:
    """Whether a sign in brackets says by how much: ``93.8分（+2.3分）``; -5℃ is a level."""
    return text[reading.start] in "+-" and text[reading.start - 1 : reading.start] in ("（", "(") and reading.unit != "℃"


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    verbs = (
        "同比|环比|上升|提升|提高|提速|增加|增长|增多|增大|减少|下降|降低|降|缩短|压缩|压减|压降|延长|缩减|缩小|削减|回升|回落|下滑|上涨|下跌|"
        "上浮|下浮|上调|下调|多出|多了|少了|高出|增|升|涨|跌|相差|差距|减|攀升|扩大|收窄|变化|波动|精简|减员|超额"
    )
    compared = "|".join(rf"{than}[^，。；、：\s]{{1,9}}(?<!最)(?:[多少高低长短快慢][用花出]?|节约|节省)" for than in "比较")
    # 去年56件，少14件: a difference by itself, behind a mark or the unit of the figure before.
    differs = "(?:(?<=[，,、；;：:（( 起件次人场单户度天万吨元钟时个名处宗例台辆米])|^)(?:少|多|快|慢|省|高|低)(?:发|出)?"
    nouns = "(?:增幅|降幅|涨幅|跌幅|减幅|升幅|幅度)(?:为|达到?|是|在)?"
    return {
        # 点 and pp as in 个百分点. Each alternative begins with a character of its own: all others are passed over at once.
        "any": re.compile(rf"翻|减|折|幅|点|pp|（[+-]|\([+-]|{verbs}|{compared}|，少|，多|，快|，慢|，省|，高|，低"),
        "verb": re.compile(
            rf"(?:(?<![最至不很更新])(?:(?<!年)|(?<=[去上前往]年))(?:{verbs})|{compared}|{differs}|{nouns})"
            "(?:了|幅度?(?:为|达)?)? ?$"
        ),
        "verb_object": re.compile("(?:增加|减少|缩短|压缩|降低)(?!到|至|为)[\u4e00-\u9fff]{1,6}(?<![至到为率达])$"),
        "noun": re.compile("的?(?:降幅|增幅|涨幅|跌幅|增长率)"),
        "frequency": re.compile("(?:人?次|起|件|辆次?)/(?:日|天|月|周|年|班|小时)"),
    }
