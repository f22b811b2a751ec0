"""Which rules run and how much each one matters: the project's own choice."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from propsummary._text import nearest
from propsummary.catalogue import Kpi
from propsummary.catalogue.lexicon import Lexicon
from propsummary.errors import expect, expect_path
from propsummary.problems import Severity
from propsummary.rules._config_file import ConfigTable, grades
from propsummary.rules.base import Rule
from propsummary.serde.toml_settings import read_toml, refusal

__all__ = ["Config"]

# The file that several tools share.
_SHARED = "pyproject.toml"


@attrs.frozen(kw_only=True)
class Config:
    """
    The choice of rules and their grades.

    Selectors are codes (``ISS001``), families (``ISS``) or names (``issue-without-cause``).

    Attributes:
        select: Rules that run beside the reader's own (SHP); all of this library's if empty.

        ignore: Rules that do not, though they are selected.

        severity: Grades that differ from the catalogue's, by selector, each as a severity or its word (``"warning"``); they hold at
            both stages.

        plugins: Names of installed rule packages that run too.

        settings: Thresholds, by name (``owner-load = 5``).

        lexicons: The company's own words, by the name of the lexicon that they go with: ``set_phrases`` (WRD002) or
            ``pasted_residue`` (WRD005).

        kpis: The company's own KPIs; drafts may name them wherever they are read with this configuration.

        where: The file that it was read from, for messages; empty if it came from none.

        files: The files that it named, so that nobody takes them for drafts.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = attrs.field(factory=dict, converter=grades, hash=False)
    plugins: tuple[str, ...] = ()
    settings: Mapping[str, int] = attrs.field(factory=dict, hash=False)
    lexicons: Mapping[str, Lexicon] = attrs.field(factory=dict, hash=False)
    kpis: tuple[Kpi, ...] = ()
    where: str = attrs.field(default="", eq=False)
    files: tuple[pathlib.Path, ...] = attrs.field(default=(), eq=False)

    def __attrs_post_init__(self) -> None:
        for name in ("select", "ignore", "plugins", "kpis"):
            expect(f"Config({name}=)", getattr(self, name), tuple, list)
        for name in ("settings", "lexicons"):
            expect(f"Config({name}=)", getattr(self, name), Mapping)

    def runs(self, code: str, name: str) -> bool:
        """Whether the rule of that code and name is wanted. What readers report is, unless it is ignored by name: a file that
        cannot be read is never clean, whatever was asked about it."""
        selected = not self.select or code.startswith("SHP") or _named(self.select, code, name)
        return selected and not (self.ignore and _named(self.ignore, code, name))

    def refuse_unknown(self, rules: Iterable[Rule]) -> None:
        """
        See that every selector means one of *rules* and every setting is read by one: a misspelt choice would let everything pass,
        a misspelt setting would change nothing, and nobody would notice.

        Raises:
            ConfigurationError: One does not, is not, or a setting is no whole number.
        """
        if selectors := (*self.select, *self.ignore, *self.severity):
            known = {name for rule in rules for name in (rule.code, rule.info.name, rule.info.family)}
            for selector in selectors:
                if selector not in known:
                    near = nearest(selector, sorted(known))
                    raise refusal(
                        self.where,
                        f"没有叫“{selector}”的规则" + (f"，是不是 {'、'.join(near)}？" if near else ""),
                        f"no rule is called “{selector}”" + (f"; did you mean {', '.join(near)}?" if near else ""),
                    )
        if self.settings:
            self._refuse_settings({name for rule in rules for name in rule.settings})

    def _refuse_settings(self, known: set[str]) -> None:
        for name, value in self.settings.items():
            if name not in known:
                near = nearest(name, sorted(known)) or sorted(known)
                raise refusal(
                    self.where,
                    f"[settings] 里没有“{name}”，是不是 {'、'.join(near)}？",
                    f"no setting is called “{name}”; did you mean {', '.join(near)}?",
                )
            if type(value) is not int or value < 0:
                raise refusal(
                    self.where,
                    f"[settings] 里 {name} 要写成不小于0的整数，如 {name} = 8",
                    f"the setting {name} must be a whole number, 0 or more: {name} = 8",
                )

    def grade(self, rule: Rule, stage: str) -> Severity:
        """How much *rule* matters at that stage; a code is named before its family."""
        info = rule.info
        for selector in (info.code, info.name, info.family):
            if selector in self.severity:
                return self.severity[selector]
        return info.final if stage == "final" else info.severity

    @classmethod
    def find(cls, folder: str | os.PathLike[str]) -> Config:
        """
        The configuration that holds for drafts in *folder*: the nearest ``propsummary.toml``, or ``pyproject.toml`` with a table
        ``[tool.propsummary]``, in it or above it; the default one if there is none.

        Raises:
            ConfigurationError: The file cannot be followed.

            OSError: It cannot be opened.

            WrongArgumentError: *folder* is no path.
        """
        here = expect_path("Config.find", folder).resolve()
        for place in (here, *here.parents):
            own, shared = place / "propsummary.toml", place / _SHARED
            if own.is_file():
                return cls.from_file(own)
            if shared.is_file() and (table := _own_part(read_toml(shared))) is not None:
                return cls.from_table(table, str(shared))
        return cls()

    @classmethod
    def from_file(cls, file: str | os.PathLike[str]) -> Config:
        """
        Read a configuration file: its whole, or of a ``pyproject.toml`` the table ``[tool.propsummary]``.

        Raises:
            ConfigurationError: It cannot be followed; the message names file and key.

            OSError: It cannot be opened.

            WrongArgumentError: *file* is no path.
        """
        file = expect_path("Config.from_file", file)
        table = read_toml(file)
        if file.name == _SHARED:
            table = _own_part(table) or {}
        return cls.from_table(table, str(file))

    @classmethod
    def from_table(cls, table: Mapping[str, Any], where: str = "configuration") -> Config:
        """
        Read the table of a configuration file.

        Args:
            table: Its content.

            where: The file, for messages and for what it names relative to itself.

        Raises:
            ConfigurationError: A key is unknown or a value is of the wrong kind; the message names both.
        """
        given = ConfigTable(table, where)
        given.refuse_unknown({a.name for a in attrs.fields(cls)} - {"where", "files"})
        return cls(
            select=given.names("select"),
            ignore=given.names("ignore"),
            severity=given.severity(),
            plugins=given.names("plugins"),
            settings=given.settings(),
            lexicons=given.lexicons(),
            kpis=given.kpis(),
            where=where,
            files=given.files(),
        )


def _own_part(table: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a ``pyproject.toml`` says to this library; None if nothing."""
    tools = table.get("tool")
    return tools.get("propsummary") if isinstance(tools, dict) else None


def _named(selectors: tuple[str, ...], code: str, name: str) -> bool:
    return code in selectors or name in selectors or code.rstrip("0123456789") in selectors
