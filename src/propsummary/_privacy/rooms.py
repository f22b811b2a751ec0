"""Flats that a text names by number: whoever knows the number knows who lives there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary._privacy.replacing import Replacement

__all__ = ["ROOM", "rooms"]

_FREE = r"(?<![0-9A-Za-z.\-－—~～])"
_BUILDING = r"(?:[0-9]{1,3}|[A-Z][0-9]?|[一二三四五六七八九十]{1,3})(?:号楼|栋|幢|座|#楼?)"
_UNIT = r"[0-9一二三四五六七八九十]{1,2}(?:单元|门)"
_NUMBER = r"[0-9]{3,4}(?![0-9.%\-－~～])"
_KIND = r"(?:室|房号?(?![间屋产地东管门价源])|号房)"
_DWELLER = "(?=(?:号?的?)?(?:业主|住户|租户|租客|户主|房东|居民))"
_BEHIND = "(?<=(?:先生|女士|小姐|阿姨|大爷|大妈|奶奶|业主|住户|租户|老人)[（(])"

#: A number that can be nothing but that of a flat, whatever stands around it: 3-2-501, 3栋2单元501室, 3号楼501.
ROOM = (
    rf"(?:{_FREE}[0-9A-Z]{{1,2}}[-－][0-9]{{1,2}}[-－]{_NUMBER}{_KIND}?"
    rf"|{_BUILDING}(?:{_UNIT})?{_NUMBER}{_KIND}?|{_UNIT}{_NUMBER}{_KIND}?|{_FREE}[0-9]{{1,2}}[-－]{_NUMBER}{_KIND}?)"
)

_ROOM = re.compile(
    rf"{_FREE}(?P<three>[0-9A-Z]{{1,2}}[-－][0-9]{{1,2}}[-－]{_NUMBER}{_KIND}?)"
    rf"|{_FREE}(?P<two>[0-9]{{1,2}}[-－]{_NUMBER}(?:{_KIND}|{_DWELLER})|{_BEHIND}[0-9]{{1,2}}[-－]{_NUMBER}(?=[）)]))"
    rf"|(?:{_BUILDING}(?:{_UNIT})?|{_UNIT})(?P<behind>{_NUMBER}(?:{_KIND}|{_DWELLER}))"
    rf"|(?P<english>\b(?:[Ff]lat|[Rr]oom|[Aa]partment|[Aa]pt\.?) ?[0-9]{{1,2}}-?[0-9-]*[0-9]{{2}}\b)"
    rf"|{_FREE}(?P<alone>{_NUMBER}(?:室|{_DWELLER}))"
)
# Rooms that everybody may find.
_PUBLIC = re.compile("(?:办公|服务|客服|中心|监控|控制|值班|会议|活动|前台|机房|配电|物业|设[在于]|地址)[^，。；！？]{0,8}$")


def rooms(text: str) -> Iterator[Replacement]:
    """
    Where *text* names flats by their numbers, and what takes their place: 某室, or nothing for one in brackets.

    Building and unit stay; rooms where the staff works are no flats.
    """
    for match in _ROOM.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        if _PUBLIC.search(text[max(0, start - 12) : start]):
            continue
        if start == match.start() and text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")"):
            yield start - 1, end + 1, ""
        else:
            yield start, end, "a flat" if match["english"] else "某室"
