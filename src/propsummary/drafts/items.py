"""Items that people write into one paragraph: ``一是……；二是……``, ``（1）……；（2）……``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from propsummary._numerals import read_numeral
from propsummary.drafts.outline import Words

__all__ = ["items", "lead"]

_HAN = "[一二三四五六七八九十]{1,2}"
_BEFORE = r"(?:^|(?<=[。；;：:，,、.！!？?\s）)”》]))"

#: Ways to begin an item, with its number in group 1.
_MARKERS = tuple(
    re.compile(_BEFORE + pattern)
    for pattern in (
        rf"({_HAN})(?:是|要(?![求点是闻])|则是)[：:，,]?\s*",
        rf"其({_HAN})[是，,：:、]\s*",
        rf"第({_HAN})[，,：:、是]\s*",
        rf"[（(]\s*({_HAN}|[0-9０-９]{{1,2}})\s*[）)][、.．]?\s*",
        r"([①-⑳])\s*",
        r"([0-9０-９]{1,2})[）)]\s*",
        r"([0-9０-９]{1,2})(?:、|[.．](?![0-9０-９]))\s*",
    )
)
_RINGED = {chr(0x245F + value): value for value in range(1, 21)}
_TRAILING = "；;，,、 \t\n\u3000"
_STOP = re.compile(r"[。！!]|\.(?=\s|$)")


def items(words: Words) -> tuple[Words, ...]:
    """
    The items that *words* list, in their places, without what numbers them and what parts them; none if they list nothing.

    .. versionadded:: 0.2.0
    """
    markers = _markers(words.text)
    ends = [*(marker.start() for marker in markers[1:]), _end(words.text, markers)]
    parts = (words.part(marker.end(), end) for marker, end in zip(markers, ends, strict=False))
    return tuple(part.part(0, len(part.text.rstrip(_TRAILING))) for part in parts)


def lead(words: Words) -> Words:
    """
    What stands before the first item; all of *words* if they list nothing.

    .. versionadded:: 0.2.0
    """
    markers = _markers(words.text)
    return words.part(0, markers[0].start()) if markers else words


def _markers(text: str) -> Sequence[re.Match[str]]:
    """What numbers the items: the kind of number that goes from one to two soonest, as far as it counts on."""
    found = (tuple(_counted(pattern, text)) for pattern in _MARKERS)
    lists = [markers for markers in found if len(markers) > 1]
    return min(lists, key=lambda markers: markers[0].start(), default=())


def _counted(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    due = 1
    for match in pattern.finditer(text):
        if _value(match[1]) == due:
            yield match
            due += 1


def _value(text: str) -> int:
    if text in _RINGED:
        return _RINGED[text]
    numeral = read_numeral(text)
    return int(numeral) if numeral is not None else 0


def _end(text: str, markers: Sequence[re.Match[str]]) -> int:
    """Where the last item ends: with its sentence, if all items stand in one sentence; else with the text."""
    if len(markers) < 2 or _STOP.search(text, markers[0].end(), markers[-1].start()):
        return len(text)
    stop = _STOP.search(text, markers[-1].end())
    return stop.start() if stop else len(text)
