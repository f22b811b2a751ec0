"""Word documents in another office suite: LibreOffice opens them, lays them out, and prints all that is in them."""

from __future__ import annotations

import pathlib
import re
import shutil
import subprocess

import docx
import pytest

from plain_words import of_document, squeezed
from propsummary import build, read
from propsummary.document import Heading, Language
from propsummary.renderers.docx import DocxRenderer

pytestmark = pytest.mark.system

ROOT = pathlib.Path(__file__).parent.parent.parent
PAGES = range(12, 45)


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
def test_everything_is_printed(name: str, language: Language, tmp_path: pathlib.Path) -> None:
    draft = ROOT / "examples" / f"{name}.yaml"
    document = build(read(draft), language=language, draft=True)
    file = tmp_path / f"{name}.docx"
    file.write_bytes(DocxRenderer(folder=draft.parent).render(document))
    pages = _shown(_converted(file, "pdf"))
    assert len(pages) in PAGES
    assert all(re.sub(r"\W|\d", "", page) for page in pages)
    words = "第{}页共{}页" if language == "zh" else "Page{}of{}"
    assert words.format(1, len(pages)) not in "".join(pages)
    assert all(words.format(n, len(pages)) in page for n, page in enumerate(pages, 1) if n > 1)
    heads = [squeezed(block.title) for block in document.blocks if isinstance(block, Heading)]
    assert [head for head in heads if head not in "".join(pages)] == []
    figures = {f for piece in of_document(document) for f in re.findall(r"(?<![\d.])\d+\.\d+%", piece)}
    assert len(figures) > 30
    assert [figure for figure in figures if figure not in "".join(pages)] == []


def test_charts_and_pictures_survive_being_saved_by_another_program(tmp_path: pathlib.Path) -> None:
    draft = ROOT / "examples" / "order-2025.yaml"
    file = tmp_path / "order.docx"
    file.write_bytes(DocxRenderer(folder=draft.parent).render(build(read(draft))))
    before, after = docx.Document(str(file)), docx.Document(str(_converted(file, "docx")))

    def kinds(word: docx.document.Document, ending: str) -> int:
        return sum(relation.reltype.endswith(ending) for relation in word.part.rels.values())

    assert kinds(after, "/chart") == kinds(before, "/chart") >= 3
    assert kinds(after, "/image") == kinds(before, "/image") >= 4
    assert len(after.tables) == len(before.tables)
