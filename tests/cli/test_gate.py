"""``propsummary gate``."""

from __future__ import annotations

import functools
import io
import json
import pathlib
import re
import sys
import zipfile

import pytest

import propsummary
from propsummary.cli import main

DRAFT = pathlib.Path(__file__).parents[2] / "examples" / "order-2025.yaml"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(name: str, text: str) -> str:
    pathlib.Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_rendered_draft_passes(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("总结.html").write_bytes(propsummary.render(propsummary.read(DRAFT), "html"))
    assert main(["gate", str(DRAFT), "总结.html"]) == 0
    assert capsys.readouterr().out.startswith("数字全部对得上")


def test_what_owners_are_not_told_is_not_lost() -> None:
    pathlib.Path("公示.html").write_bytes(propsummary.render(propsummary.read(DRAFT), "html", audience="owners"))
    assert main(["gate", str(DRAFT), "公示.html"]) == 1
    assert main(["gate", str(DRAFT), "公示.html", "--audience", "owners"]) == 0


def test_a_changed_figure_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", _write("a.txt", "投诉29件。"), _write("b.md", "投诉**28件**。")]) == 1
    assert capsys.readouterr().out.startswith("改了  29件 → 28件\n")
    assert main(["gate", "--lang", "en", "a.txt", "b.md"]) == 1
    assert capsys.readouterr().out.startswith("changed  29件 → 28件\n    before (line 1): ")


def test_json_and_html_go_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.txt", "投诉29件。")
    assert main(["gate", "a.txt", "a.txt", "--format", "json", "-o", "out.json"]) == 0
    assert json.loads(pathlib.Path("out.json").read_text(encoding="utf-8"))["ok"] is True
    assert main(["gate", "a.txt", "a.txt", "--format", "html"]) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_a_draft_s_own_line_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """What the draft says once is found in it again, whatever the document puts around it."""
    draft = "部门: 秩序部\n期间: 2025\n成绩:\n  - {编号: a1, 说明: 全年劝离违停1162起。}\n"
    page = propsummary.render(propsummary.loads(draft), "markdown").decode().replace("1162", "1126")
    assert main(["gate", _write("草稿.yaml", draft), _write("润色.md", page)]) == 1
    assert "原文（第4行，" in capsys.readouterr().out


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("投诉29件".encode())))
    assert main(["gate", _write("a.txt", "投诉29件。"), "-"]) == 0


def test_a_draft_on_standard_input_is_a_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told by its keys, since it has no name."""
    pathlib.Path("总结.html").write_bytes(propsummary.render(propsummary.read(DRAFT), "html"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DRAFT.read_bytes())))
    assert main(["gate", "-", "总结.html"]) == 0


def test_drafts_and_documents_may_both_be_json() -> None:
    draft = propsummary.read(DRAFT)
    assert draft.summary is not None
    _write("草稿.json", propsummary.dumps(draft.summary, format="json"))
    pathlib.Path("文稿.json").write_bytes(propsummary.render(draft, "json"))
    assert main(["gate", "草稿.json", "文稿.json"]) == 0


@pytest.mark.parametrize("arguments, said", [
    (["-", "-"], "标准输入只能用一次"),
    (["a.txt", "没有.txt"], "找不到 没有.txt"),
    (["a.txt", "b.pages"], "数字闸门读不了 .pages 文件"),
    (["a.txt", "空.yaml"], "空.yaml 读不出总结"),
    (["a.txt", "a.txt", "-o", "a.txt"], "a.txt 就是草稿本身"),
])  # fmt: skip
def test_misuse_is_told_in_a_sentence(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.txt", "投诉29件。")
    _write("空.yaml", "")
    assert main(["gate", *arguments]) == 2
    assert said in capsys.readouterr().err


# Files of Office and PDF, as the draft gives them and as people hand them back


@functools.cache
def _rendered(to: str) -> bytes:
    return propsummary.render(propsummary.loads(_SUMMARY), to)


_SUMMARY = """
部门: 秩序部
期间: 2025
指标:
  - {编号: m1, 名称: 秩序类投诉, 数值: 29件, 上期值: 38件}
  - {编号: m2, 名称: 巡更到位率, 数值: 98.6%, 上期值: 97.1%}
