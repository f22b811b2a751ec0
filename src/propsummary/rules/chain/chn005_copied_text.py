"""CHN005 copied-text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from propsummary._privacy import shortened
from propsummary.model import (
    Achievement,
    Activity,
    Case,
    Incident,
    Issue,
    Outcome,
    Outlook,
    Part,
    RootCause,
    Section,
    StrategicDirection,
    Summary,
)
from propsummary.problems import Finding, Path
from propsummary.rules._text import sentences
from propsummary.rules.base import rule
from propsummary.rules.chain._likeness import blanks, folded, length, masked, other_place
from propsummary.rules.chain._link import before
from propsummary.rules.context import Context, View
from propsummary.rules.naming import naming
from propsummary.rules.walk import Node, Passage

_Kind: TypeAlias = Literal["results", "cause", "outlook"]

#: From so many characters on nobody writes the same twice by chance.
_LONG = 20

# A row of figures in the usual order is no copy: there must be words, and more of them than it takes to name the figures.
_WORDS, _WORDS_A_FIGURE = 12, 5

_SHOWN = 40

_FIELDS: dict[type, tuple[_Kind, tuple[str, ...]]] = {
    Achievement: ("results", ("text", "actions", "feedback")),
    Activity: ("results", ("outcome",)),
    Incident: ("results", ("outcome",)),
    Case: ("results", ("situation", "action", "result", "lesson")),
    RootCause: ("cause", ("statement", "whys")),
    StrategicDirection: ("outlook", ("statement", "strategy")),
    Outlook: ("outlook", ("innovations",)),
}
_PARTS: dict[Part | None, _Kind] = {Part.RESULTS: "results", Part.OUTLOOK: "outlook"}

# What a department is, and under whose guidance, is the same every year.
_STANDING = re.compile(
    "(?:部|处|中心|队|我们)(?:主要)?(?:负责|承担|是|为|现有|共有|下设)|现有(?:员工|队员|人员)|下设|职责|职能"
    "|在.{0,20}(?:领导|支持|指导|关心|配合)下|紧紧围绕"
    "|(?:部|处|中心|队|我们)围绕|围绕(?:公司|集团|总部|项目|上级|年[初度]|全年|总体|中心|主线|目标)|is responsible for|consists of"
)


@rule("CHN005", on=Summary, needs=("previous",))
def copied_text(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A passage about results, causes or the outlook that was taken over from the previous summary, with new figures at the most.

    What the department is, names, issues and goals that are carried over, and directions that were set for several years may stay
    as they are.

    Bad::

        期间: 2024
        成绩:
          - {编号: a1, 标题: 夜间巡查, 说明: 2024年夜间巡查276次，发现并劝离尾随进入人员19人次，处理消防通道占用33处。}
        ---
        期间: 2025
        成绩:
          - {编号: a1, 标题: 夜间巡查, 说明: 2025年夜间巡查281次，发现并劝离尾随进入人员22人次，处理消防通道占用30处。}

    Good::

        期间: 2024
        成绩:
          - {编号: a1, 标题: 夜间巡查, 说明: 2024年夜间巡查276次，发现并劝离尾随进入人员19人次，处理消防通道占用33处。}
        ---
        期间: 2025
        成绩:
          - {编号: a1, 标题: 夜间巡查, 说明: 东门加装翼闸后尾随进入降到6人次，巡查力量转到地库，全年清理堵门电动车41辆。}
    """
    for last in before(ctx):
        old = dict(_pieces(View(last)))
        carried = {one.of for one in summary.follow_ups if one.outcome is Outcome.CARRIED}
        seen: set[Path] = set()
        for (kind, words), (passage, text) in _pieces(ctx.view):
            found = old.get((kind, words))
            if found is None or passage.path in seen or other_place(text, found[1], strict=True):
                continue
            if _goes_on(passage.node, found[0].node, carried):
                continue
            seen.add(passage.path)
            key = "same" if _plain(text) == _plain(found[1]) else "figures"
            yield Finding(passage.path, key, thing=naming(_owner(passage.node)), text=shortened(text, _SHOWN))


def _pieces(view: View) -> Iterator[tuple[tuple[_Kind, str], tuple[Passage, str]]]:
    """Every passage, and every sentence of one, that is long enough, by what it is about and its words without figures."""
    for passage in view.passages:
        kind = _kind(passage)
        if kind is None:
            continue
        for text in dict.fromkeys((passage.text.strip(), *sentences(passage.text))):
            words = masked(text).rstrip("。.；;！!")
            if _is_long(text, words) and not _STANDING.search(text):
                yield (kind, words), (passage, text)


def _is_long(text: str, words: str) -> bool:
    return length(text) >= _LONG and length(words, marks=False) >= max(_WORDS, _WORDS_A_FIGURE * blanks(words))


def _kind(passage: Passage) -> _Kind | None:
    owner = passage.node.object
    if isinstance(owner, Section):
        return _PARTS.get(owner.part) if passage.field == "text" else None
    kind, fields = _FIELDS.get(type(owner), (None, ()))
    return kind if passage.field in fields else None


def _goes_on(node: Node, old: Node, carried: set[str]) -> bool:
    """Whether a passage belongs to something that is openly carried over, or was set for several years."""
    here, there = node.object, old.object
    if isinstance(here, StrategicDirection) and isinstance(there, StrategicDirection):
        return bool(here.years.strip()) and _plain(here.years) == _plain(there.years)
    above = node.parent.object if node.parent else None
    past = old.parent.object if old.parent else None
    return (isinstance(above, Issue) and bool(above.carried_from)) or (isinstance(past, Issue) and past.id in carried)


def _owner(node: Node) -> Node:
    """What people call the passage's object by: of a cause its issue."""
    return node.parent if isinstance(node.object, RootCause) and node.parent else node


def _plain(text: str) -> str:
    return "".join(folded(text).split()).rstrip("。.；;！!")
