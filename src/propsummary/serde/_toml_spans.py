"""Where everything stands in a TOML text that `tomllib` has accepted."""

from __future__ import annotations

import re
import tomllib

from propsummary.problems import Path
from propsummary.serde._source import Extent, KnownPlaces, Places

__all__ = ["toml_places"]

_BLANK = re.compile(r"[ \t]*")
_GAP = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_PART = re.compile(r"""(?P<basic>"(?:[^"\\]|\\.)*")|(?P<literal>'[^']*')|(?P<bare>[A-Za-z0-9_-]+)""")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""",
    re.DOTALL,
)
_BARE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[^\s,\]}#]+|[^\s,\]}#]+")


def toml_places(text: str) -> Places:
    """The places of all keys and values; the element of a list of tables is its header."""
    scanner = _Scanner(text)
    scanner.document()
    return KnownPlaces(scanner.values, scanner.keys)


class _Scanner:
    """Walks the text once, trusting that it is well-formed."""

    def __init__(self, text: str) -> None:
        self.values: dict[Path, Extent] = {(): (0, len(text))}
        self.keys: dict[Path, Extent] = {}
        self._text = text
        self._at = 0
        self._lengths: dict[Path, int] = {}  # of the lists of tables

    def document(self) -> None:
        table: Path = ()
        self._skip(_GAP)
        while self._at < len(self._text):
            start = self._at
            if self._text.startswith("[", start):
                table = self._header(start)
            else:
                self._pair(table)
            self._skip(_GAP)
            if self._at == start:  # cannot happen in an accepted text; never loop for ever
                return

    def _header(self, start: int) -> Path:
        array = self._text.startswith("[[", start)
        self._at += 2 if array else 1
        parts = self._key()
        self._skip(_BLANK)
        self._at += 2 if array else 1
        extent = (start, self._at)
        path = self._descend((), parts[:-1], extent)
        name, place = parts[-1]
        path = (*path, name)
        self.keys.setdefault(path, place)
        self.values.setdefault(path, extent)
        if array:
            number = self._lengths.get(path, 0)
            self._lengths[path] = number + 1
            path = (*path, number)
            self.values[path] = extent
        return path

    def _descend(self, base: Path, parts: list[tuple[str, Extent]], extent: Extent) -> Path:
        """Through tables that only a longer key names; of a list of tables the last one is meant."""
        for name, place in parts:
            base = (*base, name)
            self.keys.setdefault(base, place)
            self.values.setdefault(base, extent)
            if base in self._lengths:
                base = (*base, self._lengths[base] - 1)
        return base

    def _pair(self, table: Path) -> None:
        parts = self._key()
        path = self._descend(table, parts[:-1], (parts[0][1][0], parts[-1][1][1]))
        path = (*path, parts[-1][0])
        self.keys[path] = parts[-1][1]
        self._skip(_BLANK)
        self._at += 1  # =
        self._skip(_BLANK)
        self._value(path)

    def _key(self) -> list[tuple[str, Extent]]:
        parts: list[tuple[str, Extent]] = []
        while True:
            self._skip(_BLANK)
            match = _PART.match(self._text, self._at)
            if match is None:
                return parts or [("", (self._at, self._at))]
            self._at = match.end()
            parts.append((_name(match), match.span()))
            self._skip(_BLANK)
            if not self._text.startswith(".", self._at):
                return parts
            self._at += 1

    def _value(self, path: Path) -> None:
        start = self._at
        self.values[path] = (start, start)  # parents come first
        first = self._text[start : start + 1]
        if first == "[":
            self._members(path, "]", self._value)
        elif first == "{":
            self._members(path, "}", lambda member: self._pair(member[:-1]))
        elif match := (_STRING if first in ("'", '"') else _BARE).match(self._text, start):
            self._at = match.end()
        self.values[path] = (start, self._at)

    def _members(self, path: Path, close: str, read: object) -> None:
        assert callable(read)
        self._at += 1
        number = 0
        while self._at < len(self._text):
            self._skip(_GAP)
            if self._text.startswith(close, self._at):
                self._at += 1
                return
            read((*path, number))
            number += 1
            self._skip(_GAP)
            if self._text.startswith(",", self._at):
                self._at += 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self._at)
        assert match is not None  # both patterns match nothing at all
        self._at = match.end()


def _name(match: re.Match[str]) -> str:
    if match["bare"] is not None:
        return match["bare"]
    if match["literal"] is not None:
        return match["literal"][1:-1]
    text = match["basic"]
    return str(tomllib.loads(f"k = {text}")["k"]) if "\\" in text else text[1:-1]
