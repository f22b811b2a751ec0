"""EVI003 half-a-pair."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterator

from propsummary.model import Photo, Stage, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.naming import naming
from propsummary.rules.walk import Node

# What tells two photos of one place apart: which of them came first.
_STAGE_WORDS = re.compile(r"之?[前后]|before|after|[\W_]+", re.IGNORECASE)


@rule("EVI003", on=Summary)
def half_a_pair(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A photo of a place before the work with none after it, or the reverse.

    Two photos belong together if one names the other as its pair, or if captions or file names differ only in before and after.
    What is left over on both sides may belong together and is not reported.

    Bad::

        照片:
          - {编号: p1, 文件: photos/花坛前.jpg, 说明: 花坛补种前, 阶段: 前}

    Good::

        照片:
          - {编号: p1, 文件: photos/花坛前.jpg, 说明: 花坛补种前, 阶段: 前, 对照: p2}
          - {编号: p2, 文件: photos/花坛后.jpg, 说明: 花坛补种一个月后, 阶段: 后}
    """
    if ctx.view.may_hide(("photos",), "stage", "pair"):
        return
    staged = [node for node in ctx.view.nodes_of(Photo) if node.object.stage]
    yield from _alike(staged)
    named = {photo.pair for photo in summary.photos}
    single = [node for node in staged if not node.object.pair and node.object.id not in named]
    before, after = (_unmatched(single, stage) for stage in (Stage.BEFORE, Stage.AFTER))
    for node in () if before and after else (*before, *after):
        yield Finding(node.path, "before" if before else "after", thing=naming(node))


def _alike(staged: list[Node]) -> Iterator[Finding]:
    """The photos whose pair shows the same stage; of two that name each other the first one."""
    by_id = {node.object.id: node for node in staged}
    seen = set()
    for node in staged:
        other = by_id.get(node.object.pair)
        pair = frozenset((node.object.id, node.object.pair))
        if other and other is not node and other.object.stage is node.object.stage and pair not in seen:
            seen.add(pair)
            yield Finding((*node.path, "pair"), "same", thing=naming(node), other=naming(other))


def _unmatched(nodes: list[Node], stage: Stage) -> list[Node]:
    """The photos of *stage* that no photo of the other stage resembles."""
    others = {trace for node in nodes if node.object.stage is not stage for trace in _traces(node.object)}
    return [node for node in nodes if node.object.stage is stage and not _traces(node.object) & others]


def _traces(photo: Photo) -> set[str]:
    """Caption (the second of one place may be numbered) and file name without what says before or after."""
    caption, file = (_STAGE_WORDS.sub("", text).casefold() for text in (photo.caption, pathlib.PurePosixPath(photo.file).stem))
    return {caption.rstrip("0123456789"), file} - {""}