成绩:
  - {编号: a1, 标题: 访客接待, 说明: 全年接待访客1.2万人次，没有一起差错。}
  - {编号: a2, 标题: 培训演练, 说明: 全年组织培训24次、消防演练4次。}
"""


def _polished(*exchanges: tuple[str, str]) -> str:
    """The Word file after somebody has exchanged words in it (patterns of its XML), and its name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_rendered("docx"))) as source, zipfile.ZipFile(stream, "w") as target:
        for part in source.namelist():
            content = source.read(part)
            if part == "word/document.xml":
                text = content.decode()
                for old, new in exchanges:
                    text, times = re.subn(old, new, text, flags=re.DOTALL)
                    assert times
                content = text.encode()
            target.writestr(part, content)
    return _file("润色.docx", stream.getvalue())


def _file(name: str, content: bytes) -> str:
    pathlib.Path(name).write_bytes(content)
    return name


@pytest.mark.parametrize("to", ["docx", "pptx", "xlsx", "pdf"])
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_rendered_files_pass(to: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", _write("草稿.yaml", _SUMMARY), _file(f"总结.{to}", _rendered(to)), "--format", form]) == 0
    out = capsys.readouterr().out
    if form == "json":
        data = json.loads(out)
        assert data["ok"] is True
        assert data["counts"]["unchanged"] >= 8
        assert all(figure["after"]["place"] for figure in data["figures"])
    else:
        assert "数字全部对得上" in out


def test_two_rendered_files_can_be_held_against_each_other() -> None:
    assert main(["gate", _file("总结.docx", _rendered("docx")), _file("总结.pdf", _rendered("pdf"))]) == 0


@pytest.mark.parametrize("before", ["草稿.yaml", "总结.docx"])
def test_one_figure_changed_in_word_fails(before: str, capsys: pytest.CaptureFixture[str]) -> None:
    _write("草稿.yaml", _SUMMARY)
    _file("总结.docx", _rendered("docx"))
    assert main(["gate", before, _polished(("24次", "42次"))]) == 1
    out = capsys.readouterr().out
    assert out.startswith("改了  24次 → 42次\n")
    assert "现文（第" in out
    assert "改了 1" in out


def test_a_row_dropped_in_word_fails(capsys: pytest.CaptureFixture[str]) -> None:
    row = "<w:tr>(?:(?!</w:tr>).)*秩序类投诉(?:(?!</w:tr>).)*29件(?:(?!</w:tr>).)*</w:tr>"
    assert main(["gate", _write("草稿.yaml", _SUMMARY), _polished((row, "")), "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    lost = [figure["before"]["text"] for figure in data["figures"] if figure["fate"] == "lost"]
    assert {"29件", "38件"} <= set(lost)
    assert data["counts"]["changed"] == data["counts"]["new"] == 0


def test_a_figure_in_other_words_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", _write("草稿.yaml", _SUMMARY), _polished(("1.2万人次", "12000人次")), "--format", "html"]) == 0
    out = capsys.readouterr().out
    assert '<tr class="reworded">' in out
    assert "<mark>12000人次</mark>" in out


@pytest.mark.parametrize("to", ["docx", "pptx", "xlsx", "pdf"])
@pytest.mark.parametrize("language, said", [("zh", "打不开"), ("en", "cannot be opened")])
def test_a_broken_file_is_told_in_a_sentence(to: str, language: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.txt", "投诉29件。")
    assert main(["gate", "a.txt", _file(f"总结.{to}", _rendered(to)[:900]), "--lang", language]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "SHP001" in err
    assert "Traceback" not in err
