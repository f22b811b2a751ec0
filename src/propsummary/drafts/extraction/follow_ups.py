"""What became of the last goals and measures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propsummary.drafts.extraction.clauses import sentences, trimmed
from propsummary.drafts.extraction.item import Leftover
from propsummary.drafts.extraction.parts import Chapter
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.outline import Paragraph, Table, Words, join
from propsummary.model import FollowUp, Outcome

__all__ = ["follow_ups"]

_OF = re.compile("目标|计划|措施|问题|事项|任务|内容|工作")
_RESULT = re.compile("完成|结果|实际|落实|进展|情况|达成")
_CALLED = re.compile("编号$")  # 上期编号, where nothing else says of what
_REASON = re.compile("原因|说明|备注")
_OUTCOMES = (
    (Outcome.MISSED, re.compile("未达成|未完成|没完成|未达标|没达到|未实现|没做到|未达到|差一点|×|否")),
    (Outcome.CARRIED, re.compile("结转|顺延|延期|继续推进|跨期|转入")),
    (Outcome.DROPPED, re.compile("取消|终止|不再")),
    (Outcome.MET, re.compile("已完成|达成|完成|达标|实现|达到|做到|√|是|已落实|已整改")),
)


def follow_ups(chapters: Sequence[Chapter], places: Places) -> tuple[tuple[FollowUp, ...], list[Leftover]]:
    """What *chapters* on the last goals and measures say of each of them."""
    found: list[FollowUp] = []
    left: list[Leftover] = []
    for chapter in chapters:
        for block in chapter.blocks:
            if isinstance(block, Paragraph) and block.kind == "caption":
                left.append(Leftover(chapter, block.words, aside=True))
            elif isinstance(block, Paragraph):
                left += (Leftover(chapter, words, aside=True) for words in _told(block.words, found, places))
            elif isinstance(block, Table):
                left += (Leftover(chapter, words, aside=_is_outcome(words.text)) for words in _table(block, found, places))
    return tuple(found), left


def _is_outcome(text: str) -> bool:
    """Whether a cell says nothing but the outcome, which has its own field."""
    return len(text) <= 6 and any(pattern.search(text) for _, pattern in _OUTCOMES)


def _table(table: Table, found: list[FollowUp], places: Places) -> list[Words]:
    """The rows of a table; what no column claims is left over."""
    heads = [cell.text for cell in table.rows[0]] if table.rows else []
    of = next((at for at, head in enumerate(heads) if _OF.search(head) and not _RESULT.search(head)), None)
    of = next((at for at, head in enumerate(heads) if _CALLED.search(head)), None) if of is None else of
    result = next((at for at, head in enumerate(heads) if _RESULT.search(head)), None)
    if not table.headers or of is None or result is None:
        return [words for row in table.rows for cell in row if not cell.merged for words in cell.words]
    left: list[Words] = []
    for row in table.rows[table.headers :]:
        cells = [join(cell.words, " ") if cell.words else None for cell in row]
        told, became = cells[of], cells[result]
        if told is None or not told.text:
            left += (words for words in cells if words)
            continue
        rest = [
            words for at, words in enumerate(cells) if words and at not in (of, result) and words.text and not words.text.isdigit()
        ]
        reason = next((words for at, words in enumerate(cells) if words and at < len(heads) and _REASON.search(heads[at])), None)
        left += (words for words in rest if words is not reason)
        _add(told, became, reason, found, places, said=" ".join(words.text for words in cells[result:] if words))
    return left


def _told(words: Words, found: list[FollowUp], places: Places) -> list[Words]:
    """
    A paragraph: the goal to the first comma or colon, behind it what became of it; several, if each sentence has its outcome.

    What leads over to several is left over.
    """
    lead = re.match("[^：:；;，,。]*(?:[，,][^：:；;，,。]{1,12})?[：:]", words.text)
    each = [one for one in sentences(words.part(lead.end() if lead else 0)) if one.text]
    if len(each) > 1 and all(_outcome(one.text) and re.search("[，,：:]", one.text) for one in each):
        for one in each:
            _told(one, found, places)
        return [trimmed(words.part(0, lead.end()))] if lead else []
    cut = re.search("[：:，,。；;]", words.text)
    if cut is None:
        _add(words, None, None, found, places, said=words.text)
    else:
        told, became = trimmed(words.part(0, cut.start())), words.part(cut.end())
        _add(told, became, None, found, places, said=words.text)
    return []


def _add(told: Words, became: Words | None, reason: Words | None, found: list[FollowUp], places: Places, *, said: str) -> None:
    path = ("follow_ups", len(found))
    places.put(path, told, became, reason)
    places.put((*path, "of"), told)
    places.put((*path, "result"), became)
    places.put((*path, "reason"), reason)
    found.append(
        FollowUp(of=told.text, result=became.text if became else "", outcome=_outcome(said), reason=reason.text if reason else "")
    )


def _outcome(said: str) -> Outcome | None:
    return next((outcome for outcome, pattern in _OUTCOMES if pattern.search(said)), None)
