"""Forms for people who write in Excel and Word."""

from __future__ import annotations

import io
import pathlib
import zipfile
from typing import Any

import docx
import openpyxl
import pytest

from propsummary import check, read
from propsummary.__main__ import main
from propsummary.catalogue import departments
from propsummary.drafts.forms import FormTable, form_objects, hint, is_hint
from propsummary.drafts.opening import open_outline
from propsummary.drafts.outline import Outline, Table, TableCell, Words
from propsummary.drafts.word_forms import read_form
from propsummary.drafts.workbook import read_workbook
from propsummary.drafts.workbook.examples import example
from propsummary.drafts.workbook.layout import sheets
from propsummary.edits.word_form import new_word_form
from propsummary.edits.workbook import new_workbook, to_workbook
from propsummary.errors import PropsummaryError, UnknownNameError
from propsummary.model import Section, Summary
from propsummary.periods import Period
from propsummary.problems import Language
from propsummary.serde import dumps

PROFILES = departments()
BOTH: tuple[Language, ...] = ("zh", "en")
MAIN = ["概况", "指标", "成绩", "活动", "案例", "问题", "措施", "目标", "上期落实"]

every = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
in_both = pytest.mark.parametrize("language", BOTH)


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


# Excel


@every
@in_both
def test_the_workbook_reads_without_a_fault_and_comes_from_the_profile(profile: Any, language: Language) -> None:
    draft = read_workbook(new_workbook(profile.id, language=language))
    assert draft.problems == ()
    assert draft.summary is not None
    assert draft.summary.department == profile.name(language)
    assert len(draft.summary.metrics) == len(profile.core_kpis)
    assert [one.area for one in draft.summary.achievements] == [function.name(language) for function in profile.functions]
    places = {problem.span.place for problem in check(draft) if problem.code == "WRD001" and problem.span}
    assert any(place.endswith("!B3") for place in places)  # the title has to be written


def test_the_sheets_in_order() -> None:
    names = opened(new_workbook("order")).sheetnames
    assert names[: len(MAIN)] == MAIN
    assert names[-1] == "选项"
    assert opened(new_workbook("order"))["选项"].sheet_state == "hidden"


def test_headings_are_protected_and_cells_are_not() -> None:
    for page in opened(new_workbook("order")):
        if page.title in ("选项", "概况"):
            continue
        assert page.protection.sheet
        assert not page.protection.password
        assert all(cell.protection.locked for row in page["A2:F4"] for cell in row)
        assert not any(cell.protection.locked for row in page["B5:D7"] for cell in row)
        assert not page.column_dimensions["B"].protection.locked  # further below as well
        assert page.freeze_panes == "C5"


def _rules(page: Any) -> dict[str, Any]:
    return {str(rule.sqref).partition(":")[0]: rule for rule in page.data_validations.dataValidation}


def test_words_are_chosen_from_lists() -> None:
    book = opened(new_workbook("order"))
    measures = _rules(book["措施"])
    assert measures["C5"].formula1 == "'问题'!$B$5:$B$1000"
    assert not measures["C5"].showErrorMessage  # several ids in a cell are good
    assert measures["E5"].formula1 == '"制度流程,技术设备,人员能力,成本控制,跨部门协作"'
    assert measures["E5"].showErrorMessage
    areas = _rules(book["成绩"])["C5"].formula1
    assert areas.startswith("'选项'!")
    assert "安全防范" in [cell.value for column in book["选项"].columns for cell in column]
    assert _rules(book["概况"])["B9"].type == "date"
    assert _rules(book["走势"])["B5"].formula1 == "'指标'!$B$5:$B$1000"


def test_columns_are_explained() -> None:
    page = opened(new_workbook("order"))["措施"]
    assert [page.cell(row, 1).value for row in (3, 4)] == ["说明", "示例"]
    notes = {page.cell(2, column).value: page.cell(3, column).value for column in range(2, 10)}
    assert notes["内容*"] == "具体做什么。必填。"
    assert "、" in notes["针对"]


def test_days_are_days_and_everything_else_stays_as_it_is_typed() -> None:
    page = opened(new_workbook("order"))["照片"]
    heads = {page.cell(2, column).value: page.cell(5, column).number_format for column in range(2, 8)}
    assert heads["拍摄日期"] == "yyyy-mm-dd"
    assert heads["编号"] == "@"


