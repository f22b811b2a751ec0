"""Which paragraphs of a chapter make one entry, what it is called, and which only lead over or close."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, trimmed
from propsummary.drafts.extraction.labels import labels_in
from propsummary.drafts.extraction.slices import begins_with_label
from propsummary.drafts.numbers import Scheme, read_number
from propsummary.drafts.outline import Paragraph, Words
from propsummary.quantities import has_figure

__all__ = [
    "Entry",
    "denies",
    "entries_of",
    "is_about_table",
    "is_closing",
    "is_name",
    "leads",
    "perorates",
    "titled",
    "with_fields",
]


@attrs.frozen
class Entry:
    """A numbered paragraph with those that go on with it."""

    head: Paragraph
    rest: tuple[Paragraph, ...] = ()
    number: int = 0


def entries_of(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Entry]]:
    """Paragraphs before the first numbered one, and the numbered ones with those that go on with them."""
    opening: list[Paragraph] = []
    entries: list[Entry] = []
    level = min((one.level for one in paragraphs if one.number), default=0)
    outer = None
    for at, paragraph in enumerate(paragraphs):
        number = _number(paragraph, paragraphs[at + 1] if at + 1 < len(paragraphs) else None, entries[-1].number if entries else 0)
        scheme = number[0] if number else None
        if number and outer is None:
            outer = scheme
        if number and paragraph.level == level and scheme == outer:
            entries.append(Entry(number[2], number=number[1]))
        elif entries:
            entries[-1] = attrs.evolve(entries[-1], rest=(*entries[-1].rest, paragraph))
        else:
            opening.append(paragraph)
    return opening, entries


def with_fields(entries: Sequence[Entry], primary: str) -> list[Entry]:
    """*entries*, those that only label a field of the one before it (``- 责任人：……``) as what goes on with that."""
    slots = [begins_with_label(entry.head.words.text) or primary for entry in entries]
    apart = {one for one, other in pairwise(slots) if one == other}  # first all issues, then all measures
    grouped: list[Entry] = []
    opening: set[str] = set()  # what begins the next one: a second measure, or again what this one begins with
    for entry, slot in zip(entries, slots, strict=True):
        if not grouped or slot in opening or (apart and slot in ("issue", "measure")):
            grouped.append(entry)
            opening = {slot}
        else:
            grouped[-1] = attrs.evolve(grouped[-1], rest=(*grouped[-1].rest, entry.head, *entry.rest))
            opening |= {slot} & {primary}
    return grouped


def _number(paragraph: Paragraph, following: Paragraph | None, before: int) -> tuple[int, int, Paragraph] | None:
    """Scheme, value and paragraph; a number that could be part of the text (1.6月, 1、8月) counts where it is the next one."""
    if paragraph.number:
        found = read_number(f"{paragraph.number} x")
        return (found.scheme, found.value, paragraph) if found else (-1, 0, paragraph)
    match = re.match(r"([1-9])[.．、]\s*", paragraph.words.text)
    if match is None or int(match[1]) != before + 1:
        return None
    after = read_number(f"{following.number} x") if following and following.number else None
    goes_on = after is not None and after.value == before + 2
    if goes_on or "、" in match[0]:
        scheme = after.scheme if after and goes_on else Scheme.ARABIC
        return scheme, before + 1, attrs.evolve(paragraph, words=paragraph.words.part(match.end()))
    return None


def titled(paragraph: Paragraph, primary: str) -> tuple[Words | None, Words]:
    """The label that names an entry, and what it says; only issues have a title apart from what they say."""
    words = paragraph.words
    if begins_with_label(words.text):
        return None, words
    if paragraph.label:
        title, rest = trimmed(words.part(0, paragraph.label)), words.part(paragraph.label)
        if primary == "issue" or not rest.text:
            return (title, rest) if rest.text else (None, words)
    if primary != "issue":
        return None, words
    colon = re.match(r"[^，,；;。.：:（(]{2,20}(?:(?<![0-9])[：:]|[：:](?![0-9]))(?=\s*\S)", words.text)
    if colon and not labels_in(colon[0]):
        return trimmed(words.part(0, colon.end())), words.part(colon.end())
    stop = re.match(r"[^，,；;。：:]{4,18}[。.](?![0-9])(?=\s*\S{6})", words.text)
    if stop and not has_figure(stop[0]) and not begins_with_label(words.text[stop.end() :].lstrip()):
        return trimmed(words.part(0, stop.end())), words.part(stop.end())
    return None, words


def is_name(text: str) -> bool:
    """Whether a paragraph only names an issue that those below it tell: short, one clause, no figure."""
    plain = text.rstrip("。.")
    return len(plain) <= 24 and not re.search("[，,；;：:。.]", plain) and not has_figure(plain) and not begins_with_label(plain)


def leads(text: str, *, first: bool = True) -> bool:
    """Whether a sentence only leads over to what follows; the *first* of several may do so by its words alone."""
    leading = any_of(prose_words().leading.words)
    if text.rstrip("。").endswith((":", "：", "如下")) and not labels_in(text):
        return True
    return first and (not has_figure(text) and bool(re.search(leading, text)) and len(text) <= 80)


def is_about_table(text: str) -> bool:
    """Whether a paragraph around a table of entries only says whence they come, or how to read it: no figure, or words for it."""
    if begins_with_label(text) or labels_in(text):
        return False
    return not has_figure(text) or bool(_TABLE.search(text))


_ROWS = "[0-9一二三四五六七八九十]+(?:[、，和及与至到~—-][0-9一二三四五六七八九十]+)*"
_TABLE = re.compile(
    "[下上]表|[列见]表|表[中内]|汇总|归纳|逐[条项一]|一一对应|序号|清单|台账|如下|下面|下列|上述|^以上|^[备附]?注[：:]"
    "|以下[^，,；;。]{0,6}(?:措施|问题|短板|不足|事项|方面|[项个条])"
    rf"|^(?:其中)?(?:第{_ROWS}[项条]|措施{_ROWS})[中里各这两二三四五项条措施]*(?:[的均都由须需，,]|费用|所需)"  # 措施1的两项都由
)


#: 就这些, 先写到这里, 说完了 at the beginning of a sentence that says nothing else.
_THAT_IS_ALL = (
    "^[^，,。；;0-9]{0,6}(?:[就先]是?(?:汇报|[说写报讲])?(?:到?这[里儿]|这些|这么多)了?|(?:说|讲|汇报)完[了毕])(?=[。！!，,]|$)"
)


def is_closing(text: str) -> bool:
    """Whether a short line ends the whole: a formula, or thanks."""
    closing = any_of(prose_words().closing.words)
    said = re.split("[。！!]", text)[0] if has_figure(text) else text  # what begins with a figure says more than that
    ends = rf"{closing}|^(?:最后，?)?(?:衷心|再次)?感谢|{_THAT_IS_ALL}"
    return len(text) <= 40 and not begins_with_label(text) and bool(re.search(ends, said))


def perorates(text: str) -> bool:
    """Whether a sentence behind the goals is none, but ends the whole on a high note: no figure, and its words."""
    return not has_figure(text) and bool(re.search(any_of(prose_words().perorating.words), text))


def denies(text: str) -> bool:
    """Whether a passage says that there is no issue: ``本期未发现突出问题``."""
    found = re.search("(?:未(?:发现|出现|发生)|没有|暂?无)(?:发现|出现|发生)?(?P<what>[^，,；;。]{0,6}(?:问题|不足))$", text)
    return found is not None and not re.search("解决|处理|整改|反映|反馈|上报|答复", text[found.start() :])
