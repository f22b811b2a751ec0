"""Labels of fields in running text and in tables: ``责任人：``, ``完成时限：``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.outline import Words

__all__ = ["BEFORE", "Slice", "first_label", "label_pattern", "labelled", "labels_in", "slot_of"]

#: The fields that running text labels; others are known in tables only.
_IN_TEXT = (
    "issue",
    "cause",
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

#: What stands before a label or an opener: the beginning, or what parts clauses.
BEFORE = r"(?:^|(?<=[，,；;。.、：:！!（(\s】*→｜—]))"


@attrs.frozen
class Slice:
    """Words that fill one field; those of ``rest`` fill none."""

    slot: str
    words: Words


def slot_of(label: str) -> str | None:
    """The field that a table's heading, or a label, stands for."""
    plain = re.sub(r"[（(].*?[)）]|\s|[:：]", "", label)
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
    return re.compile(
        rf"{BEFORE}(?:[（(【*])?(?:{groups})(?:[0-9一二三四五]|[（(][^（）()]{{1,6}}[)）])?[】*]*\s*[:：]\s*"
        rf"|{BEFORE}(?P<bare>{any_of(slots['owner'].bare)})(?:是|为|\s)?\s*(?=[\u4e00-\u9fff])"
    )


def _slot(match: re.Match[str]) -> str:
    return "owner" if match["bare"] else next(name for name in _IN_TEXT if match[name])