@pytest.mark.parametrize("language", BOTH)
def test_every_sheet_has_an_example_that_is_right(language: Language) -> None:
    """What the examples show is read without a fault where somebody copies it."""
    shown = {sheet.name(language): {c.name(language): text for c, text in example(sheet, language).items()} for sheet in sheets()}
    assert all(shown.values())
    book = opened(new_workbook("order", language=language))
    for name in set(shown) & set(book.sheetnames):
        page = book[name]
        assert {
            page.cell(2, c).value.rstrip("*"): page.cell(4, c).value for c in range(2, page.max_column + 1) if page.cell(4, c).value
        } == shown[name]
        for column in range(2, page.max_column + 1):
            page.cell(30, column).value = page.cell(4, column).value
    out = io.BytesIO()
    book.save(out)
    assert read_workbook(out.getvalue()).problems == ()


def test_a_text_that_no_cell_holds_is_refused() -> None:
    summary = Summary(department="秩序部", period=Period.parse("2025"), sections=(Section(text="长" * 40_000),))
    with pytest.raises(PropsummaryError, match="40000"):
        to_workbook(summary)


def test_text_is_never_a_formula() -> None:
    summary = Summary(department="秩序部", period=Period.parse("2025"), title="=1+1", author="@SUM(A1)")
    page = opened(to_workbook(summary))["概况"]
    assert [page["B3"].data_type, page["B10"].data_type] == ["s", "s"]


# Word


def tables(content: bytes) -> tuple[Outline, dict[tuple[str, ...], FormTable]]:
    outline = open_outline(content, file="总结.docx")
    found = [form_objects(block) for block in outline.blocks if isinstance(block, Table)]
    assert None not in found
    return outline, {form.path: form for form in found if form and form.path}


@every
@in_both
def test_every_table_of_the_word_form_is_read_exactly(profile: Any, language: Language) -> None:
    outline, found = tables(new_word_form(profile.id, language=language))
    assert outline.problems == ()
    assert list(found) == [
        ("metrics",),
        ("issues",),
        ("risks",),
        ("countermeasures",),
        ("goals",),
        ("outlook", "directions"),
        ("follow_ups",),
    ]
    assert len(found["metrics",].objects) == len(profile.core_kpis)
    assert [one.values["id"] for one in found["goals",].objects] == [f"g{n}" for n in range(1, len(profile.goal_kinds) + 1)]
    headings = " ".join(words.text for words in outline.words())
    for section in profile.sections:
        assert section.title(language) in headings


def test_what_is_written_into_the_word_form_comes_back() -> None:
    word = docx.Document(io.BytesIO(new_word_form("order", period="2025")))
    issues = next(table for table in word.tables if table.cell(0, 1).text == "表现")
    written = ["i1", "东门岗夜间排队超过8分钟共17次", "车辆管理", "相机老化\n没有列入预算", "技术设备", "m1、m2"]
    for place, text in enumerate(written):
        issues.cell(1, place).text = text
    issues.cell(2, 0).text, issues.cell(2, 3).text = "", "夜班缺编"
    out = io.BytesIO()
    word.save(out)
    _, found = tables(out.getvalue())
    (issue,) = found["issues",].objects
    assert issue.values == {
        "id": "i1",
        "statement": "东门岗夜间排队超过8分钟共17次",
        "area": "车辆管理",
        "metrics": ["m1", "m2"],
        "root_causes": [{"statement": "相机老化\n没有列入预算", "dimension": "技术设备"}, {"statement": "夜班缺编"}],
    }
    assert "第2行第2列" in issue.places["statement",].place


def _told() -> Any:
    """The order department's Word form with a sentence below every function, and a measure in the table."""
    word = docx.Document(io.BytesIO(new_word_form("order", period="2025")))
    done = [
        "治安案件由6起降到2起。",
        "违停处置及时。",
        "处置突发事件12起。",
        "消防演练4次，参加186人次。",
        "收到表扬信21封。",
        "培训24次。",
    ]
    for place in [one for one in word.paragraphs if one.text == "【请填写】"]:
        place.runs[0].text = done.pop(0)
    measures = next(table for table in word.tables if table.cell(0, 1).text == "针对")
    for at, text in enumerate(["c1", "i1", "更换东门两台识别相机", "周明", "尽快"]):
        measures.cell(1, at).text = text
    out = io.BytesIO()
    word.save(out)
    return read_form(open_outline(out.getvalue(), file="总结.docx"))


def test_a_word_form_is_tables_and_prose() -> None:
    draft = _told()
    assert draft.problems == ()
    summary = draft.summary
    assert [one.title for one in summary.achievements] == ["安全防范", "秩序维护", "应急处置", "消防安全", "客户服务", "团队建设"]
    assert [one.statement for one in summary.countermeasures] == ["更换东门两台识别相机"]
    assert (summary.department, summary.period.label, summary.sections) == ("秩序部", "2025", ())
    places = {problem.code: str(problem.span) for problem in check(draft) if problem.path[:1] == ("countermeasures",)}
    assert places["CTM004"] == "总结.docx: 表6第2行第5列"
    assert "安全防范" in draft.spans.of(("achievements", 0)).place


