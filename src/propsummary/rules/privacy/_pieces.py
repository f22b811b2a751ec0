"""Where a summary holds personal data of one kind."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary._privacy import Kind, Personal, find_personal
from propsummary.problems import Finding, Path
from propsummary.rules._said import carried, said
from propsummary.rules.context import Context
from propsummary.rules.naming import naming
from propsummary.rules.walk import Node

__all__ = ["personal_at", "pieces"]


def pieces(kind: Kind, ctx: Context, *, passed: frozenset[Path] = frozenset()) -> Iterator[Finding]:
    """
    One finding for every text that holds personal data of *kind*, naming all of it, masked.

    Args:
        passed: Places that are passed over, with everything in them.
    """
    for path, text, node in _texts(ctx):
        if any(path[: len(place)] == place for place in passed):
            continue
        found = dict.fromkeys(piece.masked for piece in personal_at(path, text) if piece.kind == kind)
        if found:
            yield Finding(path, thing=naming(node), count=len(found), words=tuple(found))


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


def _texts(ctx: Context) -> Iterator[tuple[Path, str, Node]]:
    for one in said(ctx.view):
        yield one.path, one.text, one.node
    for path, text in carried(ctx.summary):
        yield path, text, ctx.node
