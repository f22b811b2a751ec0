"""The engine: one walk, unknown values, waivers, crashes, grades, stages, plugins, and what cannot run."""

from __future__ import annotations

import pathlib
import sys
import textwrap
from collections.abc import Iterator
from typing import Any

import pytest

from propsummary.catalogue.codes import CodeInfo, Message, Words
from propsummary.errors import ConfigurationError, PluginError, UnknownNameError
from propsummary.model import Draft, Goal, Issue, Metric, RootCause, Summary, Waiver
from propsummary.periods import Period
from propsummary.problems import Finding, Report, Severity
from propsummary.rules import Config, Context, Passage, Rule, all_rules, check, rule, rule_named
from propsummary.rules.context import View, once
from propsummary.rules.walk import Node, walk
from rule_drafts import draft, report


def _info(code: str, **changes: object) -> CodeInfo:
    words = Words("{thing}不好", "{thing} is no good")
    values = {
        "code": code,
        "name": f"no-good-{code.lower()}",
        "severity": Severity.WARNING,
        "final": Severity.ERROR,
        "serves": (),
        "title": words,
        "why": words,
        "messages": {"default": Message(text=words, hint=Words("", ""))},
    }
    return CodeInfo(**{**values, **changes})  # type: ignore[arg-type]


def _codes(checked: Report) -> list[str]:
    return [problem.code for problem in checked]


@rule("TST001", on=Issue, info=_info("TST001"))
def every_issue(issue: Issue, ctx: Context) -> Iterator[Finding]:
    """Any issue at all."""
    yield Finding()


@rule("TST002", on=Issue, info=_info("TST002"))
def falls_over(issue: Issue, ctx: Context) -> Iterator[Finding]:
    """A rule with a fault."""
    yield Finding()
    raise ValueError("电话13912345678")


_TWO = "问题: [{编号: i1, 表现: 东门排队}, {编号: i2, 表现: 西门翻杆}]"


class TestRunning:
    """What is looked at, and what is said of it."""

    def test_every_object_of_the_class(self) -> None:
        """Each with its place, its id and its words in both languages."""
        first, second = check(draft(_TWO), rules=[every_issue])
        assert (first.pointer, second.pointer) == ("/issues/0", "/issues/1")
        assert (first.object, second.object) == ("i1", "i2")
        assert first.zh.message == "问题“东门排队”（i1）不好"
        assert first.en.message == "issue “东门排队” (i1) is no good"
        assert first.span is not None
        assert first.span.line == 3

    def test_passages(self) -> None:
        """A rule may look at every passage that people read."""
        seen: list[tuple[str, str]] = []

        @rule("TST003", on=Passage, info=_info("TST003"))
        def reads(passage: Passage, ctx: Context) -> Iterator[Finding]:
            """Reads along."""
            seen.append((passage.field, passage.text))
            yield Finding()

        checked = check(draft("标题: 甲\n成绩: [{标题: 乙, 做法: [丙, 丁]}]"), rules=[reads])
        assert seen == [("title", "甲"), ("title", "乙"), ("actions", "丙"), ("actions", "丁")]
        first = "/achievements/0"
        assert [p.pointer for p in checked] == ["/title", f"{first}/title", f"{first}/actions/0", f"{first}/actions/1"]

    def test_a_summary_made_in_code(self) -> None:
        """It gets ids and has no places; what it is checked against gets ids too."""
        summary = Summary(department="order", period=Period.year(2025), issues=(Issue(statement="甲"), Issue(statement="乙")))
        before = Summary(department="order", period=Period.year(2024), issues=(Issue(statement="丙"),))
        checked = check(summary, rules=[every_issue, all_rules()["REF002"]], previous=before)
        assert [problem.object for problem in checked] == ["i1", "i2"]
        assert all(problem.span is None for problem in checked)
        carried = Summary(department="order", period=Period.year(2025), issues=(Issue(statement="甲", carried_from="i1"),))
        assert _codes(check(carried, rules=[all_rules()["REF002"]], previous=before)) == []

    def test_a_draft_that_could_not_be_read_at_all(self) -> None:
        """What the reader says is all there is to say."""
        broken = draft('标题: "没有收口')
        assert broken.summary is None
        assert _codes(check(broken)) == ["SHP001"]

    def test_one_finding_is_told_once(self) -> None:
        """Rules that repeat themselves do not repeat the problem."""

        @rule("TST004", on=Summary, info=_info("TST004"))
        def twice(summary: Summary, ctx: Context) -> Iterator[Finding]:
            """Says it twice."""
            yield Finding("title")
            yield Finding("title")

        assert _codes(check(draft("标题: 甲"), rules=[twice])) == ["TST004"]


