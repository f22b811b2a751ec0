"""Word files with their problems as comments."""

from __future__ import annotations

import io
import pathlib
import zipfile
from typing import Any

import attrs
import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from propsummary import check, loads
from propsummary.cli import main
from propsummary.drafts.word import outline, paragraphs
from propsummary.edits.annotate import annotate
from propsummary.errors import UnreadableFileError
from propsummary.problems import Language, Problem, Report, Severity, Span, Wording
from word_files import W, faults, part, parts

CASE = pathlib.Path(__file__).parents[1] / "cases" / "prose" / "p12_logistics_2025_styles.docx"


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def document(*texts: str) -> Any:
    made = Document()
    for text in texts:
        made.add_paragraph(text)
    return made


def problem(
    line: int = 0, start: int = 0, end: int = 0, *, last: int = 0, message: str = "没有写原因", hint: str = "写出为什么"
) -> Problem:
    """About the characters *start* to before *end*, from 0, of paragraph *line*, or of the paragraphs up to *last*."""
    span = Span(file="总结.docx", line=line, column=start + 1, end_line=last or line, end_column=end + 1, place="三、问题，第1段")
    words: dict[str, Any] = {"zh": Wording(message, hint), "en": Wording("names no cause", "say why")}
    return Problem(
        code="ISS001", name="issue-without-cause", severity=Severity.ERROR, path=("issues",), span=span if line else None, **words
    )


def report(*problems: Problem) -> Report:
    return Report(file="总结.docx", problems=problems)


def commented(content: bytes) -> dict[int, str]:
    """The words between the marks of each comment, paragraphs parted by a bar."""
    words: dict[int, str] = {}
    open_now: list[int] = []
    for element in part(content).iter(etree.Element):
        id = int(element.get(f"{W}id", "0"))
        if element.tag == f"{W}commentRangeStart":
            words[id] = ""
            open_now.append(id)
        elif element.tag == f"{W}commentRangeEnd":
            open_now.remove(id)
        else:
            seen = {f"{W}t": element.text or "", f"{W}tab": "\t", f"{W}br": "\n", f"{W}p": "|"}.get(element.tag, "")
            for one in open_now:
                words[one] += seen
    assert open_now == []
    references = [int(one.get(f"{W}id")) for one in part(content).iter(f"{W}commentReference")]
    assert sorted(references) == sorted(words)
    return words


def told(content: bytes) -> list[str]:
    return [comment.text for comment in Document(io.BytesIO(content)).comments]


def inked(content: bytes) -> list[tuple[str, str, str]]:
    """Every character with the format of its run and its paragraph."""
    found = []
    for _, element, pieces in paragraphs(part(content)):
        settings = element.find(f"{W}pPr")
        around = "" if settings is None else etree.tostring(settings, encoding="unicode")
        for piece in pieces:
            look = piece.run.find(f"{W}rPr") if piece.run.tag == f"{W}r" else None
            found += [(one, "" if look is None else etree.tostring(look, encoding="unicode").strip(), around) for one in piece.text]
    return found


def unchanged(before: bytes, after: bytes) -> bool:
    """Whether text and formats are the same, and Word opens the file without repairing it."""
    assert [w.text for w in outline(after).words()] == [w.text for w in outline(before).words()]
    assert inked(after) == inked(before)
    assert set(faults(after)) <= set(faults(before))
    return True


# Where comments stand


def test_a_whole_paragraph() -> None:
    before = saved(document("三、存在的问题", "东门岗夜间排队17次。"))
    after = annotate(before, report(problem(2, 0, 11)))
    assert commented(after) == {0: "东门岗夜间排队17次。"}
    assert told(after) == ["错误 ISS001：没有写原因\n建议：写出为什么"]
    assert unchanged(before, after)


def test_words_within_runs_of_several_formats() -> None:
    made = document()
    paragraph = made.add_paragraph("第一，")
    paragraph.add_run("东门岗夜间").bold = True
    paragraph.add_run("排队17次").italic = True
    before = saved(made)
    after = annotate(before, report(problem(1, 5, 10)))
    assert commented(after) == {0: "岗夜间排队"}
    assert unchanged(before, after)


