"""What an audience sees of a deck."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pptx
from pptx.util import Inches

from propsummary.extract import Piece, extract

_BOX = (Inches(1), Inches(1), Inches(4), Inches(1))


def _read(fill: Callable[[Any], None], *, layout: int = 5) -> tuple[Piece, ...]:
    """What is read of a deck of one slide, which *fill* has filled."""
    deck = pptx.Presentation()
    fill(deck.slides.add_slide(deck.slide_layouts[layout]))
    stream = io.BytesIO()
    deck.save(stream)
    return extract(stream.getvalue(), "pptx")


def _box(shapes: Any, text: str) -> None:
    shapes.add_textbox(*_BOX).text_frame.text = text


def test_groups_in_groups_are_read_in_their_place() -> None:
    def fill(slide: Any) -> None:
        slide.shapes.title.text = "一、成绩"
        outer = slide.shapes.add_group_shape()
        _box(outer.shapes, "投诉29件")
        _box(outer.shapes.add_group_shape().shapes, "培训24次")
        _box(slide.shapes, "演练4次")

    pieces = _read(fill)
    assert [piece.text for piece in pieces] == ["成绩", "投诉29件", "培训24次", "演练4次"]
    assert {piece.under for piece in pieces} == {"成绩"}


def test_merged_cells_are_read_once() -> None:
    def fill(slide: Any) -> None:
        table = slide.shapes.add_table(3, 3, *_BOX).table
        for row, texts in enumerate((("指标", "本期", "上期"), ("到位率", "98.6%", ""), ("", "97.1%", "96%"))):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(1, 1).merge(table.cell(1, 2))

    pieces = _read(fill, layout=6)
    assert [piece.text for piece in pieces] == ["指标", "本期", "上期", "到位率", "98.6%", "97.1%", "96%"]
    assert pieces[-1].context == "到位率·上期"


def test_beside_notes_a_slide_only_says_again() -> None:
    def fill(slide: Any) -> None:
        _box(slide.shapes, "投诉29件")
        slide.notes_slide.notes_text_frame.text = "全年投诉29件，比上年少9件。\n1. 培训24次"

    found = [(piece.text, piece.role, piece.place and piece.place.en) for piece in _read(fill, layout=6)]
    assert found == [
        ("投诉29件", "again", "slide 1"),
        ("全年投诉29件，比上年少9件。", "again", "notes of slide 1"),
        ("培训24次", "again", "notes of slide 1"),
    ]


def test_slides_that_are_not_shown_are_left_out() -> None:
    def fill(slide: Any) -> None:
        _box(slide.shapes, "投诉29件")
        slide._element.set("show", "0")

    assert _read(fill, layout=6) == ()


def test_what_the_program_counts_is_left_out() -> None:
    def fill(slide: Any) -> None:
        from lxml import etree

        box = slide.shapes.add_textbox(*_BOX)
        box.text_frame.text = "投诉29件"
        space = "http://schemas.openxmlformats.org/drawingml/2006/main"
        box.text_frame.paragraphs[0]._p.append(
            etree.fromstring(
                f'<a:fld xmlns:a="{space}" id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:t>12</a:t></a:fld>'
            )
        )

    assert [piece.text for piece in _read(fill, layout=6)] == ["投诉29件"]
