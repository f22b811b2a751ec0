"""Sentences and what they are cut at; every piece still knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from propsummary.drafts.outline import Words

__all__ = ["ADDING", "STOP", "any_of", "bare", "clauses", "sentences", "trimmed", "without_opener"]

#: Where a sentence ends: a full stop of either width, but no decimal point and none inside a date or a name.
STOP = r"[。；;！!？?\n]|(?<![A-Za-z])\.(?![\dA-Za-z])|(?<=[A-Za-z])\.(?=\s|$)|(?<=[\u4e00-\u9fff])\.(?=\d{1,2}月\d)"
#: What only adds an entry to those before it: ``另，……``, ``此外：……``.
ADDING = re.compile(r"(?:^|(?<=[，,；;。\s]))(?:另外?|此外|同时|还有|除此之外|除此以外)[：:，,]\s*")

_STOP = re.compile(STOP)
_COMMA = re.compile(rf"[，→｜]|——|(?<![0-9]),|,(?![0-9]{{3}}(?![0-9]))|{STOP}")
_EDGES = " \t\u3000\u00a0，,；;。.、：:！!→｜—"
_PAIRS = ("（(）)", "【[】]", "《<》>", "“‘”’")  # two that open, two that close
_OPENING = "".join(pair[:2] for pair in _PAIRS)
_CLOSING = "".join(pair[2:] for pair in _PAIRS)


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
    while start < end:
        inner = words.text[start:end]
        if inner[-1] in _EDGES or inner[-1] in _OPENING or (inner[-1] in _CLOSING and _unpaired(inner, inner[-1])):
            end -= 1
        elif inner[0] in _EDGES or (inner[0] in _OPENING and _unpaired(inner, inner[0])):
            start += 1
        else:
            break
    return words.part(start, end)


def without_opener(words: Words) -> Words:
    """An entry without the word that only adds it to others."""
    added = ADDING.match(words.text)
    return words.part(added.end()) if added else words


def _unpaired(text: str, mark: str) -> bool:
    """Whether one kind of bracket stands more often in *text* than its other half, whatever the width."""
    pair = next(pair for pair in _PAIRS if mark in pair)
    here = sum(text.count(one) for one in (pair[2:] if mark in pair[2:] else pair[:2]))
    return here * 2 > sum(text.count(one) for one in pair)


def bare(text: str) -> str:
    """*text* as it is compared: without blanks and punctuation."""
    return "".join(character for character in text if character.isalnum() or character in "%％‰")


def any_of(words: Iterable[str]) -> str:
    """A pattern of *words*, longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
