"""From the fields of the model to their places in a file: the same tree under two sets of names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from propsummary.problems import Path, Span
from propsummary.serde._reading import Shape
from propsummary.serde._source import Extent, Lines, Places

__all__ = ["Located", "SpanMap", "model_path"]


@attrs.frozen
class _Node:
    """
    Something in the file.

    Attributes:
        source: Its path there.

        shape: How it is read, as far as the model knows it.

        value: Its extent, where that is another one than that of *source*; such a thing has nothing inside and no key.
    """

    source: Path
    shape: Shape | None
    value: Extent | None = None


class Located:
    """
    Finds the spans of model paths.

    Containers are looked into when a path leads through them, each once.
    """

    def __init__(self, places: Places, root: Shape, lines: Lines) -> None:
        self._places = places
        self._lines = lines
        self._nodes: dict[Path, _Node | None] = {(): _Node((), root)}
        self._members: dict[Path, Mapping[str | int, tuple[str | int, Shape | None]]] = {}

    def value(self, path: Path) -> Span | None:
        """The span of the value at *path*."""
        node = self._find(path)
        return None if node is None else self._span(node.value or self._places.value(node.source))

    def key(self, path: Path) -> Span | None:
        """The span of the key of the value at *path*."""
        node = self._find(path)
        if node is None or node.value is not None:
            return None
        return self._span(self._places.key(node.source))

    def written(self, source: Path) -> Span | None:
        """The span of the key at the file's own path *source*."""
        return self._span(self._places.key(source))

    def source(self, path: Path) -> Path:
        """The file's own path of what stands at *path*, or of the innermost container around it that is there."""
        while (node := self._find(path)) is None:
            path = path[:-1]
        return node.source

    def paths(self) -> Iterator[Path]:
        """All paths that lead to something."""
        waiting: list[Path] = [()]
        while waiting:
            path = waiting.pop()
            node = self._find(path)
            if node is None:
                continue
            yield path
            if node.value is None:
                members = self._within(path, node)
                waiting += [(*path, step) for step in (*members, *_beside(node, members))]

    def maps(self) -> tuple[Mapping[Path, Span], Mapping[Path, Span]]:
        """The spans of values and of keys as mappings."""
        return SpanMap(self.value, self.paths), SpanMap(self.key, self.paths)

    def _span(self, extent: Extent | None) -> Span | None:
        return None if extent is None else self._lines.span(extent)

    def _find(self, path: Path) -> _Node | None:
        if path not in self._nodes:
            parent = self._find(path[:-1])
            self._nodes[path] = None if parent is None or parent.value is not None else self._child(path, parent)
        return self._nodes[path]

    def _child(self, path: Path, parent: _Node) -> _Node | None:
        """What stands at *path*, one step inside of *parent*."""
        step, source = path[-1], parent.source
        members = self._within(path[:-1], parent)
        if step in _beside(parent, members):
            return _Node(source, None, value=self._places.key(source) if step == "name" else self._places.value(source))
        if step in members:
            own, inner = members[step]
            return _Node((*source, own), inner)
        return None

    def _within(self, path: Path, node: _Node) -> Mapping[str | int, tuple[str | int, Shape | None]]:
        """By the model's steps, those of the file and the shapes of what stands there."""
        found = self._members.get(path)
        if found is None:
            found = self._members[path] = dict(self._meanings(node))
        return found

    def _meanings(self, node: _Node) -> Iterator[tuple[str | int, tuple[str | int, Shape | None]]]:
        shape = node.shape
        seen: set[str | int] = set()
        for number, own in enumerate(self._places.steps(node.source)):
            if isinstance(own, int):
                yield own, (own, None if shape is None else shape.member)
                continue
            step, inner = (number, _SHARE) if shape is not None and shape.named else _meaning(shape, own)
            if step in seen:  # said in both languages: the first one counts
                step, inner = own, None
            seen.add(step)
            yield step, (own, inner)


def _nothing(*_: object) -> None:
    """A shape that is only looked at."""


_SHARE = Shape(_nothing)  # a member of a mapping that becomes a list of names and figures


def _beside(node: _Node, members: Mapping[str | int, object]) -> tuple[str | int, ...]:
    """The steps of the model that have no step of the file."""
    if node.shape is _SHARE:
        return ("name", "value")
    single = not members and node.shape is not None and node.shape.member is not None
    return (0,) if single else ()  # a single word in place of a list


class SpanMap(Mapping[Path, Span]):
    """Spans by path, each found when it is asked for."""

    def __init__(self, find: Callable[[Path], Span | None], paths: Callable[[], Iterator[Path]]) -> None:
        self._find = find
        self._paths = paths

    def __getitem__(self, path: Path) -> Span:
        span = self._find(path)
        if span is None:
            raise KeyError(path)
        return span

    def get(self, path: Path, default: Any = None) -> Any:
        """The span of *path*, else *default*; most of what is asked for is not there, and raising an error takes its time."""
        return self._find(path) or default

    def __iter__(self) -> Iterator[Path]:
        return (path for path in self._paths() if self._find(path) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def model_path(source: Path, root: Shape) -> Path:
    """The model's path of what stands at *source* in the file."""
    path: Path = ()
    shape: Shape | None = root
    for raw in source:
        step, shape = _meaning(shape, raw)
        path = (*path, step)
    return path


def _meaning(shape: Shape | None, step: str | int) -> tuple[str | int, Shape | None]:
    """What the model calls *step*, and the shape of what stands there."""
    if shape is None:
        return step, None
    if isinstance(step, int):
        return step, shape.member
    known = shape.field(step)
    return (step, None) if known is None else known
