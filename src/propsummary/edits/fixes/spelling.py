"""Keys and fixed words that are one slip of the pen away from the only one that can be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from propsummary._text import normalize_name, simplified
from propsummary.catalogue import kpis, own_kpis
from propsummary.edits._places import Ruler
from propsummary.edits.fixes.slips import Slip, apart
from propsummary.model import Draft, Word
from propsummary.problems import Path
from propsummary.rules import View
from propsummary.serde import Format
from propsummary.serde._reading import Shape
from propsummary.serde._records import summary_shape

__all__ = ["meant", "spelling"]

#: Characters that turn a word into its opposite: a word that has one more or less of them is another word, no slip.
_TELLING = frozenset("未不无非没否已将待高低大小好坏差优劣多少增减升降前后上下本去今明内外新旧正反开关首末再总分各")
#: Characters of keys and fixed words, with those that are typed for them because they sound or look alike.
_ALIKE = tuple(
    frozenset(group)
    for group in (
        "原源员元", "直值植职只", "称秤程成呈承城", "标表", "编遍变", "备各被", "未末位为", "验险检", "侧测策", "任认人仁",
        "限线现", "责则", "维纬", "径经", "例列", "活话化", "类累", "题提", "做作佐", "馈溃愧", "间问", "置制质织治",
        "段断", "型形行刑", "接结", "证正", "式势事示", "状壮", "措错", "指旨", "中种", "力利立理里", "练炼", "训讯圳驯", "逻罗",
        "纷份分", "术树数", "调条", "域欲", "名明", "目木", "据具", "针真", "合和核", "周州", "施使时实", "项向", "绩积",
        "领令", "期其起启", "向像象", "号好", "因音应", "响向", "摄涉", "撑称", "略落", "析折", "区曲", "果过", "效校",
        "算蒜", "配佩", "对队", "依以", "支之", "审申", "案按", "附付", "版板", "由有", "返反", "处出", "步部", "注住",
        "完玩", "地的", "点店", "圆园", "背备", "越月阅", "巡寻循询", "培陪赔倍", "检捡拣", "进近尽", "计记纪", "划画化", "消销",
        "演眼", "沟构购", "通同", "宣选", "传转专", "联连", "预予", "技计", "资姿", "建健件", "展站", "务物误", "跨垮", "故固",
        "影映", "容荣", "录绿", "阶介", "疗料", "火伙", "团困", "低底抵", "折拆", "样祥",
    )
)  # fmt: skip


def spelling(draft: Draft, form: Format) -> tuple[Slip, ...]:
    """Unknown keys and words, and those in traditional characters."""
    ruler = Ruler(draft.source)
    return apart((*_unknown(draft, ruler), *_traditional(draft, ruler)))


def _unknown(draft: Draft, ruler: Ruler) -> Iterator[Slip]:
    for problem in draft.problems:
        if problem.code == "SHP003" and problem.span is not None:
            yield from _key(draft, problem.path, *ruler.extent(problem.span))
        elif problem.code == "SHP005" and (span := draft.spans.value(problem.path)) is not None:
            words = _words(problem.path)
            yield from _respelt(draft.source, *ruler.extent(span), words, "word")


def _key(draft: Draft, path: Path, start: int, end: int) -> Iterator[Slip]:
    shape = _shape_at(path[:-1])
    if shape is None:
        return
    absent = {key: name for key, (name, _) in shape.fields.items() if draft.spans.value((*path[:-1], name)) is None}
    taken = {key: name for key, (name, _) in shape.fields.items() if key not in absent}
    for slip in _respelt(draft.source, start, end, absent | taken, "key"):
        if slip.shown and slip.shown[1] in absent:
            yield slip


def _words(path: Path) -> Mapping[str, str]:
    """The words that may stand at *path*, each with what it means."""
    if path[-1:] == ("kpi",):
        return {id: id for id in (*kpis(), *(one.id for one in own_kpis()))}
    known = (shape.known if (shape := _leaf_at(path)) else None) or {}
    return {word: member.value for word, member in known.items() if isinstance(member, Word)}


def _respelt(text: str, start: int, end: int, words: Mapping[str, str], kind: str) -> Iterator[Slip]:
    raw = text[start:end]
    written = raw.strip("\"'")
    found = meant(written, words)
    if found is not None and raw.count(written) == 1:
        at = start + raw.index(written)
        shown = (written, found)
        yield Slip(start=at, end=at + len(written), new=found, kind="key" if kind == "key" else "word", shown=shown, mends=True)


def meant(written: str, words: Mapping[str, str]) -> str | None:
    """
    The one of *words* that *written* was to be, or None if that is not certain.

    Args:
        words: All words that can be meant, each with its meaning.
    """
    plain = normalize_name(written)
    by_plain = {normalize_name(word): word for word in words}
    if plain in by_plain:
        return by_plain[plain]
    for is_slip in (_is_mistaken, _is_mistyped):
        near = [word for known, word in by_plain.items() if is_slip(plain, known)]
        if near:
            return near[0] if len({words[word] for word in near}) == 1 else None
    return None


def _is_mistaken(written: str, due: str) -> bool:
    """Whether two neighbours have changed places, or one character is taken for one that looks or sounds alike."""
    rest, right = _differing(written, due)
    if len(rest) != len(right):
        return False
    if len(rest) > 1 and rest[:2] == right[1::-1]:
        return rest[2:] == right[2:]
    return rest[1:] == right[1:] and any({rest[:1], right[:1]} <= alike for alike in _ALIKE)


def _is_mistyped(written: str, due: str) -> bool:
    """
    Whether one character is too many or too few, or in a word of letters another one.

    Of Chinese words with another character most are other words: 指标名 is no 指标库, 上期结果 no 上期结转.
    """
    rest, right = _differing(written, due)
    longest = max(len(written), len(due))
    if len(rest) == len(right):
        return rest[1:] == right[1:] and written.isascii() and _is_slight(rest[:1] + right[:1], longest)
    return (rest[1:] == right or rest == right[1:]) and _is_slight(max(rest, right, key=len)[:1], longest)


def _differing(one: str, other: str) -> tuple[str, str]:
    """Both without what they begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    head = next((at for at, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))
    return one[head:], other[head:]


