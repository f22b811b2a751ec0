"""
What sentences tell with all that it is computed from, looked at as if it were a metric.

Changes with both figures (投诉96件，比上年的128件下降25%), rates with both counts (应检120台，实检118台，检验率98.3%),
counts with all their parts (活动24场，其中节日9场、亲子7场、其他8场).
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from propsummary.catalogue.ratios import Ratios
from propsummary.model import Metric, Share, Summary
from propsummary.problems import Finding, join
from propsummary.quantities import Change, Figure, Role, StatedChange, find_figures, read_stated_change
from propsummary.quantities.change import CHANGE_VERBS
from propsummary.rules.context import Context, once
from propsummary.rules.naming import naming
from propsummary.rules.walk import Passage

__all__ = ["as_told", "everywhere", "last_clause"]

# What may stand between the figures and their change; 仍比目标多5次 and 3班共减6人 tell of more, 快3分钟 may be of a speed.
_SAID = re.compile(
    r"[，,、；（( ]*(?:比|较|与)?(?:上年度?|去年|上期|上月|上季度?|上半年|前年|年初|期初)?(?:同期)?(?:相比)?[，,]?(?:同比|环比)?"
    r"(?:的?(?:降|增|涨|跌|减|升)幅(?:为|达到?|是)?|(?:少|多|省|高|低)(?:发|出|了)?"
    rf"|(?:又|共|净|再|约)?(?:{CHANGE_VERBS})(?:了|幅度为?|约)?)?"
)

_DIGIT = re.compile("[0-9０-９]")  # 少了一半 is said, not computed

# 检验率99.5%，: a rate that is named and told as it is, not what it came from (由84.2%提高到) or is to be.
_CLAUSE = re.compile("[，,、；;：:（(。]")
_NAMED = re.compile("((?!.*(?:[上去前往]年|上[期月季]|同期|目标|计划|标准|全国|全市|行业))[\u4e00-\u9fff]{1,12}率)(?:达到?|为|是)?")
# 活动24场，其中节日9场、亲子7场、其他8场: the parts one after the other, their names and nothing else between them.
_PART = re.compile("[、，,；;和及] ?[\u4e00-\u9fffA-Za-z]{1,8}")
_REST = re.compile("[、，,；;和及] ?(?:其他|其它|其余)(?:各?类|问题|方面|原因|情况)?")
_FIRST = re.compile(
    "(?:[：:]|[，,：:（(]?(?:其中|包括|分别为|按[\u4e00-\u9fff]{1,5}分|分为)[：:，,]?)(?!.*(?:比|较|去年|上年|由|从|占))"
    "[\u4e00-\u9fffA-Za-z]{1,8}"
)
_PARTS = 3

_ENDED = re.compile(r"\s*(?:$|[，,。；;（()）])")


def everywhere(look: Callable[[Metric, Context], Iterable[Finding]]) -> Callable[[Summary, Context], Iterator[Finding]]:
    """Have *look* look at every metric, and at the changes and rates that sentences tell in full as if they were metrics."""

    @functools.wraps(look)
    def found(summary: Summary, ctx: Context) -> Iterator[Finding]:
        for node in ctx.view.nodes_of(Metric):
            for finding in look(node.object, Context(ctx.view, node, node.path)):
                yield Finding(join(node.path, finding.at), finding.key, thing=naming(node), **finding.arguments)
        for metric, passage in _told(summary, ctx):
            for finding in look(metric, Context(ctx.view, passage.node, passage.path)):
                yield Finding(passage.path, finding.key, thing=naming(passage.node), **finding.arguments)

    return found


@once
def _told(summary: Summary, ctx: Context) -> tuple[tuple[Metric, Passage], ...]:
    """The changes, ratios and parts of all passages as metrics, but for those that a metric of the summary holds just so."""
    held = {one for metric in summary.metrics for one in (_change_in(metric), _ratio_in(metric), _parts_in(metric))}
    by_sentence: dict[tuple[str, Passage], set[Role]] = defaultdict(set)
    for one in ctx.view.figures.told:
        by_sentence[one.sentence, one.passage].add(one.figure.role)
    told: list[tuple[Metric, Passage]] = []
    for (sentence, passage), roles in by_sentence.items():
        if Role.CHANGE in roles and (change := _changed(sentence)) and _change_in(change) not in held:
            told.append((change, passage))
        rated, divided = Role.LEVEL in roles and len(roles) > 1, "其" in sentence
        figures = find_figures(sentence) if rated or divided else ()
        if rated:
            told += [(rate, passage) for rate in _rates(sentence, figures) if _ratio_in(rate) not in held]
        if divided and (whole := _divided(sentence, figures)) and _parts_in(whole) not in held:
            told.append((whole, passage))
    return tuple(told)


def _changed(sentence: str) -> Metric | None:
    """The change that *sentence* tells, as a metric would hold it; None if it lacks a figure or is told against something else."""
    stated = read_stated_change(sentence)
    if stated is None or stated.baseline is None or stated.value is None:
        return None
    before, after = stated.baseline, stated.value
    change = as_told(stated, sentence[max(before.end, after.end) : stated.change.start])
    return None if change is None else Metric(id="", name="", value=after.quantity, baseline=before.quantity, change=change)


def as_told(stated: StatedChange, said: str) -> Change | None:
    """The change with the words for it, where *said*, all that stands between it and the figures, tells of nothing else."""
    if not _SAID.fullmatch(said) or said.endswith(("快", "慢")) or not _DIGIT.search(stated.change.text):
        return None
    return attrs.evolve(stated.stated, text=said.strip("，,、：: （(") + stated.change.text)


def last_clause(text: str) -> str:
    """What stands behind the last mark of *text*."""
    return _CLAUSE.split(text)[-1]


def _rates(sentence: str, figures: Sequence[Figure]) -> Iterator[Metric]:
    """The rates that *sentence* tells with the two counts that make them, as metrics would hold them."""
    ratios = Ratios(sentence, figures)
    for at, rate in enumerate(figures):
        name = last_clause(sentence[figures[at - 1].end if at else 0 : rate.start])
        if rate.unit != "%" or rate.role is not Role.LEVEL or not _NAMED.fullmatch(name) or not _ENDED.match(sentence, rate.end):
            continue
        if counts := ratios.counts(at, _NAMED.sub(r"\1", name), set()):
            part, whole = (figures[nth].quantity for nth in counts)
            yield Metric(id="", name="", value=rate.quantity, numerator=part, denominator=whole)


def _divided(sentence: str, figures: Sequence[Figure]) -> Metric | None:
    """The count that *sentence* tells with all its parts, 其他 last, as a metric would hold it; others may overlap."""
    before = [sentence[figures[at - 1].end if at else 0 : one.start] for at, one in enumerate(figures)]
    last = next((at for at, said in enumerate(before) if _REST.fullmatch(said)), 0)
    first = last
    while first > 1 and _PART.fullmatch(before[first]):
        first -= 1
    whole, parts = figures[first - 1], figures[first : last + 1]
    plain = all(one.unit == whole.unit and one.unit is not None and one.role is whole.role for one in parts)
    if first == 0 or len(parts) < _PARTS or not plain or not _FIRST.fullmatch(before[first]):
        return None
    shares = tuple(Share(name=str(number), value=one.quantity) for number, one in enumerate(parts))
    return Metric(id="", name="", value=whole.quantity, breakdown=shares)


def _change_in(metric: Metric) -> tuple[object, ...]:
    figures = (metric.baseline and metric.baseline.low, metric.value and metric.value.low)
    return (*figures, metric.change and metric.change.amount)


def _ratio_in(metric: Metric) -> tuple[object, ...]:
    return tuple(quantity and quantity.low for quantity in (metric.numerator, metric.denominator, metric.value))


def _parts_in(metric: Metric) -> tuple[object, ...]:
    return (metric.value and metric.value.low, *(share.value.low for share in metric.breakdown))
