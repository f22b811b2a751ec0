"""What the summary is for and where the department stands."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.document.context import Context
from propsummary.document.nodes import Block, Paragraph
from propsummary.document.sections._prose import paragraphs, passages
from propsummary.model import Part

__all__ = ["blocks"]


def blocks(ctx: Context) -> Iterator[Block]:
    """The opening words, then purpose and place of the department under their names."""
    background = ctx.summary.background
    if background is not None:
        yield from paragraphs(background.text)
        for name in ("purpose", "positioning"):
            if text := getattr(background, name).strip():
                yield Paragraph(label=ctx.field("Background", name), text=text)
    yield from passages(ctx, Part.BACKGROUND, titled=False)
    yield from passages(ctx, Part.BACKGROUND, titled=True)
