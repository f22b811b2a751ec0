"""
Which figure of one text answers which of the other.

Sentence by sentence first: the same ones, those that differ in figures only, those that share most of their words. Within two
sentences the words beside a figure decide, and its value after them. What is left over is looked for in the whole text, by value
and then by neighbouring words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from propsummary.gating.mentions import Sentence, Spot

__all__ = ["Pair", "joined_by_value", "match", "worded"]

#: A figure of the first text and its counterpart.
Pair: TypeAlias = tuple[Spot, Spot]

_COMMON = 60  # sentences that hold a pair of characters; one that more hold tells none of them from the others
_CANDIDATES = 6  # sentences that are looked at more closely
_ALIKE = 0.4  # share of their words that two sentences must have in common
_LIKELY = 2.5  # score from which on one figure answers another in the same sentence
_CROWD = 60  # figures of one sentence that are held against each other; beyond, their order decides
_SPOKEN = 3  # characters that make a sentence more than its figures
_TELLING = 6  # words that make a cell tell enough without its row and column
_WORD = re.compile("[A-Za-z]+|[\u4e00-\u9fff]")
_LABEL = re.compile("[^\\x00:,，。；]{1,24}:")  # the title that a slide puts before what stands below it elsewhere

_T = TypeVar("_T", Sentence, Spot)


def match(before: Sequence[Sentence], after: Sequence[Sentence]) -> tuple[Pair, ...]:
    """
    All pairs; no figure is in two of them, but for those that only say again what stands elsewhere (`Mention.role`).

    Such a figure answers any of its value, and only what nothing else answers; but where a sentence says again in the same words
    what the other text says, it has to say the same figures too.
    """
    belied = (*_belied(after, before), *((one, other) for other, one in _belied(before, after)))
    pairs = (*belied, *_said(_own(before), _own(after)))  # of a figure's pairs the last one tells its fate
    answered, answering = ({id(pair[side]) for pair in pairs} for side in (0, 1))
    left = sorted((spot for spot in _spots(before) if id(spot) not in answered), key=_own_first)
    right = sorted((spot for spot in _spots(after) if id(spot) not in answering), key=_own_first)
    again, left, right = _joined(left, right, _by_signed_value)
    return (*pairs, *again, *_echoes(right, before), *((one, other) for other, one in _echoes(left, after)))


def _belied(again: Sequence[Sentence], text: Sequence[Sentence]) -> Iterator[Pair]:
    """The figures that are said again with other values than *text* has in the same words, with what stands there."""
    first: dict[Hashable, Spot] = {}
    told: defaultdict[Hashable, list[Spot]] = defaultdict(list)
    for place, spot in worded(text):
        first.setdefault(place, spot)
        told[place, spot.key].append(spot)
    for place, spot in worded(again):
        if spot.again and place in first and not any(one.same_value(spot) for one in told.get((place, spot.key), ())):
            yield first[place], spot


def worded(text: Sequence[Sentence]) -> Iterator[tuple[Hashable, Spot]]:
    """The figures that count, each with the words that it stands in and its number among theirs."""
    for sentence in text:
        wording = _wording(sentence)
        if wording is not None:
            yield from (((wording, number), spot) for number, spot in enumerate(sentence.spots) if spot.counts)


def _wording(sentence: Sentence) -> Hashable | None:
    """What is said but for the figures, in whatever table and behind whatever label as long as it says enough by itself."""
    told = sentence.skeleton.rpartition("\x1f")[2]
    label = _LABEL.match(told)
    if label and len(_WORD.findall(told, label.end())) >= _TELLING:
        return told[label.end() :]
    return told if len(_WORD.findall(told)) >= _TELLING else _skeleton(sentence)


def _echoes(spots: Iterable[Spot], text: Sequence[Sentence]) -> Iterator[Pair]:
    """What *spots* say again, as far as *text* says it, with that before it."""
    known: defaultdict[Hashable, list[Spot]] = defaultdict(list)
    for one in _spots(text):
        known[one.key].append(one)
    for spot in spots:
        source = next((one for one in known.get(spot.key, ()) if one.same_value(spot)), None) if spot.again else None
        if source is not None:
            yield source, spot


def _own_first(spot: Spot) -> tuple[bool, int]:
    return spot.again, spot.order


def _own(sentences: Sequence[Sentence]) -> list[Sentence]:
    return [sentence for sentence in sentences if not sentence.spots[0].again]


def _spots(sentences: Sequence[Sentence]) -> Iterator[Spot]:
    return (spot for sentence in sentences for spot in sentence.spots)


def _said(before: Sequence[Sentence], after: Sequence[Sentence]) -> tuple[Pair, ...]:
    """Pairs of figures that are each in one of them only."""
    pairs: list[Pair] = []
    first, second = list(before), list(after)
    for key in (_whole, _skeleton_and_values, _skeleton, _row_and_values):
        joined, first, second = _joined(first, second, key)
        for one, other in joined:
            pairs += zip(one.spots, other.spots, strict=True)
    for one, other in _similar(first, second):
        pairs += _within(one.spots, other.spots)
    matched = {id(spot) for pair in pairs for spot in pair}
    left = [spot for sentence in first for spot in sentence.spots if id(spot) not in matched]
    right = [spot for sentence in second for spot in sentence.spots if id(spot) not in matched]
    for by in (_exactly, _by_value, _by_neighbours):
        found, left, right = _joined(left, right, by)
        pairs += found
    return tuple(pairs)


def _joined(
    before: Sequence[_T], after: Sequence[_T], key: Callable[[_T], Hashable | None]
) -> tuple[list[tuple[_T, _T]], list[_T], list[_T]]:
    """Pairs of those with one key, in order, and those that are left on either side; None is nobody's key."""
    waiting: defaultdict[Hashable, deque[_T]] = defaultdict(deque)
    for one in before:
        if (name := key(one)) is not None:
            waiting[name].append(one)
    pairs, rest, taken = [], [], set()
    for other in after:
        name = key(other)
        if name is not None and waiting.get(name):
            one = waiting[name].popleft()
            taken.add(id(one))
            pairs.append((one, other))
        else:
            rest.append(other)
    return pairs, [one for one in before if id(one) not in taken], rest


