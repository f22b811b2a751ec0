"""PPTX: a deck for the report meeting, native and editable, the full wording in its notes; needs the extra ``pptx``."""

from __future__ import annotations

from propsummary.renderers.pptx.renderer import PptxRenderer

__all__ = ["PptxRenderer"]
