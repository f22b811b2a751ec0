"""Paragraphs of a summary that say the same, as far as they should not."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from propsummary._text import simplified
from propsummary.model import (
    Achievement,
    Activity,
    Background,
    Case,
    Countermeasure,
    FollowUp,
    Goal,
    Incident,
    Issue,
    Outlook,
    Risk,
    RootCause,
    Section,
    StrategicDirection,
)
from propsummary.problems import Path
from propsummary.rules.walk import Node, Passage
from propsummary.rules.wording._near import near_pairs

__all__ = ["Paragraph", "clusters", "paragraphs", "shared_sentences"]

# Characters, marks not counted, below which the same words are no repetition but the usual way to say it.
_SHORT = 24

# The same of a sentence inside a longer paragraph, where more of it may be the usual way to say it.
_SHORT_SENTENCE = 26

# What tells one story; columns such as deliverables, sources and captions naturally hold the same words again and again.
_STORIES: dict[type, tuple[str, ...]] = {
    Background: ("purpose", "positioning", "text"),
    Achievement: ("text", "actions", "feedback"),
    Activity: ("content", "outcome"),
    Incident: ("handling", "outcome"),
    Case: ("situation", "action", "result", "lesson"),
    Issue: ("statement",),
    RootCause: ("statement", "whys"),
    Risk: ("statement", "response"),
    Countermeasure: ("statement",),
    Goal: ("statement", "rationale"),
    Outlook: ("innovations",),
    StrategicDirection: ("statement",),
    FollowUp: ("result", "reason"),
    Section: ("text",),
}

# Rows of one table: two of them may say the same, their dates, counts or issues differ.
_ROWS = frozenset({Activity, Incident, RootCause})

# What sets one row of a table off from the next: figures, seasons, gates, towers, shifts. Texts of which each has some that the
# other has not are no repetition.
_TELLING = re.compile("[0-9]+(?:[.,][0-9]+)*|[一二三四五六七八九十两半]+|[东南西北春夏秋冬早中晚夜甲乙丙丁]|[a-z]+")

_MARKS = re.compile(r"[\W_]+")
# Taken away first: what is left of most texts is in normal form, and to see that takes no time.
_STOPS = re.compile("[，。、；：！？（）“”]+")
_LINES = re.compile(r"[\r\n]+")
_SENTENCES = re.compile("(?<=[。！？!?；;])")


@attrs.frozen(eq=False)
class Paragraph:
    """
    A paragraph of a passage.

    Attributes:
        path, field, node: As of its passage.

        text: As written.

        plain: Its letters and figures alone, as they are compared.
    """

    path: Path
    field: str
    node: Node
    text: str
    plain: str

    @property
    def role(self) -> tuple[type, str]:
        """What it is for: the class of its object and the field."""
        return type(self.node.object), self.field


def paragraphs(passages: Iterable[Passage]) -> Iterator[Paragraph]:
    """The paragraphs that tell something, in order."""
    for passage in passages:
        if len(passage.text) < _SHORT or passage.field not in _STORIES.get(type(passage.node.object), ()):
            continue
        for line in _LINES.split(passage.text):
            plain = _plain(line)
            if len(plain) >= _SHORT:
                yield Paragraph(passage.path, passage.field, passage.node, line.strip(), plain)


def clusters(found: Iterable[Paragraph]) -> list[list[Paragraph]]:
    """Groups of two or more that say the same or nearly so, each in the order of the summary."""
    members = list(found)
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for at, paragraph in enumerate(members):
        alike[paragraph.plain].append(at)
    texts = list(alike)
    leader = list(range(len(members)))

    def lead(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    def link(some: Sequence[int], others: Sequence[int]) -> None:
        """Join those that should not say the same; by what they are for, as there may be very many of each."""
        for one, another in _links(members, some, others):
            leader[lead(another)] = lead(one)

    for group in alike.values():
        if len(group) > 1:
            link(group, group)
    for one, another in near_pairs(texts, [frozenset(_TELLING.findall(text)) for text in texts]):
        link(alike[texts[one]], alike[texts[another]])
    joined: defaultdict[int, list[Paragraph]] = defaultdict(list)
    for at, paragraph in enumerate(members):
        joined[lead(at)].append(paragraph)
    return [group for group in joined.values() if len(group) > 1]


def shared_sentences(found: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Sentences that stand in several paragraphs which differ otherwise, each as a group of paragraphs that hold it alone."""
    alike: defaultdict[str, dict[str, Paragraph]] = defaultdict(dict)
    for paragraph in found:
        if len(paragraph.plain) < _SHORT_SENTENCE:
            continue
        for words in _SENTENCES.split(paragraph.text):
            plain = _plain(words)
            if len(plain) >= _SHORT_SENTENCE:
                sentence = attrs.evolve(paragraph, text=words.strip(), plain=plain)
                alike[plain].setdefault(paragraph.plain, sentence)
    for group in alike.values():
        members = list(group.values())
        linked = {at for link in _links(members, range(len(members)), range(len(members))) for at in link if link[0] != link[1]}
        if linked:
            yield [members[at] for at in sorted(linked)]


def _plain(text: str) -> str:
    """The letters and figures of *text*."""
    bare = unicodedata.normalize("NFKC", _STOPS.sub("", text))
    return _MARKS.sub("", simplified(bare).casefold())


def _links(members: Sequence[Paragraph], some: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Enough pairs, one of *some* and one of *others*, to join all that may be joined."""
    by_role: defaultdict[tuple[type, str], list[int]] = defaultdict(list)
    their_roles: defaultdict[tuple[type, str], list[int]] = defaultdict(list)
    for at in some:
        by_role[members[at].role].append(at)
    for at in others:
        their_roles[members[at].role].append(at)
    for role, mine in by_role.items():
        for their_role, theirs in their_roles.items():
            if not _may_repeat(role, their_role):
                yield from ((mine[0], at) for at in theirs)
                yield from ((at, theirs[0]) for at in mine)


def _may_repeat(one: tuple[type, str], other: tuple[type, str]) -> bool:
    """Whether texts for these two ends may well be the same."""
    classes = {one[0], other[0]}
    if len(classes) == 1:
        return one[0] in _ROWS
    if FollowUp in classes:  # it answers the previous summary in the words of this one
        return True
    return {one, other} == {(Risk, "response"), (Countermeasure, "statement")}
