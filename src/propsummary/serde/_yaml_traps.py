"""
What a person did who made libyaml stumble: its messages say where it gave up, not what went wrong.

A slip is only told when mending it lets libyaml go on, so that no right line is ever blamed; then the next one is looked for.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs
import yaml

from propsummary.serde._source import Extent, Refused, together

__all__ = ["KEY", "LOADER", "explain", "sticking_keys"]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: What a key of a draft looks like.
KEY = r"[^\W\d][^\s:：,，、。；“”{}\[\]\"'#]{0,19}"

#: What mends a slip: from, to, the new text.
_Edit: TypeAlias = tuple[int, int, str]

_MOST = 20  # slips that are told of one text
_EFFORT = 2_000_000  # characters that are parsed again in looking for them
_LONGEST = 400  # characters of a line that are looked at

_BLANK = "[\u3000\u00a0]"
_HEAD = r"^[ ]*(?:-[ ]+)*"


def _columns(blanks: str) -> str:
    return "".join(" " if blank == "\u00a0" else "  " for blank in blanks)


def _as(new: str) -> Callable[[str], str]:
    return lambda _: new


#: What can be seen in one line, most telling first: the message, the slip (group 1) and what it should have been.
_IN_LINE: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("tab", re.compile(r"^ *(\t+)"), lambda tabs: "  " * len(tabs)),
    ("tab", re.compile(r"^ *(\t+)"), lambda tabs: "    " * len(tabs)),
    ("wide_indent", re.compile(rf"^ *({_BLANK}+)"), _columns),
    ("wide_blank", re.compile(rf"{_HEAD}{KEY}:({_BLANK}+)"), _as(" ")),
    ("wide_blank", re.compile(rf"[{{,] *{KEY}:({_BLANK}+)"), _as(" ")),
    ("wide_colon", re.compile(rf"{_HEAD}(?:[{{\[] *)?{KEY}( *： *)"), _as(": ")),
    ("wide_colon", re.compile(rf"[{{,，] *{KEY}( *： *)"), _as(": ")),
    ("no_space", re.compile(rf"{_HEAD}{KEY}(:)(?=[^\s/\\:])"), _as(": ")),
    ("no_dash_space", re.compile(rf"^ *(-)(?={KEY}:(?:\s|$)|\{{)"), _as("- ")),
    ("wide_comma", re.compile(rf"[{{][^\"']*?(， *)(?={KEY}[:：])"), _as(", ")),
    ("half_quoted", re.compile(rf"{_HEAD}(?:{KEY}: +)?((['\"])[^'\"]*\2)(?=[^\s,:\]}}])"), lambda quoted: f"“{quoted[1:-1]}”"),
    ("open_quote", re.compile(rf"{_HEAD}{KEY}: +('[^']+)$"), lambda quoted: quoted.rstrip() + "'"),
    ("open_quote", re.compile(rf"{_HEAD}{KEY}: +(\"[^\"]+)$"), lambda quoted: quoted.rstrip() + '"'),
)
_STUCK = re.compile(rf"(?P<indent>[ ]*(?:-[ ]+)*){KEY}(?P<colon>:(?=[^\s/\\:])|[ ]*：[ ]*)")
_VALUE = re.compile(rf"(?:{_HEAD}|[{{,] *){KEY}: +[^\s\"'\[{{&*!|>#][^,{{}}\[\]]*$")
_CLOSING = {"{": "}", "[": "]"}

_ENGLISH_TO_KEY = (
    ("could not find expected ':'", "no_colon"),
    ("did not find expected ',' or", "open_flow"),
    ("found unexpected end of stream", "open_quote"),
    ("did not find expected key", "indent"),
    ("did not find expected '-' indicator", "indent"),
    ("mapping values are not allowed", "indent"),
    ("found unknown escape character", "escape"),
)


@attrs.frozen
class _Stop:
    """
    Where libyaml gave up.

    Attributes:
        words: Its own.

        since: Where that began which it could not finish, if it says so.
    """

    words: str
    at: int
    since: int | None


@attrs.frozen
class _Slip:
    """
    What somebody may have done.

    Attributes:
        key: Of the message.

        place: Where it begins.

        edit: What mends it.
    """

    key: str
    place: int
    edit: _Edit
    arguments: Mapping[str, Any] = attrs.field(factory=dict)


def explain(text: str, error: yaml.YAMLError) -> Refused:
    """What to report for *error*, which libyaml found in *text*: every slip that can be told for sure, else where it gave up."""
    first = _stop(text, error)
    stop: _Stop | None = first
    mended, edits, found = text, list[_Edit](), list[Refused]()
    trials = max(1, _EFFORT // (len(text) + 1))
    while stop is not None and len(found) < _MOST:
        best: tuple[int, tuple[_Slip, ...], str, _Stop | None] | None = None
        for slips in itertools.islice(_suspected(mended, stop), trials):
            trials -= 1
            attempt = _mend(mended, slips)
            further = _parsed(attempt)
            gain = len(text) if further is None else further.at - (len(attempt) - len(mended)) - stop.at
            if gain > (best[0] if best else 0):
                best = gain, slips, attempt, further
            if further is None:
                break
        if best is None:
            break
        _, slips, mended, stop = best
        found += [_refused(slip, edits) for slip in slips]
        edits += [slip.edit for slip in reversed(slips)]
    return together(found) if found else _last_resort(text, first)


def sticking_keys(text: str) -> list[Refused]:
    """The lines of a text that is nothing but ``键：值`` or ``键:值``, which YAML takes for one long word."""
    found = re.finditer(rf"^{KEY}[ ]*(?P<colon>:(?=[^\s/\\:])|：)", text, re.MULTILINE)
    return [
        Refused("SHP001", "no_space" if match["colon"] == ":" else "wide_colon", match.span("colon"))
        for match in itertools.islice(found, _MOST)
    ]


def _stop(text: str, error: yaml.YAMLError) -> _Stop:
    if isinstance(error, yaml.MarkedYAMLError):
        mark, since = error.problem_mark, error.context_mark
        at = 0 if mark is None else min(mark.index, len(text))
        return _Stop(error.problem or "", at, None if since is None else since.index)
    return _Stop(str(error), min(getattr(error, "position", 0), len(text)), None)


def _parsed(text: str) -> _Stop | None:
    try:
        for _ in yaml.parse(text, LOADER):
            pass
    except yaml.YAMLError as error:
        return _stop(text, error)
    return None


def _mend(text: str, slips: tuple[_Slip, ...]) -> str:
    """*text* without the *slips*, which stand in it from left to right."""
    for slip in reversed(slips):
        start, end, new = slip.edit
        text = text[:start] + new + text[end:]
    return text


def _refused(slip: _Slip, edits: list[_Edit]) -> Refused:
    """The report of *slip*, at its place before the *edits* that were made so far."""
    place = slip.place
    for start, end, new in reversed(edits):
        if place > start:
            place = max(start, place - len(new) + end - start)
    return Refused("SHP001", slip.key, (place, place + 1), **slip.arguments)


def _suspected(text: str, stop: _Stop) -> Iterator[tuple[_Slip, ...]]:
    """What may have been done, in the order in which it is tried."""
    yield from _by_words(text, stop)
    lines = _suspects(text, stop)
    for start, end in lines:
        if run := _run_of_keys(text, start, end):
            yield run
    for start, end in lines:
        line = text[start:end]
        for key, pattern, mend in _IN_LINE:
            if match := pattern.search(line):
                begin, until = start + match.start(1), start + match.end(1)
                place = begin + len(match[1]) - len(match[1].lstrip(" "))
                yield (_Slip(key, place, (begin, until, mend(match[1]))),)
    yield from _brackets(text, stop)
    if text[stop.at : stop.at + 1] == ":" and _VALUE.search(text[_line(text, stop.at)[0] : stop.at]):
        yield (_Slip("second_colon", stop.at, (stop.at, stop.at + 1, "：")),)


def _by_words(text: str, stop: _Stop) -> Iterator[tuple[_Slip, ...]]:
    """What libyaml's words alone say."""
    at = stop.since if re.search("scanning an? (alias|anchor|tag)|alphabetic|expected whitespace", stop.words) else stop.at
    if at is None or (character := text[at : at + 1]) not in tuple("%@`&*!"):
        return
    if at != stop.at or "cannot start any token" in stop.words:
        yield (_Slip("reserved", at, (at, at + 1, "x"), {"character": character}),)


