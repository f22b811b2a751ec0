"""
Issues and why they are: causes that words introduce (``原因是``, ``由于``), and causes told without any.

Without such words people tell first what was seen (``全年跳闸63次``) and then how things stand (``老楼线路按十年前的负荷设计``):
what equipment, arrangements and people are like, and no further count of what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.cause_patterns import patterns
from propsummary.drafts.extraction.clauses import any_of, clauses, sentences, trimmed
from propsummary.drafts.extraction.labels import Slice
from propsummary.drafts.extraction.rows import split_row
from propsummary.drafts.outline import Words
from propsummary.model import Dimension
from propsummary.quantities import find_figures, has_figure

__all__ = ["cure_in", "dimension_of", "lists_causes", "may_tell_why", "opens_cause", "several", "tells_state", "with_causes"]

_ENDED = "[与和跟同受是为属系]$"  # what opens a cause that a word behind ends: 系……所致
_EVENTS = frozenset(("次", "起", "件", "宗", "例", "单", "人次", "次数", "%", "‰", "条"))


def opens_cause(text: str, *, anywhere: bool = False) -> bool:
    """Whether *text* begins with words that introduce a cause; or has them *anywhere*."""
    pattern = patterns()["opener"]
    return bool(pattern.search(text) if anywhere else pattern.match(text))


def cure_in(text: str) -> re.Match[str] | None:
    """Where a passage about an issue goes on with what shall be done: ``下一步，……``."""
    return patterns()["cures"].search(text)


def with_causes(words: Words, *, explained: bool = False) -> Iterator[Slice]:
    """
    A passage about an issue, cut into what is the matter and why.

    Args:
        explained: Whether it is told elsewhere why, so that only words that say so open a cause here.
    """
    opener = _opener(words.text, explained=explained) or _weak(words.text)
    closed = patterns()["closed"].search(words.text) if opener is None else None
    if closed:
        yield Slice("issue", trimmed(words.part(0, closed.start())))
        yield Slice("cause", words.part(*closed.span("why")))
        yield from _behind(trimmed(words.part(closed.end())))
        return
    if opener is None and explained:
        yield Slice("issue", trimmed(words))
        return
    if opener is None and (listed := _listed(words) or _bracketed(words)):
        yield Slice("issue", listed[0])
        yield from (Slice("cause", one) for one in listed[1])
        return
    if opener is None:
        yield from _caused(words)
        return
    before = trimmed(words.part(0, opener.start()))
    cause, after = _first_sentence(words.part(opener.end()))
    yield Slice("issue", before)
    rest = words.part(0, 0)
    due = patterns()["due"].search(cause.text)
    if due and (due.end() == len(cause.text) or (re.search(_ENDED, opener[0]) and "因" not in opener[0])):
        cause, rest = cause.part(0, due.start()), trimmed(cause.part(due.end()))
    if re.match("由于|因为|因", opener[0]) and (not before.text or patterns()["results"].search(cause.text)):
        cause, result = _cause_and_result(cause)
        if opener[0] == "因" and not (before.text or result.text or after.text):  # 因停车难投诉18起
            yield Slice("issue", words)
            return
        yield Slice("issue", result)
    yield from (Slice("cause", one) for one in several(cause))
    yield from _behind(rest)
    if opens_cause(after.text):  # 为什么超时？……。为什么没人？……
        yield from with_causes(after)
        return
    following = list(sentences(after))
    while following and patterns()["onward"].match(following[0].text):
        yield Slice("cause", trimmed(following.pop(0)))
    for sentence in following:
        yield Slice("issue", trimmed(sentence))


def _behind(words: Words) -> Iterator[Slice]:
    """What follows a cause that a word ends: another one, how things stand, or more of the issue."""
    if opens_cause(words.text):  # 受降雨影响，也与苗木到货晚有关
        yield from with_causes(words)
    else:
        yield Slice("cause" if tells_state(words.text) else "issue", words)


def _listed(words: Words) -> tuple[Words, Sequence[Words]] | None:
    """An issue told with a figure, and a row behind it that says why; none where the row is several issues."""
    row = split_row(words)
    lead = row[0].text if row else ""
    several_issues = re.search("[：:]$|问题|不足|短板|差距|方面|几[点个条项]|教训|困难", lead)
    return row if row and has_figure(lead) and not several_issues and lists_causes([one.text for one in row[1]]) else None


def _bracketed(words: Words) -> tuple[Words, Sequence[Words]] | None:
    """An issue told with a figure, and why in a bracket at its end: ``漏巡2圈（交接时间重叠，谁也没接手）``."""
    match = re.search(r"[（(](?P<why>(?!其中|不?含|包括|[见较比注])[^（）()]{6,})[)）][。.]?$", words.text)
    if match is None or not has_figure(words.text[: match.start()]) or _counts_events(match["why"]):
        return None
    return (trimmed(words.part(0, match.start())), [words.part(*match.span("why"))]) if _sounds_like_cause(match["why"]) else None


def several(words: Words) -> Iterator[Words]:
    """The members of a list of causes in one passage: ``一是……；二是……``, ``（1）……（2）……``, ``……；……``."""
    rows = split_row(words)
    sides = list(patterns()["sides"].finditer(words.text))
    if rows:
        pieces: Iterable[Words] = rows[1]
    elif sides:
        starts, ends = (0, *(side.end() for side in sides)), (*(side.start() for side in sides), len(words.text))
        pieces = (words.part(start, end) for start, end in zip(starts, ends, strict=True))
    else:
        pieces = sentences(words) if re.search("[；;\n]", words.text) else (words,)
    for one in pieces:
        if (inner := trimmed(one)).text:
            yield inner


def dimension_of(words: Words) -> tuple[Dimension | None, Words]:
    """The dimension that the label of a cause names (``技术设备：``, ``人员方面：``), and the cause without it."""
    label = re.match("(?P<named>[^，,；;。：:]{2,6}?)(?:方面|层面|因素|原因|上)?[：:]\\s*", words.text)
    dimension = next((one for one in Dimension if label and label["named"] in one.zh), None)
    return (dimension, words.part(label.end())) if label and dimension else (None, words)


def lists_causes(texts: Sequence[str]) -> bool:
    """Whether a list behind an issue says why it is: none of its members counts what happened, and one sounds like a cause."""
    return not any(map(_counts_events, texts)) and any(map(_sounds_like_cause, texts))


def tells_state(text: str) -> bool:
    """Whether a sentence behind one that tells an issue says how things stand, so that it is why, though no word says so."""
    parts = re.split("[，,；;]", text)
    told = any(_is_state(part) for part in parts) or bool(patterns()["market"].search(text))
    return told and not patterns()["effects"].search(text) and not any(map(_counts_events, parts))


def may_tell_why(title: Words | None, statement: Words | None) -> bool:
    """Whether a last sentence sounds like a cause, or stands where one is told: behind the facts."""
    told = [one for words in (title, statement) if words for one in sentences(words)]
    said = list(sentences(statement)) if statement else []
    causes = prose_words().causes
    if len(told) > 2 and any(has_figure(one.text) for one in told[:-1]) and not _is_no_reason(told[-1].text):
        return True
    if statement and (re.search(any_of(causes.stuck), statement.text) or patterns()["opener"].search(statement.text)):
        return True
    if len(said) == 2 and re.search("[0-9]", said[0].text) and not _is_no_reason(said[1].text):
        return True
    if statement and len(said) == 1 and _begins_with_state([one.text for one in clauses(statement)]):
        return True
    if statement and len(said) == 1 and _goes_beyond_facts(list(clauses(statement))):
        return True
    signs = any_of(causes.alone if said and has_figure(said[-1].text) else causes.signs)
    return len(said) > 1 and bool(re.search(signs, said[-1].text))


def _opener(text: str, *, explained: bool) -> re.Match[str] | None:
    """What opens the cause; of 因说话生硬引起的投诉仍有9件。究其原因，…… the first only says which complaints."""
    found = patterns()["opener"].search(text)
    which = found and re.compile("因[^，,。；;]{2,16}的[^，,。；;]{1,10}[0-9]").match(text, found.start())
    later = patterns()["opener"].search(text, which.end()) if which else None
    return later or (None if which and explained else found)


def _weak(text: str) -> re.Match[str] | None:
    """``主要是`` and ``一方面`` where what follows sounds like a cause."""
    match = patterns()["weak"].search(text)
    return match if match and match.start() and _sounds_like_cause(text[match.end() :]) else None


def _sounds_like_cause(text: str) -> bool:
    return any(patterns()[name].search(text) for name in ("signs", "states"))


def _caused(words: Words) -> Iterator[Slice]:
    """``……，导致……`` without a word that opens the cause."""
    match = patterns()["results"].search(words.text)
    if match and match.start() and words.text[match.start()] in "，," and not re.search("[。；;]", words.text[: match.start()]):
        cause = words.part(0, match.start())
        result = words.text[match.end() :].strip("，,。；; ")
        if (patterns()["signs"].search(cause.text) or _is_brought(cause.text, result)) and len(result) > 3:
            yield Slice("issue", trimmed(words.part(match.end())))
            yield Slice("cause", trimmed(cause))
            return
    yield from _unopened(words)


def _is_brought(cause: str, result: str) -> bool:
    """Whether of ``甲，造成乙`` 乙 is what was seen, and 甲 why: 乙 is counted, 甲 not, and 乙 is no complaint about 甲."""
    return has_figure(result) and not _counts_events(cause) and not patterns()["complaint"].match(result)


def _unopened(words: Words) -> Iterator[Slice]:
    """An issue told with a figure, and behind it sentences, or the last clauses of its own, that say how things stand."""
    told = list(sentences(words))
    at = len(told)
    while at > 1 and tells_state(told[at - 1].text) and any(_counted(one.text) for one in told[: at - 1]):
        at -= 1
    cut = _end_of(words, told[:at]) if at < len(told) else len(words.text)
    if at == len(told):
        pieces = list(clauses(told[-1])) if told else []
        first = _state_from(pieces)
        cut = words.text.rindex(told[-1].text) + _end_of(told[-1], pieces[:first]) if first else len(words.text)
    yield Slice("issue", trimmed(words.part(0, cut)))
    if (cause := trimmed(words.part(cut))).text:
        yield from (Slice("cause", one) for one in several(cause))


def _counted(text: str) -> bool:
    """Whether a sentence holds a figure, or counts as people do by mouth (报了9回)."""
    return has_figure(text) or re.search("[0-9一两二三四五六七八九十]+[回趟遍宿]", text) is not None


def _end_of(words: Words, pieces: Sequence[Words]) -> int:
    """Where the last of *pieces*, which *words* begin with, ends in them."""
    end = 0
    for piece in pieces:
        end = words.text.index(piece.text, end) + len(piece.text)
    return end


def _state_from(pieces: Sequence[Words], *, weak: bool = False) -> int:
    """
    From which clause on a sentence that begins with what was counted only says how things stand; 0 if it never does.

    Args:
        weak: Whether it is enough that something is said to be missing.
    """
    pattern = patterns()["alone" if weak else "states"]
    for at in range(1, len(pieces)):
        rest = [piece.text for piece in pieces[at:]]
        seen = any(_counts_events(piece.text) or has_figure(piece.text) for piece in pieces[:at])
        if (
            seen
            and pattern.search(rest[0])
            and not any(patterns()["found"].search(one) or _counts_events(one) or patterns()["effects"].search(one) for one in rest)
        ):
            return at
    return 0


def _goes_beyond_facts(pieces: Sequence[Words]) -> bool:
    """Whether behind what was counted a last clause says something else that is neither a figure nor what came of it."""
    if _state_from(pieces, weak=True):
        return True
    causes = prose_words().causes
    known = any_of((*causes.trouble, *causes.effects, *causes.wishes))
    return (
        len(pieces) > 1
        and any(_counts_events(piece.text) for piece in pieces[:-1])
        and not has_figure(pieces[-1].text)
        and not re.search(known, pieces[-1].text)
    )


def _begins_with_state(pieces: Sequence[str]) -> bool:
    """Whether a first clause says how things stand, and only the next ones count what happened: ``衔接不够，返工6处``."""
    first = pieces[0] if pieces else ""
    told = any(patterns()[name].search(first) for name in ("states", "alone")) and not has_figure(first)
    return told and any(map(has_figure, pieces[1:]))


def _is_no_reason(text: str) -> bool:
    """Whether all that a sentence behind the facts says is how bad they are, what came of them or what is wished: not why."""
    causes = prose_words().causes
    known = any_of((*causes.trouble, *causes.effects, *causes.wishes))
    return all(has_figure(clause) or re.search(known, clause) for clause in re.split("[，,；;]", text))


def _is_state(clause: str) -> bool:
    """Whether a clause says how things stand; what is missing (没有) counts where no figure says of how many things it is."""
    if patterns()["states"].search(clause):
        return not patterns()["found"].search(clause)
    sign = patterns()["alone"].search(clause)
    return bool(sign and (not sign.start() or not has_figure(clause)))


def _counts_events(clause: str) -> bool:
    """Whether a clause counts what happened; 只培训1次 and 每天两次 say how things are arranged."""
    return any(
        figure.unit in _EVENTS
        and not re.search("二次|成$", figure.text)  # 二次管网 is the second of two; 脱落六成 tells how far it is gone
        and (figure.unit in ("%", "‰") or not re.search("[只仅才每按共一]", clause[max(0, figure.start - 8) : figure.start]))
        for figure in find_figures(clause)
    )


def _cause_and_result(words: Words) -> tuple[Words, Words]:
    """``由于甲，（导致）乙`` as 甲 and 乙."""
    match = patterns()["results"].search(words.text) or _end_of_cause(words.text)
    if match is None:
        return trimmed(words), words.part(0, 0)
    return trimmed(words.part(0, match.start())), trimmed(words.part(match.end()))


def _end_of_cause(text: str) -> re.Match[str] | None:
    """The comma behind 甲, and behind what goes on with it (``，而丙``) or also says how things stand."""
    commas = list(re.finditer("[，,](?![0-9]{3})", text))
    for comma, following in zip_longest(commas, commas[1:]):
        clause = text[comma.end() : following.start() if following else len(text)]
        if not following or not (re.match("而|且|并且|又|也|加之|加上|再加|同时|以及|还", clause) or _is_state(clause)):
            return comma
    return None


def _first_sentence(words: Words) -> tuple[Words, Words]:
    """Up to the full stop, and what follows; a semicolon goes on."""
    stop = re.search(r"[。！!？?\n]|(?<![A-Za-z\d])\.(?![\dA-Za-z])", words.text)
    return (words, words.part(0, 0)) if stop is None else (words.part(0, stop.start()), words.part(stop.end()))