def _is_slight(characters: Iterable[str], length: int) -> bool:
    """Whether words of that *length* that differ by these characters only are the same word."""
    return (
        all(character.isalpha() or character == "_" for character in characters)
        and _TELLING.isdisjoint(characters)
        and length >= (5 if all(map(str.isascii, characters)) else 4)
    )


def _traditional(draft: Draft, ruler: Ruler) -> Iterator[Slip]:
    if draft.summary is None or simplified(draft.source) == draft.source:
        return
    for node in View(draft.summary, unknown=draft.unknown, gaps=draft.gaps).nodes:
        for field in attrs.fields(type(node.object)):
            path = (*node.path, field.name)
            spans = [("key", draft.spans.key(path))]
            if isinstance(getattr(node.object, field.name), Word):
                spans.append(("word", draft.spans.value(path)))
            for kind, span in spans:
                if span is None:
                    continue
                start, end = ruler.extent(span)
                written = draft.source[start:end]
                if (plain := simplified(written)) != written:
                    yield Slip(start=start, end=end, new=plain, kind="key" if kind == "key" else "word")


def _shape_at(path: Path) -> Shape | None:
    """How the object at *path* is read, or None if no object of the model stands there."""
    shape = _leaf_at(path)
    return shape if shape is not None and shape.fields else None


def _leaf_at(path: Path) -> Shape | None:
    shape: Shape | None = summary_shape()
    for step in path:
        if shape is None:
            return None
        if isinstance(step, int):
            shape = shape.member
        else:
            field = shape.field(step)
            shape = field[1] if field else None
    return shape
