# ruff: noqa: T201
"""
How fast rules look over a summary: against loading it, and with a hundred times the content.

    python benchmarks/check.py [--strict]

The structural families are meant (what is there, what hangs together), without those that recompute figures or read all prose;
some of them read the figures of single sentences, which takes most of their time. With ``--strict`` a missed bar is a failure.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from load import compare, ordinary, over, tell

from propsummary.model import Draft
from propsummary.rules import check
from propsummary.rules.base import Rule
from propsummary.rules.registry import all_rules
from propsummary.serde import loads

_STRUCTURAL = frozenset({"SHP", "REF", "STR", "ISS", "CTM", "GOA", "RSK", "EVI", "ACH", "PSE"})


def main() -> int:
    """Measure and print."""
    texts = [json.dumps(ordinary(seed=seed), ensure_ascii=False) for seed in range(50)]
    drafts = [loads(text, "json") for text in texts]
    large = loads(json.dumps(ordinary(100), ensure_ascii=False), "json")
    rules = [rule for rule in all_rules().values() if rule.info.family in _STRUCTURAL]
    print(f"{len(rules)} structural rules; other figures in every file\n{'what':78}{'ratio':>9}{'bar':>8}")
    once = compare({"load": over(texts, lambda text: loads(text, "json")), "check": _checking(drafts, rules)}, blocks=15)
    whole = compare({"large": lambda: check(large, rules=rules)}, blocks=3, each=1)
    rows = [
        ("structural rules over an ordinary summary / loading it", once["check"] / once["load"], 1.0),
        ("the same over 100 x the content: time grows", whole["large"] / once["check"], 110.0),
    ]
    kept = tell(rows)
    dearest = compare({rule.code: _checking(drafts, [rule]) for rule in rules}, blocks=5, each=2)
    bare = compare({"no rules": _checking(drafts, [])}, blocks=9, each=2)["no rules"]
    print(f"no rules at all: {bare / once['load']:.2f} x loading; the dearest by themselves:")
    for code in sorted(dearest, key=lambda code: -dearest[code])[:8]:
        print(f"  {code:8}{(dearest[code] - bare) / once['load']:6.2f} x loading")
    return 1 if not kept and "--strict" in sys.argv else 0


def _checking(drafts: list[Draft], rules: list[Rule]) -> Any:
    turn = iter(drafts * 1000)
    return lambda: check(next(turn), rules=rules)


if __name__ == "__main__":
    sys.exit(main())
