"""Department profiles: what a department does, and what its summary is expected to hold."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Literal, TypeAlias

import attrs

from propsummary import _plugins
from propsummary._text import nearest, normalize_name
from propsummary.catalogue._hant import spoken
from propsummary.catalogue._kpis import find_kpi, kpi, near_kpis
from propsummary.catalogue._reader import DATA, build, read_toml, refuse, unique
from propsummary.errors import PluginError, PropsummaryError, UnknownNameError, expect, expect_path
from propsummary.problems import Language

__all__ = [
    "Area",
    "GoalKind",
    "IssueKind",
    "MeasureKind",
    "Part",
    "Profile",
    "SectionSpec",
    "department",
    "department_from_toml",
    "departments",
    "near_departments",
    "unknown_department",
]

#: The parts of a summary that a profile may ask for, by their ids in the model.
Part: TypeAlias = Literal["background", "results", "issues", "countermeasures", "outlook", "other"]

#: The kinds of goals, by their ids in the model.
GoalKind: TypeAlias = Literal["overall", "indicator", "project", "team"]

#: The departments that come with the package, in the order in which they are listed.
_BUILT_IN = ("order", "logistics", "engineering", "environment", "customer-service")

_ENTRY_POINTS = "propsummary.departments"


@attrs.frozen(kw_only=True)
class Area:
    """
    A field of a department's work: one of its functions, or something finer below one.

    Attributes:
        function: Id of the function that the area belongs to; a function belongs to itself.

        required: Whether a summary that says nothing about this function has a gap. Finer areas are never required.

        hints_zh, hints_en: What a summary usually says about the area, as short prompts for whoever writes it.
    """

    id: str
    zh: str
    en: str
    function: str
    synonyms: tuple[str, ...] = ()
    required: bool = False
    hints_zh: tuple[str, ...] = ()
    hints_en: tuple[str, ...] = ()

    @property
    def is_function(self) -> bool:
        """Whether the area is a function of the department and not something below one."""
        return self.function == self.id

    @property
    def names(self) -> tuple[str, ...]:
        """Everything a draft may call it: id, Chinese and English name, synonyms."""
        return (self.id, self.zh, self.en, *self.synonyms)

    def name(self, language: Language = "zh") -> str:
        """The name in *language*."""
        return spoken(self.zh, self.en, language)


@attrs.frozen(kw_only=True)
class SectionSpec:
    """
    A section that the department's summary has.

    Attributes:
        part: Which part of the summary it presents.

        zh, en: Its heading in the summary of a year.

        zh_part, en_part: Its heading in the summary of a shorter period, where that is another one; 下年度 fits no quarter.

        order: Its place among the sections, from 1.

        required: Whether a summary without it has a gap.
    """

    part: Part
    zh: str
    en: str
    order: int
    zh_part: str = ""
    en_part: str = ""
    required: bool = True

    def title(self, language: Language = "zh", *, whole_year: bool = True) -> str:
        """The heading in *language*, for a whole year or for a shorter period."""
        zh, en = (self.zh, self.en) if whole_year else (self.zh_part or self.zh, self.en_part or self.en)
        return spoken(zh, en, language)


@attrs.frozen(kw_only=True)
class IssueKind:
    """
    A kind of problem that departments like this one usually have.

    Attributes:
        keywords_zh, keywords_en: Words that point to it in a statement.
    """

    id: str
    zh: str
    en: str
    keywords_zh: tuple[str, ...] = ()
    keywords_en: tuple[str, ...] = ()

    def name(self, language: Language = "zh") -> str:
        """The name in *language*."""
        return spoken(self.zh, self.en, language)


@attrs.frozen(kw_only=True)
class MeasureKind:
    """
    A kind of countermeasure that departments like this one usually take.

    Attributes:
        answers: Ids of the kinds of problems that it acts on.

        keywords_zh, keywords_en: Words that point to it in a statement.
    """

    id: str
    zh: str
    en: str
    answers: tuple[str, ...]
    keywords_zh: tuple[str, ...] = ()
    keywords_en: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, slots=False)
class Profile:
    """
    What the trade expects of one department's summary.

    Attributes:
        synonyms: Other names that the department goes by.

        purpose_zh, purpose_en: Its place in the company, in one sentence; a starting point for the background.

        areas: Its functions and the finer areas below them, each function before its areas.

        sections: The sections of its summary, in order.

        goal_kinds: The kinds of goals that its outlook is expected to hold.

        issue_kinds, measure_kinds: Usual problems, and the usual answers to them.

        core_kpis: Ids of the KPIs that its summary is expected to report, the most telling first: the catalogue's, or the
            company's own where those are known (`knowing_kpis`).
    """

    id: str
    zh: str
    en: str
    synonyms: tuple[str, ...] = ()
    purpose_zh: str = ""
    purpose_en: str = ""
    areas: tuple[Area, ...]
    sections: tuple[SectionSpec, ...]
    goal_kinds: tuple[GoalKind, ...] = ()
    issue_kinds: tuple[IssueKind, ...] = ()
    measure_kinds: tuple[MeasureKind, ...] = ()
    core_kpis: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything a draft may call it: id, Chinese and English name, synonyms."""
        return (self.id, self.zh, self.en, *self.synonyms)

    def is_called(self, name: str) -> bool:
        """Whether *name* is one of its names, in any case and script."""
        return normalize_name(name) in self._names

    @functools.cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(map(normalize_name, self.names))

    @functools.cached_property
    def functions(self) -> tuple[Area, ...]:
        """The functions of the department, without the finer areas below them."""
        return tuple(area for area in self.areas if area.is_function)

    def name(self, language: Language = "zh") -> str:
        """The name in *language*."""
        return spoken(self.zh, self.en, language)

    def area(self, name: str) -> Area | None:
        """The area that *name* (id, name or synonym, in any case and script) stands for, if the profile knows it."""
        return self._areas_by_name.get(normalize_name(name))

    def function_of(self, name: str) -> Area | None:
        """The function that the area called *name* belongs to."""
        area = self.area(name)
        return area and self._areas_by_name[normalize_name(area.function)]

    def section(self, part: str) -> SectionSpec | None:
        """The section that presents *part*, if the department's summary has one."""
        return next((section for section in self.sections if section.part == part), None)

    @functools.cached_property
    def _areas_by_name(self) -> dict[str, Area]:
        return {normalize_name(name): area for area in self.areas for name in area.names}


