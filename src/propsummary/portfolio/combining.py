"""One KPI over many summaries: counts are summed, rates computed anew from the sums, and nothing is averaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from propsummary.catalogue import Definition, Kpi
from propsummary.catalogue.codes import Words
from propsummary.model import Metric, Share, Summary
from propsummary.portfolio.member import Member
from propsummary.problems import Language
from propsummary.quantities import Quantity, Unit
from propsummary.rules.metrics.figures import factor_of, figure
from propsummary.rules.metrics.ratio import ratio
from propsummary.rules.metrics.saying import rounded

__all__ = ["Combined", "Measured", "Refusal", "combine"]

_FEW = 3  # projects of one definition that are named
_ADDABLE = frozenset({"count", "money", "energy", "area", "volume", "mass", "length"})

_TWICE = Words("同一份总结里写了不止一次", "a summary states it more than once")
_UNSTATED = Words("没有写明口径", "the definition is not stated")
_NO_COUNTS = Words("没有写明确切的分子和分母", "numerator and denominator are not stated exactly")
_NO_SUM = Words("这个指标不能相加", "such figures do not add up")
_HEDGED = Words("数值不是确切的数", "the value is no exact figure")
_UNITS = Words("单位不一致", "different units")
_UNFIT = Words("分子、分母和数值的单位对不上", "numerator, denominator and value do not go together by their units")


@attrs.frozen(kw_only=True)
class Measured:
    """A KPI as one summary reports it."""

    member: Member
    metric: Metric

    @property
    def value(self) -> Quantity | None:
        """Its value, with the unit that it leaves unsaid."""
        return figure(self.metric, self.metric.value)


@attrs.frozen(kw_only=True)
class Combined:
    """
    A KPI over several summaries.

    Attributes:
        metric: Its value over all, with numerator and denominator, or with a part for every project.

        parts: What it was made of.
    """

    kpi: Kpi
    metric: Metric
    parts: tuple[Measured, ...]


@attrs.frozen(kw_only=True)
class Refusal:
    """
    A figure that could not be put together, and whose are in the way.

    Attributes:
        kpi: The KPI; the name alone where it is none that the catalogue knows.

        why: What is in the way.

        parts: What the summaries in question say.
    """

    kpi: Kpi | Words
    why: Words
    parts: tuple[Measured, ...]

    @property
    def projects(self) -> tuple[str, ...]:
        """Where it is in the way, each project once."""
        return tuple(dict.fromkeys(part.member.project for part in self.parts))

    def name(self, language: Language = "zh") -> str:
        """What a table calls it in *language*."""
        name = self.kpi.in_(language) if isinstance(self.kpi, Words) else self.kpi.name(language)
        return name[:1].upper() + name[1:]


def combine(kpi: Kpi, parts: Sequence[Measured]) -> Combined | Refusal:
    """
    Put *kpi* together from what summaries of the same department and period say of it.

    A count is the sum of counts, a rate or a mean the quotient of summed numerators and denominators. Where a summary leaves
    these out, hedges its figures, or follows another definition (口径) than the others, the KPI is refused by name: an average of
    averages would be wrong. A quantity that is neither, such as the oldest recording, has no value over all.

    Args:
        parts: At least one.
    """
    refused = next(_refusals(kpi, parts), None)
    if refused is not None:
        return refused
    definition = _definition(kpi, parts[0].metric)
    metric = _quotient(kpi, parts) if definition is None or definition.denominator_zh else _sum(kpi, parts)
    if metric is None:
        return Refusal(kpi=kpi, why=_UNFIT, parts=tuple(parts))
    return Combined(kpi=kpi, metric=metric, parts=tuple(parts))


def _refusals(kpi: Kpi, parts: Sequence[Measured]) -> Iterator[Refusal]:
    """What is in the way of putting *kpi* together, the weightiest first."""

    def refusal(why: Words, guilty: Sequence[Measured] = parts) -> Refusal:
        return Refusal(kpi=kpi, why=why, parts=tuple(guilty))

    told = Counter(part.member.project for part in parts)
    if again := [part for part in parts if told[part.member.project] > 1]:
        yield refusal(_TWICE, again)
    one = _definition(kpi, parts[0].metric)
    names = [_definition_name(kpi, part.metric) for part in parts]
    if len(parts) > 1 and not all(names):
        yield refusal(_UNSTATED, [part for part, name in zip(parts, names, strict=True) if not name])
    if len(set(names)) > 1:
        yield refusal(_mixed(kpi, parts, names))
    if one is None or one.denominator_zh:
        if bare := [part for part in parts if not _is_exact(part.metric.numerator, part.metric.denominator)]:
            yield refusal(_NO_COUNTS, bare)
    elif Unit.of(one.unit or kpi.unit).dimension not in _ADDABLE:
        yield refusal(_NO_SUM)
    elif loose := [part for part in parts if not _is_exact(part.value)]:
        yield refusal(_HEDGED, loose)
    if len({_unit(part.value) for part in parts}) > 1:
        yield refusal(_UNITS)


def _mixed(kpi: Kpi, parts: Sequence[Measured], names: Sequence[str]) -> Words:
    """Which definitions there are and who follows them, the rarest last: those projects may have to compute anew."""
    zh, en = [], []
    for name, count in Counter(names).most_common():
        known = kpi.definition(name)
        some = [part.member.project for part, one in zip(parts, names, strict=True) if one == name][:_FEW]
        zh.append(f"{known.zh if known else name}的有{'、'.join(some)}{'等' if count > _FEW else ''}")
        en.append(f"{known.en if known else name} ({', '.join(some)}{' and others' if count > _FEW else ''})")
    return Words(f"口径不一致，{'，'.join(zh)}", f"different definitions: {'; '.join(en)}")


def _definition_name(kpi: Kpi, metric: Metric) -> str:
    """Which definition *metric* follows: the catalogue's id, else its own words; empty where it does not say."""
    one = _definition(kpi, metric)
    return one.id if one else metric.definition.strip()


