"""ACH002 vague-achievement."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Achievement
from propsummary.problems import Finding
from propsummary.quantities import has_figure
from propsummary.rules._text import first_hit, sentences
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("ACH002", on=Achievement)
def vague_achievement(achievement: Achievement, ctx: Context) -> Iterator[Finding]:
    """
    An achievement that grades itself (显著, 明显, 大幅) in a sentence without a figure, with no metric attached.

    Bad::

        成绩:
          - {编号: a1, 标题: 车辆秩序, 说明: 车辆秩序明显好转。, 做法: [增设引导岗]}

    Good::

        成绩:
          - {编号: a1, 标题: 车辆秩序, 说明: 东门违停明显减少，由每月31起降到9起。, 做法: [增设引导岗]}
    """
    if not ctx.lacks("metrics"):
        return
    for field in ("title", "text"):
        for sentence in sentences(getattr(achievement, field)):
            graded = first_hit("result_words", sentence)
            # A title may leave the figures to the text below it.
            if graded and not has_figure(sentence) and not (field == "title" and has_figure(achievement.text)):
                yield Finding(field, word=graded.word)
                return
