"""Everything that a summary says: its passages, and the names, places, sources, owners and deadlines beside them."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

import attrs

from propsummary.model import Owner, Summary, Waiver, refs_of
from propsummary.periods import Deadline, DeadlineKind
from propsummary.problems import Path
from propsummary.rules.context import Context, View, once
from propsummary.rules.walk import Node, positions

__all__ = ["Said", "carried", "said", "texts"]

# Words for machines, not for people.
_KEYS = frozenset({"id", "kpi", "department", "kind"})


@attrs.frozen(eq=False)
class Said:
    """
    A text of the summary at its place.

    Attributes:
        path: The way to it, counted as in the file.

        text: The words, never empty.

        field: The name of the field that holds it.

        node: The object that it belongs to.
    """

    path: Path
    text: str
    field: str
    node: Node


def said(view: View) -> Iterator[Said]:
    """Every text of the summary but ids, references and what a host system carries along, in the order of the walk."""
    for step in view.steps:
        if not isinstance(step, Node):
            yield Said(step.path, step.text, step.field, step.node)
            continue
        for field in _named_fields(type(step.object)):  # type: ignore[arg-type]  # classes are hashable
            if value := getattr(step.object, field):
                for path, text in _texts((*step.path, field), value, view):
                    yield Said(path, text, field, step)


@once
def texts(_: Summary, ctx: Context) -> tuple[Said, ...]:
    """What `said` finds, for all rules that ask."""
    return tuple(said(ctx.view))


def carried(summary: Summary) -> Iterator[tuple[Path, str]]:
    """The texts and whole numbers that a host system carries along, at their places."""
    waiting: list[tuple[Path, object]] = [(("extra",), summary.extra)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str | int) and not isinstance(value, bool):
            yield path, str(value)
        elif isinstance(value, Mapping):
            waiting += [((*path, str(key)), member) for key, member in reversed(tuple(value.items()))]
        elif isinstance(value, list | tuple):
            waiting += [((*path, at), member) for at, member in reversed(tuple(enumerate(value)))]


def _texts(path: Path, value: object, view: View) -> Iterator[tuple[Path, str]]:
    if isinstance(value, tuple):
        for at, member in zip(positions(path, view.gaps), value, strict=False):
            if isinstance(member, Owner):
                yield (*path, at), member.text
    elif isinstance(value, str):
        yield path, value
    elif isinstance(value, Owner) or (isinstance(value, Deadline) and value.kind is not DeadlineKind.INVALID):
        yield path, value.text


@functools.cache
def _named_fields(cls: type) -> tuple[str, ...]:
    if cls is Waiver:
        return ("reason",)
    fields = (f for f in attrs.fields(cls) if not f.metadata["prose"] and not refs_of(f))
    return tuple(f.name for f in fields if f.name not in _KEYS)
