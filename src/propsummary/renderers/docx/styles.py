"""The styles of a document, made of the theme; a company's template goes before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import attrs

from propsummary.document import Language
from propsummary.renderers.office.language import TAGS
from propsummary.renderers.office.xml import quoted
from propsummary.renderers.theme import Theme, Typeface

__all__ = ["Style", "defaults", "styles"]


@attrs.frozen(kw_only=True)
class Style:
    """
    A style to be.

    Attributes:
        name: As Word calls it; those that Word itself knows are its own names.

        based, following: Names of the style it starts from, and of the one after it.

        paragraph, words, table: What its ``w:pPr``, its ``w:rPr``, and all else of a table style hold, in the order of the schema.

        own: Whether Word does not know a style of that name.
    """

    name: str
    kind: Literal["paragraph", "character", "table"] = "paragraph"
    based: str = "Normal"
    following: str = ""
    paragraph: str = ""
    words: str = ""
    table: str = ""
    own: bool = False

    @property
    def id(self) -> str:
        """Its id where no other has it."""
        return self.name.replace(" ", "").replace("heading", "Heading").replace("toc", "TOC")

    def xml(self, ids: dict[str, str], *, fonts: bool = True) -> str:
        """
        The element.

        Args:
            ids: The ids of all styles by their names.

            fonts: Whether it names typefaces, or takes those of the template.
        """
        words = self.words if fonts else re.sub("<w:rFonts[^>]*/>", "", self.words)
        custom, default = ' w:customStyle="1"' if self.own else "", ' w:default="1"' if not self.based else ""
        return (
            f'<w:style w:type="{self.kind}"{custom}{default} w:styleId="{ids[self.name]}"><w:name w:val="{self.name}"/>'
            + (f'<w:basedOn w:val="{ids[self.based]}"/>' if self.based in ids else "")
            + (f'<w:next w:val="{ids[self.following]}"/>' if self.following else "")
            + '<w:uiPriority w:val="1"/><w:qFormat/>'
            + (f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else "")
            + (f"<w:rPr>{words}</w:rPr>" if words else "")
            + f"{self.table}</w:style>"
        )


def _asian(language: Language) -> str:
    """The language of whatever is not Latin; names and figures of an English document may be in Chinese."""
    return TAGS["zh" if language == "en" else language]


def defaults(theme: Theme, language: Language) -> str:
    """What holds for all text: typefaces, language, and that quotation marks are Chinese ones in a Chinese document."""
    hint = ' w:hint="eastAsia"' if language != "en" else ""
    size = theme.sizes.body
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(theme.text, hint)}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="{_asian(language)}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def styles(theme: Theme, language: Language) -> tuple[Style, ...]:
    """All styles that documents use, those first that others are based on."""
    return (
        *_base(theme),
        *_headings(theme),
        *_running(theme, indent=language != "en"),
        *_front(theme),
        *_tables(theme),
        *_figures(theme),
        *_marks(theme),
    )


def _fonts(face: Typeface, hint: str = "") -> str:
    latin, asian = quoted(face.latin), quoted(face.asian)
    return f'<w:rFonts{hint} w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{asian}" w:cs="{latin}"/>'


def _type(face: Typeface, size: int, colour: str = "", *, bold: bool = False, ground: str = "") -> str:
    """The properties of words: typeface, weight, colour, *size* in half points, ground."""
    return (
        _fonts(face)
        + ("<w:b/><w:bCs/>" if bold else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else "")
    )


def _space(before: int = 0, after: int = 0, line: int = 240, *, exact: bool = False) -> str:
    """Space around paragraphs in twentieths of a point; *line* in 240ths of a line, or exactly in twentieths of a point."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{"exact" if exact else "auto"}"/>'


def _edge(side: str, colour: str, size: int = 4, space: int = 0, value: str = "single") -> str:
    return f'<w:{side} w:val="{value}" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _margins(upright: int, across: int) -> str:
    """What stays free inside cells, in twentieths of a point."""
    sides = (("top", upright), ("left", across), ("bottom", upright), ("right", across))
    edges = "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in sides)
    return f"<w:tblCellMar>{edges}</w:tblCellMar>"


def _base(theme: Theme) -> Iterator[Style]:
    size, ink = theme.sizes.body, theme.palette.ink
    words = _type(theme.text, size, ink)
    yield Style(name="Normal", based="", paragraph=f"<w:widowControl/>{_space(0, 0, 300)}", words=words)
    yield Style(
        name="Normal Table",
        kind="table",
        based="",
        table=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 108)}</w:tblPr>',
    )
    small = _type(theme.display, theme.sizes.small - 1, theme.palette.faint)
    rule = f"<w:pBdr>{_edge('bottom', theme.palette.rule, 4, 4)}</w:pBdr>"
    yield Style(name="header", paragraph=f'{rule}{_space()}<w:jc w:val="center"/>', words=small)
    yield Style(name="footer", paragraph=f'{_space()}<w:jc w:val="center"/>', words=small)


