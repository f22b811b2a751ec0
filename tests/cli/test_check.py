"""``propsummary check``."""

from __future__ import annotations

import io
import json
import pathlib
import re
import shutil
import sys
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from propsummary.cli import main

HERE = pathlib.Path(__file__).parent
CASES = HERE.parent / "cases" / "structured"
# Families whose words the golden files hold.
FAMILIES = "SHP,REF,ISS,CTM,GOA,RSK,WRD"

CLEAN = """\
部门: 工程部
期间: 2025
措施:
  - {编号: c1, 内容: 更换东门道闸识别相机两台, 责任人: 周明, 完成时限: 2026-03-31, 成果物: 验收单}
"""
FAULTY = CLEAN.replace("责任人: 周明, ", "")


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)


def _draft(text: str | bytes, name: str = "草稿.yaml") -> str:
    pathlib.Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
    return name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_poor_draft(language: str, golden: Callable[[pathlib.Path, str], None], capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(HERE / "drafts" / "poor.yaml", "poor.yaml")
    assert main(["check", "poor.yaml", "--select", FAMILIES, "--lang", language]) == 1
    golden(HERE / "golden" / f"poor.{language}.txt", capsys.readouterr().out)


def test_a_clean_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CASES / "service_2025_06_clean.yaml")]) == 0
    assert "错误" not in capsys.readouterr().out


def test_errors_give_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", _draft(FAULTY)]) == 1
    assert "草稿.yaml:4:5: 错误 CTM001 " in capsys.readouterr().out


def test_stages(capsys: pytest.CaptureFixture[str]) -> None:
    vague = _draft(CLEAN.replace("更换东门道闸识别相机两台", "进一步加强管理").replace(", 成果物: 验收单", ""))
    codes = ["check", vague, "--select", "CTM007"]
    assert (main(codes), main([*codes, "--stage", "draft"]), main([*codes, "--stage", "final"])) == (0, 0, 1)


def test_places_count_characters(capsys: pytest.CaptureFixture[str]) -> None:
    """Behind emoji and characters beyond the basic plane a column is still a character, and the marker below its text."""
    draft = _draft("部门: 秩序部\n期间: 2025\n标题: 😀𠮷\n问题:\n  - {表现: 😀𠮷门岗缺人, 错键: 1, 原因: []}\n")
    main(["check", draft, "--select", "SHP003"])
    first, line, marker, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("草稿.yaml:5:18: 错误 SHP003 ")
    assert wcswidth(line[: line.index("错键")]) == marker.index("^")
    assert marker.count("^") == 4


