"""What goes on while a tree becomes a summary: the faults found so far, and what was left out because of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

import attrs

from propsummary._privacy import shortened
from propsummary._text import simplified
from propsummary.catalogue.codes import Words
from propsummary.periods import Deadline, Period
from propsummary.problems import Path
from propsummary.serde._source import Limits, Refused, Unread

__all__ = ["MISSING", "Fault", "Reading", "Shape", "absent", "cut"]

#: What a shape gives for a value that it could not read.
MISSING: Final = object()

#: Reads a raw value that stands at a step of a path; the path is only put together when there is something to report.
Reader: TypeAlias = Callable[[Any, "Reading", Path, "str | int"], Any]


@attrs.frozen(eq=False)
class Shape:
    """
    How the values of one field are read.

    Attributes:
        read: The reading function.

        member: Of a list, the shape of its members.

        fields: Of an object, its fields' names and shapes, by every spelling of their keys.

        known: Texts that have been read before or are known beforehand, with their values; none where any printable text is taken
            as it is.

        named: Whether it is a mapping of names to figures that becomes a list.
    """

    read: Reader
    member: Shape | None = None
    fields: Mapping[str, tuple[str, Shape]] = attrs.field(factory=dict)
    known: Mapping[str, Any] | None = attrs.field(factory=dict)
    named: bool = False

    def field(self, key: str) -> tuple[str, Shape] | None:
        """Name and shape of the field that *key* means, also in traditional characters."""
        return self.fields.get(key) or self.fields.get(simplified(key))


@attrs.frozen
class Fault:
    """
    A problem before it has a span and words.

    Attributes:
        path: Where, with the positions of the file's lists.

        place: The path to look up in the file; differs from *path* for keys that the model does not have.

        on_key: Whether the key is at fault and not the value.
    """

    path: Path
    code: str
    key: str
    arguments: Mapping[str, object]
    place: Path
    on_key: bool


class Reading:
    """
    The state of one reading.

    Attributes:
        period, prepared_on: What deadlines are read against, as soon as they are known.

        deadlines: Those that have been read against both, by their spelling; none before the first.

        faults: What is wrong, up to the limit.

        count: How many faults there are, also beyond the limit.

        unknown: Paths of what could not be read.

        gaps: Members of lists that have no counterpart in the summary.
    """

    __slots__ = ("count", "deadlines", "faults", "gaps", "limits", "period", "prepared_on", "unknown")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.period: Period | None = None
        self.prepared_on: dt.date | None = None
        self.deadlines: dict[str, Deadline] | None = None
        self.faults: list[Fault] = []
        self.count = 0
        self.unknown: set[Path] = set()
        self.gaps: set[Path] = set()

    @property
    def full(self) -> bool:
        """Whether faults are only counted from now on, so that nobody need look for words."""
        return self.count >= self.limits.problems

    def lose(self, path: Path, step: str | int, code: str, key: str, /, **arguments: object) -> Any:
        """Report the value there, which is left out."""
        self.report(path, step, code, key, **arguments)
        return self.forget(path, step)

    def forget(self, path: Path, step: str | int) -> Any:
        """Leave the value there out without a word of its own: something else has been said."""
        self.unknown.add((*path, step))
        return MISSING

    def report(self, path: Path, step: str | int, code: str, key: str, /, **arguments: object) -> None:
        """Report the value there."""
        self.count += 1
        if self.count <= self.limits.problems:
            self.faults.append(Fault((*path, step), code, key, arguments, (*path, step), False))

    def report_key(self, path: Path, key: str, name: str, code: str, variant: str, /, **arguments: object) -> None:
        """Report the key that the file writes as *key* and the model calls *name*."""
        self.count += 1
        if self.count <= self.limits.problems:
            self.faults.append(Fault((*path, name), code, variant, arguments, (*path, key), True))

    def mismatch(
        self, path: Path, step: str | int, label: Words, due: Words, raw: object, *, variant: str = "default", **arguments: object
    ) -> Any:
        """
        Report a value of the wrong type.

        Args:
            variant, arguments: Of the message, where nothing more telling can be said.
        """
        if isinstance(raw, Unread):
            return self.lose(path, step, raw.code, raw.key, field=label, **raw.arguments)
        if isinstance(raw, dict | list):
            self.measure(raw)
        if self.full:
            self.count += 1
            return self.forget(path, step)
        found = _kind(raw)
        if due is TEXT and found in (NUMBER, TRUTH, DATE):
            return self.lose(path, step, "SHP004", "quote", field=label, due=due, found=found, value=_shown(raw))
        if variant == "default" and due is TEXT:
            variant = "text_list" if found is LIST else "text_mapping"
        return self.lose(path, step, "SHP004", variant, field=label, due=due, found=found, **arguments)

    def measure(self, raw: object) -> None:
        """
        See that *raw*, which the model has no place for, is not nested without end: what fits the model is shallow by itself.

        Raises:
            Refused: It goes deeper than the limit.
        """
        level = [raw]
        for _ in range(self.limits.depth):
            level = [item for node in level for item in _inside(node)]
            if not level:
                return
        raise Refused("SHP008", "depth", None, limit=self.limits.depth)


def _inside(node: object) -> Iterable[object]:
    if isinstance(node, dict):
        return node.values()
    return node if isinstance(node, list) else ()


TEXT = Words("文字", "text")
NUMBER = Words("数字", "a number")
TRUTH = Words("“是/否”值", "a true/false value")
DATE = Words("日期", "a date")
LIST = Words("列表", "a list")
OBJECT = Words("一组“键: 值”", "a mapping of keys to values")


def absent(raw: object) -> bool:
    """Whether *raw* says nothing: no value at all, or an empty text."""
    return raw is None or raw == ""


def _kind(raw: object) -> Words:
    match raw:
        case bool():
            return TRUTH
        case str():
            return TEXT
        case list():
            return LIST
        case dict():
            return OBJECT
        case dt.date() | dt.time():
            return DATE
    return NUMBER


def _shown(raw: object) -> str:
    """*raw* as it would stand between quotes."""
    return cut(str(raw).lower() if isinstance(raw, bool) else str(raw), 20)


def cut(text: str, most: int = 40) -> str:
    """*text* as a message shows it, with no more than *most* characters."""
    return shortened(text, most)
