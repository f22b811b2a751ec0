"""Which lines of a draft stand out by their signs or place, seen with all of them in view."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from propsummary.drafts.outline import join
from propsummary.drafts.passages import Passage, Raw

__all__ = ["to_fill_in", "with_looks"]

_LONGEST = 60  # characters of a stretched title
_BRIEF = 40
_FEW = 2  # lines set apart that are no headings yet
_FRAMED = re.compile(r"[【〖「『［〔\[].{1,20}[】〗」』］〕\]]")
_TO_FILL_IN = re.compile(r"[【［〔\[](?:请|待|此处|插入|填).{0,20}[】］〕\]]|TODO")
_ANNOUNCED = re.compile(r"[^\W\d_]\w{3,15}[：:]")
_NO_SECTION = re.compile(  # forms of address, fields of a form, and words that only lead over
    "^(?:尊敬|各位|敬爱|亲爱)|(?:领导|同志们?|同事们?|业主们?|如下|以下|下列|包括|分别[是为]|[是为有]|人员?|部门|单位|日期|时[间限]|期限|电话|地点|方式)[：:]"
)
_STRETCHED = re.compile(r"(?:[\u3007\u4e00-\u9fff]|\d+)(?:\s+(?:[\u3007\u4e00-\u9fff]|\d+)){3,}")


def _unspaced(raw: Raw) -> Raw:
    """A passage without the blanks that somebody stretched a title with: ``工 作 总 结``."""
    if not isinstance(raw, Passage) or len(raw.words.text) > _LONGEST or not _STRETCHED.fullmatch(raw.words.text):
        return raw
    words = raw.words
    closed = join([words.part(one.start(), one.end()) for one in re.finditer(r"\S+", words.text)])
    return attrs.evolve(raw, words=closed, bold=len(closed.text) if raw.bold >= len(words.text) else 0)


def to_fill_in(text: str) -> bool:
    """Whether *text* only marks where people have to write (【请填写】), however it looks."""
    return _TO_FILL_IN.fullmatch(text) is not None


def with_looks(raws: Sequence[Raw]) -> Iterator[Raw]:
    """*raws*, those told that stand out by their signs or place: 【存在问题】, and 存在的问题： where it is not the only one."""
    closed = [_unspaced(raw) for raw in raws]
    looks = [_look(raw) for raw in closed]
    apart = looks.count("apart") + looks.count("alone") > _FEW
    counts = {"colon": "colon" if looks.count("colon") > 1 else "", "apart": "alone" if apart else ""}
    for raw, look in zip(closed, looks, strict=True):
        yield attrs.evolve(raw, look=counts.get(look, look)) if isinstance(raw, Passage) else raw


def _look(raw: Raw) -> str:
    if not isinstance(raw, Passage) or raw.look or raw.number or raw.kind:
        return raw.look if isinstance(raw, Passage) else ""
    text = raw.words.text[: _BRIEF + 1]
    if _FRAMED.fullmatch(text) and not to_fill_in(text):
        return "framed"
    return "colon" if _ANNOUNCED.fullmatch(text) and not _NO_SECTION.search(text) else ""
