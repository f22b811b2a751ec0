"""Passages of prose."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.model.words import Part

__all__ = ["Section"]


@attrs.frozen(kw_only=True)
class Section:
    """
    A passage that belongs to no object of the model.

    Attributes:
        part: Which part of the summary it belongs to.

        title: Its heading, if it has one.

        text: The passage; paragraphs are parted by blank lines.
    """

    part: Part | None = key("部分", default=None)
    title: str = key("标题", prose=True)
    text: str = key("内容", default=attrs.NOTHING, prose=True)