def test_problems_on_the_same_and_on_overlapping_words() -> None:
    before = saved(document("东门岗夜间排队17次"))
    after = annotate(before, report(problem(1, 0, 5), problem(1, 0, 5), problem(1, 3, 7), problem(1, 7, 10)))
    assert commented(after) == {0: "东门岗夜间", 1: "东门岗夜间", 2: "夜间排队", 3: "17次"}
    assert unchanged(before, after)


def test_tabs_breaks_and_blanks_stay() -> None:
    made = document()
    made.add_paragraph().add_run("责任人：\t邵班长 \n时限： 尽快")
    before = saved(made)
    after = annotate(before, report(problem(1, 5, 9), problem(1, 13, 15)))
    assert commented(after) == {0: "邵班长 ", 1: " 尽"}
    assert unchanged(before, after)


def test_over_several_paragraphs() -> None:
    before = saved(document("一是门岗。", "二是巡更。", "三是消防。"))
    after = annotate(before, report(problem(1, 2, 4, last=3)))
    assert commented(after) == {0: "门岗。|二是巡更。|三是消防"}
    assert unchanged(before, after)


def test_in_a_table_a_comment_stays_in_its_cell() -> None:
    made = document("四、措施")
    table = made.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("措施", "责任人", "换相机2台", "各岗位"), strict=True
    ):
        cell.text = text
    before = saved(made)
    after = annotate(before, report(problem(4, 1, 5, last=5), problem(5, 0, 3)))
    assert commented(after) == {0: "相机2台", 1: "各岗位"}
    assert unchanged(before, after)


def test_in_links_insertions_and_content_controls() -> None:
    made = document("见")
    paragraph = made.paragraphs[0]._p
    for inner in (
        "<w:ins {} w:id='90' w:author='甲'><w:r><w:t>新增的巡更点</w:t></w:r></w:ins>",
        "<w:del {} w:id='91' w:author='甲'><w:r><w:delText>删掉的</w:delText></w:r></w:del>",
        "<w:sdt {}><w:sdtContent><w:r><w:rPr><w:b/></w:rPr><w:t>邵班长</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:hyperlink {} w:anchor='a'><w:r><w:t>附件台账</w:t></w:r></w:hyperlink>",
    ):
        paragraph.append(parse_xml(inner.format(nsdecls("w"))))
    before = saved(made)
    after = annotate(before, report(problem(1, 3, 5), problem(1, 8, 12), problem(1, 12, 14)))
    assert commented(after) == {0: "的巡", 1: "班长附件", 2: "台账"}
    assert unchanged(before, after)


def test_a_formula_stays_whole() -> None:
    made = document("合格率")
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a=b</m:t></m:r></m:oMath>'
    made.paragraphs[0]._p.append(parse_xml(formula))
    made.paragraphs[0].add_run("以上")
    before = saved(made)
    after = annotate(before, report(problem(1, 4, 7)))
    (start,) = part(after).iter(f"{W}commentRangeStart")
    assert start.getnext().tag.endswith("}oMath")
    assert unchanged(before, after)


