"""Plain values to JSON; numbers keep their printed decimals, which `json.dumps` cannot do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from json.encoder import encode_basestring as quoted
from typing import Any

__all__ = ["write_json"]


def write_json(plain: Any) -> str:
    """*plain* as JSON text, indented by two spaces, Chinese as it is."""
    return _value(plain, "\n") + "\n"


def _value(value: Any, indent: str) -> str:
    write = _SCALARS.get(type(value))
    if write is not None:
        return write(value)
    inner = indent + "  "
    if isinstance(value, dict):
        pairs = [f"{quoted(key)}: {quoted(item) if type(item) is str else _value(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(pairs)}{indent}}}" if pairs else "{}"
    if isinstance(value, list):
        items = [_value(item, inner) for item in value]
        return f"[{inner}{f',{inner}'.join(items)}{indent}]" if items else "[]"
    return str(value)


_SCALARS: Mapping[type, Callable[[Any], str]] = {
    str: quoted,
    int: str,
    bool: lambda truth: "true" if truth else "false",
    type(None): lambda _: "null",
    Decimal: lambda number: format(number, "f"),
    dt.date: lambda day: quoted(day.isoformat()),
}
