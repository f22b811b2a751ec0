"""Typefaces, colours and sizes as the template takes them."""

from __future__ import annotations

from typing import Any

import attrs

from propsummary.document import Document, Language
from propsummary.renderers.office.fonts import Face, FontSet, has_chinese
from propsummary.renderers.theme import Theme

__all__ = ["Look"]

_COLOURS = ("ink", "faint", "rule", "tint", "accent", "good", "good_tint", "bad", "bad_tint", "neutral", "neutral_tint")


@attrs.frozen(kw_only=True)
class Look:
    """
    What one document is set in.

    Attributes:
        text, display: The faces of running text, and of headings, tables and drawings.
    """

    theme: Theme
    language: Language
    text: Face
    display: Face

    @classmethod
    def of(cls, theme: Theme, fonts: FontSet, document: Document) -> Look:
        """
        The look of *document* in *theme*, as far as there are *fonts* for it.

        Raises:
            MissingFontError: No font shows Chinese, and the document is not without.
        """
        chinese = document.language != "en" or has_chinese(repr(document))
        return cls(
            theme=theme,
            language=document.language,
            text=fonts.face(theme.text, "serif", chinese=chinese),
            display=fonts.face(theme.display, "sans", chinese=chinese),
        )

    @property
    def drawings(self) -> str:
        """The family of words in drawings."""
        return self.display.asian or self.display.latin

    def data(self) -> dict[str, Any]:
        """The same as plain values; sizes in half points."""
        palette = self.theme.palette
        return {
            "colours": {name: f"#{getattr(palette, name)}" for name in _COLOURS},
            "sizes": attrs.asdict(self.theme.sizes),
            "text": self._face(self.text),
            "display": self._face(self.display),
        }

    def _face(self, face: Face) -> dict[str, Any]:
        # Quotation marks and dashes are Chinese ones in a Chinese document, although Latin fonts have them too.
        covers = {"covers": "latin-in-cjk"} if self.language != "en" else {}
        families = [{"name": face.latin, **covers}] if face.latin else []
        families += [{"name": face.asian}] if face.asian else []
        return {"families": families, "bold": face.bold}
