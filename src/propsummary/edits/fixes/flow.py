"""Full-width marks and missing spaces between the braces and brackets of YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from propsummary.edits.fixes.slips import Slip
from propsummary.edits.fixes.spelling import meant
from propsummary.serde._reading import Shape

__all__ = ["flow_end", "flow_slips", "knows"]

#: Quoted texts where one may begin, comments, and the marks themselves.
_TOKEN = re.compile(r"""(?<=[{\[,:，：\s])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|(?<=\s)#[^\n]*|[{}\[\],，]""", re.DOTALL)
_ENTRY = re.compile(r"""\s*(?:"([^"]+)"|'([^']+)'|([^\s:：'"#\[\]{},，]{1,20}))([:：])([ \t\u3000\xa0]*)""")


def flow_end(text: str, start: int, end: int) -> int | None:
    """Where the bracket that opens at *start* is closed; None if it is not before *end*."""
    depth = 0
    for token in _TOKEN.finditer(text, start, max(start, end)):
        depth += (token[0] in "{[") - (token[0] in "}]")
        if depth <= 0:
            return token.end()
    return None


@attrs.define
class _Level:
    """A bracket that is open, how what is in it is read, and whether its first key has a full-width colon."""

    mark: str
    shape: Shape | None
    inner: Shape | None = None
    is_wide: bool = False
    is_first: bool = True


def flow_slips(text: str, start: int, end: int, shape: Shape | None) -> Iterator[Slip]:
    """
    What may be mended from *start* to *end*, by the keys that the model knows there.

    A full-width comma parts two entries only if a key follows with a plain colon, or if all is written full width, or if the value
    before it can hold no such text: a figure, a day, a word of a list.
    """
    levels: list[_Level] = []
    for token in _TOKEN.finditer(text, start, end):
        mark, top = token[0], levels[-1] if levels else None
        if mark in "{[":
            inner = shape if top is None else top.inner
            levels.append(_Level(mark, inner, inner.member if mark == "[" and inner else None))
            yield from _entry(text, token.end(), end, levels[-1])
        elif mark in "}]":
            levels = levels[:-1]
        elif mark == "," and top:
            yield from _entry(text, token.end(), end, top)
        elif mark == "，" and top and top.mark == "{" and (key := _known(text, token.end(), end, top)):
            is_plain = key[4] == ":" and (key[5] or key.end() >= end)
            if is_plain or top.is_wide or not _takes_any_text(top.inner):
                yield Slip(start=token.start(), end=token.end(), new="," if text[token.end()].isspace() else ", ", kind="comma")
                yield from _entry(text, token.end(), end, top)


def _entry(text: str, at: int, end: int, level: _Level) -> Iterator[Slip]:
    if level.mark == "[":
        return
    is_first, level.is_first, level.inner = level.is_first, False, None
    key = _known(text, at, end, level)
    if key is None or level.shape is None:
        return
    field = level.shape.field(_name(key))
    level.inner = field[1] if field else None
    if is_first:
        level.is_wide = key[4] == "："
    is_slip = key[4] == "：" or set(key[5]) - {" ", "\t"} or (not key[5] and key.end() < end and not text[key.end()].isspace())
    if is_slip and not (key[3] is None and key[4] == ":" and not key[5]):  # "键":值 is right
        yield Slip(start=key.start(4), end=key.end(), new=": ", kind="colon", shown=(key[4] + key[5], ": "))


def _known(text: str, at: int, end: int, level: _Level) -> re.Match[str] | None:
    """The entry at *at*, if its key is one that the model knows there."""
    key = _ENTRY.match(text, at, end)
    return key if key and knows(level.shape, _name(key)) else None


def _takes_any_text(shape: Shape | None) -> bool:
    return shape is None or shape.known is None


def knows(shape: Shape | None, key: str) -> bool:
    """Whether *key*, perhaps misspelt, can stand in what is read like this; where names are counted, every name can."""
    if shape is None:
        return False
    return (
        shape.named
        or shape.field(key) is not None
        or meant(key, {name: field for name, (field, _) in shape.fields.items()}) is not None
    )


def _name(key: re.Match[str]) -> str:
    return key[1] or key[2] or key[3]
