"""Fields in running text: ``责任人：``, ``完成时限：``, ``原因是``, ``由……负责``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, sentences, trimmed
from propsummary.drafts.extraction.dates import is_deadline, only_deadline
from propsummary.drafts.extraction.owners import owner_clause, owner_within
from propsummary.drafts.numbers import read_number
from propsummary.drafts.outline import Words, join
from propsummary.periods import Period
from propsummary.quantities import has_figure

__all__ = ["Slice", "begins_with_label", "names_cause", "slices", "slot_of", "sounds_like_cause", "split_row"]

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
_BEFORE = r"(?:^|(?<=[，,；;。.、：:！!（(\s】*]))"


@attrs.frozen
class Slice:
    """Words that fill one field; those of ``rest`` fill none."""

    slot: str
    words: Words


def slices(words: Words, primary: str, period: Period | None) -> tuple[Slice, ...]:
    """
    The fields of a passage, in reading order; what no label claims fills *primary*.

    Args:
        primary: ``issue``, ``measure`` or ``goal``.
    """
    found: list[Slice] = []
    for slot, piece in _labelled(words, primary):
        if slot == "issue":
            found += _with_cure(piece, period)
        elif slot in ("owner", "support"):
            found += _answering(slot, piece, period, primary)
        elif slot == "measure":
            found += _with_owner(piece, period)
        elif slot == "deadline":
            found += _deadline(piece, period)
        elif slot == "cause":
            found += (Slice(slot, one) for one in _several(piece))
        else:
            found.append(Slice(slot, trimmed(piece)))
    return tuple(one for one in found if one.words.text)


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


def begins_with_label(text: str) -> str | None:
    """The field whose label or opener *text* begins with."""
    match = _patterns()["label"].match(text)
    if match:
        return _slot(match)
    return "cause" if _patterns()["opener"].match(text) else None


def names_cause(text: str) -> bool:
    """Whether *text* introduces a cause by a label or by words."""
    labelled = (_slot(match) for match in _patterns()["label"].finditer(text))
    return "cause" in labelled or _patterns()["opener"].search(text) is not None


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = prose_words()
    slots = {slot.slot: slot for slot in words.slots}
    groups = "|".join(f"(?P<{name}>{any_of(slots[name].words)})" for name in _IN_TEXT)
    bare = any_of(slots["owner"].bare)
    return {
        "label": re.compile(
            rf"{_BEFORE}(?:[（(【*])?(?:{groups})(?:[0-9一二三四五]|[（(][^（）()]{{1,6}}[)）])?[】*]*\s*[:：]\s*"
            rf"|{_BEFORE}(?P<bare>{bare})(?:是|为|\s)?\s*(?=[\u4e00-\u9fff])"
        ),
        "opener": re.compile(
            rf"{_BEFORE}(?:因(?=[^。；;]{{4,60}}?(?:{any_of(words.causes.results)}))|(?:其|经分析，?|经查，?|分析，?|这)?"
            rf"(?:{any_of(words.causes.openers)})(?:主要)?(?:是|为|在于|有[两二三四]点?)?(?:由于|因为)?[：:，,？?]?\s*)"
        ),
        "weak": re.compile(rf"{_BEFORE}(?:{any_of(words.causes.weak)})(?:因为|由于)?"),
        "results": re.compile(rf"[，,]?\s*(?:从而|因此|以至)?(?:{any_of(words.causes.results)})(?:了)?"),
        "signs": re.compile(any_of(words.causes.signs)),
        "alone": re.compile(any_of(words.causes.alone)),
        "market": re.compile(any_of(words.causes.market)),
        "effects": re.compile(any_of(words.causes.effects)),
        "cures": re.compile(rf"(?<=[。；;!！.])\s*(?:{any_of(words.causes.cures)})[，,：:]?\s*"),
        "onward": re.compile(any_of(words.causes.onward)),
        "marks": re.compile(rf"(?:{any_of(words.rows.marks)})[，,]?|(?:{any_of(words.rows.others)})[，,：:]\s*"),
        "inner": re.compile(r"(?P<number>[（(](?:[0-9]{1,2}|[一二三四五六七八九十])[)）]|[①-⑳]|[0-9]{1,2}[、．.)）])\s*、?"),
    }


def _slot(match: re.Match[str]) -> str:
    return "owner" if match["bare"] else next(name for name in _IN_TEXT if match[name])


def _labelled(words: Words, primary: str) -> Iterator[tuple[str, Words]]:
    """The stretches between labels."""
    slot, start = primary, 0
    for match in _patterns()["label"].finditer(words.text):
        yield slot, words.part(start, match.start())
        slot, start = _slot(match), match.end()
    yield slot, words.part(start)


def _with_cure(words: Words, period: Period | None) -> Iterator[Slice]:
    """A stretch about an issue, with the measure that a later sentence of it tells: ``下一步，……``."""
    cure = _patterns()["cures"].search(words.text)
    if cure is None:
        yield from _with_causes(words)
        return
    yield from _with_causes(words.part(0, cure.start()))
    yield from _with_owner(words.part(cure.end()), period)


def _with_causes(words: Words) -> Iterator[Slice]:
    """A stretch about an issue, cut into what is the matter and why."""
    text = words.text
    opener = _patterns()["opener"].search(text) or _weak(text)
    if opener is None:
        yield from _caused(words)
        return
    before = trimmed(words.part(0, opener.start()))
    rest = words.part(opener.end())
    cause, after = _first_sentence(rest)
    yield Slice("issue", before)
    if re.match("由于|因为|因", opener[0]) and (not before.text or _patterns()["results"].search(cause.text)):
        cause, result = _cause_and_result(cause)
        yield Slice("issue", result)
    yield from (Slice("cause", one) for one in _several(cause))
    following = list(sentences(after))
    while following and _patterns()["onward"].match(following[0].text):
        yield Slice("cause", trimmed(following.pop(0)))
    for sentence in following:
        yield Slice("issue", trimmed(sentence))


def _weak(text: str) -> re.Match[str] | None:
    """``主要是`` where what follows sounds like a cause."""
    match = _patterns()["weak"].search(text)
    return match if match and match.start() and _patterns()["signs"].search(text, match.end()) else None


def _caused(words: Words) -> Iterator[Slice]:
    """``……，导致……`` without a word that opens the cause."""
    match = _patterns()["results"].search(words.text)
    if match and match.start() and words.text[match.start()] in "，," and not re.search("[。；;]", words.text[: match.start()]):
        cause = words.part(0, match.start())
        if _patterns()["signs"].search(cause.text) and len(_tail(words, match.end())) > 3:
            yield Slice("issue", trimmed(words.part(match.end())))
            yield Slice("cause", trimmed(cause))
            return
    yield from _unopened(words)


def _unopened(words: Words) -> Iterator[Slice]:
    """An issue told with a figure, and behind it a sentence without one that says what is missing, or one on lower pay."""
    told = list(sentences(words))
    last = told[-1] if len(told) > 1 and any(has_figure(one.text) for one in told[:-1]) else None
    if last and sounds_like_cause(last.text):
        yield Slice("issue", trimmed(words.part(0, words.text.rindex(last.text))))
        yield Slice("cause", last)
        return
    yield Slice("issue", trimmed(words))


def sounds_like_cause(text: str) -> bool:
    """Whether a sentence behind one that tells an issue says why, though no word introduces it."""
    sign = _patterns()["alone"].search(text)
    told = bool(sign and (not sign.start() or not has_figure(text))) or bool(_patterns()["market"].search(text))
    return told and not _patterns()["effects"].search(text)


def _tail(words: Words, start: int) -> str:
    """What stands in *words* from *start* on."""
    return words.text[start:].strip("，,。；; ")


def _cause_and_result(words: Words) -> tuple[Words, Words]:
    """``由于甲，（导致）乙`` as 甲 and 乙."""
    match = _patterns()["results"].search(words.text) or re.search("[，,]", words.text)
    if match is None:
        return trimmed(words), words.part(0, 0)
    return trimmed(words.part(0, match.start())), trimmed(words.part(match.end()))


def _first_sentence(words: Words) -> tuple[Words, Words]:
    """Up to the full stop, and what follows; a semicolon goes on."""
    stop = re.search(r"[。！!？?\n]|(?<![A-Za-z])\.(?![\dA-Za-z])", words.text)
    return (words, words.part(0, 0)) if stop is None else (words.part(0, stop.start()), words.part(stop.end()))


def _several(words: Words) -> Iterator[Words]:
    """The members of a list in one passage: ``一是……；二是……``, ``（1）……（2）……``, ``……；……``."""
    rows = split_row(words)
    for one in rows[1] if rows else sentences(words) if re.search("[；;]", words.text) else (words,):
        if (inner := trimmed(one)).text:
            yield inner


def split_row(words: Words) -> tuple[Words, tuple[Words, ...]] | None:
    """
    What leads over, and the members of a row in one passage that is marked by 一是…二是…, （1）…（2）… or 1、…2、…

    None if there is no such row.
    """
    found = [match for match in _patterns()["marks"].finditer(words.text) if _opens(words.text, match)]
    if len(found) < 2 and not (found and found[0].start() == 0):
        found = _counted(words.text)
    if not found:
        return None
    ends = [*(match.start() for match in found[1:]), len(words.text)]
    members = tuple(trimmed(words.part(match.end(), end)) for match, end in zip(found, ends, strict=True))
    return trimmed(words.part(0, found[0].start())), tuple(one for one in members if one.text)


def _opens(text: str, match: re.Match[str]) -> bool:
    return match.start() == 0 or text[match.start() - 1] in "，,；;。.：:、！ \t"


def _counted(text: str) -> list[re.Match[str]]:
    """Numbers that count 1, 2, 3 … where a clause begins; a decimal or a month in between (4.11月) is told by the count."""
    found: list[re.Match[str]] = []
    for match in _patterns()["inner"].finditer(text):
        number = read_number(f"{match['number'].strip()} x")
        begins = _opens(text, match) and number is not None and number.value == len(found) + 1
        if begins and (not found or found[0]["number"][0].isdigit() == match["number"][0].isdigit()):
            found.append(match)
    return found if len(found) > 1 else []


def _answering(slot: str, words: Words, period: Period | None, primary: str) -> Iterator[Slice]:
    """Who, and what stands behind a comma: a date, or words that go on."""
    cut = re.search(r"[，,；;。\n]|(?<![0-9A-Za-z])\.|(?<=[\u4e00-\u9fff])[)）]", words.text)
    bracketed = re.match(r"[^，,；;。（(]{2,12}[（(][^（）()]{1,12}[)）]", words.text)
    end = bracketed.end() if bracketed else cut.start() if cut else len(words.text)
    yield Slice(slot, trimmed(words.part(0, end)) if not bracketed else words.part(0, end))
    for clause in sentences(words.part(end)):
        inner = trimmed(clause)
        if date := only_deadline(inner, period, vague=True):
            yield Slice("deadline", date)
        elif re.fullmatch(r".{2,12}起(?:执行|实施|施行|落实)?", inner.text):
            yield Slice("start", inner)
        elif is_deadline(inner.text, period):
            yield Slice("deadline", inner)
        elif inner.text:
            yield from _with_owner(inner, period) if primary == "measure" else (Slice("rest", inner),)


def _deadline(words: Words, period: Period | None) -> Iterator[Slice]:
    """Until when, and apart from it what stands behind a comma."""
    whole = trimmed(words)
    first = re.match(r"[^，,；;。]+", whole.text)
    if first and first.end() < len(whole.text) and is_deadline(first[0], period):
        yield Slice("deadline", trimmed(whole.part(0, first.end())))
        yield Slice("rest", trimmed(whole.part(first.end())))
    else:
        yield Slice("deadline", whole)


def _with_owner(words: Words, period: Period | None) -> Iterator[Slice]:
    """A stretch about a measure, with who answers for it and until when where running text says so."""
    rest = trimmed(words)
    while True:
        cut = _last_clause(rest)
        clause = trimmed(rest.part(cut))
        if date := only_deadline(clause, period, vague=True):
            yield Slice("deadline", date)
        elif owner := owner_clause(clause):
            yield Slice("owner", owner)
        else:
            break
        rest = trimmed(rest.part(0, cut))
        if not rest.text:
            return
    if inner := owner_within(rest):
        owner, start, end = inner
        yield Slice("owner", owner)
        head, tail = trimmed(rest.part(0, start)), trimmed(rest.part(end))
        rest = join([one for one in (head, tail) if one.text], "，")
    yield Slice("measure", rest)


def _last_clause(words: Words) -> int:
    """Where the last clause begins, behind its comma or bracket."""
    return max((match.start() for match in re.finditer(r"[，,；;。（(]", words.text)), default=0)
