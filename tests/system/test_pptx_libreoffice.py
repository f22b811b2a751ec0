"""Decks in another office suite: LibreOffice opens them, shows every slide, and all that is on it."""

from __future__ import annotations

import pathlib
import re
import shutil
import subprocess

import pptx
import pytest

from plain_words import squeezed
from propsummary import build, read
from propsummary.document import Heading, Language
from propsummary.renderers.pptx import PptxRenderer

pytestmark = pytest.mark.system

ROOT = pathlib.Path(__file__).parent.parent.parent


def _converted(file: pathlib.Path, kind: str) -> pathlib.Path:
    office = shutil.which("soffice") or shutil.which("libreoffice") or "soffice"
    profile = (file.parent / "profile").as_uri()
    options = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", str(file.parent / "out")]
    subprocess.run([office, *options, str(file)], check=True, capture_output=True, timeout=180)
    return file.parent / "out" / f"{file.stem}.{kind}"


def _shown(pdf: pathlib.Path) -> list[str]:
    """The text of each page, without blanks."""
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return [squeezed(page) for page in text.split("\f")[:-1]]


@pytest.mark.parametrize("name, language", [("order-2025", "zh"), ("logistics-2025", "en")])
def test_every_slide_is_shown_with_its_words(name: str, language: Language, tmp_path: pathlib.Path) -> None:
    draft = ROOT / "examples" / f"{name}.yaml"
    document = build(read(draft), language=language, draft=True)
    file = tmp_path / f"{name}.pptx"
    file.write_bytes(PptxRenderer(folder=draft.parent).render(document))
    pages, slides = _shown(_converted(file, "pdf")), list(pptx.Presentation(str(file)).slides)
    assert len(pages) == len(slides)
    for number, (page, slide) in enumerate(zip(pages, slides, strict=True), 1):
        title = slide.shapes.title
        assert title is not None
        assert squeezed(title.text) in page, f"slide {number}"
        assert number == 1 or page.endswith(str(number)) or str(number) in page
    whole = "".join(pages)
    sections = [squeezed(block.text) for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert [one for one in sections if one not in whole] == []
    printed = {figure for slide in slides for shape in slide.shapes if shape.has_table for figure in _figures(shape.table)}
    assert len(printed) > 30
    assert [figure for figure in printed if figure not in whole] == []


def _figures(table: pptx.table.Table) -> set[str]:
    return {figure for row in table.rows for cell in row.cells for figure in re.findall(r"(?<![\d.])\d+\.\d+%", cell.text)}


def test_charts_pictures_and_notes_survive_being_saved_by_another_program(tmp_path: pathlib.Path) -> None:
    draft = ROOT / "examples" / "order-2025.yaml"
    file = tmp_path / "order.pptx"
    file.write_bytes(PptxRenderer(folder=draft.parent).render(build(read(draft))))
    before, after = pptx.Presentation(str(file)), pptx.Presentation(str(_converted(file, "pptx")))

    def count(deck: pptx.presentation.Presentation) -> tuple[int, int, int]:
        shapes = [shape for slide in deck.slides for shape in slide.shapes]
        return sum(s.has_chart for s in shapes), sum(s.shape_type == 13 for s in shapes), sum(s.has_table for s in shapes)

    assert count(after) == count(before)
    assert all(count(before))
    assert all(slide.has_notes_slide for slide in after.slides)
