"""Whether what a file says can be found again in what was read out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction import chapters
from propsummary.drafts.extraction.dates import only_deadline
from propsummary.drafts.extraction.days import year_less_day
from propsummary.drafts.extraction.goal_lists import shared_deadline
from propsummary.drafts.extraction.untold import without_cues
from propsummary.drafts.outline import Heading, Outline, Paragraph, Table, Words
from propsummary.model import Draft, Summary
from propsummary.periods import read_date, read_period

__all__ = ["lost"]

_CUTS = re.compile(r"[\s，,；;。.、：:！!？?（()）“”\"'*\[\]【】|/—–-]+")


def lost(outline: Outline, draft: Draft) -> list[str]:
    """The pieces of *outline* that *draft* holds nowhere; headings of parts, labels and cue words aside."""
    if draft.summary is None:
        return []
    blob = _bare("\n".join(_texts(draft.summary)))
    pieces = (piece for text in _told(outline, draft) for piece in _CUTS.split(text))
    missing = [piece for piece in pieces if _bare(piece) and not _found(_bare(piece), blob)]
    missing = [piece for piece in missing if not _is_opening(piece, draft.summary)]
    return [piece for piece in missing if not _found(_bare(_date_of(piece, draft.summary)), blob)]


def _is_opening(piece: str, summary: Summary) -> bool:
    """Whether *piece* is the day of writing or the period, both of which are kept as dates."""
    day, period = summary.prepared_on, read_period(piece)
    written = day is not None and (read_date(piece) == day or year_less_day(piece) == (day.month, day.day))
    return written or (period is not None and period.same_days(summary.period))


def _date_of(piece: str, summary: Summary) -> str:
    """A clause that ends by saying until when, of that only the date (8月20日前装完, 以上目标均于6月30日前实现); else *piece*."""
    for at in range(len(piece)):
        words = Words(text=piece[at:])
        if date := only_deadline(words, summary.period, vague=True) or shared_deadline(words, summary.period):
            return piece[:at] + date.text
    return piece


def _told(outline: Outline, draft: Draft) -> Iterator[str]:
    assert draft.summary is not None
    for chapter in chapters(outline, draft.summary.period):
        if chapter.heading and not chapter.top:
            yield chapter.heading.words.text
        for block in chapter.blocks:
            if isinstance(block, Heading | Paragraph):
                yield without_cues(block.words).text
            elif isinstance(block, Table):
                for row in block.rows[block.headers :]:
                    cells = (cell for cell in row if not cell.merged and not cell.text.strip().isdigit())
                    yield from (without_cues(words).text for cell in cells for words in cell.words)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | frozenset):
        for member in value:
            yield from _texts(member)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if hasattr(value, field.name):
                yield from _texts(getattr(value, field.name))


def _bare(text: str) -> str:
    return "".join(character for character in text if character.isalnum() or character in "%％‰")


def _found(piece: str, blob: str) -> bool:
    if piece in blob:
        return True
    rest = _cues().sub("\n", piece)
    return all(_bare(part) in blob for part in rest.split("\n"))


def _cues() -> re.Pattern[str]:
    words = prose_words()
    cues = [word for slot in words.slots for word in slot.words]
    cues += [*words.causes.openers, *words.causes.results, *words.causes.weak, *words.rows.marks]
    cues += [*words.causes.origins, *words.causes.trouble_in, *words.causes.inquiries, *words.causes.sides, *words.rows.things]
    cues += [word.strip("，") for word in words.rows.others]
    cues += [*words.causes.cures, *words.answering.verbs, *words.answering.does, *words.answering.asked, *words.answering.matters]
    cues += [label for group in attrs.astuple(words.front) for label in group]
    cues += [word for row in words.headings if row.kind == "background" for word in row.words]
    cues += [
        "案例",
        "合计",
        "针对",
        "执行",
        "因",
        "系",
        "所致",
        "这与",
        "有关",
        "由于",
        "由",
        "负责",
        "牵头",
        "共同",
        "的事",
        "我们要",
        "我们",
        "我让",
        "来抓",
        "来办",
        "都盯着点",
        "完成",
        "前完成",
        "到位",
        "落实",
        "并",
        "从而",
        "是",
        "为",
        "有",
        "在于",
        "√",
        "×",
        "是",
        "否",
        "问题",
        "无",
    ]
    cues += list("0123456789①②③④⑤⑥⑦⑧⑨一二三四五六七八九十")
    return re.compile("|".join(map(re.escape, sorted(set(cues), key=lambda word: (-len(word), word)))))
