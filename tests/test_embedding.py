"""What docs/embedding.md says of the model is what the model has."""

from __future__ import annotations

import inspect
import pathlib
import re
import types
import typing

import attrs
import pytest

import propsummary
from propsummary import model, periods, quantities
from propsummary.model import Word

PAGE = (pathlib.Path(__file__).parent.parent / "docs" / "embedding.md").read_text(encoding="utf-8")
CLASSES = [
    cls for name in model.__all__ if inspect.isclass(cls := getattr(model, name)) and attrs.has(cls) and cls is not model.Draft
]
WORDS = [
    cls for name in model.__all__ if inspect.isclass(cls := getattr(model, name)) and issubclass(cls, Word) and cls is not Word
]


def _type(hint: object) -> str:
    """How the page names the type of a field; nothing for a text."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is types.UnionType:
        return _type(arguments[0])
    if origin is tuple:
        return (_type(arguments[0]) or "text") + "…"
    name: str = (origin or hint).__name__  # type: ignore[attr-defined]
    return "" if hint is str else name


def _row(cls: type) -> str:
    hints = typing.get_type_hints(cls)
    fields = []
    for field in attrs.fields(cls):
        name = f"**`{field.name}`**" if field.default is attrs.NOTHING else f"`{field.name}`"
        fields.append(f"{name} {_type(hints[field.name])}".strip())
    return f"| `{cls.__name__}` | {', '.join(fields)} |"


def _word_row(cls: type[Word]) -> str:
    return f"| `{cls.__name__}` | {', '.join(f'`{word.name}` {word.zh}' for word in cls)} |"


@pytest.mark.parametrize(
    ("heading", "rows"),
    [("Classes and fields", [_row(cls) for cls in CLASSES]), ("Fixed words", [_word_row(cls) for cls in WORDS])],
)
def test_the_tables_are_the_model(heading: str, rows: list[str]) -> None:
    _, _, section = PAGE.partition(f"\n## {heading}\n")
    written = re.findall(r"^\| `.*$", section.partition("\n## ")[0], re.MULTILINE)
    assert len(rows) >= 14
    assert written == rows


def test_what_the_root_does_not_have_is_said() -> None:
    """Who looks for a class in the wrong place is told the right one."""
    elsewhere = {cls.__name__ for cls in (*CLASSES, *WORDS)} - set(propsummary.__all__) - {cls.__name__ for cls in WORDS}
    said = PAGE.partition("## Where to import from")[2].partition("\n## ")[0]
    assert elsewhere == {"FollowUp", "Point", "Section", "Share", "StrategicDirection", "Waiver"}
    assert all(f"`{name}`" in said for name in elsewhere)
    assert {"Change", "Recurrence"} <= {*quantities.__all__, *periods.__all__}
