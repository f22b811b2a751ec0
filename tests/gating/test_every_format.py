"""Every renderer is held against the summary that it renders."""

from __future__ import annotations

import functools
import pathlib
import zipfile
from collections.abc import Iterator

import pytest

import propsummary
from propsummary.document import Document, build
from propsummary.errors import UnreadableFileError
from propsummary.extract import EXTRACTORS
from propsummary.gating import Fate, gate, gate_text
from propsummary.problems import Language
from propsummary.renderers import renderer, renderers
from rich_summaries import logistics, order

_EXAMPLES = pathlib.Path(__file__).parents[2] / "examples"
_RICH = {"order": order, "logistics": logistics}
#: What takes long to write and to read: each summary in one language, so that every format is read in both.
_SLOW = {"pptx", "pdf"}
#: What the examples are held against elsewhere, all of them.
_QUICK = {"text", "markdown", "html", "json"}


@functools.cache
def _document(name: str, language: Language) -> Document:
    summary = _RICH[name]() if name in _RICH else propsummary.read(_EXAMPLES / f"{name}.yaml").summary
    assert summary is not None
    return build(summary, language=language, draft=True)


@functools.cache
def _rendered(name: str, language: Language, to: str) -> bytes:
    return renderer(to).render(_document(name, language))


def _cases() -> Iterator[tuple[str, Language, str]]:
    for number, name in enumerate(("order", "order-2025", "logistics", "logistics-2025")):
        for to in renderers():
            if name in _RICH or to not in _QUICK:
                told: Language = "zh" if number % 2 == (to == "pdf") else "en"
                languages: tuple[Language, ...] = (told,) if to in _SLOW else ("zh", "en")
                yield from ((name, language, to) for language in languages)
    yield from (("order", "zh-Hant", to) for to in renderers() if to not in _SLOW)


_CASES = tuple(_cases())


def test_every_format_that_is_written_can_be_read() -> None:
    assert len(renderers()) >= 8
    assert set(renderers()) <= set(EXTRACTORS)
    assert {(to, language) for _, language, to in _CASES} >= {(to, language) for to in renderers() for language in ("zh", "en")}


@pytest.mark.parametrize("name, language, to", _CASES)
def test_every_figure_is_accounted_for(name: str, language: Language, to: str) -> None:
    report = gate(_document(name, language), _rendered(name, language, to), after_format=to)
    assert [(one.fate.value, one.before and one.before.sentence, one.after and one.after.sentence) for one in report.faults] == []
    assert report.counts["unchanged"] > (2 if report.tasks_only else 70)
    assert report.tasks_only == (to in ("csv", "ics"))


@pytest.mark.parametrize("to", ["docx", "xlsx", "ics"])
def test_the_format_is_told_from_the_bytes(to: str) -> None:
    content = _rendered("order", "zh", to)
    assert gate(order(), content).entries == gate(order(), content, after_format=to).entries


def _replaced(package: bytes, old: str, new: str) -> bytes:
    """The package with *old* in its first part that says it replaced once."""
    import io

    out, left = io.BytesIO(), 1
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w") as target:
        for part in source.namelist():
            content = source.read(part)
            if left and old.encode() in content:
                content, left = content.replace(old.encode(), new.encode(), 1), 0
            target.writestr(part, content)
    assert left == 0
    return out.getvalue()


def test_one_figure_changed_in_word_is_found_with_its_place() -> None:
    content = _rendered("order", "zh", "docx")
    report = gate(order(), _replaced(content, "24次", "42次"))
    (fault,) = report.faults
    assert (fault.fate, fault.before and fault.before.text, fault.after and fault.after.text) == (Fate.CHANGED, "24次", "42次")
    assert "段" in gate_text(report)
    assert "paragraph" in gate_text(report, language="en")


def test_one_number_changed_in_a_sheet_that_is_worked_with_is_found() -> None:
    """The sheet only says again what the full report says, in the same row and column."""
    content = _rendered("order", "zh", "xlsx")
    report = gate(order(), _replaced(content, "<v>0.986</v>", "<v>0.9123</v>"))
    assert [(one.fate, one.after and one.after.text) for one in report.faults] == [(Fate.CHANGED, "91.2%")]
    assert "!" in gate_text(report)


def test_one_number_changed_in_a_native_chart_is_found() -> None:
    content = _rendered("order", "zh", "docx")
    report = gate(order(), _replaced(content, "<c:v>92.4</c:v>", "<c:v>99.4</c:v>"))
    assert [(one.fate, one.after and one.after.text) for one in report.faults] == [(Fate.CHANGED, "99.4%")]


@pytest.mark.parametrize("name", ["docx", "xlsx", "pptx", "pdf"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7\n%%EOF", b"<html>"], ids=["empty", "zip", "pdf", "html"])
def test_broken_files_are_refused(name: str, content: bytes) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        gate("", content, after_format=name)
    assert caught.value.code == "SHP001"


def test_a_cut_off_file_is_refused() -> None:
    content = _rendered("order", "zh", "docx")
    with pytest.raises(UnreadableFileError, match="SHP001"):
        gate(order(), content[: len(content) // 2])
