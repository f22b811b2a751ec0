"""
Write the catalogue's words in traditional characters: what documents in ``zh-Hant`` print in place of the simplified ones.

    python scripts/traditional.py            write them
    python scripts/traditional.py --check    fail if they are out of date

The conversion is OpenCC's for Hong Kong, made here once, so that nothing has to be installed to read it.
"""

from __future__ import annotations

import inspect
import json
import pathlib
import sys
from collections.abc import Iterator

import opencc

from propsummary.catalogue import departments, kpis, labels
from propsummary.catalogue._words import field_words
from propsummary.model import Word, words
from propsummary.quantities.unit import unit_symbols

FILE = pathlib.Path(__file__).resolve().parent.parent / "src" / "propsummary" / "catalogue" / "data" / "hant.toml"
HEAD = "# Made by scripts/traditional.py: do not edit.\n\n[words]\n"

# What OpenCC gets wrong in phrases that its dictionaries do not have.
_CORRECTIONS = (("户", "戶"), ("裏程", "里程"), ("釐米", "厘米"), ("週歲", "周歲"))


def main() -> int:
    """Write or compare."""
    pairs = {text: _converted(text) for text in sorted({*_texts()})}
    lines = (
        f"{json.dumps(zh, ensure_ascii=False)} = {json.dumps(hant, ensure_ascii=False)}\n"
        for zh, hant in pairs.items()
        if zh != hant
    )
    made = HEAD + "".join(lines)
    if "--check" not in sys.argv:
        FILE.write_text(made, "utf-8")
        return 0
    if FILE.read_text("utf-8") == made:
        return 0
    print(f"{FILE} is out of date: run scripts/traditional.py")
    return 1


def _converted(text: str) -> str:
    made = str(opencc.OpenCC("s2hk").convert(text))
    for wrong, right in _CORRECTIONS:
        made = made.replace(wrong, right)
    return made


def _texts() -> Iterator[str]:
    """Everything of the catalogue that a document may print."""
    yield from (pair.zh for pair in labels().values())
    yield from field_words()
    for _, cls in inspect.getmembers(words, inspect.isclass):
        if issubclass(cls, Word):
            yield from (word.zh for word in cls)
    for profile in departments():
        yield profile.zh
        yield from (area.zh for area in profile.areas)
        yield from (title for section in profile.sections for title in (section.zh, section.zh_part) if title)
        yield from (kind.zh for kind in profile.issue_kinds)
    for kpi in kpis().values():
        yield kpi.zh
        yield from (definition.zh for definition in kpi.definitions)
    yield from "万亿"
    yield from unit_symbols()


if __name__ == "__main__":
    sys.exit(main())
