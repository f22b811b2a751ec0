"""Hostile, broken and damaged input: always a coded problem inside the file, never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from propsummary.model import Draft
from propsummary.serde import Limits, dumps, loads, read_bytes, read_file, sniff

CASES = Path(__file__).parent.parent / "cases" / "structured"
HEAD = "部门: 秩序部\n期间: 2025\n"


def codes(draft: Draft) -> list[str]:
    return [problem.code for problem in draft.problems]


DEEP = 100_000
HOSTILE = [
    ("yaml", "[" * DEEP),
    ("yaml", "{a: " * DEEP),
    ("yaml", "- " * DEEP),
    ("yaml", HEAD + "附加: {a: &a [1]}\n"),
    ("yaml", HEAD + "<<: {a: 1}\n"),
    ("yaml", "&a {}\n"),
    ("yaml", "&a b: 1\n"),
    ("yaml", "*a : 1\n"),
    ("yaml", HEAD + "附加: {a: " + "9" * 401 + "}\n"),
    ("yaml", HEAD + "附加: {a: 1e999999999}\n"),
    ("yaml", HEAD + "指标: [{名称: a, 数值: 1e999999999}]\n"),
    ("json", "[" * DEEP),
    ("json", '{"a":' * DEEP),
    ("json", '{"a":' * 200 + "1" + "}" * 200),
    ("json", '{"部门": "秩序部", "期间": 2025, "标题": ' + "[" * 200 + "]" * 200 + "}"),
    ("json", '{"部门": "秩序部", "期间": 2025, "附加": {"a": ' + "[" * 200 + "]" * 200 + "}}"),
    ("json", '{"部门": "秩序部", "期间": 2025, "附加": {"a": ' + "9" * 5000 + "}}"),
    ("json", '{"部门": "秩序部", "期间": 2025, "附加": {"a": ' + "9" * 401 + "}}"),
    ("json", '{"部门": "秩序部", "期间": 2025, "附加": {"a": 1e999999999}}'),
    ("json", '{"部门": "秩序部", "期间": 2025, "指标": [{"名称": "a", "样本量": ' + "9" * 401 + "}]}"),
    ("toml", "a = " + "[" * DEEP),
    ("toml", "a = " + "{a = " * 200 + "1" + "}" * 200),
    ("toml", "a." * DEEP + "a = 1"),
    ("toml", "a = " + "9" * 5000),
    ("toml", '"附加" = {a = 1e999999999}\n"部门" = "秩序部"\n"期间" = 2025\n'),
]


@pytest.mark.parametrize("format, text", HOSTILE)
def test_what_goes_too_far_is_refused(format: str, text: str) -> None:
    assert codes(loads(text, format)) == ["SHP008"]


@pytest.mark.parametrize("number", ["nan", "inf", "-inf"])
def test_what_is_no_number_is_not_taken_for_one(number: str) -> None:
    text = f'"部门" = "秩序部"\n"期间" = 2025\n[["指标"]]\n"名称" = "a"\n"数值" = {number}\n'
    assert codes(loads(text, "toml")) == ["SHP008"]


@pytest.mark.parametrize(
    "line", ["期间: {}", "编制日期: {}", "措施: [{{内容: a, 完成时限: {}}}]", "指标: [{{名称: a, 数值: {}, 变化: 1}}]", "部门: {}"]
)
def test_endless_texts_are_not_looked_at_for_long(line: str) -> None:
    text = (
        ("" if "部门" in line else "部门: 秩序部\n") + ("" if "期间" in line else "期间: 2025\n") + line.format("12月底" * 200_000)
    )
    problems = loads(text).problems
    assert [p.code for p in problems] == ["SHP005"]
    assert len(problems[0].message) < 100


def test_unknown_keys_beyond_the_limit_are_only_counted() -> None:
    draft = loads(HEAD + "".join(f"键{n}: 1\n" for n in range(30_000)))
    assert len(draft.problems) == 1001
    assert any("30000" in problem.message for problem in draft.problems)


def test_size_is_looked_at_first(tmp_path: Path) -> None:
    small = Limits(size=100)
    assert codes(loads("#" * 101, limits=small)) == ["SHP008"]
    assert codes(read_bytes(b"#" * 101, limits=small)) == ["SHP008"]
    file = tmp_path / "a.yaml"
    file.write_bytes(b"#" * 101)
    assert codes(read_file(file, limits=small)) == ["SHP008"]


@pytest.mark.parametrize("format", ["yaml", "json", "toml"])
def test_nodes_are_counted(format: str) -> None:
    draft = read_file(CASES / "environment_2025H1_chain.yaml")
    assert draft.summary is not None
    text = dumps(draft.summary, format)
    assert codes(loads(text, format, limits=Limits(nodes=50))) == ["SHP008"]
    assert codes(loads(text, format, limits=Limits(nodes=1000))) == []


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "gb18030"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("file", ["order_2025_bare.yaml", "service_2025_09.toml"])
def test_encodings_are_told_apart(encoding: str, file: str) -> None:
    text = (CASES / file).read_text(encoding="utf-8")
    draft = read_bytes(text.encode(encoding), file=file)
    assert draft.encoding == encoding
    assert draft.source == text
    assert draft.summary == read_file(CASES / file).summary


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_no_mark(encoding: str) -> None:
    text = (CASES / "order_2025_bare.yaml").read_text(encoding="utf-8")
    draft = read_bytes(text.encode(encoding), file="a.yaml")
    assert (draft.encoding, draft.source, draft.problems) == (encoding, text, ())


def _traditional(text: str) -> str:
    return text.translate(str.maketrans("部门间问题总结单项员责时限标", "部門間問題總結單項員責時限標"))


def test_big5_is_not_taken_for_gb18030() -> None:
    draft = read_bytes("部門: 秩序部\n期間: 2025\n標題: 物業服務年度總結\n編制人: 張偉\n".encode("big5"))
    assert [p.message for p in draft.problems] == ["文件像是用Big5编码存的"]
    assert "UTF-8" in draft.problems[0].hint


@pytest.mark.parametrize("file", sorted(p.name for p in CASES.glob("*.yaml")))
def test_gb18030_is_never_taken_for_big5(file: str) -> None:
    text = (CASES / file).read_text(encoding="utf-8")
    for written in (text, _traditional(text)):
        for start in range(0, len(written), 50):
            piece = written[start : start + 200]
            assert read_bytes(piece.encode("gb18030"), file="a.yaml").source in (piece, "\ufeff" + piece)


BINARIES = [
    (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml word/document.xml", "Word文件"),
    (b"PK\x03\x04\x14\x00\x06\x00 xl/workbook.xml", "Excel文件"),
    (b"PK\x03\x04\x14\x00\x06\x00 a.txt", "压缩包"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "旧版Office文件"),
    (b"%PDF-1.7\n", "PDF文件"),
    (b"\x1f\x8b\x08\x00", "压缩包"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "图片"),
    (b"\x89PNG\r\n\x1a\n", "图片"),
    (b"\x7fELF\x02\x01\x00\x00\x80\x81", "二进制"),
]


@pytest.mark.parametrize("data, words", BINARIES)
def test_what_is_no_text_is_called_by_its_name(data: bytes, words: str) -> None:
    problems = read_bytes(data, file="a.yaml").problems
    assert [p.code for p in problems] == ["SHP001"]
    assert words in problems[0].message


def test_a_stray_zero_byte_is_a_character_that_should_not_be_there() -> None:
    problem = read_bytes((HEAD + "标题: 总\x00结\n").encode()).problems[0]
    assert "U+0000" in problem.message
    assert problem.span is not None
    assert problem.span.line == 3


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_bad_byte_in_utf_8_is_told_with_its_place(mark: bytes) -> None:
    data = mark + "部门: 秩序部\n期间: 2025\n标题: 秩序部总结".encode()
    (cut,) = read_bytes(data[:-1] + b"\n", file="a.yaml").problems
    assert (cut.code, str(cut.span)) == ("SHP001", "a.yaml:3:9")
    assert cut.message == "文件是UTF-8的，但第3行有读不出字的字节（E7 BB）"
    (stray,) = read_bytes(data + b"\xff\n", file="a.yaml").problems
    assert (str(stray.span), stray.message) == ("a.yaml:3:10", "文件是UTF-8的，但第3行有读不出字的字节（FF）")


def test_what_is_in_no_encoding_is_refused() -> None:
    assert codes(read_bytes(b"\xff\xff\xff\x80")) == ["SHP001"]


@pytest.mark.parametrize(
    "text, format",
    [
        (HEAD, "yaml"),
        ('{"a": 1}', "json"),
        ("\ufeff\n {", "json"),
        ('# 注\n"部门" = "a"\n', "toml"),
        ('[["指标"]]\n', "toml"),
        ("- 1\n", "yaml"),
        ("标题: a=b\n", "yaml"),
        ("", "yaml"),
    ],
)
def test_formats_are_told_apart(text: str, format: str) -> None:
    assert sniff(text) == format


def test_the_name_says_the_format() -> None:
    assert codes(read_bytes(b"{}", file="a.TOML")) == ["SHP001"]
    assert codes(read_bytes(b"{}", file="a.yml")) == ["SHP002", "SHP002"]


def _sources() -> list[tuple[str, str]]:
    chain = CASES / "environment_2025H1_chain.yaml"
    found = [("yaml", chain.read_text(encoding="utf-8"))]
    for file in (CASES / "service_2025_09.toml", chain):
        summary = read_file(file).summary
        assert summary is not None
        found += [(format, dumps(summary, format)) for format in ("yaml", "json", "toml")]
    return found


SOURCES = _sources()
MARKS = ["", "：", "　", "\t", "\n", ": ", "- ", "，", "&a ", "---\n", "\r", "\u2028", "\x00", "\ud800", "标题: x\n"]
MARKS += ":{}[],\"'“#=|%\\😀"
WORDS = ["*a", "true", "null", "3", "1e9", "[]", "{}", "2025-13-01", "[[", "a.b", "nan", '"""']


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damage_is_reported_inside_the_file(data: st.DataObject) -> None:
    format, text = data.draw(st.sampled_from(SOURCES))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.sampled_from([0, 1, 1, 2, 5, 30]))
        text = text[:at] + data.draw(st.sampled_from(MARKS + WORDS)) + text[at + gone :]
    draft = loads(text, format, file="草稿")
    assert draft.summary is not None or draft.problems
    last = len(text.replace("\r", "\n").split("\n")) + 1
    for problem in draft.problems:
        assert problem.code.startswith("SHP")
        assert problem.message
        assert problem.en.message
        if problem.span is not None:
            assert 1 <= problem.span.line <= problem.span.end_line <= last
            assert problem.span.column >= 1
    assert draft.spans.value(()) is not None or draft.summary is None


@settings(deadline=None, max_examples=200)
@given(text=st.text(), format=st.sampled_from(["yaml", "json", "toml"]))
def test_any_text_is_read_or_refused(text: str, format: str) -> None:
    draft = loads(text, format)
    assert draft.summary is not None or draft.problems


@settings(deadline=None, max_examples=100)
@given(data=st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert read_bytes(data).problems