class TestUnknown:
    """What is in the file but could not be read is unknown, not empty."""

    def test_a_field(self) -> None:
        """Only the rule about its absence is silent, and only there."""
        text = "案例: [{标题: 甲, 结果: 5}, {标题: 乙}]"
        assert [p.pointer for p in report(text, "EVI001") if p.code == "EVI001"] == ["/cases/1"]

    def test_a_field_under_another_key(self) -> None:
        """The reader names the key; that the field is missing nobody says."""
        measure = "{编号: c1, 内容: 换相机, 对应: [i1], 负责人: 王工, 时限: 6月底前}"
        found = _codes(check(draft(f"问题: [{{编号: i1, 表现: 排队, 原因分析: 老化}}]\n措施: [{measure}]")))
        assert found.count("SHP003") == 4
        assert {"ISS001", "ISS005", "CTM001", "CTM003", "CTM006"}.isdisjoint(found)

    def test_a_text_that_could_not_be_read(self) -> None:
        """It may hold the figure that the rule looks for."""
        assert "ACH001" not in _codes(check(draft('成绩: [{编号: a1, 标题: 巡查, 说明: "巡查12次\\u0007"}]')))
        assert "ACH001" in _codes(check(draft("成绩: [{编号: a1, 标题: 巡查, 说明: 巡查到位}]")))

    @pytest.mark.parametrize(
        "path, clouded",
        [
            (("outlook",), True),
            (("outlook", "directions"), True),
            (("outlook", "directions", 0), True),
            (("outlook", "directions", 0, "years"), True),
            (("outlook", "innovations"), False),
            (("background",), True),
            (("background", "purpose"), True),
            ((), True),
            (("issues",), False),
        ],
    )
    def test_what_is_clouded(self, path: tuple[str | int, ...], clouded: bool) -> None:
        """Whatever is around, at or below something unread."""
        summary = Summary(department="order", period=Period.year(2025))
        view = View(summary, unknown=frozenset({("outlook", "directions", 0), ("background",)}))
        assert view.is_clouded(path) is clouded

    @pytest.mark.parametrize(
        "unknown, hidden",
        [
            ((), True),
            (("metrics",), True),
            (("metrics", 3), True),
            (("metrics", 3, "kpi"), True),
            (("metrics", 3, "value"), False),
            (("issues", 3), False),
        ],
    )
    def test_what_may_be_hidden(self, unknown: tuple[str | int, ...], hidden: bool) -> None:
        """A member, or the fields that matter."""
        view = View(Summary(department="order", period=Period.year(2025)), unknown=frozenset({unknown}))
        assert view.may_hide(("metrics",), "kpi", "name") is hidden

    def test_positions_when_a_member_was_left_out(self) -> None:
        """Objects and passages keep the place that they have in the file."""
        cause = RootCause(statement="乙", whys=("丙", "丁"))
        summary = Summary(department="order", period=Period.year(2025), issues=(Issue(statement="甲", root_causes=(cause,)),))
        unknown = frozenset({("issues", 0), ("issues", 1, "root_causes", 0), ("issues", 1, "root_causes", 1, "whys", 1)})
        steps = [step for step in walk(summary, unknown) if step.path]
        assert [(step.path, step.text if isinstance(step, Passage) else step.object.id) for step in steps] == [
            (("issues", 1), ""),
            (("issues", 1, "statement"), "甲"),
            (("issues", 1, "root_causes", 1), ""),
            (("issues", 1, "root_causes", 1, "statement"), "乙"),
            (("issues", 1, "root_causes", 1, "whys", 0), "丙"),
            (("issues", 1, "root_causes", 1, "whys", 2), "丁"),
        ]

    def test_a_problem_behind_a_member_that_was_left_out(self) -> None:
        """It points at the line that it is about."""
        checked = report("案例:\n  - {标题: 5}\n  - {标题: 甲}", "EVI001")
        (found,) = [problem for problem in checked if problem.code == "EVI001"]
        assert found.span is not None
        assert found.span.line == 5