def test_measures_beside_their_table_are_told_of() -> None:
    word = docx.Document(io.BytesIO(new_word_form("order", period="2025")))
    following = next(paragraph for paragraph in word.paragraphs if paragraph.text.startswith("五、"))
    following.insert_paragraph_before("1. 增加夜班巡逻频次，责任人：周明，完成时限：2026年3月底前。")
    out = io.BytesIO()
    word.save(out)
    draft = read_form(open_outline(out.getvalue()))
    assert draft is not None
    assert [(p.code, p.path) for p in draft.problems] == [("SHP009", ("countermeasures",))]
    assert "1条“措施”" in draft.problems[0].message


def test_a_word_file_that_is_no_form() -> None:
    word = docx.Document()
    word.add_heading("2025年秩序部工作总结", 0)
    out = io.BytesIO()
    word.save(out)
    assert read_form(open_outline(out.getvalue())) is None


def test_a_word_form_whose_period_cannot_be_read() -> None:
    word = docx.Document(io.BytesIO(new_word_form("order")))
    word.tables[0].cell(2, 1).text = "去年"
    out = io.BytesIO()
    word.save(out)
    draft = read_form(open_outline(out.getvalue()))
    assert draft is not None
    assert draft.summary is None
    assert [(p.code, p.span and p.span.place) for p in draft.problems] == [("SHP005", "表1第3行第2列")]


def test_the_word_form_gives_the_same_bytes() -> None:
    content = new_word_form("order")
    assert content == new_word_form("order")
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None


def _table(*rows: list[str]) -> Table:
    return Table(rows=tuple(tuple(TableCell(words=(Words(text=text),)) for text in row) for row in rows), position=1)


@pytest.mark.parametrize(
    "rows",
    [
        (["指标", "本期", "上期"], ["到位率", "98%", "97%"]),
        (["类别", "起数"], ["电梯困人", "3"]),
        (["编号", "内容", "备注"], ["1", "更换相机", ""]),
        (["编号", "内容", "责任人", "完成时限"], ["1", "更换相机", "周明", "2026-03-31"]),
        (["部门", "公司"], ["秩序部", "示例物业"]),
    ],
    ids=["other words", "no numbers", "an unknown column", "measures or goals", "headings that look like lines"],
)
def test_other_tables_are_left_to_others(rows: tuple[list[str], ...]) -> None:
    assert form_objects(_table(*rows)) is None


def test_what_the_table_is_about_decides() -> None:
    rows = (["编号", "内容", "责任人", "完成时限"], ["1", "更换相机", "周明", "〔如 2026-03-31〕"])
    found = form_objects(_table(*rows), about="goals")
    assert found is not None
    assert found.path == ("goals",)
    assert [one.values for one in found.objects] == [{"id": "1", "statement": "更换相机", "owner": "周明"}]


def test_hints() -> None:
    assert is_hint(hint("写完可删"))
    assert not is_hint("见〔2025〕12号文")


# The command


@pytest.mark.parametrize("name", ["form.xlsx", "form.docx", "draft.yaml"])
def test_new_takes_the_format_from_the_name(name: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / name
    assert main(["new", "--department", "order", "-o", str(out)]) == 0
    content = out.read_bytes()
    assert content.startswith(b"PK") != name.endswith("yaml")
    assert main(["new", "--department", "order", "-o", str(out)]) == 2
    assert out.read_bytes() == content


def test_new_shows_no_workbook_on_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--department", "order", "--format", "xlsx"]) == 2
    assert "-o" in capsys.readouterr().err


def test_convert_writes_a_workbook_and_spares_the_one_that_is_there(tmp_path: pathlib.Path) -> None:
    draft = pathlib.Path(__file__).parent.parent.parent / "examples" / "order-2025.yaml"
    out = tmp_path / "draft.xlsx"
    assert main(["convert", str(draft), "-o", str(out)]) == 0
    assert main(["convert", str(draft), "-o", str(out)]) == 2
    back = tmp_path / "back.yaml"
    assert main(["convert", str(out), "-o", str(back)]) == 0
    first, again = read(draft).summary, read(back).summary
    assert first is not None
    assert again is not None
    assert dumps(again) == dumps(first)


def test_unknown_departments() -> None:
    with pytest.raises(UnknownNameError):
        new_workbook("后厨部")
    with pytest.raises(UnknownNameError):
        new_word_form("后厨部")
