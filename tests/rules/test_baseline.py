"""The check baseline: what is known is not told again, what is new is."""

from __future__ import annotations

import json
import pathlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary import check
from propsummary.cli import main
from propsummary.errors import ConfigurationError
from propsummary.problems import Problem, Report, Severity, Wording
from propsummary.rules import baseline
from propsummary.serde import loads

DRAFT = """\
部门: 秩序部
期间: 2025
问题:
  - {编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次}
  - {编号: i2, 表现: 两名队员未持证}
措施:
  - {编号: c1, 针对: [i1], 内容: 更换东门两台识别相机}
"""


def _report(text: str = DRAFT, file: str = "秩序部.yaml") -> Report:
    return check(loads(text, file=file))


def _places(report: Report, code: str) -> list[str]:
    return [problem.pointer for problem in report if problem.code == code]


def test_what_is_known_is_not_told_again() -> None:
    report = _report()
    assert len(report) > 5
    known = baseline.read(baseline.write(report))
    after = baseline.apply(report, known)
    assert after.problems == ()
    assert after.known == report.problems
    assert after.gone == ()
    assert after.ok
    assert not report.ok


def test_lines_move_and_words_change() -> None:
    """A finding stays known when lines are added, members change places and the words of its object are others."""
    known = baseline.read(baseline.write(_report()))
    lines = DRAFT.splitlines(keepends=True)
    moved = "# 草稿\n" + "".join((*lines[:3], lines[4], lines[3].replace("车辆排队", "排队"), *lines[5:]))
    after = baseline.apply(_report(moved), known)
    assert [(problem.code, problem.pointer) for problem in after] == []
    assert after.gone == ()


def test_what_is_new_is_told() -> None:
    """The same fault of another object is new, and so is another fault of the same."""
    known = baseline.read(baseline.write(_report()))
    more = DRAFT + "  - {编号: c2, 针对: [i2], 内容: 两名队员3月参加持证培训, 责任人: 各部门, 完成时限: 2026-03-31}\n"
    after = baseline.apply(_report(more), known)
    assert _places(after, "CTM002") == ["/countermeasures/1/owner"]
    assert not after.ok
    assert {line.split()[0] for line in after.gone} == {"ISS005"}
    vague = baseline.apply(_report(DRAFT.replace("相机}", "相机, 完成时限: 尽快}")), known)
    assert _places(vague, "CTM004") == ["/countermeasures/0/deadline"]


def test_what_is_gone_is_told() -> None:
    known = baseline.read(baseline.write(_report()))
    mended = _report(DRAFT.replace("相机}", "相机, 责任人: 周明, 完成时限: 2026-03-31}"))
    after = baseline.apply(mended, known)
    assert [line.split()[:2] for line in after.gone] == [["CTM001", "c1"], ["CTM003", "c1"]]
    assert baseline.apply(mended, baseline.read(baseline.write(mended))).gone == ()


def test_a_second_one_of_its_kind_is_new() -> None:
    """Of what has no id of its own, one that is known hides one."""
    one = "部门: 秩序部\n期间: 2025\n正文: [{部分: 成绩, 内容: 【请填写】}]\n"
    two = one.replace("}]", "}, {部分: 问题, 内容: 【请填写】}]")
    after = baseline.apply(_report(two), baseline.read(baseline.write(_report(one))))
    assert len(_places(_report(two), "WRD001")) == 2
    assert len(_places(after, "WRD001")) == 1


def test_files_are_known_one_by_one() -> None:
    """However the way to a file is written; another file's findings are not known."""
    known = baseline.read(baseline.write([_report(file="a/./x.yaml"), _report("部门: 秩序部\n期间: 2025\n", file="b.yaml")]))
    assert baseline.apply(_report(file="a\\x.yaml"), known).problems == ()
    assert baseline.apply(_report(file="a/b/../x.yaml"), known).problems == ()
    assert baseline.apply(_report(file="c.yaml"), known).known == ()


def test_rules_that_did_not_run_find_nothing_gone() -> None:
    """Without the previous summary nobody knows whether what it showed is still so."""
    last = loads("部门: 秩序部\n期间: 2024\n目标: [{编号: g1, 内容: 建成充电棚2座}]\n").summary
    assert last is not None
    draft = loads(DRAFT, file="秩序部.yaml")
    with_it = check(draft, previous=last)
    assert "CHN001" in {problem.code for problem in with_it}
    assert baseline.apply(check(draft), baseline.read(baseline.write(with_it))).gone == ()


def test_a_crash_is_never_known() -> None:
    crash = Problem(code="PSE900", name="rule-crashed", severity=Severity.ERROR, zh=Wording("坏了"), en=Wording("broken"))
    report = Report(problems=(crash,))
    assert baseline.apply(report, baseline.read(baseline.write(report))).problems == (crash,)


