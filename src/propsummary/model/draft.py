"""A summary together with the file that it was read from."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Mapping

import attrs

from propsummary.model.metric import Metric
from propsummary.model.summary import Summary
from propsummary.problems import Path, Problem, Span

__all__ = ["Draft", "Spans"]


class Spans:
    """
    Where in the file each key and value stands.

    Finding the places costs more than reading the values, and a draft without problems needs none: so they are looked up when
    first asked for.
    """

    __slots__ = ("_keys", "_locate", "_values")

    def __init__(self, locate: Callable[[], tuple[Mapping[Path, Span], Mapping[Path, Span]]] | None = None) -> None:
        """
        Args:
            locate: Gives the places of all values and of all keys, by path; called once at the most.
        """
        self._locate = locate
        self._values: Mapping[Path, Span] = {}
        self._keys: Mapping[Path, Span] = {}

    def _load(self) -> None:
        if self._locate is not None:
            self._values, self._keys = self._locate()
            self._locate = None

    def value(self, path: Path) -> Span | None:
        """Where the value at *path* stands, or none if it is not in the file."""
        self._load()
        return self._values.get(path)

    def key(self, path: Path) -> Span | None:
        """Where the key of the value at *path* stands; none for the members of a list."""
        self._load()
        return self._keys.get(path)

    def of(self, path: Path) -> Span | None:
        """
        Where a person should look for *path*.

        The value, if it begins on the line of its key, else the key; for an absent field the object that lacks it; for an absent
        section nothing at all.
        """
        self._load()
        value, key = self._values.get(path), self._keys.get(path)
        if value is not None and (key is None or key.line == value.line):
            return value
        if key is not None or value is not None:
            return key or value
        while path:
            path = path[:-1]
            if path and isinstance(path[-1], int):
                return self._values.get(path)
        return None


@attrs.frozen(kw_only=True, eq=False)
class Draft:
    """
    What a reader made of a file.

    Attributes:
        summary: What was understood; none if not even department and period could be read.

        problems: What is wrong with the file itself (the codes of the family SHP).

        spans: Where everything stands.

        unknown: Paths of what is in the file but could not be read. They are unknown, not empty: no rule may call them missing.

        gaps: Paths of members of lists that the summary lacks, because they are empty or could not be read. Places in paths are
            those in the file, so they count these too.

        folder: Where the draft's photos are looked for; none for a draft that came from no folder.

        file: The name that problems carry.

        source: The text that was read, for showing the lines that problems are about; empty for formats that are no text.

        encoding: How the file was encoded.

        prose: Whether it was told from prose (Word, Markdown, plain text). People rarely state there what a form asks for (a
            source, a dimension, what a goal supports): rules ask for such things once, not at every object.

        computed: What the records give over the same period, for the check to hold typed figures against; none unless somebody
            had them computed (`propsummary.edits.compute`, `propsummary.measure`), since reading a draft opens no records.
    """

    summary: Summary | None
    problems: tuple[Problem, ...] = ()
    spans: Spans = attrs.field(factory=Spans)
    unknown: frozenset[Path] = frozenset()
    gaps: frozenset[Path] = frozenset()
    folder: pathlib.Path | None = None
    file: str = ""
    source: str = ""
    encoding: str = "utf-8"
    prose: bool = False
    computed: tuple[Metric, ...] = ()
