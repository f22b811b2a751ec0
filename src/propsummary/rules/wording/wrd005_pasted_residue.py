"""WRD005 pasted-residue."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.walk import Passage
from propsummary.rules.wording._quotes import unquoted
from propsummary.rules.wording._residue import residue


@rule("WRD005", on=Passage)
def pasted_residue(passage: Passage, ctx: Context) -> Iterator[Finding]:
    """
    What a web page or a writing tool left behind: its phrases, its marks, characters that nobody sees.

    The configuration can add phrases to the list. Quotations are let pass, as is Markdown that a writer may use (bold, lists).

    Bad::

        正文:
          - {部分: 成绩, 内容: 好的，以下是根据您提供的信息整理的年度总结。}

    Bad::

        背景: {目的: "总结2025年工作&nbsp;&nbsp;安排2026年任务", 说明: "工作總結(jié)由小编整理，点击下载"}

    Bad::

        成绩:
          - {编号: a1, 标题: 巡查, 说明: 夜间巡查276次。以上内容由AI生成，仅供参考。}

    Good::

        正文:
          - {部分: 成绩, 内容: "**公众号**推送36期，业主最爱看“小编为大家讲垃圾分类”；R&D楼与A<B的标识已更换。"}
          - {部分: 成绩, 内容: 巡检报告由AI自动生成，每月省下40小时。}
    """
    marks = residue(passage.text)
    phrases = (hit.word for hit in ctx.view.lexicon("pasted_residue").find(unquoted(passage.text)))
    words = tuple(dict.fromkeys((*marks, *phrases)))
    if words:
        yield Finding(words=tuple(f"“{word}”" for word in words))
