"""
How long the HTML page takes, against Jinja2 with autoescape writing the same elements and words; the bar is 0.5.

Drawings and photos are left out on both sides: a template would be handed them ready made.

Run: ``python benchmarks/render_html.py`` (Jinja2 installed)
"""

from __future__ import annotations

import gc
import pathlib
import statistics
import sys
import time
from collections.abc import Callable

import attrs
from jinja2 import Environment

from propsummary import build, read
from propsummary.document import CauseMap, ChartBlock, Document, Gauges, Picture, PicturePair, Timeline
from propsummary.renderers.html import HtmlRenderer

_DRAWN = (CauseMap, ChartBlock, Gauges, Picture, PicturePair, Timeline)
_HERE = pathlib.Path(__file__).parent


def _document() -> Document:
    document = build(read(_HERE.parent / "examples" / "order-2025.yaml"))
    return attrs.evolve(document, blocks=tuple(block for block in document.blocks if not isinstance(block, _DRAWN)))


def _median(works: dict[str, Callable[[], bytes]], rounds: int) -> dict[str, float]:
    """Seconds of each, the works taking turns."""
    times: dict[str, list[float]] = {name: [] for name in works}
    gc.disable()
    for _ in range(rounds):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - start)
    gc.enable()
    return {name: statistics.median(found) for name, found in times.items()}


def main() -> None:
    """Measure both, and say how they compare."""
    document, template = _document(), Environment(autoescape=True).from_string((_HERE / "page.jinja").read_text("utf-8"))
    blocks = [(type(block).__name__, block) for block in document.blocks]
    works: dict[str, Callable[[], bytes]] = {
        "propsummary": lambda: HtmlRenderer().render(document),
        "jinja2": lambda: template.render(document=document, blocks=blocks).encode(),
    }
    found = _median(works, 60)
    for name, seconds in found.items():
        sys.stdout.write(f"{name:12} {seconds * 1000:6.2f} ms  {len(works[name]()):8,} bytes\n")
    sys.stdout.write(f"ratio {found['propsummary'] / found['jinja2']:.2f} (bar: 0.5)\n")


if __name__ == "__main__":
    main()
