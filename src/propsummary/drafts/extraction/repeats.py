"""
What a table shows once more: the measures of the part above by date or by person, issues beside their causes and measures.

Who reads both takes them for one. So what a row tells in the words of an entry told elsewhere (also cut with ``…``) is that entry,
and adds at most what that one does not say. Two that name different people, or different days, are two all the same.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence

import attrs

from propsummary.drafts.extraction.clauses import bare
from propsummary.drafts.extraction.item import Item
from propsummary.drafts.extraction.links import same_thing
from propsummary.drafts.outline import Words

__all__ = ["Names", "Told", "issues_once", "measures_once"]

_MOST = 50  # entries of one name that are compared: nobody writes more
_ADDED = ("owner", "deadline", "start", "support", "deliverable", "verification", "budget")


@attrs.frozen(kw_only=True)
class Told:
    """
    A measure as entries tell it.

    Attributes:
        item: The entry, with what the others add.

        words: What shall be done.

        issues: Places of the issues that it stands beside.

        others: The entries that tell it once more.
    """

    item: Item
    words: Words
    issues: tuple[int, ...] = ()
    others: tuple[Item, ...] = ()


class Names:
    """What entries are called, in alphabetical order, so that those which begin with some words are next to each other."""

    def __init__(self) -> None:
        self._names: list[tuple[str, int]] = []

    def add(self, text: str, at: int) -> None:
        """Note what the entry at place *at* is called."""
        if name := bare(text):
            insort(self._names, (name, at))

    def of(self, text: str) -> Iterator[int]:
        """The places of the entries that *text* names, as `same_thing` has it."""
        start = bisect_left(self._names, (bare(text), -1))
        for name, at in self._names[start : start + _MOST]:
            if not same_thing(text, name):
                return
            yield at


def measures_once(told: Sequence[Told], same_day: Callable[[str, str], bool]) -> list[Told]:
    """*told*, each measure once: the entry that says most of it, with what it does not say from the others."""
    fullest = sorted(range(len(told)), key=lambda at: (-_fields(told[at].item), -len(bare(told[at].words.text)), at))
    kept: dict[int, Told] = {}
    names = Names()
    for at in fullest:
        one = told[at]
        same = next((place for place in names.of(one.words.text) if _is_same(one, kept[place], same_day)), None)
        if same is None:
            kept[at] = one
            names.add(one.words.text, at)
        else:
            kept[same] = _joined(kept[same], one)
    return [kept[at] for at in sorted(kept)]


def issues_once(items: Sequence[Item]) -> list[Item]:
    """*items* without the rows of tables whose issue another entry tells, or an earlier row."""
    kept: list[int] = []
    names = Names()
    for at, item in sorted(enumerate(items), key=lambda one: one[1].tabled):
        said = item.joined("issue")
        if not (said and item.tabled) or next(names.of(said.text), None) is None:
            kept.append(at)
            for words in (item.title, said):
                names.add(words.text if words else "", at)
    return [items[at] for at in sorted(kept)]


def _fields(item: Item) -> int:
    return sum(item.first(slot) is not None for slot in ("owner", "deadline"))


def _is_same(one: Told, before: Told, same_day: Callable[[str, str], bool]) -> bool:
    tabled = one.item.tabled or before.item.tabled
    cut = bare(one.words.text) != bare(before.words.text)
    if not tabled or (cut and (not one.item.tabled or _fields(one.item) == 2)):
        return False
    return _agree(one, before, "owner", _within) and _agree(one, before, "deadline", same_day)


def _agree(one: Told, other: Told, slot: str, same: Callable[[str, str], bool]) -> bool:
    first, second = one.item.first(slot), other.item.first(slot)
    return first is None or second is None or _within(first.text, second.text) or same(first.text, second.text)


def _within(one: str, other: str) -> bool:
    return bare(one) in bare(other) or bare(other) in bare(one)


def _joined(full: Told, other: Told) -> Told:
    """A measure with what another entry on it adds."""
    told = {one.slot for one in full.item.slices}
    added = tuple(one for one in other.item.slices if one.slot in _ADDED and one.slot not in told)
    return attrs.evolve(
        full,
        item=attrs.evolve(full.item, slices=(*full.item.slices, *added)),
        issues=tuple(dict.fromkeys((*full.issues, *other.issues))),
        others=(*full.others, other.item, *other.others),
    )
