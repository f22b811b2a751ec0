"""ISS004 unspecific-issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.catalogue.lexicon import lexicon
from propsummary.model import Issue
from propsummary.problems import Finding
from propsummary.quantities import has_figure
from propsummary.rules._text import clauses, first_hit
from propsummary.rules.base import rule
from propsummary.rules.context import Context

# A code or a number that is no figure names a thing all the same: B1, 3号, APP.
_CODE = re.compile(r"[0-9０-９]|[A-Za-z]{1,4}[0-9]|[A-Z]{2,}")

# A clause without a vague phrase says what happens, unless it is a mere opening (在日常工作中) or names a consequence.
_OPENING = 6
_CONSEQUENCE = re.compile("影响|导致|造成|不利于|制约")


@rule("ISS004", on=Issue)
def unspecific_issue(issue: Issue, ctx: Context) -> Iterator[Finding]:
    """
    An issue that says only that something could be better: no equipment, no place, nobody, no figure.

    Bad::

        问题:
          - {编号: i1, 表现: 服务意识有待提升}

    Good::

        问题:
          - {编号: i1, 表现: 夜班门岗对访客不主动询问，服务意识有待提升}
    """
    if not ctx.lacks("where") or not ctx.lacks("metrics") or not ctx.lacks("cases"):
        return
    vague = first_hit("vague_issues", f"{issue.title}。{issue.statement}")
    if vague and not _specific(issue):
        yield Finding("statement" if issue.statement else "title", phrase=vague.word)


def _specific(issue: Issue) -> bool:
    text = f"{issue.title}。{issue.statement}"
    if has_figure(text) or _CODE.search(text) or lexicon("named_things").found_in(text):
        return True
    return any(_says_what(clause) for clause in clauses(issue.statement or issue.title))


def _says_what(clause: str) -> bool:
    if len(clause) <= _OPENING or _CONSEQUENCE.match(clause):
        return False
    return not lexicon("vague_issues").found_in(clause)
