# ruff: noqa: T201
"""
How fast rules look over a summary: against loading it, and with a hundred times the content.

    python benchmarks/check.py [--strict]

The structural families are meant (what is there, what hangs together), without those that recompute figures or read all prose.
The ordinary summary is a good one, with four things to report; what more there is to report costs more, so that one with a fault
in every measure and cause is measured too. With ``--strict`` a missed bar is a failure.

The structural rules take 1.0 to 1.1 times as long as loading: 0.7 ms for 420 looks at objects. An eighth of it is telling the four
problems in both languages with their places, a tenth the walk, a sixth the words of lexicons in issues and causes. Looks that cost
more stand behind those that rule most objects out. All rules together, those that read every figure and sentence, take some thirty
times as long as loading.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Sequence
from typing import Any

from load import compare, ordinary, over, tell

from propsummary.model import Draft
from propsummary.rules import check
from propsummary.rules.base import Rule
from propsummary.rules.registry import all_rules
from propsummary.serde import loads
from propsummary.serde._source import Limits

_STRUCTURAL = frozenset({"SHP", "REF", "STR", "ISS", "CTM", "GOA", "RSK", "EVI", "ACH", "PSE"})
_LIMITS = Limits(size=10_000_000)


def main() -> int:
    """Measure and print."""
    texts = [json.dumps(ordinary(seed=seed), ensure_ascii=False) for seed in range(50)]
    drafts = [loads(text, "json") for text in texts]
    large = loads(json.dumps(ordinary(100), ensure_ascii=False), "json", limits=_LIMITS)
    poor, many = _poor(1), _poor(64)
    every = tuple(all_rules().values())
    rules = [rule for rule in every if rule.info.family in _STRUCTURAL]
    gc.freeze()  # the drafts that wait for their turn are no part of what is measured
    print(f"{len(rules)} structural rules of {len(every)}; other figures in every file\n{'what':78}{'ratio':>9}{'bar':>8}")
    once = compare({"load": over(texts, lambda text: loads(text, "json")), "check": _checking(drafts, rules)}, blocks=15)
    everything = compare({"once": _checking(drafts, every)}, blocks=9, each=2)
    whole = compare({"structure": lambda: check(large, rules=rules), "all": lambda: check(large)}, blocks=3, each=1)
    repeated = [all_rules()["WRD003"]]
    near = compare({"once": _checking(drafts, repeated), "whole": lambda: check(large, rules=repeated)}, blocks=5, each=2)
    faults = compare({"few": lambda: check(poor, rules=rules), "many": lambda: check(many, rules=rules)}, blocks=5, each=1)
    kept = tell(
        [
            ("structural rules over an ordinary summary / loading it", once["check"] / once["load"], 1.0),
            ("structural rules over 100 x the content: time grows", whole["structure"] / once["check"], 110.0),
            ("all rules over 100 x the content: time grows", whole["all"] / everything["once"], 110.0),
            ("repeated passages alone over 100 x the content: time grows", near["whole"] / near["once"], 110.0),
            ("64 x the content and its problems: time grows", faults["many"] / faults["few"], 70.0),
        ]
    )
    print(f"all rules over an ordinary summary: {everything['once'] / once['load']:.0f} x loading")
    dearest = compare({rule.code: _checking(drafts, [rule]) for rule in rules}, blocks=5, each=2)
    bare = compare({"no rules": _checking(drafts, [])}, blocks=9, each=2)["no rules"]
    print(f"no rules at all: {bare / once['load']:.2f} x loading; the dearest structural ones by themselves:")
    for code in sorted(dearest, key=lambda code: -dearest[code])[:8]:
        print(f"  {code:8}{(dearest[code] - bare) / once['load']:6.2f} x loading")
    return 1 if not kept and "--strict" in sys.argv else 0


def _poor(times: int) -> Draft:
    """A summary in which no measure has an owner and no cause a dimension."""
    plain = ordinary(times)
    for measure in plain["countermeasures"]:
        del measure["owner"]
    for issue in plain["issues"]:
        for cause in issue["root_causes"]:
            del cause["dimension"]
    return loads(json.dumps(plain, ensure_ascii=False), "json", limits=_LIMITS)


def _checking(drafts: list[Draft], rules: Sequence[Rule]) -> Any:
    turn = iter(drafts * 1000)
    return lambda: check(next(turn), rules=rules)


if __name__ == "__main__":
    sys.exit(main())
