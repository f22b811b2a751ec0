"""The renderer: opens the deck, has the slides planned and drawn, closes the package."""

from __future__ import annotations

import io
import pathlib
from collections.abc import Mapping
from typing import ClassVar

import attrs

from propsummary.document import Document
from propsummary.renderers._pictures import PictureSource
from propsummary.renderers.base import as_path
from propsummary.renderers.office.properties import describe
from propsummary.renderers.office.repack import repacked
from propsummary.renderers.pptx.deck import DeckWriter
from propsummary.renderers.pptx.template import open_template
from propsummary.renderers.theme import Theme

__all__ = ["PptxRenderer"]


@attrs.frozen(kw_only=True)
class PptxRenderer:
    """
    Render to a PowerPoint deck for the report meeting: cover, agenda, key figures, key points with charts and photos, tables,
    timeline, and the full wording in the notes.

    Needs the extra ``pptx``.

    Attributes:
        folder: Where the draft's photos are; a photo that is not there leaves a visible frame.

        assets: Photos by their path, for drafts that come from no folder; go before *folder*.

        theme: Typefaces, colours, and the company's logo.

        reference: A company's deck (.pptx or .potx), whose master, layouts and theme are used; its slides are not.

        largest_picture: Bytes beyond which a photo is left out.

    .. versionadded:: 0.1.0
    """

    suffix: ClassVar[str] = ".pptx"
    media_type: ClassVar[str] = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

    folder: pathlib.Path | None = attrs.field(default=None, converter=as_path)
    assets: Mapping[str, bytes] = attrs.field(factory=dict)
    theme: Theme = attrs.field(factory=Theme)
    reference: pathlib.Path | None = attrs.field(default=None, converter=as_path)
    largest_picture: int = 20_000_000

    def render(self, document: Document, /) -> bytes:
        """
        The document as a .pptx file.

        Raises:
            ConfigurationError: *reference* is no PowerPoint deck.

            MissingExtraError: The packages of the extra ``pptx`` are not there.
        """
        template = open_template(self.reference, self.theme)
        source = PictureSource(folder=self.folder, assets=self.assets, largest=self.largest_picture)
        DeckWriter(document, template, source).write()
        describe(template.deck.core_properties, document)
        file = io.BytesIO()
        template.deck.save(file)
        return repacked(file.getvalue())
