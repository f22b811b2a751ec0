"""The words by which prose is understood: how people head the parts of a summary, label its fields, introduce a cause."""

from __future__ import annotations

import functools
from typing import Literal, TypeAlias

import attrs

from propsummary.catalogue._reader import DATA, build, read_toml

__all__ = ["HeadingKind", "ProseWords", "prose_words"]

#: What a heading announces: a part of the summary, or something within one; ``next`` is either measures or goals.
HeadingKind: TypeAlias = Literal[
    "background",
    "results",
    "issues",
    "countermeasures",
    "outlook",
    "other",
    "next",
    "causes",
    "cases",
    "follow_ups",
    "risks",
    "directions",
    "innovations",
]


@attrs.frozen(kw_only=True)
class HeadingWords:
    """
    Words that head a part.

    Attributes:
        alone: Whether they count only in headings that say nothing else.
    """

    kind: HeadingKind
    words: tuple[str, ...]
    alone: bool = False


@attrs.frozen(kw_only=True)
class SlotWords:
    """
    Labels of one field.

    Attributes:
        bare: Those that also stand right before what they label, without a colon.

        signs: Pictures that stand for the label.
    """

    slot: str
    words: tuple[str, ...]
    bare: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class AnsweringWords:
    """
    How running text says who answers for a measure.

    Attributes:
        verbs: What ends a clause that names who does, with 由 or without (由王强负责, 王强牵头).

        others: What ends one with 由 only.

        does: What a short clause says of somebody whom it names (石大勇管).

        asked: What sets off somebody who is asked to do it (找工程部小郝).

        matters: What stands before 由 and names nothing (这件事由我负责).

        posts: How posts and departments end.
    """

    verbs: tuple[str, ...]
    others: tuple[str, ...]
    does: tuple[str, ...]
    asked: tuple[str, ...]
    matters: tuple[str, ...]
    posts: tuple[str, ...]


@attrs.frozen(kw_only=True)
class CauseWords:
    """
    How causes are told.

    Attributes:
        openers: What introduces a cause.

        origins: What a clause calls the cause that it introduces (症结在于).

        trouble_in: What it calls the issue where it says wherein that lies (毛病出在).

        inquiries: How it was found out (经核查，系).

        sides: Marks of two causes behind an issue (一方面).

        weak: What often does, and often something else.

        results: What stands between a cause and what came of it.

        signs: What causes are made of: something is missing, worn out, too small.

        alone: Signs of a cause in a sentence of its own that no word opens, behind one that tells the issue with a figure.

        states: What says how equipment, arrangements and people stand, in such a sentence or in the last clauses of one.

        stuck: What says within a sentence where things went wrong (6件卡在等配件).

        market: What such a sentence compares pay or staff with, with a figure.

        wishes: What says that something is bad or should get better, and not why.

        trouble: What a sentence counts that tells how bad an issue is, and not why.

        effects: What such a sentence does not hold if it tells a cause, and no effect.

        cures: What a sentence begins with that goes on with the measure.

        onward: What a sentence begins with that goes on with the causes.
    """

    openers: tuple[str, ...]
    origins: tuple[str, ...]
    trouble_in: tuple[str, ...]
    inquiries: tuple[str, ...]
    sides: tuple[str, ...]
    weak: tuple[str, ...]
    results: tuple[str, ...]
    signs: tuple[str, ...]
    alone: tuple[str, ...]
    states: tuple[str, ...]
    stuck: tuple[str, ...]
    market: tuple[str, ...]
    wishes: tuple[str, ...]
    trouble: tuple[str, ...]
    effects: tuple[str, ...]
    cures: tuple[str, ...]
    onward: tuple[str, ...]


@attrs.frozen(kw_only=True)
class RowWords:
    """
    How several things stand in a row.

    Attributes:
        marks: Marks of one of them (一是).

        others: Those that count only before a comma (第一，).

        things: What such a mark may call it (第二个不足，是……).
    """

    marks: tuple[str, ...]
    others: tuple[str, ...]
    things: tuple[str, ...]


@attrs.frozen(kw_only=True)
class ColumnWords:
    """Headings of one column of a table."""

    column: str
    words: tuple[str, ...]


