"""The texts of a draft that may be rewritten where they stand in the file, and the values that must stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import attrs

from propsummary.edits._places import Ruler
from propsummary.model import Draft, Owner
from propsummary.problems import Path
from propsummary.rules._said import carried, said
from propsummary.rules.context import View

__all__ = ["Leaf", "Leaves", "Voice"]

#: Who speaks in a text: passages may name residents; owners are staff; author and organization say of themselves what they like.
Voice: TypeAlias = Literal["passage", "staff", "own"]
# Names of files and last days are read by the program: other words would be other things.
_FIXED = ("file", "deadline")

_OWN = ("organization", "author", "reviewer")


@attrs.frozen(eq=False)
class Leaf:
    """A text of the summary and where it stands in the file."""

    path: Path
    text: str
    voice: Voice
    start: int
    end: int


class Leaves:
    """What a draft holds: texts that may be masked, and values that must stay."""

    def __init__(self, draft: Draft) -> None:
        assert draft.summary is not None
        self._draft = draft
        self._ruler = Ruler(draft.source)
        view = View(draft.summary, unknown=draft.unknown, gaps=draft.gaps)
        found = [*((one.path, one.text, one.field) for one in said(view)), *((p, t, "extra") for p, t in carried(draft.summary))]
        self.texts = [leaf for path, text, field in found if field not in _FIXED and (leaf := self._leaf(path, text))]
        free = {leaf.path[:depth] for leaf in self.texts for depth in range(len(leaf.path) + 1)}
        self.kept = [
            (*place, value)
            for node in view.nodes
            for field, value in ((f.name, getattr(node.object, f.name)) for f in attrs.fields(type(node.object)))
            if _is_leaf(value) and (path := (*node.path, field)) not in free and (place := self._extent(path))
        ]

    def _leaf(self, path: Path, text: str) -> Leaf | None:
        extent = self._extent(path)
        return Leaf(path, text, _voice(path), *extent) if extent else None

    def _extent(self, path: Path) -> tuple[int, int] | None:
        span = self._draft.spans.value(path)
        return None if span is None else self._ruler.extent(span)

    def are_kept_in(self, other: Draft, expected: Mapping[Path, str]) -> bool:
        """
        Whether *other* holds the *expected* texts, and everything else as it was.

        What could not be read may have become readable: a masked number is a text.
        """
        if other.summary is None or not other.unknown <= self._draft.unknown:
            return False
        theirs = Leaves(other)
        texts = {leaf.path: leaf.text for leaf in theirs.texts if leaf.path[0] != "extra"}
        mine = {path: text for path, text in expected.items() if path[0] != "extra"}
        carried_on = [text for path, text in expected.items() if path[0] == "extra"]
        return (
            all(texts.get(path) == text for path, text in mine.items())
            and [value for _, _, value in self.kept] == [value for _, _, value in theirs.kept]
            and carried_on == [leaf.text for leaf in theirs.texts if leaf.path[0] == "extra"]
        )


def _voice(path: Path) -> Voice:
    if path[0] in _OWN:
        return "own"
    return "staff" if path[-1] == "owner" or "support" in path else "passage"


def _is_leaf(value: object) -> bool:
    """Whether a field holds a value of its own, not parts of the summary."""
    if isinstance(value, tuple):
        return bool(value) and not _is_part(value[0])
    return value not in (None, "") and not isinstance(value, dict) and not _is_part(value)


def _is_part(value: object) -> bool:
    return type(value).__module__.startswith("propsummary.model") and attrs.has(type(value)) and not isinstance(value, Owner)
