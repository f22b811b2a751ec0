"""Questions and answers as the headings and texts that they are: ``问：还有哪些不足？``, ``答：……``."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from propsummary.drafts.numbers import read_number
from propsummary.drafts.outline import Block, Heading, Paragraph

__all__ = ["answered"]

_COUNT = r"\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_COLON = r"\s*[：:．.、]|[】\]）)]\s*[：:]?"
_ASKS = re.compile(rf"[【\[（(]?(?:问题?|提问|设问|[QＱ])(?:(?:{_COUNT})?(?:{_COLON})|{_COUNT}\s)\s*(?=\S.*[？?]$)")
_ANSWERS = re.compile(rf"[【\[（(]?(?:答复?|回答|[AＡ])(?:{_COUNT})?(?:{_COLON})\s*(?=\S)")
_FEWEST = 3  # questions before the whole is an interview


def answered(blocks: Sequence[Block]) -> Sequence[Block]:
    """*blocks*; where they are questions with their answers, each question heads what answers it."""
    asked = sum(_opens(_ASKS, block) for block in blocks)
    if asked < _FEWEST or not any(_opens(_ANSWERS, block) for block in blocks):
        return blocks
    told: list[Block] = []
    level = 0
    for block in blocks:
        if isinstance(block, Heading) and not _opens(_ASKS, block):
            level = block.level
        told.append(_plain(block, level + 1))
    return told


def _opens(mark: re.Pattern[str], block: Block) -> bool:
    return isinstance(block, (Heading, Paragraph)) and mark.match(block.words.text) is not None


def _plain(block: Block, level: int) -> Block:
    """A question as a heading of some *level*, an answer without the word that says so."""
    if not isinstance(block, (Heading, Paragraph)):
        return block
    if asks := _ASKS.match(block.words.text):
        return Heading(level=level, words=block.words.part(asks.end()), position=block.position)
    answers = _ANSWERS.match(block.words.text)
    if answers is None or isinstance(block, Heading):
        return block
    words = block.words.part(answers.end())
    number = read_number(words.text)
    if number is None or not number.firm or block.number:
        return attrs.evolve(block, label=0, words=words)
    return attrs.evolve(block, number=number.printed, label=0, words=words.part(number.length))
