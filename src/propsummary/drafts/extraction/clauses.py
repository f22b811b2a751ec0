"""Sentences and what they are cut at; every piece still knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from propsummary.drafts.outline import Words

__all__ = ["STOP", "any_of", "bare", "clauses", "sentences", "trimmed"]

#: Where a sentence ends: a full stop of either width, but no decimal point and none inside a date or a name.
STOP = r"[。；;！!？?\n]|(?<![A-Za-z])\.(?![\dA-Za-z])|(?<=[A-Za-z])\.(?=\s|$)"
_STOP = re.compile(STOP)
_COMMA = re.compile(rf"[，,]|{STOP}")
_EDGES = " \t\u3000\u00a0，,；;。.、：:！!"
_PAIRS = {"）": "（", ")": "(", "】": "【", "》": "《", "”": "“"}


def sentences(words: Words) -> Iterator[Words]:
    """The sentences of *words*, their stops left out; a semicolon ends one too."""
    yield from _cut(words, _STOP)


def clauses(words: Words) -> Iterator[Words]:
    """What stands between commas and stops."""
    yield from _cut(words, _COMMA)


def _cut(words: Words, at: re.Pattern[str]) -> Iterator[Words]:
    start = 0
    for stop in (*at.finditer(words.text), None):
        end = stop.start() if stop else len(words.text)
        piece = words.part(start, end)
        if piece.text:
            yield piece
        start = stop.end() if stop else end


def trimmed(words: Words) -> Words:
    """*words* without punctuation at its edges, and without a bracket whose other half is not there."""
    start, end = 0, len(words.text)
    while True:
        before = start, end
        while start < end and words.text[start] in _EDGES:
            start += 1
        while start < end and words.text[end - 1] in _EDGES:
            end -= 1
        inner = words.text[start:end]
        if inner and inner[-1] in _PAIRS and inner.count(_PAIRS[inner[-1]]) < inner.count(inner[-1]):
            end -= 1
        elif inner and inner[-1] in _PAIRS.values():
            end -= 1
        elif inner and inner[0] in _PAIRS.values() and inner.count(inner[0]) > sum(inner.count(c) for c, o in _PAIRS.items() if o == inner[0]):
            start += 1
        if (start, end) == before:
            return words.part(start, end)


def bare(text: str) -> str:
    """*text* as it is compared: without blanks and punctuation."""
    return "".join(character for character in text if character.isalnum() or character in "%％‰")


def any_of(words: Iterable[str]) -> str:
    """A pattern of *words*, longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
