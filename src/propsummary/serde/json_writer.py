"""Summaries and plain values to JSON; numbers keep their printed decimals, which `json.dumps` cannot do."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Mapping
from decimal import Decimal
from json.encoder import encode_basestring as quoted
from typing import Any, TypeAlias, get_origin

from propsummary.model import Summary
from propsummary.problems import Language
from propsummary.serde._plain import Written, written_fields

__all__ = ["write_json", "write_summary"]

#: Writes an object of the model behind a line break and its indent.
_WriteObject: TypeAlias = Callable[[Any, str], str]


def write_summary(summary: Summary, language: Language) -> str:
    """*summary* as `write_json` writes its plain values, which are not made first: that would take as long again."""
    return _object_writer(Summary, language)(summary, "\n") + "\n"


@functools.cache
def _object_writer(cls: type, language: Language) -> _WriteObject:
    """
    Straight code that writes the objects of *cls*, field by field, in the manner of attrs.

    Each field costs one look at its value, and those that are there one piece of text.
    """
    scope: dict[str, Any] = {"quoted": quoted, "written": _value, "block": _block}
    lines = ["def write(value, indent):", "inner = indent + '  '", "pairs = []"]
    for at, field in enumerate(written_fields(cls, language)):
        scope |= {f"key{at}": f"{quoted(field.key)}: ", f"absent{at}": field.absent, f"plain{at}": field.plain}
        if field.member is not None:
            scope[f"write{at}"] = _object_writer(field.member, language)
        lines.append(f"if (item := value.{field.name}) or (item is not absent{at} and item != absent{at}):")
        lines.append(f" pairs.append(key{at} + {_writing(field, at)})")
    lines.append("return '{' + inner + (',' + inner).join(pairs) + indent + '}' if pairs else '{}'")
    exec("\n ".join(lines), scope)  # names of the model and numbers; nothing in it comes from a draft
    write: _WriteObject = scope["write"]
    return write


def _writing(field: Written, at: int) -> str:
    """The code that writes a value of the field that stands at that place."""
    if field.hint is str:
        return "quoted(item)"
    if field.hint == tuple[str, ...]:
        return "block('[]', list(map(quoted, item)), inner)"
    if field.member is None:
        plain = "item" if field.plain is None else f"plain{at}(item)"
        return f"(quoted(plain) if type(plain := {plain}) is str else written(plain, inner))"
    if get_origin(field.hint) is tuple:
        return f"block('[]', [write{at}(member, inner + '  ') for member in item], inner)"
    return f"write{at}(item, inner)"


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
        return _block("{}", pairs, indent)
    if isinstance(value, list):
        return _block("[]", [_value(item, inner) for item in value], indent)
    return str(value)


def _block(brackets: str, parts: list[str], indent: str) -> str:
    """*parts* between brackets, each on a line of its own."""
    inner = indent + "  "
    return f"{brackets[0]}{inner}{f',{inner}'.join(parts)}{indent}{brackets[1]}" if parts else brackets


_SCALARS: Mapping[type, Callable[[Any], str]] = {
    str: quoted,
    int: str,
    bool: lambda truth: "true" if truth else "false",
    type(None): lambda _: "null",
    Decimal: lambda number: format(number, "f"),
    dt.date: lambda day: quoted(day.isoformat()),
}
