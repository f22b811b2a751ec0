"""``propsummary schema``: the JSON Schema of drafts, for editors."""

from __future__ import annotations

import argparse

from propsummary.cli._parser import Parser
from propsummary.cli._streams import deliver, spare
from propsummary.cli._voice import Voice

__all__ = ["configure", "describe", "run"]


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("输出草稿的 JSON Schema，编辑器用它提示和查错", "write the JSON Schema of drafts, for editors")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    parser.add_output()


def run(args: argparse.Namespace, say: Voice) -> int:
    """Write the schema with the keys of the chosen language."""
    import json

    from propsummary.serde import schema

    spare(args.output, (), say, force=args.force)
    deliver(json.dumps(schema(say.language), ensure_ascii=False, indent=2) + "\n", args.output)
    return 0
