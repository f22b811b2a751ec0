"""Whether a summary made in code holds what its fields are declared to hold."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterator
from typing import Any

import attrs

from propsummary.errors import WrongTypeError
from propsummary.model.summary import Summary
from propsummary.problems import Path, pointer

__all__ = ["refuse_wrong_types"]


def refuse_wrong_types(summary: Summary) -> None:
    """
    See that every field of *summary* and its parts holds a value of its type.

    The classes take whatever they are given, as attrs classes do; a reader gives the right things, and a host system that is type
    checked does too. For those that are not, this tells the slip where it is.

    Raises:
        WrongTypeError: Some field holds something else; the first one is told.
    """
    for path, expected, value in _wrong(summary, Summary, ()):
        raise WrongTypeError(pointer(path) or "/", expected, type(value).__name__)


def _wrong(value: Any, declared: Any, path: Path) -> Iterator[tuple[Path, str, Any]]:
    origin, arguments = typing.get_origin(declared), typing.get_args(declared)
    if declared is Any:
        return
    if origin in (types.UnionType, typing.Union):
        if value is not None:
            yield from _wrong(value, next(a for a in arguments if a is not types.NoneType), path)
    elif origin is tuple:
        if type(value) is not tuple:
            yield path, f"a tuple of {arguments[0].__name__}", value
        else:
            for position, member in enumerate(value):
                yield from _wrong(member, arguments[0], (*path, position))
    elif type(value) is not (origin or declared):
        yield path, (origin or declared).__name__, value
    elif attrs.has(declared) and "zh" in attrs.fields(declared)[0].metadata:
        for name, kind in _fields(declared):
            yield from _wrong(getattr(value, name), kind, (*path, name))


@functools.cache
def _fields(cls: type) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(cls)
    return tuple((field.name, hints[field.name]) for field in attrs.fields(cls))
