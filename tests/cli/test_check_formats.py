"""What ``propsummary check`` writes: the page, the lines for a chat, JUnit, and text by object."""

from __future__ import annotations

import html
import pathlib
import re
from xml.etree import ElementTree

import pytest
import yaml

from propsummary.cli import main
from propsummary.rules import all_rules
from propsummary.rules.examples import examples

ROOT = pathlib.Path(__file__).parent.parent.parent
UNFINISHED = ROOT / "examples" / "unfinished.yaml"


@pytest.fixture(autouse=True)
def draft(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The unfinished example, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    pathlib.Path("草稿.yaml").write_bytes(UNFINISHED.read_bytes())
    return "草稿.yaml"


def test_the_page_shows_every_problem_with_its_example(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    import propsummary

    assert main(["check", draft, "--format", "html"]) == 1
    page = capsys.readouterr().out
    report = propsummary.check(propsummary.read(draft))
    assert page.count('<li class="p ') == len(report) > 30
    body = html.unescape(page)
    for problem in report:
        assert problem.message in body
        shown = examples(all_rules()[problem.code])
        assert shown.good[0].rstrip() in body


def test_a_file_of_its_own(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", draft, draft, "--format", "html", "-o", "report.html"]) == 1
    assert capsys.readouterr() == ("", "")
    assert pathlib.Path("report.html").read_text(encoding="utf-8").count("<section ") == 2


def test_by_object(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", draft, "--group", "object"]) == 1
    by_object = capsys.readouterr().out
    assert main(["check", draft, "--group", "place"]) == 1
    by_place = capsys.readouterr().out
    assert re.search(r"^== 问题第1项（i1）：.* ==$", by_object, re.MULTILINE)
    problems = re.compile(r"^草稿\.yaml:.*$", re.MULTILINE)
    assert sorted(problems.findall(by_object)) == sorted(problems.findall(by_place))


@pytest.mark.parametrize("form", ["json", "html", "chat"])
def test_only_text_is_grouped(draft: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", draft, "--group", "object", "--format", form]) == 2
    assert capsys.readouterr() == ("", "propsummary: --group 只用于 --format text\n")


def test_a_few_lines_for_a_chat(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", draft, "--format", "chat"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("【草稿.yaml】还不能上交：")
    assert len(lines) == 5


def test_junit(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", draft, "--format", "junit"]) == 1
    root = ElementTree.fromstring(capsys.readouterr().out.encode())
    assert int(root.get("failures", "")) > 10


# The hook for pre-commit


def _hook() -> dict[str, object]:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert isinstance(hook, dict)
    return hook


@pytest.mark.parametrize(
    "name, taken",
    [
        ("秩序部2025年工作总结.yaml", True),
        ("2025/summary-order.yml", True),
        ("summaries/2025/order.toml", True),
        ("Summaries/order.json", True),
        ("总结/秩序部.yaml", True),
        ("summary.schema.json", False),
        ("总结/summary-schema.zh.json", False),
        ("总结.docx", False),
        ("propsummary.toml", False),
        ("src/propsummary/catalogue/data/kpis.toml", False),
        (".github/workflows/ci.yaml", False),
        ("summary.py", False),
    ],
)
def test_the_hook_takes_summaries(name: str, taken: bool) -> None:
    files, exclude = str(_hook()["files"]), str(_hook()["exclude"])
    assert bool(re.search(files, name) and not re.search(exclude, name)) == taken


def test_the_hook_runs_the_command(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    hook = _hook()
    assert (hook["id"], hook["language"]) == ("propsummary-check", "python")
    program, *arguments = str(hook["entry"]).split()
    assert program in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert main([*arguments, "--stage", "final", draft]) == 1
