"""The proof that repairs change no figure, and nothing else that a draft says."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from propsummary.edits._places import applied
from propsummary.edits.fixes.slips import Slip
from propsummary.model import Draft, Summary
from propsummary.periods import Deadline, Period
from propsummary.problems import Path
from propsummary.quantities import Change, Quantity, find_figures
from propsummary.quantities._reading import folded
from propsummary.rules import View
from propsummary.rules._said import said
from propsummary.rules.walk import positions

__all__ = ["Known", "keeps_numbers"]

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_IN_GROUPS = re.compile(r"(?<=[0-9])[,，](?=[0-9]{3}(?![0-9]))")


def keeps_numbers(text: str, slips: Sequence[Slip]) -> bool:
    """Whether the same numbers stand in *text* before and after, those of dates and ids that are rewritten aside."""
    before = applied(text, ((s.start, s.end, "\0" if s.renumbers else text[s.start : s.end]) for s in slips))
    after = applied(text, ((s.start, s.end, "\0" if s.renumbers else s.new) for s in slips))
    return _numbers(before) == _numbers(after)


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(_IN_GROUPS.sub("", folded(text)))


class Known:
    """What a draft is known to say: every value and every figure of its passages, by path."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    @functools.cached_property
    def values(self) -> Mapping[Path, object]:
        """Values as they are meant, however they are written."""
        return dict(_values(self.draft, self.draft.summary)) if self.draft.summary else {}

    @functools.cached_property
    def figures(self) -> Mapping[Path, object]:
        """The figures of every text; the texts themselves but for the width of characters."""
        if self.draft.summary is None:
            return {}
        view = View(self.draft.summary, unknown=self.draft.unknown, gaps=self.draft.gaps)
        return {one.path: (_plain(one.text), tuple(_figures(one.text))) for one in said(view)}

    def stays_in(self, other: Known, *, reunited: frozenset[Path] = frozenset()) -> bool:
        """
        Whether *other* says all of this, too; it may say more.

        Args:
            reunited: Changes whose unit may be another one.
        """
        if self.draft.summary is None:
            return True
        if other.draft.summary is None:
            return False
        mine = {path: value for path, value in self.values.items() if path not in reunited}
        amounts = all(_amount(self.values[path]) == _amount(other.values.get(path)) for path in reunited)
        return amounts and mine.items() <= other.values.items() and self.figures.items() <= other.figures.items()


def _values(draft: Draft, summary: Summary) -> Iterator[tuple[Path, object]]:
    for node in View(summary, unknown=draft.unknown, gaps=draft.gaps).nodes:
        for field in attrs.fields(type(node.object)):
            value, path = getattr(node.object, field.name), (*node.path, field.name)
            if isinstance(value, tuple):
                members = zip(positions(path, draft.gaps), value, strict=False)
                yield from (((*path, at), meant) for at, member in members if (meant := _meant(member)) is not None)
            elif (meant := _meant(value)) is not None and field.name != "id":
                yield path, meant


def _meant(value: object) -> object:
    match value:
        case Quantity():
            return value.low, value.high, value.unit and value.unit.canonical, value.hedge
        case Change():
            return value.amount, value.direction, value.hedge, value.unit and value.unit.canonical
        case Period():
            return value.first, value.last
        case Deadline():
            return value.date, value.kind, value.text
        case str():
            return _plain(value) or None
        case dt.date() | int():
            return value
    return None


def _amount(meant: object) -> object:
    return meant[:-1] if isinstance(meant, tuple) else meant


def _plain(text: str) -> str:
    return _IN_GROUPS.sub("", folded(text))


def _figures(text: str) -> Iterator[object]:
    for one in find_figures(text):
        yield one.low, one.high, one.unit and one.quantity.unit, one.hedge, one.role
