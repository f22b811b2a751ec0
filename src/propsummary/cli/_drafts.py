"""Opening the drafts that the user names, and the configuration that goes with them."""

from __future__ import annotations

import argparse
import contextlib
import os
import pathlib
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from propsummary.cli._failure import Misuse
from propsummary.cli._stdin import told_by_content
from propsummary.cli._streams import STDIO
from propsummary.cli._voice import Voice

if TYPE_CHECKING:
    from propsummary.model import Draft, Summary
    from propsummary.rules import Config, Rule

__all__ = ["choice_of_rules", "configured", "open_draft", "open_summary", "plugins_here", "refuse_doubled_input", "shape_errors"]


def open_draft(name: str, format: str | None = None) -> Draft:
    """
    Read the draft called *name*; ``-`` is standard input.

    Raises:
        OSError: It cannot be opened.
    """
    from propsummary import api
    from propsummary.drafts import files

    if name == STDIO:
        data = sys.stdin.buffer.read()
        return files.read_bytes(data, format or told_by_content(data), file=STDIO, folder=pathlib.Path())
    try:
        return api.read(name, format=format)
    except OSError as error:
        error.filename = name  # as it was given: a path makes http:/x of http://x
        raise


def refuse_doubled_input(names: Sequence[str], say: Voice) -> None:
    """
    See that standard input is named but once among *names*: it can be read but once.

    Raises:
        Misuse: It is named again.
    """
    if names.count(STDIO) > 1:
        raise Misuse(say("标准输入（-）只能给一次", "standard input (-) can be given but once"))


def open_summary(name: str, say: Voice) -> Summary:
    """
    Read the summary called *name*, which has to be one.

    Raises:
        Misuse: It holds none.

        OSError: It cannot be opened.
    """
    summary = open_draft(name).summary
    if summary is None:
        raise Misuse(say(f"{name} 读不出总结，先用 propsummary check 看看", f"{name} holds no summary: see propsummary check"))
    return summary


def shape_errors(draft: Draft) -> int:
    """How many things in the file could not be read."""
    from propsummary.problems import Severity

    return sum(problem.severity is Severity.ERROR for problem in draft.problems)


@contextlib.contextmanager
def configured(args: argparse.Namespace, name: str) -> Iterator[Config]:
    """
    The configuration for the draft or folder called *name*: the file that ``--config`` names, else the nearest one. Within it the
    company's own KPIs are known, so a draft is read, checked and shown within it.

    Raises:
        ConfigurationError: The file cannot be followed.

        OSError: It cannot be opened.
    """
    from propsummary.catalogue import knowing_kpis
    from propsummary.rules.config import Config

    folder = name if os.path.isdir(name) else os.path.dirname(name)
    config = Config.from_file(pathlib.Path(args.config)) if args.config else Config.find(pathlib.Path(folder))
    with knowing_kpis(config.kpis):
        yield config


def choice_of_rules(config: Config, args: argparse.Namespace) -> Config:
    """
    The configuration with what options say of rules, and all rules named as in the catalogue.

    Raises:
        UnknownNameError: An option names a rule that does not exist; a misspelt choice would look like a clean draft.

        ConfigurationError: The configuration does.
    """
    import attrs

    with _named_in(config):
        plugins = _rules_of(config)
        select = [_selector(word, plugins) for word in config.select]
        ignore = [_selector(word, plugins) for word in config.ignore]
        severity = {_selector(word, plugins): grade for word, grade in config.severity.items()}
    select = [_selector(word, plugins) for word in _words(args.select or "")] or select
    ignore += [_selector(word, plugins) for word in _words(args.ignore)]
    return attrs.evolve(config, select=tuple(select), ignore=tuple(ignore), severity=severity)


def plugins_here() -> tuple[Rule, ...]:
    """The rules of the plugins that the configuration of this folder names."""
    from propsummary.rules import Config

    config = Config.find(pathlib.Path())
    with _named_in(config):
        return _rules_of(config)


def _rules_of(config: Config) -> tuple[Rule, ...]:
    from propsummary.rules.registry import plugin_rules

    return plugin_rules(config.plugins)


@contextlib.contextmanager
def _named_in(config: Config) -> Iterator[None]:
    """Say where a name stands that nothing has, which the configuration gives."""
    from propsummary.errors import UnknownNameError
    from propsummary.serde.toml_settings import refusal

    try:
        yield
    except UnknownNameError as error:
        raise refusal(config.where, error.zh, error.en) from error


def _words(given: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in given.replace("，", ",").split(",") if word.strip())


def _selector(word: str, plugins: tuple[Rule, ...]) -> str:
    """The family or the rule that *word* names, in the spelling of the catalogue."""
    from propsummary.rules import FAMILIES, rule_named

    families = {*FAMILIES, *(rule.info.family for rule in plugins)}
    return word.upper() if word.upper() in families else rule_named(word, plugins).code
