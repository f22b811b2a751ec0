"""A problem as the page of a report shows it: what is wrong, what to do, and why it matters for those who unfold it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

import attrs

from propsummary.catalogue.codes import Words, codes
from propsummary.catalogue.places import in_words
from propsummary.problems import Language, Problem
from propsummary.reports._shown import one_line, where
from propsummary.reports._words import grade

__all__ = ["Cards", "Explanation", "family"]

_HINT = Words("建议：", "Hint: ")
_WHY = Words("为什么，怎样写才好", "Why, and how to write it")
_GOOD = Words("这样写就可以：", "This is fine:")
_LINE = Words("第{}行", "line {}")


@attrs.frozen(kw_only=True)
class Explanation:
    """
    What a report says of a rule beside its problems.

    Attributes:
        title: The pattern in a few words.

        why: Why it matters.

        good: A piece of a draft that the rule is content with; may be empty.
    """

    title: Words
    why: Words
    good: str = ""


def family(code: str) -> str:
    """The letters of *code*."""
    return code.rstrip("0123456789")


@attrs.frozen(kw_only=True)
class Cards:
    """
    Writes problems.

    Attributes:
        language: The language of everything.

        kinds: The CSS class of each family.

        explanations: What is known of rules, by code; those of this library are known anyway.
    """

    language: Language
    kinds: Mapping[str, str]
    explanations: Mapping[str, Explanation]

    def explained(self, code: str) -> Explanation | None:
        """What is known of the rule with that code."""
        if code in self.explanations:
            return self.explanations[code]
        info = codes().get(code)
        return Explanation(title=info.title, why=info.why) if info else None

    def card(self, problem: Problem, ident: str, line: str = "", passage: str = "", also: str = "") -> Iterator[str]:
        """
        One problem.

        Args:
            problem: The problem.

            ident: The card's own address.

            line: The address of the line that it is about; its place is told in words if there is none.

            passage: The passage that it is about, where the line does not show it.

            also: Where else it is, as HTML.
        """
        words = problem.wording(self.language)
        head = f'<span class="mark">{grade(problem.severity, self.language)}</span> <b>{escape(one_line(problem.code))}</b>'
        yield f'<li class="p {problem.severity.value} {self.kinds[family(problem.code)]}" id="{ident}">'
        yield f'<p class="head">{head} {self._place(problem, line)}</p><p>{escape(one_line(words.message))}</p>'
        if passage:
            yield f"<pre>{escape(passage)}</pre>"
        if words.hint:
            yield f'<p class="hint">{_HINT.in_(self.language)}{escape(one_line(words.hint))}</p>'
        if also:
            yield f'<p class="hint">{also}</p>'
        yield from self._why(problem.code)
        yield "</li>\n"

    def _place(self, problem: Problem, line: str) -> str:
        if problem.span is None:
            return f'<span class="place">{escape(one_line(in_words(problem.path, self.language)))}</span>'
        place = one_line(problem.span.place)
        if line:
            said = escape(place) or _LINE.in_(self.language).format(problem.span.line)
            return f'<a class="place" href="#{line}">{said}</a>'
        return f'<span class="place">{escape(place or where(problem.span))}</span>'

    def _why(self, code: str) -> Iterator[str]:
        explained = self.explained(code)
        if explained is None:
            return
        yield f"<details><summary>{_WHY.in_(self.language)}</summary><p>{escape(explained.why.in_(self.language))}</p>"
        if explained.good:
            yield f"<p>{_GOOD.in_(self.language)}</p><pre>{escape(explained.good.rstrip())}</pre>"
        yield "</details>"
