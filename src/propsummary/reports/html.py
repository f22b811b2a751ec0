"""Reports as one page that needs nothing else: the draft with its problems beside it, for screens, phones and paper."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Mapping, Sequence
from html import escape

import attrs

from propsummary.catalogue import label, labels
from propsummary.catalogue.codes import Words
from propsummary.document.look import page_style
from propsummary.problems import Language, Problem, Report
from propsummary.reports._alike import Told, also, gathered
from propsummary.reports._cards import Cards, Explanation, family
from propsummary.reports._groups import by_code, by_object
from propsummary.reports._listing import Listing, Placed
from propsummary.reports._shown import Sources, as_name, listed, one_line, where
from propsummary.reports._words import GRADES, Counts, counts_in_words, grade, not_run, tally

__all__ = ["Explanation", "report_html"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_TITLE = Words("检查结果", "Check report")
_UNNAMED = Words("总结", "Summary")
_OPEN = Words("有错误，改好才能上交", "There are errors: not fit to hand in yet")
_READY = Words("没有错误", "There are no errors")
_FINE = Words("没有发现问题", "No problems found")
_FILTER = Words("只看", "Show only")
_BY_GRADE = Words("程度", "Severity")
_BY_FAMILY = Words("类别", "Family")
_ALL = Words("全部显示", "Show all")
_FILES = Words("文件", "Files")
_FILE = Words("文件", "File")
_BY_CODE = Words("按规则统计（{}）", "By rule ({})")
_BY_OBJECT = Words("按对象统计（{}）", "By object ({})")
_RULE = Words("规则", "Rule")
_OBJECT = Words("对象", "Object")
_ABSENT = Words("不在某一行上的问题", "Problems that no line shows")
_ALL_PROBLEMS = Words("发现的问题", "Problems")
_SOURCE = Words("草稿与问题", "The draft and its problems")
_WAIVED = Words("已豁免", "Waived")
_REASON = Words("理由：", "Reason: ")
_SKIPPED = Words("没有运行的规则", "Rules that did not run")


def report_html(
    reports: Report | Sequence[Report],
    *,
    language: Language = "zh",
    sources: Mapping[str, str] | None = None,
    explanations: Mapping[str, Explanation] | None = None,
) -> str:
    """
    Write *reports* as a page without scripts that loads nothing.

    Args:
        reports: One report or several.

        language: The language of the page.

        sources: The files' texts, by the names that problems carry, of a Word file its paragraphs, a line each; without one its
            problems are listed without it.

        explanations: What to say of rules, by code; of this library's, what the catalogue says if left out.
    """
    found = listed(reports)
    families = sorted({family(problem.code) for report in found for problem in (*report, *(w.problem for w in report.waived))})
    kinds = {name: f"k{number}" for number, name in enumerate(families)}
    cards = Cards(language=language, kinds=kinds, explanations=explanations or {})
    return "".join(_Page(reports=found, language=language, sources=Sources(sources or {}), cards=cards).parts())


@attrs.frozen(kw_only=True)
class _Page:
    reports: Sequence[Report]
    language: Language
    sources: Sources
    cards: Cards

    def parts(self) -> Iterator[str]:
        """The page, piece by piece."""
        problems = [problem for report in self.reports for problem in report]
        name = f"{self._name(self.reports[0])} · " if len(self.reports) == 1 else ""
        title = escape(name + self._say(_TITLE))
        yield (
            f'<!DOCTYPE html>\n<html lang="{"en" if self.language == "en" else "zh-CN"}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>\n{_style(self.cards.kinds)}</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#content">{escape(label("skip_to_content", self.language))}</a>\n'
            '<div class="sheet">\n'
        )
        yield from self._head(problems)
        yield '<main id="content">\n'
        yield from self._overview(problems)
        for number, report in enumerate(self.reports, 1):
            yield from self._draft(number, report)
        yield from self._skipped()
        yield "</main>\n</div>\n</body>\n</html>\n"

    def _say(self, words: Words) -> str:
        return words.in_(self.language)

    def _name(self, report: Report) -> str:
        return as_name(report.file) or self._say(_UNNAMED)

    def _head(self, problems: Sequence[Problem]) -> Iterator[str]:
        ok = all(report.ok for report in self.reports)
        verdict = self._say(_OPEN if not ok else _READY if problems else _FINE)
        file = f'<p class="who">{escape(self._name(self.reports[0]))}</p>' if len(self.reports) == 1 else ""
        yield f'<header>{file}<h1>{self._say(_TITLE)}</h1>\n<p class="verdict {"good" if ok else "bad"}">{verdict}</p>\n'
        counts = tally(problems)
        boxes = (f'<li class="{g.value}"><b>{counts[g]}</b> {grade(g, self.language)}</li>' for g in GRADES)
        yield f'<ul class="totals">{"".join(boxes)}</ul>\n'
        if problems:
            yield from self._filters()
        yield "</header>\n"

    def _filters(self) -> Iterator[str]:
        yield f'<form class="filters" aria-label="{self._say(_FILTER)}">\n<fieldset><legend>{self._say(_BY_GRADE)}</legend>'
        yield from (_box(f"s-{g.value}", grade(g, self.language)) for g in GRADES)
        yield f"</fieldset>\n<fieldset><legend>{self._say(_BY_FAMILY)}</legend>"
        for name, kind in self.cards.kinds.items():
            title = label(f"rules_{name}", self.language) if f"rules_{name}" in labels() else ""
            yield _box(f"s-{kind}", f"{name} {title}".strip())
        yield f'</fieldset>\n<button type="reset">{self._say(_ALL)}</button>\n</form>\n'

    def _overview(self, problems: Sequence[Problem]) -> Iterator[str]:
        if len(self.reports) > 1:
            rows = ((f'<a href="#f{n}">{escape(self._name(r))}</a>', tally(r.problems)) for n, r in enumerate(self.reports, 1))
            yield f"<h2>{self._say(_FILES)}</h2>\n{self._table(_FILE, list(rows))}"
        coded = by_code(problems)
        if coded:
            table = self._table(_RULE, [(self._rule(code), tally(found)) for code, found in coded.items()])
            yield f'<details class="count"><summary>{self._say(_BY_CODE).format(len(coded))}</summary>{table}</details>\n'

    def _rule(self, code: str) -> str:
        explained = self.cards.explained(code)
        title = f" {escape(explained.title.in_(self.language))}" if explained else ""
        return f"<b>{escape(one_line(code))}</b>{title}"

    def _table(self, head: Words, rows: Sequence[tuple[str, Counts]]) -> str:
        heads = "".join(f'<th scope="col" class="num">{grade(g, self.language)}</th>' for g in GRADES)
        body = "".join(
            f'<tr><th scope="row">{name}</th>'
            + "".join(f'<td class="num {g.value}">{counts[g] or ""}</td>' for g in GRADES)
            + "</tr>\n"
            for name, counts in rows
        )
        return f'<table><thead><tr><th scope="col">{self._say(head)}</th>{heads}</tr></thead>\n<tbody>{body}</tbody></table>\n'

    def _draft(self, number: int, report: Report) -> Iterator[str]:
        """One draft: its problems by object, those that have no line, and its text."""
        prefix = f"f{number}"
        several = len(self.reports) > 1
        yield f'<section id="{prefix}">\n'
        if several:
            counts = counts_in_words(tally(report.problems), self.language)
            said = (", " if self.language == "en" else "、").join(counts.values()) or self._say(_FINE)
            yield f'<h2>{escape(self._name(report))}</h2>\n<p class="muted">{said}</p>\n'
        told = tuple(gathered(report.problems, self.sources))
        idents = {
            problem: f"{prefix}-p{position}" for position, one in enumerate(told, 1) for problem in (one.problem, *one.others)
        }
        groups = by_object(report.problems)
        if groups:
            rows = [
                (f'<a href="#{idents[g.problems[0]]}">{escape(one_line(g.name(self.language)))}</a>', tally(g.problems))
                for g in groups
            ]
            table = self._table(_OBJECT, rows)
            yield f'<details class="count"><summary>{self._say(_BY_OBJECT).format(len(groups))}</summary>{table}</details>\n'
        yield from self._problems(report, told, idents, "h3" if several else "h2", f"{prefix}-l")
        yield from self._waived(report, "h3" if several else "h2", prefix)
        yield "</section>\n"

    def _problems(
        self, report: Report, told: Sequence[Told], idents: Mapping[Problem, str], heading: str, prefix: str
    ) -> Iterator[str]:
        lines = self.sources.lines(report.file)
        placed = [p for p in report if p.span and p.span.file == report.file and p.span.line <= len(lines)]
        beside = {problem: f"{prefix}{problem.span.line}" for problem in placed if problem.span}
        places = {one.problem: self._also(one.others, beside) for one in told}
        absent = [one.problem for one in told if one.problem not in beside]
        if absent:
            yield f'<{heading}>{self._say(_ABSENT if lines else _ALL_PROBLEMS)}</{heading}>\n<ol class="cards wide">\n'
            for problem in absent:
                yield from self.cards.card(problem, idents[problem], also=places[problem])
            yield "</ol>\n"
        if placed:
            numbered = not any(p.span.place for p in placed if p.span)
            listing = Listing(language=self.language, cards=self.cards, lines=lines, prefix=prefix, numbered=numbered)
            yield f'<{heading}>{self._say(_SOURCE)}</{heading}>\n<div class="listing">\n'
            yield from listing.html([Placed(p, idents[p], places[p]) if p in places else Placed(p) for p in placed])
            yield "</div>\n"

    def _also(self, others: Sequence[Problem], lines: Mapping[Problem, str]) -> str:
        """Where the others are, each with a link to its line if that is shown."""

        def shown(place: str, problem: Problem) -> str:
            return f'<a href="#{lines[problem]}">{escape(place)}</a>' if problem in lines else escape(place)

        return also(others, self.language, shown) if others else ""

    def _waived(self, report: Report, heading: str, prefix: str) -> Iterator[str]:
        if not report.waived:
            return
        yield f'<{heading}>{self._say(_WAIVED)}</{heading}>\n<ul class="waived">\n'
        for waived in report.waived:
            problem = waived.problem
            place = f" ({where(problem.span)})" if problem.span else ""
            said = f"<b>{escape(one_line(problem.code))}</b> {escape(one_line(problem.wording(self.language).message) + place)}"
            yield f'<li>{said}<br><span class="muted">{self._say(_REASON)}{escape(one_line(waived.reason))}</span></li>\n'
        yield "</ul>\n"

    def _skipped(self) -> Iterator[str]:
        reasons = not_run(self.reports, self.language)
        if reasons:
            yield f'<h2>{self._say(_SKIPPED)}</h2>\n<ul class="waived">\n'
            for reason, codes in reasons.items():
                names = (", " if self.language == "en" else "、").join(map(escape, codes))
                yield f'<li><b>{names}</b><br><span class="muted">{escape(reason)}</span></li>\n'
            yield "</ul>\n"


def _box(ident: str, text: str) -> str:
    return f'<label><input type="checkbox" id="{ident}" checked autocomplete="off"> {escape(one_line(text))}</label>\n'


def _style(kinds: Mapping[str, str]) -> str:
    """The stylesheet, and what the filters need: a box that is not ticked hides what bears its class."""
    hidden = ":root:has(#s-{0}:not(:checked)) .p.{0}{{display:none}}\n"
    names = [*(severity.value for severity in GRADES), *kinds.values()]
    return page_style(pathlib.Path(__file__).with_name("report.css")) + "".join(map(hidden.format, names))
