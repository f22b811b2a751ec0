"""Several things in one passage, marked as a row: ``一是…二是…``, ``（1）…（2）…``, ``1、…2、…``."""

from __future__ import annotations

import functools
import re

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, trimmed
from propsummary.drafts.numbers import read_number
from propsummary.drafts.outline import Words

__all__ = ["row_marks", "split_row"]

_BEGINS = re.compile("一[是要来]|第一|首先|其一")


def split_row(words: Words, *, first: int = 1) -> tuple[Words, tuple[Words, ...]] | None:
    """
    What leads over, and the members of a row in one passage; none if there is no such row.

    Args:
        first: What a row of figures counts from: 2 for a paragraph whose own number was the first.
    """
    found = _outermost(words.text, [match for match in row_marks().finditer(words.text) if _opens(words.text, match)])
    if first > 1 or (len(found) < 2 and not (found and found[0].start() == 0)):
        found = _counted(words.text, first)
    if not found:
        return None
    ends = [*(match.start() for match in found[1:]), len(words.text)]
    members = tuple(trimmed(words.part(match.end(), end)) for match, end in zip(found, ends, strict=True))
    told = tuple(one for one in members if one.text)
    return (trimmed(words.part(0, found[0].start())), told) if told else None


def row_marks() -> re.Pattern[str]:
    """The words that mark the members of a row."""
    return _patterns()["marks"]


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rows = prose_words().rows
    return {
        "marks": re.compile(
            rf"(?:{any_of(rows.marks)})[，,]?|(?:{any_of(rows.others)}|(?:第[一二三四五六七八九十]|[头另]一|最后一)"
            rf"(?:[个条件项处点桩类](?:{any_of(rows.things)})?)|(?:{any_of(rows.things)})[一二三四五六七八九十])[，,：:]\s*(?:就?是)?"
        ),
        "inner": re.compile(
            r"(?P<number>[（(](?:[0-9]{1,2}|[一二三四五六七八九十])[)）]|[①-⑳]|[0-9]{1,2}[、．.)）]|[一二三四五六]、)\s*、?"
        ),
    }


def _outermost(text: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks of a row, without those of another one that begins inside a member: ``第一，……有两个原因：一是……二是……``."""
    inner = next((match for match in found[1:] if _BEGINS.match(match[0])), None)
    if inner is None:
        return found
    outer = [match for match in found if _scheme(match[0]) == _scheme(found[0][0])]
    tells_why = re.search(rf"(?:{any_of(prose_words().causes.origins)})[^，,。；;]{{0,6}}[：:，,]\s*$", text[: inner.start()])
    return outer if len(outer) > 1 or tells_why else found


def _scheme(mark: str) -> str:
    """What the marks of one row have in common."""
    return "首先" if re.match("首先|其次|再次|最后", mark) else re.sub("[一二三四五六七八九十，,：:]|是$", "", mark) or "是"


def _opens(text: str, match: re.Match[str]) -> bool:
    return match.start() == 0 or text[match.start() - 1] in "，,；;。.：:、！ \t"


def _counted(text: str, first: int) -> list[re.Match[str]]:
    """Numbers that count on from *first* where a clause begins; a decimal or a month in between (4.11月) is told by the count."""
    if first > 1 and _counted(text, 1):
        return []  # a row of its own below the number: 主要原因有：（1）……（2）……
    found: list[re.Match[str]] = []
    for match in _patterns()["inner"].finditer(text):
        number = read_number(f"{match['number'].strip()} x")
        begins = _opens(text, match) and number is not None and number.value == len(found) + first
        if begins and (not found or found[0]["number"][0].isdigit() == match["number"][0].isdigit()):
            found.append(match)
    return found if len(found) + first > 2 else []
