"""Passages of prose as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.document.context import Context
from propsummary.document.nodes import Block, Heading, Paragraph
from propsummary.model import Part

__all__ = ["paragraphs", "passages"]


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of *text*, which blank lines part."""
    return (Paragraph(text=part) for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip())


def passages(ctx: Context, *parts: Part | None, titled: bool, level: int = 2) -> Iterator[Block]:
    """The passages of *parts* with a title, or those without one."""
    for section in ctx.passages(*parts):
        if bool(section.title.strip()) is titled:
            if titled:
                yield Heading(level=level, text=section.title)
            yield from paragraphs(section.text)
