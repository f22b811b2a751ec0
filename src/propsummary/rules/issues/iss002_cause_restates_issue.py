"""ISS002 cause-restates-issue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from propsummary.model import Issue, RootCause
from propsummary.problems import Finding
from propsummary.rules._text import clauses
from propsummary.rules.base import rule
from propsummary.rules.context import Context

# What may differ between two sayings of the same thing: figures, times, particles, words of degree.
_TIMES = (
    "今年|本年|全年|上半年|下半年|本季度?|本月|当月|春季|夏季|秋季|冬季|期间|以来|目前"
    "|[0-9一二三四五六七八九十]{1,4}(?:年度?|月份?|日|季度)"
)
_LOOSE = (
    "再次|再度|再|有的?|的|了|才|就|都|还|也|又|是|在|为|与|和|及|过|多次|多|较|比较|很|太|够|经常|时常|常常|反复|总是|一直|主要|出现|发生|存在"
    "|得到|共计|共|累计|约|余|以上|因为|由于|原因|人次|件|次|起|个|户"
)
_DROPPED = re.compile(rf"{_TIMES}|[0-9.,%％—–\-]+|{_LOOSE}|\W")

# Words for the same: 漏 and 渗漏, 超过 and 超出.
_SAME = {
    word: plain
    for plain, words in {
        "漏": "渗漏 漏水 渗水 滴漏",
        "坏": "损坏 破损 坏了 失灵",
        "堵": "堵塞 拥堵 淤堵",
        "慢": "不及时 不够及时 没有及时 没及时 未能及时 未及时 缓慢 迟缓 滞后",
        "超": "超过 超出",
        "没": "没有 未能 未",
        "少": "不足 短缺 缺少 偏少",
        "低": "偏低 较低 不高",
    }.items()
    for word in words.split()
}
_SPELLED = re.compile("|".join(_SAME))

# The characters that may fall away with them.
_MAY_DROP = frozenset(f"{_TIMES}{_LOOSE}{''.join(_SAME)}{''.join(_SAME.values())}0123456789")

# Fewer characters than this are no sentence to compare.
_SHORTEST = 4

# The share of neighbouring characters that both have.
_ALIKE = Fraction(3, 5)

# A cause of so many characters, none of them new, with that share of its neighbours in the issue, is the issue in another order.
_LONG = 8
_KEPT = Fraction(3, 4)

# So many characters in a row of the issue are words of it, wherever they stand in the cause.
_RUN = 3


@rule("ISS002", on=RootCause)
def cause_restates_issue(cause: RootCause, ctx: Context) -> Iterator[Finding]:
    """
    A cause that only says the issue again.

    Bad::

        问题:
          - {编号: i1, 表现: 9月有8件投诉超过24小时才回复, 原因: [{维度: 人员能力, 说明: 有8件投诉回复超过了24小时}]}

    Bad::

        问题:
          - {编号: i1, 表现: 7号楼屋面修后一个月又漏, 原因: [{维度: 技术设备, 说明: 7号楼屋面修后一个月内再次渗漏}]}

    Good::

        问题:
          - {编号: i1, 表现: 9月有8件投诉超过24小时才回复, 原因: [{维度: 制度流程, 说明: 夜班投诉要等白班主管派单}]}
    """
    issue = ctx.parent
    if isinstance(issue, Issue) and not _says_more(cause.statement, issue) and _restates(cause.statement, issue):
        yield Finding("statement")


def _says_more(cause: str, issue: Issue) -> bool:
    """Whether *cause* has so many characters of its own that it cannot be the issue again, whatever is dropped: most have."""
    told, own = issue.title + issue.statement, set()
    for character in cause:
        if character not in told and character not in _MAY_DROP and character.isalnum():
            own.add(character)
            if len(own) > len(cause) // 8:
                return True
    return False


def _restates(cause: str, issue: Issue) -> bool:
    said = _bare(cause)
    if len(said) < _SHORTEST:
        return False
    characters, pairs = set(said), _pairs(said)
    wholes = [text for text in (issue.title, issue.statement, f"{issue.title}{issue.statement}") if text]
    whole = _bare(f"{issue.title}{issue.statement}")
    if len(said) >= _LONG and characters <= set(whole) and len(pairs & _pairs(whole)) >= _KEPT * len(pairs):
        return True
    for told in {_bare(part) for whole in wholes for part in (whole, *clauses(whole))}:
        # The same wording, bare of what may differ: nearly no new character, and most neighbours kept both ways.
        if len(told) >= _SHORTEST and len(characters.difference(told)) <= len(said) // 8:
            others = _pairs(told)
            if len(pairs & others) >= _ALIKE * max(len(pairs), len(others)):
                return True
    return any(len(said) >= _ALIKE * len(told) and _is_made_of(said, told) for told in map(_bare, wholes))


def _is_made_of(said: str, told: str) -> bool:
    """Whether *said* is nothing but longer pieces of *told* in another order."""
    while said:
        piece = max((n for n in range(_RUN, len(said) + 1) if said[:n] in told), default=0)
        if not piece:
            return False
        said = said[piece:]
    return True


def _bare(text: str) -> str:
    """*text* without what may differ, each thing by one word."""
    return _DROPPED.sub("", _SPELLED.sub(lambda word: _SAME[word[0]], text))


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
