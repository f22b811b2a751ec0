"""Where things stand in a JSON text; of one that `json.loads` has accepted only what is asked for is looked at closely."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

from propsummary.problems import Path
from propsummary.serde._source import Extent, Places

__all__ = ["Inside", "JsonPlaces", "Member", "Scan", "find_doubled", "inside", "members"]

#: Reads the value that begins at a place of a text, and tells where it ends (`json.JSONDecoder.scan_once`).
Scan: TypeAlias = Callable[[str, int], tuple[Any, int]]

#: The extents of key and value of what stands inside of something, by key or position.
Inside: TypeAlias = dict[str | int, tuple[Extent | None, Extent]]

_GAP = re.compile(r"[ \t\n\r]*")
_COLON = re.compile(r"[ \t\n\r]*:[ \t\n\r]*")
_COMMA = re.compile(r"[ \t\n\r]*,[ \t\n\r]*")
_MAYBE_COMMA = re.compile(r"[ \t\n\r]*,?[ \t\n\r]*")
_TOKEN = re.compile(r'[ \t\n\r]*(?:([{}\[\],:])|("[^"\\]*(?:\\.[^"\\]*)*")|([^\s{}\[\],:"]+))', re.DOTALL)


_DECODER: Any = json.JSONDecoder(strict=False, parse_int=str)  # int() takes no more than 4300 digits
_skip: Scan = _DECODER.scan_once


class Member(NamedTuple):
    """One member of a mapping, with the extents of key and value."""

    key: str
    key_at: Extent
    value: Any
    value_at: Extent


def members(text: str, start: int, scan: Scan) -> tuple[list[Member], int] | None:
    """
    The members of the mapping that begins at *start*, and where it ends; None if none begins there or it is ill-formed.

    Raises:
        ValueError: A value is ill-formed, or has more digits than *scan* takes.
    """
    if not text.startswith("{", start):
        return None
    found: list[Member] = []
    at = _after(_GAP, text, start + 1)
    try:
        while text.startswith('"', at):
            key, key_end = scan(text, at)
            colon = _COLON.match(text, key_end)
            if colon is None:
                return None
            value, value_end = scan(text, colon.end())
            found.append(Member(key, (at, key_end), value, (colon.end(), value_end)))
            comma = _COMMA.match(text, value_end)
            if comma is None:
                at = _after(_GAP, text, value_end)
                return (found, at + 1) if text.startswith("}", at) else None
            at = comma.end()
    except StopIteration:  # nothing stands where a value should
        return None
    return None  # an empty mapping, or a comma that nothing comes behind


class JsonPlaces(Places):
    """
    Places that are found on demand.

    A container is read once, member by member; the C scanner of the standard library skips what is inside the members.
    """

    def __init__(self, text: str, outermost: Inside | None = None) -> None:
        """
        Args:
            outermost: What stands inside of the outermost mapping, where it has been read member by member already.
        """
        self._text = text
        self._members: dict[Path, Inside] = {}
        if outermost is not None:
            self._members[()] = outermost
        self._whole = (_after(_GAP, text, 0), len(text.rstrip(" \t\n\r")))

    def value(self, path: Path) -> Extent | None:
        if not path:
            return self._whole
        found = self._within(path[:-1]).get(path[-1])
        return None if found is None else found[1]

    def key(self, path: Path) -> Extent | None:
        found = self._within(path[:-1]).get(path[-1]) if path else None
        return None if found is None else found[0]

    def steps(self, path: Path) -> Iterator[str | int]:
        return iter(self._within(path))

    def _within(self, path: Path) -> Inside:
        found = self._members.get(path)
        if found is None:
            extent = self.value(path)
            found = self._members[path] = {} if extent is None else self._scan(extent[0])
        return found

    def _scan(self, start: int) -> Inside:
        text = self._text
        if mapping := members(text, start, _skip):
            return inside(mapping[0])
        found: Inside = {}
        if not text.startswith("[", start):
            return found
        at = _after(_GAP, text, start + 1)
        while text[at] != "]":
            _, end = _skip(text, at)
            found[len(found)] = (None, (at, end))
            at = _after(_MAYBE_COMMA, text, end)
        return found


def inside(found: list[Member]) -> Inside:
    """Where *found* stand; of two with the same key the first one counts."""
    places: Inside = {}
    for member in found:
        places.setdefault(member.key, (member.key_at, member.value_at))
    return places


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where that which *pattern* matches at *at* ends."""
    match = pattern.match(text, at)
    assert match is not None  # the text is well-formed
    return match.end()


def find_doubled(text: str) -> tuple[tuple[Path, Extent], ...]:
    """The keys that stand twice in one mapping, with the extent of the later one."""
    found: list[tuple[Path, Extent]] = []
    open_: list[tuple[Path, set[str] | None]] = []  # path and, of a mapping, its keys
    path: Path = ()
    is_key = False
    for mark, extent in _tokens(text):
        if mark in ("{", "["):
            open_.append((path, set() if mark == "{" else None))
            is_key = mark == "{"
            path = path if is_key else (*path, 0)
        elif mark in ("}", "]"):
            path, _ = open_.pop()
            is_key = False
        elif mark == ",":
            base, keys = open_[-1]
            last = path[len(base)]
            is_key = keys is not None
            path = (*base, last + 1 if isinstance(last, int) else last)
        elif is_key and mark.startswith('"'):
            base, keys = open_[-1]
            key = json.loads(mark, strict=False)
            path, is_key = (*base, key), False
            assert keys is not None  # a list has no keys
            if key in keys:
                found.append((path, extent))
            keys.add(key)
    return tuple(found)


def _tokens(text: str) -> Iterator[tuple[str, Extent]]:
    at = 0
    while match := _TOKEN.match(text, at):
        at = match.end()
        group = match.lastindex or 0
        yield match[group], match.span(group)
