"""What every reader of a text format hands on: a tree of plain values and the way to find their places."""

from __future__ import annotations

import abc
import bisect
import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from propsummary.problems import Path, Span

__all__ = [
    "UNFIT",
    "Extent",
    "KnownPlaces",
    "Limits",
    "Lines",
    "Places",
    "Refused",
    "Tree",
    "Unread",
    "check_characters",
    "together",
]

#: Where something begins in a text and where it ends (just behind its last character), in code points.
Extent: TypeAlias = tuple[int, int]

#: Characters that no text of a summary may hold: control characters, halves of surrogate pairs, non-characters.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

_MOST = 20  # characters that are told one by one


@attrs.frozen(kw_only=True)
class Limits:
    """
    How much a reader takes from a file before it refuses it (SHP008).

    Attributes:
        size: Bytes of a file, or characters of a text.

        depth: Lists and mappings inside each other.

        nodes: Keys and values.

        digits: Digits of one number, its exponent written out.

        problems: How many problems are told before the rest are only counted.
    """

    size: int = 5_000_000
    depth: int = 64
    nodes: int = 500_000
    digits: int = 400
    problems: int = 1_000


class Refused(Exception):
    """A text cannot be read at all: for the inside of this package, which turns it into a problem."""

    def __init__(self, code: str, key: str, at: Extent | None = None, /, **arguments: object) -> None:
        super().__init__(code, key)
        self.code = code
        self.key = key
        self.at = at
        self.arguments = arguments
        self.also: tuple[Refused, ...] = ()  # other slips of the same text


def together(refusals: Iterable[Refused]) -> Refused:
    """All *refusals* as one, in the order in which they stand in the text."""
    found = sorted((one for refused in refusals for one in (refused, *refused.also)), key=lambda one: one.at or (0, 0))
    found[0].also = tuple(found[1:])
    return found[0]


@attrs.frozen
class Unread:
    """Stands in the tree for a value that cannot be taken, with the words for it; the rest of the text is read."""

    code: str
    key: str
    arguments: Mapping[str, Any] = attrs.field(factory=dict)


class Places(abc.ABC):
    """Where everything stands, by the path of keys as they are written in the file."""

    @abc.abstractmethod
    def value(self, path: Path) -> Extent | None:
        """The extent of the value at *path*."""

    @abc.abstractmethod
    def key(self, path: Path) -> Extent | None:
        """The extent of its key; none for the members of a list."""

    @abc.abstractmethod
    def steps(self, path: Path) -> Iterator[str | int]:
        """What stands inside of *path*, one step further."""


class KnownPlaces(Places):
    """Places that were written down while reading; *values* has containers before what is inside them."""

    def __init__(self, values: Mapping[Path, Extent], keys: Mapping[Path, Extent]) -> None:
        self._values = values
        self._keys = keys

    @functools.cached_property
    def _steps(self) -> Mapping[Path, list[str | int]]:
        steps: defaultdict[Path, list[str | int]] = defaultdict(list)
        for path in self._values:
            if path:
                steps[path[:-1]].append(path[-1])
        return steps

    def value(self, path: Path) -> Extent | None:
        return self._values.get(path)

    def key(self, path: Path) -> Extent | None:
        return self._keys.get(path)

    def steps(self, path: Path) -> Iterator[str | int]:
        return iter(self._steps.get(path, ()))


@attrs.frozen(kw_only=True)
class Tree:
    """
    A text as plain values: dict, list, str, int, Decimal, bool, None, `Unread` and, from TOML, dates.

    Attributes:
        root: The outermost value.

        doubled: Keys that stand twice in one mapping, with the extent of the later one; the first one counts.

        locate: Gives all places.
    """

    root: object
    doubled: tuple[tuple[Path, Extent], ...] = ()
    locate: Callable[[], Places]


class Lines:
    """Turns places in a text into lines and columns."""

    __slots__ = ("__dict__", "_file", "_text")

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file

    @functools.cached_property
    def _starts(self) -> list[int]:
        if "\r" in self._text:
            return [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", self._text))]
        return [0, *itertools.accumulate(len(line) + 1 for line in self._text.split("\n")[:-1])]  # many times faster

    def span(self, extent: Extent) -> Span:
        """The span of *extent*, which is cut to the text."""
        last = len(self._text)
        start = min(max(extent[0], 0), last)
        line, column = self._place(start)
        end_line, end_column = self._place(min(max(extent[1], start), last))
        return Span(file=self._file, line=line, column=column, end_line=end_line, end_column=end_column)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def check_characters(text: str) -> None:
    """
    See that *text* holds no character that no text file should hold.

    Raises:
        Refused: It holds a control character, half of a surrogate pair or a non-character.
    """
    if UNFIT.search(text):
        found = itertools.islice(UNFIT.finditer(text), _MOST)
        raise together(Refused("SHP001", "character", one.span(), number=f"U+{ord(one[0]):04X}") for one in found)
