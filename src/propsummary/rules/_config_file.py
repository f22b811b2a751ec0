"""Reading a configuration file: what it must be, and what its author is told if it is not."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from propsummary._text import normalize_name
from propsummary.catalogue import Kpi
from propsummary.catalogue.codes import Words
from propsummary.catalogue.lexicon import Lexicon, lexicon_from_toml
from propsummary.errors import ConfigurationError, expect
from propsummary.problems import Severity
from propsummary.serde.kpi_file import read_kpis
from propsummary.serde.toml_settings import read_toml, refusal, refuse_unknown

__all__ = ["ConfigTable", "grades"]

# What a lexicon's file holds.
_LEXICON = Words(
    '词表里写 about = "一句说明"、zh = ["词语", …]，要的话再写 en、others',
    'a lexicon holds about = "what it is for", zh = ["words", …] and, if need be, en and others',
)

# The lexicons that a company can add words to.
_OPEN = ("set_phrases", "pasted_residue")


def grades(severity: Mapping[str, object], where: str = "") -> dict[str, Severity]:
    """
    The grades by selector, each given as a severity or as its word (``warning``).

    Args:
        where: The file that they stand in, for messages.

    Raises:
        ConfigurationError: One is neither.

        WrongArgumentError: *severity* is no mapping.
    """
    expect("Config(severity=)", severity, Mapping)
    return {selector: _grade(selector, given, where) for selector, given in severity.items()}


def _grade(selector: str, given: object, where: str) -> Severity:
    words = [severity.value for severity in reversed(Severity)]
    if isinstance(given, Severity):
        return given
    if given not in words:
        shown = _shown(given)
        raise refusal(
            where,
            f"[severity] 里 {selector} 不能是 {shown}，可以是 {'、'.join(words)}；不想查它就写进 ignore",
            f"[severity] {selector} cannot be {shown}: {', '.join(words)}; to leave the rule out, list it under ignore",
        )
    return Severity(given)


@attrs.frozen
class ConfigTable:
    """
    The table of a configuration file, each of its values read or refused.

    Attributes:
        values: The table.

        where: The file, for messages and for what it names relative to itself.
    """

    values: Mapping[str, Any]
    where: str

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """
        See that every key is one of *known*.

        Raises:
            ConfigurationError: One is not.
        """
        if "tool" in self.values:
            raise refusal(
                self.where,
                "这个文件里不用写 [tool.propsummary]，设置直接写在最外层",
                "no [tool.propsummary] in this file: its settings stand at the top",
            )
        refuse_unknown(self.values, known, self.where)

    def names(self, key: str, example: str = "CTM001") -> tuple[str, ...]:
        """The list of names at *key*; its author is told how the *example* would be listed."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self._refused(f'{key} 要写成列表，如 {key} = ["{example}"]', f'{key} must be a list: {key} = ["{example}"]')
        return tuple(value)

    def settings(self) -> dict[str, Any]:
        """The settings; which of them there are, the rules know."""
        return dict(self._section("settings", "owner-load = 8"))

    def severity(self) -> dict[str, Severity]:
        """The grades by selector."""
        return grades(self._section("severity", 'CTM001 = "warning"'), self.where)

    def lexicons(self) -> dict[str, Lexicon]:
        """The lexicons in the files that are named, relative to the configuration."""
        files = self._section("lexicons", 'set_phrases = "words.toml"')
        return {name: self._lexicon(name, file) for name, file in files.items()}

    def kpis(self) -> tuple[Kpi, ...]:
        """The company's own KPIs in the files that are named, relative to the configuration; no name stands for two of them."""
        found: dict[str, tuple[Kpi, str]] = {}
        for file in self._kpi_files():
            for one in self._kpis(file):
                for name in one.names:
                    other, there = found.setdefault(normalize_name(name), (one, file))
                    if other is not one:
                        zh, en = f"“{name}”在 {there} 和 {file} 里是两个指标", f"“{name}” is a KPI of {there} and another of {file}"
                        raise self._refused(zh, en)
        return tuple(dict.fromkeys(one for one, _ in found.values()))

    def files(self) -> tuple[pathlib.Path, ...]:
        """All files that are named, relative to the configuration."""
        return tuple(map(self._beside, (*self._kpi_files(), *self._section("lexicons", "").values())))

    def _kpi_files(self) -> tuple[str, ...]:
        return self.names("kpis", "kpis.toml")

    def _beside(self, file: str) -> pathlib.Path:
        return pathlib.Path(self.where).parent / file

    def _kpis(self, file: str) -> Iterable[Kpi]:
        try:
            return read_kpis(self._beside(file))
        except ConfigurationError as error:
            raise self._refused(f"指标文件用不了：{error.zh}", error.en) from error
        except (OSError, ValueError) as error:  # ValueError for what cannot be the name of a file
            raise self._refused(f"打不开 kpis 里的 {file}", f"{file}, which kpis names, cannot be opened") from error

    def _lexicon(self, name: str, file: object) -> Lexicon:
        if name not in _OPEN:
            zh, en = "、".join(_OPEN), " and ".join(_OPEN)
            raise self._refused(f"[lexicons] 只能添词到 {zh}，没有 {name}", f"[lexicons] can add to {en}, not to {name}")
        if not isinstance(file, str):
            raise self._refused(f"[lexicons] 里 {name} 要写词表的文件名", f"[lexicons] {name} must be the name of a file")
        try:
            read_toml(self._beside(file))  # which says what is no TOML, and where
            return lexicon_from_toml(self._beside(file))
        except ConfigurationError as error:
            raise self._refused(f"词表用不了：{error.zh}；{_LEXICON.zh}", f"{error.en}; {_LEXICON.en}") from error
        except (OSError, ValueError) as error:  # ValueError for what cannot be the name of a file
            raise self._refused(f"打不开 [lexicons] 里的 {file}", f"{file}, which [lexicons] names, cannot be opened") from error

    def _section(self, key: str, example: str) -> Mapping[str, Any]:
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self._refused(
                f"{key} 要另起一节：先写一行 [{key}]，下面每行一条，如 {example}",
                f"{key} must be a section: a line [{key}] and below it lines such as {example}",
            )
        return value

    def _refused(self, zh: str, en: str) -> ConfigurationError:
        return refusal(self.where, zh, en)


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
