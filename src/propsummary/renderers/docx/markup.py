"""WordprocessingML as text: what is put in is escaped here and nowhere else."""

from __future__ import annotations

from propsummary.renderers.office.xml import quoted

__all__ = ["NAMESPACES", "bookmarked", "cell", "field", "linked", "paragraph", "run", "words"]

#: Declarations for the root of every part that is written here.
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ("c", "http://schemas.openxmlformats.org/drawingml/2006/chart"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
    )
)


def words(text: str) -> str:
    """*text* inside a run, its line breaks kept."""
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in quoted(text).split("\n"))


def run(text: str, style: str = "") -> str:
    """A run, in the character style with the id *style*; nothing if there is no text."""
    if not text:
        return ""
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{words(text)}</w:r>' if style else f"<w:r>{words(text)}</w:r>"


def paragraph(style: str, content: str = "", properties: str = "") -> str:
    """
    A paragraph in the style with the id *style*.

    Args:
        properties: What else its ``w:pPr`` holds, in the order of the schema.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def cell(width: int, content: str, properties: str = "") -> str:
    """A cell of a table, *width* twentieths of a point wide; *content* are paragraphs."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def field(instruction: str, result: str, *, dirty: bool = False) -> str:
    """
    A field.

    Args:
        result: Runs that are shown until the field is updated.

        dirty: Whether the reader's program shall update it on opening.
    """
    mark = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{mark}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {quoted(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmarked(name: str, number: int, content: str) -> str:
    """*content* under a name that links and fields lead to; *number* is unique in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def linked(name: str, content: str) -> str:
    """*content* that leads to the bookmark *name*."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'
