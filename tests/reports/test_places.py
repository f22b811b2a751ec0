"""Reports of files without lines: a Word file's problems are found by heading and paragraph, a workbook's by sheet and cell."""

from __future__ import annotations

import html
import json
import pathlib
import re
from xml.etree import ElementTree

import pytest

from propsummary import check, loads
from propsummary.cli import main
from propsummary.problems import Problem, Report, Severity, Span, Waived
from propsummary.reports import REPORTERS, reporter
from propsummary.reports.html import report_html
from propsummary.reports.text import report_text
from sample_reports import problem

WORD = pathlib.Path(__file__).parents[1] / "cases" / "prose" / "p12_logistics_2025_styles.docx"
PLACE = "三、存在的问题，第4段"
PARAGRAPHS = "后勤部2025年工作总结\n三、存在的问题\n\n4. 部分流程不够优化，联系13812345678。\n四、改进措施\n"


def in_word() -> Problem:
    span = Span(file="总结.docx", line=4, column=4, end_line=4, end_column=12, place=PLACE)
    return problem("/issues/0", span=span)


def in_excel(cell: str = "措施!D5", line: int = 5) -> Problem:
    return problem("/countermeasures/0", span=Span(file="总结.xlsx", line=line, column=4, end_line=line, end_column=5, place=cell))


def word_report() -> Report:
    return Report(file="总结.docx", problems=(in_word(),))


def excel_report() -> Report:
    return Report(file="总结.xlsx", problems=(in_excel(), in_excel("目标!D7", 7)))


def test_text_shows_the_paragraph_without_a_number_that_nobody_knows() -> None:
    assert report_text(word_report(), sources={"总结.docx": PARAGRAPHS}).splitlines() == [
        f"总结.docx: {PLACE}: 错误 RSK001 东门岗没有写原因",
        "       | 4. 部分流程不够优化，联系138******78。",
        "       |    ^^^^^^^^^^^^^^^^",
        "       = 建议：写出为什么",
        "",
        "1 个错误",
    ]


def test_text_of_a_workbook_names_the_cell() -> None:
    assert report_text(excel_report()).splitlines()[:2] == [
        "总结.xlsx: 措施!D5: 错误 RSK001 东门岗没有写原因",
        "    = 建议：写出为什么",
    ]


def test_the_page_shows_paragraphs_beside_their_problems() -> None:
    page = html.unescape(report_html(word_report(), sources={"总结.docx": PARAGRAPHS}))
    assert f'<a class="place" href="#f1-l4">{PLACE}</a>' in page
    assert re.search(r'id="f1-l4" data-n=""><code>4\. <mark class="error">部分流程不够优化</mark>，联系138\*{6}78。</code>', page)
    assert "第4行" not in page


def test_the_page_counts_the_paragraphs_that_it_folds() -> None:
    source = "标题\n\n" + "一段话。\n" * 12 + "4. 部分流程不够优化。\n"
    at = Span(file="总结.docx", line=15, column=4, end_line=15, end_column=12, place=PLACE)
    page = report_html(Report(file="总结.docx", problems=(problem("/issues/0", span=at),)), sources={"总结.docx": source})
    assert "<summary>11段没有问题</summary>" in page


def test_the_page_of_a_workbook_lists_cells() -> None:
    page = report_html(excel_report())
    assert "<h2>发现的问题</h2>" in page
    assert '<span class="place">措施!D5</span>' in page
    assert "不在某一行上" not in page


def test_a_chat_names_the_place() -> None:
    assert f"\n1. {PLACE}：东门岗没有写原因\n" in reporter("chat")(word_report())
    assert "\n1. 措施!D5: the gate names no cause\n" in reporter("chat")(excel_report(), language="en")


def test_json_has_the_place() -> None:
    (found,) = json.loads(reporter("json")(word_report()))["problems"]
    assert (found["file"], found["line"], found["place"]) == ("总结.docx", 4, PLACE)


def test_sarif_gives_no_lines_to_files_that_have_none() -> None:
    (result,) = json.loads(reporter("sarif")(word_report()))["runs"][0]["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "%E6%80%BB%E7%BB%93.docx"}}
    assert location["message"] == {"text": PLACE}
    assert result["message"]["text"] == f"东门岗没有写原因\n{PLACE}\n写出为什么"


def test_a_code_host_gets_no_line() -> None:
    assert reporter("github")(word_report()) == (
        f"::error file=总结.docx,title=RSK001 sample-rule::东门岗没有写原因%0A{PLACE}%0A写出为什么\n"
    )


def test_junit_names_the_place() -> None:
    failure = ElementTree.fromstring(reporter("junit")(word_report()).encode()).find(".//failure")
    assert failure is not None
    assert (failure.text or "").splitlines()[0] == f"总结.docx: {PLACE}: 错误 RSK001 sample-rule"


@pytest.mark.parametrize("name", REPORTERS)
def test_headings_in_places_are_masked(name: str) -> None:
    """A heading may hold somebody's number as well as any other words."""
    span = Span(file="总结.docx", line=4, column=1, end_line=4, end_column=2, place="一、业主13812345678，第1段")
    one = problem("/issues/0", span=span)
    severe = Report(file="总结.docx", problems=(one,), waived=(Waived(problem=one, reason="已约定"),))
    assert "13812345678" not in reporter(name)(severe)


@pytest.mark.parametrize("name", REPORTERS)
@pytest.mark.parametrize("kind", ["docx", "xlsx", "md", "txt"])
def test_every_format_of_every_kind_of_file(
    kind: str, name: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each names what is wrong and where a person finds it; text files by their lines whatever their encoding."""
    from propsummary.edits.workbook import new_workbook

    monkeypatch.chdir(tmp_path)
    text = "秩序部2025年工作总结\n\n一、存在的问题\n\n1、夜班纪律松散，需要加强。\n"
    content = {
        "docx": WORD.read_bytes,
        "xlsx": lambda: new_workbook("order", period="2025"),
        "md": lambda: text.replace("一、", "## 一、").encode(),
        "txt": lambda: text.encode("gb18030"),
    }[kind]()
    file = f"总结.{kind}"
    pathlib.Path(file).write_bytes(content)
    report = check(loads(content, file=file))
    first = next(one for one in report if one.span and one.severity is Severity.ERROR)
    assert first.span is not None
    assert bool(first.span.place) == (kind in ("docx", "xlsx"))
    assert main(["check", file, "--format", name]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    out = html.unescape(out)
    assert first.message in out
    line = {"text": f":{first.span.line}:", "html": f"第{first.span.line}行", "chat": f"第{first.span.line}行"}
    line |= {
        "json": f'"line": {first.span.line},',
        "sarif": f'"startLine": {first.span.line},',
        "github": f"line={first.span.line},",
    }
    assert (first.span.place or line.get(name, f":{first.span.line}:")) in out


def test_the_command_shows_the_words_of_a_word_file(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    pathlib.Path("总结.docx").write_bytes(WORD.read_bytes())
    assert main(["check", "总结.docx"]) == 1
    assert "\n       | 4. 部分服务流程不够优化，影响员工体验。\n       |    ^^^" in capsys.readouterr().out
