"""What a repair is, before and after it is carried out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

import attrs

from propsummary._privacy import mask
from propsummary.catalogue.codes import Words
from propsummary.edits._places import Replacement
from propsummary.problems import Language, Path, Span

__all__ = ["SAID", "Kind", "Repair", "Slip", "apart"]

#: The kinds of repairs.
Kind: TypeAlias = Literal[
    "indentation", "colon", "no-colon", "dash", "comma", "mark", "key-quotes", "key", "word", "width", "unit", "date", "quotes",
    "id", "percent-or-point",
]  # fmt: skip

#: What people are told of each kind.
SAID: Mapping[Kind, Words] = {
    "indentation": Words("缩进改用普通空格", "indented with plain spaces"),
    "colon": Words("冒号用半角，后面空一格", "a plain colon, and a space behind it"),
    "no-colon": Words("键“{before}”后面补上冒号", "a colon added behind the key “{before}”"),
    "dash": Words("短横用半角，后面空一格", "a plain dash, and a space behind it"),
    "comma": Words("括号里的各项用半角逗号隔开", "entries in brackets parted by a plain comma"),
    "mark": Words("全角的 {before} 改成半角的 {after}", "the full-width {before} made a plain {after}"),
    "key-quotes": Words("中文键加上引号：{after}", "a Chinese key needs quotes in TOML: {after}"),
    "key": Words("键“{before}”写成“{after}”", "the key “{before}” spelt “{after}”"),
    "word": Words("“{before}”写成“{after}”", "“{before}” spelt “{after}”"),
    "width": Words("“{before}”写成半角“{after}”", "“{before}” in plain characters: “{after}”"),
    "unit": Words("单位“{before}”写成“{after}”", "the unit “{before}” written “{after}”"),
    "date": Words("日期“{before}”写成“{after}”", "the date “{before}” written “{after}”"),
    "quotes": Words("引号按这个键的类型改好：{after}", "quoted as the field asks: {after}"),
    "id": Words("补上编号“{name}”", "the id “{name}” added"),
    "percent-or-point": Words(
        "“{before}”改为“{after}”：由上期值和数值算来只能是这个单位", "“{before}” made “{after}”: value and baseline prove the unit"
    ),
}


@attrs.frozen(kw_only=True)
class Repair:
    """
    One thing that was mended, or would be.

    Attributes:
        code: What kind of repair it is (``colon``, ``key``, ``date``).

        span: Where, in the draft as it was.

        before: What stands there.

        after: What takes its place.

        zh, en: What a person is told, in either language.

    .. versionadded:: 0.1.0
    """

    code: Kind
    span: Span
    before: str
    after: str
    zh: str
    en: str

    @property
    def message(self) -> str:
        """The sentence in Chinese; `wording` gives the English one."""
        return self.zh

    def wording(self, language: Language = "zh") -> str:
        """The sentence in *language*."""
        return self.en if language == "en" else self.zh


@attrs.frozen(kw_only=True)
class Slip:
    """
    A place in the text that may be mended.

    Attributes:
        start, end, new: From where to where, and by what.

        kind: What kind of repair it is.

        shown: What people are shown as before and after, where that is more than what is replaced.

        name: The id that is given.

        mends: Whether a problem that the reader tells must go away by it.

        renumbers: Whether the digits there may differ: those of a date or an id.

        reunits: The path of a change whose unit may differ.
    """

    start: int
    end: int
    new: str
    kind: Kind
    shown: tuple[str, str] | None = None
    name: str = ""
    mends: bool = False
    renumbers: bool = False
    reunits: Path | None = None

    @property
    def replacement(self) -> Replacement:
        """What is done to the text."""
        return self.start, self.end, self.new

    def told(self, text: str) -> Words:
        """What people are told, *text* being what it stands in."""
        before, after = self.shown or (text[self.start : self.end], self.new)
        said = SAID[self.kind]
        return Words(*(mask(words.format(before=before, after=after, name=self.name)) for words in (said.zh, said.en)))


def apart(slips: Iterable[Slip]) -> tuple[Slip, ...]:
    """The slips in order, without those that touch an earlier one."""
    kept: list[Slip] = []
    for slip in sorted(slips, key=lambda slip: (slip.start, slip.end)):
        if not kept or slip.start > kept[-1].end or (slip.start == kept[-1].end and slip.start != kept[-1].start):
            kept.append(slip)
    return tuple(kept)
