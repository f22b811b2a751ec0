"""Where things stand in a JSON text that `json.loads` has accepted; only what is asked for is looked at closely."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from propsummary.problems import Path
from propsummary.serde._source import Extent, Places

__all__ = ["JsonPlaces", "find_doubled"]

_GAP = re.compile(r"[ \t\n\r]*")
_COLON = re.compile(r"[ \t\n\r]*:[ \t\n\r]*")
_COMMA = re.compile(r"[ \t\n\r]*,?[ \t\n\r]*")
_TOKEN = re.compile(r'[ \t\n\r]*(?:([{}\[\],:])|("[^"\\]*(?:\\.[^"\\]*)*")|([^\s{}\[\],:"]+))', re.DOTALL)


class JsonPlaces(Places):
    """
    Places that are found on demand.

    A container is read once, member by member; the C scanner of the standard library skips what is inside the members.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        decoder: Any = json.JSONDecoder(strict=False, parse_int=str)  # int() takes no more than 4300 digits
        self._skip = decoder.scan_once
        start = _after(_GAP, text, 0)
        self._members: dict[Path, dict[str | int, tuple[Extent | None, Extent]]] = {}
        self._whole = (start, len(text.rstrip(" \t\n\r")))

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

    def _within(self, path: Path) -> dict[str | int, tuple[Extent | None, Extent]]:
        found = self._members.get(path)
        if found is None:
            extent = self.value(path)
            found = self._members[path] = {} if extent is None else self._scan(extent[0])
        return found

    def _scan(self, start: int) -> dict[str | int, tuple[Extent | None, Extent]]:
        found: dict[str | int, tuple[Extent | None, Extent]] = {}
        text, mapping = self._text, self._text[start : start + 1] == "{"
        if not mapping and text[start : start + 1] != "[":
            return found
        at = _after(_GAP, text, start + 1)
        while text[at] not in "}]":
            place: Extent | None = None
            step: str | int = len(found)
            if mapping:
                step, end = self._skip(text, at)
                place = (at, end)
                at = _after(_COLON, text, end)
            _, end = self._skip(text, at)
            found.setdefault(step, (place, (at, end)))
            at = _after(_COMMA, text, end)
        return found


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
