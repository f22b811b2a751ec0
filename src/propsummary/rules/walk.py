"""One walk over a summary, for all rules."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import attrs

from propsummary import model
from propsummary.catalogue.codes import Words
from propsummary.problems import Path
from propsummary.rules.naming import naming_of

__all__ = ["Node", "Passage", "walk"]

#: The classes that are parts of a summary, as against the values that their fields hold.
_PARTS = frozenset(c for c in vars(model).values() if isinstance(c, type) and attrs.has(c)) - {model.Draft, model.Owner}


@attrs.define(eq=False)  # not frozen: a check makes hundreds, and freezing one takes longer than looking at it
class Node:
    """
    One object of the summary at its place; not to be changed.

    Attributes:
        path: The way to it, counted as in the file: members that were left out count too.

        object: The object.

        parent: What it belongs to; None for the summary.
    """

    path: Path
    object: Any
    parent: Node | None

    @functools.cached_property
    def called(self) -> Words:
        """What messages call it."""
        return naming_of(self.object, telling=self.parent is not None)


@attrs.define(eq=False)
class Passage:
    """
    One passage that people read; not to be changed.

    Attributes:
        path: The way to it.

        text: The words, never empty.

        field: The name of the field that holds it.

        node: The object that it belongs to.
    """

    path: Path
    text: str
    field: str
    node: Node


@functools.cache
def _fields(cls: type) -> tuple[tuple[str, bool], ...]:
    """The fields that hold parts or passages, each with whether it holds passages."""
    hints = get_type_hints(cls)
    return tuple((f.name, f.metadata["prose"]) for f in attrs.fields(cls) if f.metadata["prose"] or _holds_parts(hints[f.name]))


def _holds_parts(hint: Any) -> bool:
    return hint in _PARTS or any(map(_holds_parts, get_args(hint)))


def walk(summary: model.Summary, gaps: frozenset[Path]) -> tuple[Node | Passage, ...]:
    """Every object and every passage of *summary*, in the order of the model, each object before its parts."""
    steps: list[Node | Passage] = []
    _walk(Node((), summary, None), gaps, steps)
    return tuple(steps)


def _walk(node: Node, gaps: frozenset[Path], steps: list[Node | Passage]) -> None:
    steps.append(node)
    for name, prose in _fields(type(node.object)):  # type: ignore[arg-type]  # classes are hashable
        value = getattr(node.object, name)
        if not value:
            continue
        path = (*node.path, name)
        if isinstance(value, str):
            if prose:
                steps.append(Passage(path, value, name, node))
        elif isinstance(value, tuple):
            for position, member in zip(positions(path, gaps), value, strict=False):
                if type(member) in _PARTS:
                    _walk(Node((*path, position), member, node), gaps, steps)
                elif prose:
                    steps.append(Passage((*path, position), member, name, node))
        elif type(value) in _PARTS:
            _walk(Node(path, value, node), gaps, steps)


def positions(path: Path, gaps: frozenset[Path]) -> Iterator[int]:
    """The positions in the file of the members of the list at *path*: those that could not be read are passed over."""
    every = itertools.count()
    return (position for position in every if (*path, position) not in gaps) if gaps else every
