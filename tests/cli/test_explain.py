"""``propsummary explain`` says what the rule's page says."""

from __future__ import annotations

import pathlib
import re
import runpy

import pytest

from propsummary.cli import main
from propsummary.rules import all_rules
from propsummary.rules.examples import examples
from propsummary.rules.facts import remarks

ROOT = pathlib.Path(__file__).parent.parent.parent
PAGES = runpy.run_path(str(ROOT / "scripts" / "rule_pages.py"))


def test_settings_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "CTM010"]) == 0
    assert "设置：owner-load，不写就是5\n" in capsys.readouterr().out
    assert main(["explain", "CTM010", "--lang", "en"]) == 0
    assert "Setting: owner-load, 5 if left out\n" in capsys.readouterr().out


def test_needs_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "REF003"]) == 0
    assert "没有草稿所在的文件夹时不运行\n" in capsys.readouterr().out


def test_every_setting_that_a_rule_reads_is_declared() -> None:
    """And none is declared that is not read."""
    files = (ROOT / "src" / "propsummary" / "rules").glob("*/*.py")
    read = {name for file in files for name in re.findall(r"\.setting\(\s*[\"']([\w-]+)", file.read_text(encoding="utf-8"))}
    assert {name for rule in all_rules().values() for name in rule.settings} == read != set()


@pytest.mark.parametrize("code", sorted(all_rules()))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_is_told(code: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Messages, hints, reason and examples, in either language, here and on the page."""
    rule = all_rules()[code]
    assert main(["explain", code, "--lang", language]) == 0
    out = capsys.readouterr().out
    page = (ROOT / "docs" / "rules" / f"{code}.md").read_text(encoding="utf-8")
    shown = examples(rule)
    words = [rule.info.title, rule.info.why, *(part for m in rule.info.messages.values() for part in (m.text, m.hint))]
    for text in (words_in.in_(language) for words_in in words):  # type: ignore[arg-type]
        assert text in out
        assert PAGES["_text"](text) in page
    for example in (*shown.bad, *shown.good):
        assert all(line in out for line in example.splitlines())
        assert f"```yaml\n{example}```" in page
    for ident in rule.info.serves:
        assert f"[{ident}](../requirements.md)" in page
    assert remarks(rule)


def test_the_pages_are_fresh() -> None:
    """If this fails: python scripts/rule_pages.py"""
    folder = ROOT / "docs" / "rules"
    assert {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()} == PAGES["pages"]()


def test_every_rule_has_its_page() -> None:
    index = (ROOT / "docs" / "rules" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[(\w+)\]\(\1\.md\)", index, re.MULTILINE) == list(all_rules())
    assert len(list((ROOT / "docs" / "rules").iterdir())) == len(all_rules()) + 1


def test_pages_hold_no_place_of_this_machine() -> None:
    pages = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "docs" / "rules").iterdir())
    assert str(ROOT) not in pages
    assert "/tmp" not in pages
