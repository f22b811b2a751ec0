"""What a deck, a calendar, a list of tasks and a workbook say once more: in the same words with the same figures."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

import propsummary
from propsummary.gating import gate
from propsummary.renderers import renderer

_DRAFT = propsummary.loads("""
部门: 秩序部
期间: 2025
成绩:
  - {编号: a1, 标题: 培训演练, 说明: 全年组织岗位培训24次、消防演练4次。}
问题:
  - {编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次, 原因: [{维度: 技术设备, 说明: 识别相机已用满7年}]}
措施:
  - {编号: c1, 类别: 技术设备, 针对: [i1], 内容: 更换东门识别相机12台和补光灯30盏, 责任人: 周明（秩序主管）, 完成时限: 2026-03-31,
     成果物: 验收单, 验证方式: 连续两周夜间抽查识别率不低于97%}
""")
_SWAPPED = {"24次": "4次", "4次": "24次", "12台": "30台", "30盏": "12盏"}
_PATTERN = re.compile("24次|(?<!2)4次|12台|30盏")


def _exchanged(content: bytes) -> bytes:
    """The file with the figures of both sentences exchanged wherever they stand."""
    if not content.startswith(b"PK"):
        return _swapped(content)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for part in source.namelist():
            target.writestr(part, _swapped(source.read(part)) if part.endswith(".xml") else source.read(part))
    return stream.getvalue()


def _swapped(content: bytes) -> bytes:
    return _PATTERN.sub(lambda match: _SWAPPED[match[0]], content.decode()).encode()


@pytest.mark.parametrize("name", ["pptx", "ics", "csv", "xlsx"])
def test_figures_that_change_places_have_changed(name: str) -> None:
    """Each value is still there, but in another sentence than before."""
    content = renderer(name).render(propsummary.document.build(_summary()))
    assert [fault for fault in gate(_DRAFT, content, after_format=name).faults if fault.fate != "lost"] == []
    report = gate(_DRAFT, _exchanged(content), after_format=name)
    changed = {(fault.before and fault.before.text, fault.after and fault.after.text) for fault in report.of("changed")}
    assert changed >= {("12台", "30台"), ("30盏", "12盏")}
    assert name in ("ics", "csv") or changed >= {("24次", "4次"), ("4次", "24次")}


def test_they_are_found_from_the_other_side_too() -> None:
    content = renderer("pptx").render(propsummary.document.build(_summary()))
    text = renderer("text").render(propsummary.document.build(_summary()))
    assert gate(content, text).ok
    report = gate(_exchanged(content), text)
    assert {(fault.before and fault.before.text) for fault in report.of("changed")} == {*_SWAPPED.values(), "4次"}


def test_the_same_figures_in_other_words_are_no_fault() -> None:
    content = renderer("ics").render(propsummary.document.build(_summary())).decode()
    assert "12台" in content
    assert gate(_DRAFT, content.replace("12台", "十二台")).of("changed") == ()


def _summary() -> propsummary.Summary:
    assert _DRAFT.summary is not None
    return _DRAFT.summary
