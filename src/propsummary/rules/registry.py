"""Where the rules are: this library's in a static table, a third party's behind the name of its entry point."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterable, Mapping

from propsummary import _plugins
from propsummary.errors import PluginError, UnknownNameError
from propsummary.rules.base import Rule

__all__ = ["FAMILIES", "all_rules", "plugin_rules", "rule_named"]

#: The families and the package that holds each one's rules, one rule a file, all in its ``RULES``.
FAMILIES = {
    "SHP": "shape",
    "REF": "references",
    "STR": "structure",
    "PER": "reporting_periods",
    "MET": "metrics",
    "NUM": "figures",
    "ACH": "achievements",
    "ISS": "issues",
    "CTM": "countermeasures",
    "GOA": "goals",
    "RSK": "risks",
    "EVI": "evidence",
    "WRD": "wording",
    "PRV": "privacy",
    "CHN": "chain",
    "PSE": "engine_rules",
}

_GROUP = "propsummary.rules"


@functools.cache
def all_rules() -> Mapping[str, Rule]:
    """This library's rules by code, in the order of the families."""
    found: dict[str, Rule] = {}
    for package in FAMILIES.values():
        module = importlib.import_module(f"propsummary.rules.{package}")
        found |= {rule.code: rule for rule in module.RULES}
    return found


def plugin_rules(names: Iterable[str]) -> tuple[Rule, ...]:
    """
    The rules of the named plugins: each entry point gives a `Rule` or a sequence of them.

    Raises:
        UnknownNameError: No installed distribution offers that name.

        PluginError: It cannot be loaded, is no rule, or uses a code that is taken.
    """
    found: dict[str, Rule] = {}
    for name in names:
        offered = _plugins.load(_GROUP, name)
        if offered is None:
            raise UnknownNameError("rule package", name, _plugins.names(_GROUP))
        for rule in tuple(offered) if isinstance(offered, Iterable) else (offered,):
            if not isinstance(rule, Rule):
                kind = type(rule).__name__
                raise PluginError(f"“{name}” ({_GROUP}) gives a {kind}, not a rule", f"“{name}”（{_GROUP}）给的是 {kind}，不是规则")
            if rule.code in all_rules() or rule.code in found:
                raise PluginError(
                    f"“{name}” ({_GROUP}) offers {rule.code}, but that code is taken",
                    f"“{name}”（{_GROUP}）用了 {rule.code} 这个编号，它已经有主",
                )
            found[rule.code] = rule
    return tuple(found.values())


def rule_named(name: str, plugins: Iterable[Rule] = ()) -> Rule:
    """
    The rule of that code or name, whatever its case.

    Raises:
        UnknownNameError: There is none.
    """
    from propsummary._text import nearest

    rules = (*all_rules().values(), *plugins)
    for rule in rules:
        if name.casefold() in (rule.code.casefold(), rule.info.name.casefold()):
            return rule
    raise UnknownNameError("rule", name, nearest(name, [n for r in rules for n in (r.code, r.info.name)]))
