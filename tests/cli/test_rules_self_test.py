"""``propsummary rules --self-test``: rules held against their own examples."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from propsummary import _plugins
from propsummary.catalogue.codes import CodeInfo, Message, Words
from propsummary.cli import main
from propsummary.model import Metric
from propsummary.problems import Finding, Severity
from propsummary.rules import Context, Rule, all_rules, rule
from propsummary.rules.base import reader_rule
from propsummary.rules.self_test import example_folder, faults

BAD = "Bad::\n\n    指标:\n      - {编号: m1, 名称: 巡查, 数值: 276次}\n"
GOOD = "Good::\n\n    指标:\n      - {编号: m1, 名称: 巡查, 数值: 276次, 目标值: 270次}\n"


def _rule(doc: str, check: Callable[[Context], bool] = lambda ctx: ctx.lacks("target"), code: str = "ACM001") -> Rule:
    """A third party's rule with that docstring, which fires where *check* says so."""

    def metric_without_target(metric: Metric, ctx: Context) -> Iterator[Finding]:
        if check(ctx):
            yield Finding()

    metric_without_target.__doc__ = f"A metric that names no target.\n\n{doc}"
    info = CodeInfo(
        code=code,
        name=f"metric-without-target-{code.lower()}",
        severity=Severity.WARNING,
        final=Severity.WARNING,
        serves=(),
        title=Words("没有目标值", "no target"),
        why=Words("看不出好坏。", "Nobody can tell."),
        messages={"": Message(text=Words("没有", "none"), hint=Words("", ""))},
    )
    return rule(code, on=Metric, info=info)(metric_without_target)


def _crash(ctx: Context) -> bool:
    raise RuntimeError("broken")


@pytest.fixture
def installed(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Installs a plugin with rules and names it in the configuration here."""
    monkeypatch.chdir(tmp_path)

    def install(*rules: Rule) -> None:
        pathlib.Path("propsummary.toml").write_text('plugins = ["acme"]\n', encoding="utf-8")
        monkeypatch.setattr(_plugins, "load", lambda group, name: rules if (group, name) == ("propsummary.rules", "acme") else None)

    return install


def test_this_librarys_rules_are_right(
    capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "--self-test"]) == 0
    assert capsys.readouterr().out == f"{len(all_rules())} 条规则的例子都对\n"


def test_a_plugin_that_is_right(installed: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    installed(_rule(f"{BAD}\n{GOOD}"))
    assert main(["rules", "--self-test", "--lang", "en"]) == 0
    assert capsys.readouterr().out == f"the examples of {len(all_rules()) + 1} rules are right\n"


def test_a_plugin_that_is_wrong_is_named(installed: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    """All that is wrong is told at once, with the example."""
    installed(_rule(GOOD), _rule(f"{BAD}\n{GOOD}", lambda ctx: False, "ACM002"))
    assert main(["rules", "--self-test"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "ACM001 没有会报的例子",
        "ACM002 该报的例子没有报（第1个）",
        "    指标:",
        "      - {编号: m1, 名称: 巡查, 数值: 276次}",
        f"{len(all_rules()) + 2} 条规则里有 2 条不对",
    ]


def test_a_rule_that_crashes_says_what_with(installed: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    installed(_rule(f"{BAD}\n{GOOD}", _crash))
    assert main(["rules", "--self-test"]) == 1
    assert "RuntimeError: broken" in capsys.readouterr().out.splitlines()[0]
    assert main(["rules", "--self-test", "--format", "json"]) == 1
    first, second = json.loads(capsys.readouterr().out)
    assert (first["code"], first["fault"], first["number"]) == ("ACM001", "crashed", 1)
    assert "RuntimeError: broken" in second["message"]
    assert first["example"] == "指标:\n  - {编号: m1, 名称: 巡查, 数值: 276次}\n"


@pytest.mark.parametrize(
    "doc, check, kinds",
    [
        (f"{BAD}\n{GOOD}", None, []),
        ("", None, ["no-bad", "no-good"]),
        (BAD, None, ["no-good"]),
        (f"{BAD}\n{GOOD}", lambda ctx: False, ["bad-not-reported"]),
        (f"{BAD}\n{GOOD}", lambda ctx: True, ["good-reported"]),
        (f"{BAD}\n{GOOD}", _crash, ["crashed", "crashed"]),
        (f"{BAD}\n{GOOD}".replace("目标值", "目标直"), None, ["unreadable"]),
        (f"{BAD.replace('名称', '名称名称')}\n{GOOD}", lambda ctx: False, ["unreadable"]),
        (f"{BAD}\n{BAD}\n{GOOD}\n{GOOD}", lambda ctx: False, ["bad-not-reported", "bad-not-reported"]),
    ],
)
def test_faults(doc: str, check: Any, kinds: list[str]) -> None:
    tried = _rule(doc, check) if check else _rule(doc)
    with example_folder() as folder:
        found = list(faults(tried, folder))
    assert [fault.kind for fault in found] == kinds
    assert [bool(fault.text) for fault in found] == [not fault.kind.startswith("no-") for fault in found]


@pytest.mark.parametrize("code", ["SHP009", "PSE900"])
def test_what_cannot_be_shown_must_be_explained(code: str) -> None:
    def silent(thing: object, ctx: Context) -> Iterator[Finding]:
        return iter(())

    with example_folder() as folder:
        assert list(faults(all_rules()[code], folder)) == []
        assert [fault.kind for fault in faults(reader_rule(code)(silent), folder)] == ["no-bad", "no-good"]
