"""Plain values to YAML that people like to read and that no YAML reader misunderstands, whichever version it follows."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from propsummary._text import width
from propsummary.problems import Path

__all__ = ["write_with_comments", "write_yaml"]

_WIDTH = 100

#: Texts that need no quotes: they begin harmlessly and hold nothing that could end them.
_PLAIN = re.compile(r"[^\W_](?:[^:#?,\[\]{}\s]|:(?=[^\s,\[\]{}])|(?<=[^\s])#| (?=[^\s#]))*|≥[0-9.]+%?|≤[0-9.]+%?")
_RESERVED = re.compile(r"(?:y|n|yes|no|on|off|true|false|null)", re.IGNORECASE)
#: What some version of YAML takes for a number, a time of day or a date.
_NUMERIC = re.compile(
    r"0[xob][0-9a-fA-F_]+|[0-9][0-9_,]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]*)?"
    r"|[0-9]+(?::[0-9.]*)+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?"
)
_LITERAL = re.compile(r"[^\s\ufeff](?:.*[^\s])?(?:\n+[^\n]*[^\s])*\n?")


def write_yaml(plain: dict[str, Any]) -> str:
    """*plain* as a YAML document in block style; short lists of words stand on one line."""
    return write_with_comments(plain, {})


def write_with_comments(plain: dict[str, Any], comments: Mapping[Path, str]) -> str:
    """
    The same with *comments*, one line each.

    Args:
        comments: What is written above something, by its path in *plain*; the empty path is the top of the document.
    """
    return "\n".join((*_comment(comments, (), ""), *_Writer(comments).mapping(plain, (), ""))) + "\n"


def _comment(comments: Mapping[Path, str], path: Path, indent: str) -> Iterator[str]:
    if path in comments:
        yield f"{indent}# {''.join(c if _printable(c) else ' ' for c in comments[path])}"


@attrs.frozen
class _Writer:
    """Writes mappings and lists with their comments."""

    comments: Mapping[Path, str]

    def mapping(self, value: dict[str, Any], path: Path, indent: str) -> Iterator[str]:
        for key, item in value.items():
            here = (*path, key)
            yield from _comment(self.comments, here, indent)
            yield from self._entry(f"{indent}{_scalar(key)}:", item, here, indent)

    def _entry(self, head: str, item: Any, path: Path, indent: str) -> Iterator[str]:
        if isinstance(item, dict) and item:
            yield head
            yield from self.mapping(item, path, indent + "  ")
        elif isinstance(item, list) and item:
            line = _on_one_line(item)
            if line is not None and width(f"{head} {line}") <= _WIDTH:
                yield f"{head} {line}"
            else:
                yield head
                yield from self._sequence(item, path, indent + "  ")
        elif isinstance(item, str) and "\n" in item and _LITERAL.fullmatch(item) and _printable(item.replace("\n", "")):
            yield f"{head} |{'' if item.endswith(chr(10)) else '-'}"
            yield from (f"{indent}  {line}" if line else "" for line in item.removesuffix("\n").split("\n"))
        else:
            yield f"{head} {_scalar(item)}"

    def _sequence(self, items: list[Any], path: Path, indent: str) -> Iterator[str]:
        for position, item in enumerate(items):
            here = (*path, position)
            yield from _comment(self.comments, here, indent)
            if isinstance(item, dict | list) and item:
                deeper = indent + "  "
                first, *rest = self.mapping(item, here, deeper) if isinstance(item, dict) else self._sequence(item, here, deeper)
                yield f"{indent}- {first.removeprefix(deeper)}"
                yield from rest
            else:
                yield from self._entry(f"{indent}-", item, here, indent)


def _on_one_line(items: list[Any]) -> str | None:
    if any(isinstance(item, dict | list) or (isinstance(item, str) and len(item) > 40) for item in items):
        return None
    return "[" + ", ".join(map(_scalar, items)) + "]"


def _scalar(value: Any) -> str:
    match value:
        case str():
            return _text(value)
        case dict():
            return "{}"
        case list():
            return "[]"
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case dt.date():
            return value.isoformat()
    return str(value)


def _text(value: str) -> str:
    if _PLAIN.fullmatch(value) and not _RESERVED.fullmatch(value) and not _NUMERIC.fullmatch(value) and _printable(value):
        return value
    if _printable(value) and "'" not in value:
        return f"'{value}'"
    return _escaped(value)


def _printable(value: str) -> bool:
    """Whether it can stand in a file as it is: the full-width space can, other odd spaces and marks are escaped to be seen."""
    return value.replace("\u3000", "").isprintable()


def _escaped(value: str) -> str:
    """In double quotes, with everything escaped that a YAML reader could fold or refuse."""
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(c if _printable(c) else f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in quoted)
