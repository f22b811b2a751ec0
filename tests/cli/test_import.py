"""``propsummary import``."""

from __future__ import annotations

import io
import pathlib
import sys

import pytest

from propsummary import read
from propsummary.cli import main

CASES = pathlib.Path(__file__).parents[1] / "cases"
WORD = CASES / "prose" / "p12_logistics_2025_styles.docx"
TEXT = """\
秩序部2025年6月工作总结
一、存在的问题
1、东门岗夜间车辆排队超过8分钟共17次，原因是识别相机已用满7年。
二、其他
业主电话13800138000，请公司协调。
"""


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pathlib.Path("总结.docx").write_bytes(WORD.read_bytes())
    pathlib.Path("总结.txt").write_text(TEXT, encoding="gb18030")


def test_a_word_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "总结.docx", "-o", "draft.yaml"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "\n已写到 draft.yaml\n读到：" in err
    assert "问题 4、措施 4、目标 5" in err
    draft = read("draft.yaml")
    assert draft.problems == ()
    assert draft.summary == read("总结.docx").summary
    assert "\n  # 总结.docx：三、存在的问题，第2段\n  - 编号: i2\n" in pathlib.Path("draft.yaml").read_text(encoding="utf-8")


def test_to_the_screen_with_what_was_left_over(capsys: pytest.CaptureFixture[str]) -> None:
    """What the writer wrote stays in the draft; what is shown of it beside names nobody's number."""
    assert main(["import", "总结.txt"]) == 0
    out, err = capsys.readouterr()
    assert "13800138000" in out
    assert "\n  # 总结.txt 第3行\n  - 编号: i1\n" in out
    assert err.endswith(
        "读到：问题 1\n归不进任何一项、原样留在“正文”里的有 1 段：\n    总结.txt 第5行：业主电话138******00，请公司协调。\n"
    )


def test_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "总结.txt", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert "\nissues:\n  # 总结.txt line 3\n  - id: i1\n" in out
    assert "\nfound: issues 1\npassages that belong to no entry and were kept as text (sections): 1\n" in err


def test_from_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["import", "-", "--input-format", "text"]) == 0
    assert "# 标准输入 第3行" in capsys.readouterr().out


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_what_is_there_stays(force: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Another file only with --force, the summary itself never."""
    pathlib.Path("draft.yaml").write_text("部门: 客服部\n", encoding="utf-8")
    assert main(["import", "总结.docx", "-o", "draft.yaml", *force]) == (0 if force else 2)
    before = pathlib.Path("总结.docx").read_bytes()
    assert main(["import", "总结.docx", "-o", "总结.docx", *force]) == 2
    assert "总结.docx 已经有了" in capsys.readouterr().err
    assert pathlib.Path("总结.docx").read_bytes() == before


@pytest.mark.parametrize("name", ["草稿.yaml", "草稿.json", "草稿.toml"])
def test_a_draft_needs_no_importing(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path(name).write_text("{}", encoding="utf-8")
    assert main(["import", name]) == 2
    assert capsys.readouterr().err == f"propsummary: {name} 已经是草稿；要换格式请用 propsummary convert\n"


def test_a_text_that_is_no_summary(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("随笔.txt").write_text("今天天气很好。\n", encoding="utf-8")
    assert main(["import", "随笔.txt", "-o", "draft.yaml"]) == 1
    assert "SHP002" in capsys.readouterr().err
    assert not pathlib.Path("draft.yaml").exists()


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "没有.docx"]) == 2
    assert capsys.readouterr().err == "propsummary: 找不到 没有.docx\n"