def _definition(kpi: Kpi, metric: Metric) -> Definition | None:
    """The definition that *metric* follows; the only one of a KPI that has no other."""
    if metric.definition:
        return kpi.definition(metric.definition)
    return kpi.definitions[0] if len(kpi.definitions) == 1 else None


def _is_exact(*quantities: Quantity | None) -> bool:
    return all(quantity is not None and quantity.exact for quantity in quantities)


def _unit(value: Quantity | None) -> str:
    return value.unit.canonical if value and value.unit else ""


def _sum(kpi: Kpi, parts: Sequence[Measured]) -> Metric:
    """The sum, with a part for every project."""
    values = [(part.member.project, part.value) for part in parts]
    numbers = [(project, value.low) for project, value in values if value is not None]
    unit = next((value.unit for _, value in values if value is not None and value.unit), Unit.of(kpi.unit))
    total = sum((Fraction(number) for _, number in numbers), Fraction(0))
    shares = tuple(Share(name=project, value=Quantity.of(number)) for project, number in numbers) if len(numbers) > 1 else ()
    return _metric(kpi, parts, value=_printed(total, _places(number for _, number in numbers), unit), breakdown=shares)


def _quotient(kpi: Kpi, parts: Sequence[Measured]) -> Metric | None:
    """The quotient of the sums; none where units do not tell how it gives the value."""
    first = parts[0].value
    above, below = (_total(part.metric.numerator for part in parts), _total(part.metric.denominator for part in parts))
    if first is None or first.unit is None or above is None or below is None:
        return None
    sums = _metric(kpi, parts, numerator=above, denominator=below)
    found = ratio(sums, first, Summary(department="", period=parts[0].member.period))
    if found is None or found.loose or found.spans or above.low == 0 == below.low:
        return None
    places = min(value.decimals for part in parts if (value := part.metric.value))
    exact = Fraction(above.low) / Fraction(below.low) * _scale(above, below, first.unit)
    return attrs.evolve(sums, value=_printed(exact, places, first.unit))


def _scale(above: Quantity, below: Quantity, unit: Unit) -> Fraction:
    """What the plain quotient is multiplied by to be in *unit*."""
    if unit.dimension == "ratio" or above.unit is not None:
        return factor_of(above.unit) / factor_of(below.unit) / factor_of(unit)
    return Fraction(1)


def _total(quantities: Iterator[Quantity | None]) -> Quantity | None:
    """The exact sum of counts, in the unit that they share."""
    counted = [quantity for quantity in quantities if quantity is not None]
    units = {quantity.unit.canonical if quantity.unit else "" for quantity in counted}
    if len(units) > 1 or any(isinstance(quantity.low, Fraction) for quantity in counted):
        return None
    total = sum((Decimal(quantity.low) for quantity in counted if isinstance(quantity.low, Decimal)), Decimal(0))
    unit = counted[0].unit if counted else None
    return Quantity(low=total, high=total, unit=unit, text=f"{total:f}{unit.symbol if unit else ''}")


def _places(numbers: Iterator[Decimal | Fraction]) -> int:
    return max((max(0, -int(number.as_tuple().exponent)) for number in numbers if isinstance(number, Decimal)), default=0)


def _printed(number: Fraction, places: int, unit: Unit) -> Quantity:
    return Quantity.parse(rounded(number, places) + unit.symbol)


def _metric(kpi: Kpi, parts: Sequence[Measured], **fields: object) -> Metric:
    definition = _definition(kpi, parts[0].metric)
    stated = definition.id if definition and len(kpi.definitions) > 1 else parts[0].metric.definition
    source = f"{len(parts)}个项目的总结合计" if len(parts) > 1 else f"{parts[0].member.project}的总结"
    return Metric(id=kpi.id.replace("_", "-"), kpi=kpi.id, definition=stated, source=source, **fields)  # type: ignore[arg-type]