def test_text_boxes_are_told_of_where_they_hang() -> None:
    made = document("概况", "正文")
    box = (
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    made.paragraphs[0]._p.append(parse_xml(box))
    before = saved(made)
    after = annotate(before, report(problem(2, 0, 4)))
    body = part(after).find(f"{W}body")
    (start,) = body.iter(f"{W}commentRangeStart")
    assert start.getparent() is body[0]
    assert unchanged(before, after)


def test_what_has_no_words_stands_at_the_first_ones_and_names_its_place() -> None:
    before = saved(document("", "秩序部2025年工作总结", "一、概况"))
    footnote = attrs.evolve(problem(99, 0, 2), path=("issues", 0))
    after = annotate(before, report(problem(), footnote))
    assert commented(after) == {0: "秩序部2025年工作总结", 1: "秩序部2025年工作总结"}
    assert told(after)[0] == "错误 ISS001：没有写原因\n位置：问题\n建议：写出为什么"
    assert told(after)[1] == "错误 ISS001：没有写原因\n位置：三、问题，第1段\n建议：写出为什么"
    assert unchanged(before, after)


@pytest.mark.parametrize("made", [document(), document("", "")], ids=["nothing", "empty"])
def test_an_empty_file_is_told_so(made: Any) -> None:
    after = annotate(saved(made), report(problem()))
    assert commented(after) == {0: ""}
    assert told(after) == ["错误 ISS001：没有写原因\n位置：问题\n建议：写出为什么"]
    assert set(faults(after)) <= set(faults(saved(document(""))))


# What comments say


def test_author_and_no_day() -> None:
    (comment,) = Document(io.BytesIO(annotate(saved(document("一")), report(problem(1, 0, 1))))).comments
    assert (comment.author, comment.initials, comment.timestamp) == ("propsummary", "PS", None)


@pytest.mark.parametrize(
    "language, said", [("zh", "错误 ISS001：没有写原因\n建议：写出为什么"), ("en", "error ISS001: names no cause\nHint: say why")]
)
def test_in_either_language(language: Language, said: str) -> None:
    assert told(annotate(saved(document("一")), report(problem(1, 0, 1)), language=language)) == [said]


def test_personal_data_is_masked() -> None:
    after = annotate(saved(document("一")), report(problem(1, 0, 1, message="业主电话13800138000", hint="")))
    assert told(after) == ["错误 ISS001：业主电话138******00"]
    assert b"13800138000" not in b"".join(parts(after).values())


def test_comments_that_are_there_stay() -> None:
    made = document("东门岗夜间排队17次", "西门岗也是")
    made.add_comment(made.paragraphs[1].runs, text="请核实", author="审核人", initials="审")
    before = saved(made)
    after = annotate(before, report(problem(1, 0, 3)))
    assert commented(after) == {0: "西门岗也是", 1: "东门岗"}
    comments = list(Document(io.BytesIO(after)).comments)
    assert [(comment.comment_id, comment.author) for comment in comments] == [(0, "审核人"), (1, "propsummary")]
    assert comments[0].text == "请核实"
    assert unchanged(before, after)


def test_a_copy_can_be_annotated_again() -> None:
    once = annotate(saved(document("东门岗")), report(problem(1, 0, 2)))
    twice = annotate(once, report(problem(1, 1, 3)))
    assert commented(twice) == {0: "东门", 1: "门岗"}
    assert unchanged(once, twice)


def test_other_parts_are_the_same_bytes() -> None:
    before, after = parts(CASE.read_bytes()), parts(annotate(CASE.read_bytes(), report(problem(3, 0, 2))))
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml", "word/comments.xml"}
    assert list(after)[: len(before)] == list(before)


# Any file, any words


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_exactly_the_words_whatever_the_runs(data: st.DataObject) -> None:
    made = Document()
    runs = st.lists(st.text("甲乙丙12 \t", max_size=5), min_size=1, max_size=4)
    for texts in data.draw(st.lists(runs, min_size=1, max_size=3)):
        paragraph = made.add_paragraph()
        for number, text in enumerate(texts):
            paragraph.add_run(text).bold = bool(number % 2)
    before = saved(made)
    lines = ["".join(piece.text for piece in pieces) for _, _, pieces in paragraphs(part(before))]
    wanted, problems = [], []
    for _ in range(data.draw(st.integers(1, 4))):
        number = data.draw(st.integers(1, len(lines)))
        text = lines[number - 1]
        if text:
            start = data.draw(st.integers(0, len(text) - 1))
            end = data.draw(st.integers(start + 1, len(text)))
            wanted.append(text[start:end])
            problems.append(problem(number, start, end))
    after = annotate(before, report(*problems))
    assert commented(after) == dict(enumerate(wanted))
    assert inked(after) == inked(before)
    assert after == annotate(before, report(*problems))


def test_a_draft_as_people_write_it() -> None:
    """Every problem is there, and those that stand in the text are on the words that they are about."""
    content = CASE.read_bytes()
    draft = loads(content, file="总结.docx")
    found = check(draft)
    assert len(found) > 5
    after = annotate(content, found)
    words, comments = commented(after), told(after)
    assert len(comments) == len(found)
    for id, one in enumerate(found):
        assert one.code in comments[id]
        assert one.message in comments[id]
    vague = next(id for id, one in enumerate(found) if one.code == "CTM004")
    assert words[vague] == "逐步推进"
    assert unchanged(content, after)


# Files that cannot be annotated


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 word/", "今天天气很好。".encode()])
def test_no_word_file(content: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        annotate(content, report())


def test_a_strict_file_is_not_half_converted() -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts(saved(document("一"))).items():
            package.writestr(name, content.replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main"))
    with pytest.raises(UnreadableFileError, match="strict"):
        annotate(stream.getvalue(), report(problem(1, 0, 1)))


# The command


@pytest.fixture
def word_file(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    pathlib.Path("总结.docx").write_bytes(CASE.read_bytes())
    return "总结.docx"


def test_the_command_writes_a_copy(word_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", word_file, "--annotate", "批注.docx"]) == 1
    out, err = capsys.readouterr()
    count = len(told(pathlib.Path("批注.docx").read_bytes()))
    assert err == f"{count} 条批注写进了 批注.docx\n"
    assert out.count("总结.docx: ") == count
    assert pathlib.Path(word_file).read_bytes() == CASE.read_bytes()


def test_the_command_overwrites_with_force_only_and_the_draft_never(word_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("批注.docx").write_bytes(b"")
    assert main(["check", word_file, "--annotate", "批注.docx"]) == 2
    assert capsys.readouterr().err == "propsummary: 批注.docx 已经有了；要覆盖请加 --force\n"
    assert main(["check", word_file, "--annotate", "批注.docx", "--force"]) == 1
    assert main(["check", word_file, "--annotate", f"./{word_file}", "--force"]) == 2
    assert capsys.readouterr().err.endswith("就是原文，批注要写到另一个文件\n")
    assert pathlib.Path(word_file).read_bytes() == CASE.read_bytes()


@pytest.mark.parametrize("name", ["总结.md", "总结.txt", "草稿.yaml"])
def test_the_command_annotates_word_files_only(word_file: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path(name).write_text("部门: 秩序部\n期间: 2025\n", encoding="utf-8")
    assert main(["check", name, "--annotate", "批注.docx"]) == 2
    assert capsys.readouterr() == ("", f"propsummary: --annotate 只能批注Word文件（.docx），{name} 不是\n")
    assert not pathlib.Path("批注.docx").exists()


@pytest.mark.parametrize("arguments", [["总结.docx", "总结.docx", "--annotate", "a.docx"], ["-", "--annotate", "a.docx"]])
def test_the_command_annotates_one_file_by_name(word_file: str, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *arguments]) == 2
    assert capsys.readouterr().err == "propsummary: --annotate 一次批注一个Word文件，要写两个文件名\n"


def test_the_command_records_or_annotates(word_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", word_file, "--annotate", "批注.docx", "--write-baseline", "known.json"]) == 2
    assert capsys.readouterr().err == "propsummary: --annotate 不能和 --write-baseline 一起用\n"


def test_the_command_leaves_out_what_is_known(word_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", word_file, "--write-baseline", "known.json"]) == 0
    assert main(["check", word_file, "--baseline", "known.json", "--annotate", "批注.docx"]) == 0
    assert capsys.readouterr().err.endswith("0 条批注写进了 批注.docx\n")


def test_the_command_tells_of_a_damaged_file(word_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path(word_file).write_bytes(CASE.read_bytes()[:20000])
    assert main(["check", word_file, "--annotate", "批注.docx"]) == 2
    out, err = capsys.readouterr()
    assert "SHP001" in out
    assert err == "propsummary: 文件打不开：不是完整的Office文件（SHP001）\n"
    assert not pathlib.Path("批注.docx").exists()


def test_comments_are_set_as_comments_whatever_the_body_text_is() -> None:
    after = annotate(saved(document("一")), report(problem(1, 0, 1)))
    comments = part(after, "word/comments.xml")
    assert [size.get(f"{W}val") for size in comments.iter(f"{W}sz")] == ["20", "20"]
    assert {indent.get(f"{W}firstLine") for indent in comments.iter(f"{W}ind")} == {"0"}
