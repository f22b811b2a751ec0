"""The KPIs of the trade: what each one means, what it can be, and by which definitions it is computed."""

from __future__ import annotations

import contextlib
import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from contextvars import ContextVar
from decimal import Decimal
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import attrs

from propsummary._text import nearest, normalize_name
from propsummary.catalogue._hant import spoken
from propsummary.catalogue._reader import DATA, Bounds, build, read_toml, refuse, unique
from propsummary.errors import expect
from propsummary.problems import Language

__all__ = [
    "Definition",
    "Kpi",
    "Source",
    "complementary",
    "find_kpi",
    "knowing_kpis",
    "kpi",
    "kpis",
    "kpis_from_table",
    "kpis_from_toml",
    "near_kpis",
    "own_kpis",
]


@attrs.frozen(kw_only=True)
class Source:
    """
    Where a target was found.

    Attributes:
        at: An address or number to look it up by; empty where it is a judgement or common knowledge.
    """

    id: str
    zh: str
    en: str
    at: str = ""


@attrs.frozen(kw_only=True)
class Definition:
    """
    One way (口径) of computing a KPI.

    Attributes:
        numerator_zh, numerator_en: What is counted, summed or averaged.

        denominator_zh, denominator_en: What it is divided by; empty for a count.

        carried_over: Whether the denominator holds what was left over from the previous period; None where that means nothing.

        unit: The unit under this definition, where it is not the KPI's own.

        possible: The range under this definition, where it is not the KPI's own.

        synonyms: Other ways to name or write it, formulas such as ``当期实收/当期应收`` among them.
    """

    id: str
    zh: str
    en: str
    numerator_zh: str
    numerator_en: str
    denominator_zh: str = ""
    denominator_en: str = ""
    carried_over: Literal["included", "excluded"] | None = None
    unit: str | None = None
    possible: Bounds | None = None
    synonyms: tuple[str, ...] = ()

    def name(self, language: Language = "zh") -> str:
        """The name in *language*."""
        return spoken(self.zh, self.en, language)

    @property
    def formula_zh(self) -> str:
        """The formula in Chinese: ``实到点次÷应到点次``."""
        return f"{self.numerator_zh}÷{self.denominator_zh}" if self.denominator_zh else self.numerator_zh

    @property
    def formula_en(self) -> str:
        """The formula in English."""
        return f"{self.numerator_en} ÷ {self.denominator_en}" if self.denominator_en else self.numerator_en


@attrs.frozen(kw_only=True, slots=False)
class Kpi:
    """
    A quantity that the trade reports under one name.

    Attributes:
        synonyms: Other names that mean the same quantity.

        unit: Symbol of the unit that its values are in; all numbers below are in it.

        alternative_units: Symbols of other units that are in use for it; where they do not convert to *unit*, the numbers below say
            nothing of values in them.

        direction: Which way is better; empty for a mere volume.

        target: A usual target, where there is one; reference data, not a requirement.

        target_text: The target as it is usually put, alternatives included.

        target_source: Where it was found.

        possible: What the quantity can be at all; an open end is None.

        plausible: What it usually is; a value outside deserves a second look.

        yearly: Whether *plausible* and *target* speak of a whole year, so that they say nothing of a shorter period.

        departments: Ids of the departments that report it; also ``finance`` and ``personnel``, which have no profile here.

        areas: Ids of the areas that it counts for, in whatever profile knows them.

        definitions: The ways of computing it, the commonest first; never empty.

        complements: Names of the quantity that makes 100 % together with it (收费率 and 欠费率).

        note_zh, note_en: What to mind.
    """

    id: str
    zh: str
    en: str
    synonyms: tuple[str, ...] = ()
    unit: str
    alternative_units: tuple[str, ...] = ()
    direction: Literal["higher", "lower", "band", ""]
    target: Decimal | None = None
    target_text: str = ""
    target_source: Source | None = None
    possible: Bounds
    plausible: Bounds
    yearly: bool = False
    departments: tuple[str, ...]
    areas: tuple[str, ...]
    definitions: tuple[Definition, ...]
    complements: tuple[str, ...] = ()
    note_zh: str = ""
    note_en: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything a draft may call it: id, Chinese and English name, synonyms."""
        return (self.id, self.zh, self.en, *self.synonyms)

    def name(self, language: Language = "zh") -> str:
        """The name in *language*."""
        return spoken(self.zh, self.en, language)

    def definition(self, text: str) -> Definition | None:
        """The definition that *text* (id, name, synonym or formula) states; None for words that are none of the catalogue's."""
        stated = _formula(text)
        return self._definitions.get(stated) or self._definitions.get(stated.rpartition(":")[2])

    def possible_under(self, text: str | None) -> Bounds:
        """What the quantity can be under the definition that *text* states, or under the usual ones."""
        stated = self.definition(text) if text else None
        return stated.possible if stated and stated.possible else self.possible

    @functools.cached_property
    def _definitions(self) -> dict[str, Definition]:
        return {_formula(text): one for one in self.definitions for text in _spellings(one)}


