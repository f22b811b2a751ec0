"""The other commands."""

from __future__ import annotations

import json
import pathlib
import re
import shutil
import sys
from urllib.parse import unquote

import pytest

from propsummary import cli
from propsummary.cli import main
from propsummary.rules import all_rules

CASES = pathlib.Path(__file__).parent.parent / "cases" / "structured"
CLEAN, POOR = CASES / "service_2025_06_clean.yaml", CASES / "order_2025_bare.yaml"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _copy(source: pathlib.Path, name: str = "草稿.yaml") -> str:
    pathlib.Path(name).write_bytes(source.read_bytes())
    return name


# Language and misuse


@pytest.mark.parametrize(
    "arguments", [["--lang", "en", "check", "-h"], ["check", "-h", "--lang=en"], ["check", "--lang", "en", "-h"]]
)
def test_help_in_english(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    out = capsys.readouterr().out
    assert out.startswith("usage: propsummary check ")
    assert not re.search("[\u4e00-\u9fff]", out)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help_in_chinese(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"用法：propsummary {name} ")
    assert "显示这份说明" in out


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["chekc"], "propsummary: 没有 chekc 这个命令，是不是 check？（用法见 propsummary --help）"),
        (["zzz"], "propsummary: 没有 zzz 这个命令，可以是 new、"),
        (["chekc", "--lang", "en"], "propsummary: there is no command chekc; did you mean check? (see propsummary --help)"),
        (["check"], "propsummary check: 还缺 FILE（草稿，可以有多个；- 是标准输入）（用法见 propsummary check --help）"),
        (
            ["check", "--lang", "en"],
            "propsummary check: missing: FILE (drafts; - is standard input) (see propsummary check --help)",
        ),
        (["completion"], "propsummary completion: 还缺 SHELL（哪一种命令行：bash、zsh 或 tcsh）"),
        (["render", "x"], "propsummary render: 还缺 --to（输出格式，如 html）"),
        (
            ["check", "x", "--fromat", "json"],
            "propsummary check: 不认识 --fromat json，是不是 --format？（用法见 propsummary check --help）",
        ),
        (["check", "x", "--format", "xml"], "propsummary check: --format 不能是 xml，可以是 "),
        (["check", "x", "--format", "JSON"], "propsummary check: --format 不能是 JSON，是不是 json？"),
        (["check", "x", "--form=json"], "propsummary check: 不认识 --form=json，是不是 --format？"),
        (["schema", "x.json"], "propsummary schema: 不认识 x.json（用法见 propsummary schema --help）"),
        (["render", "a.yaml", "b.yaml", "--to", "text"], "propsummary render: 一次只能给一个文件，多了 b.yaml（用法"),
        (["gate", "a", "b", "c", "--lang", "en"], "propsummary gate: takes 2 files; too many: c (see"),
        (["--zzz"], "propsummary: 不认识 --zzz（用法见 propsummary --help）"),
        (["--zzz", "schema"], "propsummary schema: 不认识 --zzz（"),
        (["render", "x", "--to"], "propsummary render: --to 后面还缺内容"),
        (["render", "x", "--to", "html", "--final=5"], "propsummary render: --final 不带内容，却写了 '5'"),
        (["--lang", "en", "check", "x", "--zzz"], "propsummary check: unknown: --zzz (see propsummary check --help)"),
        (["--lang", "fr", "check", "x"], "propsummary: --lang 不能是 fr，可以是 zh、en"),
    ],
)
def test_misuse_is_told_in_one_line(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(said)
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["--lang", "zh"]])
def test_without_a_command_the_help_is_shown(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("用法：propsummary ")
    assert all(name in told.err for name in cli.COMMANDS)


@pytest.mark.parametrize(
    "locale, language",
    [
        ({}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
    ],
)
def test_the_language_of_the_locale(
    locale: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """English where the locale is; ``--lang`` goes before it."""
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    main(["check", "x.yaml"])
    main(["check", "x.yaml", "--lang", "zh"])
    first, second = capsys.readouterr().err.splitlines()
    assert first == {"zh": "propsummary: 找不到 x.yaml", "en": "propsummary: cannot find x.yaml"}[language]
    assert second == "propsummary: 找不到 x.yaml"


def test_a_surprise_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def surprise(*_: object, **__: object) -> None:
        raise RuntimeError("secret of the inside")

    monkeypatch.setattr("propsummary.api.check", surprise)
    assert main(["check", _copy(CLEAN)]) == 2
    told = capsys.readouterr()
    assert told.err == "propsummary: 程序出了意外（RuntimeError），这不是您的错；请加上 --debug 再运行一次，把输出报告给我们\n"
    assert main(["check", _copy(CLEAN), "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_interrupted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("propsummary.api.read", interrupt)
    assert main(["check", "x.yaml"]) == 130
    assert capsys.readouterr() == ("", "")


# render


def test_render_beside_the_draft(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("2025").mkdir()
    assert main(["render", _copy(CLEAN, "2025/草稿.v2.yaml"), "--to", "markdown"]) == 0
    made = pathlib.Path("2025", "草稿.v2.md")
    assert "客" in made.read_text(encoding="utf-8")
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[0] == f"已写到 {made}"


def test_render_to_the_screen_and_to_a_file_is_the_same(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    draft = _copy(CLEAN)
    assert main(["render", draft, "--to", "html", "-o", "-", "--lang", "en"]) == 0
    shown = capfdbinary.readouterr().out
    assert main(["render", draft, "--to", "html", "-o", "x.html", "--lang", "en"]) == 0
    assert shown == pathlib.Path("x.html").read_bytes()
    assert b"<html" in shown


def test_render_puts_photos_beside_markdown() -> None:
    """In a folder of their own; the file leads to them and not to the draft's."""
    draft = _copy(CASES.parent.parent.parent / "examples" / "order-2025.yaml")
    shutil.copytree(CASES.parent.parent.parent / "examples" / "photos", "photos")
    assert main(["render", draft, "--to", "markdown", "--audience", "owners", "-o", "公示.md"]) == 0
    text = pathlib.Path("公示.md").read_text("utf-8")
    linked = re.findall(r"\]\(<([^>]*)>\)", text)
    assert linked
    for link in linked:
        file = pathlib.Path(unquote(link))
        assert file.parent.name == "公示.photos"
        assert file.is_file()


def test_render_spares_photos_that_it_did_not_put_there(capsys: pytest.CaptureFixture[str]) -> None:
    """Not without --force; and the draft's own photos not even with it."""
    draft = _copy(CASES.parent.parent.parent / "examples" / "order-2025.yaml")
    shutil.copytree(CASES.parent.parent.parent / "examples" / "photos", "photos")
    render = ["render", draft, "--to", "markdown", "-o", "公示.md"]
    assert main(render) == 0
    assert main(render) == 0  # its own, again
    (mine,) = pathlib.Path("公示.photos").glob("1.*")
    mine.write_bytes(b"a person's")
    pathlib.Path("公示.md").unlink()
    capsys.readouterr()
    assert main(render) == 2
    assert f"{mine} 已经有了；要覆盖请加 --force" in capsys.readouterr().err
    assert mine.read_bytes() == b"a person's"
    assert not pathlib.Path("公示.md").exists()
    assert main([*render, "--force"]) == 0
    assert mine.read_bytes() != b"a person's"

    text = pathlib.Path(draft).read_text("utf-8")
    first = re.search(r"photos/\w+\.png", text)
    assert first
    pathlib.Path(draft).write_text(text.replace(first[0], mine.as_posix()), "utf-8")
    before = mine.read_bytes()
    assert main([*render, "--force"]) == 2
    assert "是草稿用的照片" in capsys.readouterr().err
    assert mine.read_bytes() == before


def test_render_marks_a_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", _copy(POOR), "--to", "text", "-o", "-"]) == 0
    told = capsys.readouterr()
    assert "草稿" in told.out
    assert re.fullmatch(r"按定稿（check --stage final）的要求还有 \d+ 个错误要改，文件里注明“草稿”\n", told.err)


@pytest.mark.parametrize("option", [["--final"], ["--stage", "final"]])
def test_render_refuses_an_unfinished_summary(option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", _copy(POOR), "--to", "text", *option]) == 1
    told = capsys.readouterr()
    assert "错误 ISS005" in told.err
    assert told.err.endswith("还有错误，没有出文件\n")
    assert list(pathlib.Path().iterdir()) == [pathlib.Path("草稿.yaml")]


def test_render_final(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", _copy(CLEAN), "--to", "text", "--final"]) == 0
    assert capsys.readouterr().err == "已写到 草稿.txt\n"


def test_render_heeds_the_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("propsummary.toml").write_text('ignore = ["ISS", "STR", "ACH"]\n', encoding="utf-8")
    assert main(["render", _copy(POOR), "--to", "text", "--final"]) == 0


def test_render_says_what_it_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("a.yaml").write_text("部门: 秩序部\n期间: 2025\n目标: 5\n", encoding="utf-8")
    assert main(["render", "a.yaml", "--to", "text", "-o", "-"]) == 0
    unread, unfinished = capsys.readouterr().err.splitlines()
    assert unread == "有 1 处没有读懂，文件里没有；用 propsummary check 查看"
    assert re.fullmatch(r"按定稿（check --stage final）的要求还有 \d+ 个错误要改，文件里注明“草稿”", unfinished)
    pathlib.Path("a.yaml").write_text("目标: []\n", encoding="utf-8")
    assert main(["render", "a.yaml", "--to", "text", "-o", "-"]) == 1


def test_render_to_an_unknown_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", _copy(CLEAN), "--to", "wps"]) == 2
    assert capsys.readouterr().err.startswith("propsummary: 没有叫“wps”的输出格式，可以用：text、markdown、html、json")


def test_render_takes_a_format_in_any_case(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", _copy(CLEAN), "--to", "HTML"]) == 0
    assert pathlib.Path("草稿.html").is_file()


def test_render_never_destroys_the_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(CLEAN), "-o", "a.json"]) == 0
    before = pathlib.Path("a.json").read_bytes()
    assert main(["render", "a.json", "--to", "json", "-o", "a.json"]) == 2
    assert pathlib.Path("a.json").read_bytes() == before
    assert capsys.readouterr().err.endswith("propsummary: a.json 就是草稿本身，请换个文件名\n")


# new


@pytest.mark.parametrize("department", ["order", "秩序维护部", "後勤部", "Customer service department"])
def test_new(department: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--department", department, "-o", "a.yaml"]) == 0
    assert main(["check", "a.yaml", "--select", "SHP"]) == 0
    assert main(["check", "a.yaml"]) == 1


def test_new_never_overwrites(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("a.yaml").write_text("keep", encoding="utf-8")
    assert main(["new", "--department", "order", "-o", "a.yaml"]) == 2
    assert pathlib.Path("a.yaml").read_text(encoding="utf-8") == "keep"
    assert main(["new", "--department", "order", "-o", "a.yaml", "--force"]) == 0
    assert pathlib.Path("a.yaml").read_text(encoding="utf-8") != "keep"


def test_a_folder_of_fonts_has_to_be_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(CLEAN), "--to", "pdf", "--fonts", "没有", "-o", "a.pdf"]) == 2
    assert "没有“没有”这个文件夹" in capsys.readouterr().err
    assert not pathlib.Path("a.pdf").exists()


def test_new_for_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--department", "工程不"]) == 2
    assert capsys.readouterr().err.startswith("propsummary: 没有叫“工程不”的部门，有：工程部、")
    assert main(["new", "--department", "zzz", "--lang", "en"]) == 2
    said = "propsummary: no department named “zzz”; there are order, logistics, engineering, environment, customer-service\n"
    assert capsys.readouterr().err == said
    assert main(["new", "--department", "财务部"]) == 2
    told = capsys.readouterr().err
    assert all(name in told for name in ("秩序部", "总务部", "工程部", "环境部", "客服部"))
    assert main(["new", "--department", "order", "--period", "去年"]) == 2
    assert (
        capsys.readouterr().err
        == "propsummary: “去年”没有写年份，要有期间（near=）才知道是哪个期间，或者写成 2025、2025-H1、2025-06 这样\n"
    )


# Other people's drafts

_OTHERS = "部门: 秩序部\n期间: 2024\n"


@pytest.mark.parametrize(
    "command, name, content",
    [
        (["check", "草稿.yaml"], "a.yaml", _OTHERS),
        (["check", "草稿.yaml"], "a.YML", "# 还没写\n"),
        (["render", "草稿.yaml", "--to", "json"], "草稿.json", '{"部门": "秩序部", "期间": "2024"}'),
        (["render", "草稿.yaml", "--to", "json"], "草稿.json", '{"department": "order", '),
        (["render", "草稿.yaml", "--to", "text"], "a.toml", "x = 1"),
        (["convert", "草稿.yaml"], "a.toml", '部门 = "秩序部"'),
        (["convert", "草稿.yaml", "--format", "json"], "a.json", '{"department": "order"}'),
        (["redact", "草稿.yaml"], "a.yaml", _OTHERS),
        (["gate", "草稿.yaml", "草稿.yaml"], "a.yaml", _OTHERS),
        (["rules"], "a.yaml", _OTHERS),
        (["schema"], "a.yaml", _OTHERS),
    ],
)
def test_no_command_overwrites_a_draft(command: list[str], name: str, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    _copy(CLEAN)
    other = pathlib.Path(name)
    other.write_text(content, encoding="utf-8")
    assert main([*command, "-o", name]) == 2
    assert other.read_text(encoding="utf-8") == content
    assert capsys.readouterr().err == f"propsummary: {name} 已经有了；要覆盖请加 --force\n"
    assert main([*command, "-o", name, "--force"]) in (0, 1)
    assert other.read_text(encoding="utf-8") != content


def test_a_document_beside_the_draft_spares_another_draft(capsys: pytest.CaptureFixture[str]) -> None:
    draft, other = _copy(CLEAN), pathlib.Path("草稿.document.json")
    other.write_text('{"部门": "工程部"}', encoding="utf-8")
    assert main(["render", draft, "--to", "json"]) == 2
    assert other.read_text(encoding="utf-8") == '{"部门": "工程部"}'


@pytest.mark.parametrize(
    "command, name",
    [
        (["check", "草稿.yaml", "--format", "json"], "a.json"),
        (["check", "草稿.yaml", "--format", "sarif"], "a.json"),
        (["check", "草稿.yaml"], "a.txt"),
        (["render", "草稿.yaml", "--to", "json"], "草稿.json"),
        (["render", "草稿.yaml", "--to", "html"], "草稿.html"),
        (["rules", "--format", "json"], "a.json"),
        (["schema"], "a.json"),
    ],
)
def test_what_a_command_wrote_it_writes_again(command: list[str], name: str) -> None:
    _copy(CLEAN)
    assert (main([*command, "-o", name]), main([*command, "-o", name])) == (0, 0)


def test_an_empty_file_is_nobodys_draft() -> None:
    pathlib.Path("a.yaml").touch()
    assert main(["convert", _copy(CLEAN), "-o", "a.yaml"]) == 0


@pytest.mark.parametrize(
    "out, said", [("no/folder/a.md", "没有 no/folder 这个文件夹"), (".", "是文件夹，不是文件"), ("/dev/full", "磁盘满了")]
)
def test_where_nothing_can_be_written(out: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", _copy(CLEAN), "--to", "markdown", "-o", out]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert out in told
    assert told.count("\n") == 1


# convert


@pytest.mark.parametrize("suffix", ["yaml", "yml", "json", "toml"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_convert_loses_nothing(suffix: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    from propsummary import read

    assert main(["convert", str(CLEAN), "-o", f"a.{suffix}", "--lang", language]) == 0
    written = read(f"a.{suffix}")
    assert written.problems == ()
    assert written.summary == read(CLEAN).summary


def test_convert_refuses_to_lose_anything(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("a.yaml").write_text("部门: 秩序部\n期间: 2025\n责任: 张三\n", encoding="utf-8")
    assert main(["convert", "a.yaml", "-o", "b.json"]) == 1
    assert not pathlib.Path("b.json").exists()
    told = capsys.readouterr().err
    assert "错误 SHP003" in told
    assert told.endswith("有 1 处没有读懂，转换会丢掉，没有写文件\n")
    assert main(["convert", "a.yaml", "-o", "b.json", "--force"]) == 0
    assert json.loads(pathlib.Path("b.json").read_bytes())["部门"] == "秩序部"


def test_convert_needs_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("a.yaml").write_text("标题: x\n", encoding="utf-8")
    assert main(["convert", "a.yaml", "-o", "b.json", "--force"]) == 1
    assert not pathlib.Path("b.json").exists()


def test_convert_to_an_unknown_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(CLEAN), "-o", "a.docx"]) == 2
    assert capsys.readouterr().err == "propsummary: 不知道 a.docx 是什么格式，请用 .yaml、.json、.toml 或 .xlsx\n"
    assert main(["convert", str(CLEAN), "-o", "-", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["部门"]


def test_convert_never_destroys_the_draft(capsys: pytest.CaptureFixture[str]) -> None:
    draft = _copy(CLEAN)
    assert main(["convert", draft, "-o", draft]) == 2
    assert pathlib.Path(draft).read_bytes() == CLEAN.read_bytes()


# explain, rules, schema, completion


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "iss001"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("ISS001 issue-without-cause\n")
    for part in (
        "为什么：",
        "程度：草稿阶段是错误，上交时是错误",
        "\n会报：\n",
        "\n不会报：\n",
        "\n    问题:\n",
    ):
        assert part in out
    assert main(["explain", "unsupported-achievement", "--lang", "en"]) == 0
    assert "Severity: warning in a draft, error when handed in" in capsys.readouterr().out


def test_explain_several_and_families(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "iss", "CTM001"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("ISS001 issue-without-cause：问题没有原因\nISS002 ")
    assert out.count("\nISS") == sum(code.startswith("ISS") for code in all_rules()) - 1
    assert "\n\nCTM001 measure-without-owner\n" in out


@pytest.mark.parametrize("code", sorted(all_rules()))
def test_every_rule_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 0
    assert capsys.readouterr().out.startswith(f"{code} {all_rules()[code].info.name}\n")


def test_explain_an_unknown_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "ISS01"]) == 2
    assert capsys.readouterr().err.startswith("propsummary: 没有叫“ISS01”的规则，是不是 ISS0")
    assert main(["explain", "issue-without-cuase", "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith("propsummary: no rule named “issue-without-cuase”; did you mean issue-without-cause")


def test_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(all_rules()) + 2
    assert any(re.match(r"ISS001 +issue-without-cause +错误 +错误 +问题没有原因", line) for line in lines)
    assert main(["rules", "--format", "json", "--lang", "en"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in listed] == list(all_rules())
    assert {"code", "name", "severity", "final", "title", "why", "serves"} == set(listed[0])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_schema(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--lang", language]) == 0
    shown = capsys.readouterr().out
    assert "json-schema.org" in json.loads(shown)["$schema"]
    assert main(["schema", "--lang", language, "-o", "s.json"]) == 0
    assert pathlib.Path("s.json").read_text(encoding="utf-8") == shown


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    out = capsys.readouterr().out
    assert "explain" in out
    assert "sarif" in out


def test_completion_without_its_extra(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["completion", "bash"]) == 2
    assert capsys.readouterr() == ("", "propsummary: 这个功能要先安装：pip install 'propsummary[completion]'\n")
