"""Passages that belong to no part."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.document.context import Context, headed
from propsummary.document.nodes import Block
from propsummary.document.sections._prose import passages
from propsummary.model import Part

__all__ = ["blocks"]


def blocks(ctx: Context) -> Iterator[Block]:
    """Those without a title under one heading, the others under their own."""
    yield from headed(1, ctx.label("other"), passages(ctx, Part.OTHER, None, titled=False))
    yield from passages(ctx, Part.OTHER, None, titled=True, level=1)
