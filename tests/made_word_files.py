"""Word files made part by part, for what no library would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

__all__ = ["lists", "paragraph", "run", "word_file"]

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = {"document": "document.main+xml"}


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph; *content* is text, or XML if it begins with a tag."""
    inner = content if content.startswith("<") else run(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def lists(*levels: str, number: str = "1", more: str = "") -> str:
    """A numbering part of one list whose levels are ``format text`` pairs; *more* goes behind it."""
    made = ""
    for nth, (format, text) in enumerate(level.split(" ", 1) for level in levels):
        inner = f'<w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>'
        made += f'<w:lvl w:ilvl="{nth}">{inner}</w:lvl>'
    abstract = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{made}</w:abstractNum>'
    return f'{abstract}<w:num w:numId="{number}"><w:abstractNumId w:val="0"/></w:num>{more}'


def word_file(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    relations: str = "",
    parts: Mapping[str, bytes | str] = {},
) -> bytes:
    """A Word file with that body; the other parts are there only if something is given for them. *parts* replaces or adds any."""
    contents = {"document": f"<w:document {_W}><w:body>{body}<w:sectPr/></w:body></w:document>"}
    for name, root, inner in (
        ("styles", "styles", styles),
        ("numbering", "numbering", numbering),
        ("footnotes", "footnotes", footnotes),
        ("endnotes", "endnotes", endnotes),
    ):
        if inner:
            contents[name] = f"<w:{root} {_W}>{inner}</w:{root}>"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_CONTENT}{_MAIN.get(name, name + "+xml")}"/>' for name in contents
    )
    related = "".join(
        f'<Relationship Id="p{name}" Type="{_TYPE}{name}" Target="{name}.xml"/>' for name in contents if name != "document"
    )
    package = "http://schemas.openxmlformats.org/package/2006/"
    usual = (("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"), ("png", "image/png"))
    defaults = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in usual)
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{package}content-types">{defaults}{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}relationships">'
        f'<Relationship Id="r1" Type="{_TYPE}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}relationships">{related}{relations}</Relationships>',
        **{f"word/{name}.xml": content for name, content in contents.items()},
        **parts,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()
