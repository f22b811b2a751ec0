"""Word files as outlines, by a walk of our own: the libraries lose inserted text, text boxes and counted numbers."""

from __future__ import annotations

from propsummary.drafts.word.reading import outline
from propsummary.drafts.word.walk import Piece, paragraphs

__all__ = ["Piece", "outline", "paragraphs"]
