"""What was reached: achievements with the metrics and activities that bear them out, and typical cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from propsummary.catalogue import Profile
from propsummary.drafts.extraction.activities import activities
from propsummary.drafts.extraction.activity_tables import activities_of, day_or_span
from propsummary.drafts.extraction.attributes import attributes_in
from propsummary.drafts.extraction.clauses import sentences, trimmed
from propsummary.drafts.extraction.entries import leads
from propsummary.drafts.extraction.incident_tables import Row, incidents_of
from propsummary.drafts.extraction.item import Leftover
from propsummary.drafts.extraction.labels import is_note
from propsummary.drafts.extraction.metric_merging import merged, name_key, one_thing, outdoes
from propsummary.drafts.extraction.metrics import metrics
from propsummary.drafts.extraction.part_tables import parts_of
from propsummary.drafts.extraction.parts import Chapter
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.extraction.sections import cells_of
from propsummary.drafts.extraction.stories import story_of
from propsummary.drafts.extraction.tables import figures_of, told_in_rows, works_of
from propsummary.drafts.extraction.tallies import counts_of, rates_of
from propsummary.drafts.outline import Paragraph, Table, Words, join
from propsummary.model import Achievement, Activity, Case, Incident, Metric
from propsummary.periods import Period, read_period

__all__ = ["Results", "results"]

_NO_DATA = re.compile("(?:[^，,。；;：:]{2,20}[：:])?(?:暂无|没有|尚无|无)[^，,。；;]{0,6}(?:数据|统计|资料)。?")


@attrs.frozen(kw_only=True)
class _Passage:
    """One achievement's words."""

    title: Words | None
    words: tuple[Words, ...]
    case: bool = False


