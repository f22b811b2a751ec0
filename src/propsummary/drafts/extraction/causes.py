"""
Issues and why they are: causes that words introduce (``原因是``, ``由于``), and causes told without any.

Without such words people tell first what was seen (``全年跳闸63次``) and then how things stand (``老楼线路按十年前的负荷设计``):
what equipment, arrangements and people are like, and no further count of what happened.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, clauses, sentences, trimmed
from propsummary.drafts.extraction.labels import BEFORE, Slice
from propsummary.drafts.extraction.rows import split_row
from propsummary.drafts.outline import Words
from propsummary.quantities import find_figures, has_figure

__all__ = ["cure_in", "may_tell_why", "opens_cause", "several", "tells_state", "with_causes"]

_EVENTS = frozenset(("次", "起", "件", "宗", "例", "单", "人次", "次数", "%", "‰", "条"))


def opens_cause(text: str, *, anywhere: bool = False) -> bool:
    """Whether *text* begins with words that introduce a cause; or has them *anywhere*."""
    pattern = _patterns()["opener"]
    return bool(pattern.search(text) if anywhere else pattern.match(text))


def cure_in(text: str) -> re.Match[str] | None:
    """Where a passage about an issue goes on with what shall be done: ``下一步，……``."""
    return _patterns()["cures"].search(text)


def with_causes(words: Words) -> Iterator[Slice]:
    """A passage about an issue, cut into what is the matter and why."""
    opener = _patterns()["opener"].search(words.text) or _weak(words.text)
    if opener is None:
        yield from _caused(words)
        return
    before = trimmed(words.part(0, opener.start()))
    cause, after = _first_sentence(words.part(opener.end()))
    yield Slice("issue", before)
    if re.match("由于|因为|因", opener[0]) and (not before.text or _patterns()["results"].search(cause.text)):
        cause, result = _cause_and_result(cause)
        yield Slice("issue", result)
    yield from (Slice("cause", one) for one in several(cause))
    following = list(sentences(after))
    while following and _patterns()["onward"].match(following[0].text):
        yield Slice("cause", trimmed(following.pop(0)))
    for sentence in following:
        yield Slice("issue", trimmed(sentence))


def several(words: Words) -> Iterator[Words]:
    """The members of a list of causes in one passage: ``一是……；二是……``, ``（1）……（2）……``, ``……；……``."""
    rows = split_row(words)
    for one in rows[1] if rows else sentences(words) if re.search("[；;]", words.text) else (words,):
        if (inner := trimmed(one)).text:
            yield inner


def tells_state(text: str) -> bool:
    """Whether a sentence behind one that tells an issue says how things stand, so that it is why, though no word says so."""
    parts = re.split("[，,；;]", text)
    told = any(_is_state(part) for part in parts) or bool(_patterns()["market"].search(text))
    return told and not _patterns()["effects"].search(text) and not any(map(_counts_events, parts))


def may_tell_why(title: Words | None, statement: Words | None) -> bool:
    """Whether a last sentence sounds like a cause, or stands where one is told: behind the facts."""
    told = [one for words in (title, statement) if words for one in sentences(words)]
    said = list(sentences(statement)) if statement else []
    causes = prose_words().causes
    if len(told) > 2 and has_figure(told[-2].text) and not re.search(any_of(causes.trouble), told[-1].text):
        return True
    if statement and re.search(any_of(causes.stuck), statement.text):
        return True
    if len(said) == 2 and re.search("[0-9]", said[0].text) and not _is_no_reason(said[1].text):
        return True
    if statement and len(said) == 1 and _goes_beyond_facts(list(clauses(statement))):
        return True
    signs = any_of(causes.alone if said and has_figure(said[-1].text) else causes.signs)
    return len(said) > 1 and bool(re.search(signs, said[-1].text))


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    causes = prose_words().causes
    return {
        "opener": re.compile(
            rf"{BEFORE}(?:因(?=[^。；;]{{4,60}}?(?:{any_of(causes.results)}))|(?:其|经分析，?|经查，?|分析，?|这)?"
            rf"(?:{any_of(causes.openers)})(?:主要)?(?:是|为|在于|有[两二三四]点?)?(?:由于|因为)?[：:，,？?]?\s*)"
        ),
        "weak": re.compile(rf"{BEFORE}(?:{any_of(causes.weak)})(?:因为|由于)?"),
        "results": re.compile(rf"[，,]?\s*(?:从而|因此|以至)?(?:{any_of(causes.results)})(?:了)?"),
        "signs": re.compile(any_of(causes.signs)),
        "alone": re.compile(any_of(causes.alone)),
        "states": re.compile(
            rf"{any_of(causes.states)}|(?:用|使用|运行|服役|服务)[^，,]{{0,5}}年(?!度)|[0-9]{{4}}年(?:装|建|买|购|投用|安装|投运|配|换)的?"
            r"|按[^，,]{1,14}(?:设计|配置|配备|核定|布置)"
            r"|只(?!有|完成|做到|整改|回复|收到|达)[\u4e00-\u9fff]{1,3}了?[0-9一两二三四五六七八九十]"  # 只派一名, 每天只清运一次
        ),
        "found": re.compile("的[只仅]?有?[0-9]|[只仅]有[^，,]{0,6}(?:[%％]|个?月|天|号)"),  # 能说出姓名的只有33户, 合格率只有71%
        "market": re.compile(any_of(causes.market)),
        "effects": re.compile(any_of(causes.effects)),
        "cures": re.compile(rf"(?<=[。；;!！.])\s*(?:{any_of(causes.cures)})[，,：:]?\s*"),
        "onward": re.compile(any_of(causes.onward)),
    }


def _weak(text: str) -> re.Match[str] | None:
    """``主要是`` where what follows sounds like a cause."""
    match = _patterns()["weak"].search(text)
    return match if match and match.start() and _patterns()["signs"].search(text, match.end()) else None


def _caused(words: Words) -> Iterator[Slice]:
    """``……，导致……`` without a word that opens the cause."""
    match = _patterns()["results"].search(words.text)
    if match and match.start() and words.text[match.start()] in "，," and not re.search("[。；;]", words.text[: match.start()]):
        cause = words.part(0, match.start())
        result = words.text[match.end() :].strip("，,。；; ")
        if _patterns()["signs"].search(cause.text) and len(result) > 3:
            yield Slice("issue", trimmed(words.part(match.end())))
            yield Slice("cause", trimmed(cause))
            return
    yield from _unopened(words)


def _unopened(words: Words) -> Iterator[Slice]:
    """An issue told with a figure, and behind it sentences, or the last clauses of its own, that say how things stand."""
    told = list(sentences(words))
    at = len(told)
    while at > 1 and tells_state(told[at - 1].text) and any(has_figure(one.text) for one in told[: at - 1]):
        at -= 1
    cut = _end_of(words, told[:at]) if at < len(told) else len(words.text)
    if at == len(told):
        pieces = list(clauses(told[-1])) if told else []
        first = _state_from(pieces)
        cut = words.text.rindex(told[-1].text) + _end_of(told[-1], pieces[:first]) if first else len(words.text)
    yield Slice("issue", trimmed(words.part(0, cut)))
    if (cause := trimmed(words.part(cut))).text:
        yield from (Slice("cause", one) for one in several(cause))


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
    pattern = _patterns()["alone" if weak else "states"]
    for at in range(1, len(pieces)):
        rest = [piece.text for piece in pieces[at:]]
        seen = any(_counts_events(piece.text) or has_figure(piece.text) for piece in pieces[:at])
        if (
            seen
            and pattern.search(rest[0])
            and not any(
                _patterns()["found"].search(one) or _counts_events(one) or _patterns()["effects"].search(one) for one in rest
            )
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


def _is_no_reason(text: str) -> bool:
    """Whether a sentence behind the facts tells how bad they are, what came of them or what is wished, so that it is not why."""
    causes = prose_words().causes
    return has_figure(text) or bool(re.search(any_of((*causes.trouble, *causes.effects, *causes.wishes)), text))


def _is_state(clause: str) -> bool:
    """Whether a clause says how things stand; what is missing (没有) counts where no figure says of how many things it is."""
    if _patterns()["states"].search(clause):
        return not _patterns()["found"].search(clause)
    sign = _patterns()["alone"].search(clause)
    return bool(sign and (not sign.start() or not has_figure(clause)))


def _counts_events(clause: str) -> bool:
    """Whether a clause counts what happened; 只培训1次 and 每天两次 say how things are arranged."""
    return any(
        figure.unit in _EVENTS
        and (figure.unit in ("%", "‰") or not re.search("[只仅才每按共一]", clause[max(0, figure.start - 8) : figure.start]))
        for figure in find_figures(clause)
    )


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