def kpis_from_toml(path: str | PathLike[str]) -> Mapping[str, Kpi]:
    """
    Read KPIs from a data file of their own, laid out as the one that comes with the package; in the file's order, by id.

    Raises:
        ConfigurationError: The file cannot be read or says something that cannot be; the message names file and key.

    .. versionadded:: 0.1.0
    """
    return kpis_from_table(read_toml(Path(path)), str(path))


def kpis_from_table(table: dict[str, Any], file: str) -> Mapping[str, Kpi]:
    """
    KPIs of the content of a data file; in its order, by id.

    Args:
        table: The content, with decimal fractions as `Decimal`.

        file: What the file is called, for messages.

    Raises:
        ConfigurationError: It says something that cannot be; the message names file and key.

    .. versionadded:: 0.1.0
    """
    return MappingProxyType({one.id: one for one in _catalogue(table, file).kpis})


@functools.cache
def kpis() -> Mapping[str, Kpi]:
    """The KPIs that come with the package, by id."""
    return MappingProxyType({one.id: one for one in _built_in().kpis})


@contextlib.contextmanager
def knowing_kpis(own: Iterable[Kpi]) -> Iterator[None]:
    """
    Within it a company's *own* KPIs are known beside those that come with the package: drafts may name them, rules judge by them.

    Where both have a name, the company's own is meant. It holds for what the block itself calls, in this thread or task alone.

    .. versionadded:: 0.1.0
    """
    added = {normalize_name(name): one for one in own for name in one.names}
    token = _OWN.set({**_OWN.get(), **added})
    try:
        yield
    finally:
        _OWN.reset(token)


_OWN: ContextVar[Mapping[str, Kpi]] = ContextVar("own KPIs by name", default=MappingProxyType({}))


def own_kpis() -> tuple[Kpi, ...]:
    """
    The company's own KPIs that are known here, in the order that they were given.

    .. versionadded:: 0.1.0
    """
    return tuple(dict.fromkeys(_OWN.get().values()))


def kpi(name: str) -> Kpi | None:
    """The KPI with the id *name*."""
    return next((one for one in own_kpis() if one.id == name), None) or kpis().get(name)


def find_kpi(name: str) -> Kpi | None:
    """
    The KPI that *name* stands for: id, Chinese or English name or synonym, traditional characters and any case included.

    Raises:
        WrongArgumentError: *name* is no text.
    """
    expect("find_kpi", name, str)
    plain = normalize_name(name)
    return _OWN.get().get(plain) or _by_name().get(plain)


def near_kpis(name: str) -> tuple[str, ...]:
    """
    Ids and names of KPIs that come close to *name*, nearest first, one a KPI.

    Raises:
        WrongArgumentError: *name* is no text.
    """
    expect("near_kpis", name, str)
    spellings: dict[str, str] = {}
    for one in (*own_kpis(), *kpis().values()):
        for spelling in one.names:
            spellings.setdefault(spelling, one.id)
    found: dict[str, str] = {}
    for near in nearest(name, spellings, 9):
        found.setdefault(spellings[near], near)
    return tuple(found.values())[:3]