class Results:
    """What the chapters on results hold; filled while they are read."""

    def __init__(self, places: Places, profile: Profile | None, period: Period | None) -> None:
        self._places = places
        self._profile = profile
        self._period = period
        self._named: dict[str, int] = {}
        self._within = False  # a section on a part of the period
        self.metrics: list[Metric] = []
        self.activities: list[Activity] = []
        self.achievements: list[Achievement] = []
        self.cases: list[Case] = []
        self.incidents: list[Incident] = []
        self.left: list[Leftover] = []

    def read(self, chapter: Chapter) -> None:
        """Take in one chapter."""
        self._within = self._names_part(chapter.heading.words if chapter.heading else None)
        texts = [block for block in chapter.blocks if isinstance(block, Paragraph) and not _is_beside(block)]
        if chapter.heading and not chapter.top and not texts:
            self.left.append(Leftover(chapter, chapter.heading.words, aside=True))
        caption = chapter.heading.words.text if chapter.heading else ""
        nearest = ""
        for block in chapter.blocks:
            if isinstance(block, Table) and not self._parts(block, nearest):
                self._table(block, chapter, caption)
            elif isinstance(block, Paragraph):
                nearest = block.words.text
                caption = f"{caption}。{block.words.text}"
                self.left += [Leftover(chapter, block.words, aside=True)] if _is_beside(block) else []
        for passage in _passages(chapter):
            if passage.case:
                self._case(passage)
            elif _only_notes(passage):
                self._note(passage, chapter)
            else:
                self._achievement(passage)

    def _parts(self, table: Table, caption: str) -> bool:
        """Whether a table breaks a known metric down, which has its parts then."""
        parts = parts_of(table, caption, self._period)
        at = self._named.get(name_key(Metric(name=parts.name))) if parts else None
        if parts is None or at is None:
            return False
        known = self.metrics[at]
        series, breakdown = known.series or parts.series, known.breakdown or parts.breakdown
        self.metrics[at] = attrs.evolve(known, series=series, breakdown=breakdown)
        self._places.put(("metrics", at, "series" if parts.series else "breakdown"), *cells_of(table))
        return True

    def _table(self, table: Table, chapter: Chapter, caption: str) -> None:
        if held := activities_of(table, self._period):
            area = self._area(_Passage(title=chapter.heading.words if chapter.heading and not chapter.top else None, words=()))
            for activity in held[0]:
                self._activity(activity.activity, activity.words, activity.places, area)
            self.left += (Leftover(chapter, words) for words in held[1])
            return
        if handled := incidents_of(table):
            for row in handled:
                self._incident(row)
                self.left += (Leftover(chapter, words) for words in row.left)
            return
        found = rates_of(table, caption) or counts_of(table, caption) or figures_of(table, self._period)
        if found is None and (done := works_of(table) or told_in_rows(table)):
            for title, told in done:
                self._achievement(_Passage(title=title, words=told))
            return
        if found is None:
            words = (words for row in table.rows for cell in row if not cell.merged for words in cell.words if words.text)
            self.left += (Leftover(chapter, one) for one in words)
            return
        for one in found[0]:
            if not self._metric(one.metric, one.words, one.places)[1]:
                self.left.append(Leftover(chapter, one.words))
        self.left += (Leftover(chapter, words) for words in found[1])

    def _metric(self, metric: Metric, words: Words, places: Sequence[tuple[str, Words]]) -> tuple[str, bool]:
        """Keep a metric, for the one of its name that it outdoes, or what it adds to that; its id, and whether nothing is left."""
        alike = next((nth for nth, known in enumerate(self.metrics) if one_thing(known, metric)), len(self.metrics))
        at = self._named.setdefault(name_key(metric), alike)
        ident, whole = f"m{at + 1}", True
        if at == len(self.metrics) or outdoes(metric, self.metrics[at]):
            self.metrics[at : at + 1] = [attrs.evolve(metric, id=ident)]
            self._places.put(("metrics", at), words)
        else:
            before = self.metrics[at]
            self.metrics[at], whole = merged(before, metric)
            places = [(field, place) for field, place in places if getattr(before, field) is not getattr(self.metrics[at], field)]
        for field, place in places:
            self._places.put(("metrics", at, field), place)
        return ident, whole

    def _placed(self, metric: Metric) -> Metric:
        """A metric of one month's section; the earlier figure it is compared with is that of a month too."""
        return attrs.evolve(metric, baseline_period=None) if self._within else metric

    def _names_part(self, heading: Words | None) -> bool:
        """Whether a heading names a part of the period: 五月 in a summary of the second quarter."""
        named = read_period(heading.text, near=self._period) if heading and self._period else None
        return bool(named and self._period and self._period.contains(named.first) and not named.same_days(self._period))

    def _activity(self, activity: Activity, words: Words, places: Sequence[tuple[str, Words]], area: str) -> str:
        at = len(self.activities)
        self.activities.append(attrs.evolve(activity, id=f"t{at + 1}", area=area))
        self._places.put(("activities", at), words)
        for field, place in places:
            self._places.put(("activities", at, field), place)
        return f"t{at + 1}"

    def _incident(self, row: Row) -> None:
        path = ("incidents", len(self.incidents))
        self._places.put(path, *(words for _, words in row.places))
        for field, words in row.places:
            self._places.put((*path, field), words)
        self.incidents.append(attrs.evolve(row.incident, id=f"e{len(self.incidents) + 1}"))

    def _achievement(self, passage: _Passage) -> None:
        path = ("achievements", len(self.achievements))
        area = self._area(passage)
        topic = passage.title.text if passage.title else ""
        measured = [
            self._metric(self._placed(one.metric), one.words, one.places)[0]
            for words in passage.words
            for one in metrics(words, self._period, topic)
        ]
        held = [
            self._activity(one.activity, one.words, one.places, area)
            for words in passage.words
            for one in activities(words, self._period, topic)
        ]
        self._places.put(path, passage.title, *passage.words)
        self._places.put((*path, "title"), passage.title)
        self._places.put((*path, "text"), *passage.words)
        self.achievements.append(
            Achievement(
                id=f"a{len(self.achievements) + 1}",
                area=area,
                title=passage.title.text if passage.title else "",
                text="\n\n".join(words.text for words in passage.words),
                metrics=tuple(dict.fromkeys(measured)),
                activities=tuple(held),
            )
        )

    def _note(self, passage: _Passage, chapter: Chapter) -> None:
        """What notes something about a table, or leads over to one, is no achievement of its own, whatever figures it adds."""
        for words in passage.words:
            for one in metrics(words, self._period):
                self._metric(self._placed(one.metric), one.words, one.places)
        self.left.append(Leftover(chapter, join([one for one in (passage.title, *passage.words) if one], "："), aside=True))

    def _area(self, passage: _Passage) -> str:
        """The area that a title names."""
        if self._profile is None or passage.title is None:
            return ""
        title = re.sub("工作|管理|方面|情况|服务$", "", passage.title.text)
        known = self._profile.area(passage.title.text) or self._profile.area(title)
        if known:
            return known.id
        names = [
            (len(name), area.id)
            for area in self._profile.areas
            for name in area.names
            if len(name) > 1 and name in passage.title.text
        ]
        return max(names)[1] if names else ""

    def _case(self, passage: _Passage) -> None:
        path = ("cases", len(self.cases))
        words = passage.words
        named = passage.title if passage.title and not re.fullmatch("(?:典型)?案例[0-9一二三四五]?", passage.title.text) else None
        title = named or next(iter(sentences(words[0])), words[0])
        self._places.put(path, title, *words)
        self._places.put((*path, "title"), title)
        told = story_of(words, self._period)
        for field, pieces in told.items():
            self._places.put((*path, field), *pieces)
        fields: dict[str, Any] = {field: "\n\n".join(one.text for one in pieces) for field, pieces in told.items()}
        if "date" in fields:
            fields["date"] = day_or_span(fields["date"], self._period)
        self.cases.append(Case(id=f"k{len(self.cases) + 1}", title=title.text, **fields))


