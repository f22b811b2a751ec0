"""WRD006 no-will-to-solve."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.catalogue.lexicon import lexicon
from propsummary.model import Issue, Outlook
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.walk import Node, Passage
from propsummary.rules.wording._quotes import unquoted


@rule("WRD006", on=Passage)
def no_will_to_solve(passage: Passage, ctx: Context) -> Iterator[Finding]:
    """
    An issue that gives up (束手无策, 听之任之) though no measure answers it, or an outlook that does: no word of what will be done.

    Bad::

        问题:
          - {编号: i1, 表现: 地库返水年年发生，我部束手无策，只能听之任之}

    Good::

        问题:
          - {编号: i1, 表现: 地库返水今年发生4次，靠人工抽排束手无策，已申请加装2台潜污泵}
    """
    around = _around(passage.node)
    if around is None or not (given_up := next(lexicon("hopeless_words").find(unquoted(passage.text)), None)):
        return
    issue = isinstance(around.object, Issue)
    if issue and (around.object.id in ctx.view.measures_for or ctx.view.is_clouded(("countermeasures",))):
        return
    everything = "。".join(one.text for one in ctx.view.passages if one.path[: len(around.path)] == around.path)
    if not lexicon("words_of_will").found_in(everything):
        yield Finding(key="issue" if issue else "outlook", word=given_up.word)


def _around(node: Node | None) -> Node | None:
    """The issue or the outlook that the object belongs to."""
    while node is not None and not isinstance(node.object, Issue | Outlook):
        node = node.parent
    return node
