"""What all our drawings are made of: the frame that says what it shows, and words that stay words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from html import escape

import attrs

from propsummary.renderers._scale import place

__all__ = ["Colours", "drawing", "words"]


@attrs.frozen(kw_only=True)
class Colours:
    """
    What a drawing is painted with; CSS variables do as well as plain colours.

    Attributes:
        series: One for each line, colour of bars or slice; used again from the first when there are more.

        ink, faint, rule, paper: Of words, of words that step back, of lines of the grid, of the ground.
    """

    series: tuple[str, ...] = ("#1f5a96", "#b05c10", "#2a7a62", "#83559e", "#86690f", "#4b6f85", "#a0485a", "#5f6c28")
    ink: str = "#1f2933"
    faint: str = "#5b6773"
    rule: str = "#dde3e8"
    paper: str = "#ffffff"

    def of(self, index: int) -> str:
        """The colour of the series or slice at *index*."""
        return self.series[index % len(self.series)]


def drawing(parts: Iterable[str], *, width: int, height: Decimal | int, name: str, title: str, alt: str, font: int) -> str:
    """
    The drawing as an SVG element that tells in words what it shows.

    Args:
        name: Begins the ids of title and description; unique on the page.

        font: Size of words that state none.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {place(height)}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" font-size="{font}">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(alt)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def words(
    text: str,
    x: Decimal,
    y: Decimal,
    colour: str,
    *,
    anchor: str = "middle",
    weight: int = 400,
    size: int | None = None,
    halo: str = "",
) -> str:
    """
    *text* on one line at its place, *y* being the line that letters stand on.

    Args:
        halo: Colour of a rim that keeps lines behind the words from touching them; empty for none.
    """
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    sized = f' font-size="{size}"' if size else ""
    style = f"fill:{colour};paint-order:stroke;stroke:{halo};stroke-width:4px" if halo else f"fill:{colour}"
    return f'<text x="{place(x)}" y="{place(y)}" text-anchor="{anchor}"{bold}{sized} style="{style}">{escape(text)}</text>'
