"""One design for all office formats: typefaces, colours, sizes, and how a figure's verdict is marked."""

from __future__ import annotations

import functools
import os
import pathlib
import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import attrs

from propsummary._text import width
from propsummary.document import Tone, look
from propsummary.errors import ConfigurationError, expect, expect_path
from propsummary.renderers.svg import Colours

__all__ = ["Palette", "Sizes", "Theme", "Typeface"]

_HEX = re.compile("[0-9A-F]{6}")
_TITLE_ROOM = 829  # half points of a line of the cover, less what figures between Chinese characters take more
_SMALLER = Fraction(3, 4)  # of its size, which a title may shrink to rather than leave a word on a line of its own


def _colour(value: str) -> str:
    """Six hexadecimal digits, capital and without ``#``, as office formats write them."""
    expect("Palette", value, str)
    digits = value.lstrip("#").upper()
    return "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits


def _colours(values: Iterable[str]) -> tuple[str, ...]:
    expect("Palette(series=)", values, tuple, list)
    return tuple(map(_colour, values))


def _is_colour(_: Any, field: attrs.Attribute[Any], value: str) -> None:
    if not _HEX.fullmatch(value):
        raise ConfigurationError(
            f"theme: {field.name} must be a colour like #1F5A96", f"主题：{field.name} 应是 #1F5A96 这样的颜色"
        )


def _of_the_page(name: str) -> Any:
    """A colour that is what the web page's variable *name* is."""
    return attrs.field(factory=lambda: _variables()[name], converter=_colour, validator=_is_colour)


@functools.cache
def _variables() -> dict[str, str]:
    """The page's colours for light paper, by the names of their CSS variables."""
    light = pathlib.Path(look.__file__).with_name("look.css").read_text("utf-8").partition("}")[0]
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-fA-F]+)", light))


@attrs.frozen(kw_only=True)
class Typeface:
    """
    A pair of typefaces; what is not on the reader's machine is replaced there by a similar one.

    Attributes:
        latin: For Latin letters and figures.

        asian: For Chinese characters and punctuation.
    """

    latin: str
    asian: str


@attrs.frozen(kw_only=True)
class Palette:
    """
    Colours as six hexadecimal digits; those of the web page unless told otherwise.

    Attributes:
        ink, faint: Of words, and of words that step back.

        rule, tint: Of lines, and of grounds that are set off a little.

        accent: Of headings and of whatever leads the eye.

        good, good_tint, bad, bad_tint, neutral, neutral_tint: Of verdicts, and of the ground behind them.

        series: Of lines, bars and slices of charts, in order; used again from the first when there are more.
    """

    ink: str = _of_the_page("ink")
    faint: str = _of_the_page("faint")
    rule: str = _of_the_page("rule")
    tint: str = _of_the_page("tint")
    accent: str = _of_the_page("accent")
    good: str = _of_the_page("good")
    good_tint: str = _of_the_page("good-tint")
    bad: str = _of_the_page("bad")
    bad_tint: str = _of_the_page("bad-tint")
    neutral: str = _of_the_page("neutral")
    neutral_tint: str = _of_the_page("neutral-tint")
    series: tuple[str, ...] = attrs.field(
        default=Colours().series,
        converter=_colours,
        validator=[attrs.validators.min_len(1), attrs.validators.deep_iterable(_is_colour)],
    )

    def of(self, tone: Tone) -> tuple[str, str]:
        """The colours of words and ground that mark *tone*; no ground (an empty text) for words that only step back."""
        marks = {
            "good": (self.good, self.good_tint),
            "bad": (self.bad, self.bad_tint),
            "neutral": (self.neutral, self.neutral_tint),
            "muted": (self.faint, ""),
        }
        return marks.get(tone, (self.ink, ""))

    def of_series(self, index: int) -> str:
        """The colour of the series or slice at *index*."""
        return self.series[index % len(self.series)]


@attrs.frozen(kw_only=True)
class Sizes:
    """
    Sizes of type on paper, in half points.

    Attributes:
        headings: By level, from the first to the fourth.
    """

    title: int = 52
    subtitle: int = 28
    headings: tuple[int, int, int, int] = (34, 27, 23, 22)
    body: int = 22
    table: int = 18
    caption: int = 19
    small: int = 18
    figure: int = 40


@attrs.frozen(kw_only=True)
class Theme:
    """
    What documents of all office formats look like.

    Attributes:
        name: Whose it is; said of the logo to those who cannot see it.

        text: Typefaces of running text.

        display: Typefaces of headings, tables, captions and charts.

        logo: The company's sign for covers, as PNG or JPEG; none if empty.

    .. versionadded:: 0.1.0
    """

    name: str = ""
    text: Typeface = Typeface(latin="Times New Roman", asian="宋体")
    display: Typeface = Typeface(latin="Arial", asian="微软雅黑")
    palette: Palette = attrs.field(factory=Palette)
    sizes: Sizes = Sizes()
    logo: bytes = attrs.field(default=b"", repr=False)

    def __attrs_post_init__(self) -> None:
        kinds = {"name": str, "text": Typeface, "display": Typeface, "palette": Palette, "sizes": Sizes, "logo": bytes}
        for field, kind in kinds.items():
            expect(f"Theme({field}=)", getattr(self, field), kind)

    @classmethod
    def from_file(cls, file: str | os.PathLike[str]) -> Theme:
        """
        A company's own theme, from a TOML file; see the documentation of renderers.

        Raises:
            ConfigurationError: The file cannot be followed.

            OSError: It cannot be opened.

            WrongArgumentError: *file* is no path.
        """
        from propsummary.renderers._theme_file import theme_from_toml

        return theme_from_toml(expect_path("Theme.from_file", file))

    def fitted(self, title: str) -> Theme:
        """The same, with *title* on one line of the cover if that only takes it to be somewhat smaller."""
        size = 2 * _TITLE_ROOM // max(width(title), 1)
        if not self.sizes.title * _SMALLER <= size < self.sizes.title:
            return self
        return attrs.evolve(self, sizes=attrs.evolve(self.sizes, title=size))
