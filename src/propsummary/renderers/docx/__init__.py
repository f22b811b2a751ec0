"""DOCX: a Word document of styles, fields, tables and native charts; needs the extra ``docx``."""

from __future__ import annotations

from propsummary.renderers.docx.renderer import DocxRenderer

__all__ = ["DocxRenderer"]
