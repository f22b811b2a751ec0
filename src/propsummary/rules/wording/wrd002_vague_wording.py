"""WRD002 vague-wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from propsummary.model import Countermeasure, Goal, Issue
from propsummary.problems import Finding
from propsummary.quantities import Quantity, has_figure
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.walk import Node, Passage, texts_of
from propsummary.rules.wording._quotes import unquoted

_SENTENCE = re.compile(r"(?<=[。！？!?\n])")

# What issues, measures and goals owe is told by rules of their own (ISS004, CTM007, GOA001); praise is in the words of others.
_ELSEWHERE = ((Issue, "title"), (Issue, "statement"), (Countermeasure, "statement"), (Goal, "statement"))
_OF_OTHERS = "feedback"
# 兢兢业业的夜班 is only what the object is called: its figures stand in its other fields.
_TITLES = ("title", "name")


@rule("WRD002", on=Passage)
def vague_wording(passage: Passage, ctx: Context) -> Iterator[Finding]:
    """
    Set phrases of the genre with no figure near: neither in their sentence nor in the next, and no metric attached to the object.

    Quotations, names of campaigns, what owners say and the titles of objects that tell any figure are let pass. The configuration
    can add a company's own phrases.

    Bad::

        正文:
          - {部分: 成绩, 内容: 全体队员兢兢业业，较好地完成了各项工作，为园区安全保驾护航。}

    Good::

        正文:
          - {部分: 成绩, 内容: 圆满完成春节值守，除夕到初六处置警情9起、送医2人。“再接再厉”劳动竞赛评出班组3个。}
    """
    told_elsewhere = any(isinstance(passage.node.object, cls) and passage.field == field for cls, field in _ELSEWHERE)
    if passage.field == _OF_OTHERS or told_elsewhere:
        return
    phrases = ctx.view.lexicon("set_phrases")
    if not phrases.found_in(passage.text) or _is_measured(passage.node, ctx):
        return
    if passage.field in _TITLES and passage.node.parent and _tells_figures(passage.node.object):
        return
    sentences = [sentence for sentence in _SENTENCE.split(unquoted(passage.text)) if sentence.strip()]
    vague: dict[str, None] = {}
    for sentence, following in zip(sentences, (*sentences[1:], ""), strict=True):
        words = [hit.word for hit in phrases.find(sentence)]
        if words and not has_figure(sentence) and not has_figure(following):
            vague |= dict.fromkeys(words)
    if vague:
        yield Finding(words=tuple(f"“{word}”" for word in vague))


def _tells_figures(part: Any) -> bool:
    """Whether *part* holds a figure, or tells one in its own words."""
    numbers = (getattr(part, field.name) for field in attrs.fields(type(part)))
    return any(isinstance(one, Quantity) for one in numbers) or any(map(has_figure, texts_of(part)))


def _is_measured(node: Node | None, ctx: Context) -> bool:
    """Whether the object, or one that it belongs to, names a metric or is one."""
    while node is not None:
        for field in ("metrics", "metric", "kpi"):
            if node.parent is not None and (getattr(node.object, field, None) or ctx.view.is_clouded((*node.path, field))):
                return True
        if getattr(node.object, "value", None) is not None:
            return True
        node = node.parent
    return False
