"""Plain values to TOML, for which the standard library has a reader only."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

__all__ = ["write_toml"]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def write_toml(plain: dict[str, Any]) -> str:
    """*plain* as TOML: simple values first, then a table for every object and for every member of a list of objects."""
    simple = {key: value for key, value in plain.items() if not _is_table(value) and not _is_tables(value)}
    blocks = ["\n".join(_pairs(simple))] if simple else []
    for key, value in plain.items():
        if key not in simple:
            tables = value if isinstance(value, list) else [value]
            header = f"[[{_key(key)}]]" if isinstance(value, list) else f"[{_key(key)}]"
            blocks += ["\n".join((header, *_pairs(table))) for table in tables]
    return "\n\n".join(blocks) + "\n"


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) and bool(value)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _pairs(table: dict[str, Any]) -> Iterator[str]:
    return (f"{_key(key)} = {_value(value)}" for key, value in table.items() if value is not None)  # TOML has no word for nothing


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _value(value: Any) -> str:
    match value:
        case str():
            return _paragraphs(value) if "\n" in value else _text(value)
        case bool():
            return "true" if value else "false"
        case Decimal():
            text = format(value, "f")
            return text if "." in text else f"{text}.0"
        case list():
            return "[" + ", ".join(_value(item) for item in value if item is not None) + "]"
        case dict():
            return "{" + ", ".join(_pairs(value)) + "}"
        case dt.date():
            return value.isoformat()
    return str(value)


def _text(value: str) -> str:
    if value.isprintable() and '"' not in value and "\\" not in value:
        return f'"{value}"'
    return '"' + "".join(map(_character, value)) + '"'


def _paragraphs(value: str) -> str:
    return '"""\n' + "".join(c if c == "\n" else _character(c) for c in value) + '"""'


def _character(c: str) -> str:
    if c in _SHORT:
        return _SHORT[c]
    return c if c.isprintable() or c == "\u3000" else f"\\u{ord(c):04X}" if ord(c) < 0x10000 else f"\\U{ord(c):08X}"
