"""The trace table in docs/requirements.md names only what exists."""

from __future__ import annotations

import pathlib
import re

import attrs
import pytest

import propsummary
from propsummary import catalogue, document, model
from propsummary.cli import COMMANDS
from propsummary.rules import all_rules

TABLE = pathlib.Path(__file__).parent.parent / "docs" / "requirements.md"
ROWS = re.findall(r"^\| ([OLU]\d\d) \| .+? \| (.+) \|$", TABLE.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_demand_has_a_row() -> None:
    expected = [f"O{n:02}" for n in range(1, 19)] + [f"L{n:02}" for n in range(1, 19)] + [f"U{n:02}" for n in range(1, 9)]
    assert [ident for ident, _ in ROWS] == expected


@pytest.mark.parametrize("ident, carriers", ROWS)
def test_carriers_exist(ident: str, carriers: str) -> None:
    present = carriers.partition("to come:")[0]
    named = re.findall(r"(rule|area|section|field|kpi|block|function|class|command|package) `?([\w./-]+)`?", present)
    assert named or "to come" in carriers
    for kind, name in named:
        assert _exists(kind, name), f"{ident}: there is no {kind} {name}"


@pytest.mark.parametrize("ident, carriers", ROWS)
def test_what_is_to_come_is_not_there_yet(ident: str, carriers: str) -> None:
    for code in re.findall(r"[A-Z]{3}\d{3}", carriers.partition("to come:")[2]):
        assert code not in all_rules(), f"{ident}: {code} exists, so it is not to come"


def test_rules_and_table_agree() -> None:
    """A rule that serves a demand stands in its row."""
    rows = dict(ROWS)
    for rule in all_rules().values():
        for ident in rule.info.serves:
            assert rule.code in rows[ident], f"{rule.code} serves {ident}, whose row does not name it"


def _exists(kind: str, name: str) -> bool:
    match kind:
        case "rule":
            return name in all_rules()
        case "area":
            department, _, area = name.partition("/")
            profile = catalogue.department(department)
            return profile is not None and profile.area(area) is not None
        case "section":
            department, _, part = name.partition("/")
            profile = catalogue.department(department)
            return profile is not None and any(s.part == part for s in profile.sections)
        case "field":
            cls, _, field = name.partition(".")
            return field in {a.name for a in attrs.fields(getattr(model, cls))}
        case "kpi":
            return catalogue.kpi(name) is not None
        case "block":
            return hasattr(document, name)
        case "command":
            return name in COMMANDS
        case "package":
            return name == propsummary.__name__
        case _:
            return name in propsummary.__all__
