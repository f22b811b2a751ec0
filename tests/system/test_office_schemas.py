"""Documents, decks and workbooks follow the schemas of Office Open XML, and what Office asks for beyond them."""

from __future__ import annotations

import functools
import json
import pathlib
import subprocess
import zipfile

import pytest

from propsummary import build, read
from propsummary.document import Document
from propsummary.renderers import renderer
from rich_summaries import logistics, order, pictures

pytestmark = pytest.mark.system

ROOT = pathlib.Path(__file__).parent.parent.parent
#: The first edition that knows titles of tables, which screen readers tell; and the newest.
EDITIONS = ("Office2010", "Microsoft365")


def _faults(file: pathlib.Path, edition: str) -> list[str]:
    """What Microsoft's Open XML SDK, which scripts/install-system.sh fetches, finds in *file*."""
    (program, *_) = ROOT.glob("build/ooxml-validator-*/package/ooxml-validator")
    done = subprocess.run([program, str(file), edition], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode in (0, 1), done.stderr
    return [f"{one['path']} {one['xPath']}: {one['description']}" for one in json.loads(done.stdout)["errors"]]


@functools.cache
def _document(name: str) -> Document:
    if name.startswith("rich"):
        return build(order() if name == "rich order" else logistics(), draft=True)
    return build(read(ROOT / "examples" / f"{name}.yaml"), language="en" if name == "logistics-2025" else "zh")


@pytest.mark.parametrize("form", ["docx", "pptx", "xlsx"])
@pytest.mark.parametrize("name", ["order-2025", "logistics-2025", "rich order", "rich logistics"])
def test_files_are_valid(name: str, form: str, tmp_path: pathlib.Path) -> None:
    photos = {} if form == "xlsx" else {"assets": pictures()} if name.startswith("rich") else {"folder": ROOT / "examples"}
    file = tmp_path / f"summary.{form}"
    file.write_bytes(renderer(form, **photos).render(_document(name)))  # type: ignore[arg-type]
    assert {edition: _faults(file, edition) for edition in EDITIONS} == {edition: [] for edition in EDITIONS}


def test_the_validator_sees_faults(tmp_path: pathlib.Path) -> None:
    good, bad = tmp_path / "good.docx", tmp_path / "bad.docx"
    good.write_bytes(renderer("docx").render(_document("rich order")))
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"<w:tcW ", b'<w:vAlign w:val="top"/><w:tcW '))
    assert any("unexpected child element" in fault for fault in _faults(bad, "Office2010"))
