"""What leads over to a part where no heading does: ``回头看，不足也是明摆着的。``, ``为此，拟采取如下办法。``, ``存在问题``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, trimmed
from propsummary.drafts.extraction.kinds import kind_of, names_part, without_closed
from propsummary.drafts.outline import Block, Heading, Paragraph
from propsummary.periods import Period

__all__ = ["with_leads"]

#: What a sentence may lead over to, each with the parts of which one stands before it; none for whatever part.
_AFTER: dict[str, frozenset[str]] = {
    "background": frozenset(),
    "results": frozenset(),
    "issues": frozenset(),
    "countermeasures": frozenset({"issues"}),
    "next": frozenset({"issues"}),
    "outlook": frozenset({"issues", "countermeasures", "next"}),
    "other": frozenset({"countermeasures", "outlook"}),
}
_BRIEF = 40  # characters of a paragraph that says little else
_LEAD = re.compile(r"[^。；;：:！!？?]{4,34}(?:[。：:！!？?]|$)")
_FIGURE = re.compile(r"\d(?!\d*\s*(?:年|月|[日号]|季度|个|条|点|项|方面))")
_REPORTED = re.compile("^现[将把就]|(?:汇报|报告|总结|小结|说明|陈述)如下|如下(?:汇报|报告|总结|说明)")  # opens the whole


def with_leads(blocks: Sequence[Block], period: Period | None) -> Sequence[Block]:
    """*blocks*; a line or first sentence that announces a part which no heading names becomes its heading."""
    named = {at: kind_of(one.words.text, period) for at, one in enumerate(blocks) if isinstance(one, Heading) and one.level}
    free = _AFTER.keys() - named.values()
    few = len(_AFTER.keys() & named.values()) < 2
    told: list[Block] = []
    seen: set[str | None] = set()
    for at, block in enumerate(blocks):
        followed = at + 1 < len(blocks) and not isinstance(blocks[at + 1], Heading)
        end = _lead(block, followed=followed, few=few) if at and isinstance(block, Paragraph) else 0
        kind = kind_of(block.words.text[:end], period) if end and isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and kind in free and (not _AFTER[kind] or seen & _AFTER[kind]):
            free -= {kind}
            seen.add(kind)
            told += _parted(block, end)
        else:
            seen.add(named.get(at))
            told.append(block)
    return told


def _lead(paragraph: Paragraph, *, followed: bool, few: bool) -> int:
    """
    Where the sentence ends that may lead over; 0 where none does.

    Args:
        followed: Whether anything stands below.

        few: Whether hardly a heading names a part, so that a whole sentence may stand for one.
    """
    text = paragraph.words.text
    closed = len(text) - len(without_closed(text))
    match = _LEAD.match(text, closed)
    if match is None or paragraph.number or paragraph.kind or _FIGURE.search(match[0]) or _REPORTED.search(match[0]):
        return 0
    alone = match.end() == len(paragraph.words.text)
    announces = (alone and match[0][-1] in "：:？?") or (match[0][-1] in "？?" and len(text) <= _BRIEF)  # 账怎么还？这么打算的。
    like_heading = announces or (alone and match[0][-1] not in "。！!")
    turns = announces or closed > 0 or _turns().search(match[0]) is not None or (like_heading and names_part(match[0]))
    return match.end() if turns and (followed or not alone) and (few or like_heading) else 0


def _parted(paragraph: Paragraph, end: int) -> Iterator[Block]:
    """The sentence that leads over as a heading, and what the paragraph says behind it."""
    yield Heading(level=1, words=trimmed(paragraph.words.part(0, end)), position=paragraph.position)
    if end < len(paragraph.words.text):
        yield attrs.evolve(paragraph, label=0, words=paragraph.words.part(end))


@functools.cache
def _turns() -> re.Pattern[str]:
    said = "(?:最后|下面|接下来|再|先|现在)来?(?:说|讲|报|谈|聊|汇报)"
    counted = "[两二三四五六七八九几][个条件项点](?:大|小|硬)?(?:事|目标|任务|措施|办法|打算|不足|短板)"
    return re.compile(f"{any_of(prose_words().turning.words)}|{said}|{counted}")