def department_from_toml(path: str | PathLike[str]) -> Profile:
    """
    Read a department's profile from a data file of its own, laid out as those that come with the package; the documentation of
    the catalogue shows one.

    Raises:
        ConfigurationError: The file cannot be read or says something that cannot be, such as a core KPI that nobody knows; the
            message names file and key.

        WrongArgumentError: *path* is no path.

    .. versionadded:: 0.1.0
    """
    profile = _read(expect_path("department_from_toml", path))
    _check_core_kpis(profile, str(path))
    return profile


def _read(path: Path) -> Profile:
    """The profile in the file at *path*; whether its KPIs are known is not looked at, for that reads all of them."""
    file = str(path)
    profile = build(Profile, read_toml(path), file)
    _check_areas(profile, file)
    _check_sections(profile, file)
    _check_kinds(profile, file)
    return profile


@functools.cache
def departments() -> tuple[Profile, ...]:
    """The departments that come with the package."""
    return tuple(_read(DATA / "departments" / f"{id}.toml") for id in _BUILT_IN)


def department(name: str) -> Profile | None:
    """
    The department that *name* stands for: id, Chinese or English name or synonym, traditional characters and any case included.

    A name that the package does not know is looked for among the installed packages' entry points (group
    ``propsummary.departments``, each a `Profile` or a function without arguments that gives one): first as the name of an entry
    point, then as any name of the profiles that they give.

    Raises:
        PluginError: Two installed packages offer a department of this name, or the entry point of this name cannot be loaded.

        ConfigurationError: The profile of the entry point of this name says something that cannot be.

        WrongArgumentError: *name* is no text.
    """
    expect("department", name, str)
    return _by_name().get(normalize_name(name)) or _installed(name)


def near_departments(name: str) -> tuple[str, ...]:
    """
    Names of built-in departments that come close to *name*, nearest first, one a department.

    Raises:
        WrongArgumentError: *name* is no text.
    """
    expect("near_departments", name, str)
    names = (spelling for profile in departments() for spelling in profile.names)
    found: dict[str, str] = {}
    for near in nearest(name, names, 9):
        found.setdefault(_by_name()[normalize_name(near)].id, near)
    return tuple(found.values())[:3]


def unknown_department(name: str) -> UnknownNameError:
    """The error that says that no profile is called *name*, with all that there are, those that come close first."""
    near = near_departments(name)
    close = {_by_name()[normalize_name(one)].id for one in near}
    there = (*departments(), *_all_offered())
    others = (profile.id if name.isascii() else profile.zh for profile in there if profile.id not in close)
    return UnknownNameError("department", name, (*near, *others))