class TestWaivers:
    """What the draft itself waives."""

    @pytest.mark.parametrize(
        "waiver, left",
        [
            ("规则: TST001, 位置: i1, 理由: 已上报", ["/issues/1"]),
            ("规则: no-good-tst001, 位置: i2, 理由: 已上报", ["/issues/0"]),
            ("规则: TST001, 位置: issues/1, 理由: 已上报", ["/issues/0"]),
            ("规则: TST001, 位置: /issues, 理由: 已上报", []),
            ("规则: TST001, 理由: 已上报", []),
            ("规则: TST001, 位置: 问题, 理由: 已上报", []),
            ("规则: TST001, 位置: 问题第2项, 理由: 已上报", ["/issues/0"]),
            ("规则: TST001, 位置: ' 问题 第1项 ', 理由: 已上报", ["/issues/1"]),
            ("规则: TST001, 位置: 'issues #1', 理由: 已上报", ["/issues/1"]),
            ("规则: TST001, 位置: i1, 理由: ' '", ["/issues/0", "/issues/1"]),
        ],
    )
    def test_by_id_by_path_or_for_all(self, waiver: str, left: list[str]) -> None:
        """With a reason; without one nothing is waived."""
        checked = check(draft(f"{_TWO}\n豁免: [{{{waiver}}}]"), rules=[every_issue])
        assert [problem.pointer for problem in checked if problem.code == "TST001"] == left
        assert len(checked.waived) == 2 - len(left)
        assert "PSE901" not in _codes(checked)
        assert {waived.reason for waived in checked.waived} <= {"已上报"}

    @pytest.mark.parametrize(
        "place", ["展望 › 方向", "展望/方向", "展望 > 方向", "展望", "outlook › directions", "/outlook/directions"]
    )
    def test_by_the_words_of_the_report(self, place: str) -> None:
        """What a report calls the place of something that is not there."""

        @rule("TST010", on=Summary, info=_info("TST010"))
        def misses(summary: Summary, ctx: Context) -> Iterator[Finding]:
            """Misses the directions."""
            yield Finding("/outlook/directions")

        checked = check(draft(f"标题: 甲\n豁免: [{{规则: TST010, 位置: '{place}', 理由: 乙}}]"), rules=[misses])
        assert (_codes(checked), len(checked.waived)) == ([], 1)

    def test_two_waivers_of_one_problem(self) -> None:
        """Both are of use; the first one's reason is told."""
        text = f"{_TWO}\n豁免: [{{规则: TST001, 理由: 总的}}, {{规则: TST001, 位置: i1, 理由: 单独的}}]"
        checked = check(draft(text), rules=[every_issue])
        assert _codes(checked) == []
        assert [waived.reason for waived in checked.waived] == ["总的", "总的"]

    @pytest.mark.parametrize(
        "waiver, words",
        [
            ("规则: TST001, 位置: i9, 理由: 甲", "没有用上"),
            ("规则: TST001, 位置: metrics/0, 理由: 甲", "没有用上"),
            ("规则: TST001, 位置: 问题第3项, 理由: 甲", "没有用上"),
            ("规则: TST001, 位置: 题, 理由: 甲", "没有用上"),
            ("规则: ISS0O1, 位置: i1, 理由: 甲", "不存在"),
        ],
    )
    def test_a_waiver_that_waives_nothing(self, waiver: str, words: str) -> None:
        """It is reported where it stands."""
        found = check(draft(f"{_TWO}\n豁免: [{{{waiver}}}]"), rules=[every_issue])
        (stale,) = [problem for problem in found if problem.code == "PSE901"]
        assert stale.pointer == "/waivers/0"
        assert words in stale.message
        assert stale.severity is Severity.WARNING

    @pytest.mark.parametrize("code", ["ISS001", "issue-without-cause"])
    def test_a_waiver_of_a_rule_that_did_not_run(self, code: str) -> None:
        """Nothing can be said of it."""
        assert "PSE901" not in _codes(check(draft(f"{_TWO}\n豁免: [{{规则: {code}, 理由: 甲}}]"), rules=[every_issue]))

    def test_unused_waivers_may_be_ignored(self) -> None:
        """The configuration's choice holds for what the engine says, too."""
        text = draft(f"{_TWO}\n豁免: [{{规则: TST001, 位置: i9, 理由: 甲}}]")
        assert "PSE901" not in _codes(check(text, rules=[every_issue], config=Config(ignore=("unused-waiver",))))
        assert "PSE901" not in _codes(check(text, rules=[every_issue], config=Config(select=("TST001",))))

    def test_what_is_wrong_with_a_waiver_cannot_be_waived(self) -> None:
        """Else one waiver would let all others do without a reason."""
        checked = check(draft(f"{_TWO}\n豁免: [{{规则: SHP002, 理由: 不管}}, {{规则: TST001}}]"), rules=[every_issue])
        assert checked.waived == ()
        assert ("SHP002", "/waivers/1/reason") in [(problem.code, problem.pointer) for problem in checked]

    def test_a_family_cannot_be_waived(self) -> None:
        """It would waive what nobody has looked at; the hint says so."""
        found = check(draft("标题: 甲\n豁免: [{规则: STR, 理由: 甲}]"), rules=[every_issue])
        assert "不能写整类" in next(problem.hint for problem in found if problem.code == "PSE901")

    def test_what_a_reader_reports_can_be_waived(self) -> None:
        """With a reason, like everything else."""
        checked = check(draft("审批流: 已阅\n豁免: [{规则: SHP003, 理由: 流程系统要用}]"), rules=[every_issue])
        assert _codes(checked) == []
        assert [waived.problem.code for waived in checked.waived] == ["SHP003"]

    def test_a_crash_cannot_be_waived(self) -> None:
        """It is never right."""
        checked = check(draft(f"{_TWO}\n豁免: [{{规则: PSE900, 理由: 甲}}]"), rules=[falls_over])
        assert "PSE900" in _codes(checked)


