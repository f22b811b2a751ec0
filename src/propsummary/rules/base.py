"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from propsummary.catalogue.codes import CodeInfo, code_info
from propsummary.problems import Finding

if TYPE_CHECKING:
    from propsummary.rules.context import Context

__all__ = ["Check", "Need", "Rule", "reader_rule", "rule"]

#: What a rule does: look at one object and yield what it finds.
Check: TypeAlias = Callable[[Any, "Context"], Iterable[Finding]]

#: What a rule cannot do without: the folder of the draft, the summary before this one.
Need: TypeAlias = Literal["folder", "previous"]


@attrs.frozen(kw_only=True)
class Rule:
    """
    One thing that is checked.

    Attributes:
        info: Code, name, severities, reason and words.

        on: The class of the objects it looks at: one of the model's, `Summary` itself, or `Passage` for every passage that
            people read; None for what readers report by themselves.

        check: Looks at one of them and yields what it finds.

        since: The version of the distribution that brought it.

        needs: What it cannot do without; it is told as skipped where that is missing.

        settings: The thresholds that it reads from the configuration, each with what holds if that does not say; whole numbers,
            none below 0.
    """

    info: CodeInfo
    on: type | None
    check: Check
    since: str
    needs: frozenset[Need] = frozenset()
    settings: Mapping[str, int] = attrs.field(factory=dict, hash=False)

    @property
    def code(self) -> str:
        """The stable code."""
        return self.info.code

    @property
    def doc(self) -> str:
        """The docstring of the check, with its examples; empty under ``python -OO``."""
        return self.check.__doc__ or ""


def rule(
    code: str,
    *,
    on: type,
    since: str = "0.1.0",
    needs: Iterable[Need] = (),
    settings: Mapping[str, int] | None = None,
    info: CodeInfo | None = None,
) -> Callable[[Check], Rule]:
    """
    Make a rule of a function that looks at one object and yields `Finding` objects.

    Its docstring shows a draft (or as much of one as matters) that it reports, below ``Bad::``, and one that it does not, below
    ``Good::``; both are run by the tests.

    Args:
        code: The stable code.

        on: The class of the objects that it looks at.

        since: The version that brought it.

        needs: What it cannot do without.

        settings: The thresholds that it reads (`Context.setting`), with their defaults: ``{"owner-load": 5}``.

        info: Name, severities and words of a third party's rule; those of this library stand in the catalogue.
    """

    def made(check: Check) -> Rule:
        return Rule(
            info=info or code_info(code), on=on, check=check, since=since, needs=frozenset(needs), settings=dict(settings or {})
        )

    return made


def reader_rule(code: str, *, since: str = "0.1.0") -> Callable[[Check], Rule]:
    """Explain a code that readers report by themselves: the function only carries the docstring with the examples."""

    def made(check: Check) -> Rule:
        return Rule(info=code_info(code), on=None, check=check, since=since)

    return made
