"""Run the rules over a summary: one walk, every problem stamped, graded and put into words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from propsummary._plugins import distribution_of
from propsummary.catalogue.codes import say
from propsummary.model import Draft, Spans, Summary, Waiver, with_ids
from propsummary.problems import Finding, Path, Problem, Report, Wording, in_order, join
from propsummary.rules._script import in_simplified
from propsummary.rules.base import Need, Rule
from propsummary.rules.config import Config
from propsummary.rules.context import Context, StageName, View
from propsummary.rules.naming import naming
from propsummary.rules.registry import all_rules, plugin_rules
from propsummary.rules.unfilled import without_echoes
from propsummary.rules.waivers import waive
from propsummary.rules.walk import Passage
from propsummary.serde.made_in_code import as_draft

__all__ = ["check"]

_ABSENT: Mapping[Need, tuple[Wording, Wording]] = {
    "folder": (
        Wording("总结不是从文件夹里读来的，找不到照片"),
        Wording("the summary was not read from a folder, so there is no place to look for photos"),
    ),
    "previous": (Wording("没有给出上一期总结"), Wording("no previous summary was given")),
}


def check(
    draft: Draft | Summary,
    *,
    stage: StageName = "draft",
    config: Config | None = None,
    rules: Iterable[Rule] | None = None,
    previous: Summary | Sequence[Summary] = (),
) -> Report:
    """
    Check a summary.

    Args:
        draft: What `read` gave, or a summary made in code; the latter has no places, and rules that need its folder are skipped.

        stage: ``draft``, or ``final`` for one that is about to be handed in, where some rules matter more.

        config: Which rules run and how much they matter.

        rules: The rules themselves, in place of this library's and the configuration's plugins.

        previous: The summary before this one, or several, newest first.

    Raises:
        ConfigurationError: The configuration selects, ignores or grades something that no rule is called, or sets what none reads.

        UnknownNameError, PluginError: A plugin that the configuration names cannot be had.
    """
    config = config or Config()
    draft = draft if isinstance(draft, Draft) else as_draft(draft)
    before = tuple(in_simplified(with_ids(one)) for one in ((previous,) if isinstance(previous, Summary) else previous))
    known = (*(all_rules().values() if rules is None else rules), *plugin_rules(config.plugins))
    config.refuse_unknown((*known, *all_rules().values()))
    wanted = [rule for rule in known if config.runs(rule.info.code, rule.info.name)]
    found = [_graded(problem, config, stage) for problem in draft.problems if config.runs(problem.code, problem.name)]
    if draft.summary is None:
        return Report(file=draft.file, problems=in_order(found))
    given: Mapping[Need, object] = {"folder": draft.folder, "previous": before}
    lacking = frozenset(need for need, there in given.items() if not there)
    able = [rule for rule in wanted if rule.needs.isdisjoint(lacking)]
    skipped = tuple((rule.code, *_ABSENT[min(rule.needs & lacking)]) for rule in wanted if not rule.needs.isdisjoint(lacking))
    view = View(
        in_simplified(draft.summary),
        unknown=draft.unknown,
        gaps=draft.gaps,
        stage=stage,
        folder=draft.folder,
        previous=before,
        computed=draft.computed,
        settings={name: value for rule in able for name, value in rule.settings.items()} | dict(config.settings),
        lexicons=config.lexicons,
    )
    stamp = _Stamp(view, draft.spans, config)
    kept, waived, unused = waive((*found, *_run(able, stamp)), view)
    kept = without_echoes(kept, view, (rule.code for rule in able if rule.on))
    stale = [stamp.unused(waiver, path, able) for waiver, path in unused]
    return Report(file=draft.file, problems=in_order((*kept, *filter(None, stale))), waived=waived, skipped=skipped)


def _graded(problem: Problem, config: Config, stage: StageName) -> Problem:
    """What a reader reported, graded as the configuration wants it; a third party's reader grades its own codes."""
    rule = all_rules().get(problem.code)
    return attrs.evolve(problem, severity=config.grade(rule, stage)) if rule else problem


def _run(rules: Sequence[Rule], stamp: _Stamp) -> Iterator[Problem]:
    by_class = defaultdict(list)
    for rule in rules:
        by_class[rule.on].append((rule, rule.check))
    crashed: set[str] = set()
    found: list[Problem] = []
    for cls, concerned in by_class.items():
        for looked_at, context in _looked_at(cls, stamp.view):
            for rule, look in concerned:
                try:
                    for finding in look(looked_at, context):
                        found.append(stamp.problem(rule, finding, context))
                except Exception as error:  # a rule is somebody's code: whatever it raises is told, and the others still run
                    found = [] if rule.code in crashed else [stamp.crash(rule, error, context)]
                    crashed.add(rule.code)
                if found:
                    yield from found
                    found = []


def _looked_at(cls: type | None, view: View) -> Iterator[tuple[object, Context]]:
    """What rules on *cls* look at, each with its context."""
    if cls is Passage:
        return ((passage, Context(view, passage.node, passage.path)) for passage in view.passages)
    return ((node.object, Context(view, node, node.path)) for node in view.nodes_of(cls))


@attrs.frozen
class _Stamp:
    """Makes problems of findings: code, grade, place and words."""

    view: View
    spans: Spans
    config: Config

    def problem(self, rule: Rule, finding: Finding, context: Context) -> Problem:
        arguments = {"thing": naming(context.node), **finding.arguments}
        return self._made(rule, finding.key, arguments, join(context.path, finding.at))

    def crash(self, rule: Rule, error: Exception, context: Context) -> Problem:
        origin = distribution_of(getattr(rule.check, "__module__", "?"))
        arguments = {"code": rule.code, "origin": origin, "error": f"{type(error).__name__}: {error}"}
        return self._made(all_rules()["PSE900"], "", arguments, context.path)

    def unused(self, waiver: Waiver, path: Path, rules: Sequence[Rule]) -> Problem | None:
        """The problem that *waiver* waives nothing; None where that is no wonder because its rule did not run."""
        told = all_rules()["PSE901"]
        ran = any(waiver.code in (rule.code, rule.info.name) for rule in rules)
        exists = any(waiver.code in (rule.code, rule.info.name) for rule in all_rules().values())
        if not self.config.runs(told.code, told.info.name) or (exists and not ran):
            return None
        key = "" if exists or ran else "unknown"
        return self._made(told, key, {"code": waiver.code, "at": waiver.at}, path)

    def _made(self, rule: Rule, key: str, arguments: Mapping[str, object], path: Path) -> Problem:
        zh, en = say(rule.info, key, arguments)
        return Problem(
            code=rule.code,
            name=rule.info.name,
            severity=self.config.grade(rule, self.view.stage),
            path=path,
            object=self.view.object_at(path),
            span=self.spans.of(path),
            zh=zh,
            en=en,
        )