class TestCrashes:
    """A rule is somebody's code."""

    def test_a_crash_is_told_once_and_the_rest_runs(self) -> None:
        """With the rule's code, its distribution and the error, personal data masked."""
        checked = check(draft(_TWO), rules=[falls_over, every_issue])
        assert sorted(_codes(checked)) == ["PSE900", "TST001", "TST001"]
        (crash,) = checked.errors
        assert "TST002" in crash.message
        assert "ValueError" in crash.message
        assert "13912345678" not in crash.message
        assert crash.pointer == "/issues/0"

    @pytest.mark.parametrize("finding", [Finding(key="nowhere"), "no finding", None])
    def test_what_is_no_finding(self, finding: object) -> None:
        """A message that does not exist, a text, nothing: a fault of the rule."""

        @rule("TST005", on=Issue, info=_info("TST005"))
        def wrong(issue: Issue, ctx: Context) -> Iterator[object]:
            """Yields rubbish."""
            yield finding

        assert _codes(check(draft(_TWO), rules=[wrong])) == ["PSE900"]

    def test_this_librarys_rules_say_where_they_come_from(self) -> None:
        """The distribution of a rule of this library is this library."""

        @rule("TST006", on=Summary, info=_info("TST006"))
        def broken(summary: Summary, ctx: Context) -> Iterator[Finding]:
            """Falls over."""
            raise RuntimeError
            yield

        broken.check.__module__ = "propsummary.rules.issues.iss001_issue_without_cause"
        (crash,) = check(draft(_TWO), rules=[broken])
        assert "propsummary" in crash.message


