"""WRD004 long-sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary._privacy import mask
from propsummary.problems import Finding
from propsummary.rules._text import sentences
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.walk import Passage

_SHOWN = 12

# Points that are counted off are read one by one: 一是…，二是…；（1）…（2）… A half-width stop in Chinese ends a sentence, too.
_POINT = re.compile(
    r"(?:^|(?<=[，,、：:]))[一二三四五六七八九十]是|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳]|(?<![0-9])[0-9]{1,2}[、)）](?![0-9])"
    r"|(?<=[\u4e00-\u9fa5])\.(?=[\u4e00-\u9fa5])"
)
_WORD = re.compile(r"[A-Za-z]+|[0-9][0-9.,%]*|[^\W_]")


@rule("WRD004", on=Passage, settings={"sentence-length": 120})
def long_sentence(passage: Passage, ctx: Context) -> Iterator[Finding]:
    """
    A sentence that nobody reads in one breath: more than 120 characters, a number counting as one and an English word as two.

    The setting ``sentence-length`` moves the limit. Semicolons and counted points (一是…，二是…) end a sentence here.

    Bad::

        背景:
          说明: 今年以来我们在巡逻、门岗、车辆、消防、装修、监控、访客、公共区域和应急等各方面按照年初制定的计划把每一项
            工作分解到班组、分解到岗位、分解到个人并且由班长每天检查、由主管每周抽查、由项目经理每月讲评，检查和讲评的结果都写进
            当月的班组台账，和队员的评优、晋升、调岗、培训以及夜班补贴的发放直接挂起钩来由全体队员互相监督

    Good::

        背景:
          说明: 年初计划分解到班组、岗位和个人。班长每天检查，主管每周抽查，项目经理每月讲评；结果写进班组台账，与评优、晋升挂钩。
    """
    limit = ctx.setting("sentence-length")
    if 2 * len(passage.text) <= limit:  # most are far from it
        return
    parts = (part for sentence in sentences(passage.text) for part in _POINT.split(sentence))
    lengths = [(_length(part), part) for part in parts if 2 * len(part) > limit]
    length, longest = max(lengths, default=(0, ""), key=lambda pair: pair[0])
    if length > limit:
        yield Finding(length=length, limit=limit, words=mask(longest.strip())[:_SHOWN])


def _length(sentence: str) -> int:
    return sum(2 if word.isascii() and word.isalpha() else 1 for word in _WORD.findall(sentence))
