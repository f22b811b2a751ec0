"""Whether a quantity that was read in a passage is a figure there, or an article, a building, a bare number."""

from __future__ import annotations

import functools
import re
from decimal import Decimal

from propsummary.quantities._reading import Reading
from propsummary.quantities.hedge import Hedge
from propsummary.quantities.notfigures import counts_nothing

__all__ = ["is_figure"]

#: With a small Chinese numeral these are parts of names: 三方, 四面, 二期, 一班.
_NAMELY = frozenset("方面口头门度星步班课层期栋幢座道路分级节把对双副顶段片卷声句通字团车") | {"单元"}

#: After 一 these are words of their own more often than units: 一家, 一面, 一度.
_WORDS_WITH_ONE = frozenset("家面口路把层度方点边块门头步对双道")

#: Things that are counted with such a unit, by the last character of their names: 锦旗四面.
_COUNTED_WITH = {"面": "旗镜", "把": "锁伞椅", "副": "镜", "双": "鞋套"}

_NOT = frozenset("未没无不")
_BUILDINGS = frozenset("栋幢座层期") | {"单元"}
_TIMES = frozenset({"年", "个月", "周", "天", "小时", "分钟", "秒", "工作日"})


def is_figure(text: str, start: int, reading: Reading) -> bool:
    """Whether *reading*, whose numeral begins at *start*, states a quantity."""
    number, before = text[start : reading.number_end], text[start - 1 : start]
    if (reading.bare and reading.hedge is None) or counts_nothing(text, start, reading.end, number, reading.unit):
        return False
    if text[start] == "半" and before and before in "上下大多小前后对另夜":
        return False
    if not isinstance(reading.low, Decimal):
        return True
    if before == "近" and reading.hedge is Hedge.UNDER and reading.unit in ("年", "个月", "周"):
        return bool(_patterns()["lasting"].search(text[max(start - 6, 0) : start - 1]))
    if text[start] in "0123456789":
        return _arabic(text, start, reading, number)
    return _chinese(text, start, reading, number)


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    counting = (
        "共|计|有|含|完成|涉及|覆盖|检修|更换|清洗|累计|出|开展|制作|发布|办|编|刊|涵盖|管辖|服务|管理|排查|"
        "新增|合计|等|达|总|分|接管|在管"
    )
    return {
        "lasting": re.compile("(?:用时|历时|耗时|持续|长达|为期|达|时长|停机|停运|空置|需要?|等待)$"),
        "took": re.compile("(?:缩短|用时|提前|为期|历时|耗时|停机|延长|增加|减少|不到|达|为|共|休息|停工|停运)了?$"),
        "counting": re.compile(f"(?:{counting})[\u4e00-\u9fff]{{0,4}}$"),
        "building": re.compile("楼(?!道|梯|顶|下|上|长|门|内|外|层)|住宅|高层|建筑|别墅|宿舍|办公|共|均|全|已|的楼"),
        "spent": re.compile("(?:[花用省收交付退赚赔补罚缴]|支出|合计|[总一]共)[了掉去]?$"),
        "spoken": re.compile("[一二两三四五六七八九][万千百][一二三四五六七八九]"),
        "others": re.compile("(?:[、和及与][0-9]{1,3}(?:[栋幢座]|单元|层))+(?![，。；、：,;:]|共|均|全|已)"),
        "lettered": re.compile("[A-Z](?![A-Za-z级类等型])"),  # 6栋A业主, whose name is masked; 12栋C级危房 are counted
        "pause": re.compile("[，。、；：,;）)！!？?\n]|$"),
    }


def _arabic(text: str, start: int, reading: Reading, number: str) -> bool:
    """Arabic numbers count, unless they name a building or stand there without unit and context."""
    if reading.unit is not None:
        return not _names_building(text, start, reading)
    before, after = text[start - 1 : start], text[reading.end : reading.end + 1]
    if (after.isascii() and after.isalpha()) or (after and after in ":："):
        return False
    if reading.low != reading.high:
        return "." in number
    if "." in number or "," in number or reading.hedge or reading.start < start or number == "0":
        return True
    if len(number) > 6 and number.isdigit():
        return False
    if "\u4e00" <= after <= "\u9fff":
        if before and before in "由从自" and after in "降升提增减缩压上下涨跌":
            return True  # 由33降到19起
        return after not in "大中小月日号楼" and before != "" and before in "为达到至是计率数共：:"
    return not before or before not in "（([【〔#-_/"


def _chinese(text: str, start: int, reading: Reading, number: str) -> bool:
    """Chinese numerals need a unit, 一 needs to be counted too."""
    before = text[start - 1 : start]
    if number == "零":
        return True
    if before and before in "几数初":
        return False
    if reading.unit is None:
        hedged = reading.hedge is not None and (len(number) > 1 or reading.start < start) and reading.end - start > 1
        return hedged or _spent(text, start, reading)
    if reading.unit in _NAMELY and len(number) == 1 and number != "两" and reading.hedge is None:
        return before != "" and before in _COUNTED_WITH.get(reading.unit, "")
    if number == "一" and reading.high == 1:
        return _counted_one(text, start, reading)
    return not _names_building(text, start, reading)


def _spent(text: str, start: int, reading: Reading) -> bool:
    """花了一万二: money as people say it, without a unit."""
    patterns = _patterns()
    if not patterns["spoken"].fullmatch(text, start, reading.end) or not patterns["pause"].match(text, reading.end):
        return False
    return bool(patterns["spent"].search(text[max(start - 4, 0) : start]))


def _names_building(text: str, start: int, reading: Reading) -> bool:
    """``7栋北侧`` names a building, ``共7栋`` and ``12栋住宅`` count them."""
    if reading.unit not in _BUILDINGS or reading.hedge:
        return False
    patterns = _patterns()
    before, after = text[max(start - 10, 0) : start], text[reading.end : reading.end + 1]
    if patterns["counting"].search(before) or patterns["building"].match(text, reading.end):
        return False
    if others := patterns["others"].match(text, reading.end):  # 12栋、15栋二单元
        after = text[others.end() : others.end() + 1]
    named = after.isdigit() or "\u4e00" <= after <= "\u9fff" or patterns["lettered"].match(text, reading.end) is not None
    return named or (before != "" and before[-1] in "在于从由到对将")


def _counted_one(text: str, start: int, reading: Reading) -> bool:
    """一 counts where nothing follows (演练一次，), and is a mere article else (一起投诉)."""
    if reading.hedge or reading.high != reading.low:
        return True
    before = text[max(start - 6, 0) : start]
    if not _NOT.isdisjoint(before) or (before and before[-1] in "在大家和与走聚连混过这那每统唯同单专逐独归某另好"):
        return False
    patterns = _patterns()
    if reading.unit in _TIMES:
        return bool(patterns["took"].search(before))
    return reading.unit not in _WORDS_WITH_ONE and bool(patterns["pause"].match(text, reading.end))