def results(chapters: Sequence[Chapter], places: Places, profile: Profile | None, period: Period | None) -> Results:
    """What all *chapters* on results hold."""
    found = Results(places, profile, period)
    for chapter in chapters:
        found.read(chapter)
    return found


def _passages(chapter: Chapter) -> Iterator[_Passage]:
    """The achievements of a chapter: all below a heading of its own, else one a numbered or labelled paragraph."""
    paragraphs = [block for block in chapter.blocks if isinstance(block, Paragraph) and not _is_beside(block)]
    case = chapter.kind == "cases"
    if chapter.heading and not chapter.top:
        if paragraphs:
            yield _Passage(title=chapter.heading.words, words=tuple(one.words for one in paragraphs), case=case)
        return
    gathered: list[_Passage] = []
    for paragraph in paragraphs:
        title, words = _titled(paragraph)
        begins = bool(paragraph.number and paragraph.level == 0) or title is not None
        numbered = any(one.number for one in paragraphs)
        if gathered and numbered and not begins:
            gathered[-1] = attrs.evolve(gathered[-1], words=(*gathered[-1].words, paragraph.words))
        else:
            gathered.append(_Passage(title=title, words=(words,) if words.text else (), case=case))
    yield from gathered


def _is_beside(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a caption, or only names the figures and cases that show what another says (``相关指标：……``)."""
    return paragraph.kind == "caption" or any(one.slot == "shown" for one in attributes_in(paragraph.words))


def _only_notes(passage: _Passage) -> bool:
    """Whether a passage only notes something about what stands around it, or leads over to a table."""
    if passage.title and is_note(f"{passage.title.text}："):
        return True
    return bool(passage.words) and all(leads(words.text, first=False) or _NO_DATA.fullmatch(words.text) for words in passage.words)


def _titled(paragraph: Paragraph) -> tuple[Words | None, Words]:
    """The label at the beginning of a paragraph, and what follows."""
    words = paragraph.words
    if paragraph.label and words.text[paragraph.label :].strip():
        colon = re.match(r"\s*[：:]?\s*", words.text[paragraph.label :])
        return trimmed(words.part(0, paragraph.label)), words.part(paragraph.label + (colon.end() if colon else 0))
    match = re.match(r"[^，,；;。：:0-9]{1,16}[：:](?=\s*\S)", words.text) or (
        re.match(r"[^，,；;。.：:0-9]{2,12}(?:。|\.(?![0-9]))(?=\s*\S)", words.text) if paragraph.number else None
    )
    return (trimmed(words.part(0, match.end())), words.part(match.end())) if match else (None, words)
