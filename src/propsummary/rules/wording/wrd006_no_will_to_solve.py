"""WRD006 no-will-to-solve."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.catalogue.lexicon import lexicon
from propsummary.model import Issue, Outlook, Part, Section
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

    Bad::

        正文:
          - {部分: 展望, 标题: 下一步, 内容: 老旧电梯只会越来越多，故障率难以扭转。}

    Good::

        问题:
          - {编号: i1, 表现: 地库返水今年发生4次，靠人工抽排束手无策，已申请加装2台潜污泵}
    """
    around = _around(passage.node)
    if around is None or not (given_up := next(lexicon("hopeless_words").find(unquoted(passage.text)), None)):
        return
    if isinstance(around, Issue) and (around.id in ctx.view.measures_for or ctx.view.is_clouded(("countermeasures",))):
        return
    issue = isinstance(around, Issue)
    # “下一步计划” over a section of the outlook is a heading, not a plan.
    parts = (one for one in ctx.view.passages if (issue or one.field != "title") and _of_one(_around(one.node), around))
    if not lexicon("words_of_will").found_in("。".join((passage.text, *(one.text for one in parts)))):
        yield Finding(key="issue" if issue else "outlook", word=given_up.word)


def _around(node: Node | None) -> Issue | Outlook | Section | None:
    """The issue that the object belongs to, or the part of the outlook."""
    while node is not None:
        held = node.object
        if isinstance(held, Issue | Outlook) or (isinstance(held, Section) and held.part is Part.OUTLOOK):
            return held
        node = node.parent
    return None


def _of_one(one: Issue | Outlook | Section | None, other: Issue | Outlook | Section) -> bool:
    """Whether both are the same issue, or both the outlook, which may stand in several places."""
    return one is other or not (one is None or isinstance(one, Issue) or isinstance(other, Issue))