@functools.cache
def _by_name() -> dict[str, Profile]:
    return {normalize_name(name): profile for profile in departments() for name in profile.names}


def _installed(name: str) -> Profile | None:
    if name in _entry_points():
        return _offered(name)
    called = {profile.id: profile for profile in _all_offered() if profile.is_called(name)}
    if len(called) > 1:
        ids = ", ".join(called)
        raise PluginError(f"more than one department is called “{name}”: {ids}", f"不止一个部门叫“{name}”：{ids}")
    return next(iter(called.values()), None)


@functools.cache  # one draft asks many times, and looking takes tens of milliseconds
def _entry_points() -> tuple[str, ...]:
    return _plugins.names(_ENTRY_POINTS)


def _all_offered() -> Iterator[Profile]:
    """The profiles of all entry points; one that gives none says so when it is named itself."""
    for name in _entry_points():
        with contextlib.suppress(PropsummaryError):
            yield _offered(name)


@functools.cache
def _offered(name: str) -> Profile:
    """What the entry point called *name* gives."""
    offer = _plugins.load(_ENTRY_POINTS, name)
    try:
        profile = offer() if callable(offer) else offer
    except PropsummaryError:
        raise
    except Exception as error:  # whatever it is, other names are looked for all the same
        raise PluginError(f"“{name}” ({_ENTRY_POINTS}) fails: {error}", f"“{name}”（{_ENTRY_POINTS}）出错：{error}") from error
    if not isinstance(profile, Profile):
        kind = type(profile).__name__
        raise PluginError(
            f"“{name}” ({_ENTRY_POINTS}) gives a {kind}, not a Profile", f"“{name}”（{_ENTRY_POINTS}）给的是 {kind}，不是部门"
        )
    _check_core_kpis(profile, f"{_ENTRY_POINTS} {name}")
    return profile


def _check_areas(profile: Profile, file: str) -> None:
    functions = {area.id for area in profile.functions}
    for area in profile.areas:
        if area.function not in functions:
            why = f"its function {area.function!r} is none of the functions", f"function {area.function!r} 不是任何一项职能"
            raise refuse(file, f"area {area.id}", *why)
        if area.required and not area.is_function:
            raise refuse(file, f"area {area.id}", "only functions can be required", "只有职能才能写 required")
    _check_ids("area", [area.id for area in profile.areas], file)
    unique([(normalize_name(n), area.id) for area in profile.areas for n in area.names], file, "area")


def _check_sections(profile: Profile, file: str) -> None:
    _check_ids("section", [section.part for section in profile.sections], file)
    orders = [section.order for section in profile.sections]
    if orders != list(range(1, len(orders) + 1)):
        why = f"expected them in order and counted from 1, not {orders}", f"order 要从 1 起依次写，不能是 {orders}"
        raise refuse(file, "sections", *why)


def _check_kinds(profile: Profile, file: str) -> None:
    issues = [kind.id for kind in profile.issue_kinds]
    _check_ids("issue kind", issues, file)
    _check_ids("measure kind", [kind.id for kind in profile.measure_kinds], file)
    _check_ids("goal kind", list(profile.goal_kinds), file)
    _check_ids("core KPI", list(profile.core_kpis), file)
    for kind in profile.measure_kinds:
        for answered in kind.answers:
            if answered not in issues:
                why = f"it answers {answered!r}, which is no issue kind", f"answers 里的 {answered!r} 不在 issue_kinds 里"
                raise refuse(file, f"measure kind {kind.id}", *why)


def _check_core_kpis(profile: Profile, file: str) -> None:
    for id in profile.core_kpis:
        if kpi(id) is None:
            near = dict.fromkeys(found.id for name in near_kpis(id) if (found := find_kpi(name)))
            en, zh = f"{id!r} is the id of no KPI", f"没有编号是 {id!r} 的指标"
            meant = ("; did you mean " + ", ".join(near) + "?", f"，是不是 {'、'.join(near)}？") if near else ("", "")
            raise refuse(file, "core_kpis", en + meant[0], zh + meant[1])


def _check_ids(what: str, ids: list[str], file: str) -> None:
    for i, id in enumerate(ids):
        if id in ids[:i]:
            raise refuse(file, f"{what} {id}", "stands there twice", "写了两次")
