"""Countermeasures with owner, deadline and what they answer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import attrs

from propsummary.drafts.extraction.dates import deadline_in, is_no_day, repeated, repetition_in, starting_on
from propsummary.drafts.extraction.item import Item
from propsummary.drafts.extraction.links import linked, named
from propsummary.drafts.extraction.owners import may_name_owner
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.extraction.repeats import Names, Told, measures_once
from propsummary.drafts.outline import Words, join
from propsummary.model import Countermeasure, Issue, Owner, Risk
from propsummary.periods import DeadlineKind, Period, read_deadline, read_recurrence
from propsummary.problems import Path
from propsummary.quantities import read_quantity

__all__ = ["Found", "measures"]

_HOLDS = re.compile("执行|实行|施行|实施|运行|启用|推行")  # 编制运行表，6月1日起执行 is done before it holds
_BEGINS = re.compile("[月日号年](?:底|初|份)?起")  # from when on is said, and so, for those who mean it, until when
_RISK = re.compile("^风险[：:]")  # what an entry answers that answers no issue


@attrs.frozen(kw_only=True)
class Found:
    """
    The measures of a draft.

    Attributes:
        unknown: Paths of what may be said but was not understood.
    """

    measures: tuple[Countermeasure, ...]
    unknown: frozenset[Path]


def measures(
    beside: Sequence[tuple[Item, int]],
    items: Sequence[Item],
    issues: Sequence[Issue],
    risks: Sequence[Risk],
    places: Places,
    period: Period | None,
    prepared_on: dt.date | None,
) -> Found:
    """
    The measures of a draft.

    Args:
        beside: Entries that tell a measure together with its issue, each with the place of that issue.

        items: Entries of the part on measures.
    """
    every = [
        *(Told(item=one, words=words, issues=(at,)) for item, at in beside for one in _each(item) for words in _statements(one)),
        *(Told(item=one, words=words) for item in items for one in _each(item) for words in _statements(one)),
    ]
    told = measures_once(every, lambda one, other: _same_day(one, other, period, prepared_on))
    apart = [one for one in told if not one.issues]
    links = dict(zip(map(id, apart), _links([(one.item, one.words) for one in apart], issues), strict=True))
    answered = _Answered(issues, risks)
    unknown: set[Path] = set()
    made = []
    for nth, one in enumerate(told):
        path: Path = ("countermeasures", nth)
        fields = _fields(one.item, one.words, path, places, period, prepared_on, unknown)
        places.put(path, one.words, *(piece.words for piece in one.item.slices if piece.slot != "issue"))
        places.put((*path, "statement"), one.words)
        addresses = answered.by(one, links.get(id(one)))
        if not addresses:
            unknown.add((*path, "addresses"))
        made.append(Countermeasure(id=f"c{nth + 1}", statement=one.words.text, addresses=addresses, **fields))
    return Found(measures=tuple(made), unknown=frozenset(unknown))


class _Answered:
    """What measures answer: issues and risks, by what they are called."""

    def __init__(self, issues: Sequence[Issue], risks: Sequence[Risk]) -> None:
        self._ids = [*(issue.id for issue in issues), *(risk.id for risk in risks)]
        self._issues, self._risks = Names(), Names()
        for at, issue in enumerate(issues):
            self._issues.add(issue.title, at)
            self._issues.add(issue.statement, at)
        for at, risk in enumerate(risks, len(issues)):
            self._risks.add(risk.statement, at)

    def by(self, told: Told, link: int | None) -> tuple[str, ...]:
        """The ids of the issues that a measure stands beside, or names in full, else of the one that it speaks of (*link*)."""
        own = self._named(told.item)
        beside = told.issues or (() if link is None or own else (link,))
        places = (*beside, *own, *(at for item in told.others for at in self._named(item)))
        return tuple(dict.fromkeys(self._ids[at] for at in places))

    def _named(self, item: Item) -> list[int]:
        texts = [words.text for slot in ("issue", "answers") for words in item.all(slot)]
        return [at for text in texts for at in (*self._issues.of(text), *self._risks.of(_RISK.sub("", text)))]


def _same_day(one: str, other: str, period: Period | None, prepared_on: dt.date | None) -> bool:
    first, second = (read_deadline(text, period=period, prepared_on=prepared_on).date for text in (one, other))
    return first is not None and first == second


def _each(item: Item) -> list[Item]:
    """An entry, or the several measures that it tells with an owner each."""
    starts = [at for at, one in enumerate(item.slices) if one.slot == "measure"]
    groups = [item.slices[start:end] for start, end in pairwise((*starts, len(item.slices)))]
    if len(groups) < 2 or not all(any(one.slot == "owner" for one in group) for group in groups):
        return [item]
    context = tuple(one for one in item.slices if one.slot in ("issue", "answers"))
    return [attrs.evolve(item, slices=(*context, *group)) for group in groups]


def _statements(item: Item) -> list[Words]:
    """What shall be done; an entry that only has a title says it there."""
    told = [one for one in (item.title, *item.all("measure")) if one and one.text]
    if item.first("issue"):
        told = [one for one in told if one is not item.title]
    return [join(told, "：" if item.title else "。")] if told else []


def _links(told: Sequence[tuple[Item, Words]], issues: Sequence[Issue]) -> list[int | None]:
    """What each measure answers: the issue that it names, the one of the same words, the one of the same number."""
    names = [" ".join((issue.title, issue.statement, *(cause.statement for cause in issue.root_causes))) for issue in issues]
    texts = [
        " ".join(
            (
                item.topic,
                *(one.text for slot in ("issue", "answers") for one in item.all(slot)),
                item.title.text if item.title else "",
                words.text,
            )
        )
        for item, words in told
    ]
    by_words = linked(texts, names)
    by_label = linked([" ".join(one.text for one in item.all("answers")) for item, _ in told], names)
    numbers = [item.number for item, _ in told]
    paired = sorted(numbers) == list(range(1, len(issues) + 1))
    found: list[int | None] = []
    for at, text in enumerate(texts):
        number = named(text)
        if number and number <= len(issues):
            found.append(number - 1)
        elif by_label[at] is not None:
            found.append(by_label[at])
        elif paired and (by_words[at] is None or len(told) == len(issues)):
            found.append(numbers[at] - 1)
        else:
            found.append(by_words[at])
    in_order = (
        len(told) == len(issues)
        and all(one in (None, at) for at, one in enumerate(found))
        and any(one is not None for one in found)
    )
    return list(range(len(told))) if in_order else found


def _answering(item: Item) -> tuple[Words | None, str]:
    """
    Of a department and a person the person, with the department.

    Who is only named in what is done (每月由库管与财务对账) yields to whom a column, a label or a clause names apart from it.
    """
    owners, done = item.all("owner"), " ".join(words.text for words in item.all("measure"))
    read = [(words, Owner.parse(words.text)) for words in [one for one in owners if one.text not in done] or owners]
    persons = [words for words, owner in read if owner.name or owner.role]
    departments = [owner.department for _, owner in read if not (owner.name or owner.role)]
    if persons:
        return persons[0], departments[0] if departments else ""
    return (read[0][0] if read else None), ""


def _fields(
    item: Item, words: Words, path: Path, places: Places, period: Period | None, prepared_on: dt.date | None, unknown: set[Path]
) -> dict[str, Any]:
    """Everything but the statement."""
    fields: dict[str, Any] = {}
    support = item.first("support")
    owner, beside = _answering(item)
    if owner:
        read_owner = Owner.parse(owner.text)
        fields["owner"] = attrs.evolve(read_owner, department=beside) if beside else read_owner
        places.put((*path, "owner"), owner)
    elif may_name_owner(words.text):
        unknown.add((*path, "owner"))
    if support:
        fields["support"] = (Owner.parse(support.text),)
        places.put((*path, "support"), support)
    fields |= _times(item, words, path, places, period, prepared_on, unknown)
    for slot in ("deliverable", "verification"):
        if told := item.joined(slot):
            fields[slot] = told.text
            places.put((*path, slot), told)
    if (budget := item.first("budget")) and (amount := read_quantity(budget.text)):
        fields["budget"] = amount
        places.put((*path, "budget"), budget)
    return fields


def _times(
    item: Item, words: Words, path: Path, places: Places, period: Period | None, prepared_on: dt.date | None, unknown: set[Path]
) -> dict[str, Any]:
    """From when, how often and until when."""
    fields: dict[str, Any] = {}
    deadline = item.first("deadline")
    if deadline is None:
        deadline = deadline_in(words, period) or repeated(words)
    if start := item.first("start"):
        unknown |= {(*path, "deadline")} if deadline is None else set()
        last = read_deadline(deadline.text, period=period, prepared_on=prepared_on).date if deadline else None
        day = starting_on(start.text, period, prepared_on)
        holds = day is not None and last is not None and day > last and _HOLDS.search(start.text)
        if day is not None and not holds:
            fields["start"] = Period.between(day, day, text=start.text)
            places.put((*path, "start"), start)
        if (again := repetition_in(words)) and (rule := read_recurrence(again.text)):
            fields["recurrence"] = rule
            places.put((*path, "recurrence"), again)
    if deadline is None and _BEGINS.search(words.text):
        unknown.add((*path, "deadline"))
    if deadline:
        read = read_deadline(deadline.text, period=period, prepared_on=prepared_on)
        if read.kind is DeadlineKind.INVALID:
            unknown.add((*path, "deadline"))
            if is_no_day(deadline.text):
                places.no_days.append(((*path, "deadline"), deadline))
        else:
            fields["deadline"] = read
        places.put((*path, "deadline"), deadline)
    return fields
