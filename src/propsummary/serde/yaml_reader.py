"""
YAML to plain values, with the place of every key and value.

Built on libyaml's events instead of PyYAML's loader, so that nothing is guessed: scalars follow the core schema of YAML 1.2
(no is a word, 12:30 and dates are text), numbers keep their printed form, and values with tags, anchors or aliases are left out.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import yaml

from propsummary.problems import Path
from propsummary.serde._reading import cut
from propsummary.serde._source import Extent, KnownPlaces, Limits, Refused, Tree, Unread, check_characters, together
from propsummary.serde._yaml_traps import KEY, LOADER, explain, sticking_keys

__all__ = ["read_yaml"]

_CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_MAYBE_OTHER = frozenset("0123456789-~ntfNTF")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,9})?")
_NO_KEY = object()
_ALIAS = Unread("SHP008", "alias")

_BARE = re.compile(r"(?:\s++|#[^\n]*+)*+[,}]")  # what follows a key inside of braces that has not even a colon
_PAIR = re.compile(rf"{KEY}([:：])(?!//)\S")
_PAIRED_BY = {"：": "wide_colon", ":": "no_space"}
_CUT = re.compile("(?<=[0-9]),(?=[0-9])")
_LONGEST = 2_000  # characters of a text that is put together again
_NUMBERS = re.compile("[-0-9., ]+")
_THOUSANDS = re.compile("(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")


def read_yaml(text: str, limits: Limits) -> Tree:
    """
    Read one YAML document.

    Raises:
        Refused: It is not well-formed, uses what drafts must not use, or goes beyond *limits*.
    """
    check_characters(text)
    builder = _Builder(text, limits)
    try:
        for event in yaml.parse(text, LOADER):
            builder.take[type(event)](event)
    except yaml.YAMLError as error:
        raise together([*builder.slips, explain(text, error)]) from error
    slips = builder.slips or (sticking_keys(text) if type(builder.root) is str else [])
    if slips:
        raise together(slips)
    places = KnownPlaces(builder.values, builder.keys)
    return Tree(root=builder.root, doubled=tuple(builder.doubled), locate=lambda: places)


class _Builder:
    """Puts the tree together, event by event."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.slips: list[Refused] = []  # that libyaml takes for something else
        self.root: object = None
        self.values: dict[Path, Extent] = {}
        self.keys: dict[Path, Extent] = {}
        self.doubled: list[tuple[Path, Extent]] = []
        self._text = text
        self._limits = limits
        self._documents = 0
        # The open containers; of the innermost its path, the key that waits for its value (in a mapping) and where it began.
        self._open: list[tuple[Any, Path, Any, Extent]] = []
        self._container: Any = None
        self._path: Path = ()
        self._key: Any = _NO_KEY
        self._begun: Extent = (0, 0)
        self._last_end = 0
        self.take = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.StreamStartEvent: _nothing,
            yaml.StreamEndEvent: _nothing,
            yaml.DocumentEndEvent: _nothing,
        }

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise Refused("SHP001", "documents", _extent(event))

    def _alias(self, event: Any) -> None:
        extent = _extent(event)
        self._last_end = extent[1]
        if self._key is _NO_KEY and type(self._container) is dict:
            raise Refused("SHP008", "alias", extent)
        self.values[self._place(_ALIAS)] = extent

    def _scalar(self, event: Any) -> None:
        extent = (event.start_mark.index, event.end_mark.index)
        self._last_end = extent[1]
        value = event.value
        marked = None if event.tag is None and event.anchor is None else _marked(event)
        if self._key is _NO_KEY and type(self._container) is dict:
            if marked is not None:
                raise Refused(marked.code, marked.key, extent, **marked.arguments)
            self._take_key(value, event.implicit[0], extent)
            return
        if marked is not None:
            value = marked
        elif event.implicit[0] and (not value or value[0] in _MAYBE_OTHER):
            if type(self._container) is list and self._is_rest_of_member(extent):
                return
            value = _plain(value, self._limits)
            if value is None and extent[0] == extent[1] and self._is_no_value():
                self._key = _NO_KEY
                return
        self.values[self._place(value)] = extent

    def _is_no_value(self) -> bool:
        """
        Whether the key that has no value is no key either, but what a slip inside of braces made of a value.

        ``{名称：到岗率}`` and ``{名称:到岗率}`` were meant as pairs, ``{数值: 1,200件}`` as one figure.
        """
        if type(self._container) is not dict:
            return False
        key, place = self._key, self.keys.get((*self._path, self._key))
        if place is None or not _BARE.match(self._text, place[1]):
            return False
        if match := _PAIR.match(key):
            self.slips.append(Refused("SHP001", _PAIRED_BY[match[1]], (place[0] + match.start(1), place[0] + match.end(1))))
            return True
        return bool(self._container) and self._rejoined(next(reversed(self._container)), place)

    def _is_rest_of_member(self, place: Extent) -> bool:
        """Whether a text of a list goes on at *place*: ``[接听4,210次]`` was meant as one, ``[100,200]`` are two numbers."""
        return bool(self._container) and self._rejoined(len(self._container) - 1, place, of_numbers=False)

    def _rejoined(self, last: Any, place: Extent, *, of_numbers: bool = True) -> bool:
        """
        Whether nothing but a comma inside a number parts *place* from the *last* value of the container, which then is left out.

        Args:
            of_numbers: Whether it may be so of bare numbers, and of digits that are no thousands.
        """
        if not _CUT.match(self._text, place[0] - 1):
            return False
        start = self.values[(*self._path, last)][0]
        if place[1] - start > _LONGEST:
            return False
        whole = self._text[start : place[1]]
        plain = _THOUSANDS.sub(lambda number: number[0].replace(",", ""), whole)
        if not of_numbers and (plain == whole or _NUMBERS.fullmatch(whole)):
            return False
        if _CUT.search(plain):  # 1,28: nobody knows which number that was to be
            self._container[last] = Unread("SHP005", "comma", {"value": cut(whole)})
        else:
            self._container[last] = Unread("SHP005", "thousands", {"value": cut(whole), "joined": cut(plain)})
        self.values[(*self._path, last)] = (start, place[1])
        return True

    def _take_key(self, key: str, plain: bool, extent: Extent) -> None:
        if plain and key == "<<":
            self._container.setdefault(key, _ALIAS)
        elif plain and key[:1] in ("\u3000", "\xa0"):
            self.slips.append(Refused("SHP001", "wide_indent", (extent[0], extent[0] + 1)))
        path = (*self._path, key)
        if key in self._container and (key != "<<" or path in self.keys):
            self.doubled.append((path, extent))
        else:
            self.keys[path] = extent
        self._key = key

    def _start(self, event: Any) -> None:
        extent = _extent(event)
        if self._key is _NO_KEY and type(self._container) is dict:
            raise Refused("SHP001", "complex_key", extent)
        if len(self._open) >= self._limits.depth:
            raise Refused("SHP008", "depth", extent, limit=self._limits.depth)
        container: Any = {} if type(event) is yaml.MappingStartEvent else []
        marked = None if event.tag is None and event.anchor is None else _marked(event)
        path = self._place(container if marked is None else marked)
        self.values[path] = extent
        self._open.append((self._container, self._path, self._key, self._begun))
        self._container, self._path, self._key, self._begun = container, path, _NO_KEY, extent

    def _end(self, event: Any) -> None:
        # In block style the end mark stands at the next token, perhaps many lines below: the last child's end is meant.
        flow = event.end_mark.index > event.start_mark.index
        end = event.end_mark.index if flow else max(self._last_end, self._begun[1])
        self._last_end = end
        self.values[self._path] = (self._begun[0], end)
        self._container, self._path, self._key, self._begun = self._open.pop()

    def _place(self, value: object) -> Path:
        """Put *value* where it belongs; gives its path."""
        container = self._container
        if type(container) is list:
            path = (*self._path, len(container))
            container.append(value)
        elif container is None:
            self.root = value
            return ()
        else:
            path = (*self._path, self._key)
            if self._key in container:  # the second of a pair is read for its own faults only
                path = (*self._path, f"{self._key} (2)")
            else:
                container[self._key] = value
            self._key = _NO_KEY
        if len(self.values) >= self._limits.nodes:
            raise Refused("SHP008", "nodes", (self._last_end, self._last_end + 1), limit=self._limits.nodes)
        return path


def _nothing(event: object) -> None:
    """Streams and document ends hold nothing."""


def _extent(event: Any) -> Extent:
    return event.start_mark.index, event.end_mark.index


def _marked(event: Any) -> Unread | None:
    """What to say of an anchor or a tag that says more than the value's own form does."""
    if event.anchor is not None:
        return _ALIAS
    usual = event.tag in ("!", "tag:yaml.org,2002:str") and type(event) is yaml.ScalarEvent
    return None if usual else Unread("SHP001", "tag", {"tag": cut(event.tag)})


def _plain(value: str, limits: Limits) -> object:
    """A plain scalar as the core schema reads it, as far as a draft can mean it: +3, 007 and 0x1F stay text."""
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    if value[0] not in "-0123456789" or not _NUMBER.fullmatch(value):
        return value
    if len(value) > limits.digits:
        return Unread("SHP008", "digits", {"limit": limits.digits})
    return int(value) if _INTEGER.fullmatch(value) and value != "-0" else Decimal(value)