def _headings(theme: Theme) -> Iterator[Style]:
    accent, ink = theme.palette.accent, theme.palette.ink
    rule = f"<w:pBdr>{_edge('bottom', accent, 12, 4)}</w:pBdr>"
    spaces = (_space(480, 200, 264), _space(320, 120, 264), _space(240, 80, 264), _space(180, 60, 264))
    for level, (size, space) in enumerate(zip(theme.sizes.headings, spaces, strict=True), 1):
        yield Style(
            name=f"heading {level}",
            following="Body Text",
            paragraph=f'<w:keepNext/><w:keepLines/>{rule if level == 1 else ""}{space}<w:outlineLvl w:val="{level - 1}"/>',
            words=_type(theme.display, size, accent if level < 3 else ink, bold=True),
        )


def _running(theme: Theme, *, indent: bool) -> Iterator[Style]:
    """Running text; the first line of Chinese paragraphs stands two characters in."""
    faint, accent, tint = theme.palette.faint, theme.palette.accent, theme.palette.tint
    display, size = theme.display, theme.sizes.body
    first = f'<w:ind w:firstLineChars="200" w:firstLine="{size * 20}"/>' if indent else ""
    yield Style(name="Body Text", paragraph=f'{_space(40, 80, 340)}{first}<w:jc w:val="both"/>')
    lead = _type(display, size, bold=True)
    yield Style(name="Lead", own=True, following="Body Text", paragraph=f"<w:keepNext/>{_space(160, 40, 300)}", words=lead)
    yield Style(name="Note", own=True, paragraph=_space(40, 160, 280), words=_type(display, theme.sizes.small, faint))
    bar = f"<w:pBdr>{_edge('left', accent, 24, 10)}</w:pBdr>"
    yield Style(
        name="Quote",
        paragraph=f'{bar}{_space(120, 120, 320)}<w:ind w:left="420" w:right="420"/>',
        words=f'<w:color w:val="{faint}"/>',
    )
    for name in ("List Bullet", "List Number"):
        for level, suffix in enumerate(("", " 2", " 3")):
            left = 420 * (level + 1)
            yield Style(
                name=name + suffix, paragraph=f'{_space(20, 40, 320)}<w:ind w:left="{left}" w:hanging="420"/><w:jc w:val="both"/>'
            )
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>'
    place = '<w:ind w:left="1580" w:right="160" w:hanging="1420"/>'
    facts = f'<w:keepNext/><w:keepLines/>{shade}<w:tabs><w:tab w:val="left" w:pos="1580"/></w:tabs>{_space(0, 0, 320)}{place}'
    yield Style(name="Facts", own=True, paragraph=facts, words=_type(display, size - 2))
    end = '<w:sz w:val="2"/><w:szCs w:val="2"/>'
    yield Style(name="Section End", own=True, paragraph=_space(0, 0, 20, exact=True), words=end)
    yield Style(name="Spacer", own=True, paragraph=_space(0, 0, 160, exact=True), words='<w:sz w:val="4"/><w:szCs w:val="4"/>')


def _front(theme: Theme) -> Iterator[Style]:
    display, sizes, palette = theme.display, theme.sizes, theme.palette
    bar = f"<w:pBdr>{_edge('bottom', palette.accent, 36, 18)}</w:pBdr>"
    subtitle = _type(display, sizes.subtitle, palette.faint)
    yield Style(name="Subtitle", following="Title", paragraph=f'{_space(2400, 240, 280)}<w:jc w:val="left"/>', words=subtitle)
    title = _type(display, sizes.title, palette.accent, bold=True)
    yield Style(name="Title", following="Normal", paragraph=f'{bar}{_space(0, 720, 300)}<w:jc w:val="left"/>', words=title)
    yield Style(name="Cover Label", own=True, paragraph=_space(100, 100, 280), words=_type(display, 23, palette.faint))
    yield Style(name="Cover Value", own=True, paragraph=_space(100, 100, 280), words=_type(display, 23, palette.ink))
    box = f'<w:pBdr>{_edge("left", palette.bad, 24, 8)}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{palette.bad_tint}"/>'
    notice = _type(display, sizes.body, palette.bad, bold=True)
    yield Style(name="Draft Notice", own=True, paragraph=f'{box}{_space(600, 0, 360)}<w:ind w:left="200"/>', words=notice)
    contents = _type(display, sizes.headings[0], palette.accent, bold=True)
    yield Style(name="TOC Heading", paragraph=f"<w:keepNext/>{_space(0, 240, 264)}", words=contents)
    tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8958"/></w:tabs>'
    yield Style(name="toc 1", paragraph=f"{tabs}{_space(140, 40, 264)}", words=_type(display, sizes.body + 1, bold=True))
    yield Style(name="toc 2", paragraph=f'{tabs}{_space(20, 20, 264)}<w:ind w:left="420"/>', words=_type(display, sizes.body - 1))


