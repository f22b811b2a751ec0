"""A company's theme file: what it says is what documents look like; what it cannot say is refused with its name."""

from __future__ import annotations

import io
import pathlib

import pytest

from propsummary.errors import ConfigurationError
from propsummary.renderers.theme import Theme

WHOLE = """
name = "示例物业"
logo = "logo.png"

[fonts]
text = {asian = "仿宋"}
display = {latin = "Calibri", asian = "黑体"}

[colours]
accent = "#0a5"
series = ["#00aa55", "#334455"]

[sizes]
body = 10.5
headings = [16, 14, 12, 11]
"""


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "#0a5").save(picture, "PNG")
    (tmp_path / "logo.png").write_bytes(picture.getvalue())
    return tmp_path


def written(folder: pathlib.Path, text: str) -> pathlib.Path:
    file = folder / "company.toml"
    file.write_text(text, "utf-8")
    return file


def test_all_that_a_theme_can_say(folder: pathlib.Path) -> None:
    theme = Theme.from_file(written(folder, WHOLE))
    assert theme.name == "示例物业"
    assert theme.logo.startswith(b"\x89PNG")
    assert (theme.text.latin, theme.text.asian) == (Theme().text.latin, "仿宋")
    assert (theme.display.latin, theme.display.asian) == ("Calibri", "黑体")
    assert theme.palette.accent == "00AA55"
    assert theme.palette.ink == Theme().palette.ink
    assert theme.palette.series == ("00AA55", "334455")
    assert (theme.sizes.body, theme.sizes.headings, theme.sizes.table) == (21, (32, 28, 24, 22), Theme().sizes.table)


def test_an_empty_file_is_the_theme_of_the_package(folder: pathlib.Path) -> None:
    assert Theme.from_file(written(folder, "")) == Theme()


@pytest.mark.parametrize(
    "text, named",
    [
        ("farben = 1", "farben"),
        ("colours = 3", "colours"),
        ("name = 3", "name"),
        ('[colours]\naccent = "rot"', "accent"),
        ("[colours]\naccent = 3", "accent"),
        ("[colours]\nseries = []", "series"),
        ('[colours]\nseries = ["blau"]', "series"),
        ('[colours]\nakzent = "#fff"', "akzent"),
        ('[fonts]\ntext = "宋体"', "asian"),
        ('[fonts]\ntext = {asian = ""}', "asian"),
        ('[fonts]\nbody = {asian = "宋体"}', "body"),
        ("[sizes]\nbody = 400", "100"),
        ('[sizes]\nbody = "11"', "body"),
        ("[sizes]\nheadings = [16, 14]", "headings"),
        ('[sizes]\nheadings = [16, 14, 12, "x"]', "body"),
        ('logo = "nowhere.png"', "nowhere.png"),
        ('logo = "company.toml"', "company.toml"),
        ("name = 深\n", "company.toml:1"),
    ],
)
def test_what_cannot_be_followed_is_refused_with_its_name(folder: pathlib.Path, text: str, named: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        Theme.from_file(written(folder, text))
    assert named in refused.value.zh
    assert named in refused.value.en
    assert "company.toml" in refused.value.zh


def test_a_web_page_in_the_companys_look(folder: pathlib.Path) -> None:
    from propsummary.document import Document
    from propsummary.renderers.html import HtmlRenderer

    page = HtmlRenderer(theme=Theme.from_file(written(folder, WHOLE))).render(Document(title="总结")).decode()
    assert "--accent:#00AA55;" in page
    assert '"Calibri","黑体"' in page
    assert '<img class="logo" alt="示例物业" src="data:image/png;base64,' in page
    assert "--accent:#00AA55;" not in HtmlRenderer().render(Document(title="总结")).decode()


def test_a_title_shrinks_rather_than_leave_a_word_alone() -> None:
    """But not by more than a quarter: what is longer takes two lines."""
    titles = ("秩序部2025年度工作总结", "丽泽中心秩序部2025年10月份工作总结", "云栖花园一期二期三期秩序部2025年第四季度工作总结")
    short, longer, longest = (Theme().fitted(title).sizes.title for title in titles)
    assert short == longest == Theme().sizes.title
    assert 39 <= longer < short
