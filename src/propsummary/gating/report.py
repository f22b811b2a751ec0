"""What the gate says: each figure with its fate."""

from __future__ import annotations

import enum
import functools
from collections import Counter

import attrs

from propsummary._privacy import mask
from propsummary.catalogue.codes import Words
from propsummary.extract import Role
from propsummary.quantities import Quantity

__all__ = ["Fate", "GateEntry", "GateReport", "Mention"]


class Fate(enum.StrEnum):
    """What became of a figure."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    """The same value in other words: 1.2万 and 12000, 98.60% and 98.6%, 0.5小时 and 30分钟."""
    CHANGED = "changed"
    """Another value, unit or hedge in the same place: 17次 and 近17次 are not the same."""
    NEW = "new"
    LOST = "lost"


@attrs.frozen(kw_only=True)
class Mention:
    """
    A figure where a text tells it.

    Attributes:
        text: As printed.

        quantity: What it says.

        sentence: The sentence or cell around it, personal data included; `shown` is what people may see.

        start, end: Where in the sentence.

        context: Of a cell: its row and column. Empty for all else.

        line: The line of the source, counted from 1; none where there are no lines.

        place: How a person finds it where there are no lines; none elsewhere.

        role: What it is besides said, as `propsummary.extract.Piece` has it.

        under: The heading that it stands under; may be empty.
    """

    text: str
    quantity: Quantity
    sentence: str = attrs.field(repr=False)
    start: int
    end: int
    context: str = attrs.field(default="", repr=False)
    line: int | None = None
    place: Words | None = None
    role: Role = "said"
    under: str = attrs.field(default="", repr=False)

    @functools.cached_property
    def shown(self) -> str:
        """The sentence with personal data masked; as many characters as before."""
        return mask(self.sentence)


@attrs.frozen(kw_only=True)
class GateEntry:
    """
    One figure and what became of it.

    Attributes:
        fate: What became of it.

        before: Where it stood; none for a new one.

        after: Where it stands; none for a lost one.
    """

    fate: Fate
    before: Mention | None = None
    after: Mention | None = None


@attrs.frozen(kw_only=True)
class GateReport:
    """
    What became of all figures.

    Attributes:
        entries: In the order of the text that came after; what was lost stands where it was.

        tasks_only: Whether one text is a calendar or a list of tasks, so that only figures of measures and goals were compared.
    """

    entries: tuple[GateEntry, ...] = ()
    tasks_only: bool = False

    @property
    def ok(self) -> bool:
        """Whether every figure is accounted for: none is changed, new or lost."""
        return not any(entry.fate in _WRONG for entry in self.entries)

    @property
    def faults(self) -> tuple[GateEntry, ...]:
        """The figures that are changed, new or lost."""
        return tuple(entry for entry in self.entries if entry.fate in _WRONG)

    @property
    def counts(self) -> dict[str, int]:
        """How many figures met each fate, by its name."""
        seen = Counter(entry.fate for entry in self.entries)
        return {fate.value: seen[fate] for fate in Fate}

    def of(self, fate: Fate | str) -> tuple[GateEntry, ...]:
        """The figures with that fate."""
        return tuple(entry for entry in self.entries if entry.fate == fate)


_WRONG = frozenset({Fate.CHANGED, Fate.NEW, Fate.LOST})
