"""The words that loosen a figure: 约, 余, 以上, 不超过."""

from __future__ import annotations

import enum

__all__ = ["Hedge", "combined", "hedge_before"]


class Hedge(enum.StrEnum):
    """How a printed number relates to the true one; a figure without hedge means what it says."""

    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    APPROX_OVER = "approx_over"
    """Contradicts itself: 约300余件."""


_BEFORE = {
    Hedge.ABOUT: "约 大约 大概 差不多 约莫 ≈",
    Hedge.OVER: "逾 超 超过 突破 高于 大于 多于 已超 已超过 >",
    Hedge.UNDER: "近 将近 接近 不足 不到 低于 少于 小于 未满 不满 <",
    Hedge.AT_LEAST: "不低于 不少于 不小于 不下于 不下 至少 不得低于 不得少于 不得小于 未低于 未少于 ≥ ≧ >= ⩾",
    Hedge.AT_MOST: "不超过 不高于 不多于 不大于 不超 至多 不得超过 不得高于 不得多于 不能超过 不得大于 未超过 未超 未高于 ≤ ≦ <= ⩽",
}
_WORDS = {word: hedge for hedge, words in _BEFORE.items() for word in words.split()}
_LONGEST = max(map(len, _WORDS))
_ENDS = frozenset(word[-1] for word in _WORDS)

#: What makes another word of a hedge that follows it: 节约, 附近, 赶超.
_OTHER_WORD = {
    "约": "节合制预公签违条履契解续简特邀缔集盟协婚守失爽相",
    "近": "附最临邻靠就亲渐贴拉走挨切",
    "超": "赶反高",
    "逾": "不",
    "小于": "大",
    "大于": "最",
}

_BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST})


def hedge_before(text: str, start: int) -> tuple[Hedge | None, int]:
    """The hedge that touches *start* from the left, and where it begins (*start* itself if there is none)."""
    at = start - 1 if start and text[start - 1] in " \u3000" else start
    if not at or text[at - 1] not in _ENDS:  # as before most figures
        return None, start
    for length in range(min(_LONGEST, at), 0, -1):
        word = text[at - length : at]
        hedge = _WORDS.get(word)
        if hedge is not None and not _is_other_word(text, at - length, word):
            return hedge, at - length
    return None, start


def _is_other_word(text: str, start: int, word: str) -> bool:
    """Whether the character before *word* makes it the end of another word; in 损失约 it does not (失约)."""
    before = text[max(start - 2, 0) : start]
    return before[-1:] in (*_OTHER_WORD.get(word, ()),) and not before.endswith(("损失", "流失", "丢失", "遗失", "缺失"))


def combined(first: Hedge | None, second: Hedge | None) -> Hedge | None:
    """
    What two hedges on one number say together.

    A bound outweighs 约; two that pull in different directions (约…余, 近…余) contradict each other.
    """
    if first is None or second is None or first is second:
        return first or second
    pair = {first, second}
    if Hedge.ABOUT in pair and pair & {Hedge.UNDER, Hedge.AT_MOST}:
        return (pair - {Hedge.ABOUT}).pop()
    if pair in ({Hedge.OVER, Hedge.AT_LEAST}, {Hedge.UNDER, Hedge.AT_MOST}):
        return first
    if pair & _BOUNDS and Hedge.ABOUT in pair:
        return Hedge.AT_LEAST
    return Hedge.APPROX_OVER
