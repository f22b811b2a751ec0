"""The form in Excel, filled in with another program and saved by LibreOffice, its own format in between."""

from __future__ import annotations

import io
import pathlib
import shutil
import subprocess

import openpyxl
import pytest

from propsummary.drafts.workbook import read_workbook
from propsummary.edits.workbook import new_workbook, to_workbook
from propsummary.serde import dumps
from rich_summaries import order

pytestmark = pytest.mark.system

CELLS = {
    "概况": {"B3": "2025年秩序部工作总结", "B9": "2026-01-05", "B10": "周明"},
    "指标": {"D5": "巡更到位率", "E5": "98.6%"},
    "问题": {"C5": "东门岗夜间排队超过8分钟共17次", "D5": "相机老化", "E5": "技术设备", "D6": "夜班缺编"},
    "措施": {"D5": "更换东门两台识别相机", "F5": "周明（秩序主管）", "G5": "2026年3月底前", "D40": "补光"},
}


def saved_by_libreoffice(content: bytes, folder: pathlib.Path) -> bytes:
    """*content* opened by LibreOffice, saved in its own format, opened again and saved for Excel."""
    for source, target in (("xlsx", "ods"), ("ods", "xlsx")):
        if source == "xlsx":
            (folder / "form.xlsx").write_bytes(content)
        command = [shutil.which("soffice") or "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", target, "--outdir", str(folder / target), str(folder / f"form.{source}")]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        shutil.copy(folder / target / f"form.{target}", folder / f"form.{target}")
    return (folder / "form.xlsx").read_bytes()


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The order department's form, filled in and saved by LibreOffice."""
    workbook = openpyxl.load_workbook(io.BytesIO(new_workbook("order", period="2025")))
    for sheet, cells in CELLS.items():
        for cell, text in cells.items():
            workbook[sheet][cell] = text
    out = io.BytesIO()
    workbook.save(out)
    return saved_by_libreoffice(out.getvalue(), tmp_path_factory.mktemp("form"))


def test_what_was_filled_in_is_read(form: bytes) -> None:
    draft = read_workbook(form)
    assert draft.problems == ()
    summary = draft.summary
    assert summary is not None
    assert (summary.title, summary.author, str(summary.prepared_on)) == ("2025年秩序部工作总结", "周明", "2026-01-05")
    assert summary.metrics[0].value is not None
    assert (summary.metrics[0].name, summary.metrics[0].value.text) == ("巡更到位率", "98.6%")
    assert [cause.statement for cause in summary.issues[0].root_causes] == ["相机老化", "夜班缺编"]
    first, second = summary.countermeasures
    assert (first.statement, first.deadline and first.deadline.text) == ("更换东门两台识别相机", "2026年3月底前")
    assert second.statement == "补光"
    span = draft.spans.value(("countermeasures", 1, "statement"))
    assert span is not None
    assert span.place == "措施!D40"


def test_lists_and_protection_survive(form: bytes) -> None:
    page = openpyxl.load_workbook(io.BytesIO(form))["措施"]
    rules = {str(rule.sqref).partition(":")[0]: rule for rule in page.data_validations.dataValidation}
    assert rules["E5"].type == "list"
    assert "制度流程" in rules["E5"].formula1
    assert "问题" in rules["C5"].formula1
    assert page.protection.sheet
    assert page["B2"].protection.locked
    assert not page["D40"].protection.locked


def test_a_whole_summary_survives(tmp_path: pathlib.Path) -> None:
    draft = read_workbook(saved_by_libreoffice(to_workbook(order()), tmp_path))
    assert draft.problems == ()
    assert draft.summary is not None
    assert dumps(draft.summary) == dumps(order())
