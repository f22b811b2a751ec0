"""Files that want to do harm, broken files, and files of other kinds: one sentence each, soon, and nothing else happens."""

from __future__ import annotations

import io
import pathlib
import random
import subprocess
import sys
import time
import zipfile

import pytest

from made_word_files import paragraph, run, word_file
from propsummary.drafts.opening import open_outline
from propsummary.drafts.outline import Outline

GOOD = word_file(paragraph("一、前言") + paragraph("正文。"))
DOCUMENT = "word/document.xml"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
RELATED = "http://schemas.openxmlformats.org/{}/2006/relationships"
OUTSIDE = (
    f'<Relationships xmlns="{RELATED.format("package")}">'
    f'<Relationship Id="r" Type="{RELATED.format("officeDocument")}/officeDocument" Target="../../../etc/passwd"/></Relationships>'
)
DECLARED = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def nested(inner: str, depth: int) -> str:
    return "<w:sdt><w:sdtContent>" * depth + inner + "</w:sdtContent></w:sdt>" * depth


def tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph("底") + "</w:tc></w:tr></w:tbl>" * depth


def many(count: int) -> bytes:
    """Paragraphs that do not pack well."""
    chance = random.Random(1)
    return word_file("".join(f"<w:p><w:r><w:t>{chance.getrandbits(64):x}</w:t></w:r></w:p>" for _ in range(count)))


