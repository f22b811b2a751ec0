"""What readers of prose hand on before anybody knows what is a heading."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from propsummary.drafts.outline import Image, Table, Words

__all__ = ["Passage", "Raw"]


@attrs.frozen(kw_only=True)
class Passage:
    """
    A line or paragraph as a reader finds it, before anybody knows whether it is a heading.

    Attributes:
        words: Its text; a number that was typed is still part of it.

        position: As in `Heading`.

        number: Its number or bullet where the file has it apart from the text (a list); empty otherwise.

        style: Its level by the file's own styles, 0 for a title; none for what is no heading by style.

        bold: How many characters at the beginning are bold, or are a number and then bold.

        look: What headings of one kind have in common to the eye; empty for text that looks like any other.

        level, kind: As in `Paragraph`.
    """

    words: Words
    position: int
    number: str = ""
    style: int | None = None
    bold: int = 0
    look: str = ""
    level: int = 0
    kind: str = ""


Raw: TypeAlias = Passage | Table | Image
