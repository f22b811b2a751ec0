"""Records, as the command is given them."""

from __future__ import annotations

import argparse
import pathlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from propsummary.cli._failure import Misuse
from propsummary.cli._parser import FILE, Parser
from propsummary.cli._voice import Voice

if TYPE_CHECKING:
    from propsummary.model import Draft
    from propsummary.records import Mapping, Source

__all__ = ["add_source", "opened", "with_figures"]


def add_source(parser: Parser, say: Voice, *, drafts: bool = False) -> None:
    """
    Let the command take ``--records`` and ``--mapping``.

    Args:
        drafts: Whether drafts may say themselves where the records are, so that the command need not.
    """
    text = say("记录所在的文件夹、文件或数据库地址", "folder, file or database address of the records")
    if drafts:
        text += say("；代替草稿“取数”里写的", ", in place of what drafts say (metrics_from)")
    records = parser.options.add_argument("--records", metavar="PLACE", required=not drafts, help=text)
    said = say(
        "表和列的对应关系：文件，或适配器的名字、文件夹；不写就是用统一的名字",
        "how tables and columns are called: a file, or an adapter's name or folder; the canonical names if left out",
    )
    mapping = parser.options.add_argument("--mapping", metavar="TOML", help=said)
    records.complete = mapping.complete = FILE  # type: ignore[attr-defined]


def opened(place: str, mapping: str | None) -> tuple[Source, Mapping | None]:
    """
    The records at *place*, and how they are read by what is called *mapping*.

    Raises:
        RecordsError, ConfigurationError, OSError: There are no records or no mapping there, or they cannot be reached or followed.
    """
    from propsummary.records import adapted, from_address, from_files, is_address

    source = from_address(place) if is_address(place) else from_files(pathlib.Path(place))
    return adapted(source, mapping) if mapping else (source, None)


def with_figures(args: argparse.Namespace, say: Voice) -> Callable[[Draft], Draft]:
    """
    What computes the figures of a draft: from the records that the command names, else from those that the draft does.

    Raises:
        Misuse, RecordsError, ConfigurationError, OSError: What the command names cannot be opened.
    """
    if args.mapping and not args.records:
        raise Misuse(say("--mapping 要和 --records 一起用", "--mapping goes with --records"))
    source, mapping = opened(args.records, args.mapping) if args.records else (None, None)

    def computed(draft: Draft) -> Draft:
        if source is None and (draft.summary is None or draft.summary.metrics_from is None):
            return draft  # as most are, which need not wait for what the others need
        from propsummary.edits import compute

        return compute(draft, source=source, mapping=mapping, language=say.document)

    return computed
