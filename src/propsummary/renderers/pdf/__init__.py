"""PDF: the document set by typst, with bookmarks and tags, for printing and for the archive."""

from __future__ import annotations

from propsummary.renderers.pdf.renderer import PdfRenderer

__all__ = ["PdfRenderer"]
