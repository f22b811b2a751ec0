"""What stands below one heading."""

from __future__ import annotations

import attrs

from propsummary.drafts.extraction.kinds import PartName
from propsummary.drafts.outline import Block, Heading
from propsummary.model import Part

__all__ = ["Chapter"]


@attrs.frozen(kw_only=True)
class Chapter:
    """
    What stands below one heading, down to the next one.

    Attributes:
        part: The part that it belongs to.

        kind: What its heading announces, or the one around it: the part, or ``causes``, ``cases``, ``follow_ups``, ``risks``,
            ``directions``, ``innovations``, ``signature``.

        heading: Its own heading; none for what stands before the first one and for the lines at the end.

        top: Whether the heading opens a part, so that it names no issue and no achievement.

        within: Of causes that stand below the heading of one issue, that heading.

        blocks: Paragraphs, tables and pictures.
    """

    part: PartName
    kind: str
    heading: Heading | None = None
    top: bool = False
    within: Heading | None = None
    blocks: tuple[Block, ...] = ()

    @property
    def section_part(self) -> Part:
        """The part as the model has it; the lines around the title belong to none."""
        return next((part for part in Part if part.value == self.part), Part.OTHER)
