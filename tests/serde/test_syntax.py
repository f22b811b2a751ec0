"""Texts that are not well-formed: one problem that says what the person did, at the place where it was done."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary.problems import Problem, Severity
from propsummary.serde import loads

HEAD = "部门: 秩序部\n期间: 2025\n"


def refused(text: str, format: str = "yaml") -> Problem:
    """The one problem of a text that cannot be read."""
    draft = loads(text, format, file="草稿")
    assert draft.summary is None
    assert len(draft.problems) == 1
    problem = draft.problems[0]
    assert problem.severity is Severity.ERROR
    assert problem.en.message != problem.zh.message
    return problem


def place(problem: Problem) -> tuple[int, int]:
    assert problem.span is not None
    assert problem.span.file == "草稿"
    return problem.span.line, problem.span.column


YAML = [
    ("标题：总结\n期间: 2025\n", (1, 3), "全角冒号"),
    (HEAD + "标题：总结\n编制人: 张伟\n", (3, 3), "全角冒号"),
    (HEAD + "标题：总结", (3, 3), "全角冒号"),
    ("标题：总结", (1, 3), "全角冒号"),
    (HEAD + "指标:\n  - {名称：到岗率, 数值: 3}\n", (4, 8), "全角冒号"),
    (HEAD + "指标:\n  - {名称: 到岗率，数值: 3}\n", (4, 13), "全角逗号"),
    ("部门:　秩序部\n期间: 2025\n", (1, 4), "全角空格"),
    ("部门:\u00a0秩序部\n期间: 2025\n", (1, 4), "不间断空格"),
    ("单位:\n　公司: 甲\n", (2, 1), "缩进"),
    ("单位:\n\t公司: 甲\n", (2, 1), "制表符"),
    (HEAD + "措施:\n  - 内容: 完成: 电梯\n", (4, 11), "又出现了一个"),
    (HEAD + "指标:\n  - 数值: %95\n", (4, 9), "不能直接以“%”开头"),
    (HEAD + "编制人: @张伟\n", (3, 6), "不能直接以“@”开头"),
    (HEAD + "编制人: `张伟`\n", (3, 6), "不能直接以“`”开头"),
    (HEAD + "标题: 'x\n编制人: 张伟\n", (3, 5), "引号没有配上"),
    (HEAD + "指标: [1, 2\n编制人: 张伟\n", (3, 5), "“[”没有配上“]”"),
    ("指标:\n  - {编号: m1, 名称: 巡更\n问题: []", (2, 5), "“{”没有配上“}”"),
    (HEAD + "指标:\n  - {编号: m1, 名称: 巡更\n  - {编号: m2, 名称: 到岗}\n", (4, 5), "“{”没有配上“}”"),
    (HEAD + "问题:\n  - {编号: i1, 指标: [m1, 表现: 排队}\n", (4, 18), "“[”没有配上“]”"),
    (HEAD + "问题:\n  - {编号: i1, 原因: [{维度: 人员能力, 说明: 缺岗]}\n", (4, 19), "“{”没有配上“}”"),
    (HEAD + "指标:\n  - {编号: m1,\n     名称: 巡更\n  - {编号: m2}\n", (4, 5), "“{”没有配上“}”"),
    (HEAD + "指标:\n  - {编号: m1}}\n", (4, 13), "多了一个“}”"),
    (HEAD + "指标:\n  - {编号: m1 名称: 巡更}\n", (4, 13), "少了逗号"),
    (HEAD + "指标:\n  - {编号: m1\n     名称: 巡更}\n", (5, 6), "少了逗号"),
    (HEAD + "指标:\n  - {编号: m1, 备注: 见: 附件}\n", (4, 19), "又出现了一个"),
    ("标题:总结\n部门: 秩序部\n", (1, 3), "冒号后面少了空格"),
    (HEAD + "标题:总结", (3, 3), "冒号后面少了空格"),
    (HEAD + "问题:\n  - 编号: i1\n    表现:东门排队17次\n    领域: 车辆\n", (5, 7), "冒号后面少了空格"),
    (HEAD + "问题:\n  - 编号:i1\n    表现: 东门排队17次\n", (4, 7), "冒号后面少了空格"),
    (HEAD + "单位: {公司:示例物业}\n", (3, 8), "冒号后面少了空格"),
    (HEAD + "问题:\n  -编号: i1\n    表现: 东门排队17次\n", (4, 3), "短横后面少了空格"),
    (HEAD + "问题:\n  -{编号: i1, 标题: 排队}\n", (4, 3), "短横后面少了空格"),
    (HEAD + '标题: "平安"行动总结\n编制人: 张伟\n', (3, 5), "引号只包住了"),
    (HEAD + '标题: "总结\n编制人: "张伟"\n', (3, 5), "引号没有配上"),
    (HEAD + "标题: *重要*通知\n", (3, 5), "不能直接以“*”开头"),
    (HEAD + "标题: !重要\n", (3, 5), "不能直接以“!”开头"),
    (HEAD + "标题: ,总结\n", (3, 5), "不能直接以“,”开头"),
    (HEAD + "指标:\n  - 名称: a\n 数值: 3\n", (5, 2), "缩进"),
    (HEAD + "标题\n编制人: 张伟\n", (3, 1), "缺少冒号"),
    (HEAD + "---\n" + HEAD, (3, 1), "两份内容"),
    (HEAD + "? [a]\n: b\n", (3, 3), "键必须是文字"),
    (HEAD + "!!int 3: x\n", (3, 1), "标签"),
    (HEAD + "标题: a\u0007b\n", (3, 6), "控制字符"),
    (HEAD + '标题: "\\q"\n', (3, 6), "反斜线"),
]


@pytest.mark.parametrize("text, at, words", YAML)
def test_yaml_slips_are_told_where_they_were_made(text: str, at: tuple[int, int], words: str) -> None:
    problem = refused(text)
    assert (problem.code, place(problem)) == ("SHP001", at)
    assert words in problem.message


JSON = [
    ('{“部门”: "秩序部"}', (1, 2), "中文引号"),
    ('{"部门": "秩序部"，"期间": 2025}', (1, 13), "全角符号"),
    ('{"部门"："秩序部"}', (1, 6), "全角符号"),
    ("{'部门': 1}", (1, 2), "单引号"),
    ('{"部门": "秩序部",\n}', (1, 13), "多了逗号"),
    ('{"部门": "秩序部"} // 完', (1, 15), "注释"),
    ('{"部门": "秩序部"\n "期间": 2025}', (2, 2), "少了逗号"),
    ('{"部门": }', (1, 8), "少了值"),
    ('{"部门": "秩序', (1, 8), "双引号没有配上"),
    ('{"部门": "秩\n序"}', (1, 10), "换行"),
]


@pytest.mark.parametrize("text, at, words", JSON)
def test_json_slips_are_told_where_they_were_made(text: str, at: tuple[int, int], words: str) -> None:
    problem = refused(text, "json")
    assert (problem.code, place(problem)) == ("SHP001", at)
    assert words in problem.message


TOML = [
    ("部门 = 1\n", (1, 1), "“部门”要加引号"),
    ('"部门" = "秩序部"\n[[事项]]\n', (2, 3), "“事项”要加引号"),
    ('"单位" = {公司 = "甲"}\n', (1, 9), "“公司”要加引号"),
    ('“部门” = "秩序部"\n', (1, 1), "全角符号"),
    ('"部门" = “秩序部”\n', (1, 8), "全角符号"),
    ('"部门" = 秩序部\n', (1, 8), "不是TOML认得的值"),
    ('"部门" = [1,\n', (2, 1), "没有配上"),
    ('"部门" "秩序部"\n', (1, 6), "等号"),
]


@pytest.mark.parametrize("text, at, words", TOML)
def test_toml_slips_are_told_where_they_were_made(text: str, at: tuple[int, int], words: str) -> None:
    problem = refused(text, "toml")
    assert (problem.code, place(problem)) == ("SHP001", at)
    assert words in problem.message


@pytest.mark.parametrize(
    "text, code",
    [("", "SHP002"), ("# 空\n", "SHP002"), ("[1, 2]", "SHP004"), ("一句话", "SHP004"), ('"标题" = 1\n', "SHP001")],
)
def test_what_is_no_mapping_is_refused(text: str, code: str) -> None:
    assert refused(text).code == code


@pytest.mark.parametrize("format", ["yaml", "json", "toml"])
def test_an_empty_file_is_called_empty(format: str) -> None:
    assert refused("\n", format).message == "文件是空的"


SEVERAL = [
    ("部门：秩序部\n期间：2025", [(1, 3, "全角冒号"), (2, 3, "全角冒号")]),
    ("部门:秩序部\n期间:2025\n", [(1, 3, "冒号后面少了空格"), (2, 3, "冒号后面少了空格")]),
    ("部门：秩序部\n期间: 2025\n标题：总结\n编制人: 张伟\n", [(1, 3, "全角冒号"), (3, 3, "全角冒号")]),
    ("标题:总结\n编制人：张伟\n# 注\n部门: x\n审核人:李四\n", [(1, 3, "空格"), (2, 4, "全角冒号"), (5, 4, "空格")]),
    (HEAD + "指标:\n  - {编号:m1, 名称:巡更}\n", [(4, 8, "空格"), (4, 15, "空格")]),
    (HEAD + "指标:\n  - {编号：m1, 名称：巡更}\n", [(4, 8, "全角冒号"), (4, 15, "全角冒号")]),
    ("单位:\n　公司: 甲\n　项目: 乙\n", [(2, 1, "缩进"), (3, 1, "缩进")]),
    ("单位:\n\t公司: 甲\n\t项目: 乙\n标题: '甲\n编制人: a", [(2, 1, "制表符"), (3, 1, "制表符"), (4, 5, "引号没有配上")]),
    (HEAD + "编制人: @张伟\n标题: %x\n", [(3, 6, "“@”"), (4, 5, "“%”")]),
    (HEAD + "指标:\n  - {编号: m1, 名称: a\n  - {编号: m2, 名称: b\n标题: c\n", [(4, 5, "“{”没有配上"), (5, 5, "“{”没有配上")]),
    (HEAD + "标题: a\u0007b\n编制人: \u0008\n", [(3, 6, "控制字符"), (4, 6, "控制字符")]),
]


@pytest.mark.parametrize("text, slips", SEVERAL)
def test_every_slip_is_told_at_once(text: str, slips: list[tuple[int, int, str]]) -> None:
    problems = loads(text, file="草稿").problems
    assert [place(p) for p in problems] == [(line, column) for line, column, _ in slips]
    for problem, (_, _, words) in zip(problems, slips, strict=True):
        assert problem.code == "SHP001"
        assert words in problem.message


OTHER = [
    ("部门: 秩序部\n期间: 2025\n", "json", "YAML", ".yaml"),
    ('"部门" = "秩序部"\n"期间" = 2025\n', "yaml", "TOML", ".toml"),
    ('department = "order"\n', "yaml", "TOML", ".toml"),
    ("部门: 秩序部\n期间: 2025\n", "toml", "YAML", ".yaml"),
    ('{"部门": "秩序部"}', "toml", "JSON", ".json"),
    ('{\n\t"部门": "秩序部",\n\t"期间": 2025\n}', "toml", "JSON", ".json"),
]


@pytest.mark.parametrize("text, format, looks, suffix", OTHER)
def test_a_file_with_the_wrong_ending_is_told_what_it_is(text: str, format: str, looks: str, suffix: str) -> None:
    problem = refused(text, format)
    assert looks in problem.message
    assert suffix in problem.hint
    assert place(problem) == (1, 1)


@pytest.mark.parametrize("text", ["一句话", "今年的工作总结如下。\n", "- 一\n- 二\n"])
def test_what_is_a_draft_in_no_format_is_told_so(text: str) -> None:
    problem = refused(text)
    assert (problem.code, place(problem)) == ("SHP004", (1, 1))


RIGHT = [
    "背景:\n  说明: |\n    目的：说明情况\n    编号:i1\n    -事项\n    {没有收口\n  定位: 一\n",
    "标题: 见http://example.com/a?b=1，12:30集合\n",
    "标题: 总结：全年工作“平安”行动\n编制人: 张伟（队长）\n",
    "成绩:\n  - 标题: 全年接报：\n      其中夜间:3起\n",
    "成绩:\n  - {标题: 值守（24小时）, 做法: [增设岗亭：2个, 12:30换岗, a:b]}\n",
    "附加: {网址: http://a.cn, 时刻: 12:30, 比: 3:1, 表: [1,200, a:b]}\n",
    '附加: {"编号:m1": 1, \'-x\': 2, "a：b": 3}\n',
    "指标: [{名称: a, 数值: 1200件, 备注: '1,200件'}, {名称: b, 构成: {夜间: 3, 白天: 200}}]\n",
    "问题:\n- 表现: |-\n    -编号: i1\n  领域: 车辆\n",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_like_a_slip_is_read_without_a_word(text: str) -> None:
    assert loads(HEAD + text).problems == ()


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_like_a_slip_is_not_blamed_for_a_real_one(text: str) -> None:
    for slip in ("标题:总结\n" if "标题" not in text else "审核人:李四\n", "审核人：李四\n"):
        for whole, line in ((HEAD + text + slip, 3 + text.count("\n")), (slip + HEAD + text, 1)):
            assert [p.span and p.span.line for p in loads(whole).problems] == [line], whole


FILES = sorted((Path(__file__).parent.parent / "cases" / "structured").glob("*.yaml"))
UNSURE = ("YAML写法有误", "缩进与上下文", "不是“键: 值”", "或括号里少了逗号", "键必须是文字", "反斜线")
MARKS = ["：", "　", "\t", ": ", "- ", "，", "“", "” ", *":{}[],\"'#=|%"]


@settings(deadline=None, max_examples=300)
@given(data=st.data())
def test_one_slip_is_never_blamed_on_another_line(data: st.DataObject) -> None:
    """Whatever was done to a right file in one place: what is told by name stands on the line where it was done."""
    text = data.draw(st.sampled_from(FILES)).read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text) - 1))
    damaged = text[:at] + data.draw(st.sampled_from(MARKS)) + text[at + data.draw(st.integers(0, 1)) :]
    line = text[:at].count("\n") + 1
    for problem in loads(damaged).problems:
        if problem.code == "SHP001" and not any(words in problem.message for words in UNSURE):
            assert problem.span is not None
            assert problem.span.line == line


def test_explaining_a_long_file_takes_no_longer_than_reading_it_a_few_times() -> None:
    good = "  - {编号: m, 名称: 巡更到位率, 数值: 98.6%, 来源: 巡更系统年度导出}\n" * 20_000
    draft = loads(HEAD + "指标:\n" + good + "标题:总结\n审核人: 李四\n")
    assert [p.span and p.span.line for p in draft.problems] == [20_004]


def test_a_toml_key_that_stands_twice_is_a_duplicate() -> None:
    problem = refused('"标题" = "a"\n"标题" = "b"\n', "toml")
    assert problem.code == "SHP006"
    assert place(problem)[0] == 2


def test_lines_end_as_they_like() -> None:
    for end in ("\n", "\r\n"):
        assert place(refused(f"部门: 秩序部{end}期间: 2025{end}编制人: @x{end}")) == (3, 6)
        assert place(refused(f'"部门" = "秩序部"{end}编制人 = "x"{end}', "toml")) == (2, 1)