@pytest.mark.parametrize("form", ["text", "html", "json", "sarif", "junit", "github"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_personal_data_never_appears(form: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    phone, plate = "13812345678", "粤B12345"
    draft = _draft(
        "部门: 秩序部\n期间: 2025\n"
        f"问题:\n  - {{编号: i1, 表现: 业主致电{phone}投诉{plate}占位, 责任: {phone}}}\n"
        f"措施:\n  - {{编号: c1, 针对: ['{phone}'], 内容: 回访{phone}, 责任人: 各部门, 完成时限: 尽快}}\n"
        f"豁免:\n  - {{规则: CTM002, 位置: c1, 理由: 见{phone}}}\n"
    )
    assert main(["check", draft, "--format", form, "--lang", language]) == 1
    out = capsys.readouterr().out
    assert "CTM004" in out
    assert phone not in out
    assert plate not in out


def test_json_of_one_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", _draft(FAULTY), "--format", "json", "--select", "CTM001"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], problem["path"], problem["object"], problem["file"], problem["line"]) == (
        "CTM001",
        "/countermeasures/0",
        "c1",
        "草稿.yaml",
        4,
    )


def test_several_files(capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there or cannot be read does not keep the others from being checked."""
    names = [_draft(FAULTY, "a.yaml"), "nowhere.yaml", _draft(b"\x00\x01\xff\xfe", "b.yaml"), _draft(CLEAN, "c.yaml")]
    assert main(["check", *names, "--format", "json"]) == 2
    told = capsys.readouterr()
    assert [one["file"] for one in json.loads(told.out)["files"]] == ["a.yaml", "b.yaml", "c.yaml"]
    assert told.err == "propsummary: 找不到 nowhere.yaml\n"


def test_the_form_for_several_files_does_not_hang_on_their_state(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", _draft(CLEAN), "nowhere.yaml", "--format", "json"]) == 2
    assert list(json.loads(capsys.readouterr().out)) == ["files"]


@pytest.mark.parametrize("language, said", [("zh", "propsummary: 找不到 x.yaml\n"), ("en", "propsummary: cannot find x.yaml\n")])
def test_a_file_that_is_not_there(language: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "x.yaml", "--lang", language]) == 2
    assert capsys.readouterr() == ("", said)


def test_a_folder_is_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("drafts.yaml").mkdir()
    assert main(["check", "drafts.yaml"]) == 2
    assert capsys.readouterr() == ("", "propsummary: drafts.yaml 是文件夹，不是文件\n")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\n# \n", id="comment"),
        pytest.param(bytes(range(256)) * 4, id="binary"),
        pytest.param(b"PK\x03\x04" + bytes(200), id="archive"),
        pytest.param("部门：秩序部\n期间：2025\n".encode(), id="full-width colons"),
        pytest.param(b"{" * 100_000, id="deep"),
        pytest.param("部门: 秩序部\n期间: 2025\n问题: &a [*a, *a]\n".encode(), id="aliases"),
        pytest.param(("部门: [" + "长" * 300_000).encode(), id="huge line"),
    ],
)
def test_unreadable_files_are_problems(data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", _draft(data)]) == 1
    told = capsys.readouterr()
    assert " 错误 SHP" in told.out
    assert told.err == ""
    assert max(map(wcswidth, told.out.splitlines()), default=0) < 400


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", _draft(FAULTY.encode(encoding)), "--select", "CTM001"]) == 1
    out = capsys.readouterr().out
    assert "草稿.yaml:4:5: 错误 CTM001 " in out
    assert "     4 |   - {编号: c1, 内容: 更换东门道闸识别相机两台, 完成时限" in out


@pytest.mark.parametrize(
    "data, options",
    [
        (FAULTY.encode(), []),
        (FAULTY.encode("gb18030"), ["--input-format", "yaml"]),
        ('{"部门": "工程部", "期间": "2025", "措施": [{"编号": "c1", "内容": "换相机"}]}'.encode(), []),
    ],
)
def test_standard_input(
    data: bytes, options: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert main(["check", "-", *options, "--select", "CTM001"]) == 1
    assert re.match(r"-:\d+:\d+: 错误 CTM001 ", capsys.readouterr().out)


@pytest.mark.parametrize(
    "prose",
    [
        "客服部2025年上半年工作总结\n部门：客服部\n一、工作成绩\n1、收缴率：全年96%。\n",
        "# 客服部2025年上半年工作总结\n\n## 工作成绩\n\n- 收缴率96%\n",
    ],
)
def test_prose_on_standard_input_is_read_as_prose(
    prose: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody wrote it as YAML, so nobody is told about its colons."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(prose.encode())))
    assert main(["check", "-", "--select", "SHP"]) == 0
    assert "全角冒号" not in capsys.readouterr().out


def test_select_and_ignore(capsys: pytest.CaptureFixture[str]) -> None:
    draft = _draft(FAULTY)
    assert main(["check", draft, "--select", "iss"]) == 0
    assert main(["check", draft, "--select", "measure-without-owner"]) == 1
    assert main(["check", draft, "--ignore", "CTM001"]) == 0
    assert main(["check", draft, "--ignore", "CTM，STR"]) == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_unknown_rules_are_refused(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt rule must not look like a clean file."""
    assert main(["check", _draft(FAULTY), option, "CTM01"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("propsummary: 没有叫“CTM01”的规则，是不是 CTM0")


def test_a_choice_that_says_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", _draft(FAULTY), "--select", ""]) == 2
    assert capsys.readouterr().err.startswith("propsummary check: --select 不能是 ''")


def test_standard_input_is_read_but_once(capsys: pytest.CaptureFixture[str]) -> None:
    for files in (["-", "-"], ["-", "--previous", "-"]):
        assert main(["check", *files]) == 2
        assert capsys.readouterr().err == "propsummary: 标准输入（-）只能给一次\n"


def test_a_file_is_named_as_it_was_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "http://example.com/a.yaml"]) == 2
    assert capsys.readouterr().err == "propsummary: 找不到 http://example.com/a.yaml\n"


def test_an_unreadable_file_is_not_clean_whatever_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", _draft("部门: [\n"), "--select", "ISS001"]) == 1
    assert "SHP001" in capsys.readouterr().out


def test_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("sub").mkdir()
    draft = _draft(FAULTY, "sub/a.yaml")
    pathlib.Path("own.toml").write_text('ignore = ["CTM001"]\n', encoding="utf-8")
    pathlib.Path("pyproject.toml").write_text('[tool.propsummary]\nignore = ["CTM"]\n', encoding="utf-8")
    assert main(["check", draft, "--config", "own.toml"]) == 0
    assert main(["check", draft, "--config", "pyproject.toml"]) == 0
    assert main(["check", draft]) == 0
    pathlib.Path("sub/propsummary.toml").write_text("ignore = []\n", encoding="utf-8")
    assert main(["check", draft]) == 1


def test_a_bad_configuration_is_told_in_either_language(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("propsummary.toml").write_bytes('[severity]\nGOA009 = "off"  # 关'.encode("gb18030"))
    assert main(["check", _draft(FAULTY)]) == 2
    told = capsys.readouterr().err
    assert told.endswith('：[severity] 里 GOA009 不能是 "off"，可以是 error、warning、info；不想查它就写进 ignore\n')
    assert main(["check", _draft(FAULTY), "--lang", "en"]) == 2
    assert not re.search("[\u4e00-\u9fff]", capsys.readouterr().err)


def test_what_did_not_run_is_one_short_line(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", _draft(CLEAN)])
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "没有运行" in line]
    assert re.fullmatch(r"\d+ 条规则没有运行：没有给出上一期总结", line)


@pytest.mark.parametrize("content", ['select = ["CTM01"]', 'ignore = ["CTM01"]', 'severity = {"CTM01" = "info"}'])
def test_a_configuration_that_names_no_rule(content: str, capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("propsummary.toml").write_text(content, encoding="utf-8")
    assert main(["check", _draft(FAULTY)]) == 2
    file = pathlib.Path("propsummary.toml").resolve()
    assert capsys.readouterr().err.startswith(f"propsummary: 配置有误：{file}：没有叫“CTM01”的规则，是不是 CTM0")


def test_a_choice_of_rules_in_the_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    text = 'select = ["issue-without-cause", "ctm"]\n[severity]\nmeasure-without-owner = "warning"\n'
    pathlib.Path("propsummary.toml").write_text(text, encoding="utf-8")
    assert main(["check", _draft(FAULTY)]) == 0
    assert capsys.readouterr().out.endswith("2 个警告\n")
    assert main(["check", _draft("部门: [\n")]) == 1


@pytest.mark.parametrize("content", [b"ignore = 5\n", b"ignoring = []\n", b"ignore = [\n", b"[settings]\nowner-laod = 1\n"])
def test_a_bad_configuration(content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("own.toml").write_bytes(content)
    assert main(["check", _draft(FAULTY), "--config", "own.toml"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("propsummary: 配置有误：own.toml")
    assert told.err.count("\n") == 1


def test_the_previous_summary(capsys: pytest.CaptureFixture[str]) -> None:
    before, now = str(CASES / "environment_2024_prev.yaml"), str(CASES / "environment_2025H1_chain.yaml")
    assert main(["check", "--previous", before, now]) in (0, 1)
    assert main(["check", now, "--previous", _draft("标题: x\n")]) == 2
    assert capsys.readouterr().err == "propsummary: 草稿.yaml 读不出总结，先用 propsummary check 看看\n"


def test_output_file(capsys: pytest.CaptureFixture[str]) -> None:
    draft = _draft(FAULTY)
    assert main(["check", draft, "-o", "报告.txt"]) == 1
    assert capsys.readouterr() == ("", "")
    assert "CTM001" in pathlib.Path("报告.txt").read_text(encoding="utf-8")


def test_the_report_never_destroys_a_draft(capsys: pytest.CaptureFixture[str]) -> None:
    draft = _draft(FAULTY)
    assert main(["check", draft, "-o", f"./{draft}"]) == 2
    assert pathlib.Path(draft).read_text(encoding="utf-8") == FAULTY
    assert main(["check", draft, "-o", "no/folder/x.txt"]) == 2
    assert capsys.readouterr().err.endswith("propsummary: 写不了 no/folder/x.txt：没有 no/folder 这个文件夹\n")


class _Terminal(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")

    def isatty(self) -> bool:
        return True

    def text(self) -> str:
        self.seek(0)
        return self.read()


def test_colours_only_for_those_who_look_on(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    draft = _draft(FAULTY)
    assert main(["check", draft]) == 1
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setenv("TERM", "xterm")
    for refusal, coloured in (("", True), ("1", False)):
        monkeypatch.setenv("NO_COLOR", refusal)
        monkeypatch.setattr(sys, "stdout", screen := _Terminal())
        assert main(["check", draft]) == 1
        assert ("\x1b[31m错误\x1b[0m" in screen.text()) is coloured


def test_progress_only_for_many_files_and_those_who_look_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [_draft(CLEAN, f"{n}.yaml") for n in range(20)]
    main(["check", *names])
    assert capsys.readouterr().err == ""
    for many, shown in ((names, True), (names[:5], False)):
        monkeypatch.setattr(sys, "stderr", screen := _Terminal())
        main(["check", *many])
        assert ("已检查 19/20" in screen.text()) is shown


POOR = (HERE / "drafts" / "poor.yaml").read_text(encoding="utf-8")


@st.composite
def _damaged(draw: st.DrawFn) -> bytes:
    """The poor draft with a passage replaced by something else."""
    start = draw(st.integers(0, len(POOR)))
    end = draw(st.integers(start, min(start + 80, len(POOR))))
    instead = draw(st.one_of(st.text(max_size=20), st.text("{}[]:,#&*!|>'\"%@`：，\n\t -0123456789", max_size=20)))
    return (POOR[:start] + instead + POOR[end:]).encode(draw(st.sampled_from(["utf-8", "gb18030"])), "replace")


@given(data=st.one_of(_damaged(), st.binary(max_size=200)), form=st.sampled_from(["text", "json", "sarif", "github"]))
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_file_holds_the_command_keeps_its_composure(
    data: bytes, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", _draft(data), "--format", form])
    told = capsys.readouterr()
    assert code in (0, 1)
    assert told.err == ""
    assert "PSE900" not in told.out
    if form in ("json", "sarif"):
        json.loads(told.out)
