"""
How else a person can be reached: e-mail, WeChat, QQ, a telephone at home or abroad; what the company publishes stays.

So is what is called an identity number in so many words, though its check digit be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary._privacy.numbers import find_personal
from propsummary._privacy.replacing import Replacement

__all__ = ["contacts"]

_CONTACT = re.compile(
    r"(?P<mail>(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}(?=@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}))"
    r"|(?:微信|[Ww]e[Cc]hat)(?:号码?|ID|id)?[:：为是 ]{0,2}(?P<wechat>[A-Za-z][A-Za-z0-9_-]{5,19})"
    r"|(?:(?<![A-Za-z])[Qq]{2}|扣扣)(?:号码?)?[:：为是 ]{0,2}(?P<qq>[1-9][0-9]{4,11})(?![0-9A-Za-z]|[.-][0-9])"
    r"|(?P<abroad>(?:\+ ?|(?<![0-9])00)(?:85[23]|886)[ -]?[0-9]{1,4}[ -]?[0-9]{3,4}(?:[ -]?[0-9]{3,4})?(?![0-9A-Za-z]|[.-][0-9])"
    r"|\+ ?(?!86)(?=(?:[ ()-]{0,2}[0-9]){10,14}(?![0-9]))"
    r"[1-9][0-9]{0,2}[ -]\(?[0-9]{2,4}\)?[ -][0-9]{3,4}(?:[ -][0-9]{3,4}){0,2}(?![0-9A-Za-z]|[.-][0-9]))"
    r"|(?:香港|澳门)(?:电话|手机)(?:号码?)?[:：为是 ]{0,2}(?P<island>[2-9][0-9]{3}[ -]?[0-9]{4})(?![0-9A-Za-z]|[.-][0-9])"
    r"|身份证(?:件)?(?:编?号码?)?[:：为是 ]{0,2}(?P<identity>[0-9]{6}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{3}[0-9Xx]|[0-9]{15})"
    r"(?![0-9A-Za-z]|[.-][0-9])"
    r"|(?<![0-9A-Za-z.-])(?P<area>0(?:10|2[0-9]|[3-9][0-9]{2})[- ]?[2-9][0-9]{6,7})(?![0-9A-Za-z]|[.-][0-9])"
    r"|(?:电话|座机|固话|宅电)(?:号码?)?[:：为是 ]{0,2}(?P<local>[2-8][0-9]{6,7})(?![0-9A-Za-z]|[.-][0-9])",
    re.ASCII,
)
_PUBLISHED = re.compile(
    "(?:物业|客服|前台|总机|办公|服务|值班|热线|专线|应急|抢修|救援|监督|投诉|咨询|举报|建议|中心|公司|消防|派出所|社区|街道|供[水电热气]|燃气|公众号)[^，。；;\n]{0,8}$"
)
_SHOWN = {"area": 3, "local": 3, "island": 3, "identity": 3, "abroad": 4}
_PERSON = re.compile("先生|女士|小姐|阿姨|大爷|业主|住户|租户|租客|访客|家属|本人|客户")


def contacts(text: str) -> Iterator[Replacement]:
    """Where *text* holds e-mail addresses, ids and telephone numbers of people, and the same masked."""
    for match in _CONTACT.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        before = re.split("[。；;！!？?\n]", text[max(0, match.start() - 24) : start])[-1]
        if kind == "identity":
            if not any(find_personal(f"身份证{match[kind]}")):  # else it is found anyway
                yield start, end, _hidden(match[kind], 3, 2)
        elif _PERSON.search(before) or not _PUBLISHED.search(before):
            yield start, end, _hidden(match[kind], _SHOWN.get(kind, 1), 0)


def _hidden(text: str, head: int, tail: int) -> str:
    return text[:head] + "*" * (len(text) - head - tail) + text[len(text) - tail :]
