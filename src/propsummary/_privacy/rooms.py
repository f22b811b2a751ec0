"""Flats that a text names by number: whoever knows the number knows who lives there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary._privacy.names import FAMILY, FULL_NAME, TOLD_NAME
from propsummary._privacy.replacing import Replacement

__all__ = ["BUILDING", "FLAT", "ROOM", "rooms"]

_FREE = r"(?<![0-9A-Za-z.\-－—~～])"
#: A building: 3栋, 12号楼, B座, 7#.
BUILDING = r"(?:[0-9]{1,3}|[A-Z][0-9]?|[一二三四五六七八九十]{1,3})(?:号楼|栋|幢|座|#楼?)"
_UNIT = r"[0-9一二三四五六七八九十]{1,2}(?:单元|门)"
# A letter behind it stands for who lives there.
_ENDED = r"(?![0-9.%\-－~～㎡]|[A-Za-z](?![A-Z]?[住业租先女小太阿大奶爷老夫店]))"
_NUMBER = rf"[0-9]{{3,4}}{_ENDED}"
_KIND = r"(?:室|房号?(?![间屋产地东管门价源])|号房)"
_DWELLER = "号?(?=的?[A-Z]{0,2}(?:业主|住户|租户|租客|户主|房东|居民))"
# Who lives there: 6#1203张先生.
_NAMED = f"(?={FAMILY}[\u4e00-\u9fa5]{{0,2}}(?:先生|女士|小姐|太太|阿姨|大[爷妈姐叔]|奶奶|爷爷|老人)|{FULL_NAME}|[（(]{TOLD_NAME})"
# A tower that has a letter: T3, A, B2; Q3 and H1 are parts of a year.
_TOWER = "(?:[0-9]{1,2}|(?![QH][1-4])[A-Z][0-9]{0,2})"
_LABEL = "(?:房(?:间|屋)?(?:编?号)|室号|门牌号?|单元房?号|(?:业主|住户|租户)(?:房间|单元|住址|地址))(?:码)?[:：为是]? ?"
_BEHIND = "(?<=(?:先生|女士|小姐|阿姨|大爷|大妈|奶奶|业主|住户|租户|老人)[（(])"
# Floor and door, as flats are numbered; what is counted or measured is none (3栋1203户, 6栋2024年).
_FLAT = rf"[1-9][0-9]?(?:0[1-9]|[12][0-9]){_ENDED}"
#: One that nothing but who lives there tells for a flat, which no year of ours is: 1402 in 1402周杰夫妇.
FLAT = rf"(?!20[0-3][0-9]){_FLAT}"
# Work orders, parking lots, cards.
_NO_LABEL = "(?<![号位单码证年第卡])"
# Who lives there, or a letter that stands for them already.
_WHO = "先生|女士|小姐|太太|阿姨|大[爷妈姐叔]|奶奶|爷爷|老人|夫[妇妻]"
_PERSON = (
    f"(?=的?(?:(?:{FAMILY}[\u4e00-\u9fa5]{{0,2}}?|[A-Z]{{1,2}})(?:{_WHO})|(?:{FULL_NAME}|[A-Z]{{1,2}}住户)家(?![人具电政园长庭])))"
)
# Where water comes down to it, or where it lies.
_LEAKS = "(?:[漏渗流淌下滴浸灌]|[跑返积]水)[到至]|楼[上下]|隔壁|对门"
_WATER = re.compile("[漏渗水淌滴浸]|楼[上下]|隔壁|对门")
# What is counted or measured is no flat.
_NO_MEASURE = (
    f"(?:(?={FULL_NAME})|(?! ?[户平米元万个次台人件只棵株辆车间套年月日项处盏部条名组批层扇块根把度千升吨分份天起位秒张亩]))"
)
# What happens to flats and those who live there.
_AT_HOME = (
    "(?=[）)]|(?:家|厨房|卫生间|阳台|客厅|入户|装修|空置|漏|渗|[跑返反]水|堵|跳闸|停电|报修|投诉|反映|欠|着火|起火|抛物|扰民|噪))"
)
_SHOPS = "(?:商铺|店铺|铺位|门面房?|底商)"
_SHOP = r"[A-Z]{1,2}-?[0-9]{1,4}(?![0-9A-Za-z.%\-])"
# What is told of a shop; what is counted is none (商铺105户).
_IN_SHOP = (
    f"[）)]|的?(?:业主|商户|租户|店主|店面|门头)|装修|空置|漏|渗|堵|停电|报修|投诉|反映|欠[费缴]|违规|占道|油烟|起火|着火|噪"
    f"|{FULL_NAME}|[A-Z]{{1,2}}(?:店主|住户|先生|女士)|{FAMILY}[\u4e00-\u9fa5]{{0,2}}(?:先生|女士|老板)"
)  # Where it leaks in a flat.
_WET = "室?(?:[漏渗跑返]水|下?[漏渗](?:漏?[到至下]|水)|反味|返味|厨房|卫生间|阳台|客厅|主卧|次卧|入户门)"

#: A number that can be nothing but that of a flat, whatever stands around it: 3-2-501, 3栋2单元501室, 3号楼501.
ROOM = (
    rf"(?:{_FREE}[0-9A-Z]{{1,2}}[-－][0-9]{{1,2}}[-－]{_NUMBER}{_KIND}?"
    rf"|{BUILDING}(?:{_UNIT})?{_NUMBER}{_KIND}?|{_UNIT}{_NUMBER}{_KIND}?|{_FREE}[0-9]{{1,2}}[-－]{_NUMBER}{_KIND}?)"
)

_ROOM = re.compile(
    rf"{_LABEL}(?P<label>(?:{_TOWER}[-－]){{0,2}}{_NUMBER}{_KIND}?{_NO_MEASURE})"
    rf"|{_FREE}(?P<three>[0-9A-Z]{{1,2}}[-－][0-9]{{1,2}}[-－]{_NUMBER}{_KIND}?)"
    rf"|{_FREE}(?P<two>[0-9]{{1,2}}[-－]{_NUMBER}(?:{_KIND}|{_DWELLER})|{_TOWER}[-－]{_FLAT}{_DWELLER}|{_BEHIND}[0-9]{{1,2}}[-－]{_NUMBER}(?=[）)])"
    rf"|[0-9]{{1,2}}[-－]{_FLAT}{_AT_HOME})"
    rf"|(?:业主|住户|租户|租客)(?P<told>[0-9A-Z]{{1,2}}[-－]{_FLAT})"
    rf"|(?:{BUILDING}(?:{_UNIT})?|{_UNIT})(?P<behind>{_NUMBER}(?:{_KIND}|{_DWELLER}))"
    rf"|[0-9]{{1,3}}#楼?(?:{_UNIT})?(?P<hash>{_FLAT}(?:{_AT_HOME}|{_NAMED}))"
    rf"|(?:[0-9A-Z一二三四五六七八九十]{{1,3}}(?:号楼|栋|幢|座)(?:{_UNIT})?|{_UNIT})(?P<bare>{_FLAT}(?:[、和与及]{_FLAT})*{_NO_MEASURE})"
    rf"|{_LABEL}{_SHOPS}(?P<cell>{_SHOP}|{_NUMBER})|{_SHOPS}(?P<numbered>{_NUMBER}(?=号|{_IN_SHOP}))"
    rf"|{_FREE}{_NO_LABEL}(?P<home>(?:[0-9A-Z]{{1,2}}[-－]){{0,2}}{FLAT}室?{_PERSON})"
    rf"|(?:{_LEAKS})(?P<leak>{FLAT}{_NO_MEASURE}(?![毫厘公多余分]))"
    rf"|{_FREE}{_NO_LABEL}(?P<wet>{FLAT}(?={_WET}))"
    rf"|{_SHOPS}(?P<shop>{_SHOP})|{_FREE}(?P<shops>{_SHOP})(?=号?(?:商铺|店铺|铺位|门面|底商))"
    rf"|(?P<english>\b(?:[Ff]lat|[Rr]oom|[Aa]partment|[Aa]pt\.?) ?[0-9]{{1,2}}-?[0-9-]*[0-9]{{2}}\b)"
    rf"|{_FREE}(?P<alone>{_NUMBER}室|(?!20[0-3][0-9]){_NUMBER}{_DWELLER})"
)
_INSTEAD = {"shop": "某号", "cell": "某号", "shops": "某", "english": "a flat"}
# Rooms that everybody may find: the word stands right before the number, or says where the place is.
_PUBLIC = re.compile(
    "(?:办公|服务|客服|中心|监控|控制|值班|会议|活动|前台|机房|配电|物业)[室处部台间点]?(?:中心)?"
    f"(?:地址|(?:已?设|迁|搬|位)[在于至到]|在)?[:：（( ]?(?:{BUILDING})?(?:{_UNIT})?$|(?:设[在于]|地址[:：]?)[^，。；！？]{{0,8}}$"
)


def rooms(text: str) -> Iterator[Replacement]:
    """
    Where *text* names flats by their numbers, and what takes their place: 某室, or nothing for one in brackets.

    Building and unit stay; rooms where the staff works are no flats.
    """
    for match in _ROOM.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        begin = match.start() if kind == "label" else start
        if _PUBLIC.search(text[max(0, begin - 16) : begin]):
            continue
        if kind == "leak" and not _WATER.search(text[max(0, start - 20) : start]):
            continue
        if start == match.start() and text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")"):
            yield start - 1, end + 1, ""
        else:
            yield start, end, _instead(kind, text, end)


def _instead(kind: str, text: str, end: int) -> str:
    if kind == "numbered":
        return "某" if text.startswith("号", end) else "某号"
    return _INSTEAD.get(kind, "某室")
