"""
Which lines of a draft are headings, and how deep: by style, by number, or by look.

Readers hand over the passages of a file in reading order; what is numbered, and what merely begins with a figure, is decided with
all of them in view, because a line alone does not tell.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.levels import Levels
from propsummary.drafts.lines import columns
from propsummary.drafts.looks import to_fill_in, with_looks
from propsummary.drafts.numbers import Number, Scheme, read_number, readings
from propsummary.drafts.outline import Block, Heading, Paragraph
from propsummary.drafts.passages import Passage, Raw

__all__ = ["with_headings"]


_SHORT = 60  # columns: two lines of a title
_BRIEF = 40
_LONGEST_NUMBER = 20  # characters, with what shows that it is one
_LONGEST_ITEM = 1_000  # characters after which the second item has begun
_LONG_TITLE = 80
_SENTENCE = re.compile(r"[。；;！!]|\.(?![\d.])(?=.)|[.]$|[，,、]$")
_ENDED = re.compile(r"[。；;！!.]$")
_INNER = re.compile(r"[，,；;：:。！!]")
_LABELLED = re.compile(r"[：:]\s*\S")
_LABEL = re.compile(r"^\w{0,4}(?:人|者|单位|部门|时间|日期)\s*[：:].*")
_DATE = re.compile(
    r"[\d〇○零一二三四五六七八九十]{2,4}\s*[年./-]\s*[\d一二三四五六七八九十]{1,3}\s*[月./-]\s*[\d一二三四五六七八九十]{1,3}\s*[日号]?$"
)
_AMOUNT = re.compile(r"\d(?!\d*\s*(?:[年月号栋期区]|季度))")
_ASIDE = re.compile(r"[（(][^（）()]+[）)]")
_UNIT = re.compile("(?:部|部门|中心|处|队|组|科|公司)$")
_PICTURE = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\u200d]*\\s*(?=\\S)")
_TITLE = re.compile("总结|小结|报告|汇报|述职|计划|要点")


def with_headings(raws: Sequence[Raw]) -> tuple[Block, ...]:
    """*raws* with its headings told from its paragraphs and items; nothing is added, nothing left out."""
    looked = tuple(with_looks(raws))
    numbers = _numbers(looked)
    kinds = _Kinds(looked, numbers)
    return tuple(_levelled(looked, numbers, kinds))


def _numbers(raws: Sequence[Raw]) -> dict[int, Number]:
    """The numbers by place in *raws*; a doubtful one is firm if a neighbour of its scheme goes before or on."""
    found = {at: ways for at, raw in enumerate(raws) if isinstance(raw, Passage) and (ways := _ways(raw))}
    by_scheme: defaultdict[Scheme, list[tuple[int, Number]]] = defaultdict(list)
    for at, ways in found.items():
        for number in ways:
            by_scheme[number.scheme].append((at, number))
    chosen = dict(_first_of_sections({at: ways[0] for at, ways in found.items()}))
    for scheme in sorted(by_scheme, reverse=True):  # 1.2 is tried before the first item that begins with 2
        run = by_scheme[scheme]
        values = [number.value for _, number in run]
        for nth, (at, number) in enumerate(run):
            before = nth > 0 and values[nth - 1] == number.value - 1
            after = nth + 1 < len(run) and values[nth + 1] == number.value + 1
            if (before or after) and not chosen[at].firm:
                chosen[at] = attrs.evolve(number, firm=True)
    return chosen


def _first_of_sections(numbers: Mapping[int, Number]) -> Iterator[tuple[int, Number]]:
    """*numbers*; ``2.1 冷却塔漏水`` behind ``2 存在问题`` is firm, though it be the only one there."""
    section = 0
    for at, number in numbers.items():
        opens = number.scheme is Scheme.DECIMAL_2 and number.value == 1 and number.length > len(number.printed)
        first = opens and re.match(rf"{section}[.．]", number.printed) is not None
        section = number.value if number.scheme is Scheme.ARABIC else section
        yield at, attrs.evolve(number, firm=True) if first else number


def _ways(passage: Passage) -> tuple[Number, ...]:
    """How the number of *passage* can be read."""
    if passage.kind:
        return ()
    if not passage.number:
        text = passage.words.text
        if passage.style is None and _signed().match(text):
            return ()
        return tuple(number for number in readings(text) if not _runs_on(text, number))
    known = read_number(passage.number + " x")
    if known is None:
        return (Number(scheme=Scheme.BULLET, value=0, printed=passage.number, length=0),)
    return (attrs.evolve(known, printed=passage.number, length=0, firm=True),)


@functools.cache
def _signed() -> re.Pattern[str]:
    """Pictures that label a field, and open no entry: ``👤 前台组长 苗可``, ``📅 8月20日``."""
    signs = {slot.slot: "|".join(slot.signs) for slot in prose_words().slots if slot.signs}
    return re.compile(rf"(?:{signs['owner']})|(?:{signs['deadline']})\ufe0f?\s*\d[^，,。；;]{{0,9}}$")


def _runs_on(text: str, number: Number) -> bool:
    """Whether the number is the first of several in the same paragraph: ``（1）…；（2）…``."""
    if number.value != 1 or number.scheme not in (Scheme.BRACKETS, Scheme.CIRCLED, Scheme.CHINESE_BRACKETS, Scheme.ARABIC):
        return False
    beginnings = (text[stop.end() : stop.end() + _LONGEST_NUMBER] for stop in re.finditer(r"[；;。，,]\s*", text[:_LONGEST_ITEM]))
    return any((later := read_number(one)) and later.scheme is number.scheme and later.value == 2 for one in beginnings)


def _fits(text: str, most: int) -> bool:
    """Whether *text* takes at most that many columns; a character takes one or two."""
    return len(text) <= most and columns(text) <= most


class _Kinds:
    """Which passages are headings, by style, number or look."""

    def __init__(self, raws: Sequence[Raw], numbers: Mapping[int, Number]) -> None:
        self._raws = raws
        self._numbers = numbers
        self.headings: set[int] = {at for at, raw in enumerate(raws) if isinstance(raw, Passage) and self._is_styled(raw)}
        styled = next((at for at, raw in enumerate(raws) if isinstance(raw, Passage) and raw.style == 0), None)
        self.title: int | None = self._title() if styled is None else None
        if self.title is not None:
            self.headings.add(self.title)
        self._start = styled or self.title or 0  # what stands above the title is no section
        self.headings.update(at for at in range(len(raws)) if self._looks(at))
        self.headings.update(self._marked())
        for scheme in sorted({number.scheme for number in numbers.values()} - {Scheme.BULLET}):
            for group in self._groups(scheme):
                self.headings.update(self._told(group, scheme))

    @staticmethod
    def _is_styled(passage: Passage) -> bool:
        """A style makes a heading, unless somebody set a whole paragraph in it."""
        if passage.style is None or passage.kind:
            return False
        text = passage.words.text
        return bool(text) and (_fits(text, _SHORT) or not _ENDED.search(text))

    def _title(self) -> int | None:
        """The line that names the whole, where no style does: among the first three, before all else."""
        lines: list[int] = []
        for at, raw in enumerate(self._raws[:3]):
            plain = isinstance(raw, Passage) and not raw.kind and not raw.number and raw.style is None and not self._is_counted(at)
            if not plain or self._sentence_like(at) or not _fits(self._text(at), _LONG_TITLE):
                break
            lines.append(at)
        if len(lines) == len(self._raws):
            return None
        return next((at for at in lines if _TITLE.search(_LABEL.sub("", self._text(at)))), None)

    def _is_counted(self, at: int) -> bool:
        return at in self._numbers and self._numbers[at].scheme is not Scheme.BULLET

    def _text(self, at: int) -> str:
        """The words of a passage without its number; empty for what is none."""
        raw = self._raws[at]
        if not isinstance(raw, Passage):
            return ""
        number = self._numbers.get(at)
        return raw.words.text[number.length :] if number else raw.words.text

    def _sentence_like(self, at: int) -> bool:
        return bool(_SENTENCE.search(self._text(at)))

    def _marked(self) -> Iterator[int]:
        """Lines that signs set off (👉, ■), if most with one sign can be headings and have something below; rare signs are one."""
        typed = {at for at, number in self._numbers.items() if number.scheme is Scheme.BULLET and number.length}
        often = Counter(self._numbers[at].printed for at in typed)
        by_sign: defaultdict[str, list[int]] = defaultdict(list)
        for at in sorted(typed - self.headings):
            sign = self._numbers[at].printed
            by_sign[sign if often[sign] > 1 else "**" if self._is_bold(at) else ""].append(at)
        for group in by_sign.values():
            able = [at for at in group if self._can_head(at, Scheme.BULLET) and not _AMOUNT.search(self._text(at))]
            leading = [at for at in able if at + 1 < len(self._raws) and at + 1 not in group]
            if len(leading) > 1 and 2 * len(leading) > len(group):
                yield from able

    def _groups(self, scheme: Scheme) -> Iterator[list[int]]:
        """Runs of numbers of *scheme* that no heading and no number of an outer scheme parts."""
        group: list[int] = []
        for at in range(len(self._raws)):
            number = self._numbers.get(at)
            if number and number.scheme is scheme and at not in self.headings:
                if group and number.value <= self._numbers[group[-1]].value:
                    yield group
                    group = []
                group.append(at)
            elif at in self.headings and group:
                yield group
                group = []
        if group:
            yield group

    def _told(self, group: Sequence[int], scheme: Scheme) -> Iterator[int]:
        """Which members of a run of siblings are headings: all that can be, if most can, and if something stands below most."""
        able = {at for at in group if self._can_head(at, scheme)}
        if 2 * len(able) <= len(group):
            return
        outermost = scheme <= Scheme.CHINESE and not self._below_heading(group[0])
        if outermost or 2 * sum(self._has_body(at, scheme) or self._is_bold(at) for at in able) > len(able):
            yield from (at for at in group if at in able or self._is_sloppy(at))

    def _can_head(self, at: int, scheme: Scheme) -> bool:
        """Whether a numbered line can be a heading: short, no sentence, not a label with what it labels."""
        text = self._text(at)
        if not _fits(text, _SHORT) or self._sentence_like(at):
            return False
        return scheme <= Scheme.CHINESE_BRACKETS or not _LABELLED.search(text)

    def _is_sloppy(self, at: int) -> bool:
        """A heading that somebody closed with a full stop."""
        text = self._text(at)
        return _fits(text, _BRIEF) and not _INNER.search(text[:-1]) and not _SENTENCE.search(text[:-1])

    def _below_heading(self, at: int) -> bool:
        return any(place < at and place != self.title for place in self.headings)

    def _has_body(self, at: int, scheme: Scheme) -> bool:
        """Whether what follows belongs below it: a text, a table, or a number of an inner scheme."""
        if at + 1 >= len(self._raws) or at + 1 in self.headings:
            return False
        following = self._numbers.get(at + 1)
        if following is None or following.scheme > scheme or not following.firm:
            return True
        return following.scheme is not scheme and following.value == 1  # 一、 counts anew below each （一）

    def _is_bold(self, at: int) -> bool:
        raw = self._raws[at]
        return isinstance(raw, Passage) and len(raw.words.text) > 0 and raw.bold >= len(raw.words.text)

    def _looks(self, at: int) -> bool:
        """A short line without a number that stands out, with something below it."""
        raw = self._raws[at]
        if not isinstance(raw, Passage) or not raw.look or raw.kind or at < self._start:
            return False
        if at in self._numbers or at in self.headings or at + 1 == len(self._raws):
            return False
        text = raw.words.text
        if not text or not _fits(text, _BRIEF) or _ASIDE.fullmatch(text) or to_fill_in(text):
            return False
        labelled = _LABELLED.search(text) and (not raw.look.startswith("bold") or _LABEL.match(text))
        if _SENTENCE.search(text) or labelled or _DATE.search(text):
            return False
        if self.title is not None and at == self.title + 1 and _UNIT.search(text):  # who hands it in
            return False
        following = self._raws[at + 1]
        return not (isinstance(following, Passage) and _DATE.search(following.words.text))


def _levelled(raws: Sequence[Raw], numbers: Mapping[int, Number], kinds: _Kinds) -> Iterator[Block]:
    found = {
        at: (raw, _own(raw, numbers.get(at))) for at, raw in enumerate(raws) if isinstance(raw, Passage) and at in kinds.headings
    }
    levels = Levels(tuple(found.values()))
    for at, raw in enumerate(raws):
        if not isinstance(raw, Passage):
            yield raw
        elif at in found:
            _, number = found[at]
            words = raw.words.part(number.length) if number else raw.words
            level = 0 if at == kinds.title else levels.next(raw, number)
            yield Heading(level=level, number=number.printed if number else "", words=words, position=raw.position)
        else:
            number = numbers.get(at)
            yield _paragraph(raw, number if number and number.firm else None)


def _own(passage: Passage, number: Number | None) -> Number | None:
    """The number of a heading; one in doubt that is no reason for it being a heading needs a blank behind it: ``2.1 数据``."""
    sure = number is None or number.firm or passage.style is None or number.length > len(number.printed)
    return number if sure else None


def _paragraph(passage: Passage, number: Number | None) -> Paragraph:
    length = number.length if number else 0
    if (number or passage.number) and (picture := _PICTURE.match(passage.words.text, length)):
        length = length if _signed().match(passage.words.text, length) else picture.end()  # - 🔴 …
    words = passage.words.part(length)
    label = passage.bold - length
    return Paragraph(
        number=number.printed if number else passage.number,
        level=passage.level,
        words=words,
        label=label if 0 < label < len(words.text) else 0,
        kind=passage.kind,
        position=passage.position,
    )
