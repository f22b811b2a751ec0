"""Drawings become sharp pictures, Chinese ones only with a Chinese font."""

from __future__ import annotations

import io
import sys

import pytest
from PIL import Image

from propsummary.errors import MissingExtraError, MissingFontError
from propsummary.renderers.office import fonts
from propsummary.renderers.office.fonts import find_fonts, has_chinese
from propsummary.renderers.office.raster import png
from propsummary.renderers.theme import Theme, Typeface

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80">'
SQUARE = f'{HEAD}<rect width="100" height="80" fill="#ff0000"/></svg>'


def _words(text: str, family: str = "") -> str:
    named = f' font-family="{family}"' if family else ""
    return f'{HEAD.replace(">", f"{named}>")}<text x="4" y="50" font-size="40">{text}</text></svg>'


def _drawn(svg: str) -> bytes:
    made = png(svg, width=400, system_fonts=False)
    assert made is not None
    return made


def test_it_is_exactly_the_drawing() -> None:
    image = Image.open(io.BytesIO(_drawn(SQUARE))).convert("RGB")
    assert image.size == (400, 160)
    assert image.getpixel((5, 5)) == image.getpixel((195, 155)) == (255, 0, 0)
    assert image.getpixel((205, 5)) == image.getpixel((395, 155)) == (255, 255, 255)


def test_same_drawing_same_bytes() -> None:
    assert _drawn(_words("月底前")) == _drawn(_words("月底前"))


def test_characters_are_told_apart() -> None:
    """Boxes would all look the same."""
    assert len({_drawn(_words(text)) for text in ("东门岗", "西门岗", "南门岗", "Gate", "")}) == 5


def test_fonts_that_a_drawing_names_itself_do_not_matter() -> None:
    assert _drawn(_words("东门岗", "Comic Sans MS")) == _drawn(_words("东门岗"))


def test_no_picture_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts._loaded.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    assert png(SQUARE, width=100) is None
    with pytest.raises(MissingExtraError, match=r"propsummary\[pdf\]"):
        find_fonts()


def test_no_boxes_without_a_chinese_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_packaged", lambda: ())
    assert png(_words("东门岗"), width=100, system_fonts=False) is None
    assert png(_words("Gate"), width=100, system_fonts=False) is not None
    with pytest.raises(MissingFontError, match="fonts-noto-cjk"):
        find_fonts(system=False).face(Theme().text, "serif")
    assert find_fonts(system=False).face(Theme().text, "serif", chinese=False).asian == ""


def test_fonts_come_from_folders_too(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = fonts._packaged()
    monkeypatch.setattr(fonts, "_packaged", lambda: ())
    assert find_fonts(folders, system=False).face(Theme().text, "serif").asian == "Noto Serif SC"


def test_faces() -> None:
    """The wanted typeface by its Chinese name, else the best of its kind, else any that shows Chinese."""
    every = _font_set("SimSun", "FangSong", "Noto Sans SC", "Arial", "Liberation Serif", bold=("Noto Sans SC",))
    assert every.face(Typeface(latin="Arial", asian="仿宋"), "serif").asian == "FangSong"
    assert every.face(Typeface(latin="Arial", asian="没有的"), "serif").asian == "SimSun"
    assert every.face(Typeface(latin="Times New Roman", asian="宋体"), "serif").latin == "Liberation Serif"
    assert not every.face(Typeface(latin="Arial", asian="宋体"), "serif").bold
    assert every.face(Typeface(latin="Arial", asian="微软雅黑"), "sans") == fonts.Face(
        latin="Arial", asian="Noto Sans SC", bold=True
    )
    assert _font_set("WenQuanYi Zen Hei").face(Typeface(latin="", asian="宋体"), "serif").asian == "WenQuanYi Zen Hei"


def _font_set(*names: str, bold: tuple[str, ...] = ()) -> fonts.FontSet:
    return fonts.FontSet(loaded=None, families={name: name in bold for name in names})


@pytest.mark.parametrize("text, chinese", [("Gate 7", False), ("东", True), ("𠮷", True), ("，。", True), ("“”", False)])
def test_what_needs_a_chinese_font(text: str, chinese: bool) -> None:
    assert has_chinese(text) is chinese