def _tables(theme: Theme) -> Iterator[Style]:
    display, size, palette = theme.display, theme.sizes.table, theme.palette
    text = _type(display, size)
    yield Style(name="Table Text", own=True, paragraph=_space(0, 0, 264), words=text)
    yield Style(name="Table Figure", own=True, based="Table Text", paragraph='<w:jc w:val="right"/>')
    yield Style(name="Table Word", own=True, based="Table Text", paragraph='<w:jc w:val="center"/>')
    head = f'<w:color w:val="{palette.accent}"/>'
    yield Style(
        name="Table Head",
        own=True,
        based="Table Text",
        paragraph='<w:keepNext/><w:jc w:val="center"/>',
        words=f"<w:b/><w:bCs/>{head}",
    )
    margins = _margins(50, 85)
    lines = (
        _edge("top", palette.accent, 12)
        + _edge("bottom", palette.accent, 8)
        + _edge("insideH", palette.rule)
        + _edge("insideV", palette.rule)
    )
    under = f"<w:tcBorders>{_edge('bottom', palette.accent, 6)}</w:tcBorders>"
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{palette.tint}"/>'
    first = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{under}{ground}</w:tcPr></w:tblStylePr>'
    middle = '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>'
    borders = f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>{margins}</w:tblPr>"
    yield Style(name="Report Table", own=True, kind="table", based="Normal Table", table=borders + middle + first)
    rows = f"<w:tblPr><w:tblBorders>{_edge('insideH', palette.rule)}</w:tblBorders>{margins}</w:tblPr>"
    yield Style(name="Plain Table", own=True, kind="table", based="Normal Table", table=rows)
    edges = "".join(_edge(side, palette.rule) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    wide = _margins(120, 170)
    yield Style(
        name="Card Table",
        own=True,
        kind="table",
        based="Normal Table",
        table=f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders>{wide}</w:tblPr>",
    )


def _figures(theme: Theme) -> Iterator[Style]:
    display, sizes, palette = theme.display, theme.sizes, theme.palette
    caption = _type(display, sizes.caption, palette.ink)
    yield Style(name="caption", paragraph=f'{_space(60, 240, 264)}<w:jc w:val="center"/>', words=caption)
    yield Style(name="Table Caption", own=True, based="caption", paragraph=f"<w:keepNext/>{_space(200, 80, 264)}")
    yield Style(
        name="Half Caption",
        own=True,
        based="caption",
        paragraph=f"<w:keepNext/>{_space(0, 40, 264)}",
        words=f'<w:color w:val="{palette.faint}"/>',
    )
    yield Style(name="Picture", own=True, paragraph=f'<w:keepNext/>{_space(160, 40)}<w:jc w:val="center"/>')
    box = "".join(_edge(side, palette.faint, 6, 12, "dashed") for side in ("top", "left", "bottom", "right"))
    frame = f'<w:keepNext/><w:pBdr>{box}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{palette.tint}"/>'
    indent = '<w:ind w:left="284" w:right="284"/><w:jc w:val="center"/>'
    words = _type(display, sizes.small, palette.faint)
    yield Style(name="Missing Picture", own=True, paragraph=f"{frame}{_space(360, 280, 264)}{indent}", words=words)
    yield Style(name="Card Label", own=True, paragraph=_space(0, 0, 264), words=_type(display, sizes.small, palette.faint))
    value = _type(display, sizes.figure, palette.accent, bold=True)
    yield Style(name="Card Value", own=True, paragraph=_space(0, 40, 252), words=value)


def _marks(theme: Theme) -> Iterator[Style]:
    """Styles of words: the label before a text, and verdicts."""
    yield Style(name="Default Paragraph Font", kind="character", based="")
    yield Style(name="Strong", kind="character", based="Default Paragraph Font", words="<w:b/><w:bCs/>")
    faint = f'<w:color w:val="{theme.palette.faint}"/>'
    yield Style(name="Fact Label", own=True, kind="character", based="Default Paragraph Font", words=faint)
    for name in ("good", "bad", "neutral", "muted"):
        ink, ground = theme.palette.of(name)
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
        words = f'<w:color w:val="{ink}"/>{shade}'
        yield Style(name=f"Mark {name}", own=True, kind="character", based="Default Paragraph Font", words=words)