def joined_by_value(before: Sequence[Spot], after: Sequence[Spot]) -> list[Pair]:
    """Pairs of figures that say the same, whatever stands beside them."""
    return _joined(before, after, _by_signed_value)[0]


def _whole(sentence: Sentence) -> Hashable:
    return sentence.whole, len(sentence.spots)


def _skeleton_and_values(sentence: Sentence) -> Hashable:
    return sentence.skeleton, _values(sentence)


def _values(sentence: Sentence) -> Hashable:
    return tuple(map(_by_value, sentence.spots))


def _row_and_values(sentence: Sentence) -> Hashable | None:
    """A cell of the same row with the same figures: its column may be called otherwise, in another language say."""
    row, column, _ = sentence.spots[0].mention.context.rpartition("·")
    return (row, _values(sentence)) if column else None


def _skeleton(sentence: Sentence) -> Hashable | None:
    """Sentences that say the same but for their figures; one that says next to nothing is like too many others."""
    words = sum(character.isalpha() for character in sentence.skeleton)
    return sentence.skeleton if words >= _SPOKEN else None


def _exactly(spot: Spot) -> Hashable:
    return spot.key, spot.measure, spot.mention.quantity.hedge, spot.left[-2:]


def _by_value(spot: Spot) -> Hashable:
    return spot.key, spot.measure, spot.mention.quantity.hedge


def _by_signed_value(spot: Spot) -> Hashable:
    return _by_value(spot), spot.mention.quantity.low < 0


def _by_neighbours(spot: Spot) -> Hashable | None:
    """A figure that was exchanged in a sentence that was written anew: the same name before it, the same unit."""
    name = "".join(character for character in spot.left if character.isalpha())[-3:]
    return (name, spot.measure) if len(name) == 3 else None


def _similar(before: Sequence[Sentence], after: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Pairs of sentences that share many of their words and figures, the most similar first."""
    features = [_features(sentence) for sentence in after]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(features):
        for feature in held:
            holders[feature].append(number)
    ranked = []
    for one in before:
        own = _features(one)
        shared = Counter(n for feature in own if len(holders.get(feature, ())) <= _COMMON for n in holders.get(feature, ()))
        for number, _ in shared.most_common(_CANDIDATES):
            score = 2 * len(own & features[number]) / (len(own) + len(features[number]))
            if score >= _ALIKE:
                ranked.append((-score, abs(one.order - after[number].order), one.order, number, one))
    taken: set[tuple[str, int]] = set()
    for _, _, order, number, one in sorted(ranked, key=lambda row: row[:4]):
        if ("before", order) not in taken and ("after", number) not in taken:
            taken |= {("before", order), ("after", number)}
            yield one, after[number]


def _features(sentence: Sentence) -> set[str]:
    """Pairs of neighbouring characters, and each figure as one word."""
    text = sentence.skeleton
    return {text[i : i + 2] for i in range(len(text) - 1)} | {f"{spot.key}{spot.measure}" for spot in sentence.spots}


def _within(before: Sequence[Spot], after: Sequence[Spot]) -> Iterator[Pair]:
    """Pairs of figures of two similar sentences."""
    if len(before) > _CROWD or len(after) > _CROWD:
        yield from zip(before, after, strict=False)
        return
    scored = [(_score(one, other), i, j) for i, one in enumerate(before) for j, other in enumerate(after)]
    yield from _best(scored, before, after)


def _best(scored: Iterable[tuple[float, int, int]], before: Sequence[Spot], after: Sequence[Spot]) -> Iterator[Pair]:
    first, second = set(), set()
    for score, i, j in sorted(scored, key=lambda row: (-row[0], abs(row[1] - row[2]), row[1])):
        if score >= _LIKELY and i not in first and j not in second:
            first.add(i)
            second.add(j)
            yield before[i], after[j]


def _score(one: Spot, other: Spot) -> float:
    """How likely one figure answers the other: by the words beside them first, then by unit and value."""
    score = 3 * _shared(one.left, other.left) + 1.5 * _shared(one.right, other.right)
    score += 1 if one.measure == other.measure else 0 if not (one.measure and other.measure) else -2
    return score + (2 if one.same_value(other) else 0)


def _shared(one: str, other: str) -> float:
    """How much of the words beside two figures is the same, 0 to 1."""
    if not one and not other:
        return 0.5
    common = sum((Counter(one) & Counter(other)).values())
    return common / max(len(one), len(other))
