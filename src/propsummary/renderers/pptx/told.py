"""What the speaker is given: the full wording of what a slide shows, or shows in fewer words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from propsummary.document import (
    Cell,
    ChartBlock,
    Column,
    Highlight,
    Item,
    ItemList,
    KeyValues,
    Language,
    Paragraph,
    Picture,
    captioned,
    labelled,
)

__all__ = ["joined", "of_chart", "of_highlight", "of_picture", "of_row", "of_text"]


def joined(texts: Iterable[str], language: Language) -> str:
    """Clauses of one sentence."""
    return ("；" if language != "en" else "; ").join(text for text in texts if text)


def of_text(heading: str, blocks: Iterable[Paragraph | ItemList | KeyValues], language: Language) -> str:
    """A heading and the text below it."""
    lines = [heading] if heading else []
    for block in blocks:
        match block:
            case Paragraph():
                lines.append(labelled(block.label, block.text, language))
            case ItemList():
                lines += _items(block.items, language, ordered=block.ordered)
            case KeyValues():
                lines += (labelled(name, value, language) for name, value in block.pairs)
    return "\n".join(lines)


def _items(items: tuple[Item, ...], language: Language, *, ordered: bool, level: int = 0) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        mark = f"{number}. " if ordered else "· "
        yield "　" * level + mark + labelled(item.label, item.text, language)
        yield from _items(item.children, language, ordered=False, level=level + 1)


def of_chart(chart: ChartBlock, language: Language) -> str:
    """A chart's title and its figures as they were printed."""
    rows = (
        labelled(
            name,
            joined(
                (
                    f"{series.name} {series.printed[index]}" if len(chart.series) > 1 else series.printed[index]
                    for series in chart.series
                    if series.printed[index]
                ),
                language,
            ),
            language,
        )
        for index, name in enumerate(chart.categories)
    )
    names = joined((series.name for series in chart.series), language)
    return "\n".join((captioned(chart.number, chart.title, names, language), *rows))


def of_picture(picture: Picture, language: Language, label: str = "") -> str:
    """A photo's caption."""
    return captioned(label or picture.number, picture.caption, picture.note, language)


def of_row(columns: Iterable[Column], cells: Iterable[Cell], language: Language) -> str:
    """A row of a table as a sentence."""
    pairs = zip(columns, cells, strict=True)
    return joined((labelled(column.header, cell.text, language) for column, cell in pairs if cell.text), language)


def of_highlight(figure: Highlight, language: Language) -> str:
    """A figure that stands out, with all that is said of it."""
    more = joined((figure.baseline, figure.change, figure.target, figure.verdict), language)
    return captioned("", labelled(figure.label, figure.value, language), more, language)
