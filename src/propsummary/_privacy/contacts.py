"""How else a person can be reached: e-mail, WeChat, a telephone at home; what the company publishes stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary._privacy.replacing import Replacement

__all__ = ["contacts"]

_CONTACT = re.compile(
    r"(?P<mail>(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}(?=@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}))"
    r"|(?:微信|[Ww]e[Cc]hat)(?:号码?|ID|id)?[:：为是 ]{0,2}(?P<wechat>[A-Za-z][A-Za-z0-9_-]{5,19})"
    r"|(?<![0-9A-Za-z.-])(?P<area>0(?:10|2[0-9]|[3-9][0-9]{2})[- ]?[2-9][0-9]{6,7})(?![0-9A-Za-z]|[.-][0-9])"
    r"|(?:电话|座机|固话|宅电)(?:号码?)?[:：为是 ]{0,2}(?P<local>[2-8][0-9]{6,7})(?![0-9A-Za-z]|[.-][0-9])",
    re.ASCII,
)
_PUBLISHED = re.compile(
    "(?:物业|客服|前台|总机|办公|服务|值班|热线|专线|应急|抢修|救援|监督|投诉|咨询|举报|建议|中心|公司|消防|派出所|社区|街道|供[水电热气]|燃气|公众号)[^，。；;\n]{0,8}$"
)
_PERSON = re.compile("先生|女士|小姐|阿姨|大爷|业主|住户|租户|租客|访客|家属|本人|客户")


def contacts(text: str) -> Iterator[Replacement]:
    """Where *text* holds e-mail addresses, WeChat ids and telephone numbers of people, and the same masked."""
    for match in _CONTACT.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        before = re.split("[。；;！!？?\n]", text[max(0, match.start() - 24) : start])[-1]
        if _PUBLISHED.search(before) and not _PERSON.search(before):
            continue
        shown = 3 if kind in ("area", "local") else 1
        yield start, end, text[start : start + shown] + "*" * (end - start - shown)
