"""Full-width marks between the values of JSON and TOML, and Chinese keys without quotes."""

from __future__ import annotations

import re

from propsummary.edits._places import Ruler, applied
from propsummary.edits.fixes.slips import Slip
from propsummary.model import Draft
from propsummary.problems import Problem
from propsummary.serde import Format, loads

__all__ = ["marks"]

_PLAIN = dict(zip("“”＂：，＝｛｝［］", '""":,={}[]', strict=True))
#: A quote that ends a value or a key: something else follows, or the line ends.
_CLOSING = re.compile(r"[”＂](?=[ \t]*(?:[,，:：=＝}\]｝］#\r]|$))", re.MULTILINE)
_BARE_KEY = re.compile("[\u4e00-\u9fff]+(?=[ \t]*[=＝.\\]])")


def marks(draft: Draft, form: Format) -> tuple[Slip, ...]:
    """Where reading came to a halt: what lets it get further."""
    halted = _halt(draft)
    if form == "yaml" or halted is None or halted.span is None:
        return ()
    start, end = Ruler(draft.source).extent(halted.span)
    found = draft.source[start:end]
    if found in _PLAIN:
        slips = [Slip(start=start, end=end, new=_PLAIN[found], kind="mark")]
        if found in "“”＂":
            closing = _CLOSING.search(draft.source, end)
            if closing is None:
                return ()
            slips.append(Slip(start=closing.start(), end=closing.end(), new='"', kind="mark"))
    elif form == "toml" and (bare := _BARE_KEY.match(draft.source, start)):
        slips = [Slip(start=start, end=bare.end(), new=f'"{bare[0]}"', kind="key-quotes")]
    else:
        return ()
    after = _halt(loads(applied(draft.source, (slip.replacement for slip in slips)), form))
    return tuple(slips) if after is None or after.sort_key > halted.sort_key else ()


def _halt(draft: Draft) -> Problem | None:
    return next((p for p in draft.problems if p.code == "SHP001"), None) if draft.summary is None else None