def archive(**files: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return stream.getvalue()


def replaced(name: str, content: str) -> bytes:
    return word_file("", parts={name: content})


HOSTILE = {
    "bomb": (word_file(paragraph("零" * 40_000_000)), "SHP008"),
    "bomb in a part nobody reads": (word_file("", parts={"word/media/x.bin": b"0" * 90_000_000}), "SHP008"),
    "declared entity": (replaced(DOCUMENT, DECLARED + "<w:document/>"), "SHP001"),
    "declared in a relation part": (replaced("_rels/.rels", DECLARED + "<Relationships/>"), "SHP001"),
    "deep elements": (word_file(nested(paragraph("底"), 5_000)), "SHP008"),
    "deep tables": (word_file(tables(5_000)), "SHP008"),
    "deep runs": (word_file(paragraph("<w:ins>" * 5_000 + run("底") + "</w:ins>" * 5_000)), "SHP008"),
    "too many paragraphs": (many(60_000), "SHP008"),
    "too many elements": (word_file(paragraph("<w:r/>" * 1_600_000 + run("字"))), "SHP008"),
    "cut off": (GOOD[: len(GOOD) // 2], "SHP001"),
    "broken XML": (replaced(DOCUMENT, "<w:document><w:body>"), "SHP001"),
    "undeclared prefix": (replaced(DOCUMENT, "<w:document><w:body/></w:document>"), "SHP001"),
    "no body": (replaced(DOCUMENT, "<x/>"), "SHP001"),
    "empty document part": (replaced(DOCUMENT, ""), "SHP001"),
    "relation out of the package": (replaced("_rels/.rels", OUTSIDE), ""),
    "part out of the package": (archive(**{"../x": "1", "word/document.xml": "<x/>"}), "SHP001"),
    "two parts of one name": (archive(**{"word/document.xml": "<x/>", "WORD/document.xml": "<x/>"}), "SHP001"),
    "locked": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "SHP001"),
    "only the beginning": (b"PK\x03\x04", "SHP001"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_and_broken_files_are_refused_at_once(name: str) -> None:
    content, code = HOSTILE[name]
    start = time.perf_counter()
    found = open_outline(content, file="总结.docx")
    assert time.perf_counter() - start < 2  # a second on a machine that does nothing else
    assert [problem.code for problem in found.problems] == ([code] if code else [])
    assert all(problem.message and problem.hint and problem.wording("en").message for problem in found.problems)


def test_depth_that_people_reach_is_read() -> None:
    for body in (nested(paragraph("底"), 120), tables(60), paragraph("<w:ins>" * 200 + run("底") + "</w:ins>" * 200)):
        assert [words.text for words in open_outline(word_file(body)).words()] == ["底"]


def test_memory_stays_bounded(tmp_path: pathlib.Path) -> None:
    files = []
    for nth, (content, _) in enumerate(HOSTILE.values()):
        files.append(tmp_path / f"{nth}.docx")
        files[-1].write_bytes(content)
    program = (
        "import pathlib, resource, sys\n"
        "from propsummary.drafts.opening import open_outline\n"
        "for name in sys.argv[1:]: open_outline(pathlib.Path(name).read_bytes())\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, *map(str, files)], capture_output=True, text=True, check=True, timeout=60)
    assert int(done.stdout) < 500


def told(content: bytes, file: str = "", format: str | None = None) -> str:
    found = open_outline(content, format, file=file)
    (problem,) = found.problems
    assert found.blocks == ()
    assert problem.code == "SHP001"
    return problem.message + " " + problem.hint


@pytest.mark.parametrize(
    ("content", "file", "words"),
    [
        (COMPOUND + "WordDocument".encode("utf-16-le"), "总结.doc", ("旧版Word", ".docx")),
        (COMPOUND + "Workbook".encode("utf-16-le"), "总结.xls", ("旧版Excel", ".xlsx")),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "总结.wps", ("WPS文字", ".docx")),
        (COMPOUND, "总结.et", ("WPS表格", ".xlsx")),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "总结.docx", ("密码",)),
        (b"%PDF-1.7\n%\xe2\xe3", "总结.pdf", ("PDF", "Word")),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "总结.png", ("图片",)),
        (b"\xff\xd8\xff\xe0" + bytes(99), "总结.docx", ("图片",)),
        (b"{\\rtf1\\ansi", "总结.doc", ("RTF", ".docx")),
        ("<html><body>总结</body></html>".encode(), "总结.doc", ("网页", ".docx")),
        (archive(**{"总结.txt": "一、前言"}), "总结.zip", ("压缩包",)),
        (archive(**{"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "总结.docx", ("Excel", ".xlsx")),
        (archive(**{"ppt/presentation.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "总结.pptx", ("演示文稿", "Word")),
        (COMPOUND + "PowerPoint Document".encode("utf-16-le"), "总结.ppt", ("演示文稿", "Word")),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "总结.odt", ("OpenDocument",)),
        ("一、前言\n正文。".encode("big5"), "总结.docx", ("Office",)),
        (bytes(range(256)) * 20, "总结.txt", ("二进制",)),
    ],
)  # fmt: skip
def test_files_of_other_kinds_are_told_what_to_become(content: bytes, file: str, words: tuple[str, ...]) -> None:
    sentence = told(content, file)
    assert all(word in sentence for word in words)


def first(found: Outline) -> str:
    return next(found.words()).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_texts_are_read_whatever_their_encoding(encoding: str) -> None:
    found = open_outline("一、前言\r\n秩序部负责荔枝湾一区二区的门岗巡逻。\r\n".encode(encoding), file="总结.txt")
    assert [words.text for words in found.words()] == ["前言", "秩序部负责荔枝湾一区二区的门岗巡逻。"]
    assert not found.problems


def test_formats_are_told_by_content_and_name() -> None:
    assert first(open_outline(GOOD, file="总结.txt")) == "前言"
    assert first(open_outline("## 一、前言\n\n正文。".encode(), "text")) == "前言"
    assert first(open_outline("BM系统运行正常。".encode())) == "BM系统运行正常。"
    assert first(open_outline("# 前言\n\n正文。".encode())) == "前言"
    assert first(open_outline("#1号楼电梯停梯2次。".encode(), file="总结.md")) == "#1号楼电梯停梯2次。"


def test_control_characters_are_blanks() -> None:
    assert first(open_outline("到位率\x0798%\x07。".encode(), file="a.txt")) == "到位率 98% 。"


def test_empty_and_endless_texts() -> None:
    assert [problem.code for problem in open_outline(b" \n\t", file="a.txt").problems] == ["SHP002"]
    assert [problem.code for problem in open_outline(b"a" * 1_000_001, file="a.txt").problems] == ["SHP008"]


@pytest.mark.parametrize(
    "text",
    ["**甲 " * 9_000, "[" * 20_000, "> " * 9_000 + "甲", "`" * 20_000, "|" * 20_000, "- " * 9_000 + "甲", "1、" * 20_000,
     "甲\t乙\n" * 6_000 + "丙", "<a " * 9_000, "（1）甲；" * 9_000, "x" * 60 + ("\n" + "x" * 60) * 1_500, "* a *" * 9_000,
     "---\n" + " \n" * 9_000 + "甲", "甲" + " " * 20_000 + "乙", "一、" + "十一" * 9_000, "<div>" + "<!--" * 9_000, "。”" * 9_000],
)  # fmt: skip
@pytest.mark.parametrize("format", ["text", "markdown"])
def test_texts_made_to_be_slow_are_not(text: str, format: str) -> None:
    start = time.perf_counter()
    open_outline(text.encode(), format)
    assert time.perf_counter() - start < 4
