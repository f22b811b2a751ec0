"""Where a summary holds personal data of one kind."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from propsummary._privacy import Kind, Personal, find_personal
from propsummary.model import Summary
from propsummary.problems import Finding, Path
from propsummary.rules._said import carried, texts
from propsummary.rules.context import Context, once
from propsummary.rules.naming import naming
from propsummary.rules.walk import Node

__all__ = ["personal_at", "pieces"]


def pieces(kind: Kind, ctx: Context, *, passed: frozenset[Path] = frozenset()) -> Iterator[Finding]:
    """
    One finding for every text that holds personal data of *kind*, naming all of it, masked.

    Args:
        passed: Places that are passed over, with everything in them.
    """
    for path, node, found in _personal(ctx.summary, ctx):
        if any(path[: len(place)] == place for place in passed):
            continue
        masked = dict.fromkeys(piece.masked for piece in found if piece.kind == kind)
        if masked:
            yield Finding(path, thing=naming(node), count=len(masked), words=tuple(masked))


def personal_at(path: Path, text: str) -> Iterator[Personal]:
    """
    The personal data in *text*, which stands at *path*.

    What a host system carries along is often a bare number: what it is, its key says.
    """
    if path[:1] != ("extra",):
        yield from find_personal(text)
        return
    lead = next((f"{step}：" for step in reversed(path) if isinstance(step, str)), "")
    for piece in find_personal(lead + text):
        if piece.start >= len(lead):
            yield Personal(piece.kind, piece.start - len(lead), piece.end - len(lead), piece.text)


@once
def _personal(summary: Summary, ctx: Context) -> tuple[tuple[Path, Node, tuple[Personal, ...]], ...]:
    """The texts of *summary* that hold personal data, each with its place, its object and all of that data."""
    said = ((one.path, one.text, one.node) for one in texts(summary, ctx))
    told = ((path, text, ctx.node) for path, text in carried(summary))
    each = ((path, node, tuple(personal_at(path, text))) for path, text, node in itertools.chain(said, told))
    return tuple((path, node, found) for path, node, found in each if found)
