"""
Drafts to start from.

A starter draft reads without a fault and cannot be handed in: everything that people have to write is a placeholder that the rules
find, and everything else is either empty or a comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from propsummary.catalogue import Area, Kpi, Profile, department, find_kpi
from propsummary.errors import expect
from propsummary.model import (
    Achievement,
    Activity,
    Background,
    Case,
    Chart,
    Countermeasure,
    Dimension,
    Family,
    FollowUp,
    Goal,
    GoalKind,
    Incident,
    Issue,
    Level,
    Metric,
    Organization,
    Outlook,
    Photo,
    Risk,
    StrategicDirection,
    Summary,
    Word,
    zh_key,
)
from propsummary.periods import Period, PeriodKind
from propsummary.problems import Language
from propsummary.quantities import Unit
from propsummary.rules.unfilled import BLANK

__all__ = ["StarterDraft", "quoted", "starter"]

#: The period of a draft whose writer named none; the title is then left open, and asks for both.
_ANY_YEAR: Final = "2025"


def starter(department_name: str, *, language: Language = "zh", period: str = "") -> str:
    """
    A commented YAML draft for a department, made from its profile: functions, core KPIs, usual problems, kinds of goals.

    Args:
        department_name: The department, by id or by any of its names.

        language: The language of keys, fixed words and comments.

        period: The span to report on, in any spelling that drafts may use; if left out, the draft asks for it and for the title.

    Raises:
        UnknownNameError: No profile has that name.

        UnreadableValueError: *period* is no period.

        WrongArgumentError: *department_name* or *period* is no text.
    """
    from propsummary.catalogue import unknown_department

    expect("starter", department_name, str)
    profile = department(department_name)
    if profile is None:
        raise unknown_department(department_name)
    span = Period.parse(period) if period else None
    return "\n".join(StarterDraft(profile=profile, language=language, period=span).lines()) + "\n"


@attrs.frozen(kw_only=True)
class StarterDraft:
    """
    A draft with everything that people have to fill in, for a department.

    Attributes:
        profile: The department.

        language: The language of keys, fixed words and comments.

        period: What it reports on, if that is known.
    """

    profile: Profile
    language: Language
    period: Period | None

    def lines(self) -> Iterator[str]:
        """The lines of the draft, without their ends."""
        whole_year = self.period is None or self.period.kind is PeriodKind.YEAR
        yield from self._head()
        for title, blocks in (
            ("background", (self._background,)),
            ("results", (self._metrics, self._achievements, self._events)),
            ("issues", (self._issues, self._risks)),
            ("countermeasures", (self._measures,)),
            ("outlook", (self._goals, self._outlook, self._follow_ups)),
        ):
            section = self.profile.section(title)
            if section:
                yield from ("", f"# ===== {section.title(self.language, whole_year=whole_year)} =====")
            for block in blocks:
                yield from ("", *block())

    # Words

    def _say(self, zh: str, en: str) -> str:
        return en if self.language == "en" else zh

    def _note(self, zh: str, en: str) -> str:
        return f"# {self._say(zh, en)}"

    def _key(self, cls: type, field: str) -> str:
        return field if self.language == "en" else zh_key(attrs.fields_dict(cls)[field])

    def _words(self, words: Iterable[Word]) -> str:
        return self._listed(str(word) if self.language == "en" else word.zh for word in words)

    def _listed(self, names: Iterable[str]) -> str:
        return self._say("、", ", ").join(names)

    @property
    def _blank(self) -> str:
        """What stands where people have to write."""
        return BLANK.in_(self.language)

    # Lines

    def _open(self, field: str) -> str:
        return f"{self._key(Summary, field)}:"

    def _flow(self, cls: type, **values: str) -> str:
        """An object in one line; values are YAML already. The blank after each colon stays, or what is typed there is no value."""
        return "{" + ", ".join(f"{self._key(cls, field)}: {value}" for field, value in values.items()) + "}"

    def _block(self, cls: type, **values: tuple[str, str]) -> Iterator[str]:
        """An object in a line a field, each with a value and what to write there."""
        for index, (field, (value, note)) in enumerate(values.items()):
            line = f"{'  - ' if index == 0 else '    '}{self._key(cls, field)}: {value}".rstrip()
            yield f"{line}  # {note}" if note else line

    # Parts

    def _head(self) -> Iterator[str]:
        name, blank = self.profile.name(self.language), self._blank
        schema = "summary.schema.json"
        yield f"# yaml-language-server: $schema={schema}"
        yield self._note(
            f"有了上一行，编辑器会边写边提示；它要的文件这样来：propsummary schema --lang zh -o {schema}",
            f"With the line above editors help while you write; its file comes from: propsummary schema --lang en -o {schema}",
        )
        yield self._note(
            f"凡是“{blank}”都换成自己的内容，用不上的条目整条删掉；空着的能填就填。",
            f"Replace every {blank}, delete entries that you do not need, fill in what is empty as far as you can.",
        )
        yield self._note(
            "写好后运行 propsummary check 文件名，上交前加上 --stage final。",
            "Then run: propsummary check FILE; before handing it in add --stage final.",
        )
        yield ""
        yield f"{self._key(Summary, 'title')}: {self._title(name)}"
        yield f"{self._key(Summary, 'department')}: {name}"
        spellings = self._note("如 2025、2025-H1、2025-Q3、2025-06、2025-01..2025-11", "such as 2025, 2025-H1, 2025-Q3, 2025-06")
        yield f"{self._key(Summary, 'period')}: {quoted(self.period.text if self.period else _ANY_YEAR)}  {spellings}"
        yield f"{self._key(Summary, 'organization')}: {self._organization()}"
        yield f"{self._key(Summary, 'prepared_on')}:  {self._note('如 2026-01-05', 'such as 2026-01-05')}"
        yield f"{self._key(Summary, 'author')}:"
        yield f"{self._key(Summary, 'reviewer')}:"

    def _title(self, name: str) -> str:
        if self.period:
            span = self.period.title(self.language)
            return self._say(f"{span}{name}工作总结", f"Work summary of the {name}, {span}")
        note = self._note(
            f"如 {_ANY_YEAR}年{name}工作总结；下面的期间要和它一致",
            f"such as Work summary of the {name}, {_ANY_YEAR}; the period below must agree with it",
        )
        return f"{self._blank}  {note}"

    def _organization(self) -> str:
        return self._flow(Organization, company=self._blank, property=self._blank)

    def _background(self) -> Iterator[str]:
        purpose = self.profile.purpose_en if self.language == "en" else self.profile.purpose_zh
        if purpose:
            yield self._note(f"定位可以参考：{purpose}", f"For the positioning: {purpose}")
        yield self._open("background")
        yield f"  {self._key(Background, 'purpose')}: {self._blank}"
        yield f"  {self._key(Background, 'positioning')}: {self._blank}"

    def _metrics(self) -> Iterator[str]:
        yield self._note(
            "数值照报表原样写（98.6%），分子分母写原始数；来源写在哪里查得到。没有数据的整行删掉，其他指标照样子添，写名称就行。",
            "Write values as reported (98.6%), numerator and denominator as counted, and the source. Add others, delete the rest.",
        )
        yield self._open("metrics")
        for number, kpi in enumerate(filter(None, map(find_kpi, self.profile.core_kpis)), 1):
            yield from self._metric(f"m{number}", kpi)

    def _metric(self, id: str, kpi: Kpi) -> Iterator[str]:
        yield f"  # {self._about(kpi)}"
        parts = {"numerator": "", "denominator": ""} if kpi.definitions[0].denominator_zh else {}
        several = {"definition": ""} if len(kpi.definitions) > 1 else {}
        values = {"id": id, "kpi": kpi.id, **several, "value": "", **parts, "baseline": "", "source": self._blank}
        yield f"  - {self._flow(Metric, **values)}"

    def _about(self, kpi: Kpi) -> str:
        """Name, unit and formula, or the definitions to choose from."""
        ways = [f"{d.en} = {d.formula_en}" if self.language == "en" else f"{d.zh} = {d.formula_zh}" for d in kpi.definitions]
        usual = kpi.definitions[0].formula_en if self.language == "en" else kpi.definitions[0].formula_zh
        how = usual if len(ways) == 1 else self._say("口径选一种：", "choose a definition: ") + self._say("；", "; ").join(ways)
        return kpi.name(self.language) + self._say(f"（{kpi.unit}）：", f" ({Unit.of(kpi.unit).en}): ") + how

    def _achievements(self) -> Iterator[str]:
        yield self._note(
            "每条成绩都要有依据：指标、案例、活动、照片，或具体做法。",
            "Every achievement needs something behind it: metrics, cases, activities, photos or actions.",
        )
        yield self._open("achievements")
        for number, function in enumerate(self.profile.functions, 1):
            for area in self.profile.areas:
                if area.function == function.id:
                    yield f"  # {self._prompt(area)}"
            named = function.name(self.language)
            values = {"id": f"a{number}", "area": named, "title": self._blank, "text": self._blank, "metrics": "[]"}
            yield f"  - {self._flow(Achievement, **values)}"

    def _prompt(self, area: Area) -> str:
        hints = self._say("；", "; ").join(area.hints_en if self.language == "en" else area.hints_zh)
        return area.name(self.language) + (self._say("：", ": ") + hints if hints else "")

    def _events(self) -> Iterator[str]:
        yield self._note("有就去掉 # 号填写：", "Where there are any, remove the # and fill in:")
        for collection, cls, fields in (
            ("activities", Activity, ("kind", "name", "when", "times", "participants", "content", "outcome")),
            ("incidents", Incident, ("kind", "count", "response", "handling", "outcome")),
            ("cases", Case, ("title", "date", "place", "situation", "action", "result", "lesson")),
            ("photos", Photo, ("file", "caption", "taken_on", "stage", "pair")),
            ("charts", Chart, ("kind", "title", "metrics", "of")),
        ):
            yield f"# {self._open(collection)}"
            yield f"#   - {self._flow(cls, **dict.fromkeys(fields, ''))}"

    def _issues(self) -> Iterator[str]:
        kinds = self._listed(kind.en if self.language == "en" else kind.zh for kind in self.profile.issue_kinds)
        yield self._note(f"常见的问题：{kinds}。", f"Usual problems: {kinds}.")
        yield self._note(f"原因的维度：{self._words(Dimension)}。", f"Dimensions of causes: {self._words(Dimension)}.")
        yield self._open("issues")
        yield from self._issue("i1")

    def _issue(self, id: str, area: str = "", where: str = "", **more: tuple[str, str]) -> Iterator[str]:
        statement = self._say("哪台设备、哪个部位、哪些人、多少次", "which equipment, which place, who, how often")
        cause = self._say("{维度: , 说明: 为什么, 追问: [再问一层]}", "{dimension: , statement: why, whys: [why again]}")
        yield from self._block(
            Issue,
            id=(id, ""),
            **more,
            statement=(self._blank, statement),
            area=(area, "" if area else self._say("成绩里用到的领域", "one of the areas above")),
            where=(where, ""),
            metrics=("[]", ""),
            root_causes=("[]", cause),
        )

    def _risks(self) -> Iterator[str]:
        yield self._note(f"可能性和影响：{self._words(Level)}。", f"Likelihood and impact: {self._words(Level)}.")
        yield self._open("risks")
        yield f"  - {self._flow(Risk, id='r1', statement=self._blank, likelihood='', impact='', response='')}"

    def _measures(self) -> Iterator[str]:
        kinds = self._listed(kind.en if self.language == "en" else kind.zh for kind in self.profile.measure_kinds)
        yield self._note(f"常见的措施：{kinds}。", f"Usual measures: {kinds}.")
        yield self._note(f"措施的类别：{self._words(Family)}。", f"Families of measures: {self._words(Family)}.")
        yield self._open("countermeasures")
        yield from self._measure("c1", "i1")

    def _measure(self, id: str, issue: str) -> Iterator[str]:
        yield from self._block(
            Countermeasure,
            id=(id, ""),
            statement=(self._blank, self._say("做什么，做到什么程度", "what is done, and how far")),
            family=("", ""),
            addresses=(f"[{issue}]", self._say("针对哪个问题或风险", "which problem or risk it answers")),
            owner=("", self._say("一个人、一个岗位或一个部门", "one person, post or department")),
            deadline=("", self._say("如 2026-03-31、2026年3月底前", "such as 2026-03-31")),
            deliverable=("", self._say("做完留下什么", "what there is when it is done")),
            verification=("", self._say("怎么证明有效", "how its effect is shown")),
        )

    def _goals(self) -> Iterator[str]:
        yield self._note(
            "每个目标写清从多少（基期值）到多少（目标值）、什么时候、支撑哪个问题、风险或方向。",
            "Say from where (baseline) to where (target), by when, and which problem, risk or direction it serves.",
        )
        yield self._open("goals")
        for number, kind in enumerate(self.profile.goal_kinds, 1):
            word = self._words([GoalKind[kind.upper()]])
            empty = dict.fromkeys(("baseline", "target", "deadline", "owner"), "")
            yield f"  - {self._flow(Goal, id=f'g{number}', kind=word, statement=self._blank, **empty, supports='[]')}"

    def _outlook(self) -> Iterator[str]:
        yield self._note("今后一到三年的方向，以及服务、工具、技术上的创新。", "Directions for one to three years; innovations.")
        yield self._open("outlook")
        direction = self._flow(StrategicDirection, id="d1", statement=self._blank, years="", strategy="")
        yield f"  {self._key(Outlook, 'directions')}:"
        yield f"    - {direction}"
        yield f"  {self._key(Outlook, 'innovations')}: [{self._blank}]"

    def _follow_ups(self) -> Iterator[str]:
        yield self._note("上期的目标和措施，逐条交代结果：", "What became of last time's goals and measures, one by one:")
        yield f"# {self._open('follow_ups')}"
        yield f"#   - {self._flow(FollowUp, of='', result='', outcome='', reason='', evidence='')}"


def quoted(text: str) -> str:
    """*text* as YAML; bare where that is plainly safe."""
    return text if text.replace("-", "").isalnum() else "'" + text.replace("'", "''") + "'"
