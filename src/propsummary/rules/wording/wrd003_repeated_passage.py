"""WRD003 repeated-passage."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from propsummary import catalogue
from propsummary._privacy import shortened
from propsummary.catalogue.codes import Words
from propsummary.model import Summary
from propsummary.problems import Finding, Path
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.naming import naming
from propsummary.rules.wording._clusters import Paragraph, clusters, paragraphs, shared_sentences

_NAMED = 8
_SHOWN = 20


@rule("WRD003", on=Summary)
def repeated_passage(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    The same passage, or nearly the same, or a long sentence out of it, in two places or more: one problem that names them all.

    Short texts are let pass, and what belongs to a table: the same words with other figures, the same content of two activities,
    the same cause of two issues, a measure that a risk repeats, a result that answers the previous summary.

    Bad::

        成绩:
          - {编号: a1, 标题: 车辆秩序, 说明: 东门早高峰增开一条应急出口，月租车与访客车分道放行，排队明显缩短。}
        案例:
          - {编号: k1, 标题: 东门分道, 结果: 东门早高峰增开了一条应急出口，月租车与访客车分道放行，排队明显缩短}

    Bad::

        成绩:
          - {编号: a1, 标题: 防汛, 说明: 备足沙袋600只；值班员每两小时看一次集水井水位，雨大时半小时一次，过线就开备用泵并报班长。}
        正文:
          - {部分: 其他, 内容: 值班员每两小时看一次集水井水位，雨大时半小时一次，过线就开备用泵并报班长。}

    Good::

        成绩:
          - {编号: a1, 标题: 一季度培训, 说明: 一季度组织消防器材与急救培训6次，参加342人次，考核合格率95%。}
          - {编号: a2, 标题: 二季度培训, 说明: 二季度组织消防器材与急救培训7次，参加351人次，考核合格率97%。}
    """
    for cluster in _repeated(tuple(paragraphs(ctx.view.passages))):
        first, later = cluster[0], cluster[1]
        others = tuple(dict.fromkeys(_place(one) for one in cluster if one.path != later.path))
        key = "within" if not others else "" if all(one.plain == first.plain for one in cluster) else "nearly"
        yield Finding(later.path, key=key, thing=_place(later), others=_named(others), words=_beginning(later.text))


def _repeated(found: tuple[Paragraph, ...]) -> Iterator[list[Paragraph]]:
    """Paragraphs that say the same, then those that only share a sentence; the same places once."""
    groups: defaultdict[Path, set[int]] = defaultdict(set)
    for number, group in enumerate((*clusters(found), *shared_sentences(found))):
        places = {one.path for one in group}
        if not set.intersection(*(groups[place] for place in places)):
            yield group
        for place in places:
            groups[place].add(number)


def _place(paragraph: Paragraph) -> Words:
    """``成绩“车辆秩序”（a1）的说明`` and ``text of achievement “车辆秩序” (a1)``."""
    node, field = paragraph.node, paragraph.field
    named, cls = naming(node), type(node.object).__name__
    return Words(
        f"{named.zh}的{catalogue.field_label(cls, field, 'zh')}",
        f"{catalogue.field_label(cls, field, 'en')} of {named.en}",
    )


def _named(places: tuple[Words, ...]) -> tuple[Words, ...]:
    """The places, of very many only the first."""
    if len(places) <= _NAMED:
        return places
    rest = len(places) - _NAMED
    return (*places[:_NAMED], Words(f"另外{rest}处", f"{rest} more"))


def _beginning(text: str) -> str:
    return shortened(re.sub(r"\s+", " ", text), _SHOWN)
