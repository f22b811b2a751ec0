"""One walk over a summary, for all rules."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator
from typing import Any, get_args, get_type_hints

import attrs

from propsummary import model
from propsummary.catalogue.codes import Words
from propsummary.problems import Path
from propsummary.rules.naming import naming_of

__all__ = ["PARTS", "Node", "Passage", "passages_of", "placed", "positions", "texts_of", "walk", "walk_objects", "with_passages"]

#: The classes that are parts of a summary, as against the values that their fields hold.
PARTS = frozenset(c for c in vars(model).values() if isinstance(c, type) and attrs.has(c)) - {model.Draft, model.Owner}


@attrs.define(eq=False, slots=False)  # not frozen, nor with slots and what attrs adds to cache `called`: a check makes hundreds
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


@functools.cache
def _part_fields(cls: type) -> tuple[str, ...]:
    """Those of them that hold parts."""
    return tuple(name for name, prose in _fields(cls) if not prose)


@functools.cache
def _prose_fields(cls: type) -> tuple[str, ...]:
    """Those of them that hold passages."""
    return tuple(name for name, prose in _fields(cls) if prose)


def _holds_parts(hint: Any) -> bool:
    return hint in PARTS or any(map(_holds_parts, get_args(hint)))


def walk(summary: model.Summary, gaps: frozenset[Path]) -> tuple[Node | Passage, ...]:
    """Every object and every passage of *summary*, in the order of the model, each object before its parts."""
    return with_passages(walk_objects(summary, gaps), gaps)


def walk_objects(summary: model.Summary, gaps: frozenset[Path]) -> tuple[Node, ...]:
    """Every object of *summary*, in the order of the model, each before its parts."""
    nodes: list[Node] = []
    _walk(Node((), summary, None), _part_fields(type(summary)), gaps, nodes)  # type: ignore[arg-type]  # classes are hashable
    return tuple(nodes)


def _walk(node: Node, fields: tuple[str, ...], gaps: frozenset[Path], nodes: list[Node]) -> None:
    parts_of = _parts()
    nodes.append(node)
    for name in fields:
        value = getattr(node.object, name)
        if not value:
            continue
        path = (*node.path, name)
        if isinstance(value, tuple):
            for position, member in placed(value, path, gaps):
                inner = parts_of.get(type(member))
                if inner:
                    _walk(Node((*path, position), member, node), inner, gaps, nodes)
                elif inner is not None:  # as most are
                    nodes.append(Node((*path, position), member, node))
        elif (inner := parts_of.get(type(value))) is not None:
            _walk(Node(path, value, node), inner, gaps, nodes)


@functools.cache
def _parts() -> dict[type, tuple[str, ...]]:
    """The fields of each part that hold parts of its own."""
    return {cls: _part_fields(cls) for cls in PARTS}


def with_passages(nodes: tuple[Node, ...], gaps: frozenset[Path]) -> tuple[Node | Passage, ...]:
    """*nodes*, as `walk_objects` found them, with their passages between them, in the order of the model."""
    steps: list[Node | Passage] = []
    waiting = iter(nodes)
    _speak(next(waiting), waiting, gaps, steps)
    return tuple(steps)


def _speak(node: Node, waiting: Iterator[Node], gaps: frozenset[Path], steps: list[Node | Passage]) -> None:
    """Add *node*, its passages and, from *waiting*, its parts."""
    steps.append(node)
    for name, prose in _fields(type(node.object)):  # type: ignore[arg-type]  # classes are hashable
        value = getattr(node.object, name)
        if not value:
            continue
        if prose:
            steps += _passages(node, name, value, gaps)
            continue
        for member in value if isinstance(value, tuple) else (value,):
            if type(member) in PARTS:
                _speak(next(waiting), waiting, gaps, steps)


def texts_of(part: object) -> Iterator[str]:
    """What people read in *part*, without that of its own parts."""
    for name in _prose_fields(type(part)):  # type: ignore[arg-type]
        value = getattr(part, name)
        yield from (value,) if isinstance(value, str) else value


def passages_of(node: Node, gaps: frozenset[Path]) -> tuple[Passage, ...]:
    """The passages that *node* holds by itself, without those of its parts."""
    found: list[Passage] = []
    for name in _prose_fields(type(node.object)):  # type: ignore[arg-type]
        if value := getattr(node.object, name):
            found += _passages(node, name, value, gaps)
    return tuple(found)


def _passages(node: Node, name: str, value: str | tuple[str, ...], gaps: frozenset[Path]) -> Iterable[Passage]:
    path = (*node.path, name)
    if isinstance(value, str):
        return (Passage(path, value, name, node),)
    return [Passage((*path, position), member, name, node) for position, member in placed(value, path, gaps)]


def placed(members: tuple[Any, ...], path: Path, gaps: frozenset[Path]) -> Iterable[tuple[int, Any]]:
    """*members* of the list at *path*, each with its position in the file."""
    return zip(positions(path, gaps), members, strict=False) if gaps else enumerate(members)


def positions(path: Path, gaps: frozenset[Path]) -> Iterator[int]:
    """The positions in the file of the members of the list at *path*: those that could not be read are passed over."""
    every = itertools.count()
    return (position for position in every if (*path, position) not in gaps) if gaps else every
