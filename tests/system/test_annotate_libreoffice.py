"""Comments that we write into Word files, as LibreOffice reads them."""

from __future__ import annotations

import itertools
import pathlib
import shutil
import subprocess
import zipfile

import pytest
from lxml import etree

from propsummary import check, read
from propsummary.drafts.word import outline
from propsummary.edits.annotate import annotate
from propsummary.problems import Report

pytestmark = pytest.mark.system

CASE = pathlib.Path(__file__).parents[1] / "cases" / "prose" / "p12_logistics_2025_styles.docx"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="module")
def report() -> Report:
    return check(read(CASE))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, report: Report) -> pathlib.Path:
    """The file and its annotated copy, each as LibreOffice saves it: as OpenDocument, as text, as Word file again."""
    made = tmp_path_factory.mktemp("annotated")
    plain, annotated = made / "plain.docx", made / "annotated.docx"
    plain.write_bytes(CASE.read_bytes())
    annotated.write_bytes(annotate(CASE.read_bytes(), report))
    office = shutil.which("soffice") or shutil.which("libreoffice") or "soffice"
    for kind, out in (("odt", made), ("txt:Text (encoded):UTF8", made), ("docx:MS Word 2007 XML", made / "again")):
        command = [office, f"-env:UserInstallation={(made / 'profile').as_uri()}", "--headless", "--convert-to", kind]
        subprocess.run([*command, "--outdir", out, plain, annotated], check=True, capture_output=True, timeout=180)
    return made


def content(file: pathlib.Path) -> etree._Element:
    with zipfile.ZipFile(file) as package:
        return etree.fromstring(package.read("content.xml"))


def test_every_comment_is_read_with_its_author(folder: pathlib.Path, report: Report) -> None:
    comments = list(content(folder / "annotated.odt").iter(f"{OFFICE}annotation"))
    assert len(comments) == len(report) > 5
    assert {comment.findtext(f"{DC}creator") for comment in comments} == {"propsummary"}
    said = ["".join(comment.itertext()) for comment in comments]
    for problem in report:
        assert any(problem.code in one and problem.message in one for one in said)


def test_comments_stand_on_their_words(folder: pathlib.Path, report: Report) -> None:
    """Of a deadline that is none LibreOffice marks just these words."""
    root = content(folder / "annotated.odt")
    (comment,) = (one for one in root.iter(f"{OFFICE}annotation") if "CTM004" in "".join(one.itertext()))
    name = comment.get(f"{OFFICE}name")
    (end,) = (one for one in root.iter(f"{OFFICE}annotation-end") if one.get(f"{OFFICE}name") == name)
    between = comment.tail or ""
    for element in itertools.takewhile(lambda element: element is not end, comment.itersiblings()):
        between += "".join(element.itertext()) + (element.tail or "")
    assert between == "逐步推进"


def test_the_text_is_the_same(folder: pathlib.Path) -> None:
    plain, annotated = ((folder / f"{name}.txt").read_text(encoding="utf-8-sig") for name in ("plain", "annotated"))
    assert annotated == plain
    assert len(plain) > 1000


def test_it_reads_the_same_after_libreoffice_has_saved_it(folder: pathlib.Path) -> None:
    """The words, their headings and counted numbers; and the comments are still there."""
    plain, annotated = ((folder / "again" / f"{name}.docx").read_bytes() for name in ("plain", "annotated"))
    assert [words.text for words in outline(annotated).words()] == [words.text for words in outline(plain).words()]
    assert "word/comments.xml" in zipfile.ZipFile(folder / "again" / "annotated.docx").namelist()
