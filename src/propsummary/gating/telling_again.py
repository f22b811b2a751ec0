"""
Prose against the document that it gives.

Such a document says many figures of the prose more than once: in the table of metrics, in the overview, beside each achievement.
What it says again is known exactly, for it is built from the prose; so a cell that was changed since is told from one that repeats.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import attrs

from propsummary.gating.matching import Pair, joined_by_value, match, worded
from propsummary.gating.mentions import Sentence, Spot

__all__ = ["with_derived"]


def with_derived(
    pairs: Sequence[Pair], before: Sequence[Sentence], derived: Sequence[Sentence], after: Sequence[Sentence]
) -> tuple[Pair, ...]:
    """
    *pairs* of a prose text *before* and what came *after*, with the figures that only the *derived* document answers.

    A figure that stands in words of the derived document has to be the one there, unless the prose has it in the same words. One of
    the prose that loses its counterpart so may have its value anywhere else.
    """
    own, other = _answers(pairs, before, after), _answers(match(derived, after), derived, after)
    spots = [spot for sentence in after for spot in sentence.spots]
    kept = [(own.of(spot), spot) for spot in spots if own.of(spot) and not _overruled(own, other, spot)]
    told = [(one, spot) for one, spot in kept if one is not None]
    answered, answering = ({id(pair[side]) for pair in told} for side in (0, 1))
    free = [spot for spot in spots if id(spot) not in answering]
    lost = [spot for sentence in before for spot in sentence.spots if id(spot) not in answered]
    back = joined_by_value(lost, [spot for spot in free if not other.differs(spot)])
    taken = {id(spot) for _, spot in back}
    rest = [spot for spot in free if id(spot) not in taken]
    again = [(one, spot) for spot in rest if (one := _source(spot, other, derived))]
    return (*told, *back, *again)


def _answers(pairs: Sequence[Pair], before: Sequence[Sentence], after: Sequence[Sentence]) -> _Answers:
    places = {id(spot): place for text in (before, after) for place, spot in worded(text)}
    return _Answers(pairs={id(other): one for one, other in pairs}, places=places)


def _overruled(own: _Answers, derived: _Answers, spot: Spot) -> bool:
    """Whether the derived document rather than the prose says what *spot* has to be."""
    one = derived.of(spot)
    if one is None or own.word_for_word(spot) or not _akin(one, spot):
        return False
    return own.differs(spot) or (derived.word_for_word(spot) and derived.differs(spot))


def _source(spot: Spot, answers: _Answers, derived: Sequence[Sentence]) -> Spot | None:
    """The figure of the derived document that *spot* says again, or that stands where it stands."""
    one = answers.of(spot)
    if one is None or _akin(one, spot):
        return one
    return next((two for sentence in derived for two in sentence.spots if two.same_value(spot) and _akin(two, spot)), None)


def _akin(one: Spot, other: Spot) -> bool:
    """Whether both may be told of the same: they share a word."""
    words, others = _words(one), _words(other)
    return not (words and others and words.isdisjoint(others))


def _words(spot: Spot) -> set[str]:
    """Pairs of neighbouring letters."""
    text = "".join(filter(str.isalpha, spot.mention.context + spot.mention.sentence))
    return {text[at : at + 2] for at in range(len(text) - 1)}


@attrs.frozen(kw_only=True, eq=False)
class _Answers:
    """
    What of one text answers the figures of another.

    Attributes:
        pairs: The figure that answers each, by its identity.

        places: The words that each figure of both texts stands in, likewise.
    """

    pairs: Mapping[int, Spot]
    places: Mapping[int, Hashable]

    def of(self, spot: Spot) -> Spot | None:
        """The figure that answers *spot*."""
        return self.pairs.get(id(spot))

    def differs(self, spot: Spot) -> bool:
        """Whether the figure that answers *spot* says something else."""
        one = self.of(spot)
        return one is not None and not one.same_value(spot)

    def word_for_word(self, spot: Spot) -> bool:
        """Whether *spot* stands in the same words as the figure that answers it."""
        one, place = self.of(spot), self.places.get(id(spot))
        return one is not None and place is not None and self.places.get(id(one)) == place