def _run_of_keys(text: str, start: int, end: int) -> tuple[_Slip, ...]:
    """The lines up from this one whose keys stick to their values, which YAML takes for one long word."""
    found: list[_Slip] = []
    column = -1
    while match := _STUCK.match(text, start, end):
        if column not in (-1, len(match["indent"])):
            break
        column = len(match["indent"])
        begin, until = match.span("colon")
        key, place = ("no_space", begin) if match["colon"] == ":" else ("wide_colon", text.index("：", begin))
        found.append(_Slip(key, place, (begin, until, ": ")))
        if len(found) == _MOST or not start:
            break
        start, end = _line(text, start - 1)
    return tuple(reversed(found)) if len(found) > 1 else ()


def _brackets(text: str, stop: _Stop) -> Iterator[tuple[_Slip, ...]]:
    """A bracket too many, one that is not closed, a comma that is not there."""
    at, since = stop.at, stop.since
    opening = "" if since is None else text[since : since + 1]
    named = {"character": opening, "other": _CLOSING.get(opening, "")}
    if (character := text[at : at + 1]) and character in "}]":
        if since is not None and opening in _CLOSING:
            yield (_Slip("open_bracket", since, (at, at, _CLOSING[opening]), named),)
        yield (_Slip("extra_bracket", at, (at, at + 1, " "), {"character": character}),)
    if since is None or opening not in _CLOSING:
        return
    before = text[since:at]
    if match := re.search(rf", *{KEY}$", before):
        where = since + match.start()
        yield (_Slip("open_bracket", since, (where, where, _CLOSING[opening]), named),)
    start, end = _line(text, since)
    block = _block_end(text, start)
    for limit in dict.fromkeys((end, block)):
        until = since + len(text[since:limit].rstrip())
        yield (_Slip("open_bracket", since, (until, until, _closers(text[start:until])), named),)
    match = re.search(rf"[^\s,{{\[]\s+({KEY})$", before)
    if match and ("\n" not in match[0] or (since + match.start(1) < block and not _closers(text[start:block]))):
        where = since + match.start() + 1
        yield (_Slip("no_comma", since + match.start(1), (where, where, ",")),)