@attrs.frozen(kw_only=True)
class AttributeWords:
    """Labels of what is said of an issue, an achievement or a case beside its text (部位：东门岗)."""

    attribute: str
    words: tuple[str, ...]


@attrs.frozen(kw_only=True)
class ActivityWords:
    """What activities of one kind are called."""

    kind: str
    words: tuple[str, ...]


@attrs.frozen(kw_only=True)
class MetricWords:
    """
    How metrics are named.

    Attributes:
        endings: What names end in.

        links: What stands between a name and its figure.

        heads: What stands before a name and is none of it.

        wholes, shares: What is said of denominators and of numerators.

        of: Counted things whose settling is told beside them.

        arrivals: What a mean time is the time to.
    """

    endings: tuple[str, ...]
    links: tuple[str, ...]
    heads: tuple[str, ...]
    wholes: tuple[str, ...]
    shares: tuple[str, ...]
    of: tuple[str, ...]
    arrivals: tuple[str, ...]


@attrs.frozen(kw_only=True)
class OrganizationWords:
    """
    How names of companies and of estates end.

    Attributes:
        whole: Who runs an estate with all its departments.
    """

    company: tuple[str, ...]
    property: tuple[str, ...]
    whole: tuple[str, ...]


@attrs.frozen(kw_only=True)
class FrontWords:
    """Labels of the lines around the title, by what they label."""

    prepared_on: tuple[str, ...]
    author: tuple[str, ...]
    reviewer: tuple[str, ...]
    department: tuple[str, ...]
    period: tuple[str, ...]
    property: tuple[str, ...]
    company: tuple[str, ...]
    recipient: tuple[str, ...]


@attrs.frozen(kw_only=True)
class ListedWords:
    """A plain list."""

    words: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Unstated:
    """
    Something that people rarely state in prose.

    Attributes:
        paths: The fields that would state it, from the summary on (``metrics.source``); any one of them is enough.

        zh, en: What it is called.
    """

    paths: tuple[str, ...]
    zh: str
    en: str


@attrs.frozen(kw_only=True)
class ProseWords:
    """
    All of them.

    Attributes:
        headings: By rank: of several kinds whose words a heading has, the first is meant.

        filler: What adds nothing to a heading.

        slots: Labels of fields, in prose and in tables.

        answering, causes, rows, metrics: As their classes say.

        closing: What ends the whole (请批评指正).

        perorating: What a sentence behind the goals holds that is none (征程, 让我们携手).

        leading: What leads over to a list (主要有以下).

        turning: What leads over to the next part where no heading does (回头看, 为此).

        columns, risk_columns, direction_columns: Headings of tables of figures, of risks, of directions.

        attributes: Labels of lines that say something beside a text (部位：东门岗).

        activities, holding, attending: What activities are called, how one says that they were held, and who came.

        vague: What a clause of its own says in place of a date (尽快).

        common: Pairs of characters that tell nothing of which issue a measure answers.

        earlier: How the figure of an earlier period is introduced.

        begun: What began on a date that is no period to report on (2025年1月接手).

        organization, front: As their classes say.

        unstated: What is asked for once, not at every object.
    """

    headings: tuple[HeadingWords, ...]
    filler: ListedWords
    slots: tuple[SlotWords, ...]
    answering: AnsweringWords
    causes: CauseWords
    closing: ListedWords
    perorating: ListedWords
    leading: ListedWords
    turning: ListedWords
    rows: RowWords
    columns: tuple[ColumnWords, ...]
    risk_columns: tuple[ColumnWords, ...]
    direction_columns: tuple[ColumnWords, ...]
    attributes: tuple[AttributeWords, ...]
    activities: tuple[ActivityWords, ...]
    holding: ListedWords
    attending: ListedWords
    metrics: MetricWords
    vague: ListedWords
    common: ListedWords
    earlier: ListedWords
    begun: ListedWords
    organization: OrganizationWords
    front: FrontWords
    unstated: tuple[Unstated, ...]


@functools.cache
def prose_words() -> ProseWords:
    """The words that come with the package."""
    path = DATA / "prose.toml"
    return build(ProseWords, read_toml(path), str(path))