class TestConfiguration:
    """Which rules run and how much they matter."""

    @pytest.mark.parametrize(
        "config, expected",
        [
            (Config(select=("RSK",)), {"SHP003", "RSK001"}),
            (Config(select=("RSK001", "case-without-result")), {"SHP003", "RSK001", "EVI001"}),
            (Config(select=("RSK", "EVI"), ignore=("EVI001", "SHP003")), {"RSK001"}),
            (Config(select=("SHP",)), {"SHP003"}),
        ],
    )
    def test_selection(self, config: Config, expected: set[str]) -> None:
        """By code, family or name; what readers report is always wanted, unless it is ignored."""
        text = "审批流: 已阅\n风险: [{说明: 台风}]\n案例: [{标题: 甲}]"
        assert set(_codes(check(draft(text), config=config))) == expected

    @pytest.mark.parametrize(
        "config", [Config(select=("RSK01",)), Config(ignore=("risk-without-respons",)), Config(severity={"EV": Severity.INFO})]
    )
    def test_a_selector_that_means_nothing(self, config: Config) -> None:
        """A misspelt choice would let everything pass."""
        with pytest.raises(ConfigurationError, match="no rule is called"):
            check(draft("标题: 甲"), config=config)

    def test_grades(self) -> None:
        """A code goes before its family, and the choice holds at both stages and for readers."""
        grades = {"RSK": Severity.INFO, "RSK001": Severity.ERROR, "case-without-result": Severity.INFO, "SHP003": Severity.INFO}
        text = draft("审批流: 已阅\n风险: [{说明: 台风}]\n案例: [{标题: 甲}]")
        for stage in ("draft", "final"):
            config = Config(select=("RSK", "EVI", "SHP"), severity=grades)
            found = {problem.code: problem.severity for problem in check(text, config=config, stage=stage)}  # type: ignore[arg-type]
            assert found == {"RSK001": Severity.ERROR, "EVI001": Severity.INFO, "SHP003": Severity.INFO}

    def test_the_final_stage(self) -> None:
        """Some rules rise to error, the others stay."""
        rising = {rule.code for rule in all_rules().values() if rule.info.final is not rule.info.severity}
        assert {"STR001", "ACH001", "ISS004", "CTM007"} <= rising
        (early,) = report("成绩: [{标题: 甲}]", "ACH001")
        (late,) = report("成绩: [{标题: 甲}]", "ACH001", stage="final")
        assert (early.severity, late.severity) == (Severity.WARNING, Severity.ERROR)
        assert [p.severity for p in report("风险: [{说明: 甲}]", "RSK001", stage="final")] == [Severity.WARNING]

    def test_settings_reach_the_rules(self) -> None:
        """The configuration's, or what the rule declares."""
        seen: list[int] = []

        @rule("TST007", on=Summary, info=_info("TST007"), settings={"five": 5, "six": 6})
        def asks(summary: Summary, ctx: Context) -> Iterator[Finding]:
            """Asks for thresholds."""
            seen.extend(ctx.setting(name) for name in ("five", "six"))
            return iter(())

        check(draft("标题: 甲"), rules=[asks], config=Config(settings={"six": 0}))
        assert seen == [5, 0]

    def test_a_setting_that_was_not_declared(self) -> None:
        """Reading it is a fault of the rule."""

        @rule("TST007", on=Summary, info=_info("TST007"))
        def asks(summary: Summary, ctx: Context) -> Iterator[Finding]:
            """Asks for what it did not declare."""
            ctx.setting("five")
            return iter(())

        assert _codes(check(draft("标题: 甲"), rules=[asks])) == ["PSE900"]

    @pytest.mark.parametrize(
        "settings, zh, en",
        [
            ({"owner-laod": 1}, "[settings] 里没有“owner-laod”，是不是 owner-load？", "owner-load"),
            ({"谁都不认识": 1}, "是不是 owner-load、sentence-length？", "owner-load"),
            ({"owner-load": "x"}, "owner-load 要写成不小于0的整数", "whole number"),
            ({"owner-load": True}, "整数", "whole number"),
            ({"owner-load": 2.5}, "整数", "whole number"),
            ({"owner-load": -1}, "整数", "whole number"),
        ],
    )
    def test_settings_that_cannot_be_followed(self, settings: dict[str, Any], zh: str, en: str) -> None:
        """They would change nothing, and nobody would notice."""
        with pytest.raises(ConfigurationError) as caught:
            check(draft("标题: 甲"), config=Config(settings=settings))
        assert zh in caught.value.zh
        assert en in caught.value.en


