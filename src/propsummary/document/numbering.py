"""Numbers of headings, tables and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from propsummary.catalogue import label
from propsummary.document.nodes import Block, Chain, ChartBlock, Heading, Language, Picture, PicturePair, Table

__all__ = ["chinese", "numbered"]

_DIGITS = "〇一二三四五六七八九"


def numbered(blocks: Iterable[Block], language: Language) -> tuple[Block, ...]:
    """The blocks with all numbers filled in."""
    return tuple(_captions(_headings(blocks, language), language))


def chinese(number: int) -> str:
    """A number below 100 in Chinese, as headings count: ``十二``; Arabic digits from 100 on."""
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones or not tens else "")


def _headings(blocks: Iterable[Block], language: Language) -> Iterator[Block]:
    counts = [0, 0, 0, 0]
    for block in blocks:
        if isinstance(block, Heading):
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (4 - block.level)
            path = counts[: block.level]
            yield attrs.evolve(block, number=_number(path, language), anchor="s" + "-".join(map(str, path)))
        else:
            yield block


def _number(path: list[int], language: Language) -> str:
    """By level 一、 （一） 1. （1）; in English 1, 1.1, 1.1.1."""
    if language == "en":
        return ".".join(map(str, path))
    last = path[-1]
    return (f"{chinese(last)}、", f"（{chinese(last)}）", f"{last}.", f"（{last}）")[len(path) - 1]


def _captions(blocks: Iterable[Block], language: Language) -> Iterator[Block]:
    tables = figures = 0
    table, figure = label("table", language), label("figure", language)
    for block in blocks:
        if isinstance(block, (Table, Chain)):
            tables += 1
            yield attrs.evolve(block, number=f"{table} {tables}")
        elif isinstance(block, (ChartBlock, Picture, PicturePair)):
            figures += 1
            yield attrs.evolve(block, number=f"{figure} {figures}")
        else:
            yield block
