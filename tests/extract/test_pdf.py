"""PDF files that nobody tagged."""

from __future__ import annotations

import io

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from propsummary.errors import UnreadableFileError
from propsummary.extract import extract
from propsummary.extract._pdf_text import Marked, joined


def _written(*pages: tuple[str, ...]) -> pypdf.PdfWriter:
    """A file without tags, each page with its lines from top to bottom."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject(
        {
            NameObject(f"/{key}"): NameObject(f"/{name}")
            for key, name in (("Type", "Font"), ("Subtype", "Type1"), ("BaseFont", "Helvetica"))
        }
    )
    for lines in pages:
        page = writer.add_blank_page(width=595, height=842)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
        stream = DecodedStreamObject()
        told = "".join(f"({line}) Tj 0 -20 Td\n" for line in lines)
        stream.set_data(f"BT /F1 12 Tf 72 760 Td\n{told}ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    return writer


def _bytes(writer: pypdf.PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_lines_are_read_with_their_page() -> None:
    pieces = extract(_bytes(_written(("29 complaints were settled.",), ("24 drills were held.",))))
    assert [(piece.text, piece.place and piece.place.zh) for piece in pieces] == [
        ("29 complaints were settled.", "第1页"),
        ("24 drills were held.", "第2页"),
    ]


def test_what_stands_on_most_pages_runs_along() -> None:
    """Also where it counts the pages."""
    told = ("29 complaints.", "24 drills.", "12 lamps.", "8 pumps.")
    pages = [("Annual summary, 286 households", text, f"Page {number} of 4") for number, text in enumerate(told, 1)]
    assert [piece.text for piece in extract(_bytes(_written(*pages)))] == [*told]


def test_a_password_that_is_empty_opens_a_file() -> None:
    writer = _written(("29 complaints were settled.",))
    writer.encrypt("", "owner", algorithm="RC4-128")
    assert [piece.text for piece in extract(_bytes(writer), "pdf")] == ["29 complaints were settled."]


def test_a_locked_file_is_refused() -> None:
    writer = _written(("29 complaints were settled.",))
    writer.encrypt("secret", algorithm="RC4-128")
    with pytest.raises(UnreadableFileError, match="SHP001"):
        extract(_bytes(writer), "pdf")


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("检测表每月5", "日前交换", "检测表每月5日前交换"),
        ("全年共 1,268", "户", "全年共 1,268户"),
        ("每月5日", "前交换", "每月5日前交换"),
        ("位于12", "号楼", "位于12号楼"),
        ("Sample size: 812", "第三方满意度调查", "Sample size: 812 第三方满意度调查"),
        ("样本：812", "第三方满意度调查", "样本：812 第三方满意度调查"),
        ("共29", "24", "共29 24"),
        ("by the", "end", "by the end"),
    ],
)
def test_lines_of_a_paragraph_are_joined(before: str, after: str, text: str) -> None:
    first, second = (Marked(text=one, top=top, bottom=top, size=10) for one, top in ((before, 100), (after, 80)))
    assert joined(first, second).text == text