class TestConfigurationFiles:
    """What the author of one is told."""

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
    def test_encodings(self, encoding: str, tmp_path: pathlib.Path) -> None:
        """Read like drafts."""
        file = tmp_path / "propsummary.toml"
        file.write_bytes('# 我们的规则\nignore = ["ISS001"]\n'.encode(encoding))
        assert Config.find(tmp_path).ignore == ("ISS001",)
        assert Config.from_file(file) == Config.find(tmp_path)

    def test_the_shared_file(self, tmp_path: pathlib.Path) -> None:
        """One that does not speak to this library says nothing."""
        file = tmp_path / "pyproject.toml"
        file.write_text('[tool.other]\nx = 1\n[tool.propsummary]\nselect = ["ISS"]\n', encoding="utf-8")
        assert Config.find(tmp_path).select == Config.from_file(file).select == ("ISS",)
        file.write_text("tool = 5\n", encoding="utf-8")
        assert Config.from_file(file) == Config()

    @pytest.mark.parametrize(
        "text, zh, en",
        [
            ("ignored = []", "没有“ignored”这一项，是不是 ignore？", "unknown key “ignored”; did you mean ignore?"),
            (
                "x = 1",
                "没有“x”这一项，可以写：ignore、kpis、lexicons、plugins、select、settings、severity",
                "unknown key “x”; known are ",
            ),
            ("where = 'x'", "没有“where”这一项", "unknown key “where”"),
            (
                "[tool.propsummary]\nselect = []",
                "不用写 [tool.propsummary]，设置直接写在最外层",
                "no [tool.propsummary] in this file",
            ),
            ('ignore = "ISS"', 'ignore 要写成列表，如 ignore = ["CTM001"]', "ignore must be a list"),
            ("plugins = [5]", "plugins 要写成列表", "plugins must be a list"),
            ('severity = "info"', "severity 要另起一节：先写一行 [severity]", "severity must be a section"),
            (
                '[severity]\nGOA009 = "off"',
                '[severity] 里 GOA009 不能是 "off"，可以是 error、warning、info；不想查它就写进 ignore',
                "list it under ignore",
            ),
            ("[severity]\nGOA009 = 2", "GOA009 不能是 2", "GOA009 cannot be 2"),
            ("[severity]\nGOA009 = []", "GOA009 不能是 []", "GOA009 cannot be []"),
            ("settings = 5", "settings 要另起一节", "settings must be a section"),
            ("[lexicons]\nset_phrases = 5", "set_phrases 要写词表的文件名", "the name of a file"),
            ("[lexicons]\nvague_owners = 'x.toml'", "没有 vague_owners", "not to vague_owners"),
            ("[lexicons]\nset_phrases = 'x.toml'", "打不开 [lexicons] 里的 x.toml", "x.toml, which [lexicons] names"),
            ("kpis = 'kpis.toml'", 'kpis 要写成列表，如 kpis = ["kpis.toml"]', "kpis must be a list"),
            ("kpis = ['x.toml']", "打不开 kpis 里的 x.toml", "x.toml, which kpis names, cannot be opened"),
            ("kpis = ['.']", "打不开 kpis 里的 .", "cannot be opened"),
            ('kpis = ["\\u0000"]', "打不开 kpis 里的", "cannot be opened"),
            ("select = [ISS]", ":1:11：不合 TOML 的写法", ":1:11: not TOML"),
            ("select = [\n", ".toml:1：到这里还没有写完", ".toml:1: not TOML: it ends too early"),
            ("select = []\nselect = []", "同一项写了两次", "written twice"),
        ],
    )
    def test_what_cannot_be_followed(self, text: str, zh: str, en: str, tmp_path: pathlib.Path) -> None:
        """With the file, the key and the choices, in either language."""
        file = tmp_path / "propsummary.toml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ConfigurationError) as caught:
            Config.find(tmp_path)
        assert zh in caught.value.zh
        assert en in caught.value.en
        assert caught.value.zh.startswith(str(file))
        assert caught.value.en.startswith(str(file))

    def test_a_file_that_is_no_text(self, tmp_path: pathlib.Path) -> None:
        """Told like the rest."""
        (tmp_path / "propsummary.toml").write_bytes(bytes(range(128, 256)))
        with pytest.raises(ConfigurationError) as caught:
            Config.find(tmp_path)
        assert "UTF-8" in caught.value.zh

    @pytest.mark.parametrize("text", ['select = ["ISS01"]', "[settings]\nowner-laod = 1"])
    def test_what_only_the_rules_know(self, text: str, tmp_path: pathlib.Path) -> None:
        """The file is still named."""
        (tmp_path / "propsummary.toml").write_text(text, encoding="utf-8")
        with pytest.raises(ConfigurationError) as caught:
            check(draft("标题: 甲"), config=Config.find(tmp_path))
        assert "propsummary.toml：" in caught.value.zh


