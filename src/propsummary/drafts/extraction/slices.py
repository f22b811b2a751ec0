"""Fields in running text: ``责任人：``, ``完成时限：``, ``原因是``, ``由……负责``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.causes import cure_in, opens_cause, several, with_causes
from propsummary.drafts.extraction.clauses import any_of, clauses, sentences, trimmed, without_opener
from propsummary.drafts.extraction.dates import deadline_in, is_deadline, only_deadline, repeated
from propsummary.drafts.extraction.labels import Slice, first_label, labelled, labels_in, slot_of
from propsummary.drafts.extraction.links import refers_only
from propsummary.drafts.extraction.owners import (
    bracketed_owner,
    names_owner,
    owner_clause,
    owner_of_routine,
    owner_within,
    support_clause,
)
from propsummary.drafts.extraction.rows import split_row
from propsummary.drafts.outline import Words, join
from propsummary.periods import Period

__all__ = ["NOTHING", "begins_with_label", "names_cause", "slices"]

#: What fills a field where there is nothing to say.
NOTHING = ("", "/", "-", "－", "—", "——", "无")

_START = re.compile(
    r"(?:自|从)?[^，,；;。]{0,8}[月日号年]份?(?:起|起开始|开始)(?:执行|实施|施行|实行|落实|启用|推行|试行|运行|上岗|到岗|排)?"
)
_DATED = re.compile(r"[（(【][^（）()【】]*\d[^（）()【】]*[前底末日号旬][，,、\s][^（）()【】]*[)）】]$")  # （10月底前，孙涛）
_ANSWERS = re.compile(  # 针对夜间脱岗：……, 早餐排队的事，我们要……, 关于漏水问题，……; not 解决漏水的问题：……
    r"(?:针对(?P<what>[^，,；;。：:]{2,40})[：:，,]"
    r"|(?:关于|对于|就)(?P<about>[^，,；;。：:]{2,20}?)(?:的?问题|一事|的事儿?)[：:，,]"
    r"|(?!解决|落实|处理|办|做|抓|推|协调|整改|化解)(?P<matter>[^，,；;。：:]{2,20}?)(?:(?:的|这件|的这件)事儿?[：:，,]|的?问题[：:]|这一?[条项点桩][：:，,]))"
    r"\s*(?:我们?(?:要|打算|准备|想|会|将))?"
)


def slices(words: Words, primary: str, period: Period | None) -> tuple[Slice, ...]:
    """
    The fields of a passage, in reading order; what no label claims fills *primary*.

    Args:
        primary: ``issue``, ``measure`` or ``goal``.
    """
    found: list[Slice] = []
    words = without_opener(words) if primary in ("measure", "goal") else words
    if answered := _each_answered(words):
        return tuple(one for member in answered for one in slices(member, "measure", period))
    labels = labels_in(words.text)
    named = "owner" in labels
    for slot, piece in labelled(words, primary):
        done = slot == "answers" and primary == "issue" and not refers_only(piece.text)  # 对应：更换镜头 below an issue
        if slot == "issue":
            found += _with_cure(piece, period, owned=labels[:1] == ("owner",), explained="cause" in labels)
        elif slot in ("owner", "support"):
            found += _answering(slot, piece, period, primary)
        elif slot == "measure" or done:
            found += _aimed_at(piece, period, named=named)
        elif slot == "deadline":
            found += _deadline(piece, period)
        elif slot == "cause":
            found += (Slice(slot, one) for one in several(piece))
        elif slot == "why" and opens_cause(piece.text):  # 追问：为何漏扫？……
            found += with_causes(piece)
        elif slot == "goal":
            found += _with_answering(piece, period)
        else:
            found.append(Slice(slot, trimmed(piece)))
    return tuple(one for one in found if one.words.text not in NOTHING)


def begins_with_label(text: str) -> str | None:
    """The field whose label or opener *text* begins with."""
    return first_label(text) or ("cause" if opens_cause(text) else None)


def names_cause(text: str) -> bool:
    """Whether *text* introduces a cause by a label or by words."""
    return "cause" in labels_in(text) or opens_cause(text, anywhere=True)


def _with_cure(words: Words, period: Period | None, *, owned: bool, explained: bool) -> Iterator[Slice]:
    """
    A stretch about an issue, with the measure that a later sentence of it tells: ``下一步，……``.

    Args:
        owned: Whether a label behind it tells who answers, and so for its last sentence.

        explained: Whether a label behind it tells why.
    """
    cure = cure_in(words.text)
    start, end = cure.span() if cure else (_assigned(words, period, owned=owned),) * 2
    yield from with_causes(words.part(0, start), explained=explained)
    if start < len(words.text):
        yield from _with_owner(words.part(end), period)


def _assigned(words: Words, period: Period | None, *, owned: bool) -> int:
    """Where the first sentence behind a cause begins that says who does what until when; the end of *words* for none."""
    start, behind = 0, False
    for sentence in sentences(words):
        at = words.text.index(sentence.text, start)
        why = names_cause(sentence.text)
        if behind and not why and names_owner(sentence.text) and deadline_in(sentence, period):
            return at
        start, behind = at + len(sentence.text), behind or why
    last = re.search("。(?P<said>[^。]+)。?$", words.text) if owned else None
    return last.start("said") if last and not names_cause(last["said"]) else len(words.text)


def _each_answered(words: Words) -> tuple[Words, ...]:
    """The members of a row of measures with an owner each: ``措施：（1）……；责任人：……（2）……；责任人：……``."""
    rows = split_row(words)
    listed = rows and slot_of(rows[0].text) == "measure" and sum("owner" in labels_in(one.text) for one in rows[1]) > 1
    return rows[1] if rows and listed else ()


def _aimed_at(words: Words, period: Period | None, *, named: bool) -> Iterator[Slice]:
    """
    A stretch about a measure, apart from it what it answers: ``针对夜间脱岗：……``.

    Args:
        named: Whether a label tells who answers, so that nobody in the stretch does.
    """
    answers = _ANSWERS.match(words.text)
    if answers:
        yield Slice("answers", words.part(*answers.span(answers.lastgroup or 0)))
    told = words.part(answers.end() if answers else 0)
    yield from (() if named else _taken_up(told, period)) or _with_owner(told, period, named=named)


def _taken_up(words: Words, period: Period | None) -> tuple[Slice, ...]:
    """A measure, and behind it a sentence that says who and until when: ``……。这件事交给何敏，10月底前上线，……``."""
    match = re.search(rf"(?<=[。；;！!])\s*(?:{any_of(prose_words().answering.matters)})", words.text)
    found: list[Slice] = []
    for clause in map(trimmed, clauses(words.part(match.start())) if match else ()):
        if owner := owner_clause(clause):
            found.append(Slice("owner", owner))
        elif date := only_deadline(clause, period, vague=True) or deadline_in(clause, period):
            found.append(Slice("deadline", date))
        else:
            found.append(Slice("rest", clause))
    if match is None or not {"owner", "deadline"} <= {one.slot for one in found}:
        return ()
    return (Slice("measure", trimmed(words.part(0, match.start()))), *found)


def _answering(slot: str, words: Words, period: Period | None, primary: str) -> Iterator[Slice]:
    """Who, and what stands behind a comma: a date, or words that go on."""
    cut = re.search(r"[，,；;。\n]|(?<![0-9A-Za-z])\.|(?<=[\u4e00-\u9fff])[)）]", words.text)
    bracketed = re.match(r"[^，,；;。（(]{2,12}[（(][^（）()]{1,12}[)）]", words.text)
    end = bracketed.end() if bracketed else cut.start() if cut else len(words.text)
    who = words.part(0, end) if bracketed else trimmed(words.part(0, end))
    yield Slice(slot, owner_clause(who) or who)
    for clause in sentences(words.part(end)):
        inner = trimmed(clause)
        if date := only_deadline(inner, period, vague=True):
            yield Slice("deadline", date)
        elif _START.fullmatch(inner.text):
            yield Slice("start", inner)
        elif is_deadline(inner.text, period):
            yield Slice("deadline", inner)
        elif inner.text:
            yield from _with_owner(inner, period) if primary == "measure" else (Slice("rest", inner),)


def _deadline(words: Words, period: Period | None) -> Iterator[Slice]:
    """Until when, or from when on, and apart from it what stands behind a comma."""
    whole = trimmed(words)
    if _START.fullmatch(whole.text) and re.search(r"\d|[一二三四五六七八九十]月", whole.text):
        yield Slice("start", whole)
        return
    first = re.match(r"[^，,；;。]+", whole.text)
    if first and first.end() < len(whole.text) and is_deadline(first[0], period):
        yield Slice("deadline", trimmed(whole.part(0, first.end())))
        yield Slice("rest", trimmed(whole.part(first.end())))
    else:
        yield Slice("deadline", whole)


def _with_owner(words: Words, period: Period | None, *, named: bool = False) -> Iterator[Slice]:
    """A stretch about a measure, with who answers for it and until when where running text says so."""
    rest = trimmed(words)
    first = re.match(r"【([^【】]{2,16})】[：:]?(?=.)", rest.text)
    if first and not named and (leader := bracketed_owner(rest.part(*first.span(1)))):  # 【何敏】与维保单位……
        yield Slice("owner", leader)
        rest, named = trimmed(rest.part(first.end())), True
    dated = False
    while True:
        cut = _last_clause(rest)
        bracket = rest.text[cut : cut + 1] in ("（", "(", "【")
        clause = trimmed(rest.part(cut + 1, len(rest.text.rstrip("）)】"))) if bracket else rest.part(cut))
        if date := only_deadline(clause, period, vague=not repeated(rest), bare=rest.text.endswith(("）", ")", "】"))):
            yield Slice("deadline", date)
            dated = True
        elif _START.fullmatch(clause.text):
            yield Slice("start", clause)
            dated = True
        elif span := _from_and_until(clause, period):
            yield from span
            dated = True
        elif helper := support_clause(clause):
            yield Slice("support", helper)
        elif named:
            break
        elif both := _owner_and_deadline(clause, period):
            yield from both
        elif owner := owner_clause(clause, dated=dated or bool(_DATED.search(rest.text))) or (
            bracketed_owner(clause) if bracket else None
        ):
            yield Slice("owner", owner)
        else:
            break
        rest = trimmed(rest.part(0, cut))
        if not rest.text:
            return
    yield from (Slice("measure", rest),) if named else _with_owner_inside(rest)


def _with_owner_inside(rest: Words) -> Iterator[Slice]:
    """What is done, with who does it where a clause within says so."""
    if inner := owner_within(rest):
        owner, start, end = inner
        yield Slice("owner", owner)
        head, tail = trimmed(rest.part(0, start)), trimmed(rest.part(end))
        stop = re.search("[，,；;。]|$", tail.text)
        if stop and (helper := support_clause(tail.part(0, stop.start()))):
            yield Slice("support", helper)
            tail = trimmed(tail.part(stop.end()))
        rest = join([one for one in (head, tail) if one.text], "，")
    elif doer := owner_of_routine(rest):
        yield Slice("owner", doer)
    yield Slice("measure", rest)


def _with_answering(words: Words, period: Period | None) -> Iterator[Slice]:
    """A goal, and apart from it who answers, in a clause of its own (``……，由何敏负责``), or who and until when in a bracket."""
    rest = trimmed(words)
    if bracket := re.search(r"[（(【]([^（）()【】]{2,24})[)）】]$", rest.text):
        inner = rest.part(*bracket.span(1))
        pieces = [inner.part(*one.span()) for one in re.finditer(r"[^，,、；;\s]+", inner.text)]
        owners = [owner for one in pieces if (owner := bracketed_owner(one))]
        dates = [date for one in pieces if (date := only_deadline(one, period, bare=True))]
        if len(owners) < 2 and 0 < len(pieces) == len(owners) + len(dates) < 3 and len(dates) < 2:
            yield Slice("goal", trimmed(rest.part(0, bracket.start())))
            yield from (*(Slice("owner", owner) for owner in owners), *(Slice("deadline", date) for date in dates))
            return
    told = list(clauses(rest))
    for clause in told[1:]:
        start = rest.text.find(clause.text, len(told[0].text))
        if start > 0 and (owner := owner_clause(trimmed(clause))):
            tail = trimmed(rest.part(start + len(clause.text)))
            rest = join([one for one in (trimmed(rest.part(0, start)), tail) if one.text], "，")
            yield Slice("owner", owner)
            break
    yield Slice("goal", rest)


def _from_and_until(clause: Words, period: Period | None) -> tuple[Slice, ...]:
    """From when and until when, where a clause says nothing else: ``5月6日起执行、6月底前评估``."""
    start, mark, _ = clause.text.partition("、")
    date = only_deadline(clause.part(len(start) + 1), period) if mark and _START.fullmatch(start) else None
    return (Slice("start", clause.part(0, len(start))), Slice("deadline", date)) if date else ()


def _owner_and_deadline(clause: Words, period: Period | None) -> tuple[Slice, ...]:
    """Who and until when, where a clause says nothing else: ``何敏10月25日前完成``, ``10月25日前由何敏完成``."""
    for cut in re.finditer(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=[前底末日号旬])(?=由)", clause.text):
        first, second = trimmed(clause.part(0, cut.start())), clause.part(cut.start())
        whole = re.search("[前内底末日号旬0-9](?:全部|基本)?(?:完成|落实|到位|办[完结]|做完)?$", second.text)  # 设置完成 says what
        owner = owner_clause(first, dated=True) or bracketed_owner(first)
        if whole and owner and (date := only_deadline(second, period)):
            return Slice("owner", owner), Slice("deadline", date)
        if (date := only_deadline(first, period)) and date.text == first.text and (owner := owner_clause(second)):
            return Slice("owner", owner), Slice("deadline", date)
    return ()


def _last_clause(words: Words) -> int:
    """Where the last clause begins, behind its comma or bracket; in a bracket at the end also behind a blank before a date."""
    dated = re.search(r"(?<=[^\s（）()])\s+(?=\d{1,4}[年月./][^（）()]*[）)]?$)|(?<=[】）)])(?=\d)", words.text)
    return max(
        (match.start() for match in (*re.finditer(r"[，,；;。（(【→｜]|——", words.text), *([dated] if dated else []))), default=0
    )
