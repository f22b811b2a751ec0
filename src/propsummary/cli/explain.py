"""``propsummary explain``: why a rule is there and what it wants."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from propsummary.cli._drafts import plugins_here
from propsummary.cli._parser import Parser
from propsummary.cli._streams import deliver
from propsummary.cli._voice import Voice

if TYPE_CHECKING:
    from propsummary.problems import Severity
    from propsummary.rules import Rule

__all__ = ["configure", "describe", "graded", "run"]

_NEEDS = {"folder": ("草稿所在的文件夹", "the folder of the draft"), "previous": ("上一期总结", "the previous summary")}


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("解释规则", "explain rules")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    which = say("编号、名称或类别，可以有多个，如 ISS001、ISS", "codes, names or families, such as ISS001 or ISS")
    parser.arguments.add_argument("codes", nargs="+", metavar="CODE", help=which)


def run(args: argparse.Namespace, say: Voice) -> int:
    """Explain rules, this library's or those of plugins which the configuration here names; of a family the rules are listed."""
    plugins = plugins_here()
    deliver("\n".join("\n".join(_answer(word, plugins, say)) + "\n" for word in args.codes), None)
    return 0


def _answer(word: str, plugins: tuple[Rule, ...], say: Voice) -> Iterator[str]:
    from propsummary.rules import all_rules, rule_named

    family = [rule.info for rule in (*all_rules().values(), *plugins) if rule.info.family == word.upper()]
    if family:
        yield from (f"{info.code} {info.name}{say('：', ': ')}{info.title.in_(say.language)}" for info in family)
        return
    found = rule_named(word, plugins)
    yield from (*_facts(found, say), *_messages(found, say), *_examples(found, say))


def graded(severity: Severity, say: Voice) -> str:
    """A grade in words."""
    words = {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "note")}
    return say(*words[severity.value])


def _facts(found: Rule, say: Voice) -> Iterator[str]:
    from propsummary.rules.facts import remarks

    info = found.info
    yield f"{info.code} {info.name}"
    yield info.title.in_(say.language)
    yield ""
    yield say("为什么：", "Why: ") + info.why.in_(say.language)
    draft, final = graded(info.severity, say), graded(info.final, say)
    yield say(f"程度：草稿阶段是{draft}，上交时是{final}", f"Severity: {draft} in a draft, {final} when handed in")
    if found.needs:
        needs = say.listed([say(*_NEEDS[need]) for need in sorted(found.needs)])
        yield say(f"没有{needs}时不运行", f"Does not run without {needs}")
    for name, default in found.settings.items():
        yield say(f"设置：{name}，不写就是{default}", f"Setting: {name}, {default} if left out")
    yield say("始于：", "Since: ") + found.since
    if say.language == "en" and (more := remarks(found)):
        yield ""
        yield more


def _messages(found: Rule, say: Voice) -> Iterator[str]:
    yield ""
    yield say("会说：", "Says:")
    yield ""
    for message in found.info.messages.values():
        yield f"    {message.text.in_(say.language)}"
        if hint := message.hint.in_(say.language):
            yield f"        {hint}"


def _examples(found: Rule, say: Voice) -> Iterator[str]:
    from propsummary.rules.examples import examples

    shown = examples(found)
    for title, drafts in ((say("会报：", "Reported:"), shown.bad), (say("不会报：", "Not reported:"), shown.good)):
        for text in drafts:
            yield ""
            yield title
            yield ""
            yield textwrap.indent(text.rstrip("\n"), "    ")