def test_what_cannot_run_is_told() -> None:
    """Rules that need a folder or a previous summary are skipped with the reason, and run once they have it."""

    @rule("TST008", on=Summary, info=_info("TST008"), needs=("previous",))
    def looks_back(summary: Summary, ctx: Context) -> Iterator[Finding]:
        """Needs the previous summary."""
        yield Finding()

    text = draft("标题: 甲")
    skipped = check(text, rules=[looks_back]).skipped
    assert [(code, zh.message) for code, zh, _ in skipped] == [("TST008", "没有给出上一期总结")]
    assert text.summary is not None
    again = check(text, rules=[looks_back], previous=text.summary)
    assert (_codes(again), again.skipped) == (["TST008"], ())


def test_a_measure_that_two_risks_name() -> None:
    """It answers both."""
    text = "风险: [{编号: r1, 说明: 甲, 措施: [c1]}, {编号: r2, 说明: 乙, 措施: [c1]}]\n措施: [{编号: c1, 内容: 丙, 针对: [r1]}]"
    summary = draft(text).summary
    assert summary is not None
    answers = View(summary).measures_for
    assert {target: [m.id for m in measures] for target, measures in answers.items()} == {"r1": ["c1"], "r2": ["c1"]}


class TestNaming:
    """What a message calls an object."""

    @pytest.mark.parametrize(
        "text, code, words",
        [
            ("图表: [{编号: h1, 类型: 饼图, 指标: [], 取值: 构成}]", "EVI004", "图表（h1）"),
            ("案例: [{编号: k1, 标题: 五号楼顶层渗水一周内每天通报进度的做法}]", "EVI001", "“五号楼顶层渗水一周内每天通报进度的…”"),
            ("风险: [{编号: r1, 说明: '联系人电话   13912345678，台风可能砸车'}]", "RSK001", "139******78"),
        ],
    )
    def test_naming(self, text: str, code: str, words: str) -> None:
        """Class, telling words cut short, id; a number is masked before it is cut."""
        (problem,) = [problem for problem in report(text, code) if problem.code == code]
        assert words in problem.message
        assert "1391234" not in problem.message


_PLUGIN = '''
from propsummary.catalogue.codes import CodeInfo, Message, Words
from propsummary.model import Issue
from propsummary.problems import Finding, Severity
from propsummary.rules import rule


def _info(code):
    words = Words("{thing}没有报给集团", "{thing} was not reported")
    return CodeInfo(
        code=code, name="unreported-" + code.lower(), severity=Severity.INFO, final=Severity.INFO, serves=(), title=words,
        why=words, messages={"default": Message(text=words, hint=Words("", ""))},
    )


@rule("GRP001", on=Issue, info=_info("GRP001"))
def unreported(issue, ctx):
    """Every issue."""
    yield Finding()


@rule("GRP002", on=Issue, info=_info("GRP002"))
def crashes(issue, ctx):
    """Falls over."""
    raise LookupError("没有接口")


@rule("ISS001", on=Issue)
def poses(issue, ctx):
    """Uses a code that is taken."""
    yield Finding()


RULES = (unreported, crashes)
NOTHING = 7
'''

_ENTRY_POINTS = """
[propsummary.rules]
group = group_rules:RULES
one = group_rules:unreported
posing = group_rules:poses
nothing = group_rules:NOTHING
gone = group_rules:GONE
"""


