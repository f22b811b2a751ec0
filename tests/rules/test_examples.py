"""Every rule's own examples: what it shows as bad it reports, what it shows as good it does not."""

from __future__ import annotations

import pathlib
import re

import pytest

from located_photos import exif, jpeg
from propsummary.rules import Rule, all_rules
from propsummary.rules.examples import examples, try_example

#: Rules that no structured draft can show; each has tests of its own.
_NOT_SHOWN = {"PSE900", "REF004", "SHP009"}

_RULES = tuple(all_rules().values())
_SHOWN = tuple(rule for rule in _RULES if rule.code not in _NOT_SHOWN)


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, text, id=f"{rule.code}-{number}")
        for rule in _SHOWN
        for number, text in enumerate(getattr(examples(rule), kind), 1)
    ]


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """A draft's folder with the photos that the examples show."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "演练.jpg").write_bytes(b"\xff\xd8\xff\xd9")
    (tmp_path / "photos" / "带定位.jpg").write_bytes(jpeg(exif()))
    return tmp_path


def test_there_are_rules() -> None:
    """The tables below would pass if they were empty."""
    assert len(_SHOWN) > 50


@pytest.mark.parametrize("rule", _SHOWN, ids=lambda rule: rule.code)
def test_every_rule_shows_both(rule: Rule) -> None:
    """Every rule has a bad and a good example, and one line that says what it reports."""
    shown = examples(rule)
    assert shown.bad
    assert shown.good
    assert rule.doc.strip().splitlines()[0].strip().endswith((".", ":", ",", ";"))


@pytest.mark.parametrize("rule", [all_rules()[code] for code in sorted(_NOT_SHOWN)], ids=lambda rule: rule.code)
def test_what_cannot_be_shown_is_explained(rule: Rule) -> None:
    """Rules that nothing can be shown of say so in words."""
    assert not examples(rule).bad
    assert len(rule.doc.split()) > 20


@pytest.mark.parametrize("rule, text", _cases("bad"))
def test_bad_is_reported(rule: Rule, text: str, folder: pathlib.Path) -> None:
    """A bad example triggers its rule, with words in both languages, no placeholder and no object of the program in them."""
    found = [problem for problem in try_example(rule, text, folder=folder) if problem.code == rule.code]
    assert found
    for problem in found:
        for words in (problem.zh, problem.en):
            assert words.message
            assert "{" not in words.message
            assert not re.search(r"\w\(\w+=", words.message)  # an object of the program, not its words


@pytest.mark.parametrize("rule, text", _cases("good"))
def test_good_is_not_reported(rule: Rule, text: str, folder: pathlib.Path) -> None:
    """A good example is read without a fault, and its rule has nothing to say of it."""
    found = [problem.code for problem in try_example(rule, text, folder=folder)]
    assert rule.code not in found
    assert not [code for code in found if code.startswith("SHP")]


@pytest.mark.parametrize("rule, text", _cases("bad"))
def test_bad_shows_nothing_else_wrong(rule: Rule, text: str, folder: pathlib.Path) -> None:
    """A bad example is a draft that can be read: what is wrong with it is what the rule says."""
    if rule.info.family != "SHP":
        assert not [p.message for p in try_example(rule, text, folder=folder) if p.code.startswith("SHP")]


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.code)
def test_one_rule_one_file(rule: Rule) -> None:
    """The file is called after code and name."""
    assert rule.check.__module__.rpartition(".")[2] == f"{rule.code.lower()}_{rule.info.name.replace('-', '_')}"
