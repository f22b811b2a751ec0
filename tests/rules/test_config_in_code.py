"""Configurations that a host system makes in code."""

from __future__ import annotations

from typing import Any

import pytest

from propsummary import Config, Severity, check, loads
from propsummary.errors import ConfigurationError


def test_a_word_is_the_severity_of_that_name() -> None:
    draft = loads("部门: 秩序部\n期间: 2025\n")
    for given in ("warning", Severity.WARNING):
        report = check(draft, config=Config(select=("STR008",), severity={"STR": given}))
        assert [(problem.code, problem.severity) for problem in report.problems] == [("STR008", Severity.WARNING)]
    assert Config(severity={"STR008": "error"}) == Config.from_table({"severity": {"STR008": "error"}})


@pytest.mark.parametrize("wrong", ["nonsense", "off", "WARNING", 2, None, []])
def test_another_is_refused_as_in_a_file(wrong: Any) -> None:
    with pytest.raises(ConfigurationError) as made:
        Config(severity={"STR008": wrong})
    with pytest.raises(ConfigurationError) as read:
        Config.from_table({"severity": {"STR008": wrong}}, "propsummary.toml")
    assert (read.value.en, read.value.zh) == (f"propsummary.toml: {made.value.en}", f"propsummary.toml：{made.value.zh}")
    assert "ignore" in made.value.en
