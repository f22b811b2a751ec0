"""Whole files held against what they looked like last time (``pytest --update-golden`` writes them anew)."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Callable

import pytest

from propsummary.document import Language, build
from propsummary.model import Summary
from propsummary.renderers import renderer
from rich_summaries import logistics, order

GOLDEN = pathlib.Path(__file__).parent / "golden"
SUMMARIES = {"order": order(), "logistics": logistics()}


@pytest.mark.parametrize("name", ["text", "markdown", "html", "json"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("summary", SUMMARIES)
def test_file_looks_as_before(summary: str, language: Language, name: str, golden: Callable[[pathlib.Path, str], None]) -> None:
    renders = renderer(name)
    content = renders.render(_document(SUMMARIES[summary], language)).decode()
    content = re.sub(r"<style>.*?</style>", "<style>…</style>", content, flags=re.S)
    golden(GOLDEN / f"{summary}.{language}{renders.suffix}", content)


def _document(summary: Summary, language: Language):  # type: ignore[no-untyped-def]
    """The logistics department hands in a draft, so that both looks are covered."""
    return build(summary, language=language, draft=not summary.title)