@pytest.fixture
def plugin(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tiny distribution that brings rules, installed."""
    (tmp_path / "group_rules.py").write_text(_PLUGIN, encoding="utf-8")
    info = tmp_path / "acme_group_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-group-rules\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(textwrap.dedent(_ENTRY_POINTS), encoding="utf-8")
    (info / "RECORD").write_text("group_rules.py,,\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "group_rules", raising=False)


@pytest.mark.usefixtures("plugin")
class TestPlugins:
    """Rules of third parties."""

    def test_installing_changes_nothing(self) -> None:
        """They run only for those who name the plugin."""
        assert "GRP001" not in _codes(check(draft(_TWO)))
        assert "GRP001" not in all_rules()

    @pytest.mark.parametrize("name", ["group", "one"])
    def test_named(self, name: str) -> None:
        """One rule or several; beside this library's."""
        codes = _codes(check(draft(_TWO), config=Config(plugins=(name,))))
        assert codes.count("GRP001") == 2
        assert "ISS001" in codes

    def test_a_crash_names_the_distribution(self) -> None:
        """So that people know whom to tell."""
        (crash,) = [p for p in check(draft(_TWO), config=Config(plugins=("group",))) if p.code == "PSE900"]
        assert "GRP002（acme-group-rules）" in crash.message
        assert crash.severity is Severity.ERROR

    def test_selected_waived_and_graded_like_any_other(self) -> None:
        """The configuration and the draft may speak of them."""
        config = Config(plugins=("one",), select=("GRP",), severity={"GRP001": Severity.ERROR})
        checked = check(draft(f"{_TWO}\n豁免: [{{规则: GRP001, 位置: i1, 理由: 甲}}]"), config=config)
        assert [(p.code, p.severity) for p in checked] == [("GRP001", Severity.ERROR)]
        assert len(checked.waived) == 1

    @pytest.mark.parametrize(
        "name, error",
        [("posing", PluginError), ("nothing", PluginError), ("gone", PluginError), ("none", UnknownNameError)],
    )
    def test_refused(self, name: str, error: type[Exception]) -> None:
        """A code that is taken, something that is no rule, something that is not there."""
        with pytest.raises(error):
            check(draft(_TWO), config=Config(plugins=(name,)))


def test_a_rule_by_code_or_name() -> None:
    """In any case; a misspelt one is answered with what comes close."""
    assert rule_named("iss001") is rule_named("Issue-Without-Cause") is all_rules()["ISS001"]
    with pytest.raises(UnknownNameError, match="issue-without-cause"):
        rule_named("issue-without-causes")


def test_rules_are_kept_apart_from_the_draft() -> None:
    """Checking changes neither; the same question has the same answer."""
    text: Draft = draft(_TWO)
    assert check(text).problems == check(text).problems


def test_nodes_know_what_they_belong_to() -> None:
    """A rule on a cause can ask for its issue."""
    parents: list[object] = []

    @rule("TST009", on=RootCause, info=_info("TST009"))
    def asks(cause: RootCause, ctx: Context) -> Iterator[Finding]:
        """Asks for the issue."""
        parents.append(ctx.parent)
        return iter(())

    text = draft("问题: [{编号: i1, 表现: 甲, 原因: [{说明: 乙}]}]")
    check(text, rules=[asks])
    assert text.summary is not None
    assert parents == [text.summary.issues[0]]


def test_a_view_finds_things() -> None:
    """By id, by place, metrics by their id alone."""
    summary = Summary(
        department="order",
        period=Period.year(2025),
        metrics=(Metric(id="m1", name="甲"),),
        goals=(Goal(id="g1", statement="乙"),),
        waivers=(Waiver(code="ISS001", reason="丙"),),
    )
    view = View(summary)
    assert view.metric("m1") is summary.metrics[0]
    assert view.metric("g1") is None
    assert view.metric("m9") is None
    assert view.object_at(("goals", 0, "target")) == "g1"
    assert view.object_at(("waivers", 0)) is None
    assert isinstance(view.by_path[("metrics", 0)], Node)
    assert isinstance(every_issue, Rule)


def test_what_several_rules_ask_is_worked_out_once() -> None:
    """Once a check and object; the next check asks anew."""
    asked: list[str] = []

    @once
    def length(issue: Issue, ctx: Context) -> int:
        asked.append(issue.id)
        return len(issue.statement)

    @rule("TST010", on=Issue, info=_info("TST010"))
    def long_issue(issue: Issue, ctx: Context) -> Iterator[Finding]:
        if length(issue, ctx) > 4 or length(issue, ctx) > 40:
            yield Finding()

    two = draft(_TWO)
    assert not check(two, rules=[long_issue, long_issue]).problems
    assert asked == ["i1", "i2"]
    check(two, rules=[long_issue])
    assert asked == ["i1", "i2"] * 2
