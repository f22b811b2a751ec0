"""Renderers by name."""

from __future__ import annotations

import pathlib
from importlib.metadata import EntryPoint, EntryPoints
from typing import ClassVar

import attrs
import pytest

from propsummary import Period, Summary, render
from propsummary.document import Document
from propsummary.errors import PluginError, UnknownNameError, WrongArgumentError
from propsummary.renderers import Renderer, renderer, renderers


@pytest.mark.parametrize(
    "name, suffix",
    [
        *[("text", ".txt"), ("txt", ".txt"), ("markdown", ".md"), ("md", ".md"), ("html", ".html"), ("json", ".document.json")],
        *[("xlsx", ".xlsx"), ("ics", ".ics"), ("csv", ".tasks.csv")],
    ],
)
def test_built_in_names(name: str, suffix: str) -> None:
    found = renderer(name)
    assert isinstance(found, Renderer)
    assert found.suffix == suffix


def test_options_are_fields() -> None:
    assert renderer("text", width=60) == renderer("txt", width=60)
    assert renderer("text", width=60) != renderer("text")


def test_unknown_name_gives_near_ones() -> None:
    with pytest.raises(UnknownNameError) as raised:
        renderer("markdwon")
    assert raised.value.near == ("markdown",)


@attrs.frozen
class Shouting:
    """A renderer of somebody else's."""

    suffix: ClassVar[str] = ".txt"
    media_type: ClassVar[str] = "text/plain"

    def render(self, document: Document, /) -> bytes:
        return document.title.upper().encode()


def _offer(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    entry = EntryPoint(name="shouting", value=value, group="propsummary.renderers")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: EntryPoints([entry]).select(group=group))


def test_installed_renderer_is_found_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    _offer(monkeypatch, "installed_renderer:Shouting")
    monkeypatch.setitem(__import__("sys").modules, "installed_renderer", __import__("types").SimpleNamespace(Shouting=Shouting))
    assert renderer("shouting").render(Document(title="done")) == b"DONE"
    assert renderers()[:4] == ("text", "markdown", "html", "json")
    assert renderers()[-1] == "shouting"


def test_installed_thing_that_is_no_renderer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _offer(monkeypatch, "builtins:dict")
    with pytest.raises(PluginError, match="not a renderer"):
        renderer("shouting")


def test_a_renderer_made_by_hand_stays_as_it_is(tmp_path: pathlib.Path) -> None:
    made = renderer("html")
    assert renderer(made, folder=tmp_path) is made


@pytest.mark.parametrize("wrong, found", [(None, "NoneType"), (b"html", "bytes"), (Shouting, r"type\[Shouting\]; hand over")])
def test_what_is_no_renderer_is_refused(wrong: Renderer, found: str) -> None:
    with pytest.raises(WrongArgumentError, match=f"^render takes str or Renderer, not {found}"):
        render(Summary(department="order", period=Period.year(2025)), wrong)


class Talking(Shouting):
    """One that forgets to encode."""

    def render(self, document: Document, /) -> bytes:
        return document.title  # type: ignore[return-value]


def test_a_renderer_that_gives_no_bytes_is_told() -> None:
    with pytest.raises(PluginError, match="the renderer Talking gives str, not bytes"):
        render(Summary(department="order", period=Period.year(2025)), Talking())


def test_the_folder_goes_to_renderers_that_show_photos(tmp_path: pathlib.Path) -> None:
    assert renderer("html", folder=tmp_path).folder == tmp_path  # type: ignore[attr-defined]
    assert renderer("text", folder=tmp_path) == renderer("text")
