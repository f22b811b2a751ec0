"""What stands before the text: the cover, and a table of contents that is filled in and can be updated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from propsummary._text import width
from propsummary.catalogue import label
from propsummary.document import Document
from propsummary.renderers.docx.markup import cell, field, linked, paragraph, run
from propsummary.renderers.docx.pictures import PictureWriter
from propsummary.renderers.docx.tables import laid_out
from propsummary.renderers.theme import Theme

__all__ = ["FrontMatter"]

_CONTENTS_FROM = 3  # sections; fewer are found without a table of contents
_LOGO = (2_000_000, 720_000)  # EMU
_HALF_POINT = 115  # of one column of text on the cover, in twentieths of a point


@attrs.frozen(kw_only=True)
class FrontMatter:
    """
    Writes cover and contents of one document.

    Attributes:
        styles: The ids of styles by their names.
    """

    document: Document
    theme: Theme
    styles: Mapping[str, str]
    pictures: PictureWriter

    def cover(self, total: int) -> Iterator[str]:
        """Who hands in what, and the table of particulars; *total* twentieths of a point wide."""
        document, styles = self.document, self.styles
        if self.theme.logo:
            yield self.pictures.logo(self.theme.logo, *_LOGO, alt=self.theme.name or document.organization)
        if document.watermark:
            notice = f"{document.watermark} · {label('draft_notice', document.language)}"
            yield paragraph(styles["Draft Notice"], run(notice))
        yield paragraph(styles["Subtitle"], run(document.subtitle))
        yield paragraph(styles["Title"], run(document.title))
        if document.cover:
            yield self._particulars(total)
            yield paragraph(styles["Spacer"])

    def _particulars(self, total: int) -> str:
        longest = max(width(name) for name, _ in self.document.cover)
        first = min(longest * _HALF_POINT + 400, total // 2)
        widths = (first, min(total - first, 5600))
        label_style, value_style = self.styles["Cover Label"], self.styles["Cover Value"]
        rows = (
            cell(widths[0], paragraph(label_style, run(name))) + cell(widths[1], paragraph(value_style, run(value)))
            for name, value in self.document.cover
        )
        return laid_out(widths, rows, self.styles["Plain Table"])

    def contents(self, bookmarks: Mapping[str, str]) -> str:
        """
        The headings of the first two levels, as a field; nothing for a document that needs none.

        The numbers of pages come when Word updates the field, for nobody else knows where its pages end.

        Args:
            bookmarks: The bookmarks of headings, by their anchors.
        """
        headings = [heading for heading in self.document.headings if heading.level <= 2]
        if sum(heading.level == 1 for heading in headings) < _CONTENTS_FROM:
            return ""
        begin, end = field(r'TOC \o "1-2" \h \z \u', "\0", dirty=True).split("\0")
        lines = [linked(bookmarks[heading.anchor], run(heading.title)) for heading in headings]
        lines[0], lines[-1] = begin + lines[0], lines[-1] + end
        written = (paragraph(self.styles[f"toc {heading.level}"], line) for heading, line in zip(headings, lines, strict=True))
        title = paragraph(self.styles["TOC Heading"], run(label("contents", self.document.language)))
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
            f"<w:sdtContent>{title}{''.join(written)}</w:sdtContent></w:sdt>"
        )
