"""Labels of fields in running text and in tables: ``责任人：``, ``完成时限：``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.outline import Words

__all__ = ["BEFORE", "Slice", "bare_label", "first_label", "is_note", "label_pattern", "labelled", "labels_in", "slot_of"]

#: The fields that running text labels; others are known in tables only.
_IN_TEXT = (
    "issue",
    "cause",
    "why",
    "measure",
    "owner",
    "deadline",
    "support",
    "deliverable",
    "verification",
    "budget",
    "target",
    "baseline",
)

#: The fields that a picture may label (``👤 前台组长 苗可``, ``⏰ 8月20日``), and what has to stand behind it.
_SIGNED = {
    "owner": r"[\u4e00-\u9fff]{2}",
    "deadline": r"[0-9一二三四五六七八九十年月日号季度周前底末初内旬上中下本之完成./\- ]+(?:$|[，,。；;|｜])",
}

#: What stands before a label or an opener: the beginning, or what parts clauses.
BEFORE = r"(?:^|(?<=[，,；;。.、：:！!（(\s】*→｜—]))"


@attrs.frozen
class Slice:
    """Words that fill one field; those of ``rest`` fill none."""

    slot: str
    words: Words


def bare_label(label: str) -> str:
    """A label or the heading of a column without brackets, blanks and colons."""
    return re.sub(r"[（(].*?[)）]|\s|[:：]", "", label)


def slot_of(label: str) -> str | None:
    """The field that a table's heading, or a label, stands for."""
    plain = bare_label(label)
    plain = re.split("[及和与/、]", plain)[0] or plain
    exact = next((slot.slot for slot in prose_words().slots if plain in slot.words), None)
    if exact or len(plain) > 10:
        return exact
    for slot in prose_words().slots:
        if any(len(word) > 2 and plain.endswith(word) for word in slot.words):
            return slot.slot
    return None


def first_label(text: str) -> str | None:
    """The field whose label *text* begins with."""
    match = label_pattern().match(text)
    return _slot(match) if match else None


def is_note(text: str) -> bool:
    """Whether a passage only notes something about a table or about what stands before: ``注：……``, ``备注：……``."""
    return re.match("[（(]?(?:[备附]?注|另注|数据说明|填表说明|口径说明|统计口径|说明)[0-9一二三四]?[：:]", text) is not None


def labels_in(text: str) -> tuple[str, ...]:
    """The fields that *text* labels."""
    return tuple(_slot(match) for match in label_pattern().finditer(text))


def labelled(words: Words, primary: str) -> Iterator[tuple[str, Words]]:
    """The stretches between labels, the one before the first as *primary*."""
    slot, start = primary, 0
    for match in label_pattern().finditer(words.text):
        yield slot, words.part(start, match.start())
        slot, start = _slot(match), match.end()
    yield slot, words.part(start)


@functools.cache
def label_pattern() -> re.Pattern[str]:
    """The labels of all fields in running text."""
    slots = {slot.slot: slot for slot in prose_words().slots}
    groups = "|".join(f"(?P<{name}>{any_of(slots[name].words)})" for name in _IN_TEXT)
    signs = "|".join(rf"(?P<{name}_sign>(?:{any_of(slots[name].signs)})(?=\W*{told}))" for name, told in _SIGNED.items())
    answered = r"(?=[^，,；;。：:]{1,24}[。；;]?\s*$)"  # 对应：问题1; 针对问题：…… with more behind it opens a measure
    return re.compile(
        rf"(?:{signs})\ufe0f?\s*[:：]?\s*|{BEFORE}(?:[（(【*])?(?:{groups})(?:[0-9一二三四五]|[（(][^（）()]{{1,6}}[)）])?[】*]*\s*[:：]\s*"
        rf"|^(?:[（(【*])?(?P<answers>{any_of(slots['answers'].words)})[】*]*\s*[:：]\s*{answered}"
        rf"|{BEFORE}(?P<bare>{any_of(slots['owner'].bare)})(?:是|为|\s)?\s*(?=[\u4e00-\u9fff])"
        rf"|{BEFORE}(?P<due>{any_of(slots['deadline'].bare)})(?:是|为|\s)?\s*(?=\d{{1,4}}[年月./-]|[本下年][月年]?底|[一二三四]季)"
    )


def _slot(match: re.Match[str]) -> str:
    if signed := next((name for name in _SIGNED if match[f"{name}_sign"]), None):
        return signed
    bare = "owner" if match["bare"] else "deadline" if match["due"] else "answers" if match["answers"] else None
    return bare or next(name for name in _IN_TEXT if match[name])