def _closers(text: str) -> str:
    """What is missing at the end of *text* so that all its brackets are closed."""
    open_: list[str] = []
    for match in re.finditer(r"\"[^\"\n]*\"|'[^'\n]*'|(?<=\s)#[^\n]*|[{}\[\]]", text):
        if match[0] in _CLOSING:
            open_.append(_CLOSING[match[0]])
        elif open_ and match[0] == open_[-1]:
            open_.pop()
    return "".join(reversed(open_))


def _block_end(text: str, start: int) -> int:
    """Where the lines end that belong to the one at *start*, being indented further."""
    indent = re.compile(" *").match(text, start)
    deeper = rf"\n(?![ ]{{{len(indent[0]) + 1 if indent else 1}}}|[ \t\r]*+\n)"
    following = re.compile(deeper).search(text, start)
    return following.start() if following else len(text)


def _suspects(text: str, stop: _Stop) -> list[Extent]:
    """The lines to look at: where libyaml gave up, then where it began, then the line of text before."""
    lines = [_line(text, stop.at)]
    if stop.since is not None:
        lines.append(_line(text, stop.since))
    before = stop.at if stop.at >= len(text) else lines[0][0]
    for _ in range(_MOST):  # comments, at most
        before = len(text[:before].rstrip())
        start, end = _line(text, before)
        if not text.startswith("#", start + len(text[start:end]) - len(text[start:end].lstrip())):
            lines.append((start, end))
            break
        before = start
    return list(dict.fromkeys(lines))


def _line(text: str, at: int) -> Extent:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, min(len(text) if end < 0 else end, start + _LONGEST)


def _last_resort(text: str, stop: _Stop) -> Refused:
    """No slip that is known: libyaml's words, as far as they mean something."""
    character = text[stop.at : stop.at + 1]
    if character == "\t":
        return Refused("SHP001", "tab", _one(text, stop.at))
    if character and character in ",:|>#{}[]" and re.search("node content|start any token", stop.words):
        return Refused("SHP001", "reserved", _one(text, stop.at), character=character)
    key = next((key for words, key in _ENGLISH_TO_KEY if words in stop.words), "yaml")
    place = stop.since if stop.since is not None and key in ("open_flow", "open_quote", "no_colon") else stop.at
    return Refused("SHP001", key, _one(text, place), detail=stop.words)


def _one(text: str, at: int) -> Extent:
    return at, min(at + 1, len(text))