def test_an_unused_waiver_can_be_known() -> None:
    draft = loads("部门: 秩序部\n期间: 2025\n豁免: [{规则: MET001, 位置: m1, 理由: 台账在团委}]\n", file="秩序部.yaml")
    report = check(draft)
    assert "PSE901" in {problem.code for problem in report}
    assert baseline.apply(report, baseline.read(baseline.write(report))).problems == ()


def test_it_can_be_read_and_compared_by_people() -> None:
    """Sorted, one finding after the other, with what was said; the same report gives the same bytes."""
    text = baseline.write(_report())
    data = json.loads(text)
    assert data["version"] == 1
    entries = data["files"]["秩序部.yaml"]
    assert entries == sorted(entries, key=lambda entry: tuple(entry.values()))
    assert {"code": "CTM001", "at": "c1", "said": "措施没有责任人"} in entries
    assert text == baseline.write(_report())


def test_it_repeats_no_personal_data() -> None:
    text = baseline.write(_report(DRAFT + "联系电话13800138000: x\n"))
    assert "SHP003" in text
    assert "13800138000" not in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "files": {}}',
        '{"version": 1}',
        '{"version": 1, "files": []}',
        '{"version": 1, "files": {"a": [{}]}}',
        "�",
    ],
)
def test_what_is_no_baseline(text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"known\.json"):
        baseline.read(text, "known.json")


_codes = st.sampled_from(["ISS001", "CTM001", "WRD001"])
_objects = st.sampled_from([None, "i1", "c1"])


@st.composite
def _problems(draw: st.DrawFn) -> Problem:
    said = draw(st.sampled_from(["没有原因", "问题“甲”（i1）没有原因", "问题“乙”（i1）没有原因", "占位符“X%”"]))
    path = ("issues", draw(st.integers(0, 3)))
    wording = Wording(said)
    return Problem(code=draw(_codes), name="x", severity=Severity.ERROR, path=path, object=draw(_objects), zh=wording, en=wording)


@settings(deadline=None)
@given(st.lists(_problems(), max_size=8), st.lists(_problems(), max_size=8))
def test_nothing_is_lost(before: list[Problem], now: list[Problem]) -> None:
    """Whatever was known: what is told and what is known make up the report, and known and gone make up the baseline."""
    known = baseline.read(baseline.write(Report(problems=tuple(before))))
    report = Report(problems=tuple(now))
    after = baseline.apply(report, known)
    assert sorted(map(id, (*after.problems, *after.known))) == sorted(map(id, now))
    assert len(after.known) + len(after.gone) == len(before)


def test_the_command(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Recorded once, hidden and counted from then on; what is gone is told, unless only some rules were asked for."""
    monkeypatch.chdir(tmp_path)
    draft = pathlib.Path("草稿.yaml")
    draft.write_text(DRAFT, encoding="utf-8")
    assert main(["check", "草稿.yaml"]) == 1
    count = len(check(loads(DRAFT)).problems)
    capsys.readouterr()
    assert main(["check", "草稿.yaml", "--write-baseline", "已知.json"]) == 0
    assert capsys.readouterr() == ("", f"已把 {len(_in_folder(draft))} 条问题记进 已知.json\n")
    assert main(["check", "草稿.yaml", "--baseline", "已知.json"]) == 0
    told = capsys.readouterr()
    assert told.err == f"已知 {len(_in_folder(draft))} 条，不再列出\n"
    assert count <= len(_in_folder(draft))
    draft.write_text(DRAFT.replace("相机}", "相机, 责任人: 周明, 完成时限: 尽快}"), encoding="utf-8")
    assert main(["check", "草稿.yaml", "--baseline", "已知.json"]) == 1
    told = capsys.readouterr()
    assert "CTM004" in told.out
    assert "ISS001" not in told.out
    assert "已知.json 里有 2 条已经不存在，可以删去：\n    CTM001 c1" in told.err
    assert main(["check", "草稿.yaml", "--baseline", "已知.json", "--select", "CTM004"]) == 1
    assert "可以删去" not in capsys.readouterr().err


def _in_folder(draft: pathlib.Path) -> tuple[Problem, ...]:
    return check(loads(DRAFT, folder=draft.parent)).problems


def test_the_command_keeps_its_composure(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A baseline that is none, or is not there, and one that would destroy a draft."""
    monkeypatch.chdir(tmp_path)
    pathlib.Path("草稿.yaml").write_text(DRAFT, encoding="utf-8")
    pathlib.Path("坏.json").write_bytes(b"\xff\xfe\x00")
    assert main(["check", "草稿.yaml", "--baseline", "坏.json"]) == 2
    assert capsys.readouterr().err.startswith("propsummary: 配置有误：坏.json")
    assert main(["check", "草稿.yaml", "--baseline", "没有.json"]) == 2
    assert "没有.json" in capsys.readouterr().err
    assert main(["check", "草稿.yaml", "--write-baseline", "草稿.yaml"]) == 2
    assert pathlib.Path("草稿.yaml").read_text(encoding="utf-8") == DRAFT
    assert main(["check", "草稿.yaml", "--baseline", "a", "--write-baseline", "b"]) == 2
    assert "不能和" in capsys.readouterr().err