def complementary(one: str, other: str) -> bool:
    """
    Whether two names stand for quantities that make 100 % together: 物业费收缴率 and 欠费率, 报修及时率 and 报修超时率.

    It holds for shares in % alone: a 故障率 in faults a month is no complement, whatever it is called.
    """
    first, second = normalize_name(one), normalize_name(other)
    return second in _complements_of(first) or first in _complements_of(second)


@attrs.frozen(kw_only=True)
class _Catalogue:
    """
    What a KPI file holds.

    Attributes:
        complements: Pairs of word endings that make 100 % together when the words before them are the same.
    """

    sources: tuple[Source, ...] = ()
    complements: tuple[tuple[str, ...], ...] = ()
    kpis: tuple[Kpi, ...]


def _catalogue(raw: dict[str, Any], file: str) -> _Catalogue:
    found = build(_Catalogue, _with_sources(raw, file), file)
    _check_ids("KPI", found.kpis, file)
    unique([(normalize_name(n), one.id) for one in found.kpis for n in one.names], file, "KPI")
    for one in found.kpis:
        if not one.definitions:
            raise refuse(file, f"KPI {one.id}", "it has no definition", "没有写口径")
        _check_ids(f"KPI {one.id}, definition", one.definitions, file)
        unique([(_formula(t), d.id) for d in one.definitions for t in _spellings(d)], file, f"KPI {one.id}, definition")
    for pair in found.complements:
        if len(pair) != 2:
            raise refuse(file, "complements", f"expected pairs, not {list(pair)}", f"要两个一对，不能是 {list(pair)}")
    return found


def _with_sources(raw: dict[str, Any], file: str) -> dict[str, Any]:
    """*raw* with each target's source, which the file names by its id, in full."""
    sources = {one.get("id"): one for one in raw.get("sources", ()) if isinstance(one, dict)}

    def resolved(index: int, table: object) -> object:
        if not isinstance(table, dict) or "target_source" not in table:
            return table
        named = table["target_source"]
        if not isinstance(named, str) or named not in sources:
            raise refuse(file, f"kpis[{index}].target_source", f"{named!r} is none of the sources", f"{named!r} 不在 sources 里")
        return {**table, "target_source": sources[named]}

    listed = raw.get("kpis")
    return {**raw, "kpis": [resolved(*item) for item in enumerate(listed)]} if isinstance(listed, list) else raw


def _check_ids(what: str, items: Iterable[Kpi] | Iterable[Definition], file: str) -> None:
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            raise refuse(file, f"{what} {item.id}", "stands there twice", "写了两次")
        seen.add(item.id)


@functools.cache
def _built_in() -> _Catalogue:
    file = DATA / "kpis.toml"
    return _catalogue(read_toml(file), str(file))


@functools.cache
def _by_name() -> dict[str, Kpi]:
    return {normalize_name(name): one for one in kpis().values() for name in one.names}


def _complements_of(name: str) -> set[str]:
    """What makes 100 % with *name*: all names of the complement that the catalogue or the words' endings give."""
    known = find_kpi(name)
    found = {normalize_name(other) for other in known.complements} if known else set()
    for pair in _built_in().complements:
        for ending, opposite in (pair, pair[::-1]):
            if name.endswith(ending):
                found.add(name.removesuffix(ending) + opposite)
    return found


def _spellings(one: Definition) -> tuple[str, ...]:
    return (one.id, one.zh, one.en, one.formula_zh, one.formula_en, *one.synonyms)


_THIS = re.compile("当[日周月季年]度?|本[日周月季年期]度?")
_LAST = re.compile("上[周月季年]度?|往[年期]|以前年度")


def _formula(text: str) -> str:
    """*text* as it is compared: signs, brackets and words for this and the last period made alike."""
    plain = normalize_name(text).replace("÷", "/").replace("-", "").strip("。.;")
    plain = re.sub(r"[()\[\]的数]", "", plain)
    return _LAST.sub("上期", _THIS.sub("当期", plain))
