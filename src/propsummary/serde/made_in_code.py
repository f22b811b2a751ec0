"""What a reader would say of a summary that none has read."""

from __future__ import annotations

import functools
import sys
from typing import Any

import attrs

from propsummary.catalogue import class_label
from propsummary.catalogue.codes import Words, code_info, say
from propsummary.model import Draft, Summary, with_ids, zh_key
from propsummary.problems import Path, Problem, in_order
from propsummary.serde._reading import Fault, Reading, Shape
from propsummary.serde._records import EITHER, summary_shape
from propsummary.serde._source import Limits

__all__ = ["as_draft"]


def as_draft(summary: Summary) -> Draft:
    """
    A summary made in code as a draft: what a file must say, it must say too.

    Names that the catalogue does not know, texts that no document can show and members that an object cannot be without are told as
    the reader of a file tells them, and are as unknown to the rules. Nothing has a span, and nothing is left out.

    Args:
        summary: A summary whose fields hold values of their types, as `refuse_wrong_types` sees to.
    """
    reading, named = Reading(Limits(problems=sys.maxsize)), with_ids(summary)
    _look_at(named, summary_shape(), reading, (), "")
    problems = in_order([_told(fault, named) for fault in reading.faults])
    return Draft(summary=named, problems=problems, unknown=frozenset(reading.unknown))


def _look_at(value: Any, shape: Shape, reading: Reading, path: Path, step: str | int) -> None:
    """Have *value* judged by what reads its like from a file; figures, dates and fixed words are right by their type."""
    here = (*path, step) if step != "" else path
    if isinstance(value, tuple):
        for position, member in enumerate(value):
            if shape.member:
                _look_at(member, shape.member, reading, here, position)
            elif shape.named:
                _demand(member, reading, (*here, position))
    elif isinstance(value, str | int):
        if value != "":
            shape.read(value, reading, path, step)
    elif value is not None and shape.fields:
        for name, inner in _fields(shape):
            _look_at(getattr(value, name), inner, reading, here, name)
        _demand(value, reading, here)


@functools.cache
def _fields(shape: Shape) -> tuple[tuple[str, Shape], ...]:
    """The fields of an object, by their names in the model, with their shapes."""
    return tuple(dict(shape.fields.values()).items())


def _demand(value: Any, reading: Reading, here: Path) -> None:
    """Tell what *value* cannot be without."""
    thing, required, either = _demanded(type(value))  # type: ignore[arg-type]  # classes are hashable
    for field in required:
        if getattr(value, field.en) == "":
            reading.lose(here, field.en, "SHP002", "default", thing=thing, field=field)
    if either and not any(getattr(value, field.en) for field in either):
        first, second = either
        reading.lose(here, first.en, "SHP002", "either", thing=thing, field=first, other=second)


@functools.cache
def _demanded(cls: type) -> tuple[Words, tuple[Words, ...], tuple[Words, ...]]:
    """What messages call an object of *cls*, the fields that it must have, and the two of which it must have one."""
    fields = attrs.fields_dict(cls)
    labels = {name: Words(zh_key(field), name) for name, field in fields.items()}
    required = tuple(labels[name] for name, field in fields.items() if field.default is attrs.NOTHING)
    thing = Words(class_label(cls.__name__), "the " + class_label(cls.__name__, "en").lower())
    return thing, required, tuple(labels[name] for name in EITHER.get(cls.__name__, ()))


def _told(fault: Fault, summary: Summary) -> Problem:
    info = code_info(fault.code)
    zh, en = say(info, fault.key, fault.arguments)
    around = _id_around(fault.path, summary)
    return Problem(code=info.code, name=info.name, severity=info.severity, path=fault.path, object=around, zh=zh, en=en)


def _id_around(path: Path, summary: Summary) -> str | None:
    """The id of the innermost object around what stands at *path*."""
    found: str | None = None
    node: Any = summary
    for step in path:
        node = node[step] if isinstance(step, int) else getattr(node, step)
        found = getattr(node, "id", "") or found
    return found
